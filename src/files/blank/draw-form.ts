import { withNote } from '../../forms/entries.ts';
import type { Entry, Form } from '../../forms/form.ts';
import type { Layout, LayoutContent } from '../../forms/layout.ts';
import type { Range } from '../../sheets/address.ts';
import { arrange, type ArrangedCell, type ArrangedTable, type Arrangement } from './arrangement.ts';
import { conditionsFor } from './conditions.ts';
import type { Borders, CellStyle, Condition, DrawnCell, DrawnRow, DrawnSheet, Drawing, Validation } from './drawing.ts';
import { columnFormula, fieldFormulas, isNumbering, numberFormula, totalFormula } from './formulas.ts';
import { labelLines } from './label-lines.ts';
import { LIST_SHEET, OptionLists } from './option-lists.ts';
import { fitToPages } from './page-fit.ts';
import { Places } from './places.ts';
import { linesOf, roomFor, WIDTH_UNIT } from './text-size.ts';
import { tickText } from './tick-text.ts';
import { overFormula, validationFor } from './validations.ts';
import { alignment, numberFormat } from './value-looks.ts';
import { sheetNames } from '../xlsx-write.ts';

/** A4 less the margins, in points; the heights leave something for programs that print a little larger. */
const PAGE_WIDTHS: Readonly<Record<Layout['page'], number>> = { portrait: 508, landscape: 754 };
const PAGE_HEIGHTS: Readonly<Record<Layout['page'], number>> = { portrait: 720, landscape: 474 };

const BODY = { font: '宋体', size: 10.5 } as const;
const ANNEX = { font: '黑体', size: 12 } as const;
const TITLE_FONT = '宋体';
/** 小二 and smaller, where a title would not fit into one line. */
const TITLE_SIZES = [18, 16, 15, 14];
/** Points of a line of text, and of what is above and below it in a cell. */
const LINE = 15;
const AROUND = 8;
/** Rows that people write in by hand are no lower. */
const LEAST_HEIGHT = 25;
/** Shorter tables stand on one page. */
const SHORT_TABLE = 12;
/** Longer tables keep their headings in view. */
const LONG_TABLE = 20;

/** The cells of tables: nothing printed in them. */
const PLAIN = { boxes: 'before', suffix: '' } as const;

const NONE: Borders = { left: false, right: false, top: false, bottom: false };
const ALL: Borders = { left: true, right: true, top: true, bottom: true };

/** The blank official form as a drawing: its layout filled with the words, and all that cells can do by themselves. */
export function drawForm(form: Form, layout: Layout, properties: ReadonlyMap<string, string>): Drawing {
  const lists = new OptionLists();
  const [name = '', listName = ''] = sheetNames([form.title, LIST_SHEET]);
  const sheet = new FormSheet(form, layout, lists).draw(name);
  const rows = lists.rows();
  const sheets = rows.length > 0 ? [sheet, listSheet(listName, rows)] : [sheet];
  return { title: form.title, date: form.version, properties, sheets, names: new Map() };
}

class FormSheet {
  readonly #form: Form;
  readonly #layout: Layout;
  readonly #lists: OptionLists;
  readonly #widths: readonly number[];
  readonly #arrangement: Arrangement;
  readonly #places: Places;
  readonly #rows: RowBuilder[];
  readonly #merges: Range[] = [];
  readonly #validations: Validation[] = [];
  readonly #fieldFormulas: ReadonlyMap<string, string>;

  constructor(form: Form, layout: Layout, lists: OptionLists) {
    this.#form = form;
    this.#layout = layout;
    this.#lists = lists;
    this.#widths = widthsOf(layout);
    this.#arrangement = arrange(form, layout, 1);
    this.#places = new Places(form, this.#arrangement, (content, range) => this.#printed(content, range));
    this.#fieldFormulas = fieldFormulas(form, this.#places);
    this.#rows = Array.from({ length: this.#arrangement.rows }, () => new RowBuilder());
  }

