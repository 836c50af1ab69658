import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { messageOf } from '../../src/rules/messages.ts';
import { allForms } from '../check-file.ts';
import { judge, verdicts, type Rows } from './judge.ts';

const OUT = 'E 费用分类 formula/broken';
const UNASSESSED = 'W 评估说明 formula/broken';
const ADVICE = 'N 评估说明 formula/broken';
const NOTE = '县发展改革委已组织评估，2023年8月通过';

/** A row of the scope table: what it says, and what is told of a line without and with a note on its assessment. */
type Category = readonly [category: string, words: string, without: readonly string[], assessed: readonly string[]];

const IN: readonly string[] = [];
const SHARED = '资产归政务部门所有，跟系统紧密相关，且提供跨部门共享或属于公共服务的，经评估通过后可纳入信息化经费。';
const CATEGORIES: readonly Category[] = [
  ['遥感设备', '纳入信息化经费。', IN, IN],
  ['传感器', '纳入信息化经费。', IN, IN],
  ['摄像头', '纳入信息化经费。', IN, IN],
  ['RFID', '纳入信息化经费。', IN, IN],
  [
    '数据采集终端',
    '专用采集终端纳入信息化经费。对采用手机终端的，确与实现系统功能紧密相关，经评估通过后，手机终端纳入信息化经费。',
    IN,
    IN,
  ],
  ['其他感知设备', '不纳入信息化经费。经评估通过后方可纳入信息化经费。', [OUT], IN],
  ['电脑', '不纳入信息化经费。确与项目建设紧密相关的，经评估通过后可纳入信息化经费。', [OUT], IN],
  [
    '办公耗材、办公设施更换、人员工资、差旅费、学习培训费、会议室升级改造、办公软件正版化等',
    '不纳入信息化经费。',
    [OUT],
    [OUT],
  ],
  ['购买、维护业务应用系统的备品备件、运维专用工具、服务台、专用车辆等', '纳入信息化经费。', IN, IN],
  ['政务外网', '纳入信息化经费。', IN, IN],
  ['政务内网', '纳入信息化经费。', IN, IN],
  ['互联网', '纳入信息化经费。', IN, IN],
  ['业务专网', '经评估通过后暂可纳入信息化经费，后期逐步减少直至取消。', [UNASSESSED], IN],
  ['电话线路', '不纳入信息化经费。', [OUT], [OUT]],
  ['服务器存储', '因特殊需要，经评估通过后可纳入信息化经费。', [UNASSESSED], IN],
  ['安全咨询', '经评估通过后可纳入信息化经费。', [UNASSESSED], IN],
  ['安全测评、安全整改', '纳入信息化经费。', IN, IN],
  ['局域网络', '经评估通过后可纳入信息化经费。', [UNASSESSED], IN],
  ['机房环境（如机房物管费、电费等）', '经评估通过后可纳入信息化经费。', [UNASSESSED], IN],
  ['租用云服务', '纳入信息化经费。', IN, IN],
  ['政务基础数据', '纳入信息化经费。', IN, IN],
  ['政务主题数据', '纳入信息化经费。', IN, IN],
  ['虚拟化、数据库等正版软件授权', '跟业务系统紧密相关，且部署在该业务系统的，纳入信息化经费。', [ADVICE], IN],
  ['培训类系统购买电子课件、课程', SHARED, [UNASSESSED], IN],
  ['数据采集', SHARED, [UNASSESSED], IN],
  ['数据加工处理', SHARED, [UNASSESSED], IN],
  [
    '履行政务职能业务系统及办公自动化系统、视频会议系统、楼宇智能化系统、人事系统、财务系统、公共服务网站等',
    '纳入信息化经费。',
    IN,
    IN,
  ],
  ['门户网站、公众号、APP等推广宣传及内容更新维护', '不纳入信息化经费。', [OUT], [OUT]],
];

const HEADER = ['序号', '费用名称', '费用分类', '金额（万元）', '评估说明'];

function sheetOf(...lines: readonly (readonly CellValue[])[]): Rows {
  return [['丰都县政务信息化项目申报范围及边界'], HEADER, ...lines.map((line, index) => [index + 1, ...line])];
}

function judged(...lines: readonly (readonly CellValue[])[]): string[] {
  return verdicts(judge('fengdu/scope', sheetOf(...lines)));
}

describe('fengdu/scope: the 28 categories', () => {
  it('stand in the definition word for word, and no others', () => {
    const list = allForms()
      .find(({ id }) => id === 'fengdu/scope')
      ?.lists?.find(({ key }) => key === '费用范围');
    assert.deepEqual(
      list?.columns.分类?.map((category, at) => [category, list.columns.定义?.[at]]),
      CATEGORIES.map(([category, words]) => [category, words]),
    );
    assert.equal(CATEGORIES.length, 28);
  });

  for (const [category, words, without, assessed] of CATEGORIES) {
    it(`${category}: ${words}`, () => {
      assert.deepEqual(judged(['某项费用', category, 12.5, null]), without);
      assert.deepEqual(judged(['某项费用', category, 12.5, NOTE]), assessed);
    });
  }
});

