import { integer, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const formula: RuleCases = {
  rule: 'formula',
  columns: { items: { 起: integer, 止: integer, 说明: text } },
  uses: [
    {
      at: 'items[止]',
      options: { condition: '=[@止]>=[@起]', quotes: ['起'] },
      message: { zh: '止年 {text} 早于起年 {起}。', en: 'The end {text} lies before the beginning {起}.' },
    },
    {
      at: 'items[说明]',
      options: { condition: '=OR([@止]<2030,LEN([@说明])>0)', alsoBlank: true },
      severity: 'warning',
    },
  ],
  valid: [
    {
      says: '条件成立',
      rows: {
        items: [
          [2023, 2024, null],
          [2023, 2031, '跨年度建设'],
        ],
      },
    },
    {
      says: '止年没有填，或起年读不出来',
      rows: {
        items: [
          [2023, null, null],
          ['去年', 2022, null],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '提示语引用算出来的内容',
      uses: [
        {
          at: 'items[止]',
          options: { condition: '=[@止]-[@起]<=5', shows: { 最迟: '=[@起]+5' } },
          message: { zh: '止年不得晚于 {最迟} 年。', en: 'It must end by {最迟}.' },
        },
      ],
      rows: { items: [[2024, 2031, null]] },
      findings: [
        {
          cell: 'B2',
          field: '止',
          case: 'broken',
          severity: 'error',
          params: { text: '2031', 最迟: '2029' },
          wording: { zh: '止年不得晚于 {最迟} 年。', en: 'It must end by {最迟}.' },
        },
      ],
    },
    {
      says: '表单把它定为提示：用表单自己的话',
      uses: [
        {
          at: 'items[止]',
          options: { condition: '=[@止]<2030' },
          severity: 'info',
          message: { zh: '止年较远，请确认。', en: 'The end is far away; please confirm.' },
        },
      ],
      rows: { items: [[2024, 2031, null]] },
      findings: [
        {
          cell: 'B2',
          field: '止',
          case: 'broken',
          severity: 'info',
          params: { text: '2031' },
          wording: { zh: '止年较远，请确认。', en: 'The end is far away; please confirm.' },
        },
      ],
    },
    {
      says: '止年早于起年；远期的没有说明',
      rows: {
        items: [
          [2024, 2023, null],
          [2024, 2031, null],
        ],
      },
      findings: [
        {
          cell: 'B2',
          field: '止',
          case: 'broken',
          severity: 'error',
          params: { text: '2023', 起: '2024' },
          wording: { zh: '止年 {text} 早于起年 {起}。', en: 'The end {text} lies before the beginning {起}.' },
        },
        { cell: 'C3', field: '说明', case: 'broken', severity: 'warning', params: { text: '' } },
      ],
    },
  ],
};
