import { choiceOf, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const checklist: RuleCases = {
  rule: 'checklist',
  columns: { outline: { 章节: text, 情况: choiceOf('已编制', '不适用'), 页码: text } },
  entries: {
    outline: {
      column: '章节',
      list: [
        { text: '一、项目概述', parts: ['1.1项目名称', '1.2编制依据'] },
        { text: '二、建设方案', parts: ['2.1软件系统方案', { text: '2.2关键技术说明', optional: true }] },
        { text: '三、附件', same: ['附表'] },
      ],
    },
  },
  uses: [{ at: 'outline[情况]', options: { page: '页码' } }],
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
  ],
  invalid: [
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
          cell: 'C3',
          field: '页码',
          case: 'no-page',
          severity: 'warning',
          params: { entry: '1.1项目名称', page: '页码' },
        },
        {
          cell: 'B4',
          field: '情况',
          case: 'no-state',
          severity: 'error',
          params: { entry: '1.2编制依据', notApplicable: '不适用' },
        },
        {
          cell: 'B6',
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
          cell: 'A1',
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
          cell: 'A1',
          field: '章节',
          case: 'missing-entries',
          severity: 'error',
          params: { entries: ['1.1项目名称', '1.2编制依据'], count: 2, notApplicable: '不适用' },
        },
      ],
    },
  ],
};
