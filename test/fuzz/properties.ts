import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import type { SheetJsProcess } from '../../src/cli/sheetjs-process.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { FileError } from '../../src/files/file-error.ts';
import { openWorkbook, type OpenedWorkbook, type Platform } from '../../src/files/open.ts';
import { flagXlsx, unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { writeXlsxValues } from '../../src/files/xlsx-values.ts';
import { ZipArchive } from '../../src/files/zip.ts';
import type { Form } from '../../src/forms/form.ts';
import type { Mark, MarksPlan } from '../../src/marks/plan.ts';
import { MARK_COLOURS } from '../../src/marks/signature.ts';
import { messageOf } from '../../src/rules/messages.ts';
import { MAX_COLUMNS, MAX_ROWS, toA1 } from '../../src/sheets/address.ts';
import { CellKind, cellAtIndex, valueAt, type Grid } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { readingPlatform } from '../files/reading-platform.ts';
import { byteEdits, csvFile, partEdits, withByteEdits, withPartEdits } from './mutations.ts';
import { ODS, OLD, XLSX } from './seeds.ts';

/** The definitions as they are built into the program. */
const forms = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../dist/forms.json'), 'utf8'),
) as readonly Form[];

/** Milliseconds of a small file, on a machine with other work. */
const LONGEST = 10_000;
/** What flags may add to a file (bytes). */
const MOST_ADDED = 100_000;

/** Opens the file; `undefined` where it is refused for a reason that has a name. */
async function opened(bytes: Uint8Array, platform: Platform = readingPlatform): Promise<OpenedWorkbook | undefined> {
  const start = performance.now();
  try {
    return await openWorkbook(bytes, '表', platform);
  } catch (error) {
    if (error instanceof FileError && error.params.detail !== 'unexpected') return undefined;
    throw error;
  } finally {
    assert.ok(performance.now() - start < LONGEST, 'reading takes too long');
  }
}

/** A copy of ours; it is read in any case. */
const reopened = async (bytes: Uint8Array): Promise<Workbook> =>
  (await openWorkbook(bytes, '表', readingPlatform)).workbook;

/** Does to a file that can be read what can be done; `undefined` where that is refused for a reason that has a name. */
function attempt<T>(patch: () => T): T | undefined {
  const start = performance.now();
  try {
    return patch();
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  } finally {
    assert.ok(performance.now() - start < LONGEST, 'patching takes too long');
  }
}

function assertSound({ sheets }: Workbook): void {
  assert.ok(sheets.length > 0);
  for (const grid of sheets) {
    assert.ok(grid.rowCount <= MAX_ROWS && grid.columnCount <= MAX_COLUMNS);
    assert.equal(grid.rowStarts.length, grid.rowCount + 1);
    assert.equal(grid.rowStarts[grid.rowCount], grid.columns.length);
    for (let row = 0; row < grid.rowCount; row++) {
      const from = grid.rowStarts[row] ?? 0;
      const to = grid.rowStarts[row + 1] ?? 0;
      assert.ok(from <= to);
      for (let at = from + 1; at < to; at++) assert.ok((grid.columns[at - 1] ?? 0) < (grid.columns[at] ?? 0));
    }
    for (let at = 0; at < grid.columns.length; at++) {
      const { value } = cellAtIndex(grid, at);
      if (grid.kinds[at] === CellKind.text) assert.equal(typeof value, 'string');
      if (typeof value === 'number') assert.ok(Number.isFinite(value));
    }
    for (const { top, left, bottom, right } of grid.merges)
      assert.ok(top <= bottom && left <= right && bottom < MAX_ROWS && right < MAX_COLUMNS);
  }
}

/** What a person sees of the sheets. */
const contents = ({ sheets }: Workbook): unknown =>
  sheets.map((grid) => [grid.name, grid.visibility, grid.merges, grid.hiddenRows, grid.hiddenColumns, cellsOf(grid)]);

function cellsOf(grid: Grid): unknown[] {
  const cells: unknown[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    for (let at = grid.rowStarts[row] ?? 0; at < (grid.rowStarts[row + 1] ?? 0); at++) {
      cells.push([row, grid.columns[at], cellAtIndex(grid, at)]);
    }
  }
  return cells;
}

const mark = (row: number, column: number, severity: 'error' | 'warning', note: string | null): Mark => ({
  row,
  column,
  severity,
  colour: MARK_COLOURS[severity],
  note,
});

function planFor({ sheets }: Workbook): MarksPlan {
  return {
    sheets: sheets.map((grid, sheetIndex) => ({
      sheetIndex,
      sheet: grid.name,
      marks: [mark(0, 0, 'error', '“甲”<&>未填写'), mark(1, 1, 'warning', null), mark(40, 30, 'error', '远')],
      withoutNote: 0,
    })),
  };
}

/** The parts that flags are put into; all others are copied as they are packed. */
const FLAGGED = /^\[content_types\]\.xml$|\.rels$|\.vml$|style|look|sheet|table|comment|main|workbook/i;

function assertUntouched(before: Uint8Array, after: Uint8Array): void {
  const copied = new ZipArchive(after, nodeCodec);
  for (const entry of new ZipArchive(before, nodeCodec).entries) {
    const copy = copied.entry(entry.name);
    assert.ok(copy, `${entry.name} is lost`);
    if (!FLAGGED.test(entry.name)) assert.deepEqual(copy.packed, entry.packed);
  }
}

