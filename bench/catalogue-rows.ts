/** The rows of a made-up 信息资源目录: clean ones, and one fault in some of them or in each. */

/** How many of the rows have a fault: none, one in a hundred, each. */
export type Faults = 'none' | '1%' | 'every';

/** A row of the catalogue in the order of {@link HEADINGS}; '' is an empty cell. */
export type Row = readonly string[];

export const TITLE = '云阳县政务信息化项目信息资源目录';

/** The two rows of the heading; 分类 and 类型 stand below 信息资源格式, the others are merged over both rows. */
export const HEADINGS: readonly [Row, Row] = [
  [
    ...['部门名称', '信息资源名称', '信息资源格式', '', '信息项名称', '数据类型', '数据长度'],
    ...['共享类型', '共享方式', '是否向社会开放', '开放条件', '数据更新周期'],
  ],
  ['', '', '分类', '类型', '', '', '', '', '', '', '', ''],
];

const ITEMS_A_RESOURCE = 6;
const SEED = 20221121;
const NAME_STEP = 36_097;

const AREAS = words(`双江 青龙 人和 盘龙 龙角 故陵 红狮 南溪 江口 高阳 平安 巴阳 凤鸣 路阳 宝坪 桑坪 蔈草 沙市 云阳 水口
  大阳 外郎 新津 耀灵 堰坪 洞鹿 后叶 龙洞 黄石 鱼泉 农坝 清水 石门 上坝 泥溪 普安 栖霞 双龙 养鹿 云安 票草 双土`);
const DUTIES = words('民政 教育 卫生 水务 交通 住建 林业 农业');
const OFFICES = words(`事务中心 服务中心 管理所 执法大队 监测站 管理站`);
const SUBJECTS =
  words(`农村公路 城镇道路 公交站点 饮用水源 污水管网 水库大坝 河道岸线 山洪灾害 地质灾害 森林防火 古树名木
  耕地保护 高标准农田 农机购置 种粮补贴 生猪养殖 水产养殖 农药经营 食品生产 食品经营 药品零售 医疗器械 特种设备 计量器具
  个体工商户 企业年报 行政许可 行政处罚 行政强制 双随机抽查 信用修复 招标投标 政府采购 国有资产 公租住房 商品房预售 物业服务
  建筑施工 工程监理 消防验收 燃气经营 供热用户 学前教育 义务教育 校车运行 教师资格 学生资助 文物保护 图书借阅 旅游景点
  体育场馆 社会救助 残疾人补贴 养老机构 殡葬服务 婚姻登记 退役军人 就业创业 社会保险 劳动监察 人才引进 医保参保 疫苗接种
  传染病监测`);
const KINDS =
  words(`办件 登记 台账 名录 档案 巡查 监测 统计 年检 备案 变更 注销 投诉 举报 处置 整改 验收 评估 评价 考核 公示
  抽检 补贴发放 资金拨付 项目申报 项目进度 从业人员 设施设备 空间位置 巡检记录 值班安排 应急预案 物资储备 隐患排查 事故统计
  合同履约 绩效目标 培训安排 宣传活动 满意度调查`);
const ENDINGS = ['信息', '清单', '明细'];
const THINGS =
  words(`申请人 经办人 负责人 法定代表人 受益人 监护人 联系人 经营者 业主 施工单位 监理单位 设计单位 建设单位
  主管部门 审批部门 检查机构 检测机构 许可证 登记证 资质证书 合同 项目 工程 设施 设备 场所 房屋 地块 车辆 线路 站点 样品
  事件 案件 处罚 补贴 资金 账户 票据 档案`);
const ATTRIBUTES =
  words(`名称 编码 类别 状态 等级 地址 电话 数量 面积 金额 余额 比例 开始日期 结束日期 登记日期 有效期 经度 纬度
  来源 用途 结论 意见 依据 说明 备注 负责人姓名 统一社会信用代码 行政区划代码 所属乡镇 所属行业 变更原因 审核人 审核时间 更新时间
  版本号 附件名称 规格型号 计量单位 责任单位 监督电话`);

const FORMATS: readonly (readonly [kind: string, types: readonly string[]])[] = [
  ['数据库类', ['KingbaseES', 'Dm', 'oracle', 'sql server']],
  ['电子表格', ['xlsx', 'xls', 'et']],
  ['电子文件', ['pdf', 'OFD', 'docx', 'wps']],
  ['图形图像类', ['jpg', 'bmp']],
];
const TYPES: readonly (readonly [type: string, length: string])[] = [
  ...([
    ['字符型C', '50'],
    ['字符型C', '200'],
    ['数值型N', '18,2'],
    ['日期型D', ''],
  ] as const),
  ...([
    ['整型I', '10'],
    ['字符型C', '18'],
    ['货币型Y', '16'],
    ['日期时间型T', ''],
  ] as const),
];
const WAYS: Readonly<Record<string, readonly string[]>> = {
  数据库类: ['共享交换平台', '接口', '数据库', '共享交换平台、接口'],
  电子表格: ['共享交换平台', '电子文档', '共享交换平台、电子文档'],
  电子文件: ['电子文档', '共享交换平台'],
  图形图像类: ['电子文档', '共享交换平台'],
};
const CONDITIONS = words('无 依申请开放，须实名登记 注明数据来源后使用 签订数据使用协议后开放');
const PERIODS = words('实时 每日 每周 每月 每季度 每年');
const UNLISTED = words('内部共享 授权共享 全部公开 协商后共享 暂不确定');

