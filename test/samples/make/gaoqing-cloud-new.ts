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
  SHARED,
  SYSTEM_HEAD,
  SYSTEM_SPANS,
  table,
  ticked,
} from './gaoqing-cloud.ts';
import type { Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '政务云资源需求审批表（新建系统）';
const OWN_OPINION = '申请单位意见（各部门由申请单位盖章同时加盖政府办公章）';

export function makeGaoqingCloudNew(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [water()], 'WPS 表格');
  saveStyled(`${folder}/faulty-emergency.xlsx`, [emergency()]);
  savePlain(`${folder}/faulty-transport.xlsx`, [transport()]);
}

interface Choices {
  readonly purpose: string;
  readonly services: string;
  readonly clouds: string;
  readonly networks: string;
  readonly since: string;
}

/** Rows 9 to 14: purpose, ticks, date and the opening words of the request. */
function request(sheet: Sheet, { purpose, services, clouds, networks, since }: Choices): Sheet {
  sheet.put('A9', '项目简介', 'head').put('B9:G9', purpose, 'box').height(9, 80);
  sheet.put('A10', '申请业务\n类型', 'head').put('B10:G10', services, 'left').height(10, 64);
  sheet.put('A11', '基于网络', 'head').put('B11:C11', clouds, 'left').put('D11:G11', networks, 'left').height(11, 48);
  sheet.put('A12', '使用时间', 'head').put('B12:G12', since, 'left');
  return line(line(sheet, 13, '需求说明：'), 14, SHARED);
}

function water(): Sheet {
  const sheet = head(
    '附件4',
    TITLE,
    ['GQZWY-2021-017', '高青县水利局', '高青县智慧水利综合管理平台建设项目'],
    [
      { label: '项目负责人', name: '孙建国', phone: '0533-6967218', email: 'gqsljbgs@zb.shandong.cn' },
      { label: '项目联系人', name: '李晓燕', phone: '13805332716', email: 'lixiaoyan@zb.shandong.cn' },
      { label: '区（县）大数据局联系人', name: '张海涛', phone: '0533-6961035', email: 'gqxdsjj@zb.shandong.cn' },
    ],
  );
  request(sheet, {
    purpose:
      '建设覆盖全县河道、水库、闸坝的水利综合管理平台，汇聚水雨情、工情和视频数据，为防汛抗旱会商和公众预警发布提供支撑。',
    services: ticked(SERVICES, ['计算服务', '存储服务', '网络服务', '数据库服务', '信息安全服务']),
    clouds: ticked(CLOUDS, ['公共云']),
    networks: ticked(NETWORKS, ['互联网', '政务外网']),
    since: '2021年7月1日起',
  });
  line(sheet, 15, '1.信息系统名称及使用情况：');
  table(sheet, 16, SYSTEM_SPANS, SYSTEM_HEAD, [
    ['智慧水利综合管理平台', '河湖、水库、闸坝运行监测与调度', '县水利局及各镇（街道）水利站', 120, '工作日8:30-17:30'],
    ['水雨情预警发布系统', '汛期预警信息发布', '社会公众', 5000, '6月至9月全天'],
    [],
  ]);
  line(sheet, 20, '2.信息系统资源需求：');
  table(sheet, 21, RESOURCE_SPANS, RESOURCE_HEAD, [
    [1, '智慧水利综合管理平台', '政务外网', '水利应用服务器', '云服务器', '8核16G 200G', 2],
    [2, '智慧水利综合管理平台', '政务外网', '水利数据库服务器', '云服务器', '16核64G 1000G', 1],
    [3, '水雨情预警发布系统', '互联网', '预警发布服务器', '云服务器', '4核8G 100G', 2],
    [],
    [],
    [],
  ]);
  line(sheet, 28, '3.网络资源需求');
  table(sheet, 29, NETWORK_SPANS, NETWORK_HEAD, [
    ['电信', '预警发布服务器', '80、443'],
    ['联通', '水利应用服务器', '8080、8443、9000-9010'],
    [],
  ]);
  line(sheet, 33, '申请IP地址数量：3（政务外网会自动分配固定IP）');
  return opinions(sheet, 34, OWN_OPINION);
}