  draw(name: string): DrawnSheet {
    const { page, widths } = this.#layout;
    const annex = style({ ...ANNEX, horizontal: 'left' });
    this.#put({ top: 0, left: 0, bottom: 0, right: widths.length - 1 }, annex, { value: this.#form.source.annex });
    this.#row(0).atLeast(20);
    for (const cell of this.#arrangement.cells) this.#drawCell(cell);
    for (const table of this.#arrangement.tables) this.#drawTable(table);
    const long = this.#arrangement.tables.find(({ layout }) => layout.rows >= LONG_TABLE);
    const only = this.#arrangement.tables.length === 1 ? long : undefined;
    this.#keepTogether();
    const { heights, breaks } = fitToPages(this.#rows, PAGE_HEIGHTS[page]);
    return {
      name,
      hidden: false,
      widths: this.#widths,
      rows: this.#rows.map((row, at) => row.finish(heights[at] ?? row.height)),
      merges: this.#merges,
      validations: this.#validations,
      conditions: this.#conditions(),
      frozenRows: only ? only.firstRow : 0,
      page: {
        orientation: page,
        area: { top: 0, left: 0, bottom: this.#rows.length - 1, right: widths.length - 1 },
        header: only ? { first: only.firstHeading, last: only.firstRow - 1 } : null,
        breaks,
        isNumbered: heights.reduce((sum, height) => sum + height, 0) > PAGE_HEIGHTS[page],
      },
      isProtected: true,
    };
  }

  /** What one page is to have: boxes, cells of several rows, short tables with the lines above them. */
  #keepTogether(): void {
    const keep = ({ top, bottom }: Pick<Range, 'top' | 'bottom'>): void => {
      for (let row = top; row < bottom; row++) this.#row(row).keepsWithNext = true;
    };
    for (const { range, frame, block } of this.#arrangement.cells) keep(frame === 'box' ? block : range);
    const lines = this.#arrangement.cells.filter(({ cell }) => cell.content.kind === 'text');
    for (const { layout, firstHeading, firstRow, lastRow, totalRow } of this.#arrangement.tables) {
      let top = firstHeading;
      while (lines.some(({ range }) => range.bottom === top - 1 && range.top === range.bottom)) top--;
      keep({ top, bottom: layout.rows <= SHORT_TABLE ? lastRow : firstRow });
      if (totalRow !== null) keep({ top: lastRow, bottom: totalRow });
      if (layout.rows <= SHORT_TABLE) continue;
      for (let row = firstRow + 1; row <= lastRow; row++) this.#row(row).flows = true;
    }
  }

  #conditions(): readonly Condition[] {
    return conditionsFor(this.#form, this.#places, new Set(this.#fieldFormulas.keys()));
  }

  #drawCell({ range, cell, frame, block }: ArrangedCell): void {
    const { content, lines } = cell;
    const borders = frame === 'grid' ? ALL : frame === 'box' ? outline(range, block) : NONE;
    switch (content.kind) {
      case 'title': {
        this.#drawTitle(this.#form.title, range, false);
        return;
      }
      case 'label': {
        const horizontal = frame === 'grid' ? 'center' : 'left';
        const text = labelLines(content.text, this.#room(range, BODY.size));
        this.#put(range, style({ ...BODY, horizontal, borders }), { value: text });
        this.#grow(range, this.#heightOf(text, range, lines));
        return;
      }
      case 'text': {
        const { words, blanks, align, bold } = content;
        const text = words
          .map((word, at) => word + (blanks[at] ? blanks[at].printed || this.#space(blanks[at].field) : ''))
          .join('');
        const horizontal = align ?? (frame === 'grid' && blanks.length === 0 && !isLong(text) ? 'center' : 'left');
        const unlocked = blanks.length > 0;
        this.#put(range, style({ ...BODY, bold, horizontal, borders, unlocked }), { value: text });
        this.#grow(range, this.#heightOf(text, range, lines), frame === 'none' ? 18 : LEAST_HEIGHT);
        return;
      }
      case 'value':
        this.#drawValue(content, range, lines, borders);
    }
  }

  #drawTitle(text: string, range: Range, unlocked: boolean): void {
    const size = this.#titleSize(text, range);
    this.#put(range, style({ font: TITLE_FONT, size, bold: true, horizontal: 'center', unlocked }), { value: text });
    this.#row(range.top).atLeast(this.#heightOf(text, range, 1, size) + 14);
  }

  #drawValue(
    content: Extract<LayoutContent, { readonly kind: 'value' }>,
    range: Range,
    lines: number,
    borders: Borders,
  ): void {
    const place = this.#places.fields.get(content.field);
    if (!place) return;
    const { field, printed } = place;
    if (content.isTitle) {
      this.#drawTitle(printed, range, true);
      return;
    }
    const formula = this.#fieldFormulas.get(field.key);
    const isBig = lines > 2 && field.type.kind !== 'ticks';
    // A seal has its place at the lower right; a remark on what to write is at the beginning.
    const isSeal = isBig && /章|年\s*月/u.test(printed);
    const look = style({
      ...BODY,
      horizontal: content.align ?? (isSeal ? 'right' : 'left'),
      vertical: isSeal ? 'bottom' : isBig ? 'top' : 'center',
      borders,
      numberFormat: numberFormat(field.type, content.suffix),
      unlocked: formula === undefined,
    });
    this.#put(range, look, formula === undefined ? { value: printed } : { formula });
    this.#grow(range, this.#heightOf(printed, range, lines));
    if (isBig) this.#row(range.bottom).roomy(this.#heightOf(printed, range, 2));
    if (formula !== undefined) return;
    const validation = validationFor(field, { field: field.key }, range, content, this.#context());
    if (validation) this.#validations.push({ ...validation, range: firstCell(range) });
  }

  #drawTable(place: ArrangedTable): void {
    const { table, layout, headings } = place;
    for (const { key, column: left, columns } of layout.columns) {
      const column = table.columns.find((one) => one.key === key);
      if (!column) continue;
      const right = left + columns - 1;
      const top = column.groups.length > 0 ? place.firstHeading + 1 : place.firstHeading;
      const range = { top, left, bottom: place.firstRow - 1, right };
      const heading = labelLines(column.labels[0] ?? key, this.#room(range, BODY.size));
      this.#put(range, style({ ...BODY, horizontal: 'center', borders: ALL }), { value: heading });
      this.#grow(range, this.#heightOf(heading, range, 1));
      this.#drawColumn(place, key, left, right);
    }
    if (headings > 1) this.#drawGroups(place);
    for (let row = place.firstRow; row <= place.lastRow; row++) {
      this.#row(row).atLeast(Math.max(LEAST_HEIGHT, layout.lines * LINE + AROUND));
      this.#row(row).table(layout.lines === 1);
    }
    if (place.totalRow !== null) this.#drawTotals(place, place.totalRow);
  }

  /** The headings above those of several columns. */
  #drawGroups({ table, layout, firstHeading }: ArrangedTable): void {
    const groups: { heading: string; left: number; right: number }[] = [];
    for (const { key, column: left, columns } of layout.columns) {
      const heading = table.columns.find((one) => one.key === key)?.groups[0];
      const last = groups.at(-1);
      if (heading === undefined) continue;
      if (last?.heading === heading && last.right === left - 1) last.right = left + columns - 1;
      else groups.push({ heading, left, right: left + columns - 1 });
    }
    for (const { heading, left, right } of groups) {
      const range = { top: firstHeading, left, bottom: firstHeading, right };
      this.#put(range, style({ ...BODY, horizontal: 'center', borders: ALL }), { value: heading });
      this.#grow(range, this.#heightOf(heading, range, 1));
    }
  }

  #drawColumn(place: ArrangedTable, key: string, left: number, right: number): void {
    const { table, layout } = place;
    const column = table.columns.find((one) => one.key === key);
    if (!column) return;
    const isNumber = isNumbering(this.#form, table.key, key);
    const look = style({
      ...BODY,
      horizontal: isNumber ? 'center' : alignment(column.type),
      borders: ALL,
      numberFormat: numberFormat(column.type, ''),
      unlocked: true,
    });
    if (table.entries?.column === key) {
      this.#drawEntries(place, table.entries.list, left, right);
      return;
    }
    let isComputed = false;
    for (let row = place.firstRow; row <= place.lastRow; row++) {
      const range = { top: row, left, bottom: row, right };
      const number = row - place.firstRow + 1;
      const formula = isNumber
        ? numberFormula(place, this.#places, row)
        : columnFormula(this.#form, this.#places, place, key, row);
      isComputed ||= formula !== undefined;
      if (isNumber && number <= layout.numbered) this.#put(range, look, { value: number });
      else this.#put(range, look, formula === undefined ? {} : { formula });
    }
    const range = { top: place.firstRow, left, bottom: place.lastRow, right: left };
    if (isNumber) return;
    const validation = isComputed
      ? overFormula(range)
      : validationFor(column, { table: table.key, column: key }, range, PLAIN, this.#context());
    if (validation) this.#validations.push(validation);
  }

  /** The rows that a form prints: what heads others in bold. */
  #drawEntries({ firstRow, lastRow }: ArrangedTable, list: readonly Entry[], left: number, right: number): void {
    const headings = new Set(list.map(({ heading }) => heading));
    for (let row = firstRow; row <= lastRow; row++) {
      const range = { top: row, left, bottom: row, right };
      const at = row - firstRow;
      const entry = list[at];
      const value = entry && withNote(entry);
      const look = style({ ...BODY, bold: headings.has(at), horizontal: 'left', borders: ALL, unlocked: true });
      this.#put(range, look, value === undefined ? {} : { value });
      this.#row(row).atLeast(this.#heightOf(value ?? '', range, 1));
    }
  }

  #drawTotals({ table, layout }: ArrangedTable, row: number): void {
    let words: string | null = layout.total;
    let label: Range | undefined;
    const put = (): void => {
      if (label) this.#put(label, style({ ...BODY, horizontal: 'center', borders: ALL }), { value: words ?? '' });
      if (label) words = null;
      label = undefined;
    };
    for (const { key, column: left, columns } of layout.columns) {
      const range = { top: row, left, bottom: row, right: left + columns - 1 };
      const formula = totalFormula(this.#form, this.#places, table.key, key);
      const type = table.columns.find((one) => one.key === key)?.type;
      if (formula === undefined) {
        label = label ? { ...label, right: range.right } : range;
        continue;
      }
      put();
      const numbers = type ? numberFormat(type, '') : 'General';
      this.#put(range, style({ ...BODY, horizontal: 'right', borders: ALL, numberFormat: numbers }), { formula });
    }
    put();
    this.#row(row).atLeast(LEAST_HEIGHT);
  }

  #context(): Parameters<typeof validationFor>[4] {
    const roomIn = (range: Range): number => this.#room(range, BODY.size);
    return { form: this.#form, places: this.#places, lists: this.#lists, roomIn };
  }

  /** What stands in an empty cell: the options of ticks, else what the form prints there. */
  #printed(content: LayoutContent, range: Range): string {
    if (content.kind !== 'value') return '';
    const type = this.#form.fields.find(({ key }) => key === content.field)?.type;
    if (type?.kind !== 'ticks') return content.printed;
    return tickText(type.options, this.#room(range, BODY.size), content.boxes);
  }

  /** Room to write in among printed words. */
  #space(field: string): string {
    const type = this.#form.fields.find(({ key }) => key === field)?.type;
    if (type?.kind !== 'date' || type.precision === 'year') return '　　　　';
    return type.precision === 'month' ? '　　年　　月' : '　　年　　月　　日';
  }

  #titleSize(text: string, range: Range): number {
    const fits = (size: number): boolean => linesOf(text, this.#room(range, size)) === 1;
    return TITLE_SIZES.find(fits) ?? TITLE_SIZES.at(-1) ?? BODY.size;
  }

  #room({ left, right }: Range, size: number): number {
    let width = 0;
    for (let column = left; column <= right; column++) width += this.#widths[column] ?? 0;
    return roomFor(width, size);
  }

  #heightOf(text: string, range: Range, lines: number, size: number = BODY.size): number {
    const needed = Math.max(lines, text === '' ? 1 : linesOf(text, this.#room(range, size)));
    return Math.ceil(needed * LINE * (size / BODY.size) + AROUND);
  }

  /** Makes rows high enough for a cell: all of it in its last row, less what those above it have. */
  #grow({ top, bottom }: Range, height: number, least: number = LEAST_HEIGHT): void {
    let above = 0;
    for (let row = top; row < bottom; row++) {
      this.#row(row).atLeast(least);
      above += this.#row(row).height;
    }
    this.#row(bottom).atLeast(Math.max(least, height - above));
  }

  #put(range: Range, look: CellStyle, content: Pick<DrawnCell, 'value' | 'formula'>): void {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const isFirst = row === range.top && column === range.left;
        // Each cell of a merged block draws the lines at its own sides.
        const borders = {
          left: look.borders.left && column === range.left,
          right: look.borders.right && column === range.right,
          top: look.borders.top && row === range.top,
          bottom: look.borders.bottom && row === range.bottom,
        };
        this.#row(row).add({ column, style: { ...look, borders }, ...(isFirst ? content : {}) });
      }
    }
    if (range.top !== range.bottom || range.left !== range.right) this.#merges.push(range);
  }

  #row(row: number): RowBuilder {
    return this.#rows[row] ?? new RowBuilder();
  }
}