/** The rows of a catalogue, always the same for the same arguments. Clean rows yield no error and no warning. */
export function* catalogueRows(count: number, faults: Faults): Generator<Row> {
  const next = chance();
  const every = faults === 'none' ? Infinity : faults === '1%' ? 100 : 1;
  let told = 0;
  let resource: Resource | undefined;
  let previous: Row | undefined;
  for (let row = 0; row < count; row++) {
    const item = row % ITEMS_A_RESOURCE;
    if (!resource || item === 0) resource = makeResource(row / ITEMS_A_RESOURCE, next);
    const clean = makeRow(resource, item, next);
    const spoilt = (row + 1) % every === 0 ? spoil(clean, item > 0 ? previous : undefined, told++) : clean;
    previous = clean;
    yield spoilt;
  }
}

interface Resource {
  readonly department: string;
  readonly name: string;
  readonly format: string;
  readonly type: string;
  readonly sharing: readonly string[];
  readonly firstItem: number;
}

function makeResource(index: number, next: Next): Resource {
  // 336 departments take turns in blocks of 8 resources; a step that shares no factor with the number of names never
  // repeats one before all are used, some 320,000.
  const department = Math.floor(index / 8) % (AREAS.length * DUTIES.length);

  const [place, subject, kind, ending] = mixed(index * NAME_STEP, [AREAS, SUBJECTS, KINDS, ENDINGS]);
  const area = pick(AREAS, department);
  const duty = Math.floor(department / AREAS.length);
  const [format, types] = FORMATS[next(FORMATS.length)] ?? ['', []];
  const way = pick(WAYS[format] ?? [], next(4));
  const open = next(2) === 0;
  const share = next(10);
  const secret = share === 0;
  return {
    department: `云阳县${area}镇${pick(DUTIES, duty)}${pick(OFFICES, duty)}`,
    name: `${place}片区${subject}${kind}${ending}`,
    format,
    type: pick(types, next(4)),
    sharing: [
      secret ? '不予共享' : share < 7 ? '无条件共享' : '有条件共享',
      secret ? '' : way,
      open && !secret ? '是' : '否',
      open && !secret ? pick(CONDITIONS, next(4)) : '',
      pick(PERIODS, next(6)),
    ],
    firstItem: next(THINGS.length * ATTRIBUTES.length),
  };
}

function makeRow(resource: Resource, item: number, next: Next): Row {
  const { department, name, format, type, sharing, firstItem } = resource;
  // Next to each other in one resource: another thing and another attribute, so never the same name twice.
  const at = firstItem + item * (THINGS.length + 1);
  const structured = format === '数据库类' || format === '电子表格';
  const [dataType, length] = structured ? (TYPES[next(TYPES.length)] ?? ['', '']) : ['', ''];
  const itemName = mixed(at, [THINGS, ATTRIBUTES]).join('');
  return [department, name, format, type, itemName, dataType, length, ...sharing];
}

/** The row with one fault; the kinds take turns. `previous` is the row above of the same resource. */
function spoil(row: Row, previous: Row | undefined, turn: number): Row {
  const at = (column: number, text: string) => row.with(column, text);
  switch (turn % 8) {
    case 0:
      return at(7, pick(UNLISTED, turn));
    case 1:
      return at(11, '');
    case 2:
      return at(3, row[2] === '电子表格' ? 'pdf' : 'xlsx');
    case 3:
      return at(6, `约${1 + (turn % 4000)}位`);
    case 4:
      return previous ? at(4, previous[4] ?? '') : at(4, '');
    case 5:
      return row[7] === '不予共享' ? at(7, '') : at(8, '');
    case 6:
      return at(9, pick(['视情况', '待研究', '暂缓'], turn));
    default:
      return row[9] === '是' ? at(10, '') : at(2, '纸质材料');
  }
}

/** A whole number from 0 up to, not including, a limit. */
type Next = (limit: number) => number;

/** A linear congruential generator (the numbers of Numerical Recipes): chance that is the same everywhere. */
function chance(): Next {
  let state = SEED;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

/** The digits of a number in a system whose places have as many digits as the lists have words. */
function mixed(number: number, lists: readonly (readonly string[])[]): readonly string[] {
  let rest = number;
  return lists.map((list) => {
    const word = pick(list, rest);
    rest = Math.floor(rest / list.length);
    return word;
  });
}

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
