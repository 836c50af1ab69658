import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, saveCsv, savePlain, saveStyled } from './save.ts';

const TITLE = '云阳县政务信息化项目信息资源目录';
const WIDTHS = [16, 22, 12, 12, 20, 12, 9, 13, 18, 10, 20, 12];
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'];

/** The heading in two rows; the two kinds of format stand below a common one. */
const HEAD = [
  ['部门名称', '信息资源名称', '信息资源格式', null, '信息项名称', '数据类型', '数据长度', '共享类型', '共享方式'],
  [null, null, '分类', '类型', null, null, null, null, null],
] as const;
const HEAD_END = [['是否向社会开放', '开放条件', '数据更新周期'], []] as const;

const NOTES = [
  '填表说明：1. 信息资源名称：描述政务信息资源内容的标题，如 XX 处罚信息；',
  '2. 信息资源格式分类：分为电子文件、电子表格、数据库类、图形图像类、流媒体类、自表述格式；',
  '3. 信息资源格式类型：分为 OFD、wps、xml、txt、doc、docx、html、pdf、ppt、et、xls、xlsx、Dm、KingbaseES、access、dbf、dbase、sysbase、oracle、sql server、db2、jpg、gif、bmp、swf、rm、mpg 等；',
  '4. 信息项名称：对政务信息的细化描述，如 XX 处罚信息，其数据项包括处罚依据、处罚类型、处罚内容、处罚金额等；',
  '5. 数据类型：结构化数据应标明数据类型及数据长度，包括：字符型 C、数值型 N、货币型 Y、日期型 D、日期时间型 T、逻辑型 L、备注型 M、通用型 G、双精度型 B、整型 I、浮点型 F 等；',
  '6. 共享类型：分为无条件共享、有条件共享、不予共享；',
  '7. 共享方式：分为共享交换平台、接口、数据库、电子文档；',
  '8. 数据更新周期：分为实时、每日、每周、每月、每季度、每年等。',
];

export function makeYunyangCatalogue(folder: string): void {
  saveStyled(`${folder}/clean-transport.xlsx`, [transport()]);
  saveStyled(`${folder}/faulty-market-regulation.xlsx`, [marketRegulation()], 'WPS 表格');
  savePlain(`${folder}/faulty-health.xlsx`, [health()]);
  savePlain(`${folder}/faulty-column-lost.xlsx`, [emergency()]);
  saveCsv(`${folder}/faulty-agriculture.csv`, agriculture());
}

/** Annex line, title, line of the reporting unit, heading in rows 4 and 5. */
function printed(unitLine: string): Sheet {
  const sheet = new Sheet('信息资源目录', { widths: WIDTHS, landscape: true, frozenRows: 5 });
  sheet.put('A1', '附件2', 'annex').put('A2:L2', TITLE, 'title').height(2, 30).put('A3:L3', unitLine, 'line');
  LETTERS.forEach((letter, at) => {
    if (letter === 'C' || letter === 'D') return;
    sheet.put(`${letter}4:${letter}5`, at < 9 ? (HEAD[0][at] ?? null) : (HEAD_END[0][at - 9] ?? null), 'head');
  });
  return sheet.put('C4:D4', '信息资源格式', 'head').row('C5', ['分类', '类型'], 'head').height(4, 24);
}

function notes(sheet: Sheet, row: number): Sheet {
  NOTES.forEach((note, at) => sheet.put(`A${row + at}:L${row + at}`, note, 'note'));
  return sheet;
}

/** Fills columns B to L; the department stands in column A, merged over all of its rows. */
function fill(sheet: Sheet, department: string, rows: readonly (readonly Content[])[], first = 6): Sheet {
  rows.forEach((row, at) => sheet.row(`B${first + at}`, row));
  return sheet.put(`A${first}:A${first + rows.length - 1}`, department);
}

/** Merges a column over rows of one resource, keeping what stands in the first. */
function merge(sheet: Sheet, spans: readonly (readonly [string, Content])[]): Sheet {
  for (const [range, value] of spans) sheet.put(range, value);
  return sheet;
}

const FREE = ['无条件共享', '共享交换平台', '是', '无'] as const;

