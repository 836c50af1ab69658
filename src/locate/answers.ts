import { tidy } from '../forms/fold.ts';
import type { Field, Form } from '../forms/form.ts';
import { MAX_COLUMNS, type Range } from '../sheets/address.ts';
import { textAt, valueAt, valueAtIndex } from '../sheets/grid.ts';
import { headerAt } from './headings.ts';
import { fieldsByLabel } from './label-fields.ts';
import { inlineIn, type Line, type Occurrence, type SheetWords } from './occurrences.ts';
import { OwnWords } from './sections.ts';
import { rowsNaming } from './tables.ts';

/** How far right of a label its answer may stand when the cells between are empty. */
const REACH = 6;

/**
 * The words of a sheet that a form means. People write 项目名称：…, 一、项目概况 or the form's own title into the cell of
 * an answer: what stands right of a label, or in the box below it, is no label, heading or title of its own, unless the
 * form has that label nowhere else.
 */
export function wordsOf(words: SheetWords, form: Form): SheetWords {
  return new AnswerFinder(words, form).read();
}

class AnswerFinder {
  readonly #words: SheetWords;
  readonly #form: Form;
  readonly #fields: ReadonlyMap<string, readonly Field[]>;
  /** The cells with nothing but a label of a field, by row × {@link MAX_COLUMNS} + column. */
  readonly #labels = new Map<number, Occurrence>();
  /** What labels the cell is the answer of, by cell. */
  readonly #owners = new Map<number, Occurrence | undefined>();
  #own: OwnWords | undefined;
  #headerRows: ReadonlySet<number> | undefined;

