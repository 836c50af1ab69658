import { type Content, Sheet } from '../../samples/make/ooxml.ts';
import { saveStyled } from '../../samples/make/save.ts';

/** Forms among other things: lists on a hidden sheet, group and total rows, remarks, amounts in figures. */
export function makeCrowded(folder: string): void {
  saveStyled(`${folder}/yunyang-catalogue/among-lists-and-groups.xlsx`, [guide(), catalogue(), lists()]);
  saveStyled(`${folder}/jinzhai-pc-purchase/words-beside-figures.xlsx`, [computers()]);
  saveStyled(`${folder}/gaoqing-cloud-new/totals-and-remarks.xlsx`, [cloud()], 'WPS 表格');
  saveStyled(`${folder}/gaoqing-cloud-change/headings-before-and-after.xlsx`, [change()], 'WPS 表格');
}

function guide(): Sheet {
  const sheet = new Sheet('填表说明', { widths: [80] });
  const lines = [
    '云阳县政务信息化项目信息资源目录填表说明',
    '1. 每个信息项填一行，信息资源名称如 XX 处罚信息。',
    '2. 共享类型：分为无条件共享、有条件共享、不予共享；',
  ];
  lines.forEach((text, at) => sheet.put(`A${at + 1}`, text, 'line'));
  return sheet;
}

/** Lists for drop-downs, below the same words as the headings of the form. */
function lists(): Sheet {
  const sheet = new Sheet('字典', { widths: [14, 14, 14, 14, 14], hidden: true });
  sheet.row('A1', ['信息资源格式分类', '数据类型', '共享类型', '共享方式', '数据更新周期'], 'plain');
  sheet.row('A2', ['电子文件', '字符型C', '无条件共享', '共享交换平台', '实时'], 'plain');
  sheet.row('A3', ['电子表格', '数值型N', '有条件共享', '接口', '每日'], 'plain');
  sheet.row('A4', ['数据库类', '货币型Y', '不予共享', '数据库', '每周'], 'plain');
  return sheet.row('A5', ['图形图像类', '日期型D', null, '电子文档', '每月'], 'plain');
}

function catalogue(): Sheet {
  const sheet = new Sheet('目录', { widths: [18, 22, 12, 12, 20, 12, 10, 14, 18, 12, 18, 12], landscape: true });
  sheet.put('A1:L1', '2023年云阳县政务信息化项目信息资源目录（汇总）', 'title');
  const before = ['部门名称', '*信息资源名称', null, null, '*信息项名称', '数据类型', '数据长度\n（位）', '*共享类型'];
  const behind = ['共享方式', '*是否向社会开放\n（是/否）', '开放条件', '*数据更新周期'];
  [...before, ...behind].forEach((text, at) => {
    const letter = 'ABCDEFGHIJKL'[at] ?? '';
    if (text !== null) sheet.put(`${letter}2:${letter}3`, text, 'head');
  });
  sheet.put('C2:D2', '信息资源格式', 'head').row('C3', ['分类', '类型'], 'head');
  const shared = ['无条件共享', '共享交换平台\n接口', '是', '无', '每月'];
  const kept = ['不予共享', null, '否', null, '实时'];
  sheet.put('A4:L4', '一、公安类（3项）', 'left');
  sheet.row('A5', ['云阳县公安局', '机动车登记信息', '数据库类', 'ORACLE', '号牌号码', 'C', 10, ...shared]);
  sheet.row('A6', ['云阳县公安局', '机动车登记信息', '数据库类', 'ORACLE', '车辆类型', 'C', 20, ...shared]);
  sheet.row('A7', ['云阳县公安局', '同上', '数据库类', 'ORACLE', '所有人', 'C', 50, ...kept]);
  sheet.put('A8:L8', '二、水利类（2项）', 'left');
  sheet.row('A9', ['云阳县水利局', '水库安全鉴定信息', '电子表格', 'xls', '鉴定日期', 'D', null, ...shared]);
  sheet.row('A10', ['云阳县水利局', '水库安全鉴定信息', '电子表格', 'xls', '坝高（米）', 'N', '5，2', ...shared]);
  sheet.put('A11:D11', '合    计', 'head').row('E11', ['5项', ...Array<null>(7).fill(null)]);
  return sheet.put('A12:L12', '填报人：罗小兰      审核人：陶永胜      填报日期：2023年10月', 'line');
}

