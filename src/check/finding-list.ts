import { RULES } from '../rules/index.ts';
import type { Finding } from './finding.ts';

/** Takes findings in, with their form and place as numbers: row and column count from 0; -1 for the sheet as a whole. */
export interface FindingSink {
  add(finding: Finding, form: number, sheet: number, row: number, column: number): void;
}

/** A finding and the form that it is of. */
export interface FormFinding {
  readonly finding: Finding;
  readonly form: number;
}

/** Findings in the order found, with their places as numbers, until they are put in order. */
export class FindingList implements FindingSink {
  readonly #findings: Finding[] = [];
  readonly #forms: number[] = [];
  readonly #sheets: number[] = [];
  readonly #rows: number[] = [];
  readonly #columns: number[] = [];

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
        for (const { finding, form } of tellingOf(row.slice(from, to).flatMap((index) => this.#at(index)))) {
          findings.push(finding);
          forms.push(form);
        }
      }
    }
    return { findings, forms };
  }

  #at(index: number): readonly FormFinding[] {
    const finding = this.#findings[index];
    return finding ? [{ finding, form: this.#forms[index] ?? 0 }] : [];
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
}

/** Of the findings of one cell, in order, those that are neither doubles nor outweighed. */
export function tellingOf(all: readonly FormFinding[]): readonly FormFinding[] {
  if (all.length === 1) return all;
  const silenced = new Set(all.flatMap(({ finding }) => silencedBy(finding)));
  const outweighing = silenced.has(ALL) ? all.filter(({ finding }) => silencedBy(finding).includes(ALL)) : all;
  const kept = outweighing.filter(({ finding }) => !silenced.has(finding.rule));
  const seen = new Set<string>();
  return joinBlanks(kept).filter(({ finding }, i, told) => {
    // Doubles come from one rule; what stands alone of its rule needs no comparison.
    if (told[i - 1]?.finding.rule !== finding.rule && told[i + 1]?.finding.rule !== finding.rule) return true;
    const content = contentOf(finding);
    if (seen.has(content)) return false;
    seen.add(content);
    return true;
  });
}

/** Several blanks of one printed sentence left as they were are one finding, which names them. */
function joinBlanks(all: readonly FormFinding[]): readonly FormFinding[] {
  const left = all.filter(({ finding }) => LEFT_BLANK.has(finding.case));
  const [first] = left;
  const blanks = new Set(left.map(({ finding }) => finding.label ?? finding.field ?? ''));
  if (!first || blanks.size < 2) return all;
  const { wording: _, expected: __, ...told } = first.finding;
  const severity = left.some(({ finding }) => finding.severity === 'error') ? 'error' : told.severity;
  const joined: Finding = { ...told, severity, rule: 'example', case: 'blanks-left', params: { blanks: [...blanks] } };
  return all.flatMap((one) => {
    if (one === first) return [{ ...first, finding: joined }];
    return left.includes(one) ? [] : [one];
  });
}

/** What tells that the X printed in a blank is still there. */
const LEFT_BLANK: ReadonlySet<string> = new Set(['placeholder', 'placeholder-left']);

/** In place of the rules' ids: every other finding of the cell. */
const ALL = '*';
const NONE: readonly string[] = [];
const ALL_OTHERS: readonly string[] = [ALL];

/** The rules that a finding makes superfluous in its cell. */
function silencedBy(finding: Finding): readonly string[] {
  if (finding.cell === null) return NONE;
  const outweighs = RULES.get(finding.rule)?.outweighs;
  if (outweighs?.within !== 'cell' || !outweighs.cases.includes(finding.case)) return NONE;
  return outweighs.rules ?? ALL_OTHERS;
}

function contentOf({ rule, case: name, field, wording, params }: Finding): string {
  return JSON.stringify([rule, name, field, wording?.zh, params]);
}
