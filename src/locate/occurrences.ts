import type { Address, Range } from '../sheets/address.ts';
import { CellKind, type Grid } from '../sheets/grid.ts';
import { mergesOf, type Merges } from '../sheets/merges.ts';
import { append } from '../sheets/lists.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A label or heading of some form, found in a cell. */
export interface Occurrence {
  /** Folded. */
  readonly label: string;
  readonly row: number;
  readonly column: number;
  /** The cell with all that is merged to it. */
  readonly block: Range;
  /** Where in the cell's text the label begins. */
  readonly from: number;
  /** What stands behind the label's colon, up to the next label; `undefined` where the cell is the label alone. */
  readonly inline: string | undefined;
  /** Where in the cell's text that begins. */
  readonly valueFrom?: number;
  /** Whether other labels stand in the same cell. */
  readonly shared: boolean;
}

/** A sheet with the words of forms found in it. */
export interface SheetWords {
  readonly grid: Grid;
  readonly merges: Merges;
  /** In reading order. */
  readonly occurrences: readonly Occurrence[];
  readonly byRow: ReadonlyMap<number, readonly Occurrence[]>;
  /** Texts that may be a title, a section line, a sentence or a printed note of some form, in reading order. */
  readonly lines: readonly Line[];
  /** Rows with the form's title printed once more, on its next pages: its tables go on below. */
  readonly pages?: ReadonlySet<number>;
}

export interface Line {
  readonly at: Address;
  readonly text: string;
  /** The text's index in the grid's strings: what has been found out about it goes for all lines that have it. */
  readonly id: number;
}

type Piece = Pick<Occurrence, 'label' | 'from' | 'inline' | 'valueFrom'>;
const NOTHING: readonly Piece[] = [];

/** What a text is good for, by string id; 0: not looked at yet. */
const PLAIN = 1;
const LABEL = 2;
const LINE = 4;

/** A text that stands in more cells is a value (数据库), whatever else it may mean; the first ones are kept. */
export const MOST_LABELS = 64;
/** The same of lines: forms below one another repeat their titles and notes. */
const MOST_LINES = 1000;

/** Shorter or longer texts are neither titles nor sentences nor printed notes. */
const SHORTEST_LINE = 4;
const LONGEST_LINE = 400;

/** Finds every label, heading and line of some form in a sheet; each distinct text is looked at once. */
export function findWords(grid: Grid, vocabulary: Vocabulary): SheetWords {
  const merges = mergesOf(grid);
  const pieces = new Map<number, readonly Piece[]>();
  const uses = new Uint8Array(grid.strings.length);
  const occurrences: Occurrence[] = [];
  const byRow = new Map<number, Occurrence[]>();
  const lines: Line[] = [];
  const standing = new Map<number, number>();
  const lookAt = (id: number, text: string): number => {
    const found = piecesOf(text, vocabulary);
    if (found.length > 0) pieces.set(id, found);
    return PLAIN | (found.length > 0 ? LABEL : 0) | (isLine(text, vocabulary) ? LINE : 0);
  };
  let row = 0;
  for (let index = nextToRead(grid, uses, 0); index < grid.kinds.length; index = nextToRead(grid, uses, index + 1)) {
    while ((grid.rowStarts[row + 1] ?? Infinity) <= index) row++;
    const id = grid.values[index] ?? 0;
    if (uses[id] === 0) uses[id] = lookAt(id, grid.strings[id] ?? '');
    let use = uses[id] ?? PLAIN;
    if (use === PLAIN) continue;
    const times = (standing.get(id) ?? 0) + 1;
    standing.set(id, times);
    if (times > MOST_LABELS) use &= ~LABEL;
    if (times > MOST_LINES) use &= ~LINE;
    uses[id] = use;
    const column = grid.columns[index] ?? 0;
    if ((use & LINE) !== 0) lines.push({ at: { row, column }, text: grid.strings[id] ?? '', id });
    if ((use & LABEL) === 0) continue;
    const found = pieces.get(id) ?? NOTHING;
    const block = merges.blockAt(row, column);
    const here = found.map((piece) => ({ ...piece, row, column, block, shared: found.length > 1 }));
    append(occurrences, here);
    const inRow = byRow.get(row);
    if (inRow) append(inRow, here);
    else byRow.set(row, here);
  }
  return { grid, merges, occurrences, byRow, lines };
}

