import { foldLabel, tidy } from '../forms/fold.ts';
import type { Field, Form } from '../forms/form.ts';
import { civilFromSerial, isoDate } from '../forms/values/calendar.ts';
import { isDateFormat } from '../forms/values/number-format.ts';
import type { Address } from '../sheets/address.ts';
import { type Cell, cellAtIndex } from '../sheets/grid.ts';
import { greatestOf, leastOf } from '../sheets/lists.ts';
import type { Heading } from './form-words.ts';
import type { LocatedField } from './located.ts';
import type { SheetWords } from './occurrences.ts';
import { headingsOf, isPrinted, type Landmarks, printedOf } from './sections.ts';

/** So far above its first section a letter may begin: its number, and who signs it. */
const ROWS_ABOVE = 8;
/** A letter is a page or two. */
const MOST_ROWS = 300;
const MOST_LINES = 1000;
/** Longer texts are let pass: no paragraph that a form limits has this many characters. */
const LONGEST = 5000;

/** A line of a cell that holds no label. */
interface Line extends Address {
  readonly text: string;
  /** Whether it begins with blanks, as a paragraph does. */
  readonly indented: boolean;
  /** Whether the cell holds nothing else. */
  readonly whole: boolean;
  /** The line that opens its section: a paragraph by itself. */
  readonly opens: boolean;
}

type Place = Omit<LocatedField, 'field' | 'sheet' | 'label'>;

/** One paragraph, which may have been typed line by line into the rows of a sheet. */
interface Paragraph {
  readonly text: string;
  readonly cells: readonly Address[];
  readonly whole: boolean;
}

/**
 * The fields of a form that have no label, as the parts of a letter: each is a paragraph of its section, known by what
 * such paragraphs say, or all of them that are no other field's.
 * @param isLabel Whether a label is one of the form's.
 */
export function findParagraphs(
  words: SheetWords,
  form: Form,
  landmarks: Landmarks,
  isLabel: (label: string) => boolean,
  found: ReadonlyMap<string, LocatedField>,
): Map<string, Place> {
  const places = new Map<string, Place>();
  const fields = form.fields.filter((field) => field.paragraph !== undefined && !found.has(field.key));
  if (fields.length === 0 || landmarks.sections.size === 0) return places;
  const printed = printedOf(form);
  const values = [...found.values()].filter(({ inline }) => inline === undefined).flatMap(({ cells }) => cells);
  const sections = new SectionReader(words, form, landmarks, isLabel, values).read();
  const order = form.sections.map(({ key }) => key);
  for (const [section, lines] of sections) {
    const here = fields.filter((field) => sectionOf(field, order, sections) === section);
    if (here.length === 0) continue;
    const left = paragraphsOf(lines);
    for (const field of here) takeLike(field, left, places);
    const rest = left.filter(({ text }) => !isPrinted(foldLabel(text.replace(/[。！!]$/u, '')), printed));
    for (const field of here) if (field.paragraph?.like === null) takeRest(field, rest, places);
  }
  return places;
}

/** Where a section is not opened, what is known by its words is looked for in the one before. */
function sectionOf(
  { section, paragraph }: Field,
  order: readonly string[],
  sections: ReadonlyMap<string | null, unknown>,
): string | null {
  if (section === null || sections.has(section) || paragraph?.like === null) return section;
  const before = order.slice(0, order.indexOf(section)).filter((key) => sections.has(key));
  return before.at(-1) ?? null;
}

/** Takes the first (last) paragraph that is like those of a field out of those left. */
function takeLike({ key, paragraph }: Field, left: Paragraph[], places: Map<string, Place>): void {
  const like = paragraph?.like ?? null;
  if (like === null) return;
  const pattern = new RegExp(`^(?:${like})$`, 'su');
  const fits = ({ text }: Paragraph): boolean => text.length <= LONGEST && pattern.test(text);
  const index = paragraph?.last ? lastIndex(left, fits) : left.findIndex(fits);
  const [taken] = index < 0 ? [] : left.splice(index, 1);
  const at = taken?.cells[0];
  if (!taken || !at) return;
  const value = pattern.exec(taken.text)?.[1] ?? taken.text;
  const isCell = taken.whole && value === taken.text;
  places.set(key, { at, cells: taken.cells, ...(isCell ? {} : { inline: value.trim() }) });
}

function lastIndex(paragraphs: readonly Paragraph[], fits: (paragraph: Paragraph) => boolean): number {
  let at = paragraphs.length - 1;
  for (; at >= 0; at--) {
    const paragraph = paragraphs[at];
    if (paragraph && fits(paragraph)) break;
  }
  return at;
}

function takeRest({ key }: Field, left: Paragraph[], places: Map<string, Place>): void {
  const all = left.splice(0);
  const [first] = all;
  const at = first?.cells[0];
  if (!at) return;
  const cells = all.flatMap((paragraph) => paragraph.cells);
  const isCell = all.length === 1 && first.whole;
  places.set(key, { at, cells, ...(isCell ? {} : { inline: all.map(({ text }) => text).join('\n') }) });
}

