import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import forms from '#forms' with { type: 'json' };
import { checkWorkbook, type CheckedWorkbook } from '../../src/check/check-workbook.ts';
import type { Finding } from '../../src/check/finding.ts';
import {
  acceptIgnored,
  Ignored,
  ignoredFindings,
  subjectOf,
  withIgnored,
  withoutIgnored,
  type IgnoredEntry,
} from '../../src/check/ignored.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { CellKind, type Grid } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';

const FILE = new URL('../samples/yunyang-catalogue/faulty-health.xlsx', import.meta.url);
const workbook = readXlsx(new OfficePackage(new Uint8Array(readFileSync(FILE)), nodeCodec));

function check(book: Workbook): CheckedWorkbook {
  const { checked } = checkWorkbook(book, forms);
  assert.ok(checked);
  return checked;
}

/** The workbook with every row from `row` on moved down by one, or with another text in place of `from`. */
function withRow(row: number): Workbook {
  const move = (grid: Grid): Grid => {
    const starts = Array.from(grid.rowStarts);
    starts.splice(row, 0, starts[row] ?? 0);
    const merges = grid.merges.map((merge) =>
      merge.top >= row ? { ...merge, top: merge.top + 1, bottom: merge.bottom + 1 } : merge,
    );
    return { ...grid, rowCount: grid.rowCount + 1, rowStarts: Uint32Array.from(starts), merges };
  };
  return { ...workbook, sheets: workbook.sheets.map(move) };
}

function withText(from: string, to: string): Workbook {
  const strings = workbook.sheets[0]?.strings.map((text) => (text.trim() === from ? to : text)) ?? [];
  return { ...workbook, sheets: workbook.sheets.map((grid) => ({ ...grid, strings })) };
}

describe('ignored findings', () => {
  const checked = check(workbook);
  const finding = checked.findings.find(
    (one) => one.severity === 'error' && one.cell !== null && one.rule === 'choice',
  );
  assert.ok(finding);
  const entry: IgnoredEntry = { ...subjectOf(finding, workbook, checked.forms), reason: '已请示' };
  const ignoredIn = (book: Workbook): Finding[] => {
    const { findings, forms: places } = check(book);
    const ignored = new Ignored([entry], book, places);
    return findings.filter((one) => ignored.reasonFor(one) !== undefined);
  };

  it('are known by what they are about', () => {
    assert.deepEqual(ignoredIn(workbook), [finding]);
    assert.ok(entry.key.length > 0);
  });

  it('are known again when rows were inserted above', () => {
    const [moved, ...others] = ignoredIn(withRow(3));
    assert.deepEqual(others, []);
    assert.notEqual(moved?.cell, finding.cell);
    assert.equal(moved?.case, finding.case);
  });

  it('are back once the cell has another value', () =>
    assert.deepEqual(ignoredIn(withText(entry.value, '随便写的')), []));

  it('are told with their reasons, and leave the list and the counts where these are accepted', () => {
    const ignored = ignoredFindings(checked, workbook, [entry]);
    assert.deepEqual(ignored, [{ finding, reason: '已请示' }]);
    const accepted = acceptIgnored(checked, ignored);
    assert.deepEqual(
      accepted.findings,
      checked.findings.filter((one) => one !== finding),
    );
    assert.equal(accepted.formOf.length, accepted.findings.length);
    const [{ counts }] = checked.forms;
    assert.deepEqual(accepted.forms[0].counts, { ...counts, error: counts.error - 1 });
    assert.equal(acceptIgnored(checked, []), checked);
  });

  it('are kept once each, and go again', () => {
    const twice = withIgnored(withIgnored([], entry), { ...entry, reason: '另有批复' });
    assert.deepEqual(twice, [{ ...entry, reason: '另有批复' }]);
    assert.deepEqual(withoutIgnored(twice, entry), []);
  });
});

// A guard of the test's own making: the sample must hold texts, or replacing them proves nothing.
assert.ok(workbook.sheets.some(({ kinds }) => kinds.includes(CellKind.text)));
