import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Option, ValueType } from '../../../src/forms/form.ts';
import type { Reading, ReadingContext } from '../../../src/forms/reading.ts';
import { readValue } from '../../../src/forms/values/read-value.ts';
import { cell } from './reading-table.ts';

const option = (value: string, more: Partial<Option> = {}): Option => ({
  value,
  same: [],
  synonyms: [],
  not: [],
  ...more,
});

const OPTIONS: readonly Option[] = [
  option('有条件共享', { synonyms: ['有条件', '条件*'] }),
  option('无条件共享', { not: ['共享'] }),
  option('字符型C', { code: 'C', synonyms: ['varchar*'] }),
  option('数值型N', { code: 'N' }),
  option('xlsx', { same: ['xls'] }),
  option('其他'),
];

const TYPES: readonly ValueType[] = [
  { kind: 'text', lines: 'join' },
  { kind: 'text', lines: 'keep', none: 'value' },
  { kind: 'integer', min: 0, units: ['台', '个', 'M'] },
  { kind: 'number', max: 1000, units: [] },
  { kind: 'money', unit: '元', decimals: 2 },
  { kind: 'money', unit: '万元', decimals: 0, min: 0 },
  { kind: 'date', precision: 'day' },
  { kind: 'date', precision: 'month' },
  { kind: 'date', precision: 'year' },
  { kind: 'choice', options: OPTIONS, open: false, multiple: false, doubtful: ['待定'] },
  { kind: 'choice', options: OPTIONS, open: true, multiple: true, doubtful: [] },
  { kind: 'ticks', options: OPTIONS, single: false },
  { kind: 'ticks', options: OPTIONS.slice(0, 1), single: true },
  { kind: 'integer', units: ['台', 'MB'], conversions: [{ unit: 'MB', times: 1 / 1024 }], before: ['约', '台'] },
  { kind: 'date', precision: 'day', doubtful: ['待定'] },
  { kind: 'period' },
  { kind: 'phone' },
  { kind: 'email' },
  { kind: 'ports' },
  { kind: 'specification' },
  { kind: 'amount-in-words' },
  { kind: 'length' },
  { kind: 'pattern', pattern: '[A-Z]\\d+', hint: { zh: '字母加数字', en: 'a letter and digits' } },
  { kind: 'pattern', pattern: '[A-Z]?\\d{3}', multiple: true, hint: { zh: '三位数字', en: 'three digits' } },
  { kind: 'pattern', pattern: '[0-9A-Z]{18}', checksum: 'GB 32100', hint: { zh: '代码', en: 'a code' } },
];

const CONTEXTS: readonly ReadingContext[] = [
  { date1904: false },
  { date1904: true, unit: '万元' },
  { date1904: false, unit: '元', textOnly: true },
];

/** Pieces that readers look for, so that strings of them come close to real values. */
const PIECES = [
  ...Array.from(
    '0123456789０１２３一二三四五六七八九十百千万亿壹拾佰仟元角分整零〇年月日起止.,，、;:：-—/()（）[]【】 \n\t¥￥+~×*xXGTMBKCNOlR@_√□■☑£þ无空约',
  ),
  ...[
    '有条件',
    '共享',
    '無條件',
    '字符型',
    '其他',
    '2024',
    '20240115',
    '1900',
    '00',
    '138',
    '00138000',
    '0571',
    '核',
    '内存',
    '硬盘',
    'GB',
  ],
  ...[
    '元/台',
    '人民币',
    'RMB',
    'TCP',
    '端口',
    '全部',
    'varchar(',
    'XXXX年',
    '待定',
    '台',
    'e',
    '\u200b',
    '\u3000',
    '\u00a0',
    '😀',
    '\ud800',
  ],
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -10, max: 70_000 }),
  fc.integer({ min: 19_000_000, max: 21_000_000 }),
  fc.integer({ min: 0, max: 20_000_000_000_000 }),
  fc.integer({ min: 0, max: 300_000 }).map((hundredths) => hundredths / 100),
);
const value = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 3, arbitrary: number },
  fc.boolean(),
  fc.constant(null),
);
const format = fc.constantFrom('General', '@', '0.00', '#,##0');

function wellFormed(reading: Reading): void {
  assert.equal(reading.value === null, reading.state !== 'read');
  if (reading.state === 'blank') assert.deepEqual(reading.remarks, []);
  for (const remark of reading.remarks) {
    // What should be written is for a right value in an untidy spelling, or the one right answer to a wrong one.
    if (remark.severity === 'info')
      assert.equal(reading.state === 'read' || remark.case === 'specification-unread', true);
  }
}

describe('reading any value', () => {
  it('never throws, and always answers in one of three ways', () => {
    fc.assert(
      fc.property(value, format, (given, code) => {
        for (const type of TYPES)
          for (const context of CONTEXTS) wellFormed(readValue(cell(given, code), type, context));
      }),
      { numRuns: 1500 },
    );
  });

  it('finds what it offers to write right, and the same value', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('General', '@', 'yyyy-mm-dd'), (given, code) => {
        for (const type of TYPES) {
          // A number in a cell that shows dates stays a number in a cell that shows dates.
          if (code === 'yyyy-mm-dd' && type.kind !== 'date') continue;
          for (const context of CONTEXTS) {
            const reading = readValue(cell(given, code), type, context);
            for (const remark of reading.remarks) {
              if (remark.normal === undefined) continue;
              const again = readValue(cell(remark.normal, code), type, context);
              assert.deepEqual(again.remarks, [], `${JSON.stringify(given)} as ${type.kind}: ${String(remark.normal)}`);
              assert.equal(again.state, 'read');
              if (remark.severity === 'info') assert.deepEqual(again.value, reading.value, JSON.stringify(given));
            }
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is not slow on long and contrary texts', () => {
    const texts = ['1,', '(', '（x', '1-', '年', '一', 'a.', '8核16G', '、', '□', '   ', 'X-', '0 ', '内存'].map(
      (piece) => piece.repeat(Math.floor(32_000 / piece.length)),
    );
    for (const given of texts) for (const type of TYPES) wellFormed(readValue(cell(given), type, { date1904: false }));
  });
});