/** A line that was broken by hand is no longer than a row of the sheet shows. */
const LONGEST_LINE = 80;
/** What ends a paragraph rather than a line of it; quotation marks and brackets may close behind. */
const ENDS = /[。！？!?：:][”’"』」）)]?$/u;

/**
 * The paragraphs that lines are. People type a long one line by line into rows one below the other: a run of lines that
 * only ends with a full stop at its last is one.
 */
function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let run: Line[] = [];
  const flush = (): void => {
    for (const line of run) paragraphs.push({ text: line.text, cells: [line], whole: line.whole });
    run = [];
  };
  for (const line of lines) {
    const before = run.at(-1);
    const isBroken = before && !before.opens && before.text.length <= LONGEST_LINE;
    const goesOn = isBroken && !line.indented && line.column === before.column && line.row - before.row <= 1;
    if (before && !goesOn) flush();
    run.push(line);
    if (!ENDS.test(line.text)) continue;
    if (run.length === 1) flush();
    else paragraphs.push({ text: run.map(({ text }) => text).join(''), cells: cellsOf(run), whole: false });
    run = [];
  }
  flush();
  return paragraphs;
}

function cellsOf(lines: readonly Line[]): Address[] {
  const cells = new Map(lines.map(({ row, column }) => [`${String(row)} ${String(column)}`, { row, column }]));
  return [...cells.values()];
}

/** Reads the lines of each section of a form, in reading order; `null`: what stands above the first one. */
class SectionReader {
  readonly #words: SheetWords;
  readonly #landmarks: Landmarks;
  readonly #headings: readonly Heading[];
  readonly #isLabel: (label: string) => boolean;
  readonly #values: readonly Address[];
  readonly #sections = new Map<string | null, Line[]>();
  #section: string | null = null;

  /** @param values Cells that hold the values of other fields. */
  constructor(
    words: SheetWords,
    form: Form,
    landmarks: Landmarks,
    isLabel: (label: string) => boolean,
    values: readonly Address[],
  ) {
    this.#words = words;
    this.#landmarks = landmarks;
    this.#headings = headingsOf(form);
    this.#isLabel = isLabel;
    this.#values = values;
  }

  read(): ReadonlyMap<string | null, readonly Line[]> {
    const { grid } = this.#words;
    const first = leastOf([...this.#landmarks.sections.values()]);
    const last = greatestOf([...this.#landmarks.sections.values()]);
    const to = Math.min(grid.rowCount, last + MOST_ROWS);
    let count = 0;
    for (let row = Math.max(0, first - ROWS_ABOVE); row < to && count < MOST_LINES; row++) {
      for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
        count += this.#takeCell(textOf(cellAtIndex(grid, index)), row, grid.columns[index] ?? 0);
      }
    }
    return this.#sections;
  }

  #takeCell(text: string, row: number, column: number): number {
    if (this.#values.some((value) => value.row === row && value.column === column)) return 1;
    const isTitle = this.#headings.some((heading) => heading.isFilled(text));
    const lines = isTitle ? [text.replace(/\s*\n\s*/gu, '')] : text.split('\n').slice(0, MOST_LINES);
    const labels = (this.#words.byRow.get(row) ?? []).filter(
      (one) => one.column === column && this.#isLabel(one.label),
    );
    let from = 0;
    for (const written of lines) {
      const end = from + written.length;
      const own = labels.find((one) => one.from >= from && one.from <= end);
      const opened = this.#open(written);
      const rest = opened ?? written;
      // A label ends what stands before it in its line: the number of a letter, with its signer behind it.
      const line = own && rest === written ? written.slice(0, own.from - from) : rest;
      const whole = line === written && lines.length === 1 && !isTitle;
      this.#takeLine(line, { row, column, whole, opens: opened === written });
      from = end + 1;
    }
    return lines.length;
  }

  /** Goes on to the section that a line opens: what stands behind its heading is the first line of it. */
  #open(line: string): string | undefined {
    const label = foldLabel(line);
    if (label === '') return undefined;
    const opened = this.#headings.find(
      (heading) =>
        !this.#sections.has(heading.key) &&
        heading.isIn(line, label) &&
        (!heading.isSaidIn(line) || this.#landmarks.doubtful.has(heading.key)),
    );
    if (!opened) return undefined;
    this.#section = opened.key;
    this.#sections.set(opened.key, []);
    return opened.restOf(line);
  }

  #takeLine(line: string, place: Omit<Line, 'text' | 'indented'>): void {
    const text = tidy(line)
      .replace(/[（(【[]$/u, '')
      .trimEnd();
    if (text === '') return;
    const lines = this.#sections.get(this.#section) ?? [];
    lines.push({ ...place, text, indented: /^(?:\s{2}|\u3000)/u.test(line) });
    this.#sections.set(this.#section, lines);
  }
}

function textOf({ value, format }: Cell): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  const date = isDateFormat(format) && value >= 1 ? civilFromSerial(value) : undefined;
  return date ? isoDate(date) : String(value);
}
