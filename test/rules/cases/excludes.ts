import { choiceOf, ports } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const excludes: RuleCases = {
  rule: 'excludes',
  columns: { items: { 网络: choiceOf('互联网', '政务外网'), 端口: ports } },
  uses: [{ at: 'items[端口]', when: '=[@网络]="互联网"', options: { ports: [22, 3306, 3389] } }],
  valid: [
    {
      says: '互联网上只开放网站端口，政务外网不限',
      rows: {
        items: [
          ['互联网', '80、443'],
          ['政务外网', '22'],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '互联网上开放远程管理和数据库端口，范围里的也算',
      rows: {
        items: [
          ['互联网', '80、22'],
          ['互联网', '3300-3400'],
        ],
      },
      findings: [
        { cell: 'B2', field: '端口', case: 'excluded', severity: 'warning', params: { text: '80、22', ports: ['22'] } },
        {
          cell: 'B3',
          field: '端口',
          case: 'excluded',
          severity: 'warning',
          params: { text: '3300-3400', ports: ['3306', '3389'] },
        },
      ],
    },
  ],
};
