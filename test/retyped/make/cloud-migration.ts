import { type Content, Sheet } from '../../samples/make/ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from '../../samples/make/save.ts';

const TITLE = '政务云资源需求审批表（迁移系统）';
const MIGRATED = '此次项目迁移后所需要的基础软件及硬件资源全部共享使用淄博云中心的相关资源。申请资源如下：';

export function makeCloudMigration(folder: string): void {
  saveStyled(`${folder}/network-on-second-sheet.xlsx`, [housing(), annexedNetwork()]);
  savePlain(`${folder}/other-column-order.xlsx`, [disabled()]);
}

/** The persons' facts side by side below common headings of their own; the network table is annexed. */
function housing(): Sheet {
  const sheet = new Sheet('审批表', { widths: [14, 18, 14, 18, 14, 22, 10] });
  sheet.put('A1:G1', TITLE, 'title').put('A2:B2', '编号：', 'line').put('C2:G2', 'GQZWY-2020-060', 'line');
  sheet.put('A3', '项目名称', 'head').put('B3:D3', '高青县物业监管系统迁移项目', 'left');
  sheet.put('E3', '申请单位', 'head').put('F3:G3', '高青县住房和城乡建设局', 'left');
  const people: readonly (readonly [string, string, string, string])[] = [
    ['项目负责人', '巩立军', 'gqzjj@zb.shandong.cn', '0533-6971216'],
    ['项目联系人', '毕雪', 'bixue@zb.shandong.cn', '13754755180'],
    ['区（县）大数据局联系人', '张海涛', 'gqxdsjj@zb.shandong.cn', '0533-6961035'],
  ];
  people.forEach(([label, name, email, phone], at) => {
    sheet.row(`A${4 + at}`, [label, name, '邮箱', email, '联系电话'], ['head', 'cell', 'head', 'text', 'head']);
    sheet.put(`F${4 + at}:G${4 + at}`, phone, 'text');
  });
  sheet.put('A7:G7', '项目简介：物业监管系统现托管于运营商机房，按全市政务信息系统上云要求迁移。', 'box');
  sheet.put('A8', '基于网络', 'head').put('B8', '□智慧云\n√公共云\n□行政云', 'left');
  sheet.put('C8:G8', '□互联网 √政务外网 □部门业务区 □行政服务域 □其他', 'left').height(8, 48);
  sheet.put('A9', '申请业务类型', 'head').put('B9:G9', SERVICES, 'left').height(9, 64);
  sheet.put('A10', '使用时间', 'head').put('B10:G10', '2020年12月15日起', 'left');
  sheet.put('A11:G11', '需求说明：系统迁移前运行环境如下：', 'left');
  sheet.spans(
    12,
    ['A', 'B:C', 'D:E', 'F:G'],
    ['数据库类型', '网络（属性、带宽、IP等）', '服务器配置', '操作系统'],
    'head',
  );
  sheet.spans(
    13,
    ['A', 'B:C', 'D:E', 'F:G'],
    ['达梦DM8', '电信专线，20M', '浪潮NF5270M5，8核，32G，2T', '银河麒麟V10'],
  );
  sheet.put('A14:G14', MIGRATED, 'left').put('A15:G15', '1. 信息系统名称及使用情况：', 'left');
  sheet.spans(
    16,
    ['A:B', 'C:D', 'E', 'F', 'G'],
    ['业务系统名称', '用途', '使用范围', '使用高峰期时间段', '服务人数'],
    'head',
  );
  sheet.spans(
    17,
    ['A:B', 'C:D', 'E', 'F', 'G'],
    ['物业监管系统', '维修资金申请、物业企业考核', '全县小区', '8:30-17:30', 3000],
  );
  sheet.put('A18:G18', '2.信息系统资源需求：', 'left');
  sheet.row(
    'A19',
    ['序号', '业务系统名称', '网络区域', '服务器名称', '服务类别\n（产品名称）', '产品配置', '数量'],
    'head',
  );
  sheet.row('A20', [1, '物业监管系统', '政务外网', '物业应用服务器', '云服务器', '8C/16G/500GB', 2]);
  sheet.row('A21', [2, '物业监管系统', '政务外网', '物业数据库服务器', '云服务器', '8C/32G/1000GB', 1]);
  sheet.row('A22', [3, ...EMPTY]).row('A23', [4, ...EMPTY]);
  sheet.put('A24:G24', '3.网络资源需求（见附页）', 'left');
  sheet.put('A25:G25', '申请IP地址数量： 3 （政务外网会自动分配固定IP）', 'left');
  sheet.put(
    'A26:G26',
    '申请单位意见（区（县）级各部门由申请单位盖章同时加盖政府办公章）\n\n（公章）\n年    月    日',
    'box',
  );
  return sheet.put('A27:G27', '市大数据局意见：\n\n（公章）\n年     月    日', 'box').height(26, 80).height(27, 80);
}

