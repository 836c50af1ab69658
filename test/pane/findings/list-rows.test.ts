import assert from 'node:assert/strict';
import type { ListedFinding } from '../../../src/pane/check-calls.ts';
import { fixable, listRows, placeOf } from '../../../src/pane/findings/list-rows.ts';
import type { Shown } from '../../../src/pane/state.ts';

const ALL: ReadonlySet<Shown> = new Set<Shown>(['error', 'warning', 'info', 'ignored']);

function finding(id: number, change: Partial<ListedFinding>): ListedFinding {
  return {
    id,
    rule: 'required',
    severity: 'error',
    sheetId: 's1',
    sheet: '表一',
    cell: 'A1',
    field: null,
    message: '',
    expected: [],
    fix: [],
    basis: null,
    ignored: null,
    ...change,
  };
}

const FIX = [{ cell: 'A1', before: 'x', after: 'y' }];

/** `# name` for a heading, the id for a finding. */
function shape(...given: Parameters<typeof listRows>): readonly string[] {
  return listRows(...given).map((row) =>
    row.kind === 'group' ? `# ${row.group.name ?? 'sheet'}` : String(row.finding.id),
  );
}

describe('the rows of the list of findings', () => {
  const findings = [
    finding(0, { cell: 'B2', rule: 'choice', severity: 'info' }),
    finding(1, { cell: null, rule: 'row-count', severity: 'warning' }),
    finding(2, { cell: 'B2', rule: 'required' }),
    finding(3, { cell: 'B2', sheetId: 's2', rule: 'choice', severity: 'info' }),
    finding(4, { cell: 'C3', rule: 'type', ignored: '已请示' }),
  ];

  it('stand under their cells in the order of the sheets, cells of two sheets apart', () => {
    assert.deepEqual(shape(findings, ALL, 'cell'), ['# B2', '0', '2', '# sheet', '1', '# B2', '3', '# C3', '4']);
  });

  it('stand under their rules, the gravest rule first', () => {
    assert.deepEqual(shape(findings, ALL, 'rule'), [
      '# required',
      '2',
      '# type',
      '4',
      '# row-count',
      '1',
      '# choice',
      '0',
      '3',
    ]);
  });

  it('of rules as grave, the one with more findings comes first', () => {
    const some = [finding(0, { rule: 'a' }), finding(1, { rule: 'b' }), finding(2, { rule: 'b' })];
    assert.deepEqual(shape(some, ALL, 'rule'), ['# b', '1', '2', '# a', '0']);
  });

  it('are what the filter lets through, without headings of nothing', () => {
    assert.deepEqual(shape(findings, new Set<Shown>(['warning']), 'cell'), ['# sheet', '1']);
    assert.deepEqual(shape(findings, new Set<Shown>(['error']), 'cell'), ['# B2', '2']);
    assert.deepEqual(shape(findings, new Set<Shown>(['ignored']), 'rule'), ['# type', '4']);
    assert.deepEqual(shape(findings, new Set<Shown>(), 'cell'), []);
  });

  it('have a key of their own each', () => {
    const keys = listRows(findings, ALL, 'cell').map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('can be fixed where there is a right value and nobody ignores it', () => {
    const some = [finding(0, { fix: FIX }), finding(1, {}), finding(2, { fix: FIX, ignored: '已请示' })];
    assert.deepEqual(fixable(some), [0]);
  });

  it('lead to their cell, and to the first one of the sheet without a cell', () => {
    assert.deepEqual(placeOf(finding(0, { cell: 'C5' })), { row: 4, column: 2 });
    assert.deepEqual(placeOf(finding(0, { cell: null })), { row: 0, column: 0 });
  });
});
