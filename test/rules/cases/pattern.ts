import { ports } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const pattern: RuleCases = {
  rule: 'pattern',
  columns: {
    items: {
      电话: { kind: 'phone', doubtful: ['待定'] },
      邮箱: { kind: 'email' },
      端口: ports,
      文号: {
        kind: 'pattern',
        pattern: '.+〔\\d{4}〕\\d+号',
        hint: { zh: '发文字号，如“某府发〔2024〕1号”', en: 'a document number' },
      },
      信用代码: {
        kind: 'pattern',
        pattern: '[0-9A-HJ-NPQRTUWXY]{18}',
        checksum: 'GB 32100',
        hint: { zh: '18 位', en: '18 characters' },
      },
      资源代码: { kind: 'pattern', pattern: '\\d{4}', multiple: true, hint: { zh: '4 位数字', en: 'four digits' } },
    },
  },
  uses: [
    { at: 'items[电话]' },
    { at: 'items[邮箱]' },
    { at: 'items[端口]' },
    { at: 'items[文号]' },
    { at: 'items[信用代码]' },
    { at: 'items[资源代码]' },
  ],
  valid: [
    {
      says: '格式正确',
      rows: { items: [['13800138000', 'a@b.cn', '80,443', '某府发〔2024〕1号', '11330100MB1A23456A', '0101、0102']] },
    },
  ],
  invalid: [
    {
      says: '不规范但读得懂的写法：提示规范写法',
      rows: {
        items: [
          ['138-0013-8000', 'ａ@b.cn', '80端口', null],
          ['87052114', 'a@b.cn; c@d.cn', null, null],
          ['张工 13800138000', null, null, null],
          ['13800138000、13900139000', null, null, null],
        ],
      },
      findings: [
        {
          cell: 'A2',
          field: '电话',
          case: 'phone-tidied',
          severity: 'info',
          params: { text: '138-0013-8000', normal: '13800138000' },
          fix: [{ cell: 'A2', value: '13800138000' }],
        },
        {
          cell: 'B2',
          field: '邮箱',
          case: 'email-tidied',
          severity: 'info',
          params: { text: 'ａ@b.cn', normal: 'a@b.cn' },
          fix: [{ cell: 'B2', value: 'a@b.cn' }],
        },
        {
          cell: 'C2',
          field: '端口',
          case: 'ports-tidied',
          severity: 'info',
          params: { text: '80端口', normal: '80' },
          fix: [{ cell: 'C2', value: '80' }],
        },
        {
          cell: 'A3',
          field: '电话',
          case: 'phone-no-area-code',
          severity: 'info',
          params: { text: '87052114' },
        },
        {
          cell: 'B3',
          field: '邮箱',
          case: 'several-emails',
          severity: 'info',
          params: { text: 'a@b.cn; c@d.cn', emails: ['a@b.cn', 'c@d.cn'] },
        },
        {
          cell: 'A4',
          field: '电话',
          case: 'phone-with-words',
          severity: 'info',
          params: { text: '张工 13800138000', phones: ['13800138000'], words: '张工' },
        },
        {
          cell: 'A5',
          field: '电话',
          case: 'several-phones',
          severity: 'info',
          params: { text: '13800138000、13900139000', phones: ['13800138000', '13900139000'] },
        },
      ],
    },
    {
      says: '不是电话：位数不对、混有字母、没有这样的号段',
      rows: {
        items: [
          ['1380013800', null, null, null],
          ['138OO138000', null, null, null],
          ['23800138000', null, null, null],
          ['无号码', null, null, null],
          [57187052114, null, null, null],
        ],
      },
      findings: [
        {
          cell: 'A2',
          field: '电话',
          case: 'phone-digit-count',
          severity: 'error',
          params: { text: '1380013800', digits: 10 },
        },
        {
          cell: 'A3',
          field: '电话',
          case: 'phone-letters',
          severity: 'error',
          params: { text: '138OO138000', letters: 'O' },
        },
        {
          cell: 'A4',
          field: '电话',
          case: 'phone-beginning',
          severity: 'error',
          params: { text: '23800138000' },
        },
        {
          cell: 'A5',
          field: '电话',
          case: 'not-a-phone',
          severity: 'error',
          params: { text: '无号码' },
        },
        {
          cell: 'A6',
          field: '电话',
          case: 'phone-zero-lost',
          severity: 'warning',
          params: { text: '57187052114', normal: '0571-87052114' },
          fix: [{ cell: 'A6', value: '0571-87052114' }],
        },
      ],
    },
    {
      says: '不是邮箱，不是端口，不合自定的格式',
      rows: {
        items: [
          [null, 'a.b.cn', '70000', '1号'],
          [null, null, '8010-8000', null],
          [null, null, 'http', null],
          ['待定', null, '全部', null],
        ],
      },
      findings: [
        {
          cell: 'B2',
          field: '邮箱',
          case: 'not-an-email',
          severity: 'error',
          params: { text: 'a.b.cn' },
        },
        {
          cell: 'C2',
          field: '端口',
          case: 'port-out-of-range',
          severity: 'error',
          params: { text: '70000', port: '70000' },
        },
        {
          cell: 'D2',
          field: '文号',
          case: 'pattern-mismatch',
          severity: 'error',
          params: { text: '1号' },
          wording: {
            zh: '“{text}”不符合要求：发文字号，如“某府发〔2024〕1号”。请核对后改正。',
            en: '“{text}” does not have the form asked for: a document number. Check and correct it.',
          },
        },
        {
          cell: 'C3',
          field: '端口',
          case: 'port-range-reversed',
          severity: 'error',
          params: { text: '8010-8000', range: '8010-8000' },
        },
        {
          cell: 'C4',
          field: '端口',
          case: 'not-a-port',
          severity: 'error',
          params: { text: 'http' },
        },
        { cell: 'A5', field: '电话', case: 'left-open', severity: 'warning', params: { text: '待定' } },
        {
          cell: 'C5',
          field: '端口',
          case: 'ports-all',
          severity: 'warning',
          params: { text: '全部' },
        },
      ],
    },
    {
      says: '代码：多余的空格和连字符，混用的分隔符，字母 O，校验码不对，开头的 0 丢失，变成日期',
      rows: {
        items: [
          [null, null, null, null, '11330100-mb1a23456a', '0101；0102，0103'],
          [null, null, null, null, '1133O100MB1A23456A', 101],
          [null, null, null, null, '11330100MB1A23456B', { value: 45293, format: 'm"月"d"日"' }],
        ],
      },
      findings: [
        {
          cell: 'E2',
          field: '信用代码',
          case: 'code-tidied',
          severity: 'info',
          params: { text: '11330100-mb1a23456a', normal: '11330100MB1A23456A' },
          fix: [{ cell: 'E2', value: '11330100MB1A23456A' }],
        },
        {
          cell: 'F2',
          field: '资源代码',
          case: 'code-tidied',
          severity: 'info',
          params: { text: '0101；0102，0103', normal: '0101、0102、0103' },
          fix: [{ cell: 'F2', value: '0101、0102、0103' }],
        },
        {
          cell: 'E3',
          field: '信用代码',
          case: 'code-letters',
          severity: 'error',
          params: { text: '1133O100MB1A23456A', letters: 'O', normal: '11330100MB1A23456A' },
        },
        {
          cell: 'F3',
          field: '资源代码',
          case: 'code-zero-lost',
          severity: 'warning',
          params: { text: '101', normal: '0101' },
          fix: [{ cell: 'F3', value: '0101' }],
        },
        {
          cell: 'E4',
          field: '信用代码',
          case: 'check-character-wrong',
          severity: 'error',
          params: { text: '11330100MB1A23456B' },
        },
        {
          cell: 'F4',
          field: '资源代码',
          case: 'code-shown-as-date',
          severity: 'warning',
          params: { text: '2024-01-02' },
        },
      ],
    },
  ],
};