/** The labels in a text. */
export function labelsIn(text: string, vocabulary: Vocabulary): readonly string[] {
  return piecesOf(text, vocabulary).map(({ label }) => label);
}

/** Whether a text may be a title, a section line, a sentence or a printed note of some form. */
export function isLine(text: string, vocabulary: Vocabulary): boolean {
  return text.length >= SHORTEST_LINE && text.length <= LONGEST_LINE && vocabulary.landmarks.mayStandIn(text);
}

/**
 * The next cell, from an index on, with a text that is not known to be plain. Next to all cells of a large sheet are passed
 * over here: the loop stands by itself, so that an engine compiles it soon, and without what is done with the few others.
 */
function nextToRead({ kinds, values }: Grid, uses: Uint8Array, from: number): number {
  let index = from;
  while (index < kinds.length && (kinds[index] !== CellKind.text || uses[values[index] ?? 0] === PLAIN)) index++;
  return index;
}

/** The labels in a text: the text itself, or each that stands before a colon. */
function piecesOf(text: string, vocabulary: Vocabulary): readonly Piece[] {
  const whole = vocabulary.labelOf(text);
  const colons = text.includes('：') || text.includes(':') ? colonsOf(text) : [];
  if (colons.length === 0)
    return whole === undefined ? labelAndValue(text, vocabulary) : [{ label: whole, from: 0, inline: undefined }];
  const found: { label: string; start: number; valueFrom: number }[] = [];
  for (const colon of colons) {
    const label = vocabulary.labelEndingAt(text, found.at(-1)?.valueFrom ?? 0, colon);
    if (label) found.push({ ...label, valueFrom: colon + 1 });
  }
  if (found.length === 0 && whole !== undefined) return [{ label: whole, from: 0, inline: undefined }];
  // Its own line before whatever is written below it: 购置依据⏎说明：…
  const lineEnd = text.indexOf('\n');
  const head = lineEnd > 0 ? vocabulary.labelOf(text.slice(0, lineEnd)) : undefined;
  if (head !== undefined && (found[0]?.start ?? lineEnd) >= lineEnd) {
    found.unshift({ label: head, start: 0, valueFrom: lineEnd + 1 });
  }
  return found.map(({ label, start, valueFrom }, i) => {
    return { label, from: start, valueFrom, inline: inlineIn(text, valueFrom, found[i + 1]?.start) };
  });
}

/** What stands behind a label, up to the next. */
export function inlineIn(text: string, from: number, to?: number): string {
  return withoutClosing(text.slice(from, to).trim());
}

/** Without the bracket that was opened before the label: （联系人：… 联系电话：…）. */
function withoutClosing(inline: string): string {
  return /^[^（(]*[）)]$/u.test(inline) ? inline.slice(0, -1).trimEnd() : inline;
}

/** At most so many colons of one text are looked at; no form has more labels in a cell. */
const MOST_COLONS = 40;

function colonsOf(text: string): number[] {
  const colons: number[] = [];
  for (let i = 0; i < text.length && colons.length < MOST_COLONS; i++) {
    const character = text.charAt(i);
    // 08:00 and http:// are no labels.
    if (character === '：' || (character === ':' && !/[0-9a-z]/iu.test(text.charAt(i - 1)))) colons.push(i);
  }
  return colons;
}

const GAP = /[ \u3000\u00a0]/u;

/**
 * A label and what stands behind it without a colon: in the lines below (`单位意见（盖章）⏎ …`), or behind a gap
 * (`申请单位  县教育局`).
 */
function labelAndValue(text: string, vocabulary: Vocabulary): readonly Piece[] {
  const lineEnd = text.indexOf('\n');
  if (lineEnd > 0) {
    const label = vocabulary.labelOf(text.slice(0, lineEnd));
    if (label !== undefined) return [{ label, from: 0, inline: text.slice(lineEnd + 1).trim() }];
  }
  if (text.length > 200 || !GAP.test(text)) return NOTHING;
  const gap = /^\s*(\S{2,20})[ \u3000\u00a0]+(\S.*)$/su.exec(text);
  const label = gap?.[1] === undefined ? undefined : vocabulary.labelOf(gap[1]);
  return label === undefined || gap?.[2] === undefined ? NOTHING : [{ label, from: 0, inline: gap[2].trim() }];
}
