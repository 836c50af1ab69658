import { type Content, Sheet } from './ooxml.ts';

/** Seven columns: as many as the widest table has. */
export const WIDTHS = [12, 20, 14, 20, 18, 22, 14];

export const SERVICES = [
  '□计算服务  □存储服务  □容灾服务  □网络服务  □机房服务',
  '□操作系统服务   □数据库服务  □中间件服务   □数据服务',
  '□基础通用软件服务 □信息安全服务  □实施服务  □运维托管',
  '□资源专用服务  □其他',
].join('\n');
export const CLOUDS = '□智慧云\n□公共云\n□行政云';
export const NETWORKS = '□互联网 □政务外网 □部门业务区 □行政服务域 □其他';

/** The printed options with a mark in the box of each chosen one. */
export function ticked(options: string, chosen: readonly string[], mark = '☑'): string {
  return chosen.reduce((text, option) => text.replace(`□${option}`, mark + option), options);
}

export interface Person {
  readonly label: string;
  readonly name: Content;
  readonly phone: Content;
  readonly email: Content;
}

/** Annex line, title, number, applicant, project and the three persons: rows 1 to 8. */
export function head(
  annex: string,
  title: string,
  facts: readonly [string, string, string],
  people: readonly Person[],
): Sheet {
  const [number, applicant, project] = facts;
  const sheet = new Sheet('审批表', { widths: WIDTHS });
  sheet.put('A1', annex, 'annex').put('A2:G2', title, 'title').height(2, 36).put('A3:G3', `编号：${number}`, 'line');
  sheet.put('A4', '申请单位', 'head').put('B4:G4', applicant, 'left');
  sheet.put('A5', '项目名称', 'head').put('B5:G5', project, 'left');
  people.forEach((person, at) => {
    const row = 6 + at;
    sheet.row(
      `A${row}`,
      [person.label, person.name, '联系电话', person.phone, '邮箱'],
      ['head', 'cell', 'head', 'text', 'head'],
    );
    sheet.put(`F${row}:G${row}`, person.email, 'text').height(row, 28);
  });
  return sheet;
}

/** A line across the table, as section headings are printed. */
export function line(sheet: Sheet, row: number, text: Content): Sheet {
  return sheet.put(`A${row}:G${row}`, text, 'left');
}

/** A table whose cells span the columns named: heading in `row`, data below. */
export function table(
  sheet: Sheet,
  row: number,
  spans: readonly string[],
  heading: readonly string[],
  rows: readonly (readonly Content[])[],
): Sheet {
  sheet.spans(row, spans, heading, 'head').height(row, 30);
  rows.forEach((contents, at) => sheet.spans(row + 1 + at, spans, contents));
  return sheet;
}

export const SYSTEM_SPANS = ['A:B', 'C', 'D', 'E', 'F:G'];
export const SYSTEM_HEAD = ['业务系统名称', '用途', '使用范围', '服务人数', '使用高峰期时间段'];
export const RESOURCE_SPANS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
export const RESOURCE_HEAD = [
  '序号',
  '业务系统名称',
  '网络区域',
  '服务器名称',
  '服务类别\n（产品名称）',
  '产品配置',
  '数量',
];
export const NETWORK_SPANS = ['A:B', 'C:E', 'F:G'];
export const NETWORK_HEAD = ['运营商', '服务器名称', '开放端口'];

export const SHARED = '此次项目建设所需要的基础软件及硬件资源全部共享使用淄博云中心的相关资源。申请资源如下：';

/** The two opinions with their seals, and the note at the foot. */
export function opinions(sheet: Sheet, row: number, own: string): Sheet {
  const seal = '（公章）\n\n年    月    日';
  return sheet
    .put(`A${row}:G${row}`, `${own}\n\n\n${seal}`, 'box')
    .height(row, 110)
    .put(`A${row + 1}:G${row + 1}`, `市大数据局意见：\n\n\n${seal}`, 'box')
    .height(row + 1, 110)
    .put(`A${row + 2}:G${row + 2}`, '注：本表一式三份，使用单位一份，市大数据局一份，云服务商一份', 'note');
}
