import { foldLabel } from '../forms/fold.ts';
import type { Option } from '../forms/form.ts';
import type { Address } from '../sheets/address.ts';
import { textAt } from '../sheets/grid.ts';
import type { Occurrence, SheetWords } from './occurrences.ts';

const MARKS_ONLY = /^[\s□☐○◯☑☒■√✓✔●◆R✗×Xx[\]()（）]+$/u;
const MARK = /[□☐○◯☑☒■√✓✔●◆✗×[\]]/u;
/** Rows below a label that is not merged over its options. */
const ROWS_BELOW = 8;

/**
 * The cells that hold the options of a group of ticks: right of the label, in its own cell, or in the rows below it
 * up to the next label. Options may stand in one cell or in one cell each, marks in a cell of their own beside.
 */
export function findTickCells(
  words: SheetWords,
  options: readonly Option[],
  occurrence: Occurrence,
  isLabel: (row: number, column: number) => boolean,
): { readonly at: Address; readonly cells: readonly Address[]; readonly inline: string } | undefined {
  const own = { row: occurrence.row, column: occurrence.column };
  if (occurrence.inline !== undefined && namesOption(occurrence.inline, options)) {
    return { at: own, cells: [own], inline: ownWords(occurrence.inline, options) };
  }
  const cells: Address[] = [];
  let at: Address | undefined;
  const lines: string[] = [];
  for (let row = occurrence.block.top; row <= occurrence.block.bottom + ROWS_BELOW; row++) {
    if (row > occurrence.block.bottom && !continues(words, options, occurrence, row, isLabel)) break;
    const line = optionCells(words, options, occurrence, row, isLabel);
    for (const { at: cell } of line) cells.push(cell);
    at ??= line.find(({ mark }) => !mark)?.at;
    // A mark in a cell of its own stands at the option left of it, or right of it.
    if (line.length > 0) lines.push(line.reduce((all, { text, joins }) => all + (joins ? '' : ' ') + text, '').trim());
  }
  return at && { at, cells, inline: lines.join('\n') };
}

/**
 * A row below belongs to the label while nothing but options stands in the label's own column and no label begins.
 * Boxes left of it are options of another label, which has its own below it.
 */
function continues(
  words: SheetWords,
  options: readonly Option[],
  occurrence: Occurrence,
  row: number,
  isLabel: (row: number, column: number) => boolean,
): boolean {
  if (row >= words.grid.rowCount) return false;
  for (let column = 0; column < words.grid.columnCount; column++) {
    if (isLabel(row, column)) return false;
    const text = textAt(words.grid, row, column);
    if (column > occurrence.block.right || text.trim() === '' || namesOption(text, options)) continue;
    if (column >= occurrence.block.left || !MARK.test(text)) return false;
  }
  return true;
}

function optionCells(
  words: SheetWords,
  options: readonly Option[],
  occurrence: Occurrence,
  row: number,
  isLabel: (row: number, column: number) => boolean,
): OptionCell[] {
  const { grid, merges } = words;
  const found: OptionCell[] = [];
  let last: 'option' | 'mark' | undefined;
  let side: 'left' | 'right' | undefined;
  const from = row > occurrence.block.bottom ? occurrence.column : occurrence.block.right + 1;
  for (let column = from; column < grid.columnCount; column++) {
    if (isLabel(row, column)) break;
    const block = merges.at(row, column);
    if (block && (block.top !== row || block.left !== column)) continue;
    const text = textAt(grid, row, column);
    const named = namesOption(text, options);
    const marked = !named && text.trim() !== '' && MARKS_ONLY.test(text);
    // A mark right of a word that is no option of this group belongs to that.
    const mark = marked && (last !== undefined || column === from || textAt(grid, row, column - 1).trim() === '');
    // The first of them tells on which side of their options the marks stand.
    if (mark) side ??= last === 'option' && !standsLeft(words, options, row, column, from) ? 'right' : 'left';
    const joins = mark ? side === 'right' && last === 'option' : named && side === 'left' && last === 'mark';
    if (named || (mark && (side === 'left' || last === 'option'))) {
      found.push({ at: { row, column }, text: named ? ownWords(text, options) : text.trim(), mark, joins });
    }
    last = named ? 'option' : mark ? 'mark' : undefined;
  }
  // A mark beside no option is none of these.
  return found.filter(({ mark }, i) => !mark || side === 'right' || found[i + 1]?.joins === true);
}

interface OptionCell {
  readonly at: Address;
  readonly text: string;
  readonly mark: boolean;
  /** Whether it belongs to the cell before it. */
  readonly joins: boolean;
}

/**
 * Whether a mark between two options belongs to the one right of it: there is a cell for a mark before the first option,
 * and none behind the last.
 */
function standsLeft(
  { grid }: SheetWords,
  options: readonly Option[],
  row: number,
  column: number,
  from: number,
): boolean {
  const isOption = (at: number): boolean => namesOption(textAt(grid, row, at), options);
  let first = from;
  while (first < column && !isOption(first)) first++;
  return first > from && isOption(column + 1) && isOption(grid.columnCount - 1);
}

/** Of plain words for several groups (公共云、政务外网) those of this one; text with boxes is left whole. */
function ownWords(text: string, options: readonly Option[]): string {
  if (MARK.test(text)) return text;
  const own = text.split(/[、，,;；/\s]+/u).filter((part) => namesOption(part, options));
  return own.length > 0 ? own.join('、') : text;
}

function namesOption(text: string, options: readonly Option[]): boolean {
  if (text === '') return false;
  const folded = foldLabel(text);
  return options.some((option) => folded.includes(foldLabel(option.value)) || text.includes(option.value));
}
