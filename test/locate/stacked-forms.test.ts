import assert from 'node:assert/strict';
import { checkForms } from '../../src/check/check-forms.ts';
import { fillForm } from '../../src/locate/fill-form.ts';
import { locateForms } from '../../src/locate/locate-forms.ts';
import type { CellValue } from '../../src/sheets/grid.ts';
import { gridOf } from '../../src/sheets/grid-builder.ts';
import { allForms } from '../check-file.ts';
import { locateIn, odditiesOf, smallForm, workbookOf } from './small-form.ts';
import { CATALOGUE_HEADINGS, CATALOGUE_ROW } from '../right-catalogue.ts';

type Row = readonly CellValue[];
const FORMS = allForms();

/** The forms of a sheet as `id first-last row`, then the errors and warnings as `cell rule/case`. */
function judged(rows: readonly Row[]): string[] {
  const workbook = workbookOf(gridOf('表', rows));
  const { located, problem } = locateForms(workbook, FORMS);
  assert.ok(located, problem?.code);
  const { findings } = checkForms(located.map((form) => fillForm(workbook, form)));
  return [
    ...located.map(({ form, range }) => `${form.id} ${String(range.top + 1)}-${String(range.bottom + 1)}`),
    ...findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ cell, rule, case: name }) => `${cell ?? '–'} ${rule}/${name}`),
  ];
}

const TITLE: Row = ['金寨县行政事业单位办公电脑采购申报表'];
const OFFICE: Row = ['申请单位名称', '县教育局', null, '日期', '2024-01-15'];
const HEADER: Row = ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'];
const ITEM: Row = [1, '台式计算机', '浪潮CE520F', 2, 5000, 10000];
const FAULTY: Row = [1, '台式计算机', '浪潮CE520F', 2, 4000, 9999];
const END: readonly Row[] = [
  ['合计金额（大写）', '壹万元整'],
  ['购置依据或理由', '现有电脑已使用八年。'],
  ['预算安排资金', 10000, '财政专项资金', null, '其他资金', null],
  ['经办人签名（联系电话）', '李四 13805640564', '单位意见（盖章）', null, '单位负责人签名'],
  ['项目主管部门意见（盖章）'],
];
const FORM: readonly Row[] = [TITLE, OFFICE, HEADER, ITEM, ...END];
const OTHER: readonly Row[] = [TITLE, OFFICE, HEADER, ITEM.with(2, '联想M90q'), ...END];
const WRONG: readonly Row[] = [TITLE, OFFICE, HEADER, FAULTY, ...END];
const CLOSED_BY_TWO: readonly Row[] = [
  ['合计金额（大写）', '贰万元整'],
  ...END.slice(1, 2),
  ['预算安排资金', 20000, '财政专项资金', null, '其他资金', null],
  ...END.slice(3),
];
const COPY = 'jinzhai/pc-purchase';
const faults = (item: number): string[] => [
  `F${String(item)} computed/differs`,
  `B${String(item + 1)} amount-in-words/differs`,
  `B${String(item + 3)} equal/differs`,
];

const CATALOGUE: readonly Row[] = [['云阳县政务信息化项目信息资源目录'], CATALOGUE_HEADINGS, CATALOGUE_ROW];

const CLOUD_TITLE: Row = ['政务云资源需求审批表（新建系统）'];
const CLOUD: readonly Row[] = [
  ['申请单位', '高青县水利局'],
  ['项目名称', '智慧水利监管系统'],
  ['项目负责人', '张伟', '联系电话', '0533-6961234', '邮箱', 'zhang@163.com'],
  ['项目联系人', '王芳', '联系电话', '13853312345', '邮箱', 'wang@zibo.gov.cn'],
  ['区（县）大数据局联系人', '李明', '联系电话', '0533-6961000', '邮箱', null],
  ['项目简介', '建设水库水位监测。'],
  ['申请业务类型', '☑计算服务  □存储服务'],
  ['基于网络', '□智慧云 ☑公共云', '□互联网 ☑政务外网'],
  ['使用时间', '2022年3月1日'],
  ['业务系统名称', '用途', '使用范围', '服务人数', '使用高峰期时间段'],
  ['智慧水利', '监测', '全县', 300, '汛期'],
  ['序号', '业务系统名称', '网络区域', '服务器名称', '服务类别\n（产品名称）', '产品配置', '数量'],
  [1, '智慧水利', '政务外网区', '应用服务器', '云主机', '8核16G 500G', 2],
  ['运营商', '服务器名称', '开放端口'],
  ['联通', '应用服务器', 443],
  ['申请IP地址数量', 2],
  ['申请单位意见', '（公章）   年    月    日'],
];

