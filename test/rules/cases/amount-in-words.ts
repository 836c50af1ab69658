import { money } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const amountInWords: RuleCases = {
  rule: 'amount-in-words',
  fields: { 大写: { kind: 'amount-in-words' }, 金额: money },
  uses: [{ at: '大写', options: { of: '=fields[金额]' } }],
  valid: [
    { says: '与数字金额一致', fields: { 大写: '人民币伍仟伍佰圆整', 金额: 5500 } },
    { says: '数字金额读不出来', fields: { 大写: '伍仟伍佰元整', 金额: '若干' } },
    { says: '没有填写', fields: { 金额: 5500 } },
  ],
  invalid: [
    {
      says: '金额不同，写法也不规范：只说金额',
      fields: { 大写: '五千元', 金额: 5500 },
      findings: [
        {
          cell: 'B1',
          field: '大写',
          case: 'differs',
          severity: 'error',
          params: { text: '五千元', value: 5000, amount: 5500 },
        },
      ],
    },
    {
      says: '金额对，写法不规范',
      fields: { 大写: '伍仟伍佰元', 金额: 5500 },
      findings: [
        {
          cell: 'B1',
          field: '大写',
          case: 'faulty-spelling',
          severity: 'warning',
          params: { text: '伍仟伍佰元', normal: '伍仟伍佰元整' },
          fix: [{ cell: 'B1', value: '伍仟伍佰元整' }],
        },
      ],
    },
    {
      says: '写成了数字',
      fields: { 大写: 5500, 金额: 5500 },
      findings: [
        {
          cell: 'B1',
          field: '大写',
          case: 'figures-for-words',
          severity: 'warning',
          params: { text: '5500', normal: '伍仟伍佰元整' },
          fix: [{ cell: 'B1', value: '伍仟伍佰元整' }],
        },
      ],
    },
    {
      says: '大写后面还有数字，两者相符',
      fields: { 大写: '伍仟伍佰元整（5500元）', 金额: 5500 },
      findings: [
        {
          cell: 'B1',
          field: '大写',
          case: 'figures-beside-words',
          severity: 'info',
          params: { text: '伍仟伍佰元整（5500元）', normal: '伍仟伍佰元整' },
          fix: [{ cell: 'B1', value: '伍仟伍佰元整' }],
        },
      ],
    },
    {
      says: '大写后面还有数字，两者不符',
      fields: { 大写: '伍仟伍佰元整（5000元）', 金额: 5500 },
      findings: [
        {
          cell: 'B1',
          field: '大写',
          case: 'figures-disagree',
          severity: 'error',
          params: { text: '伍仟伍佰元整（5000元）', words: 5500, figures: 5000 },
        },
      ],
    },
    {
      says: '形近的错字',
      fields: { 大写: '伍仟伍佰园整', 金额: 5500 },
      findings: [
        {
          cell: 'B1',
          field: '大写',
          case: 'unreadable-words',
          severity: 'error',
          params: { text: '伍仟伍佰园整', characters: ['园'], guess: '伍仟伍佰元整' },
          expected: ['伍仟伍佰元整'],
        },
      ],
    },
    {
      says: '不成金额',
      fields: { 大写: '三千五', 金额: 5500 },
      findings: [{ cell: 'B1', field: '大写', case: 'senseless-words', severity: 'error', params: { text: '三千五' } }],
    },
  ],
};
