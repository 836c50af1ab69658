import {
  CLOUDS,
  head,
  line,
  NETWORK_HEAD,
  NETWORK_SPANS,
  NETWORKS,
  opinions,
  RESOURCE_HEAD,
  RESOURCE_SPANS,
  SERVICES,
  SYSTEM_HEAD,
  SYSTEM_SPANS,
  table,
  ticked,
} from './gaoqing-cloud.ts';
import type { Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '政务云资源需求审批表（迁移系统）';
const OWN_OPINION = '申请单位意见（区（县）级各部门由申请单位盖章同时加盖政府办公章）';
const MIGRATED = '此次项目迁移后所需要的基础软件及硬件资源全部共享使用淄博云中心的相关资源。申请资源如下：';
const BEFORE_SPANS = ['A:B', 'C:D', 'E:F', 'G'];
const BEFORE_HEAD = ['网络\n（属性、带宽、IP等）', '服务器配置', '操作系统', '数据库类型'];

export function makeGaoqingCloudMigration(folder: string): void {
  saveStyled(`${folder}/clean-natural-resources.xlsx`, [naturalResources()]);
  saveStyled(`${folder}/faulty-culture.xlsx`, [culture()], 'WPS 表格');
  savePlain(`${folder}/faulty-justice.xlsx`, [justice()]);
}

/** Rows 9 to 14: purpose, ticks, date and the words above the state before migration. */
function request(
  sheet: Sheet,
  purpose: string,
  services: string,
  network: readonly [string, string],
  since: string,
): Sheet {
  sheet.put('A9', '项目简介', 'head').put('B9:G9', purpose, 'box').height(9, 80);
  sheet.put('A10', '申请业务\n类型', 'head').put('B10:G10', services, 'left').height(10, 64);
  sheet
    .put('A11', '基于网络', 'head')
    .put('B11:C11', network[0], 'left')
    .put('D11:G11', network[1], 'left')
    .height(11, 48);
  sheet.put('A12', '使用时间', 'head').put('B12:G12', since, 'left');
  return line(line(sheet, 13, '需求说明：'), 14, '系统迁移前运行环境如下：');
}

function naturalResources(): Sheet {
  const sheet = head(
    '附件5',
    TITLE,
    ['GQZWY-2020-041', '高青县自然资源局', '高青县不动产登记系统迁移上云项目'],
    [
      { label: '项目负责人', name: '宋志强', phone: '0533-6967560', email: 'gqzrzyj@zb.shandong.cn' },
      { label: '项目联系人', name: '马丽', phone: '15953308812', email: 'mali@zb.shandong.cn' },
      { label: '区（县）大数据局联系人', name: '张海涛', phone: '0533-6961035', email: 'gqxdsjj@zb.shandong.cn' },
    ],
  );
  const network = [ticked(CLOUDS, ['行政云'], '■'), ticked(NETWORKS, ['政务外网', '部门业务区'], '■')] as const;
  const services = ticked(SERVICES, ['计算服务', '存储服务', '容灾服务', '数据库服务', '运维托管'], '■');
  request(
    sheet,
    '将部署在局机房的不动产登记系统迁移至市政务云，原机房关停。',
    services,
    network,
    '2020 年 11 月 1 日起',
  );
  table(sheet, 15, BEFORE_SPANS, BEFORE_HEAD, [
    [
      '政务外网，100M，10.52.18.0/28',
      '联想SR650，2路16核，128G内存，4T磁盘',
      '银河麒麟高级服务器操作系统V10',
      '人大金仓V8',
    ],
    ['部门专线，50M，172.20.6.0/28', '联想SR590，1路12核，64G内存，2T磁盘', '统信服务器操作系统V20', '无'],
  ]);
  line(line(sheet, 18, MIGRATED), 19, '1. 信息系统名称及使用情况：');
  table(sheet, 20, SYSTEM_SPANS, SYSTEM_HEAD, [
    ['不动产登记系统', '不动产登记受理、审核、缮证', '县不动产登记中心', 85, '工作日9:00-11:30'],
    ['不动产档案查询系统', '登记档案查询', '县自然资源局、县法院', 30, '工作日'],
  ]);
  line(sheet, 23, '2.信息系统资源需求：');
  table(sheet, 24, RESOURCE_SPANS, RESOURCE_HEAD, [
    [1, '不动产登记系统', '政务外网', '登记应用服务器', '云服务器', '16vCPU 32GB 内存 500G 磁盘', 2],
    [2, '不动产登记系统', '部门业务区', '登记数据库服务器', '云服务器', '32vCPU 128GB 内存 2000G 磁盘', 1],
    [3, '不动产档案查询系统', '政务外网', '档案查询服务器', '云服务器', '8vCPU 16GB 内存 1000G 磁盘', 1],
    [4],
  ]);
  line(sheet, 29, '3.网络资源需求（见附页）');
  table(sheet, 30, NETWORK_SPANS, NETWORK_HEAD, [
    ['联通', '登记应用服务器', '443'],
    ['联通', '档案查询服务器', '8080,8443'],
    [],
  ]);
  line(sheet, 34, '申请IP地址数量：4（政务外网会自动分配固定IP）');
  return opinions(sheet, 35, OWN_OPINION);
}

function culture(): Sheet {
  const sheet = head(
    '附件5',
    TITLE,
    ['GQZWY-2020-046', '高青县文化和旅游局', '高青县公共文化云平台迁移项目'],
    [
      { label: '项目负责人', name: null, phone: '0533-6961788', email: 'gqxwlj@zb.shandong.cn' },
      { label: '项目联系人', name: '高翔', phone: '138OO533671', email: 'gaoxiang@zb' },
      { label: '区（县）大数据局联系人', name: '张海涛', phone: '0533-6961035', email: 'gqxdsjj@zb.shandong.cn' },
    ],
  );
  const network = [ticked(CLOUDS, ['公共云'], '☒'), NETWORKS] as const;
  const services = ticked(SERVICES, ['计算服务', '其他'], '☒');
  request(sheet, '公共文化云网站及预约系统由托管机房迁移至市政务云。', services, network, '2020 年   月   日起');
  table(sheet, 15, BEFORE_SPANS, BEFORE_HEAD, [
    ['互联网，200M，电信', '浪潮NF5280M5，2路，64G内存', '中标麒麟V7', '达梦DM8'],
    [],
  ]);
  line(line(sheet, 18, MIGRATED), 19, '1. 信息系统名称及使用情况：');
  table(sheet, 20, SYSTEM_SPANS, SYSTEM_HEAD, [
    ['公共文化云网站', '信息发布、场馆导览', '社会公众', '约2000人', '节假日'],
    ['场馆预约系统', '文化场馆预约', '社会公众', -5, '节假日'],
  ]);
  line(sheet, 23, '2.信息系统资源需求：');
  table(sheet, 24, RESOURCE_SPANS, RESOURCE_HEAD, [
    [1, '公共文化云网站', '互联网', '文化云网站服务器', '云服务器', '8核16G 500G', 2],
    [2, '公共文化云', '互联网', '文化云数据库服务器', '云服务器', '16核64G 1000G', 1],
    [3, '场馆预约系统', '互联网', '预约应用服务器', '云服务器', '8核16G 500G', 1.5],
    [3, '场馆预约系统', '互联网', '预约数据库服务器', '云服务器', '8核32G 500G', 1],
  ]);
  line(sheet, 29, '3.网络资源需求（见附页）');
  table(sheet, 30, NETWORK_SPANS, NETWORK_HEAD, [
    ['电信', '文化云网站服务器', '80、443'],
    ['电信', '预约服务器', '8000-7000'],
    [],
  ]);
  line(sheet, 34, '申请IP地址数量：（政务外网会自动分配固定IP）');
  return opinions(sheet, 35, OWN_OPINION);
}

function justice(): PlainSheet {
  return {
    name: '附件5',
    rows: [
      ['附件5'],
      [TITLE],
      ['编号：GQZWY-2020-052'],
      ['申请单位', null],
      ['项目名称', '高青县公共法律服务系统迁移项目'],
      ['项目负责人', '韩冰', '联系电话', '0533-6961590', '邮箱', 'gqxsfj@zb.shandong.cn'],
      ['项目联系人', '石磊', '联系电话', '139643125', '邮箱', 'shilei@@zb.shandong.cn'],
      ['区（县）大数据局联系人', '张海涛', '联系电话', '0533-6961035', '邮箱', 'gqxdsjj@zb.shandong.cn'],
      ['项目简介', '   '],
      ['申请业务\n类型', ticked(SERVICES, ['计算服务', '存储服务'], '√')],
      ['基于网络', ticked(CLOUDS, ['公共云'], '√'), null, ticked(NETWORKS, ['互联网'], '√')],
      ['使用时间', '2020年13月1日起'],
      ['需求说明：'],
      ['系统迁移前运行环境如下：'],
      ['网络（属性、带宽、IP等）', null, '服务器配置', null, '操作系统', null, '数据库类型'],
      ['互联网，50M', null, '华为2288H，32G内存', null, '银河麒麟V10', null, '达梦DM8'],
      [MIGRATED],
      ['1. 信息系统名称及使用情况：'],
      ['业务系统名称', null, '用途', '使用范围', '服务人数', '使用高峰期时间段'],
      ['公共法律服务平台', null, '法律咨询、法律援助申请', '社会公众', 300, '工作日'],
      ['2.信息系统资源需求：'],
      [...RESOURCE_HEAD],
      [1, null, '互联网', '法律服务服务器', '云服务器', '4核8G 100G', 1],
      [2, '公共法律服务平台', '互联网', '法律服务数据库', '云服务器', '4核16G 500G', null],
      [3, null, null, null, null, null, null],
      ['3.网络资源需求（见附页）'],
      ['运营商', null, '服务器名称', null, null, '开放端口'],
      ['移动', null, '法律服务服务器', null, null, '443；6379'],
      ['移动', null, '法律服务数据库', null, null, 5236],
      ['申请IP地址数量：2个（政务外网会自动分配固定IP）'],
    ],
    merges: [
      ...['A1:G1', 'A2:G2', 'A3:G3', 'B4:G4', 'B5:G5', 'B9:G9', 'B10:G10', 'B11:C11', 'D11:G11', 'B12:G12'],
      ...[15, 16].flatMap((row) => [`A${row}:B${row}`, `C${row}:D${row}`, `E${row}:F${row}`]),
      ...[19, 20].flatMap((row) => [`A${row}:B${row}`, `F${row}:G${row}`]),
      ...[27, 28, 29].flatMap((row) => [`A${row}:B${row}`, `C${row}:E${row}`, `F${row}:G${row}`]),
      'A30:G30',
    ],
  };
}
