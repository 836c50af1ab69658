import assert from 'node:assert/strict';
import { readTotal, type TotalUnit } from '../../src/procedure/read-total.ts';

const WAN = 1_000_000;

describe('procedure/read-total', () => {
  for (const [text, unit, fen] of [
    ['480', null, 480 * WAN],
    ['480', '万元', 480 * WAN],
    ['480', '元', 48_000],
    ['99999', null, 99_999 * WAN],
    ['480.5', null, 480.5 * WAN],
    ['49.999999', null, 49_999_999],
    ['0.01', '元', 1],
    ['4,800,000', '元', 480 * WAN],
    ['４８０', null, 480 * WAN],
    ['480万元', null, 480 * WAN],
    ['480 万', '万元', 480 * WAN],
    ['4800000元', null, 480 * WAN],
    ['0.5亿元', null, 5000 * WAN],
    ['000480', null, 480 * WAN],
    ['100000', '万元', 100_000 * WAN],
    ['1000000', '万元', 1_000_000 * WAN],
  ] as const) {
    it(`reads ${text} ${unit ?? ''}`, () => assert.deepEqual(readTotal(text, unit), { fen }));
  }
  for (const [text, unit, fault] of [
    ['', null, 'not-a-number'],
    ['abc', null, 'not-a-number'],
    ['1e6', null, 'not-a-number'],
    ['Infinity', null, 'not-a-number'],
    ['4,80', null, 'not-a-number'],
    ['4 80x', null, 'not-a-number'],
    ['五十', null, 'not-a-number'],
    ['-5', null, 'negative'],
    ['−5', null, 'negative'],
    ['-500000', null, 'negative'],
    ['0', null, 'zero'],
    ['-0', null, 'zero'],
    ['0.00', '元', 'zero'],
    ['0.001', '元', 'too-fine'],
    ['1.0000001', null, 'too-fine'],
    ['1000000.000001', '万元', 'too-large'],
    ['10000000000.01', '元', 'too-large'],
    ['10000000000', '万元', 'too-large'],
    ['1000000000001', null, 'too-large'],
    ['9'.repeat(400), '元', 'too-large'],
    ['480万元', '元', 'units-differ'],
    ['480元', '万元', 'units-differ'],
  ] as readonly (readonly [string, TotalUnit | null, string])[]) {
    it(`refuses ${text.slice(0, 20)} ${unit ?? ''}: ${fault}`, () =>
      assert.deepEqual(readTotal(text, unit), { fault }));
  }
  for (const [text, yuan, wan] of [
    ['100000', 10 * WAN, 100_000 * WAN],
    ['500000', 50 * WAN, 500_000 * WAN],
    ['9999999999', 999_999.9999 * WAN, 9_999_999_999 * WAN],
    ['4800000.5', 480 * WAN + 50, 4_800_000.5 * WAN],
  ] as const) {
    it(`asks of ${text} which unit is meant, and says both readings`, () =>
      assert.deepEqual(readTotal(text, null), { fault: 'which-unit', yuan, wan }));
  }
});
