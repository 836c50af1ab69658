import {
  CLOUDS,
  head,
  line,
  NETWORK_HEAD,
  NETWORK_SPANS,
  NETWORKS,
  opinions,
  type Person,
  RESOURCE_HEAD,
  RESOURCE_SPANS,
  table,
  ticked,
} from './gaoqing-cloud.ts';
import { type Content, serial, type Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '政务云资源变更需求审批表';
const OWN_OPINION = '申请单位意见（区（县）级各部门由申请单位盖章同时加盖政府办公章）';
const CHANGED =
  '根据政务云平台综合管理系统（ICP）的资源利用率情况监控、系统运行情况监控分析，该上云系统的硬件资源（服务器，存储和网络）存在异常告警情况，参照云中心运维人员提出的资源调整建议，本项目申请资源变更如下：';
const AFTER_SPANS = ['A:B', 'C', 'D:E', 'F:G'];
const AFTER_HEAD = ['服务器名称', '运营商', 'IP地址数量', '开放端口'];
const BUREAU: Person = {
  label: '区（县）大数据局联系人',
  name: '张海涛',
  phone: '0533-6961035',
  email: 'gqxdsjj@zb.shandong.cn',
};

type Rows = readonly (readonly Content[])[];

export function makeGaoqingCloudChange(folder: string): void {
  saveStyled(`${folder}/clean-medical-insurance.xlsx`, [medicalInsurance()]);
  saveStyled(`${folder}/faulty-city-management.xlsx`, [cityManagement()], 'WPS 表格');
  savePlain(`${folder}/faulty-archives.xlsx`, [archives()]);
}

interface Half {
  readonly resources: Rows;
  readonly network: Rows;
  readonly addresses: string;
}

/** Rows 9 to 32: ticks, date, and the resources before and after, each half with its network table. */
function change(sheet: Sheet, networks: string, when: Content, sentence: string, before: Half, after: Half): Sheet {
  sheet
    .put('A9', '基于网络', 'head')
    .put('B9:C9', ticked(CLOUDS, ['公共云']), 'left')
    .put('D9:G9', networks, 'left');
  sheet.height(9, 48).put('A10', '变更时间', 'head').put('B10:G10', when, 'date');
  line(line(line(sheet, 11, '需求说明：'), 12, sentence), 13, '1.信息系统资源：');
  table(sheet, 14, RESOURCE_SPANS, RESOURCE_HEAD, before.resources);
  line(sheet, 18, '2.网络资源:');
  table(sheet, 19, NETWORK_SPANS, NETWORK_HEAD, before.network);
  line(line(line(sheet, 22, `3.IP地址数量：${before.addresses}`), 23, CHANGED).height(23, 60), 24, '1.信息系统资源：');
  table(sheet, 25, RESOURCE_SPANS, RESOURCE_HEAD, after.resources);
  line(sheet, 29, '2.网络资源:');
  table(sheet, 30, AFTER_SPANS, AFTER_HEAD, after.network);
  line(sheet, 33, `3.IP地址数量：${after.addresses}`);
  return opinions(sheet, 34, OWN_OPINION);
}

function medicalInsurance(): Sheet {
  const sheet = head(
    '附件6',
    TITLE,
    ['GQZWY-2022-008', '高青县医疗保障局', '医保业务综合服务系统资源扩容'],
    [
      { label: '项目负责人', name: '董文华', phone: '0533-6966106', email: 'gqxybj@zb.shandong.cn' },
      { label: '联系人', name: '徐静', phone: '18853375520', email: 'xujing@zb.shandong.cn' },
      BUREAU,
    ],
  );
  const before: Half = {
    resources: [
      [1, '医保业务综合服务系统', '政务外网', '医保应用服务器', '云服务器', '4核8G 200G', 2],
      [2, '医保业务综合服务系统', '政务外网', '医保数据库服务器', '云服务器', '8核32G 500G', 1],
      [],
    ],
    network: [['联通', '医保应用服务器', '443'], []],
    addresses: '2',
  };
  const after: Half = {
    resources: [
      [1, '医保业务综合服务系统', '政务外网', '医保应用服务器', '云服务器', '8核16G 200G', 2],
      [2, '医保业务综合服务系统', '政务外网', '医保数据库服务器', '云服务器', '16核64G 1000G', 1],
      [3, '医保业务综合服务系统', '政务外网', '医保影像服务器', '云服务器', '8核16G 2000G', 1],
    ],
    network: [
      ['医保应用服务器', '联通', 2, '443'],
      ['医保影像服务器', '联通', 1, '8443、9001-9004'],
    ],
    addresses: '3',
  };
  const sentence = '医保业务综合服务系统于2021年03月15日申请政务云政务外网域资源如下： ';
  return change(sheet, ticked(NETWORKS, ['政务外网']), serial(2022, 4, 20), sentence, before, after);
}

function cityManagement(): Sheet {
  const sheet = head(
    '附件6',
    TITLE,
    ['GQZWY-2022-011', '高青县综合行政执法局', '数字城管系统资源变更'],
    [
      { label: '项目负责人', name: '房磊', phone: '23805331188', email: 'gqxzfj@zb.shandong.cn' },
      { label: '联系人', name: '耿娜', phone: '0533-6961833', email: 'gengna@zb.shandong.cn' },
      BUREAU,
    ],
  );
  const before: Half = {
    resources: [
      [1, '数字城管系统', '互联网', '城管应用服务器', '云服务器', '8核16G 500G', 2],
      [2, '数字城管系统', '互联网', '城管数据库服务器', '云服务器', '8核32G 1000G', 1],
      [],
    ],
    // The picture server comes only with the change.
    network: [
      ['电信', '城管应用服务器', '80、443'],
      ['电信', '城管图片服务器', '8080'],
    ],
    addresses: '2',
  };
  const after: Half = {
    resources: [
      [1, '数字城管系统', '互联网', '城管应用服务器', '云服务器', '8核16G 500G', 2],
      [2, '数字城管系统', '互联网', '城管数据库服务器', '云服务器', '16核64G 2000G', 1],
      [2, '数字城管系统', '互联网', '城管图片服务器', '云服务器', '4核8G 4000G', '2.5台'],
    ],
    network: [
      ['城管应用服务器', '电信', '待定', '80、443、3389'],
      ['城管图片服务', '电信', 1, '8080'],
    ],
    addresses: '待核定',
  };
  const sentence = 'XXX系统于2021年06月10日申请政务云互联网域资源如下： ';
  return change(sheet, ticked(NETWORKS, ['互联网']), serial(2021, 5, 20), sentence, before, after);
}

/** Retyped without borders, labels and values as they came. */
function archives(): PlainSheet {
  return {
    name: '变更审批表',
    rows: [
      [TITLE],
      ['编号：GQZWY-2022-015'],
      ['申请单位', '高青县档案馆'],
      ['项目名称', '数字档案馆系统资源变更'],
      ['项目负责人', '翟明', '联系电话', '0533-6967330', '邮箱', 'gqdag@zb.shandong.cn'],
      ['联系人', null, '联系电话', null, '邮箱', null],
      ['区（县）大数据局联系人', '张海涛', '联系电话', '0533-6961035', '邮箱', 'gqxdsjj@zb.shandong.cn'],
      ['基于网络', ticked(CLOUDS, ['行政云'], '☑'), null, ticked(NETWORKS, ['其他'], '☑') + '：档案专网'],
      ['变更时间', null],
      ['需求说明：'],
      ['数字档案馆系统于XXXX年XX月XX日申请政务云行政服务域资源如下：'],
      ['1.信息系统资源：'],
      [...RESOURCE_HEAD],
      [1, '数字档案馆系统', '行政服务域', '档案应用服务器', '云服务器', '4核8G 500G', 1],
      [3, '数字档案馆系统', '行政服务域', '档案存储服务器', '云服务器', '4核8G 4000G', 1],
      ['2.网络资源:'],
      [...NETWORK_HEAD],
      ['广电', '档案应用服务器', '八零八零'],
      ['3.IP地址数量：2'],
      [CHANGED],
      ['1.信息系统资源：'],
      [...RESOURCE_HEAD],
      [1, '数字档案馆系统', '行政服务域', '档案应用服务器', '云服务器', '8核16G 500G', 1],
      [2, '数字档案馆系统', '行政服务域', '档案存储服务器', '云服务器', '4核8G 8000G', 0],
      ['2.网络资源:'],
      [...AFTER_HEAD],
      ['档案应用服务器', '广电', 2, '8080'],
      ['3.IP地址数量：2'],
    ],
    merges: ['A1:G1', 'A2:G2', 'B3:G3', 'B4:G4', 'B8:C8', 'D8:G8', 'B9:G9', 'A11:G11', 'A19:G19', 'A20:G20', 'A28:G28'],
  };
}
