import { type Content, type Run, serial, Sheet } from '../../samples/make/ooxml.ts';
import { saveStyled } from '../../samples/make/save.ts';

export function makeCloudNew(folder: string): void {
  saveStyled(`${folder}/labels-stacked.xlsx`, [health()]);
  saveStyled(`${folder}/boxes-in-symbol-font.xlsx`, [agriculture()], 'WPS 表格');
}

const SHARED = '此次项目建设所需要的基础软件及硬件资源全部共享使用淄博云中心的相关资源。申请资源如下：';

/** One label a row, its value right of it; one option a cell. */
function health(): Sheet {
  const sheet = new Sheet('附件4', { widths: [20, 22, 18, 20, 18, 22, 10] });
  sheet.put('A1', '附件4', 'annex').put('A2:G2', '政务云资源需求审批表（新建系统）', 'title');
  const labels: readonly (readonly [string, Content])[] = [
    ['编号：', 'GQZWY-2021-030'],
    ['申请单位：', '高青县卫生健康局'],
    ['项目名称：', '高青县全民健康信息平台建设项目'],
    ['项目负责人：', '崔洪波'],
    ['联系电话：', '0533-6967801'],
    ['邮箱：', 'gqwjj@zb.shandong.cn'],
    ['项目联系人：', '牛丽娟'],
    ['联系电话：', '13561660321'],
    ['邮箱：', 'niulijuan@zb.shandong.cn'],
    ['区（县）大数据局联系人：', '张海涛'],
    ['联系电话：', '0533-6961035'],
    ['邮箱：', 'gqxdsjj@zb.shandong.cn'],
    ['项目简介：', '汇聚县镇村三级医疗机构诊疗数据，支撑家庭医生签约和双向转诊。'],
  ];
  labels.forEach(([label, value], at) =>
    sheet.put(`A${3 + at}`, label, 'head').put(`B${3 + at}:G${3 + at}`, value, 'left'),
  );
  sheet.put('A16:A18', '申请业务类型', 'head');
  sheet.row('B16', ['☑计算服务', '☑存储服务', '□容灾服务', '☑网络服务', '□机房服务', null], 'left');
  sheet.row('B17', ['□操作系统服务', '☑数据库服务', '□中间件服务', '□数据服务', '□基础通用软件服务', null], 'left');
  sheet.row('B18', ['☑信息安全服务', '□实施服务', '□运维托管', '□资源专用服务', '□其他', null], 'left');
  sheet.put('A19:A20', '基于网络', 'head');
  sheet.row('B19', ['□智慧云', '☑公共云', '□行政云', null, null, null], 'left');
  sheet.row('B20', ['□互联网', '☑政务外网', '□部门业务区', '□行政服务域', '□其他', null], 'left');
  sheet.put('A21', '使用时间', 'head').put('B21:G21', serial(2021, 8, 1), 'date');
  sheet.put('A22:G22', '需求说明：', 'left').put('A23:G23', SHARED, 'left');
  sheet.put('A24:G24', '1.信息系统名称及使用情况：', 'left');
  sheet.row('A25', ['业务系统名称', '用途', '使用范围', '服务人数', '使用高峰期时间段'], 'head');
  sheet.row('A26', ['全民健康信息平台', '健康档案调阅、双向转诊', '全县医疗卫生机构', 1600, '上午8:00-11:30']);
  sheet.row('A27', ['家庭医生签约系统', '签约、随访', '镇卫生院、村卫生室', 420, '工作日']);
  sheet.put('A28:G28', '2.信息系统资源需求：', 'left');
  sheet.row('A29', ['序号', '业务系统名称', '网络区域', '服务器名称', '服务类别', '产品配置', '数量'], 'head');
  sheet.row('A30', [1, '全民健康信息平台', '政务外网', '平台应用服务器', '云服务器', '16核32G 500G', 4]);
  sheet.row('A31', [2, '全民健康信息平台', '政务外网', '平台数据库服务器', '云服务器', '32核128G 4000G', 2]);
  sheet.row('A32', [3, '家庭医生签约系统', '政务外网', '签约应用服务器', '云服务器', '8核16G 200G', 2]);
  sheet.put('A33:G33', '3.网络资源需求：', 'left');
  sheet.row('A34', ['运营商', '服务器名称', '开放端口'], 'head');
  sheet.row('A35', ['联通', '平台应用服务器', 443]).row('A36', ['联通', '签约应用服务器', '8081-8084']);
  sheet.put('A37', '申请IP地址数量：', 'head').put('B37', 8, 'cell');
  sheet.put('A38:G38', '申请单位意见：\n\n（公章）\n年    月    日', 'box').height(38, 80);
  sheet.put('A39:G39', '市大数据局意见：\n\n（公章）\n年    月    日', 'box').height(39, 80);
  return sheet.put('A40:G40', '注：本表一式三份，使用单位一份，市大数据局一份，云服务商一份', 'note');
}

/** Boxes as Word has them: letters of the font Wingdings 2, `R` ticked and `£` empty. */
function boxes(options: readonly string[], chosen: readonly string[]): Run[] {
  return options.flatMap((option) => [
    { text: chosen.includes(option) ? 'R' : '£', font: 'Wingdings 2' },
    { text: `${option} ` },
  ]);
}