function emergency(): Sheet {
  const sheet = head(
    '附件4',
    TITLE,
    ['GQZWY-2021-022', '高青县应急管理局', '高青县应急指挥信息系统项目'],
    [
      { label: '项目负责人', name: '王立新', phone: '1380533123', email: 'gqyjglj@zb.shandong.cn' },
      { label: '项目联系人', name: '赵倩', phone: '0533-6982119', email: 'zhaoqian#zb.shandong.cn' },
      { label: '区（县）大数据局联系人', name: '张海涛', phone: '0533-6961035', email: 'gqxdsjj@zb.shandong.cn' },
    ],
  );
  request(sheet, {
    purpose: '建设县级应急指挥信息系统，接入企业重大危险源监测数据。',
    services: SERVICES,
    clouds: ticked(CLOUDS, ['智慧云'], '■'),
    networks: ticked(NETWORKS, ['政务外网', '其他'], '■'),
    since: ' 年    月   日起',
  });
  line(sheet, 15, '1.信息系统名称及使用情况：');
  table(sheet, 16, SYSTEM_SPANS, SYSTEM_HEAD, [
    ['应急指挥调度系统', '事故灾害指挥调度', '县应急局、各镇（街道）', '全县', '全天'],
    ['重大危险源监测系统', '危险化学品企业监测', '县应急局', '60人', '全天'],
    ['森林防火视频系统', '林区视频巡护', '县应急局', 20, '10月至次年5月'],
  ]);
  line(sheet, 20, '2.信息系统资源需求：');
  table(sheet, 21, RESOURCE_SPANS, RESOURCE_HEAD, [
    [1, '应急指挥调度系统', '政务外网', '指挥应用服务器', '云服务器', '8C/16G/500GB', 2],
    [2, '应急指挥调度系统', '政务外网', '指挥数据库服务器', '云服务器', '16C/32G/1000GB', 0],
    [4, '重大危险源监测系统', '政务外网', '监测应用服务器', '云服务器', '8C/16G/500GB', '1台'],
    [5, '重大危险源监控系统', '政务外网', '监测采集服务器', '云服务器', '4C/8G/200GB', 1],
    [6, '重大危险源监测系统', '政务外网', '监测防护', '安全服务', 'Web应用防火墙（10个域名）', 1],
  ]);
  line(sheet, 27, '3.网络资源需求');
  table(sheet, 28, NETWORK_SPANS, NETWORK_HEAD, [
    ['移动', '指挥应用服务器', '443、70000'],
    ['移动', '监测应用服务', '8081'],
  ]);
  line(sheet, 31, '申请IP地址数量：3.5个（政务外网会自动分配固定IP）');
  return opinions(sheet, 32, OWN_OPINION);
}

/** Retyped without borders; ticks behind the words, each person's facts in one row. */
function transport(): PlainSheet {
  const people = [
    ['项目负责人', '刘春生', '联系电话', '138 5338 6621', '邮箱', 'liuchunsheng@163.com'],
    ['项目联系人', '周敏', '联系电话', 5336973302, '邮箱', '无'],
    ['区（县）大数据局联系人', '张海涛', '联系电话', '0533-6961035', '邮箱', 'gqxdsjj@zb.shandong.cn'],
  ];
  return {
    name: 'Sheet1',
    rows: [
      [TITLE],
      ['编号：GQZWY-2021-025'],
      ['申请单位', '高青县交通运输局'],
      ['项目名称'],
      ...people,
      ['项目简介', '对接省、市治超平台，实现货车不停车检测数据汇聚。'],
      [
        '申请业务类型',
        '计算服务√ 存储服务√ 容灾服务 网络服务√ 机房服务 操作系统服务 数据库服务√ 中间件服务 数据服务 基础通用软件服务 信息安全服务 实施服务 运维托管 资源专用服务 其他',
      ],
      ['基于网络', '□智慧云 □公共云 □行政云', null, '√互联网 □政务外网 □部门业务区 □行政服务域 □其他'],
      ['使用时间', '2021-09-01'],
      ['需求说明：'],
      [SHARED],
      ['1.信息系统名称及使用情况：'],
      [...SYSTEM_HEAD],
      ['科技治超系统', '货车超限检测', '县交通运输局', '45人', '全天'],
      ['2.信息系统资源需求：'],
      [...RESOURCE_HEAD],
      [1, '科技治超系统', '互联网', '治超应用服务器', '云服务器', '8核16G 500G', '2台'],
      [2, '科技治超系统', '互联网', '治超数据库服务器', '云服务器', '16核32G 1000G', '一台'],
      [3, '科技治超系统', '互联网', null, '云服务器', '4核8G 200G', 1],
      ['3.网络资源需求'],
      [...NETWORK_HEAD],
      ['电信', '治超应用服务器', '80、443、22'],
      ['电信', '治超数据库服务器', '3300-3310'],
      ['申请IP地址数量：', 2],
    ],
    merges: ['A1:G1', 'A2:G2', 'B3:G3', 'B4:G4', 'B8:G8', 'B9:G9', 'B10:C10', 'D10:G10', 'B11:G11'],
  };
}