function transport(): Sheet {
  const permit = (item: string, type: string, length: Content): Content[] => [
    ...[null, null, null, item, type, length],
    ...FREE,
    '每日',
  ];
  const lines = (item: string, type: string, length: number): Content[] => [
    ...['公交线路站点信息', '电子表格', 'xlsx', item, type, length],
    ...['无条件共享', '共享交换平台、电子文档', '是', '无', '每季度'],
  ];
  const report = (item: string): Content[] => [
    ...['交通建设项目竣工验收报告', '电子文件', 'pdf', item, null, null, '有条件共享', '电子文档', '否', null, '每年'],
  ];
  const map = (item: string): Content[] => [
    ...['农村公路路网图', '图形图像类', 'jpg', item, null, null, '有条件共享', '共享交换平台', '是'],
    ...['依申请开放，申请人须实名登记', '每年'],
  ];
  const sheet = printed(
    '填报单位：云阳县交通局        填报人：冉启航        联系电话：023-55128066        填报日期：2023年9月18日',
  );
  fill(sheet, '云阳县交通局', [
    permit('经营许可证号', '字符型C', 20),
    permit('业户名称', '字符型C', 100),
    permit('统一社会信用代码', '字符型 C', 18),
    permit('经营范围', '字符型C', 500),
    permit('发证日期', '日期型D', null),
    permit('核定车辆数', '整型I', 6),
    [null, null, null, '注册资本（万元）', '数值型N', '12,2', '有条件共享', '接口', '否', null, '每日'],
    lines('线路名称', '字符型C', 50),
    lines('起讫站点', '字符型C', 100),
    lines('首末班时间', '字符型C', 20),
    lines('票价（元）', '货币型Y', 6),
    report('项目名称'),
    report('验收结论'),
    ['重点营运车辆监控视频', '流媒体类', 'mpg', '车内画面', null, null, '不予共享', null, '否', null, '实时'],
    map('路线走向图'),
    map('桥梁位置图'),
  ]);
  merge(sheet, [
    ['B6:B12', '道路运输经营许可信息'],
    ['C6:C12', '数据库类'],
    ['D6:D12', 'Oracle'],
    ['B13:B16', '公交线路站点信息'],
    ['B17:B18', '交通建设项目竣工验收报告'],
    ['B20:B21', '农村公路路网图'],
  ]);
  return notes(sheet.blanks('A22:L28'), 29);
}

