import { choiceOf } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const choice: RuleCases = {
  rule: 'choice',
  columns: { items: { 共享类型: choiceOf('无条件共享', '有条件共享', '不予共享') } },
  uses: [{ at: 'items[共享类型]' }],
  valid: [{ says: '所列的选项，没有填的由另一规则说明', rows: { items: [['无条件共享'], [null]] } }],
  invalid: [
    {
      says: '括注、错字、选项之外、繁体、写了两个',
      rows: {
        items: [['有条件共享（需审批）'], ['无条件共亨'], ['部分共享'], ['無條件共享'], ['有条件共享、不予共享']],
      },
      findings: [
        {
          cell: 'A2',
          field: '共享类型',
          case: 'choice-with-remark',
          severity: 'info',
          params: { text: '有条件共享（需审批）', normal: '有条件共享', remark: '需审批' },
        },
        {
          cell: 'A3',
          field: '共享类型',
          case: 'not-listed-near',
          severity: 'error',
          params: { text: '无条件共亨', normal: '无条件共享' },
          expected: ['无条件共享', '有条件共享', '不予共享'],
        },
        {
          cell: 'A4',
          field: '共享类型',
          case: 'not-listed',
          severity: 'error',
          params: { text: '部分共享' },
          expected: ['无条件共享', '有条件共享', '不予共享'],
        },
        {
          cell: 'A5',
          field: '共享类型',
          case: 'choice-tidied',
          severity: 'info',
          params: { text: '無條件共享', normal: '无条件共享' },
          fix: [{ cell: 'A5', value: '无条件共享' }],
        },
        {
          cell: 'A6',
          field: '共享类型',
          case: 'several-options',
          severity: 'error',
          params: { text: '有条件共享、不予共享', options: ['有条件共享', '不予共享'] },
          expected: ['有条件共享', '不予共享'],
        },
      ],
    },
  ],
};
