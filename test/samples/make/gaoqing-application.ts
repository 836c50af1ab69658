import { type Content, serial, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '电子政务建设项目申请表';
const KINDS = '□网站建设类 □硬件建设类□业务应用系统建设类□其他        ';
const NETWORKS = '□互联网 □政务外网 □政务专网 □业务专网 □其他                ';
const NEEDS =
  '（详细描述项目所需软件环境包含操作系统、数据库、中间件、防病毒等，以及硬件需求包含服务器、存储、网络、容灾、安全等设备情况。）';
const PROJECTS = ['项目名称', '基于网络', '投资情况', '建设年份', '应用情况'];
const EQUIPMENT = ['设备名称', '数量', '主要配置', '购买年份', '应用情况'];
const LINES = ['网络类型', '带宽（M）', '运营商', '费用（万元/年）'];

export function makeGaoqingApplication(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [water()]);
  // A qualified consultant and a review on the spot from 100 万元, supervision of works from 200: a fen below, at, above.
  const edges = [99.999999, 100, 100.000001, 199.999999, 200, 200.000001];
  savePlain(
    `${folder}/clean-edges.xlsx`,
    edges.map((total) => archives(total)),
  );
  saveStyled(`${folder}/faulty-health.xlsx`, [health()], 'WPS 表格');
  savePlain(`${folder}/faulty-culture.xlsx`, [culture()]);
}

interface Facts {
  readonly head: string;
  readonly project: Content;
  readonly kinds: string;
  readonly networks: string;
  readonly budget: Content;
  readonly source: Content;
  readonly months: Content;
  readonly span: Content;
  readonly manager: readonly [Content, Content];
  readonly contact: readonly [Content, Content];
  readonly content: Content;
  readonly needs: Content;
  readonly projects: readonly (readonly Content[])[];
  readonly equipment: readonly (readonly Content[])[];
  readonly lines: readonly (readonly Content[])[];
}

/** As the annex is printed, with its six, five and four rows. */
function printed(facts: Facts): Sheet {
  const sheet = new Sheet('附件2', { widths: [16, 12, 14, 14, 14, 18] });
  sheet.put('A1', '附件2', 'annex').put('A2:F2', TITLE, 'title').height(2, 36).put('A3:F3', facts.head, 'line');
  const whole = (row: number, label: string, value: Content): void => {
    sheet.put(`A${row}`, label, 'head').put(`B${row}:F${row}`, value, 'left');
  };
  const pair = (row: number, left: string, a: Content, right: string, b: Content): void => {
    sheet.put(`A${row}`, left, 'head').put(`B${row}:C${row}`, a, 'cell');
    sheet.put(`D${row}`, right, 'head').put(`E${row}:F${row}`, b, 'cell');
  };
  whole(4, '项目名称', facts.project);
  whole(5, '项目类型', facts.kinds);
  whole(6, '基于网络', facts.networks);
  pair(7, '投资概算', facts.budget, '资金来源', facts.source);
  pair(8, '建设周期', facts.months, '起止时间', facts.span);
  pair(9, '项目负责人', facts.manager[0], '联系方式', facts.manager[1]);
  pair(10, '项目联系人', facts.contact[0], '联系方式', facts.contact[1]);
  sheet.put('A11', '项目主要\n建设内容\n（500字以内）', 'head').put('B11:F11', facts.content, 'box').height(11, 160);
  sheet.put('A12', '项目建设的\n软硬件需求', 'head').put('B12:F12', facts.needs, 'box').height(12, 100);
  const five = ['A:B', 'C', 'D', 'E', 'F'];
  sheet.put('A13:F13', '本单位近3-5年电子政务项目建设情况', 'head').spans(14, five, PROJECTS, 'head');
  for (let row = 0; row < 6; row++) sheet.spans(15 + row, five, facts.projects[row] ?? []);
  sheet.put('A21:F21', '本单位现有服务器、存储及网络安全设备情况', 'head').spans(22, five, EQUIPMENT, 'head');
  for (let row = 0; row < 5; row++) sheet.spans(23 + row, five, facts.equipment[row] ?? []);
  const four = ['A:B', 'C', 'D', 'E:F'];
  sheet.put('A28:F28', '本单位网络建设情况', 'head').spans(29, four, LINES, 'head');
  for (let row = 0; row < 4; row++) sheet.spans(30 + row, four, facts.lines[row] ?? []);
  return sheet;
}