function computers(): Sheet {
  const sheet = new Sheet('申报表', { widths: [8, 16, 36, 8, 12, 14, 16] });
  sheet.put('A1:G1', '附件2：', 'annex').put('A2:G2', '金寨县行政事业单位办公电脑采购申报表', 'title');
  sheet.put('A3:D3', '申请单位名称：金寨县文化旅游体育局', 'line').put('E3:G3', '日期：2023年 9月 1日', 'line');
  sheet.put('A4:G4', '单位：台、元', 'line');
  sheet.row('A5', ['序号', '采购品目', '规格型号', '数量', '单 价', '金  额', '备 注'], 'head');
  sheet.row('A6', [1, '台式计算机', '联想开天M70h（海光3330）', 4, 4900, 19600, '文化馆']);
  sheet.row('A7', [2, '台式计算机', '联想开天M70h（海光3330）', 2, 4900, 9800, '图书馆']);
  sheet.row('A8', [3, '便携式计算机', '联想开天N60d（飞腾D2000）', 2, 5100, 10200, '机关']);
  sheet.put('A9:C9', '小写合计', 'head').row('D9', [8, null, 39600, null]);
  sheet.put('A10:G10', '合计金额（大写）：叁万玖仟陆佰元整', 'left');
  sheet.put('A11:G11', '购置依据或理由：\n更新2013年购置的电脑8台。', 'box').height(11, 50);
  sheet
    .put('A12:C12', '预算安排资金：39600元', 'left')
    .put('D12:E12', '财政专项资金：/', 'left')
    .put('F12:G12', '其他资金：无', 'left');
  return sheet
    .put('A13:D13', '经办人签名（联系电话）：沈玲 0564-7356620', 'left')
    .put('E13:G13', '单位意见：（盖章）', 'left');
}

function people(sheet: Sheet, row: number, contact: string): Sheet {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['项目负责人', '荆涛', '（0533）6973318', 'jingtao@zb.shandong.cn'],
    [contact, '于慧', '0533-6973318-8012', 'yuhui_2021@zb.shandong.cn'],
    ['区（县）大数据局联系人', '张海涛', '+86 13805331035', 'gqxdsjj@zb.shandong.cn'],
  ];
  rows.forEach(([label, name, phone, email], at) => {
    sheet.row(
      `A${row + at}`,
      [label, name, '联系电话', phone, '邮箱', email],
      ['head', 'cell', 'head', 'text', 'head', 'text'],
    );
  });
  return sheet;
}

const RESOURCE_HEAD = [
  '序号',
  '业务系统名称',
  '网络区域',
  '服务器名称',
  '服务类别（产品名称）',
  '产品配置',
  '数量',
  '备注',
];

function cloud(): Sheet {
  const sheet = new Sheet('附件4', { widths: [10, 18, 14, 18, 18, 24, 8, 12] });
  sheet
    .put('A1:H1', '附件4', 'annex')
    .put('A2:H2', '政务云资源需求审批表（新建系统）', 'title')
    .put('A3:H3', '编号：', 'line');
  sheet.row('A4', ['申请单位'], 'head').put('B4:D4', '高青县市场监督管理局', 'left');
  sheet.row('E4', ['项目名称'], 'head').put('F4:H4', '高青县食品安全智慧监管项目', 'left');
  people(sheet, 5, '项目联系人');
  sheet.put('A8', '项目简介', 'head').put('B8:H8', '对学校食堂、农贸市场实施明厨亮灶视频监管。', 'box');
  sheet.put('A9', '申请业务\n类型', 'head');
  const services = [
    '√计算服务 √存储服务 □容灾服务 √网络服务 □机房服务',
    '□操作系统服务 √数据库服务 □中间件服务 □数据服务',
    '□基础通用软件服务 □信息安全服务 □实施服务 □运维托管',
    '□资源专用服务 √其他（视频转码）',
  ];
  sheet.put('B9:H9', services.join('\n'), 'left').height(9, 64);
  sheet.put('A10', '基于网络', 'head').put('B10:D10', '□智慧云\n☑公共云\n□行政云', 'left').height(10, 48);
  sheet.put('E10:H10', '□互联网 ☑政务外网 □部门业务区 □行政服务域 □其他', 'left');
  sheet
    .put('A11', '使用时间', 'head')
    .put('B11:H11', '2021年 9 月 10 日起', 'left')
    .put('A12:H12', '需求说明：', 'left');
  sheet.put('A13:H13', '1.信息系统名称及使用情况：', 'left');
  sheet.row('A14', ['序号', '业务系统名称', '用途', '使用范围', '服务人数', '使用高峰期时间段', null, '备注'], 'head');
  sheet.row('A15', [1, '明厨亮灶系统', '视频监管', '县局、各所', '150', '10:00-13:00', null, null]);
  sheet.row('A16', [2, '食品抽检系统', '抽检任务管理', '县局', 40, '工作日', null, null]);
  sheet.put('A17:H17', '2.信息系统资源需求：', 'left').row('A18', RESOURCE_HEAD, 'head');
  const rows: readonly (readonly Content[])[] = [
    [1, '明厨亮灶系统', '政务外网', '视频转码服务器', '云服务器', 'CPU：16核\n内存：32GB\n硬盘：2000GB', 3, '主备'],
    [2, '明厨亮灶系统', '政务外网', '视频应用服务器', '云服务器', 'CPU：8核\n内存：16GB\n硬盘：500GB', 2, null],
    [3, '食品抽检系统', '政务外网', '抽检应用服务器', '云服务器', 'CPU：4核\n内存：8GB\n硬盘：200GB', 1, null],
  ];
  rows.forEach((row, at) => sheet.row(`A${19 + at}`, row));
  sheet.put('A22:F22', '合  计', 'head').row('G22', [{ formula: 'SUM(G19:G21)', value: 6 }, null]);
  sheet.put('A23:H23', '3.网络资源需求', 'left').row('A24', ['序号', '运营商', '服务器名称', '开放端口'], 'head');
  sheet.row('A25', [1, '联通', '视频应用服务器', '443,8554']).row('A26', [2, '联通', '抽检应用服务器', 8090]);
  sheet.put('A27:H27', '申请IP地址数量：6个（政务外网会自动分配固定IP）', 'left');
  return sheet
    .put('A28:H28', '申请单位意见（各部门由申请单位盖章同时加盖政府办公章）\n\n（公章）\n年  月  日', 'box')
    .height(28, 60);
}