function marketRegulation(): Sheet {
  const food = (item: string, ...rest: Content[]): Content[] => [null, '数据库类', 'KingbaseES', item, ...rest];
  const device = (type: string, item: string, ...rest: Content[]): Content[] => [null, '电子表格', type, item, ...rest];
  const sheet = printed('填报单位：云阳县市场监督管理局        填报人：向春梅        填报日期：2023.9.20');
  fill(sheet, '云阳县市场监督管理局', [
    food('许可证编号', 'C', 14, ...FREE, '每日'),
    food('经营者名称', '字符型 N', 100, ...FREE, '每日'),
    food('经营场所', '字符型C', null, ...FREE, '每日'),
    food('主体业态', null, 50, ...FREE, '每日'),
    food('有效期至', 'D', null, '有条件共享', null, '否', null, '每日'),
    food('日常监督检查结果', '字符型（C）', 200, '部分共享', '接口', '否', null, '每月'),
    food('处罚金额', '货币型Y', 12, '有条件共享', '接口', '是', null, '每日'),
    food('许可证编号', 'C', 14, ...FREE, '每日'),
    device('docx', '设备注册代码', '字符型C', 20, '无条件共享', '电子文档', '否', null, '每季度'),
    device('xlsx', '设备种类', null, null, '无条件共享', '电子文档', '否', null, '每季度'),
    [null, '数据表', 'xlsx', '使用单位', '字符型C', 100, '无条件共享', '电子文档', '否', null, '每季度'],
    device('xls', '检验日期', '日期型D', null, '不予共享', '电子文档', '否', null, '每年'),
    device('et', '安全管理员', '字符型C', 20, '不予共享', null, '是', '无', '每年'),
    device('xlsx', '检验结论', '字符型C', 50, '有条件共享', 'U盘拷贝', '否', null, '每年'),
    device('xlsx', '下次检验日期', '日期型D', null, '有条件共享', '电子文档', '否', '须书面申请', '每年'),
    device('xlsx', '设备型号', '字符型C', 0, '有条件共享', '电子文档', '否', null, '每年'),
    ['XX处罚信息', '数据库类', 'oracle', '处罚依据', '备注型M', null, '有条件共享', '接口、数据库', '否', null, '每周'],
    ['行政处罚信息', '数据库类', 'oracle', '处罚数额', '数值型N', '10,12', '有条件共享', '接口', '否', null, '每周'],
    ['网络交易监测管理系统', '数据库类', 'mysql', '网店名称', '字符型C', 100, '无条件共享', '接口', '是'],
    ['网络交易监测管理系统', '数据库类', 'oracle', '违法线索', '图片', 2000, '有条件共享', '接口', '否', null, '实时'],
    ['广告监测抽查信息', '电子文件', 'pdf', '抽查结论', null, null, '无条件共享', '数据库', '否', null, '每半年'],
    [
      '小作坊登记信息',
      '数据库类',
      'oracle',
      '小作坊名称',
      '字符型C',
      100,
      '无条件共享',
      '电子文档',
      '否',
      null,
      '每月',
    ],
    ['小作坊登记信息', '电子表格', 'xlsx', '业主姓名', '字符型C', 50, '有条件共享', '电子文档', '否', null, '每月'],
  ]);
  sheet.row('K24', ['仅向重庆云科数据有限公司开放', '实时']);
  merge(sheet, [
    ['B6:B13', '食品经营许可信息'],
    ['B14:B21', '特种设备登记信息'],
    ['B24:B25', '网络交易监测管理系统'],
    ['B27:B28', '小作坊登记信息'],
  ]);
  // As templates come with their borders drawn in advance: 200 rows and nothing in them.
  return notes(sheet.blanks('A29:L228'), 229);
}

function health(): {
  name: string;
  rows: (string | number | null)[][];
  merges: string[];
  formulas: Record<string, { formula: string; value: string }>;
} {
  const department = '云阳县卫生健康委员会';
  const free = ['无条件共享', '接口', '是', '无', '每月'];
  const limited = ['有条件共享', '接口', '否', null];
  const rows: (string | number | null)[][] = [
    ['医疗机构执业登记信息', '数据库类', 'db2', '机构名称', 'C', 100, ...free],
    ['医疗机构执业登记信息', '数据库类', 'db2', '登记号', 'C', 22, ...free],
    ['医疗机构执业登记信息。', '数据库类', 'db2', '诊疗科目', 'C', 500, ...free],
    ['医师注册信息1', '数据库类', 'sql server', '医师姓名', 'C', 50, ...limited, '每月'],
    ['医师注册信息2', '数据库类', 'sql server', '执业范围', 'C', 200, ...limited, '每月'],
    ['预防接种点信息', '电子表格', 'xlsx', null, 'C', 100, '无条件共享', '共享交换平台', '是', '无', '每年'],
    ['预防接种点信息', '电子表格', 'xlsx', '接种点地址', 'C', 200, null, '共享交换平台', '否', null, '每年'],
    ['预防接种点信息', '电子表格', 'xlsx', '联系电话', 'C', 20, '无条件共享', '共享交换平台', '待定', null, '每年'],
    ['预防接种点信息', '电子表格', 'xlsx', '门诊时间', 'C', 100, '无条件共享', '共享交换平台', '是', '无', null],
    ['传染病疫情周报', '电子文件', 'xlsx', '报告正文', null, null, '有条件共享', '电子文档', '否', null, '每周'],
    ['传染病疫情周报', '电子文件', 'docx', '处置建议', null, null, '有条件共享', '电子文档', '否', null, '每周'],
    ['如 出生医学证明信息', '数据库类', 'oracle', '新生儿姓名', 'C', 50, '不予共享', null, '否', null, '每日'],
    ['120急救调度平台', '数据库类', 'access', '呼叫时间', 'T', null, '不予共享', null, '否', null, '实时'],
    ['健康体检影像', '图形图像类', 'jpg', '胸片', null, null, '有条件共享', '共享交换平台、邮件', '否', null, '每年'],
    ['健康体检影像', '图形图像类', null, '心电图', null, null, '有条件共享', '共享交换平台', '否', null, '每年'],
    ['健康体检影像', null, 'bmp', '肺功能图', null, null, '有条件共享', '共享交换平台', '否', null, '每年'],
    ['献血者信息', '数据库类', 'oracle', '血型', '字符型C', '10,2', ...limited, '每日'],
    ['献血者信息', '数据库类', 'oracle', '献血量（ml）', '整型I', '六位', ...limited, '每日'],
    ['献血者信息', '数据库类', 'oracle', '献血次数', '整型I', 4, ...limited, '每日'],
    ['献血者信息', '数据库类', 'oracle', '献血日期', 'D', null, ...limited, null],
  ];
  return {
    name: 'Sheet1',
    rows: [[TITLE], [...HEAD[0], ...HEAD_END[0]], [...HEAD[1]], ...rows.map((row) => [department, ...row])],
    merges: [
      'A1:L1',
      'C2:D2',
      ...LETTERS.filter((letter) => letter !== 'C' && letter !== 'D').map((l) => `${l}2:${l}3`),
    ],
    formulas: { L23: { formula: 'VLOOKUP(B23,Sheet2!A:B,2,0)', value: '#N/A' } },
  };
}

