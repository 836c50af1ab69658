import { readingAt, type FilledForm, type FilledTable } from '../locate/filled.ts';
import { RULES } from '../rules/index.ts';
import type { Together } from '../rules/rule.ts';
import { fromA1 } from '../sheets/address.ts';
import type { Finding } from './finding.ts';

/** As many blank fields as this are no oversight: the form is half filled in. */
const MANY_FIELDS = 7;
/** Of a form with many required fields so large a part must be blank. */
const PART_OF_FIELDS = 3;
/** So many blank cells of one table are told together, if each of their columns is blank in half of its rows. */
const MANY_CELLS = 10;
/** Cells that a finding names beside its own; a table may lack a hundred thousand. */
const MOST_RELATED = 2000;
/** So many runs of rows are named, and one more to show that there are others. */
const MOST_RUNS = 21;

/** Findings in order with the forms that they are of, by their place. */
export interface Told {
  readonly findings: readonly Finding[];
  readonly forms: readonly number[];
}

/**
 * Tells what is missing in a half-filled form once: many blank fields are one finding, and so are the columns of a
 * table that have been left out; it stands in the first of the cells. A few blanks are each told in their cell.
 */
export function tellMissingTogether(told: Told, forms: readonly FilledForm[]): Told {
  const groups = groupsOf(told, forms);
  const joined = new Map<number, Finding | undefined>();
  for (const group of groups) {
    if (!isMuch(group)) continue;
    for (const part of partsOf(group, told)) {
      const [first, ...others] = part;
      const finding = told.findings[first ?? -1];
      if (first === undefined || !finding || others.length === 0) continue;
      for (const at of others) joined.set(at, undefined);
      joined.set(
        first,
        joinedFinding(
          group,
          part.flatMap((at) => told.findings[at] ?? []),
          finding,
        ),
      );
    }
  }
  if (joined.size === 0) return told;
  const findings: Finding[] = [];
  const owners: number[] = [];
  told.findings.forEach((finding, at) => {
    const now = joined.has(at) ? joined.get(at) : finding;
    if (!now) return;
    findings.push(now);
    owners.push(told.forms[at] ?? 0);
  });
  return { findings, forms: owners };
}

/** Whether a finding tells of something missing, and many of its kind are told together. */
export function mayBeTogether({ rule, case: name }: Finding): boolean {
  return RULES.get(rule)?.together?.[name] !== undefined;
}

/** What one rule tells of blanks in one form: of its fields, or of a table. */
interface Group {
  readonly form: FilledForm;
  readonly together: NonNullable<Together[string]>;
  readonly table: FilledTable | undefined;
  /** The findings, by their place, by field or column. */
  readonly members: Map<string, number[]>;
}

function groupsOf({ findings, forms: owners }: Told, forms: readonly FilledForm[]): readonly Group[] {
  const groups = new Map<string, Group>();
  findings.forEach((finding, at) => {
    const together = RULES.get(finding.rule)?.together?.[finding.case];
    const form = forms[owners[at] ?? 0];
    if (!together || !form || finding.field === null) return;
    const table = tableOf(form, finding);
    const key = `${String(owners[at])} ${finding.rule} ${finding.case} ${table?.table.key ?? ''}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { form, together, table, members: new Map<string, number[]>() }));
    const known = group.members.get(finding.field);
    if (known) known.push(at);
    else group.members.set(finding.field, [at]);
  });
  return [...groups.values()].map((group) => (group.table ? { ...group, members: blankColumns(group) } : group));
}

/** The table that a finding's cell belongs to; `undefined` for a field's. */
function tableOf(form: FilledForm, { cell, field, sheetIndex }: Finding): FilledTable | undefined {
  const at = cell === null ? undefined : fromA1(cell);
  if (!at || field === null) return undefined;
  for (const table of form.tables.values()) {
    const { located, rows, columns } = table;
    if (located.sheet !== sheetIndex || columns.get(field)?.located.at !== at.column) continue;
    const last = Math.max(rows.at(-1) ?? 0, located.printed.at(-1) ?? 0);
    if (at.row > located.header.bottom && at.row <= last) return table;
  }
  return undefined;
}

/** Those of a table's columns that are blank in at least half of its rows. */
function blankColumns({ table, members }: Group): Map<string, number[]> {
  const printed = table?.located.printed.length ?? 0;
  const rows = (table?.rows.length ?? 0) + printed;
  return new Map(
    [...members].filter(([field, cells]) => {
      // Of a printed list much may rightly be blank.
      const blank = table?.table.entries ? blankCells(table, field) + printed : cells.length;
      return blank * 2 >= rows;
    }),
  );
}

function blankCells({ columns, rows }: FilledTable, field: string): number {
  const column = columns.get(field);
  return column ? rows.reduce((sum, _, row) => sum + (readingAt(column, row).state === 'blank' ? 1 : 0), 0) : 0;
}

function isMuch({ form, table, members }: Group): boolean {
  if (table) return [...members.values()].reduce((sum, { length }) => sum + length, 0) >= MANY_CELLS;
  const required = form.located.form.rules.flatMap(({ rule, field, when }) =>
    rule === 'required' && field !== undefined && !when ? [field] : [],
  );
  return members.size >= Math.max(MANY_FIELDS, new Set(required).size / PART_OF_FIELDS);
}

/** Of one severity and resting on the same words each. */
function partsOf({ members }: Group, { findings }: Told): readonly (readonly number[])[] {
  const parts = new Map<string, number[]>();
  for (const at of [...members.values()].flat().sort((a, b) => a - b)) {
    const key = JSON.stringify([findings[at]?.severity, findings[at]?.basis]);
    const known = parts.get(key);
    if (known) known.push(at);
    else parts.set(key, [at]);
  }
  return [...parts.values()];
}

function joinedFinding({ table, together }: Group, members: readonly Finding[], first: Finding): Finding {
  const names = [...new Map(members.map(({ field, label }) => [field, label ?? field ?? ''])).values()];
  const { rule, severity, sheet, sheetIndex, cell, basis } = first;
  const cells = members.flatMap((one) =>
    one.cell === null || one.cell === cell || one.sheetIndex !== sheetIndex ? [] : [one.cell],
  );
  const related = [...new Set(cells)].slice(0, MOST_RELATED);
  const isOneColumn = table !== undefined && names.length === 1;
  return {
    ...{ rule, severity, sheet, sheetIndex, cell, basis, fix: [] },
    field: isOneColumn ? first.field : null,
    ...(isOneColumn && first.label !== undefined ? { label: first.label } : {}),
    case: table ? together.cells : together.fields,
    params: {
      names,
      count: members.length,
      ...(table ? { rows: runsOf(members) } : {}),
    },
    ...(related.length > 0 ? { related, isSpread: true } : {}),
  };
}

/** The rows of findings as people read them, runs joined: 3–8. */
function runsOf(members: readonly Finding[]): readonly string[] {
  const rows = [...new Set(members.map(({ cell }) => Number(/\d+$/u.exec(cell ?? '')?.[0] ?? 0)))].sort(
    (a, b) => a - b,
  );
  const runs: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.to === row - 1) last.to = row;
    else if (runs.length < MOST_RUNS) runs.push({ from: row, to: row });
    else break;
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${String(from)}–${String(to)}`));
}