function change(): Sheet {
  const sheet = new Sheet('附件6', { widths: [10, 18, 14, 18, 18, 24, 8, 12] });
  sheet.put('A1:H1', '政务云资源变更需求审批表', 'title').put('A2:H2', '编号：GQZWY-2022-031', 'line');
  sheet.row('A3', ['申请单位'], 'head').put('B3:H3', '高青县市场监督管理局', 'left');
  sheet.row('A4', ['项目名称'], 'head').put('B4:H4', '食品安全智慧监管资源变更', 'left');
  people(sheet, 5, '联系人');
  sheet.put('A8', '基于网络', 'head').put('B8:D8', '□智慧云 ☑公共云 □行政云', 'left');
  sheet.put('E8:H8', '□互联网 ☑政务外网 □部门业务区 □行政服务域 □其他', 'left');
  sheet.row('A9', ['变更时间'], 'head').put('B9:H9', '2022-10-08', 'text');
  sheet
    .put('A10:H10', '需求说明：', 'left')
    .put('A11:H11', '变更前：明厨亮灶系统于2021年09月10日申请政务云政务外网域资源如下：', 'left');
  sheet.put('A12:H12', '1.信息系统资源：', 'left').row('A13', RESOURCE_HEAD, 'head');
  sheet.row('A14', [1, '明厨亮灶系统', '政务外网', '视频转码服务器', '云服务器', '16核32G 2000G', 3, '主备']);
  sheet.put('A15:F15', '合计', 'head').row('G15', [3, null]);
  sheet.put('A16:H16', '2.网络资源: 无', 'left').row('A17', ['运营商', '服务器名称', '开放端口'], 'head');
  sheet.row('A18', [null, null, null]).put('A19:H19', '3.IP地址数量：3个', 'left');
  sheet.put('A20:H20', '变更后：根据资源利用率情况，本项目申请资源变更如下：', 'left');
  sheet.put('A21:H21', '1.信息系统资源：', 'left').row('A22', RESOURCE_HEAD, 'head');
  sheet.row('A23', [1, '明厨亮灶系统', '政务外网', '视频转码服务器', '云服务器', '16核32G 2000G', 2, null]);
  sheet.put('A24:F24', '合计', 'head').row('G24', [2, null]);
  sheet.put('A25:H25', '2.网络资源:', 'left').row('A26', ['服务器名称', '运营商', 'IP地址数量', '开放端口'], 'head');
  sheet.row('A27', ['视频转码服务器', '联通', 2, '554-555']).put('A28:H28', '3.IP地址数量：2个', 'left');
  return sheet.put('A29:H29', '申请单位意见：\n（公章）', 'box').height(29, 60);
}
