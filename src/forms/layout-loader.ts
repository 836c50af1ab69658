import type { DefinitionPath } from './definition-error.ts';
import type { DefinitionNames } from './definition-names.ts';
import type { Faults } from './faults.ts';
import { foldLabel } from './fold.ts';
import type { Clause, Field, List, Sentence, Table } from './form.ts';
import type { Layout, LayoutBlock, LayoutCell, LayoutRows } from './layout.ts';
import { LAYOUT_PARTS, type ListBlockDefinition } from './layout-definition.ts';
import { LayoutCells, type OpenCell } from './layout-cells.ts';
import { placeCells } from './layout-places.ts';
import { tableBlock } from './layout-table.ts';

/** What of a form its layout speaks of. */
export interface LaidOut {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly tables: readonly Table[];
  readonly sentences: readonly Sentence[];
  readonly clauses: Readonly<Record<string, Clause>>;
  readonly lists: readonly List[];
}

const PATH: DefinitionPath = ['layout'];

/**
 * Makes a layout of what a definition says of it: every name exists, every field and table stands in it once, and the
 * cells of each row fill its columns. `undefined` where there is none, or a fault in it.
 */
export function loadLayout(
  written: unknown,
  form: LaidOut,
  names: DefinitionNames,
  faults: Faults,
): Layout | undefined {
  if (written === undefined) return undefined;
  const { layout } = LAYOUT_PARTS;
  const before = faults.list.length;
  const whole = faults.parse(layout, written, PATH, Object.keys(layout.shape));
  if (!whole) return undefined;
  const blocks = new Blocks(form, whole.columns.length, names, faults);
  whole.rows.forEach((row, index) => {
    blocks.add(row, [...PATH, 'rows', index]);
  });
  const made = blocks.finish(before === 0);
  return faults.list.length > before
    ? undefined
    : { page: whole.page ?? 'portrait', widths: whole.columns, blocks: made };
}

/** The printed words of a layout that are no label, heading, sentence or value: notes, lines above tables. */
export function printedWords({ blocks }: Layout): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' || block.isReference
      ? []
      : block.rows
          .flat()
          .flatMap(({ content }) =>
            content.kind === 'text' && content.blanks.length === 0 ? content.words.filter(isPhrase) : [],
          ),
  );
}

/** Shorter words might be anything. */
function isPhrase(words: string): boolean {
  return foldLabel(words).length >= 4;
}

/** What the blank form prints in the blanks of its sentences, by field. */
export function printedInSentences({ blocks }: Layout): ReadonlyMap<string, string> {
  const printed = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const { content } of block.rows.flat()) {
      if (content.kind !== 'text') continue;
      for (const blank of content.blanks) if (blank.printed !== '') printed.set(blank.field, blank.printed);
    }
  }
  return printed;
}

/** Field → what the layout prints in its empty cell. */
export function printedHints({ blocks }: Layout): ReadonlyMap<string, string> {
  const hints = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const { content } of block.rows.flat()) {
      if (content.kind === 'value' && content.printed !== '') hints.set(content.field, content.printed);
    }
  }
  return hints;
}

class Blocks {
  readonly #form: LaidOut;
  readonly #width: number;
  readonly #names: DefinitionNames;
  readonly #faults: Faults;
  readonly #cells: LayoutCells;
  readonly #blocks: LayoutBlock[] = [];
  readonly #tables = new Map<string, DefinitionPath>();
  /** Rows in borders that follow one another. */
  #grid: { readonly cells: readonly OpenCell[]; readonly path: DefinitionPath }[] = [];
  #hasTitle = false;

  constructor(form: LaidOut, width: number, names: DefinitionNames, faults: Faults) {
    this.#form = form;
    this.#width = width;
    this.#names = names;
    this.#faults = faults;
    this.#cells = new LayoutCells(form, names, faults);
  }

  add(row: unknown, path: DefinitionPath): void {
    if (Array.isArray(row)) {
      for (const cells of this.#cells.rows(row, path, false)) this.#grid.push({ cells, path });
      return;
    }
    this.#endGrid();
    if (typeof row === 'string') this.#line(row, path);
    else this.#part(row, path);
  }

  /** @param complete Whether the rest of the definition is sound, so that what the layout lacks can be told. */
  finish(complete: boolean): readonly LayoutBlock[] {
    this.#endGrid();
    if (complete) this.#findMissing();
    return this.#hasTitle ? this.#blocks : [this.#title(), ...this.#blocks];
  }

  #endGrid(): void {
    if (this.#grid.length > 0) this.#push('grid', this.#grid);
    this.#grid = [];
  }

  #push(
    frame: LayoutRows['frame'],
    rows: readonly { readonly cells: readonly OpenCell[]; readonly path: DefinitionPath }[],
  ): void {
    for (const { content } of rows.flatMap(({ cells }) => cells)) {
      if (content.kind === 'value' && content.isTitle) this.#hasTitle = true;
    }
    this.#blocks.push({ kind: 'rows', frame, rows: placeCells(rows, this.#width, frame !== 'grid', this.#faults) });
  }

