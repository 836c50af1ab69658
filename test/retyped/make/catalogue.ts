import { type Content, Sheet } from '../../samples/make/ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from '../../samples/make/save.ts';

export function makeCatalogue(folder: string): void {
  saveStyled(`${folder}/below-a-letter.xlsx`, [education()]);
  savePlain(`${folder}/sheet-for-each-section.xlsx`, [section('社会救助科', RELIEF), section('养老服务科', ELDERLY)]);
}

/** A letter's head above; one heading row, other order, two headings renamed, a number before and a remark behind. */
function education(): Sheet {
  const sheet = new Sheet('目录', { widths: [6, 24, 18, 20, 16, 16, 12, 10, 12, 14, 22, 10, 12, 12] });
  sheet.put('A1:N1', '云阳县教育委员会', 'title').height(1, 40);
  sheet.put('A2:N2', '云教委函〔2023〕87号', 'line');
  sheet.put('A3:N3', '县大数据发展局：现将我委政务信息化项目信息资源目录报送如下，请予审核。', 'line');
  sheet.put('A4:N4', '云阳县政务信息化项目信息资源目录', 'title');
  sheet.put('A5:N5', '填报日期：2023年9月25日', 'line');
  sheet.row(
    'A6',
    ['序号', '信息资源名称', '单位名称', '信息项名称', '信息资源格式分类', '信息资源格式类型', '数据类型', '数据长度'],
    'head',
  );
  sheet.row('I6', ['更新周期', '共享类型', '共享方式', '是否向社会开放', '开放条件', '备注'], 'head').height(6, 32);
  const shared = ['无条件共享', '共享交换平台；接口', '是', '无'];
  const kept = ['有条件共享', '接口', '否', null];
  const table = ['电子表格', 'et'];
  const base = ['数据库类', 'KingbaseES'];
  const rows: (readonly Content[])[] = [
    ['学校基本信息', '云阳县教育委员会', '学校名称', ...table, '字符型（C）', 100, '每年', ...shared, null],
    [null, null, '办学类型', ...table, 'C', 20, '每年', ...shared, '小学、初中、高中、中职'],
    [null, null, '在校学生数', ...table, '整型 I', 5, '每年', ...shared, null],
    ['教师资格认定信息', null, '证书号码', ...base, '字符型 C', 17, '实时', ...kept, null],
    [null, null, '任教学科', ...base, '字符型', 30, '实时', ...kept, null],
    [null, null, '认定日期', ...base, 'D', null, '实时', ...kept, null],
    [null, null, '普通话成绩', ...base, '浮点型F', '4,1', '实时', ...kept, null],
    [
      '校园监控视频',
      null,
      '校门画面',
      '流媒体类',
      'rm',
      null,
      null,
      '实时',
      '不予共享',
      null,
      '否',
      null,
      '涉及未成年人',
    ],
    ['学区划片图', null, '小学学区', '图形图像类', '.BMP', null, null, '每年', ...shared, null],
    ['考试安排', null, '考试科目', '自表述格式', 'json', null, null, '每季度', ...kept, null],
  ];
  for (let at = 0; at < 30; at++) sheet.row(`A${7 + at}`, [at + 1, ...(rows[at] ?? Array<null>(13).fill(null))]);
  return sheet.put('A38', '填表人：谭秋菊', 'line');
}

type Row = readonly (string | number | null)[];

/** The headings with the slips of the printed annex: 类, 型, 数据度, 否向社会开放. */
function section(name: string, rows: readonly Row[]): PlainSheet {
  return {
    name,
    rows: [
      ['云阳县政务信息化项目信息资源目录'],
      [
        '部门名称',
        '信息资源名称',
        '信息资源格式',
        null,
        '信息项名称',
        '数据类型',
        '数据度',
        '共享类型',
        '共享方式',
        '否向社会开放',
        '开放条件',
        '数据更新周期',
      ],
      [null, null, '类', '型'],
      ...rows,
    ],
    merges: ['A1:L1', 'C2:D2', 'A2:A3', 'B2:B3', ...['E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'].map((l) => `${l}2:${l}3`)],
  };
}

const RELIEF: readonly Row[] = [
  [
    '云阳县民政局',
    '最低生活保障对象信息',
    '数据库类',
    'Dm',
    '姓名',
    'C',
    50,
    '有条件共享',
    '共享交换平台',
    '否',
    null,
    '每月',
  ],
  [null, null, '数据库类', 'Dm', '身份证号', 'C', 18, '有条件共享', '共享交换平台', '否', null, '每月'],
  [null, null, '数据库类', 'Dm', '救助金额', 'Y', 10, '有条件共享', '共享交换平台', '否', null, '每月'],
  [null, '临时救助信息', '数据库类', 'Dm', '救助原因', 'M', null, '不予共享', null, '否', null, '每周'],
];

const ELDERLY: readonly Row[] = [
  [
    '云阳县民政局',
    '养老机构备案信息',
    '电子表格',
    'xlsx',
    '机构名称',
    'C',
    100,
    '无条件共享',
    '电子文档',
    '是',
    '无',
    '每季度',
  ],
  [null, null, '电子表格', 'xlsx', '床位数', 'I', 5, '无条件共享', '电子文档', '是', '无', '每季度'],
  [null, '最低生活保障对象信息', '数据库类', 'Dm', '姓名', 'C', 50, '有条件共享', '共享交换平台', '否', null, '每月'],
  [null, '高龄津贴发放信息', '数据库类', 'Dm', '发放金额', 'Y', 10, '有条件共享', '接口', '是', null, '每月'],
  [null, null, '数据库类', 'Dm', '发放月份', '日期型T', 6, '有条件共享', '接口', '否', null, '每月'],
];