function water(): Sheet {
  return printed({
    head: '单位名称（公章）：高青县水利局                                  时间：2026年9月15日',
    project: '高青县智慧水利综合管理平台',
    kinds: KINDS.replace('□业务', '☑业务'),
    networks: NETWORKS.replace('□政务外网', '☑政务外网'),
    budget: '        120万元',
    source: '县级财政资金',
    months: '        12个月',
    span: '2027年1月至2027年12月',
    manager: ['孙建国', '0533-6967218'],
    contact: ['李晓燕', '13805332716'],
    content:
      '　　建设覆盖全县河道、水库、闸坝的水利综合管理平台，包括水情监测、闸坝调度、预警发布三个模块。\n　　汇聚水雨情、工情和视频数据，与市水利局平台对接，信息资源目录纳入县共享交换平台。',
    needs: `${NEEDS}\n服务器、存储使用政务云资源，操作系统、数据库、中间件采用国产产品。`,
    projects: [
      ['高青县河长制管理信息系统', '政务外网', '80万元', 2023, '运行正常'],
      ['农村饮水安全监测系统', '互联网', '45万元', '2024年', '运行正常'],
    ],
    equipment: [
      ['机架式服务器', 2, '16核64G，4T', 2022, '运行正常'],
      ['防火墙', '1台', '千兆', '2022年', '运行正常'],
    ],
    lines: [
      ['政务外网', 100, '联通', 0],
      ['互联网', 200, '电信', 1.2],
    ],
  });
}

/** Retyped, tables in another order, nothing owned; right but for nothing, whatever the budget. */
function archives(total: number): PlainSheet {
  return {
    name: String(total),
    rows: [
      ['高青县电子政务建设项目申请表'],
      ['申请单位', '高青县档案馆', null, '申请日期', '2026-09-20'],
      ['项目负责人', '张海涛', null, '联系电话', '0533-6961035'],
      ['项目联系人', '周敏', null, '联系电话', '13953318866'],
      ['项目名称', '数字档案馆（二期）'],
      ['项目类型', '√业务应用系统建设类'],
      ['基于网络', '√政务外网'],
      ['投资概算（万元）', total, null, '资金来源', '县级财政资金'],
      ['建设周期（个月）', 8, null, '起止时间', '2027年3月至2027年10月'],
      ['项目主要建设内容', '馆藏档案数字化，建设档案利用服务系统。'],
      ['软硬件需求', '政务云服务器2台，国产数据库1套。'],
      ['本单位网络建设情况'],
      [...LINES],
      ['政务外网', 50, '联通', 0],
      ['本单位现有服务器、存储及网络安全设备情况'],
      [...EQUIPMENT],
      ['无'],
      ['本单位近3-5年电子政务项目建设情况'],
      [...PROJECTS],
      ['无'],
    ],
    merges: ['A1:E1', 'B5:E5', 'B6:E6', 'B7:E7', 'B10:E10', 'B11:E11'],
  };
}

function health(): Sheet {
  return printed({
    head: '单位名称（公章）：高青县卫生健康局                                  时间：',
    project: '县域医共体信息平台',
    kinds: KINDS.replace('□其他', '☑其他'),
    networks: NETWORKS,
    budget: '        万元',
    source: '县级财政资金',
    months: 18,
    span: '2027年1月至2027年12月',
    manager: ['王立新', '1380533123'],
    contact: ['赵倩', null],
    content: `\u3000\u3000${'建设县域医共体信息平台，实现检查检验结果互认。'.repeat(22)}`,
    needs: NEEDS,
    projects: [['基层卫生信息系统', '政务专网', '150万元', '前年', '运行正常']],
    equipment: [
      ['服务器', 0, '8核16G', 2020, '运行正常'],
      [null, 2, '万兆', 2021, '运行正常'],
      ['存储', null, '20T', 2021, '运行正常'],
    ],
    lines: [['政务专网', '约一百', '移动', '3万元/年']],
  });
}

function culture(): PlainSheet {
  return {
    name: 'Sheet1',
    rows: [
      ['附件2'],
      [TITLE],
      ['单位名称：高青县文化和旅游局', null, null, '时间：', serial(2026, 9, 28)],
      ['项目名称', null],
      ['项目类型', '业务应用系统建设类'],
      ['基于网络', '√互联网'],
      ['投资概算', '1500000', '资金来源', '无'],
      ['建设周期', '一年', '起止时间', '2027年12月至2027年1月'],
      ['项目负责人', '刘春生', '联系方式', '138 5338 6621'],
      ['项目联系人', null, '联系方式', '0533-6973302'],
      ['主要建设内容', '建设文旅公共服务平台。'],
      ['软硬件需求', '租用云服务器。'],
      ['本单位近3-5年电子政务项目建设情况'],
      [...PROJECTS],
      ['数字图书馆', '互联网', '60万元', 2028, '运行正常'],
      ['本单位现有服务器、存储及网络安全设备情况'],
      [...EQUIPMENT],
      ['服务器', '2台', '8核16G', 2021, '运行正常'],
      ['本单位网络建设情况'],
      [...LINES],
      ['互联网', 100, '电信', -1],
    ],
  };
}
