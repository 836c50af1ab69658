import assert from 'node:assert/strict';
import type { FormName, ListedFinding } from '../../../src/pane/check-calls.ts';
import { draftOpinion, type OpinionOptions } from '../../../src/pane/review/opinion.ts';
import { FORM, listed } from './made-findings.ts';

function lines(
  findings: readonly ListedFinding[],
  options: Partial<OpinionOptions> = {},
  forms: readonly FormName[] = [FORM],
): readonly string[] {
  const { text } = draftOpinion(
    { forms: forms.map((form) => ({ form })), findings },
    { language: 'zh', acceptsIgnored: false, ...options },
  );
  return text.split('\n');
}

const between = (all: readonly string[], from: string, to: string): readonly string[] =>
  all.slice(all.indexOf(from), all.indexOf(to));

describe('an opinion', () => {
  it('names what must be corrected, what is to be looked into and what could be tidier', () => {
    const findings = [
      listed({ cell: 'B2' }),
      listed({
        cell: 'D3',
        rule: 'choice',
        field: '类型',
        message: '“待定”不在规定的选项中。',
        expected: ['新建', '续建'],
        basis: '某文〔2022〕1号 附件1说明2',
      }),
      listed({ cell: 'B4', severity: 'info', rule: 'type', field: '人数', message: '“45人”已按 45 读取。' }),
      listed({ cell: 'C5', severity: 'warning', rule: 'similar', field: '名称', message: '与 C4 相同。' }),
      listed({ cell: 'B7' }),
    ];
    assert.deepEqual(lines(findings), [
      '关于《某县某申报表》的审核意见',
      '',
      '贵单位报送的《某县某申报表》收悉。经对照《某县项目管理办法》（某文〔2022〕1号）附件1逐项核对，提出以下审核意见。',
      '共有错误 3 处、警告 1 处、提示 1 处。',
      '',
      '一、须改正的问题（3 处）',
      '1. B2、B7：“联系人”未填写。请补填。',
      '2. D3（类型）：“待定”不在规定的选项中。',
      '   可填：新建、续建。',
      '   依据：某文〔2022〕1号 附件1说明2。',
      '',
      '二、请核实的问题（1 处）',
      '1. C5（名称）：与 C4 相同。',
      '',
      '三、书写建议（1 处）',
      'B4的内容可以认读，不影响审核，建议改用规范写法。',
      '',
      '审核结论：退回修改。请按以上意见改正后重新报送。',
      '',
      '审核单位（盖章）：',
      '审核人：',
      '日期：　　年　　月　　日',
      '',
    ]);
  });

  it('is complete in English, quoting the words of the form', () => {
    const findings = [
      listed({ message: '“联系人” is not filled in.', basis: '某文〔2022〕1号 第一条' }),
      listed({ cell: null, field: null, severity: 'warning', message: 'The table is empty.' }),
    ];
    assert.deepEqual(lines(findings, { language: 'en' }), [
      'Opinion on “Application, Some County” (某县某申报表)',
      '',
      'The form that you sent has been checked, item by item, against 附件1 of 《某县项目管理办法》 (某文〔2022〕1号).',
      'Errors: 1; warnings: 1; hints: 0.',
      '',
      'I. To be corrected (1)',
      '1. B2: “联系人” is not filled in.',
      '   Basis: 某文〔2022〕1号 第一条.',
      '',
      'II. To be looked into (1)',
      '1. Whole sheet: The table is empty.',
      '',
      'Conclusion: returned for correction. Please correct what is named above and send the form again.',
      '',
      'Reviewing authority (seal):',
      'Reviewer:',
      'Date:',
      '',
    ]);
  });

  const conclusions: [name: string, findings: readonly ListedFinding[], conclusion: string, words: RegExp][] = [
    ['nothing', [], 'approve', /未发现需要修改的问题。\n\n审核结论：同意。\n/],
    ['hints', [listed({ severity: 'info' })], 'approve', /\n审核结论：同意。\n/],
    ['warnings', [listed({ severity: 'warning' })], 'approve', /\n审核结论：同意。所列问题请予核实/],
    [
      'a form that nobody has filled in',
      [listed({ severity: 'warning', rule: 'not-filled' })],
      'return',
      /\n审核结论：退回修改。/,
    ],
    ['errors', [listed()], 'return', /\n审核结论：退回修改。/],
    ['an ignored error', [listed({ ignored: '已请示' })], 'return', /\n审核结论：退回修改。/],
  ];
  for (const [name, findings, conclusion, words] of conclusions) {
    it(`of ${name} proposes to ${conclusion}`, () => {
      const drafted = draftOpinion({ forms: [{ form: FORM }], findings }, { language: 'zh', acceptsIgnored: false });
      assert.equal(drafted.conclusion, conclusion);
      assert.match(drafted.text, words);
    });
  }

  it('counts what the sender ignores and gives the reason, unless the reviewer accepts it', () => {
    const findings = [listed({ ignored: '已请示' }), listed({ cell: 'B3' })];
    assert.deepEqual(
      between(lines(findings), '一、须改正的问题（2 处）', '审核结论：退回修改。请按以上意见改正后重新报送。'),
      [
        '一、须改正的问题（2 处）',
        '1. B2：“联系人”未填写。请补填。',
        '   填报时说明：已请示',
        '2. B3：“联系人”未填写。请补填。',
        '',
      ],
    );
    const accepted = lines([listed({ ignored: '已请示' })], { acceptsIgnored: true });
    assert.deepEqual(between(accepted, '未发现需要修改的问题。', '审核单位（盖章）：'), [
      '未发现需要修改的问题。',
      '',
      '一、已说明理由、予以采纳的问题（1 处）',
      '1. B2：“联系人”未填写。请补填。',
      '   填报时说明：已请示',
      '',
      '审核结论：同意。',
      '',
    ]);
  });

  it('names a few of many cells with the same wrong, and counts them', () => {
    const findings = Array.from({ length: 50_000 }, (_, at) => listed({ cell: `B${String(at + 2)}` }));
    assert.ok(
      lines(findings).includes(
        '1. B2、B3、B4、B5、B6、B7、B8、B9、B10、B11、B12、B13等 50000 处：“联系人”未填写。请补填。',
      ),
    );
  });

  it('writes out a few of many sentences of one kind, and counts the rest', () => {
    const findings = Array.from({ length: 50 }, (_, at) =>
      listed({ cell: `B${String(at)}`, message: `“${String(at)}”不对。` }),
    );
    assert.deepEqual(
      between(lines(findings), '5. B4（联系人）：“4”不对。', '审核结论：退回修改。请按以上意见改正后重新报送。'),
      ['5. B4（联系人）：“4”不对。', '另有同类问题 45 处，见所附问题清单。', ''],
    );
  });

  it('says on which sheet where there are several, and how many forms', () => {
    const findings = [listed(), listed({ cell: 'B3' }), listed({ sheet: '表二', sheetId: 's2' })];
    const said = lines(findings, {}, [FORM, FORM]);
    assert.ok(said.some((line) => line.includes('《某县某申报表》等 2 份表')));
    assert.ok(said.includes('1. 工作表“表一”B2、B3：“联系人”未填写。请补填。'));
    assert.ok(said.includes('2. 工作表“表二”B2：“联系人”未填写。请补填。'));
  });
});