describe('locate: several forms on one sheet, one below the other', () => {
  for (const [says, rows, ...expected] of [
    ['one', WRONG, `${COPY} 1-9`, ...faults(4)],
    ['with its title', [...FORM, [], [], [], ...WRONG], `${COPY} 1-9`, `${COPY} 13-21`, ...faults(16)],
    ['with its title, right below', [...WRONG, ...FORM], `${COPY} 1-9`, `${COPY} 10-18`, ...faults(4)],
    [
      'with a remark in its title',
      [...FORM, [], ['金寨县行政事业单位办公电脑采购申报表（第二份）'], ...WRONG.slice(1)],
      `${COPY} 1-9`,
      `${COPY} 11-19`,
      ...faults(14),
    ],
    ['without its title', [...FORM, [], [], ...WRONG.slice(1)], `${COPY} 1-9`, `${COPY} 12-19`, ...faults(14)],
    ['without any title', [...FORM.slice(1), [], [], ...WRONG.slice(1)], `${COPY} 1-8`, `${COPY} 11-18`, ...faults(13)],
    [
      'with a label spelled otherwise',
      [...FORM, [], ['申请单位：县民政局  日期：2024-01-16'], ...WRONG.slice(2)],
      `${COPY} 1-9`,
      `${COPY} 11-18`,
      ...faults(13),
    ],
    [
      'from its header on',
      [...FORM, [], ...WRONG.slice(2)],
      `${COPY} 1-9`,
      `${COPY} 11-17`,
      '– layout/missing-field',
      '– layout/missing-field',
      ...faults(12),
    ],
    [
      'three times',
      [...FORM, [], ...OTHER, [], ...WRONG],
      `${COPY} 1-9`,
      `${COPY} 11-19`,
      `${COPY} 21-29`,
      ...faults(24),
    ],
    [
      'three times without titles',
      [...FORM, [], ...OTHER.slice(1), [], ...WRONG.slice(1)],
      `${COPY} 1-9`,
      `${COPY} 11-18`,
      `${COPY} 20-27`,
      ...faults(22),
    ],
    ['another form', [...FORM, [], ...CATALOGUE], `${COPY} 1-9`, 'yunyang/catalogue 11-13'],
    [
      'a form with several tables',
      [CLOUD_TITLE, ...CLOUD, [], CLOUD_TITLE, ...CLOUD.with(14, ['联通', '应用服务器', 70000])],
      'gaoqing/cloud-new 1-18',
      'gaoqing/cloud-new 20-37',
      'C35 pattern/port-out-of-range',
    ],
    [
      'a form with several tables, without its title',
      [CLOUD_TITLE, ...CLOUD, [], ...CLOUD.with(14, ['联通', '应用服务器', 70000])],
      'gaoqing/cloud-new 1-18',
      'gaoqing/cloud-new 20-36',
      'C34 pattern/port-out-of-range',
    ],
  ] as const) {
    it(says, () => assert.deepEqual(judged(rows), expected));
  }

  for (const [says, rows, ...expected] of [
    [
      'a header on the next printed page',
      [
        TITLE,
        OFFICE,
        HEADER,
        ITEM,
        HEADER,
        ITEM.with(0, 2).with(2, '另一型号'),
        ['合计金额（大写）', '贰万元整'],
        ...END.slice(1, 2),
        ['预算安排资金', 20000],
      ],
      `${COPY} 1-9`,
    ],
    [
      'a table on two printed pages, with title and header on each',
      [...CATALOGUE, [], [], ...CATALOGUE.with(2, CATALOGUE[2]?.with(7, '共享').with(4, '地址').with(0, null) ?? [])],
      'yunyang/catalogue 1-8',
      'H8 choice/not-listed',
    ],
    [
      'a table on three printed pages',
      [
        ...CATALOGUE,
        ...CATALOGUE.with(2, CATALOGUE[2]?.with(4, '地址') ?? []),
        [],
        ...CATALOGUE.with(2, CATALOGUE[2]?.with(4, '电话') ?? []),
      ],
      'yunyang/catalogue 1-10',
    ],
    [
      'title and header on its second page, above the rows that are left',
      [TITLE, OFFICE, HEADER, ITEM, [], TITLE, HEADER, ITEM.with(0, 2).with(2, '联想M90q'), ...CLOSED_BY_TWO],
      `${COPY} 1-13`,
    ],
    [
      'its title above and below an annex number',
      [['附件2'], TITLE, ['（2024年）'], TITLE, ...FORM.slice(1)],
      `${COPY} 2-12`,
    ],
    [
      'notes that explain its labels',
      [
        ...FORM,
        ['注：1.合计金额（大写）：按大写填写。'],
        ['2.购置依据或理由：写明依据。'],
        ['3.预算安排资金：本年安排。'],
      ],
      `${COPY} 1-9`,
    ],
    [
      'signatures',
      [...FORM, [], ['填表人：李四', null, '联系电话：13805640564', null, '日期：2024-01-15']],
      `${COPY} 1-9`,
    ],
  ] as const) {
    it(`is one form: ${says}`, () => assert.deepEqual(judged(rows), expected));
  }

  for (const [says, first] of [
    ['tables', '序号'],
    ['its last labels', '申请IP地址数量'],
  ] as const)
    it(`is one form: its title on the next printed page, above ${says}`, () => {
      const at = CLOUD.findIndex(([label]) => label === first);
      assert.deepEqual(judged([CLOUD_TITLE, ...CLOUD.slice(0, at), [], CLOUD_TITLE, ...CLOUD.slice(at)]), [
        'gaoqing/cloud-new 1-20',
      ]);
    });

  for (const [says, rows, at] of [
    ['rows of a table below the form', [...FORM, [], ITEM.with(0, 2), ITEM.with(0, 3)], 'A11'],
    ['a title with rows and no header', [...FORM, [], TITLE, ITEM.with(0, 2)], 'A11'],
    ['labels with values and no table', [...FORM, [], OFFICE, ['购置依据或理由', '新增人员']], 'A11'],
  ] as const) {
    it(`is told where it cannot be checked: ${says}`, () => {
      const found = judged(rows).filter((line) => line.includes('unchecked'));
      assert.deepEqual(found, [`${at} layout/unchecked-rows`]);
    });
  }
});

describe('locate: a form below its own cover', () => {
  it('with the title on both is one', () => {
    const form = smallForm(
      `
fields: { 申报单位: { required: true }, 项目名称: { required: true }, 日期: { required: true } }
tables:
  章节: { columns: { 章节: { required: true }, 情况: { required: true } } }
`,
      'test/outline',
      '设备购置方案编写提纲',
    );
    const filled = locateIn(form, [
      ['设备购置方案编写提纲'],
      ['申报单位：县水利局'],
      ['项目名称：设备购置'],
      ['日期：2026年'],
      [null],
      ['设备购置方案编写提纲'],
      ['章节', '情况'],
      ['概况', '已编制'],
    ]);
    assert.deepEqual(odditiesOf(filled), []);
    assert.deepEqual([...filled.fields.keys()], ['申报单位', '项目名称', '日期']);
    assert.equal(filled.tables.get('章节')?.rows.length, 1);
  });
});
