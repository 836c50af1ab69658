import { choiceOf, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const neededEntries: RuleCases = {
  rule: 'needed-entries',
  fields: { 项目类型: choiceOf('新建', '续建') },
  columns: { outline: { 章节: text, 情况: choiceOf('已编制', '不适用') } },
  entries: {
    outline: {
      column: '章节',
      list: [
        { text: '一、概述', parts: ['1.1现状分析', { text: '1.2往期成果', optional: true }] },
        '二、保密测评报告',
        '三、等保测评报告',
      ],
    },
  },
  uses: [
    { at: 'outline[情况]', when: '=fields[项目类型]="续建"', options: { entries: ['1.2往期成果'] } },
    { at: 'outline[情况]', options: { entries: ['二、保密测评报告', '三、等保测评报告'], any: true } },
  ],
  valid: [
    {
      says: '必须有的都有；两项有一项即可',
      fields: { 项目类型: '续建' },
      rows: {
        outline: [
          ['一、概述', '已编制'],
          ['1.1现状分析', '已编制'],
          ['1.2往期成果', '已编制'],
          ['二、保密测评报告', '不适用'],
          ['三、等保测评报告', '已编制'],
        ],
      },
    },
    {
      says: '条件不成立的可以不适用；没有写情况的另有提示',
      fields: { 项目类型: '新建' },
      rows: { outline: [['一、概述', '不适用'], ['二、保密测评报告', '不适用'], ['三、等保测评报告']] },
    },
  ],
  invalid: [
    {
      says: '填了不适用',
      fields: { 项目类型: '续建' },
      rows: {
        outline: [
          ['1.2往期成果', '不适用'],
          ['二、保密测评报告', '不适用'],
          ['三、等保测评报告', '不适用'],
        ],
      },
      findings: [
        {
          cell: 'B4',
          field: '情况',
          case: 'not-applicable',
          severity: 'error',
          params: { entry: '1.2往期成果', notApplicable: '不适用' },
        },
        {
          cell: 'B5',
          field: '情况',
          case: 'none-given',
          severity: 'error',
          params: { entries: ['二、保密测评报告', '三、等保测评报告'] },
        },
      ],
    },
    {
      says: '没有列出，或者整章填了不适用',
      fields: { 项目类型: '续建' },
      uses: [{ at: 'outline[情况]', options: { entries: ['1.1现状分析', '1.2往期成果'] } }],
      rows: { outline: [['一、概述', '不适用'], ['1.1现状分析']] },
      findings: [
        { cell: 'A3', field: '章节', case: 'left-out', severity: 'error', params: { entry: '1.2往期成果' } },
        {
          cell: 'B5',
          field: '情况',
          case: 'not-applicable',
          severity: 'error',
          params: { entry: '1.1现状分析', notApplicable: '不适用' },
        },
      ],
    },
  ],
};
