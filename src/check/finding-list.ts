import { RULES } from '../rules/index.ts';
import type { Finding } from './finding.ts';

/** Findings in the order found, with their places as numbers, until they are put in order. */
export class FindingList {
  readonly #findings: Finding[] = [];
  readonly #forms: number[] = [];
  readonly #sheets: number[] = [];
  readonly #rows: number[] = [];
  readonly #columns: number[] = [];

  /** Row and column count from 0; -1 for a finding on the sheet as a whole. */
  add(finding: Finding, form: number, sheet: number, row: number, column: number): void {
    this.#findings.push(finding);
    this.#forms.push(form);
    this.#sheets.push(sheet);
    this.#rows.push(row);
    this.#columns.push(column);
  }

  /**
   * By sheet, row, column and rule, without doubles, and without what another finding of the same cell outweighs.
   * Rows are sorted by counting: half a million findings must not cost more than finding them.
   */
  inOrder(): { readonly findings: readonly Finding[]; readonly forms: readonly number[] } {
    const findings: Finding[] = [];
    const forms: number[] = [];
    const byRow = this.#orderByRow();
    for (let start = 0, end; start < byRow.length; start = end) {
      const first = byRow[start] ?? 0;
      end = start + 1;
      while (end < byRow.length && this.#sameRow(first, byRow[end] ?? 0)) end++;
      if (end - start === 1) {
        this.#take(first, findings, forms);
        continue;
      }
      const row = Array.from(byRow.subarray(start, end)).sort((a, b) => this.#compare(a, b));
      for (let from = 0, to; from < row.length; from = to) {
        const column = this.#columns[row[from] ?? 0];
        to = from + 1;
        while (to < row.length && this.#columns[row[to] ?? 0] === column) to++;
        for (const index of this.#telling(row.slice(from, to))) this.#take(index, findings, forms);
      }
    }
    return { findings, forms };
  }

  #take(index: number, findings: Finding[], forms: number[]): void {
    const finding = this.#findings[index];
    if (!finding) return;
    findings.push(finding);
    forms.push(this.#forms[index] ?? 0);
  }

  #sameRow(a: number, b: number): boolean {
    return this.#rows[a] === this.#rows[b] && this.#sheets[a] === this.#sheets[b];
  }

  #orderByRow(): Uint32Array {
    const length = this.#findings.length;
    // The first number of each sheet's rows; one more for findings on the sheet as a whole, which come first.
    const bases: number[] = [];
    for (let at = 0; at < length; at++) {
      const sheet = this.#sheets[at] ?? 0;
      bases[sheet + 1] = Math.max(bases[sheet + 1] ?? 0, (this.#rows[at] ?? 0) + 2);
    }
    for (let sheet = 0; sheet < bases.length; sheet++) bases[sheet] = (bases[sheet] ?? 0) + (bases[sheet - 1] ?? 0);
    const place = (at: number): number => (bases[this.#sheets[at] ?? 0] ?? 0) + (this.#rows[at] ?? 0) + 1;
    const starts = new Uint32Array((bases.at(-1) ?? 0) + 1);
    for (let at = 0; at < length; at++) {
      const next = place(at) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let row = 1; row < starts.length; row++) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
    const order = new Uint32Array(length);
    for (let at = 0; at < length; at++) {
      const row = place(at);
      const to = starts[row] ?? 0;
      order[to] = at;
      starts[row] = to + 1;
    }
    return order;
  }

  #compare(a: number, b: number): number {
    const columns = (this.#columns[a] ?? 0) - (this.#columns[b] ?? 0);
    if (columns !== 0) return columns;
    const [ruleA, ruleB] = [this.#findings[a]?.rule ?? '', this.#findings[b]?.rule ?? ''];
    return ruleA === ruleB ? a - b : ruleA < ruleB ? -1 : 1;
  }

  /** Of the findings of one cell, those that are neither doubles nor outweighed. */
  #telling(indexes: readonly number[]): readonly number[] {
    const finding = (index: number): Finding | undefined => this.#findings[index];
    if (indexes.length === 1) return indexes;
    const silenced = new Set(indexes.flatMap((index) => silencedBy(finding(index))));
    const outweighing = silenced.has(ALL)
      ? indexes.filter((index) => silencedBy(finding(index)).includes(ALL))
      : indexes;
    const kept = outweighing.filter((index) => !silenced.has(finding(index)?.rule ?? ''));
    const seen = new Set<string>();
    return this.#joinBlanks(kept).filter((index, i, all) => {
      const rule = finding(index)?.rule;
      // Doubles come from one rule; what stands alone of its rule needs no comparison.
      if (finding(all[i - 1] ?? -1)?.rule !== rule && finding(all[i + 1] ?? -1)?.rule !== rule) return true;
      const content = contentOf(finding(index));
      if (seen.has(content)) return false;
      seen.add(content);
      return true;
    });
  }

  /** Several blanks of one printed sentence left as they were are one finding, which names them. */
  #joinBlanks(indexes: readonly number[]): readonly number[] {
    const left = indexes.filter((index) => LEFT_BLANK.has(this.#findings[index]?.case ?? ''));
    const [first] = left;
    const told = this.#findings[first ?? -1];
    const blanks = new Set(left.map((index) => this.#findings[index]?.label ?? this.#findings[index]?.field ?? ''));
    if (first === undefined || !told || blanks.size < 2) return indexes;
    const { wording: _, expected: __, ...joined } = told;
    const severity = left.some((index) => this.#findings[index]?.severity === 'error') ? 'error' : told.severity;
    this.#findings[first] = {
      ...joined,
      severity,
      rule: 'example',
      case: 'blanks-left',
      params: { blanks: [...blanks] },
    };
    return indexes.filter((index) => index === first || !left.includes(index));
  }
}

/** What tells that the X printed in a blank is still there. */
const LEFT_BLANK: ReadonlySet<string> = new Set(['placeholder', 'placeholder-left']);

/** In place of the rules' ids: every other finding of the cell. */
const ALL = '*';
const NONE: readonly string[] = [];
const ALL_OTHERS: readonly string[] = [ALL];

/** The rules that a finding makes superfluous in its cell. */
function silencedBy(finding: Finding | undefined): readonly string[] {
  if (finding === undefined || finding.cell === null) return NONE;
  const outweighs = RULES.get(finding.rule)?.outweighs;
  if (outweighs?.within !== 'cell' || !outweighs.cases.includes(finding.case)) return NONE;
  return outweighs.rules ?? ALL_OTHERS;
}

function contentOf(finding: Finding | undefined): string {
  return JSON.stringify([finding?.rule, finding?.case, finding?.field, finding?.wording?.zh, finding?.params]);
}