function agriculture(): string[][] {
  const tail = ['', '', '', '', '', '', '', '', '', '', ''];
  return [
    [TITLE, ...tail],
    [
      '部门名称',
      '信息资源名称',
      '信息资源格式',
      '',
      '信息项名称',
      '数据类型',
      '数据长度',
      '共享类型',
      '共享方式',
      '是否向社会开放',
      '开放条件',
      '数据更新周期',
    ],
    ['', '', '分类', '类型', '', '', '', '', '', '', '', ''],
    [
      '云阳县农业农村委员会',
      '新型农业经营主体名录',
      '电子表格',
      'xlsx',
      '主体名称',
      '字符型C',
      '100',
      '无条件共享',
      '共享交换平台',
      '是',
      '无',
      '每年',
    ],
    [
      '',
      '',
      '电子表格',
      'xlsx',
      '主营产品\n（柑橘、乌天麻等）',
      '字符型C',
      '200',
      '无条件共享',
      '共享交换平台',
      '是',
      '无',
      '每年',
    ],
    [
      '',
      '',
      '电子表格',
      '.xls',
      '经营规模（亩）',
      '数值型N',
      '10,2',
      '无条件共享',
      '共享交换平台,电子文档',
      '是',
      '',
      '每年',
    ],
    [
      '',
      '农机购置补贴信息',
      '数据库类',
      'oracle',
      '补贴金额（元）',
      '货币型Y',
      '12',
      '有条件共享',
      '',
      '否',
      '',
      '实时',
    ],
    ['', '', '数据库类', 'oracle', '机具型号', '字符型C', '1OO', '有条件共享', '接口', '否', '', '实时'],
    ['', '', '数据库类', 'oracle', '购机者姓名', '字符型C', '50', '有條件共享', '接口', '否', '', '每天'],
    ['填表说明：1. 信息资源名称：描述政务信息资源内容的标题，如 XX 处罚信息；', ...tail],
    ['', ...tail],
  ];
}

/** The column of the update cycle was deleted, and no department is written anywhere. */
function emergency(): PlainSheet {
  const heading = [...HEAD[0], ...HEAD_END[0]].slice(0, 11);
  const item = (resource: string | null, name: string, length: number): (string | number | null)[] => [
    ...[null, resource, '数据库类', 'oracle', name, '字符型C', length],
    ...['有条件共享', '接口', '否', null],
  ];
  return {
    name: '目录',
    rows: [
      [TITLE],
      heading,
      [...HEAD[1]],
      item('应急物资储备信息', '物资名称', 50),
      item(null, '存放地点', 100),
      item('避难场所信息', '场所名称', 100),
    ],
    merges: ['A1:K1', 'C2:D2'],
  };
}
