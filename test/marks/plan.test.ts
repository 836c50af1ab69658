import assert from 'node:assert/strict';
import type { Finding } from '../../src/check/finding.ts';
import { NOTE_LENGTH } from '../../src/marks/note.ts';
import { NOTES_PER_SHEET, planMarks, type MarksPlan } from '../../src/marks/plan.ts';
import { toA1 } from '../../src/sheets/address.ts';

function finding(severity: Finding['severity'], cell: string | null, more: Partial<Finding> = {}): Finding {
  const base = {
    rule: 'choice',
    sheet: '表',
    sheetIndex: 0,
    field: '共享类型',
    case: 'unlisted',
    params: {},
    fix: [],
    basis: null,
  };
  return { ...base, severity, cell, ...more };
}

function plan(findings: Finding[], language: 'zh' | 'en' = 'zh'): MarksPlan {
  return planMarks(findings, language, (one) => `${one.case}不对。`);
}

function summary(of: MarksPlan): string[] {
  return of.sheets.flatMap((s) => s.marks.map((m) => `${s.sheet}!${toA1(m.row, m.column)} ${m.severity} ${m.colour}`));
}

describe('the plan of marks', () => {
  it('marks errors and warnings, never information or a whole sheet, by row and column', () => {
    const findings = [
      finding('warning', 'C3'),
      finding('info', 'A1'),
      finding('error', 'B3'),
      finding('error', null),
      finding('error', 'AA2', { sheet: '第二页', sheetIndex: 1 }),
      finding('warning', 'J2'),
    ];
    assert.deepEqual(summary(plan(findings)), [
      '表!J2 warning FFEB9C',
      '表!B3 error FFC7CE',
      '表!C3 warning FFEB9C',
      '第二页!AA2 error FFC7CE',
    ]);
  });

  it('colours the cells that a finding stands for, and says it in the first of them', () => {
    const spread = finding('error', 'A2', { related: ['A3', 'A5'], isSpread: true });
    const marks = plan([spread, finding('warning', 'A3', { case: '数字' })]).sheets[0]?.marks ?? [];
    assert.deepEqual(
      marks.map(({ row, column, severity, note }) => [toA1(row, column), severity, note]),
      [
        ['A2', 'error', '错误：unlisted不对。'],
        ['A3', 'error', '警告：数字不对。'],
        ['A5', 'error', null],
      ],
    );
  });

  it('leaves other related cells alone', () => {
    assert.deepEqual(summary(plan([finding('error', 'A2', { related: ['A3'] })])), ['表!A2 error FFC7CE']);
  });

  it('keeps two sheets of one name apart', () => {
    const findings = [finding('error', 'A1'), finding('error', 'A1', { sheetIndex: 2 })];
    const changed = [{ sheet: '表', sheetIndex: 1, cell: 'A1', note: '改' }];
    const { sheets } = planMarks(findings, 'zh', () => '不对。', changed);
    assert.deepEqual(
      sheets.map(({ sheetIndex, sheet, marks }) => [sheetIndex, sheet, marks.length]),
      [
        [0, '表', 1],
        [2, '表', 1],
        [1, '表', 1],
      ],
    );
  });

  it('notes at changed cells what was changed, behind what is still wrong, without a colour of its own', () => {
    const changed = [
      { sheet: '表', sheetIndex: 0, cell: 'B2', note: '原为“1台”' },
      { sheet: '表', sheetIndex: 0, cell: 'A9', note: '原为“2台”' },
      { sheet: '另表', sheetIndex: 1, cell: 'A1', note: '原为“3台”' },
    ];
    const made = planMarks([finding('error', 'B2'), finding('info', 'A9')], 'zh', () => '不对。', changed);
    assert.deepEqual(summary(made), ['表!B2 error FFC7CE', '表!A9 null null', '另表!A1 null null']);
    assert.deepEqual(
      made.sheets.flatMap(({ marks }) => marks.map(({ note }) => note)),
      ['错误：不对。\n原为“1台”', '原为“2台”', '原为“3台”'],
    );
  });

  it('leaves out the notes on changes first where there would be too many', () => {
    const changed = Array.from({ length: NOTES_PER_SHEET }, (_, i) => ({
      sheet: '表',
      sheetIndex: 0,
      cell: `B${String(i + 1)}`,
      note: '改',
    }));
    const [sheet] = planMarks([finding('warning', 'C9999')], 'zh', () => '不对。', changed).sheets;
    assert.equal(sheet?.marks.length, NOTES_PER_SHEET);
    assert.equal(sheet.marks.at(-1)?.note, '警告：不对。');
    assert.equal(sheet.withoutNote, 1);
  });

  it('plans nothing where there is nothing to mark', () => {
    assert.deepEqual(plan([finding('info', 'A1')]), { sheets: [] });
  });

  it('marks a cell once, the gravest severity winning, its note telling errors first', () => {
    const made = plan([finding('warning', 'B2', { case: '乙' }), finding('error', 'B2', { case: '甲' })]);
    assert.deepEqual(summary(made), ['表!B2 error FFC7CE']);
    assert.equal(made.sheets[0]?.marks[0]?.note, '错误：甲不对。\n警告：乙不对。');
  });

  const notes: [what: string, more: Partial<Finding>, zh: string, en: string][] = [
    ['the sentence', {}, '错误：甲不对。', 'Error: 甲不对。'],
    ['the article', { basis: '说明6' }, '错误：甲不对。\n依据：说明6', 'Error: 甲不对。\nBasis: 说明6'],
    [
      'the value to write',
      { fix: [{ cell: 'B2', value: 5000 }], expected: ['x'] },
      '错误：甲不对。\n改为：5000',
      'Error: 甲不对。\nWrite: 5000',
    ],
    [
      'the values to choose from',
      { expected: ['是', '否'] },
      '错误：甲不对。\n可填：是、否',
      'Error: 甲不对。\nOne of: 是、否',
    ],
    ['nothing twice', { expected: ['甲'], basis: '不对' }, '错误：甲不对。', 'Error: 甲不对。'],
    ['no fix of another cell', { fix: [{ cell: 'C9', value: 1 }] }, '错误：甲不对。', 'Error: 甲不对。'],
    [
      'no control characters',
      { basis: '第\u0000一\u202e条' },
      '错误：甲不对。\n依据：第一条',
      'Error: 甲不对。\nBasis: 第一条',
    ],
  ];
  for (const [what, more, zh, en] of notes) {
    it(`puts in a note ${what}`, () => {
      const findings = [finding('error', 'B2', { case: '甲', ...more })];
      assert.equal(plan(findings).sheets[0]?.marks[0]?.note, zh);
      assert.equal(plan(findings, 'en').sheets[0]?.marks[0]?.note, en);
    });
  }

  it('cuts long notes between findings and says how many are left', () => {
    const long = '长'.repeat(300);
    const findings = [1, 2, 3, 4, 5].map((n) => finding('error', 'B2', { case: `${String(n)}${long}` }));
    const note = plan(findings).sheets[0]?.marks[0]?.note ?? '';
    assert.ok(note.length <= NOTE_LENGTH);
    assert.deepEqual(
      note.split('\n').map((line) => line.slice(0, 6)),
      ['错误：1长长', '错误：2长长', '错误：3长长', '……另有2条'],
    );
    const endless = plan([finding('error', 'B2', { case: '长'.repeat(5000) })]).sheets[0]?.marks[0]?.note ?? '';
    assert.ok(endless.length <= NOTE_LENGTH && endless.endsWith('…'));
  });

  it('gives notes to errors first, colours every cell, and counts what has no note', () => {
    const warnings = Array.from({ length: 10 }, (_, row) => finding('warning', toA1(row, 0)));
    const errors = Array.from({ length: NOTES_PER_SHEET - 4 }, (_, row) => finding('error', toA1(row + 100, 1)));
    const other = [finding('error', 'A1', { sheet: '第二页', sheetIndex: 1 })];
    let asked = 0;
    const made = planMarks([...warnings, ...errors, ...other], 'zh', () => {
      asked++;
      return '句';
    });
    const [first, second] = made.sheets;
    assert.equal(first?.marks.length, NOTES_PER_SHEET + 6);
    assert.equal(first.withoutNote, 6);
    assert.deepEqual(
      first.marks.filter((mark) => mark.note === null).map((mark) => toA1(mark.row, mark.column)),
      ['A5', 'A6', 'A7', 'A8', 'A9', 'A10'],
    );
    assert.equal(second?.withoutNote, 0);
    assert.equal(asked, NOTES_PER_SHEET + 1, 'sentences are made only for notes');
  });
});
