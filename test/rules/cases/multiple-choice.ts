import { choiceOf } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

const listed = choiceOf('共享交换平台', '接口', '数据库', '电子文档');

export const multipleChoice: RuleCases = {
  rule: 'multiple-choice',
  columns: { items: { 共享方式: listed.kind === 'choice' ? { ...listed, multiple: true } : listed } },
  uses: [{ at: 'items[共享方式]' }],
  valid: [{ says: '一个或几个选项', rows: { items: [['接口'], ['接口、数据库']] } }],
  invalid: [
    {
      says: '重复、选项之外、错字、括注',
      rows: { items: [['接口，接口'], ['接口、邮件'], ['接口、数椐库'], ['接口（REST）']] },
      findings: [
        {
          cell: 'A2',
          field: '共享方式',
          case: 'choice-repeated',
          severity: 'info',
          params: { text: '接口，接口', normal: '接口' },
          fix: [{ cell: 'A2', value: '接口' }],
        },
        {
          cell: 'A3',
          field: '共享方式',
          case: 'not-listed',
          severity: 'error',
          params: { text: '邮件' },
          expected: ['共享交换平台', '接口', '数据库', '电子文档'],
        },
        {
          cell: 'A4',
          field: '共享方式',
          case: 'not-listed-near',
          severity: 'error',
          params: { text: '数椐库', normal: '接口、数据库' },
          expected: ['共享交换平台', '接口', '数据库', '电子文档'],
        },
        {
          cell: 'A5',
          field: '共享方式',
          case: 'choice-with-remark',
          severity: 'info',
          params: { text: '接口（REST）', normal: '接口', remark: 'REST' },
        },
      ],
    },
  ],
};