  #line(words: string, path: DefinitionPath): void {
    if (words === 'title') {
      if (this.#hasTitle) this.#faults.add(path, { zh: 'title 只能有一行', en: 'there can be one title only' });
      this.#hasTitle = true;
      this.#blocks.push(this.#title());
      return;
    }
    for (const [name, example] of [
      [this.#names.fields.has(words), `[${words}]`],
      [this.#names.tables.has(words), `{ table: ${words} }`],
    ] as const) {
      if (!name) continue;
      const fault = {
        zh: `“${words}”是名称；要放在版面上，请写作 ${example}`,
        en: `"${words}" is a name; write ${example} to place it`,
      };
      this.#faults.add(path, fault);
    }
    this.#push('none', [{ cells: this.#cells.words({ text: words }, path), path }]);
  }

  #title(): LayoutRows {
    const cell: LayoutCell = { column: 0, columns: this.#width, rows: 1, lines: 1, content: { kind: 'title' } };
    return { kind: 'rows', frame: 'none', rows: [[cell]] };
  }

  #part(row: unknown, path: DefinitionPath): void {
    const { rows } = LAYOUT_PARTS;
    const has = (key: string): boolean => typeof row === 'object' && row !== null && key in row;
    if (has('table')) {
      const definition = this.#faults.parse(rows.table, row, path, Object.keys(rows.table.shape));
      if (!definition) return;
      this.#once(this.#tables, definition.table, path);
      const block = tableBlock(definition, path, this.#form.tables, this.#width, this.#names, this.#faults);
      if (block) this.#blocks.push(block);
    } else if (has('list')) {
      const list = this.#faults.parse(rows.list, row, path, Object.keys(rows.list.shape));
      if (list) this.#list(list, path);
    } else if (has('box')) {
      const box = this.#faults.parse(rows.box, row, path, Object.keys(rows.box.shape));
      if (!box) return;
      const written = box.box.every((part) => Array.isArray(part)) ? box.box : [box.box];
      const lines = written.flatMap((cells, index) => {
        const place = written === box.box ? [...path, 'box', index] : [...path, 'box'];
        return this.#cells.rows(cells, place, true).map((open) => ({ cells: open, path: place }));
      });
      this.#push('box', atLeast(box.lines, lines));
    } else if (has('line')) {
      const line = this.#faults.parse(rows.line, row, path, Object.keys(rows.line.shape));
      if (!line) return;
      const place = [...path, 'line'];
      const lines = this.#cells.rows(line.line, place, true).map((cells) => ({ cells, path: place }));
      this.#push('none', atLeast(line.lines, lines));
    } else {
      const words = this.#faults.parse(rows.text, row, path, [
        'table',
        'list',
        'box',
        'line',
        ...Object.keys(rows.text.shape),
      ]);
      if (words) this.#push('none', [{ cells: this.#cells.words(words, path), path }]);
    }
  }

  #list({ list: name, columns }: ListBlockDefinition, path: DefinitionPath): void {
    for (const column of Object.keys(columns)) {
      const fault = this.#names.listed(name, column);
      if (this.#faults.add([...path, this.#names.lists.has(name) ? 'columns' : 'list'], fault)) return;
    }
    const list = this.#form.lists.find(({ key }) => key === name);
    const names = Object.keys(columns);
    const count = list?.columns[names[0] ?? '']?.length ?? 0;
    const written = Array.from({ length: count }, (_, row) => ({
      path,
      cells: names.map((column) => printedCell(String(list?.columns[column]?.[row] ?? ''), columns[column] ?? 1)),
    }));
    const rows = placeCells(written, this.#width, false, this.#faults);
    this.#blocks.push({ kind: 'rows', frame: 'grid', isReference: true, rows });
  }

  #once(seen: Map<string, DefinitionPath>, name: string, path: DefinitionPath): void {
    if (seen.has(name)) {
      this.#faults.add(path, { zh: `“${name}”已放过一次`, en: `"${name}" has been placed already` });
    }
    seen.set(name, path);
  }

  #findMissing(): void {
    this.#cells.findMissing(PATH);
    for (const { key } of this.#form.tables) {
      if (this.#tables.has(key)) continue;
      this.#faults.add(PATH, { zh: `版面上没有表“${key}”`, en: `the table "${key}" is not placed` });
    }
  }
}

function printedCell(words: string, columns: number): OpenCell {
  const content = { kind: 'text' as const, words: [words], blanks: [], align: 'left' as const, bold: false };
  return { columns, rows: 1, lines: 1, content };
}

/** The rows, the last of them at least so many lines high. */
function atLeast<T extends { readonly cells: readonly OpenCell[] }>(
  lines: number | undefined,
  rows: readonly T[],
): readonly T[] {
  if (lines === undefined) return rows;
  return rows.map((row, index) =>
    index < rows.length - 1
      ? row
      : { ...row, cells: row.cells.map((cell) => ({ ...cell, lines: Math.max(lines, cell.lines) })) },
  );
}
