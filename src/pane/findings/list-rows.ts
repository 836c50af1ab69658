import { fromA1 } from '../../sheets/address.ts';
import type { ListedFinding } from '../check-calls.ts';
import type { Grouping, Shown } from '../state.ts';

/** A row of the list: the heading of a group, or a finding. */
export type ListRow =
  | { readonly kind: 'group'; readonly key: string; readonly group: Group }
  | { readonly kind: 'finding'; readonly key: string; readonly finding: ListedFinding };

/** Findings of one cell, or of one rule. */
export interface Group {
  readonly by: Grouping;
  /** The rule's id; for a cell its address, or `null` for the sheet as a whole. */
  readonly name: string | null;
  readonly sheet: string;
  readonly field: string | null;
  readonly findings: readonly ListedFinding[];
}

/** The findings that a filter lets through, under the headings of their groups. */
export function listRows(
  findings: readonly ListedFinding[],
  shown: ReadonlySet<Shown>,
  grouping: Grouping,
): readonly ListRow[] {
  const groups = new Map<string, ListedFinding[]>();
  for (const finding of findings) {
    if (!shown.has(finding.ignored === null ? finding.severity : 'ignored')) continue;
    const key = grouping === 'rule' ? finding.rule : `${finding.sheetId} ${finding.cell ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const ordered = grouping === 'rule' ? [...groups].sort(([, a], [, b]) => gravityOf(a) - gravityOf(b)) : groups;
  const rows: ListRow[] = [];
  for (const [key, members] of ordered) {
    const [first] = members;
    if (!first) continue;
    const { rule, cell, sheet, field } = first;
    const name = grouping === 'rule' ? rule : cell;
    rows.push({ kind: 'group', key: `group ${key}`, group: { by: grouping, name, sheet, field, findings: members } });
    for (const finding of members) rows.push({ kind: 'finding', key: `finding ${String(finding.id)}`, finding });
  }
  return rows;
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** Groups with the gravest finding come first; within one gravity the larger ones. */
function gravityOf(findings: readonly ListedFinding[]): number {
  const gravest = findings.reduce((least, { severity }) => Math.min(least, GRAVITY[severity]), 2);
  return gravest - findings.length / 10_000_000;
}

/** Those findings that are mended by writing one right value. */
export function fixable(findings: readonly ListedFinding[]): readonly number[] {
  return findings.filter(({ fix, ignored }) => fix.length > 0 && ignored === null).map(({ id }) => id);
}

/** Where a finding is gone to. */
export function placeOf(finding: ListedFinding): { readonly row: number; readonly column: number } {
  return (finding.cell === null ? undefined : fromA1(finding.cell)) ?? { row: 0, column: 0 };
}
