import { Sheet } from '../../samples/make/ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from '../../samples/make/save.ts';

const CHANGED =
  '根据政务云平台综合管理系统（ICP）的资源利用率情况监控、系统运行情况监控分析，该上云系统的硬件资源（服务器，存储和网络）存在异常告警情况，参照云中心运维人员提出的资源调整建议，本项目申请资源变更如下：';
const RESOURCE_HEAD = ['序号', '业务系统名称', '网络区域', '服务器名称', '服务类别（产品名称）', '产品配置', '数量'];

export function makeCloudChange(folder: string): void {
  saveStyled(`${folder}/facts-in-one-line.xlsx`, [statistics()]);
  savePlain(`${folder}/labels-stacked.xlsx`, [culture()]);
}

/** The facts of each person share one cell; the blanks of the sentence are filled with spaces around. */
function statistics(): Sheet {
  const sheet = new Sheet('变更审批表', { widths: [8, 20, 14, 20, 18, 22, 10] });
  sheet.put('A1', '附件 6', 'annex').put('A2:G2', '政务云资源需求变更审批表', 'title');
  sheet.put('A3:G3', '编号：GQZWY-2022-019', 'line');
  const lines = [
    '申请单位：高青县统计局',
    '项目名称：统计数据联网直报系统资源变更',
    '项目负责人：司志刚    联系电话：0533-6967155    邮箱：gqtjj@zb.shandong.cn',
    '联系人：于海燕    联系电话：13864340277    邮箱：yuhaiyan@zb.shandong.cn',
    '区（县）大数据局联系人：张海涛    联系电话：0533-6961035    邮箱：gqxdsjj@zb.shandong.cn',
    '基于网络：□智慧云 □公共云 ☑行政云',
    '□互联网 □政务外网 □部门业务区 ☑行政服务域 □其他',
    '变更时间：2022年5月10日',
    '需求说明：',
    '统计直报系统于 2020 年 9 月 1 日申请政务云行政服务域资源如下：',
    '1.信息系统资源：',
  ];
  lines.forEach((text, at) => sheet.put(`A${4 + at}:G${4 + at}`, text, 'left'));
  sheet.row('A15', RESOURCE_HEAD, 'head');
  sheet.row('A16', [1, '统计直报系统', '行政服务域', '直报应用服务器', '云服务器', '8核16G 300G', 2]);
  sheet.put('A17:G17', '2.网络资源:', 'left');
  sheet.spans(18, ['A:B', 'C:E', 'F:G'], ['运营商', '服务器名称', '开放端口'], 'head');
  sheet.spans(19, ['A:B', 'C:E', 'F:G'], ['联通', '直报应用服务器', '443']);
  sheet.put('A20:B20', '3.IP地址数量：', 'left').put('C20:G20', 2, 'left');
  sheet.put('A21:G21', CHANGED, 'left').height(21, 60).put('A22:G22', '1.信息系统资源：', 'left');
  sheet.row('A23', RESOURCE_HEAD, 'head');
  sheet.row('A24', [1, '统计直报系统', '行政服务域', '直报应用服务器', '云服务器', '8核16G 300G', 1]);
  sheet.row('A25', [2, '统计直报系统', '行政服务域', '直报汇总服务器', '云服务器', '4核8G 200G', 1]);
  sheet.blanks('A26:G27').put('A28:G28', '2.网络资源:', 'left');
  sheet.spans(29, ['A:B', 'C', 'D', 'E:G'], ['服务器名称', '运营商', 'IP地址数量', '开放端口'], 'head');
  sheet.spans(30, ['A:B', 'C', 'D', 'E:G'], ['直报应用服务器', '联通', 1, '443']);
  sheet.spans(31, ['A:B', 'C', 'D', 'E:G'], ['直报汇总服务器', '联通', 1, '8001-8003']);
  sheet.put('A32:B32', '3.IP地址数量：', 'left').put('C32:G32', 2, 'left');
  sheet.put(
    'A33:G33',
    '申请单位意见（区（县）级各部门由申请单位盖章同时加盖政府办公章）\n\n（公章）\n年     月     日',
    'box',
  );
  return sheet.put('A34:G34', '市大数据局意见：\n\n（公章）\n年      月     日', 'box').height(33, 80).height(34, 80);
}

/** One label a row, no borders, ticks behind the options, columns of both network tables in the same order. */
function culture(): PlainSheet {
  return {
    name: '附件6',
    rows: [
      ['附件6'],
      ['政务云资源变更审批表'],
      ['申请单位', '高青县融媒体中心'],
      ['项目名称', '融媒体采编系统云资源变更'],
      ['项目负责人', '侯建'],
      ['联系电话', '0533-6966633'],
      ['邮箱', 'gqrmt@zb.shandong.cn'],
      ['联系人', '苗苗'],
      ['联系电话', '15264388106'],
      ['邮箱', 'miaomiao@zb.shandong.cn'],
      ['区（县）大数据局联系人', '张海涛'],
      ['联系电话', '0533-6961035'],
      ['邮箱', 'gqxdsjj@zb.shandong.cn'],
      ['基于网络', '智慧云□', '公共云√', '行政云□'],
      [null, '互联网√', '政务外网√', '部门业务区□', '行政服务域□', '其他□'],
      ['变更时间', '2022年06月30日'],
      ['需求说明：融媒体采编系统于2021年12月20日申请政务云互联网域资源如下：'],
      ['1、信息系统资源'],
      RESOURCE_HEAD,
      [1, '融媒体采编系统', '互联网', '采编应用服务器', '云服务器', '8核16G 500G', 2],
      [2, '融媒体采编系统', '互联网', '采编转码服务器', '云服务器', '16核32G 1000G', 1],
      ['2、网络资源'],
      ['服务器名称', '运营商', '开放端口'],
      ['采编应用服务器', '电信', '80、443'],
      ['3、IP地址数量', 2],
      [CHANGED],
      ['1、信息系统资源'],
      RESOURCE_HEAD,
      [1, '融媒体采编系统', '互联网', '采编应用服务器', '云服务器', '8核16G 500G', 3],
      [2, '融媒体采编系统', '互联网', '采编转码服务器', '云服务器', '32核64G 2000G', 1],
      ['2、网络资源'],
      ['服务器名称', '运营商', '开放端口', 'IP地址数量'],
      ['采编应用服务器', '电信', '80、443', 3],
      ['采编转码服务器', '电信', '1935', 1],
      ['3、IP地址数量', 4],
    ],
    merges: ['A1:G1', 'A2:G2', 'A17:G17', 'A26:G26'],
  };
}
