import { foldLabel, foldValue, tidy } from '../forms/fold.ts';
import type { Field, Form } from '../forms/form.ts';
import { type Address, contains, MAX_COLUMNS, type Range } from '../sheets/address.ts';
import { cellAtIndex, textAt, valueAt } from '../sheets/grid.ts';
import { leastOf } from '../sheets/lists.ts';
import { isAlone, isBoxBelow } from './answers.ts';
import { unitIn } from './headings.ts';
import { fieldsByLabel, joinedLabels } from './label-fields.ts';
import type { LocatedField } from './located.ts';
import type { Occurrence, SheetWords } from './occurrences.ts';
import { findParagraphs } from './paragraphs.ts';
import { type Landmarks, sectionAt } from './sections.ts';
import { findTickCells } from './tick-cells.ts';
import { unitAbove } from './sheet-unit.ts';
import { dateBehind, isDateCell } from './unlabelled-date.ts';

/** How far right of a label its value may stand when the cells between are empty. */
const REACH = 6;
/** A date without a label stands in the row of what it belongs to or so many rows below. */
const ROWS_BESIDE = 2;
/** A label that follows another one (联系电话 of a 负责人) stands in its row or a few rows below. */
const ROWS_AFTER = 3;

/** The fields of a form in a sheet. `taken`: the blocks of its tables, where labels are headings or values. */
export function findFields(
  words: SheetWords,
  sheet: number,
  form: Form,
  landmarks: Landmarks,
  taken: readonly Range[],
): Map<string, LocatedField> {
  const free = words.occurrences.filter(({ row, column }) => !taken.some((block) => contains(block, row, column)));
  const finder = new FieldFinder(words, sheet, form, landmarks, free);
  return finder.find();
}

class FieldFinder {
  readonly #words: SheetWords;
  readonly #sheet: number;
  readonly #form: Form;
  readonly #landmarks: Landmarks;
  readonly #free: readonly Occurrence[];
  /** Row × {@link MAX_COLUMNS} + column of every label of the form. */
  readonly #labelCells: Set<number>;
  readonly #found = new Map<string, LocatedField>();
  readonly #occurrenceOf = new Map<string, Occurrence>();

  constructor(words: SheetWords, sheet: number, form: Form, landmarks: Landmarks, free: readonly Occurrence[]) {
    this.#words = words;
    this.#sheet = sheet;
    this.#form = form;
    this.#landmarks = landmarks;
    const labels = fieldsByLabel(form);
    this.#free = free.filter(({ label }) => labels.has(label));
    this.#labelCells = new Set(this.#free.map(({ row, column }) => row * MAX_COLUMNS + column));
  }

