import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const FIRST =
  '为提升全县水旱灾害防御能力，依据《高青县智慧城市总体规划》，我局拟建设智慧水利综合管理平台，主要包括水情监测、闸坝调度和预警发布三个模块。项目建成后，水雨情信息将在各部门间共享，对防汛抗旱具有重要意义。';
const SECOND = '项目建设周期为12个月（2027年1月至2027年12月），资金来源为县级财政资金，资金概算为120万元。';

export function makeGaoqingLetter(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [water()]);
  savePlain(`${folder}/clean-forestry.xlsx`, [forestry()]);
  saveStyled(`${folder}/faulty-emergency.xlsx`, [emergency()], 'WPS 表格');
  savePlain(`${folder}/faulty-education.xlsx`, [education()]);
}

/** A line across the page. */
function line(sheet: Sheet, row: number, text: Content, height = 24): void {
  sheet.put(`A${row}:F${row}`, text, 'note').height(row, height);
}

function page(): Sheet {
  return new Sheet('申请文件', { widths: [14, 14, 14, 14, 14, 14] });
}

/** As the annex is printed: everything in merged lines. */
function water(): Sheet {
  const sheet = page();
  sheet.put('A1:F1', '高青县水利局', 'title').height(1, 36);
  line(sheet, 3, '高水〔2026〕12号                                          签发人：孙建国');
  sheet.put('A5:F5', '关于申请智慧水利综合管理平台建设项目的函', 'title').height(5, 36);
  line(sheet, 7, '县大数据局：');
  line(sheet, 8, `    ${FIRST}`, 80);
  line(sheet, 9, `    ${SECOND}`, 60);
  line(sheet, 11, '附件：1.电子政务建设项目申请表');
  line(sheet, 12, '      2.智慧水利综合管理平台项目建设方案');
  line(sheet, 13, '      3.其他材料');
  sheet.put('D15:F15', '高青县水利局（公章）', 'cell').put('D16:F16', '2026年9月15日', 'cell');
  line(sheet, 17, '（联系人：李晓燕  联系电话：13805332716）');
  return sheet;
}

/** Typed line by line into one column, the sender in the title. */
function forestry(): PlainSheet {
  const lines = [
    '高自然资函[2026]7号',
    '签发人：王建国',
    '高青县自然资源局关于申请森林资源监测系统建设项目的函',
    '高青县大数据局：',
    '    根据《山东省林长制工作方案》要求，我局拟建设森林资源监测系统，',
    '对全县林地进行动态监测，主要包括影像比对、巡护管理和统计分析，',
    '建成后可及时发现毁林占地行为。',
    '    系统建设周期为8个月，资金来源为上级专项资金，',
    '资金概算为98.5万元。',
    '    妥否，请批复。',
    '附件：1.电子政务建设项目申请表',
    '2.森林资源监测系统项目建设方案',
    '高青县自然资源局',
    '2026年9月22日',
    '联系人：刘春生，联系电话：0533-6973302',
  ];
  return { name: 'Sheet1', rows: lines.map((text) => [text]) };
}

function emergency(): Sheet {
  const sheet = page();
  sheet.put('A1:F1', '高青县应急管理局', 'title').height(1, 36);
  line(sheet, 3, '高应急〔20  〕××号                                          签发人：×××');
  sheet.put('A5:F5', '关于申请应急指挥信息系统建设项目的函', 'title').height(5, 36);
  line(sheet, 7, '县政府办公室：');
  line(sheet, 8, `    ${'建设应急指挥信息系统，接入企业重大危险源监测数据。'.repeat(11)}`, 120);
  line(sheet, 9, `    项目建设周期为10个月，${'资金由县级财政安排，'.repeat(13)}资金概算为210万元。`, 60);
  line(sheet, 11, '附件：1.应急指挥信息系统项目建设方案');
  line(sheet, 12, '      2.其他材料');
  sheet.put('D15:F15', '高青县应急管理局（公章）', 'cell').put('D16:F16', '年    月    日', 'cell');
  line(sheet, 17, '（联系人：赵倩  联系电话：698211）');
  return sheet;
}

/** No number, one paragraph, no list of annexes, the contact in cells. */
function education(): PlainSheet {
  return {
    name: '函',
    rows: [
      ['关于申请智慧校园项目的函', null, null, null],
      ['县大数据局：', null, null, null],
      ['建设智慧校园平台，建设周期6个月，资金概算80万元，由县级财政资金解决。', null, null, null],
      [null, null, null, '高青县教育和体育局'],
      [null, null, null, '2026年9月31日'],
      ['联系人', '周敏', '联系电话', '13953318866'],
    ],
  };
}