const EMPTY: readonly Content[] = Array<null>(6).fill(null);

const SERVICES = [
  '√计算服务  √存储服务  □容灾服务  □网络服务  □机房服务',
  '□操作系统服务   √数据库服务  □中间件服务  □数据服务',
  '□基础通用软件服务 □信息安全服务  □实施服务  □运维托管',
  '□资源专用服务  □其他',
].join('\n');

function annexedNetwork(): Sheet {
  const sheet = new Sheet('附页', { widths: [14, 24, 24] });
  sheet.put('A1', '附页', 'annex').put('A2:C2', '3.网络资源需求', 'left');
  sheet.row('A3', ['运营商', '服务器名称', '开放端口'], 'head');
  return sheet
    .row('A4', ['电信', '物业应用服务器', '80，443'])
    .row('A5', ['联通', '物业应用服务器', 443])
    .blanks('A6:C12');
}

/** Columns of the resource table in another order and one more of them; three things wrong. */
function disabled(): PlainSheet {
  return {
    name: 'Sheet1',
    rows: [
      ['附件5'],
      [TITLE],
      ['编号', 'GQZWY-2020-063'],
      ['申请单位', '高青县残疾人联合会'],
      ['项目名称', '残疾人服务系统迁移'],
      ['项目负责人', '田野', '联系电话', '0533-6961320', '邮箱', 'gqcl@zb.shandong.cn'],
      ['项目联系人', '冯玉', '联系电话', '17753360218', '邮箱', 'fengyu@zb.shandong.cn'],
      ['区（县）大数据局联系人', '张海涛', '联系电话', '0533-6961035', '邮箱', 'gqxdsjj@zb.shandong.cn'],
      ['项目简介', '残疾人两项补贴申请和辅具适配申请系统迁移上云。'],
      ['申请业务类型', SERVICES],
      ['基于网络', '☑智慧云 □公共云 □行政云'],
      [null, '☑互联网 □政务外网 □部门业务区 □行政服务域 □其他'],
      ['使用时间', '2020-12-01'],
      ['系统迁移前运行环境如下：'],
      ['网络', '服务器配置', '操作系统', '数据库类型'],
      ['互联网，100M', '戴尔R740，8核，16G', '统信V20', '人大金仓V8'],
      ['信息系统名称及使用情况'],
      ['业务系统名称', '用途', '使用范围', '服务人数', '使用高峰期时间段'],
      ['残疾人服务系统', '补贴申请、辅具申请', '全县残疾人', '9000', '每月上旬'],
      ['信息系统资源需求'],
      ['序号', '服务器名称', '数量', '产品配置', '服务类别', '业务系统名称', '网络区域', '备注'],
      [1, '残联应用服务器', 2, '8核16G 200G', '云服务器', '残疾人服务系统', '互联网', '双机'],
      [2, '残联数据库服务器', 0, '8核32G 500G', '云服务器', '残疾人服务系统', '互联网', null],
      ['网络资源需求'],
      ['服务器名称', '运营商', '开放端口'],
      ['残联应用服务器', '移动', '443、3389'],
      ['残联文件服务器', '移动', '8088'],
      ['申请IP地址数量', '2'],
    ],
    merges: [
      'A1:H1',
      'A2:H2',
      'B4:H4',
      'B5:H5',
      'B9:H9',
      'B10:H10',
      'A11:A12',
      'B11:H11',
      'B12:H12',
      'A14:H14',
      'A17:H17',
    ],
  };
}