  constructor(words: SheetWords, form: Form) {
    this.#words = words;
    this.#form = form;
    this.#fields = fieldsByLabel(form);
    for (const one of words.occurrences) {
      if (!one.shared && isAlone(one) && this.#fields.has(one.label)) this.#labels.set(cellOf(one), one);
    }
  }

  read(): SheetWords {
    const { occurrences, lines } = this.#words;
    const isPlain = this.#labels.size === 0 && occurrences.every(({ shared }) => !shared);
    const hasParagraphs = this.#form.fields.some(({ paragraph }) => paragraph !== undefined);
    if (isPlain && !hasParagraphs) return this.#words;
    const dropped = this.#spokenIn(occurrences);
    for (const one of this.#inProse(dropped)) dropped.add(one);
    if (hasParagraphs) for (const one of this.#inParagraphs(occurrences)) dropped.add(one);
    const keptIn = new Set(
      occurrences.filter((one) => !dropped.has(one) && this.#ownerOf(one.block) !== undefined).map(cellOf),
    );
    const kept = lines.filter((line) => keptIn.has(cellOf(line.at)) || !this.#isAnswer(line));
    if (dropped.size === 0 && kept.length === lines.length) return this.#words;
    const left = this.#without(dropped);
    return { ...this.#words, occurrences: left, byRow: byRowOf(left), lines: kept };
  }

  /** The occurrences but for those dropped: what stands behind a label goes on to the next that is left. */
  #without(dropped: ReadonlySet<Occurrence>): readonly Occurrence[] {
    const { grid, occurrences } = this.#words;
    const left = occurrences.filter((one) => !dropped.has(one));
    return left.map((one, i) => {
      if (!one.shared || one.valueFrom === undefined) return one;
      const next = left[i + 1];
      const to = next && cellOf(next) === cellOf(one) ? next.from : undefined;
      return { ...one, inline: inlineIn(textAt(grid, one.row, one.column), one.valueFrom, to) };
    });
  }

  /**
   * Labels in a text that has its label in the same cell (购置依据：已更新。资金来源：…): those of other forms, and those
   * that have a cell of their own.
   */
  #inProse(dropped: ReadonlySet<Occurrence>): readonly Occurrence[] {
    const lacks = this.#lacksBeside([...this.#labels.values()]);
    const found: Occurrence[] = [];
    let before: Occurrence | undefined;
    for (const one of this.#words.occurrences) {
      if (dropped.has(one)) continue;
      const follows = before && cellOf(before) === cellOf(one) && isProse(this.#fields.get(before.label) ?? []);
      const isSpoken = follows === true && !/[\s\u00a0]$/u.test(this.#before(one));
      if (isSpoken && (!this.#fields.has(one.label) || !lacks(one.label))) found.push(one);
      else before = one;
    }
    return found;
  }

  /** The occurrences that are only words of an answer. */
  #spokenIn(occurrences: readonly Occurrence[]): Set<Occurrence> {
    const spoken = new Map<Occurrence, Occurrence>();
    for (const one of occurrences) {
      // A cell with nothing but a label, or the heading of a column, is no answer.
      const owner = !one.shared && isAlone(one) ? undefined : this.#ownerOf(one.block);
      if (owner) spoken.set(one, owner);
    }
    const lacks = this.#lacksBeside(occurrences.filter((one) => !spoken.has(one)));
    const dropped = new Set<Occurrence>();
    for (const [one, owner] of spoken) if (!this.#isLabel(one, owner, lacks)) dropped.add(one);
    return dropped;
  }

  /** Labels in the sentences of a letter, where what they name has another place: a line, or its own label. */
  #inParagraphs(occurrences: readonly Occurrence[]): readonly Occurrence[] {
    const isSentence = ({ row, column, from }: Occurrence): boolean => {
      const text = textAt(this.#words.grid, row, column);
      const lineEnd = text.indexOf('\n', from);
      return text.slice(text.lastIndexOf('\n', from) + 1, lineEnd < 0 ? undefined : lineEnd).includes('。');
    };
    const named = ({ label }: Occurrence): readonly Field[] => this.#fields.get(label) ?? [];
    const others = occurrences.filter((one) => !isSentence(one)).flatMap(named);
    return occurrences.filter(
      (one) => isSentence(one) && named(one).some((field) => field.paragraph !== undefined || others.includes(field)),
    );
  }

  /** Tells of a label whether the form has too few of it outside of answers: those given, but for headings of columns. */
  #lacksBeside(occurrences: readonly Occurrence[]): (label: string) => boolean {
    const cells = new Map<Field, Set<number>>();
    for (const one of occurrences) {
      for (const field of this.#fields.get(one.label) ?? []) {
        const found = cells.get(field);
        if (found) found.add(cellOf(one));
        else cells.set(field, new Set([cellOf(one)]));
      }
    }
    const known = new Map<string, boolean>();
    return (label) => {
      const lacks = known.get(label) ?? this.#isFewer(this.#fields.get(label) ?? [], cells);
      known.set(label, lacks);
      return lacks;
    };
  }

  /** Whether fewer cells have the label of some fields than there are fields. */
  #isFewer(named: readonly Field[], cells: ReadonlyMap<Field, ReadonlySet<number>>): boolean {
    // Groups of ticks may share their label.
    const ticks = named.filter(({ type }) => type.kind === 'ticks').length;
    const found = new Set(named.flatMap((field) => [...(cells.get(field) ?? [])]));
    const outside = [...found].filter((cell) => !this.#isHeader(Math.floor(cell / MAX_COLUMNS)));
    return outside.length < named.length - Math.max(0, ticks - 1);
  }

  /** Whether a label among the words of an answer is one all the same. */
  #isLabel(one: Occurrence, owner: Occurrence, lacks: (label: string) => boolean): boolean {
    const named = this.#fields.get(one.label) ?? [];
    if (named.length === 0) return false;
    const owned = this.#fields.get(owner.label) ?? [];
    if (named.some((field) => owned.includes(field))) {
      return !isText(owned) || (one.label === owner.label && this.#before(one) === '');
    }
    // Nothing may have been filled in: a label with a colon, or one above another cell that is not merged.
    const isBelow = one.row > owner.block.bottom;
    const mayBeEmpty = isBelow ? one.block.left === one.block.right : owner.inline !== undefined && !isProse(owned);
    if (!mayBeEmpty && named.every(isUnprinted) && !this.#isAdded(one, named, owned)) return false;
    return lacks(one.label);
  }

  /**
   * Whether what a form need not have stands behind a short answer, with a gap between: 伍仟元整 小写：5000. A date without
   * a label of its own only does so behind what it belongs to.
   */
  #isAdded(one: Occurrence, named: readonly Field[], owned: readonly Field[]): boolean {
    if (isProse(owned)) return false;
    const isBeside = named.some(({ beside }) => beside === undefined || owned.some(({ key }) => key === beside));
    const first = this.#words.byRow.get(one.row)?.find(({ column }) => column === one.column) ?? one;
    const isAgain = this.#fields.get(first.label)?.some((field) => owned.includes(field)) === true;
    if (!isBeside || (this.#before(first) === '' && !isAgain)) return false;
    return !isText(owned) || !/[\p{Script=Han}\w]$/u.test(this.#before(one));
  }

  /** What stands before a label in its cell, without blanks at the beginning. */
  #before({ row, column, from }: Occurrence): string {
    return textAt(this.#words.grid, row, column).slice(0, from).trimStart();
  }

  #isHeader(row: number): boolean {
    this.#headerRows ??= new Set(
      this.#form.tables.flatMap((table) =>
        rowsNaming(this.#words, table).filter((at) => headerAt(this.#words, table, at) !== undefined),
      ),
    );
    return this.#headerRows.has(row);
  }

  /** Whether a line stands in an answer, and says more than the form prints. */
  #isAnswer({ at, text }: Line): boolean {
    const { merges } = this.#words;
    if (this.#labels.has(cellOf(at)) || !this.#ownerOf(merges.blockAt(at.row, at.column))) return false;
    this.#own ??= new OwnWords(this.#form);
    return !this.#own.isWhole(text);
  }

  /** The label that a cell answers; `undefined` where it is no answer. */
  #ownerOf(block: Range): Occurrence | undefined {
    const key = cellOf({ row: block.top, column: block.left });
    if (!this.#owners.has(key)) this.#owners.set(key, this.#leftOf(block) ?? this.#above(block));
    return this.#owners.get(key);
  }

  #leftOf({ top, left }: Range): Occurrence | undefined {
    const { grid, merges } = this.#words;
    let column = left - 1;
    for (let steps = 0; steps < REACH && column >= 0; steps++) {
      const block = merges.blockAt(top, column);
      const found = this.#labels.get(cellOf({ row: block.top, column: block.left }));
      if (found) return found;
      if (isFilled(valueAt(grid, block.top, block.left))) return undefined;
      column = block.left - 1;
    }
    return undefined;
  }

  /** The label right above, where it has its row to itself, and is as wide. */
  #above(block: Range): Occurrence | undefined {
    if (block.top === 0) return undefined;
    const above = this.#words.merges.blockAt(block.top - 1, block.left);
    const label = this.#labels.get(cellOf({ row: above.top, column: above.left }));
    return label && isBoxBelow(this.#words, label, block) ? label : undefined;
  }
}

/** Whether a block is the box below a label: as wide, and the label alone in its row. */
export function isBoxBelow({ grid }: SheetWords, { block: label }: Occurrence, block: Range): boolean {
  if (block.top !== label.bottom + 1 || block.left !== label.left || block.right !== label.right) return false;
  for (let index = grid.rowStarts[label.top] ?? 0; index < (grid.rowStarts[label.top + 1] ?? 0); index++) {
    const column = grid.columns[index] ?? 0;
    if ((column < label.left || column > label.right) && isFilled(valueAtIndex(grid, index))) return false;
  }
  return true;
}

/** Whether the official form may lack the label. */
function isUnprinted({ optional, beside }: Field): boolean {
  return optional || beside !== undefined;
}

function byRowOf(occurrences: readonly Occurrence[]): ReadonlyMap<number, readonly Occurrence[]> {
  const rows = new Map<number, Occurrence[]>();
  for (const one of occurrences) {
    const here = rows.get(one.row);
    if (here) here.push(one);
    else rows.set(one.row, [one]);
  }
  return rows;
}

function isText(fields: readonly Field[]): boolean {
  return fields.every(({ type }) => type.kind === 'text');
}

function isProse(fields: readonly Field[]): boolean {
  return fields.some(({ type }) => type.kind === 'text' && type.lines === 'keep');
}

/** Whether a label has nothing behind it in its cell. */
export function isAlone({ inline }: Occurrence): boolean {
  return inline === undefined || /^[\s_＿]*$/u.test(inline);
}

function isFilled(value: unknown): boolean {
  return value !== null && (typeof value !== 'string' || tidy(value) !== '');
}

function cellOf({ row, column }: { readonly row: number; readonly column: number }): number {
  return row * MAX_COLUMNS + column;
}