/** Flags leave no trace: the same parts in the same order, byte for byte. */
function assertRestored(before: Uint8Array, after: Uint8Array): void {
  const [then, now] = [new ZipArchive(before, nodeCodec), new ZipArchive(after, nodeCodec)];
  assert.deepEqual(namesOf(now), namesOf(then), 'unflagged, it has other parts');
  for (const [at, entry] of then.entries.entries()) {
    const copy = now.entries[at];
    assert.ok(copy);
    // What was not unpacked may be damaged.
    if (sameBytes(copy.packed, entry.packed)) continue;
    assert.ok(sameBytes(now.read(copy), then.read(entry)), `${entry.name} is not as it was`);
  }
}

const namesOf = ({ entries }: ZipArchive): string[] => entries.map(({ name }) => name);

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Judges what is read, and words each finding. */
function assertJudged(workbook: Workbook): void {
  const { checked } = checkWorkbook(workbook, forms);
  for (const finding of checked?.findings ?? []) {
    assert.doesNotMatch(messageOf(finding, 'zh'), /\{\w+\}|undefined|\[object/);
  }
}

/** Flags, takes the flags off, and mends; nothing but that may change. */
async function assertPatches(bytes: Uint8Array, workbook: Workbook): Promise<void> {
  const clean = attempt(() => unflagXlsx(bytes, nodeCodec)) ?? bytes;
  const flagged = attempt(() => flagXlsx(bytes, planFor(workbook), nodeCodec));
  if (flagged) {
    assert.ok(flagged.bytes.length < bytes.length + MOST_ADDED, 'the flagged copy is too large');
    assert.deepEqual(contents(await reopened(flagged.bytes)), contents(workbook));
    assertUntouched(clean, flagged.bytes);
    const unflagged = unflagXlsx(flagged.bytes, nodeCodec);
    assert.ok(unflagged, 'the flags are not found again');
    assert.ok(unflagged.length < clean.length + MOST_ADDED, 'the copy without flags is too large');
    assert.deepEqual(contents(await reopened(unflagged)), contents(workbook));
    assert.equal(unflagXlsx(unflagged, nodeCodec), undefined, 'flags are left');
    // Of flags of an earlier time that were changed, traces may stay.
    if (clean === bytes) assertRestored(bytes, unflagged);
  }
  const writes = [
    { sheetIndex: 0, cell: 'A1', value: '=1+1' },
    { sheetIndex: 0, cell: toA1(60, 3), value: 7 },
  ];
  const mended = attempt(() => writeXlsxValues(bytes, writes, nodeCodec));
  if (!mended) return;
  assert.ok(mended.bytes.length < bytes.length + MOST_ADDED, 'the mended copy is too large');
  const [grid] = (await reopened(mended.bytes)).sheets;
  assert.ok(grid);
  const skipped = new Set(mended.skipped.map(({ cell }) => cell));
  if (!skipped.has('A1')) assert.equal(valueAt(grid, 0, 0), '=1+1');
}

async function assertHolds(bytes: Uint8Array): Promise<void> {
  const result = await opened(bytes);
  if (!result) return;
  assertSound(result.workbook);
  assertJudged(result.workbook);
  if (result.format === 'xlsx') await assertPatches(bytes, result.workbook);
}

/** A law about files of one kind; `share` of all runs are spent on it. */
export interface FuzzProperty {
  readonly what: string;
  readonly share: number;
  readonly property: fc.IAsyncPropertyWithHooks<unknown[]>;
}

/** By its index, so that a file that breaks a law is told of in a line. */
const oneOf = (seeds: readonly Uint8Array[]): fc.Arbitrary<number> => fc.nat(seeds.length - 1);
const seedAt = (seeds: readonly Uint8Array[], index: number): Uint8Array => seeds[index] ?? new Uint8Array(0);

/**
 * The laws: whatever is done to a file, it is read, or refused for a reason that has a name; what is read is sound; what
 * is read can be flagged, unflagged and mended, or that is refused likewise, and nothing else changes.
 */
export function fuzzProperties(reader: SheetJsProcess): readonly FuzzProperty[] {
  const platform: Platform = { codec: nodeCodec, readWithSheetJs: (bytes) => reader.read(bytes) };
  const law = <T>(
    what: string,
    share: number,
    file: fc.Arbitrary<T>,
    holds: (file: T) => Promise<void>,
  ): FuzzProperty => ({
    what,
    share,
    property: fc.asyncProperty(file, holds),
  });
  return [
    law('.xlsx with changed bytes', 0.2, fc.tuple(oneOf(XLSX), byteEdits), ([seed, edits]) =>
      assertHolds(withByteEdits(seedAt(XLSX, seed), edits)),
    ),
    law('.xlsx with changed parts', 0.5, fc.tuple(oneOf(XLSX), partEdits), ([seed, edits]) =>
      assertHolds(withPartEdits(seedAt(XLSX, seed), edits)),
    ),
    law('.ods with changed parts', 0.1, fc.tuple(oneOf(ODS), partEdits), ([seed, edits]) =>
      assertHolds(withPartEdits(seedAt(ODS, seed), edits)),
    ),
    law('texts', 0.1, csvFile, assertHolds),
    law('.xls, .et and .xlsb with changed bytes', 0.1, fc.tuple(oneOf(OLD), byteEdits), async ([seed, edits]) => {
      const result = await opened(withByteEdits(seedAt(OLD, seed), edits), platform);
      if (result) assertSound(result.workbook);
    }),
  ];
}
