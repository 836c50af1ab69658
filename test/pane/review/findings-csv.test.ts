import assert from 'node:assert/strict';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { findingsCsv, quoted } from '../../../src/pane/review/findings-csv.ts';
import { listed } from './made-findings.ts';

describe('findings as csv', () => {
  it('have a record each below a header', () => {
    const findings = [
      listed({ expected: ['甲', '乙'], basis: '某文 第一条' }),
      listed({
        cell: 'C3',
        severity: 'info',
        message: '含“引号"”,和逗号',
        ignored: '已请示',
        fix: [
          { cell: 'C3', before: '3台', after: '3' },
          { cell: 'D3', before: '', after: '4' },
        ],
      }),
      listed({ cell: null, field: null }),
    ];
    assert.deepEqual(findingsCsv(findings, 'zh').split('\r\n'), [
      '"序号","严重程度","工作表","单元格","栏目","问题","可填","改为","依据","填报人已忽略","忽略的理由"',
      '"1","错误","表一","B2","联系人","“联系人”未填写。请补填。","甲、乙","","某文 第一条","",""',
      '"2","提示","表一","C3","联系人","含“引号""”,和逗号","","3、D3 4","","已忽略","已请示"',
      '"3","错误","表一","整张表","","“联系人”未填写。请补填。","","","","",""',
      '',
    ]);
    assert.match(findingsCsv([], 'en'), /^"No\.","Severity","Sheet"/);
  });

  const values: [value: string, cell: string][] = [
    ['普通', '普通'],
    ['=1+1', "'=1+1"],
    ['  @SUM(A1)', "  '@SUM(A1)"],
    ['\t=cmd|x', " '=cmd|x"],
    ['-5', "'-5"],
    ['＝1+1', "'＝1+1"],
    ['甲;=1+1', "甲;'=1+1"],
    ['甲; "=1', `甲; ""'=1`],
    ['a=b', 'a=b'],
    ['一行\r\n=又一行', '一行  =又一行'],
    ['\ufeff=1', " '=1"],
    ['\u202e=1', " '=1"],
  ];
  for (const [value, cell] of values) {
    it(`write ${JSON.stringify(value)} as text`, () => assert.equal(quoted(value), `"${cell}"`));
  }

  it('read back as the same number of texts, none of them a formula, also where programs split at other characters', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        ';',
        ',',
        '"',
        "'",
        '\t',
        '\r',
        '\n',
        ' ',
        '\u00a0',
        '\u200b',
        'a',
        '甲',
      ),
      maxLength: 12,
    });
    fc.assert(
      fc.property(hostile, hostile, hostile, (message, ignored, sheet) => {
        const csv = findingsCsv([listed({ message, ignored, sheet, expected: [ignored] })], 'zh');
        const { data, errors } = papaparse.parse<string[]>(csv.trimEnd(), { delimiter: ',' });
        assert.deepEqual([errors, data.map((record) => record.length)], [[], [11, 11]]);
        for (const cell of data.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/u);
        // Split at semicolons instead, a quotation mark ends a text anywhere.
        assert.doesNotMatch(csv, /;[\s"]*[=+\-@＝＋－＠]|\t/u);
      }),
    );
  });
});
