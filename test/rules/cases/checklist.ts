import { choiceOf, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

/** What the outline needs of anybody, written. */
const WRITTEN: readonly (readonly string[])[] = [
  ['一、项目概述', '已编制', '1'],
  ['1.1项目名称', '已编制', '1'],
  ['1.2编制依据', '不适用'],
  ['二、建设方案', '不适用'],
  ['三、附件', '不适用'],
];

export const checklist: RuleCases = {
  rule: 'checklist',
  fields: { 建设内容: text },
  columns: { outline: { 章节: text, 情况: choiceOf('已编制', '不适用'), 页码: text } },
  entries: {
    outline: {
      column: '章节',
      list: [
        { text: '一、项目概述', parts: ['1.1项目名称', '1.2编制依据'] },
        { text: '二、建设方案', parts: ['2.1软件系统方案', { text: '2.2关键技术说明', optional: true }] },
        { text: '三、附件', same: ['附表'] },
        {
          text: '四、过程文档',
          optional: true,
          parts: [
            { text: '软件文档', optional: true, parts: [{ text: '测试报告', optional: true }] },
            { text: '硬件文档', optional: true, parts: [{ text: '到货单', optional: true }] },
          ],
        },
        { text: '五、其他材料', optional: true },
      ],
    },
  },
  uses: [
    {
      at: 'outline[情况]',
      options: {
        page: '页码',
        conditional: [
          { entries: ['软件文档'], when: '=ISNUMBER(SEARCH("软件",fields[建设内容]))', asks: '建设内容' },
          { entries: ['硬件文档'], when: '=ISNUMBER(SEARCH("硬件",fields[建设内容]))', asks: '建设内容' },
        ],
        free: ['五、其他材料'],
      },
    },
  ],
  valid: [
    {
      says: '每一项都写明了情况；章下各节写明的，章可以空着',
      rows: {
        outline: [
          ['一、项目概述'],
          ['1.1项目名称', '已编制', '1'],
          ['1.2编制依据', '不适用'],
          ['二、建设方案', '已编制', '2'],
          ['2.1软件系统方案', '已编制', '2'],
          ['2.2关键技术说明', '不适用'],
          ['三、附件', '已编制', '9'],
        ],
      },
    },
    {
      says: '重新录入：编号写法不同、次序不同、另加了行，可选的节略去',
      rows: {
        outline: [
          ['第三章 附表', '已编制', '9'],
          ['1. 项目概述', '已编制', '1'],
          ['1.1、项目名称', '已编制', '1'],
          ['编制依据（附文件）', '已编制', '1'],
          ['二、建设方案：', '已编制', '2'],
          ['2.1 软件系统建设方案', '已编制', '3'],
          ['2.3运维体系', '已编制', '4'],
        ],
      },
    },
    {
      says: '整章不适用的，各节不必再写',
      rows: {
        outline: [
          ['一、项目概述', '已编制', '1'],
          ['1.1项目名称', '已编制', '1'],
          ['1.2编制依据', '已编制', '1'],
          ['二、建设方案', '不适用'],
          ['2.1软件系统方案'],
          ['三、附件', '/'],
        ],
      },
    },
    {
      says: '按“建设内容”不需要的各项，和可有可无的项，可以空着',
      fields: { 建设内容: '软件开发' },
      rows: {
        outline: [
          ...WRITTEN,
          ['四、过程文档'],
          ['软件文档'],
          ['测试报告', '已编制', '2'],
          ['硬件文档'],
          ['到货单'],
          ['五、其他材料'],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '按“建设内容”需要的项空着',
      fields: { 建设内容: '软件开发' },
      rows: {
        outline: [...WRITTEN, ['四、过程文档'], ['软件文档'], ['测试报告'], ['硬件文档'], ['到货单'], ['五、其他材料']],
      },
      findings: [
        {
          cell: 'B11',
          field: '情况',
          case: 'no-state',
          severity: 'error',
          params: { entry: '测试报告', notApplicable: '不适用' },
        },
      ],
    },
    {
      says: '“建设内容”没有填写：是否需要还不知道，只提示一次；其中总要有一项',
      rows: {
        outline: [...WRITTEN, ['四、过程文档'], ['软件文档'], ['测试报告'], ['硬件文档'], ['到货单']],
      },
      findings: [
        {
          cell: 'B1',
          field: '建设内容',
          case: 'depends-on',
          severity: 'info',
          params: { entries: ['软件文档', '硬件文档'], fields: ['建设内容'] },
        },
        {
          cell: 'B9',
          field: '情况',
          case: 'no-state',
          severity: 'error',
          params: { entry: '四、过程文档', notApplicable: '不适用' },
        },
      ],
    },

    {
      says: '没有写情况，没有写页码',
      rows: {
        outline: [
          ['一、项目概述', '已编制', '1'],
          ['1.1项目名称', '已编制'],
          ['1.2编制依据'],
          ['二、建设方案'],
          ['2.1软件系统方案', null, '3'],
          ['三、附件', '不适用'],
        ],
      },
      findings: [
        {
          cell: 'C5',
          field: '页码',
          case: 'no-page',
          severity: 'warning',
          params: { entry: '1.1项目名称', page: '页码' },
        },
        {
          cell: 'B6',
          field: '情况',
          case: 'no-state',
          severity: 'error',
          params: { entry: '1.2编制依据', notApplicable: '不适用' },
        },
        {
          cell: 'B8',
          field: '情况',
          case: 'no-state',
          severity: 'error',
          params: { entry: '2.1软件系统方案', notApplicable: '不适用' },
        },
      ],
    },
    {
      says: '缺少的项一次说完；整章都缺的只说章',
      rows: { outline: [['1.1项目名称', '已编制', '1']] },
      findings: [
        {
          cell: 'A3',
          field: '章节',
          case: 'missing-entries',
          severity: 'error',
          params: { entries: ['1.2编制依据', '二、建设方案', '三、附件'], count: 3, notApplicable: '不适用' },
        },
      ],
    },
    {
      says: '只列了章：已编制的章缺少的节',
      rows: {
        outline: [
          ['一、项目概述', '已编制', '1'],
          ['二、建设方案', '不适用'],
          ['三、附件', '已编制', '9'],
        ],
      },
      findings: [
        {
          cell: 'A3',
          field: '章节',
          case: 'missing-entries',
          severity: 'error',
          params: { entries: ['1.1项目名称', '1.2编制依据'], count: 2, notApplicable: '不适用' },
        },
      ],
    },
  ],
};