  find(): Map<string, LocatedField> {
    for (const found of this.#landmarks.sentences) this.#takeSentence(found);
    // Labels of their own first: those that only follow another label need it found.
    for (const follows of [false, true]) {
      for (const field of this.#form.fields) {
        if (field.labels.length === 0 || (field.after !== null) !== follows) continue;
        const occurrence = this.#occurrenceFor(field);
        if (!occurrence) continue;
        this.#occurrenceOf.set(field.key, occurrence);
        this.#found.set(field.key, this.#locate(field, occurrence));
      }
    }
    for (const field of this.#form.fields) {
      if (field.beside !== undefined && !this.#found.has(field.key)) this.#takeBeside(field, field.beside);
    }
    this.#takeParagraphs();
    return this.#found;
  }

  /** The parts of a letter, which have no labels. */
  #takeParagraphs(): void {
    const labels = new Set(this.#form.fields.flatMap((field) => field.labels.map(foldLabel)));
    const places = findParagraphs(this.#words, this.#form, this.#landmarks, (label) => labels.has(label), this.#found);
    for (const field of this.#form.fields) {
      const place = places.get(field.key);
      if (place) this.#found.set(field.key, { field, sheet: this.#sheet, label: null, ...place });
    }
  }

  /** A date without a label: a cell beside or below the one it belongs to, or the end of that one's text. */
  #takeBeside(field: Field, key: string): void {
    const owner = this.#form.fields.find((other) => other.key === key);
    const occurrence = this.#occurrenceOf.get(key);
    const located = this.#found.get(key);
    if (!owner || !occurrence || !located) return;
    const place = { field, sheet: this.#sheet, label: null };
    const at = this.#dateBeside(occurrence);
    if (at) {
      // The date is nobody else's value.
      this.#labelCells.add(at.row * MAX_COLUMNS + at.column);
      this.#found.set(key, this.#locate(owner, occurrence));
      this.#found.set(field.key, { ...place, at, cells: [at] });
      return;
    }
    const end = dateBehind(located.inline ?? textAt(this.#words.grid, located.at.row, located.at.column));
    if (end) this.#found.set(key, { ...located, inline: end.before });
    const own = end ? located.at : { row: occurrence.row, column: occurrence.column };
    this.#found.set(field.key, { ...place, at: own, cells: [own], inline: end?.date ?? '' });
  }

  /** The first cell with nothing but a date, right of a label or in the rows without labels just below. */
  #dateBeside({ row, block }: Occurrence): Address | undefined {
    const { grid, byRow } = this.#words;
    const used = [...this.#found.values()].flatMap(({ label, cells }) => (label?.row === row ? [] : cells));
    for (let at = row; at <= row + ROWS_BESIDE; at++) {
      if (at > row && (byRow.get(at)?.length ?? 0) > 0) return undefined;
      for (let index = grid.rowStarts[at] ?? 0; index < (grid.rowStarts[at + 1] ?? 0); index++) {
        const column = grid.columns[index] ?? 0;
        if (at === row && column <= block.right) continue;
        if (this.#isLabelAt(at, column) || used.some((cell) => cell.row === at && cell.column === column)) continue;
        if (isDateCell(cellAtIndex(grid, index))) return { row: at, column };
      }
    }
    return undefined;
  }

  #takeSentence({ sentence, at, filled }: Landmarks['sentences'][number]): void {
    // The sentence is no value of a label above it.
    this.#labelCells.add(at.row * MAX_COLUMNS + at.column);
    sentence.blanks.forEach((key, i) => {
      const field = this.#form.fields.find((one) => one.key === key);
      if (!field || this.#found.has(key)) return;
      this.#found.set(key, { field, sheet: this.#sheet, label: null, at, cells: [at], inline: filled[i] ?? '' });
    });
  }

  #occurrenceFor(field: Field): Occurrence | undefined {
    const labels = field.labels.map(foldLabel);
    const joinedOnes = joinedLabels(this.#form, field);
    const wanted = new Set([...labels, ...joinedOnes]);
    const mine = this.#free.filter((one) => wanted.has(one.label) && !this.#isUsed(one, field));
    if (field.after !== null) {
      const joined = mine.find(({ label }) => joinedOnes.includes(label));
      return (
        joined ??
        this.#following(
          field.after,
          mine.filter(({ label }) => labels.includes(label)),
        )
      );
    }
    const named = mine.filter(
      (one) => labels.includes(one.label) && this.#inSection(field, one.row) && this.#mayBeMeant(field, one),
    );
    // The official label goes before its other spellings, a label with a cell of its own before one followed by words,
    // and any before one in a sentence.
    const rank = (one: Occurrence): number =>
      labels.indexOf(one.label) * 2 + (this.#isSure(one) ? 0 : 1) + (this.#isInSentence(one) ? 2 * labels.length : 0);
    const best = named.reduce<Occurrence | undefined>(
      (best, one) => (best && rank(best) <= rank(one) ? best : one),
      undefined,
    );
    return best && (this.#saidAgain(best, named) ?? best);
  }

  /** The label once more in the next cell right of it, there with its value: 合计金额（大写） | 大写：… 小写：… */
  #saidAgain(one: Occurrence, named: readonly Occurrence[]): Occurrence | undefined {
    const { grid } = this.#words;
    let right = one.block.right + 1;
    while (right < one.block.right + REACH && !isFilled(valueAt(grid, one.row, right))) right++;
    return named.find(
      ({ row, column, inline }) => row === one.row && column === right && inline !== undefined && inline !== '',
    );
  }

  /**
   * A total without a word on its writing (合计金额) is one in words only where words stand, or nothing yet. An amount
   * has one value: with several behind it (合计（小写） | | | 8 | | 39600) it is the total of a table.
   */
  #mayBeMeant(field: Field, one: Occurrence): boolean {
    if (one.label.includes('小写')) return this.#figuresBehind(one) < 2;
    if (field.type.kind !== 'amount-in-words' || one.label.includes('大写')) return true;
    const { at, inline } = this.#valueOf(field, one);
    const value = inline ?? valueAt(this.#words.grid, at.row, at.column);
    return value === null || (typeof value === 'string' && !/\d/u.test(value.normalize('NFKC')));
  }

  /** A label alone in its cell, or before a colon; not the beginning of a text. */
  #isSure(one: Occurrence): boolean {
    return one.inline === undefined || /[:：]/u.test(textAt(this.#words.grid, one.row, one.column));
  }

  /** Whether a label is only a word of a sentence. */
  #isInSentence({ row, column, from, inline }: Occurrence): boolean {
    if (inline === undefined) return false;
    const text = textAt(this.#words.grid, row, column);
    return /[。；;，,]\s*\S/u.test(text.slice(0, from)) || /[。；;]\s*$/u.test(text);
  }

  /** How many numbers stand in the row behind a label, up to the next label. */
  #figuresBehind(one: Occurrence): number {
    const { grid } = this.#words;
    let count = 0;
    for (let column = one.block.right + 1; column < grid.columnCount && !this.#isLabelAt(one.row, column); column++) {
      if (typeof valueAt(grid, one.row, column) === 'number') count++;
    }
    return count;
  }

  #inSection(field: Field, row: number): boolean {
    if (field.section === null || !this.#landmarks.sections.has(field.section)) return true;
    return sectionAt(this.#landmarks, row) === field.section;
  }

  #following(anchorKey: string, candidates: readonly Occurrence[]): Occurrence | undefined {
    const anchor = this.#occurrenceOf.get(anchorKey);
    if (!anchor) return undefined;
    const place = (one: Occurrence): number => (one.row - anchor.row) * 100_000 + one.column;
    const after = candidates.filter((one) =>
      one.row === anchor.row
        ? one.column > anchor.column || (one.column === anchor.column && one !== anchor)
        : one.row > anchor.row && one.row <= anchor.row + ROWS_AFTER,
    );
    // Another person's label in between means that this number is theirs.
    const rivals = [...this.#occurrenceOf]
      .filter(([key, one]) => key !== anchorKey && this.#isAnchor(key) && place(one) > place(anchor))
      .map(([, one]) => place(one));
    const limit = leastOf(rivals);
    return after.filter((one) => place(one) < limit).sort((a, b) => place(a) - place(b))[0];
  }

  #isAnchor(key: string): boolean {
    return this.#form.fields.some((field) => field.after === key);
  }

  /** One label serves one field, but for groups of ticks, which may share theirs. */
  #isUsed(one: Occurrence, by: Field): boolean {
    return [...this.#occurrenceOf].some(([key, used]) => {
      if (used !== one) return false;
      const owner = this.#form.fields.find((field) => field.key === key);
      return !(owner?.type.kind === 'ticks' && by.type.kind === 'ticks');
    });
  }

  #locate(field: Field, occurrence: Occurrence): LocatedField {
    const label: Address = { row: occurrence.row, column: occurrence.column };
    const text = textAt(this.#words.grid, label.row, label.column);
    const unit =
      field.type.kind === 'money' ? (unitIn(text) ?? unitAbove(this.#words.grid, occurrence.row)) : undefined;
    const base = { field, sheet: this.#sheet, label, ...(unit === undefined ? {} : { unit }) };
    if (field.type.kind === 'ticks') {
      const isLabel = (row: number, column: number): boolean => this.#isLabelAt(row, column);
      const ticks = findTickCells(this.#words, field.type.options, occurrence, isLabel);
      if (ticks) return { ...base, ...ticks };
    }
    return { ...base, ...this.#valueOf(field, occurrence) };
  }

  #valueOf(field: Field, occurrence: Occurrence): Pick<LocatedField, 'at' | 'cells'> & { inline?: string } {
    const own = { row: occurrence.row, column: occurrence.column };
    const inline = occurrence.inline === undefined ? undefined : ownLines(field, occurrence.inline);
    const shares = { at: own, cells: [own], inline: inline ?? '' };
    if (inline !== undefined && !isEmptyInline(field, inline)) return shares;
    const right = this.#rightOf(occurrence);
    if (right?.lead !== undefined) return { at: right.at, cells: [right.at], inline: right.lead };
    if (right?.filled) return { at: right.at, cells: [right.at] };
    const below = this.#belowOf(occurrence, right !== undefined);
    if (below) return { at: below, cells: [below] };
    // Nothing filled in: where does the value belong?
    if (inline !== undefined && (occurrence.shared || right === undefined || this.#leavesRoom(occurrence)))
      return shares;
    const under = this.#underHeading(occurrence);
    if (under) return { at: under, cells: [under] };
    return right ? { at: right.at, cells: [right.at] } : shares;
  }

  /** The cell below the last of several labels side by side, which stand over their values: 财政投资 | 自筹资金 | 合计. */
  #underHeading({ row, column, block }: Occurrence): Address | undefined {
    const { grid, merges } = this.#words;
    const left = column > 0 ? merges.blockAt(row, column - 1) : undefined;
    if (left?.top !== row || left.bottom !== block.bottom || !this.#isLabelAt(left.top, left.left)) return undefined;
    const below = merges.blockAt(block.bottom + 1, column);
    if (below.top >= grid.rowCount || below.left !== column || this.#isLabelAt(below.top, below.left)) return undefined;
    return { row: below.top, column };
  }

  /** The first filled cell right of the label, or the empty one beside it; `undefined` where a label or nothing follows. */
  #rightOf(occurrence: Occurrence): { at: Address; filled: boolean; lead?: string } | undefined {
    const { grid, merges } = this.#words;
    const row = occurrence.row;
    let beside: Address | undefined;
    let column = occurrence.block.right + 1;
    for (let steps = 0; steps < REACH && column <= grid.columnCount; steps++) {
      const block = merges.blockAt(row, column);
      const at = { row: block.top, column: block.left };
      if (this.#isLabelAt(at.row, at.column)) {
        const lead = this.#leadAt(at);
        return lead === '' ? beside && { at: beside, filled: false } : { at, filled: true, lead };
      }
      beside ??= at;
      if (isFilled(valueAt(grid, at.row, at.column))) return { at, filled: true };
      column = block.right + 1;
    }
    return beside && { at: beside, filled: false };
  }

  /** What stands before the labels of a cell: 伍仟元整 小写：5000. */
  #leadAt({ row, column }: Address): string {
    const here = (this.#words.byRow.get(row) ?? []).filter((one) => one.column === column);
    if (here.length === 0) return '';
    const from = leastOf(here.map((one) => one.from));
    return tidy(textAt(this.#words.grid, row, column).slice(0, from))
      .replace(/[（(，,；;]$/u, '')
      .trim();
  }

  /** The cell below, where the label stands over its value: nothing but labels beside it, and no label below. */
  #belowOf(occurrence: Occurrence, hasRight: boolean): Address | undefined {
    const { grid, merges } = this.#words;
    const row = occurrence.block.bottom + 1;
    if (row > grid.rowCount) return undefined;
    const block = merges.blockAt(row, occurrence.column);
    const at = { row: block.top, column: block.left };
    if (this.#isLabelAt(at.row, at.column) || this.#landmarks.printedRows.has(at.row)) return undefined;
    const filled = isFilled(valueAt(grid, at.row, at.column));
    if (filled && this.#isAnsweredBelow(occurrence, block)) return at;
    if (hasRight) return filled && at.column === occurrence.column && !this.#beginsOtherPart(at) ? at : undefined;
    return filled || occurrence.inline === undefined ? at : undefined;
  }

  /**
   * Whether a block is the box that the form has below a label, with more of the form below: whatever words it begins
   * with, 说明：… or 附件：…, it is the answer. At the end of a form it may be a note.
   */
  #isAnsweredBelow(occurrence: Occurrence, block: Range): boolean {
    if (block.right === block.left || !isBoxBelow(this.#words, occurrence, block)) return false;
    if (this.#landmarks.titles.some(({ at }) => at.row === block.top)) return false;
    const isBelow = ({ row }: { readonly row: number }): boolean => row > block.bottom;
    return (
      this.#free.some((one) => isBelow(one) && isAlone(one)) ||
      [...this.#landmarks.printedRows].some((row) => isBelow({ row }))
    );
  }

  /** Whether a text below is a heading, a note or a title rather than a value. */
  #beginsOtherPart(at: Address): boolean {
    const text = tidy(textAt(this.#words.grid, at.row, at.column));
    return (
      /^(?:\d{1,2}\s*[.．、]|注|备注|说明|附件)/u.test(text) ||
      /[:：]$/u.test(text) ||
      (this.#words.byRow.get(at.row)?.length ?? 0) > 0 ||
      this.#landmarks.titles.some((title) => title.at.row === at.row)
    );
  }

  /** A label with room for its value in its own cell: merged over several columns, or blanks left behind the colon. */
  #leavesRoom(occurrence: Occurrence): boolean {
    const { block } = occurrence;
    return (
      block.right > block.left || /[:：][\s_＿]{3,}$/u.test(textAt(this.#words.grid, occurrence.row, occurrence.column))
    );
  }

  #isLabelAt(row: number, column: number): boolean {
    return this.#labelCells.has(row * MAX_COLUMNS + column);
  }
}

function isFilled(value: unknown): boolean {
  return value !== null && (typeof value !== 'string' || tidy(value) !== '');
}

/** Behind a label a text may go on over lines; any other value ends with its line, and what follows is another part. */
function ownLines(field: Field, inline: string): string {
  if (field.type.kind === 'text' || field.type.kind === 'ticks') return inline;
  return inline.split('\n', 1)[0]?.trim() ?? '';
}

/** Whether nothing but blanks, lines or the form's own hint stands behind a label. */
function isEmptyInline(field: Field, inline: string): boolean {
  const bare = inline.replace(/[\s_＿]/gu, '');
  return bare === '' || isHint(field, bare);
}

/** Whether a text is only what the form has printed there. */
export function isHint(field: Field, text: string): boolean {
  const folded = foldValue(text);
  return field.hints.some((hint) => foldValue(hint) === folded);
}