const SERVICES = [
  ...[
    '计算服务',
    '存储服务',
    '容灾服务',
    '网络服务',
    '机房服务',
    '操作系统服务',
    '数据库服务',
    '中间件服务',
    '数据服务',
  ],
  ...['基础通用软件服务', '信息安全服务', '实施服务', '运维托管', '资源专用服务', '其他'],
];

/** An empty margin, spaced and starred labels, sections numbered anew, the system's name merged over its servers. */
function agriculture(): Sheet {
  const sheet = new Sheet('审批表', { widths: [3, 16, 20, 14, 20, 16, 24, 12] });
  sheet.put('B2:H2', '政务云资源需求审批表', 'title').put('B3:H3', '（新建系统）', 'title');
  sheet.put('B4:H4', '编  号：GQZWY-2021-034', 'line');
  sheet.put('B5', '*申请单位', 'head').put('C5:E5', '高青县农业农村局', 'left');
  sheet.put('F5', '*项目名称', 'head').put('G5:H5', '高青县数字农业综合服务平台', 'left');
  const people: readonly (readonly [string, string, string, string])[] = [
    ['*项目负责人', '路　通', '0533-6967402', 'gqnyj@zb.shandong.cn'],
    ['*项目联系人', '毕秀梅', '18678120965', 'bixiumei@zb.shandong.cn'],
    ['区（县）大数据局联系人', '张海涛', '0533-6961035', 'gqxdsjj@zb.shandong.cn'],
  ];
  people.forEach(([label, name, phone, email], at) => {
    sheet.row(`B${6 + at}`, [label, name, '联 系 电 话', phone, '邮    箱'], ['head', 'cell', 'head', 'text', 'head']);
    sheet.put(`G${6 + at}:H${6 + at}`, email, 'text');
  });
  sheet
    .put('B9', '项目简介', 'head')
    .put('C9:H9', '建设高青大米、黑牛产业数字化服务平台。\n包括生产、溯源、农技三个部分。', 'box')
    .height(9, 60);
  sheet
    .put('B10', '申请业务类型', 'head')
    .put('C10:H10', boxes(SERVICES, ['计算服务', '网络服务', '数据服务']), 'left');
  sheet.put('B11', '基于网络', 'head').put('C11:D11', boxes(['智慧云', '公共云', '行政云'], ['智慧云']), 'left');
  const networks = ['互联网', '政务外网', '部门业务区', '行政服务域', '其他'];
  sheet
    .put('E11:H11', boxes(networks, ['互联网']), 'left')
    .height(10, 60)
    .height(11, 30);
  sheet.put('B12', '使用时间', 'head').put('C12:H12', '2021年 10月 8日起', 'left');
  sheet.put('B13:H13', `需求说明：${SHARED}`, 'left');
  sheet.put('B14:H14', '（一）信息系统名称及使用情况', 'left');
  sheet.spans(
    15,
    ['B:C', 'D', 'E', 'F', 'G:H'],
    ['业务系统名称', '用途', '使用范围', '服务人数（人）', '使用高峰期时间段'],
    'head',
  );
  sheet.spans(
    16,
    ['B:C', 'D', 'E', 'F', 'G:H'],
    ['数字农业综合服务平台', '产销对接、溯源查询', '农户、企业、消费者', 20000, '9月至11月'],
  );
  sheet.put('B17:H17', '（二）信息系统资源需求', 'left');
  sheet.row(
    'B18',
    ['序号', '业务系统名称', '网络区域', '服务器名称', '服务类别（产品名称）', '产品配置', '数量（台）'],
    'head',
  );
  sheet.row('B19', [1, null, '互联网', '农业平台前端', '弹性云主机', '4核8G 100G', 2]);
  sheet.row('B20', [2, null, '互联网', '农业平台后端', '弹性云主机', '8核32G 500G', 2]);
  sheet.row('B21', [3, null, '互联网', '农业平台数据库', '弹性云主机', '16核64G 2000G', 1]);
  sheet.put('C19:C21', '数字农业综合服务平台').blanks('B22:H26');
  sheet.put('B27:H27', '（三）网络资源需求', 'left');
  sheet.spans(28, ['B', 'C:E', 'F:H'], ['运营商', '服务器名称', '开放端口'], 'head');
  sheet.spans(29, ['B', 'C:E', 'F:H'], ['电信', '农业平台前端', '80、443']);
  sheet.spans(30, ['B', 'C:E', 'F:H'], ['移动', '农业平台前端', '80、443']);
  sheet.row('B31', ['申请IP地址数量', null, 5, '（政务外网会自动分配固定IP）'], 'left');
  sheet
    .put('B32:H32', '申请单位意见（各部门由申请单位盖章同时加盖政府办公章）\n\n（公章）  年   月   日', 'box')
    .height(32, 70);
  return sheet.put('B33:H33', '市大数据局意见：\n\n（公章）  年   月   日', 'box').height(33, 70);
}
