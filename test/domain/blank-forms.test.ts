import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];

const RESOURCES: Row = ['序号', '业务系统名称', '网络区域', '服务器名称', '服务类别（产品名称）', '产品配置', '数量'];
const PORTS: Row = ['运营商', '服务器名称', '开放端口'];
const NUMBERED: readonly Row[] = [[1], [2], [3], [4], [5]];
const KINDS = '□计算服务  □存储服务  □容灾服务  □网络服务\n□其他';
const CLOUDS: Row = ['基于网络', '□智慧云\n□公共云\n□行政云', '□互联网 □政务外网 □部门业务区 □行政服务域 □其他'];
const END: readonly Row[] = [
  ['申请单位意见', '（公章）\n年    月    日'],
  ['市大数据局意见', '（公章）\n年    月    日'],
  ['注：本表一式三份，使用单位一份，市大数据局一份，云服务商一份'],
];
const PEOPLE = (contact: string): readonly Row[] => [
  ['编号：'],
  ['申请单位', null],
  ['项目名称', null],
  ['项目负责人', null, '联系电话', null, '邮箱', null],
  [contact, null, '联系电话', null, '邮箱', null],
  ['区（县）大数据局联系人', null, '联系电话', null, '邮箱', null],
];
const DEMAND: readonly Row[] = [
  ['1.信息系统名称及使用情况：'],
  ['业务系统名称', '用途', '使用范围', '服务人数', '使用高峰期时间段'],
  [],
  ['2.信息系统资源需求：'],
  RESOURCES,
  ...NUMBERED,
  ['3.网络资源需求'],
  PORTS,
  [],
  ['申请IP地址数量', '（政务外网会自动分配固定IP）'],
  ...END,
];

const BLANK: readonly (readonly [string, readonly Row[]])[] = [
  [
    'yunyang/catalogue',
    [
      ['附件 2'],
      ['云阳县政务信息化项目信息资源目录'],
      [
        '部门名称',
        '信息资源名称',
        '信息资源格式',
        null,
        '信息项名称',
        '数据类型',
        '数据长度',
        '共享类型',
        '共享方式',
        '是否向社会开放',
        '开放条件',
        '数据更新周期',
      ],
      [null, null, '分类', '类型'],
      [],
      ['填表说明：'],
      ['1.信息资源名称：描述政务信息资源内容的名称，如“XX处罚信息”。'],
    ],
  ],
  [
    'jinzhai/pc-purchase',
    [
      ['金寨县行政事业单位办公电脑采购申报表'],
      ['申请单位名称：            日期：    年   月   日'],
      ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'],
      ...[1, 2, 3, 4, 5, 6].map((row) => [row, null, null, null, null, 0]),
      ['合计金额（大写）', null],
      ['购置依据或理由', null],
      ['预算安排资金', null, '财政专项资金', null, '其他资金', null],
      ['经办人签名（联系电话）', null, '单位意见', '（盖章）', '单位负责人签名'],
      ['项目主管部门意见（盖章）'],
    ],
  ],
  [
    'gaoqing/cloud-new',
    [
      ['政务云资源需求审批表（新建系统）'],
      ...PEOPLE('项目联系人'),
      ['项目简介', null],
      ['申请业务类型', KINDS],
      CLOUDS,
      ['使用时间', '     年   月   日起'],
      ['需求说明：'],
      ...DEMAND,
    ],
  ],
  [
    'gaoqing/cloud-migration',
    [
      ['政务云资源需求审批表（迁移系统）'],
      ...PEOPLE('项目联系人'),
      ['项目简介', null],
      ['申请业务类型', KINDS],
      CLOUDS,
      ['使用时间', '2020 年   月   日起'],
      ['系统迁移前运行环境如下：'],
      ['网络（属性、带宽、IP等）', '服务器配置', '操作系统', '数据库类型'],
      [],
      ...DEMAND,
    ],
  ],
  [
    'gaoqing/cloud-change',
    [
      ['政务云资源变更需求审批表'],
      ...PEOPLE('联系人'),
      CLOUDS,
      ['变更时间', '     年   月   日起'],
      ['XXX系统于XXXX年XX月XX日申请政务云XXX域资源如下：'],
      ['1.信息系统资源：'],
      RESOURCES,
      ...NUMBERED,
      ['2.网络资源:'],
      PORTS,
      [],
      ['3.IP地址数量：'],
      ['本项目申请资源变更如下：'],
      ['1.信息系统资源：'],
      RESOURCES,
      ...NUMBERED,
      ['2.网络资源:'],
      ['服务器名称', '运营商', 'IP地址数量', '开放端口'],
      [],
      ['3.IP地址数量：'],
      ...END,
    ],
  ],
];

describe('a form handed in blank is told of once', () => {
  for (const [id, rows] of BLANK) {
    it(id, () => assert.deepEqual(verdicts(judge(id, rows)), ['W – not-filled/blank']));
  }
});
