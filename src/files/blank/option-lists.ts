import { columnName } from '../../sheets/address.ts';
import { greatestOf } from '../../sheets/lists.ts';
import { sheetReference } from './write-drawing.ts';

/** The longest list that a validation may have in itself (ECMA-376 part 1, 18.3.1.33), and the name of the sheet of others. */
const LONGEST_LIST = 255;
export const LIST_SHEET = '选项';

/**
 * The lists of a form's drop-downs. Those too long for a validation, and those that follow from another cell, stand in
 * columns of a hidden sheet: its heading, how many there are, and the values.
 */
export class OptionLists {
  readonly #columns: { readonly heading: string; readonly values: readonly string[] }[] = [];

  /** The list as a formula of a validation. */
  list(values: readonly string[]): string {
    const inline = values.join(',');
    const isPlain = values.every((value) => !/[,"\n]/.test(value) && value.trim() === value);
    if (isPlain && inline.length <= LONGEST_LIST) return `"${inline}"`;
    const column = this.#add('', values);
    return this.#range(column, FIRST_VALUE, FIRST_VALUE + values.length - 1);
  }

  /**
   * The list of the group that another cell names, as a formula; for a group that takes anything, and for none, all.
   * Without INDIRECT, which LibreOffice and WPS resolve in other ways.
   * @param by The cell that names the group: `$C5`.
   */
  dependent(by: string, groups: readonly (readonly [group: string, values: readonly string[]])[]): string {
    const all = [...new Set(groups.flatMap(([, values]) => values))];
    const first = this.#columns.length;
    for (const [group, values] of groups) this.#add(group, values.length > 0 ? values : all);
    const last = this.#add('', all);
    const row = (at: number): string => this.#span(first, last, at);
    const match = `IFERROR(MATCH(${by},${row(HEADING)},0),${String(last - first + 1)})`;
    return `OFFSET(${this.#range(first, FIRST_VALUE, FIRST_VALUE)},0,${match}-1,INDEX(${row(COUNT)},${match}),1)`;
  }

  /** The rows of the hidden sheet, none where it is not needed. */
  rows(): readonly (readonly (string | number)[])[] {
    if (this.#columns.length === 0) return [];
    const longest = greatestOf(this.#columns.map(({ values }) => values.length));
    return [
      this.#columns.map(({ heading }) => heading),
      this.#columns.map(({ values }) => values.length),
      ...Array.from({ length: longest }, (_, at) => this.#columns.map(({ values }) => values[at] ?? '')),
    ];
  }

  #add(heading: string, values: readonly string[]): number {
    return this.#columns.push({ heading, values }) - 1;
  }

  #range(column: number, top: number, bottom: number): string {
    const letters = `$${columnName(column)}$`;
    const first = `${sheetReference(LIST_SHEET)}!${letters}${String(top + 1)}`;
    return top === bottom ? first : `${first}:${letters}${String(bottom + 1)}`;
  }

  #span(first: number, last: number, row: number): string {
    const at = String(row + 1);
    return `${sheetReference(LIST_SHEET)}!$${columnName(first)}$${at}:$${columnName(last)}$${at}`;
  }
}

const HEADING = 0;
const COUNT = 1;
const FIRST_VALUE = 2;