class RowBuilder {
  readonly #cells: DrawnCell[] = [];
  #isTable = false;
  #grows = false;
  height = 0;
  least = 0;
  isRoomy = false;
  keepsWithNext = false;
  flows = false;

  add(cell: DrawnCell): void {
    this.#cells.push(cell);
  }

  atLeast(height: number): void {
    this.height = Math.max(this.height, height);
  }

  /** A row of a table may be deleted, and so has nothing locked; it grows with its text where no more is said of it. */
  table(grows: boolean): void {
    this.#isTable = true;
    this.#grows = grows;
  }

  /** The row is a box for a text: it may be as low as this. */
  roomy(least: number): void {
    this.isRoomy = true;
    this.least = Math.max(this.least, least);
  }

  finish(height: number): DrawnRow {
    const cells = [...this.#cells].sort((a, b) => a.column - b.column);
    return { height, grows: this.#grows, unlocked: this.#isTable, cells };
  }
}

/** The columns' shares of the page, as widths in characters. */
function widthsOf({ page, widths }: Layout): readonly number[] {
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const characters = PAGE_WIDTHS[page] / WIDTH_UNIT;
  return widths.map((share) => Math.round((share / whole) * characters * 100) / 100);
}

function style(look: Partial<CellStyle> & Pick<CellStyle, 'font' | 'size' | 'horizontal'>): CellStyle {
  return { bold: false, vertical: 'center', borders: NONE, numberFormat: 'General', unlocked: false, ...look };
}

/** The sides of a cell that lie on the outline of its block. */
function outline(range: Range, block: Range): Borders {
  return {
    left: range.left === block.left,
    right: range.right === block.right,
    top: range.top === block.top,
    bottom: range.bottom === block.bottom,
  };
}

function firstCell({ top, left }: Range): Range {
  return { top, left, bottom: top, right: left };
}

function isLong(text: string): boolean {
  return text.length > 24;
}

/** The lists of drop-downs, out of sight. */
function listSheet(name: string, rows: readonly (readonly (string | number)[])[]): DrawnSheet {
  const look = style({ ...BODY, horizontal: 'left' });
  return {
    name,
    hidden: true,
    widths: (rows[0] ?? []).map(() => 16),
    rows: rows.map((values) => ({
      height: LINE,
      grows: true,
      unlocked: false,
      cells: values.map((value, column) => ({ column, style: look, value })),
    })),
    ...{ merges: [], validations: [], conditions: [], frozenRows: 0, page: null, isProtected: true },
  };
}
