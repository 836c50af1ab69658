import type { StringTable } from '../sheets/grid-builder.ts';
import { joinRuns, readRichText, type TextRun } from './rich-text.ts';
import { holdTo } from './reading-limits.ts';
import { decodeSymbols, type SymbolFont } from './symbol-fonts.ts';
import { TagScanner } from './tags.ts';
import { TextPool } from './text-pool.ts';

/** The texts of a workbook's shared string part; they stand in the workbook's table one after the other. */
export class SharedStrings {
  /** Index in the table of the file's first string. */
  readonly first: number;
  readonly count: number;
  readonly #table: StringTable;
  readonly #runs: ReadonlyMap<number, readonly TextRun[]>;
  readonly #empty: ReadonlySet<number>;
  readonly #inFont = new Map<SymbolFont, Map<number, number>>();

  constructor(table: StringTable, first: number, runs: ReadonlyMap<number, readonly TextRun[]>) {
    this.#table = table;
    this.#runs = runs;
    this.first = first;
    this.count = table.strings.length - first;
    const empty = new Set<number>();
    for (let id = first; id < table.strings.length; id++) if (table.strings[id] === '') empty.add(id);
    this.#empty = empty;
  }

  /** Whether the table's string of this index is empty; asked for every cell, so it must not look at the string. */
  isEmpty(id: number): boolean {
    return this.#empty.size > 0 && this.#empty.has(id);
  }

  /** The table's index of a string as it looks in a cell of this symbol font. */
  inFont(id: number, font: SymbolFont): number {
    let known = this.#inFont.get(font);
    if (!known) this.#inFont.set(font, (known = new Map<number, number>()));
    let shown = known.get(id);
    if (shown === undefined) {
      const runs = this.#runs.get(id);
      const text = runs ? joinRuns(runs, font) : decodeSymbols(this.#table.strings[id] ?? '', font);
      shown = this.#table.intern(text);
      known.set(id, shown);
    }
    return shown;
  }
}

/** Reads a shared string part (ECMA-376 part 1, 18.4.9 sst) into the table. */
export function readSharedStrings(xml: Uint8Array, table: StringTable): SharedStrings {
  const first = table.strings.length;
  const runsById = new Map<number, readonly TextRun[]>();
  const pool = new TextPool(table, xml);
  let runsKept = 0;
  const tag = new TagScanner(xml);
  tag.next();
  while (tag.next()) {
    if (!tag.opens('si')) {
      tag.skip();
      continue;
    }
    holdTo('texts', table.strings.length - first + 1);
    const { start, end, runs } = readRichText(tag);
    if (!runs) pool.appendXml(start, end);
    else {
      const text = joinRuns(runs, undefined);
      holdTo('text', text.length);
      const id = table.append(text);
      // Where no run has a font of its own, the text as a whole is looked up in that of the cell.
      if (runs.every(({ symbols }) => symbols === 'cell')) continue;
      holdTo('runs', (runsKept += runs.length));
      runsById.set(id, runs);
    }
  }
  pool.finish();
  return new SharedStrings(table, first, runsById);
}