function table(title: string, cases: readonly (readonly [string, readonly CellValue[], ...string[]])[]): void {
  describe(`fengdu/scope: ${title}`, () => {
    for (const [says, line, ...expected] of cases) it(says, () => assert.deepEqual(judged(line), expected));
  });
}

table('terminals that collect data', [
  ['made for it', ['专用采集终端 20 台', '数据采集终端', 6, null]],
  ['a phone, not assessed', ['手机终端 20 部', '数据采集终端', 6, null], UNASSESSED],
  ['a phone, assessed', ['手机终端 20 部', '数据采集终端', 6, NOTE]],
]);

table('a note that says there was no assessment', [
  ['not yet', ['机房电费', '局域网络', 3, '尚未评估'], UNASSESSED],
  ['not passed', ['办公电脑', '电脑', 3, '已评估，未通过'], OUT],
  ['not needed', ['专线租用', '业务专网', 3, '无需评估'], UNASSESSED],
  ['nothing', ['专线租用', '业务专网', 3, '无'], UNASSESSED],
]);

table('how a category may be written', [
  ['one of those it lists', ['打印纸', '办公耗材', 1, null], OUT],
  ['in other words', ['笔记本电脑', '笔记本电脑', 3, NOTE], 'N 费用分类 choice/choice-tidied'],
  ['none of the 28', ['咨询费', '课题研究', 3, null], 'E 费用分类 choice/not-listed'],
  ['nearly one', ['云资源', '租用云服务器', 3, null], 'E 费用分类 choice/not-listed-near'],
  // The site itself is a system; only what it says is promotion.
  ['a word for two of them', ['门户网站建设', '门户网站', 3, null], 'E 费用分类 choice/not-listed'],
]);

table('what must be filled in', [
  ['the name', [null, '传感器', 3, null], 'E 费用名称 required/missing'],
  ['the category', ['水位计', null, 3, null], 'E 费用分类 required/missing'],
  ['the amount', ['水位计', '传感器', null, null], 'E 金额 required/missing'],
  ['an amount above nothing', ['水位计', '传感器', 0, null], 'E 金额 type/below-minimum'],
  ['an amount in 万元', ['水位计', '传感器', 125000, null], 'W 金额 formula/broken'],
]);

describe('fengdu/scope: the whole list', () => {
  it('is summed by verdict; what cannot be told is left out', () => {
    const { forms } = judge(
      'fengdu/scope',
      sheetOf(
        ['水位计', '传感器', 10.1, null],
        ['云主机', '租用云服务', 20.2, null],
        ['采集手机', '数据采集终端', 5, NOTE],
        ['专线', '业务专网', 3, null],
        ['办公电脑', '电脑', 2, NOTE],
        ['打印机', '电脑', 1.5, null],
        ['电话', '电话线路', 0.5, null],
        ['咨询', '课题研究', 7, null],
      ),
    );
    const { total, verdicts: split } = forms[0].figures;
    assert.equal(total?.value, 49.3);
    assert.deepEqual(split, {
      value: 42.3,
      unit: '万元',
      skipped: 1,
      parts: { 纳入信息化经费: 30.3, 经评估通过后可纳入: 10, 不纳入信息化经费: 2 },
    });
  });

  it('has a total that must agree', () => {
    const rows = [
      ...sheetOf(['水位计', '传感器', 10, null], ['云主机', '租用云服务', 20, null]),
      ['合计', null, null, 31],
    ];
    assert.deepEqual(verdicts(judge('fengdu/scope', rows)), ['E 金额 total/differs']);
  });

  it('quotes what the regulation says of the category', () => {
    const [finding] = judge('fengdu/scope', sheetOf(['办公电脑', '电脑', 2, null])).findings;
    assert.ok(finding);
    assert.equal(finding.basis, '丰都府办发〔2022〕11号 附件1（政务信息化项目费用分类）');
    assert.equal(
      messageOf(finding, 'zh'),
      '“电脑”的范围是：不纳入信息化经费。确与项目建设紧密相关的，经评估通过后可纳入信息化经费。已通过评估的，请在评估说明中写明；没有的，请从信息化经费中删去这一笔。',
    );
  });

  it('may be retyped: other headings, other order, with the scope table below', () => {
    const rows: Rows = [
      ['项目费用明细表'],
      ['项目名称：丰都县智慧水利平台', null, '单位：万元'],
      ['类别', '建设内容', '金额', '评估情况', '备注'],
      ['传感器', '水位计', 10, null, '含安装'],
      ['业务专网', '水利专线', 3, NOTE, null],
      ['合计', null, 13],
      ['附件1　申报范围及边界（填写时对照）'],
      ['名称/分类', null, '定义/范围'],
      ['政务信息化项目费用分类'],
      ['遥感设备', null, '纳入信息化经费。'],
      ['电话线路', null, '不纳入信息化经费。'],
    ];
    assert.deepEqual(verdicts(judge('fengdu/scope', rows)), []);
  });
});
