import assert from 'node:assert/strict';
import { liesIn, readRange, sharedEdge } from '../../src/procedure/range.ts';

const WAN = 1_000_000;

/** `≥ 50万元`, `< 3000万元`, `> 10%`. */
function shown(words: string, beside: string | null = null): string {
  const { range, fault } = readRange(words, beside);
  if (!range) return fault.zh;
  const { from, to, unit } = range;
  const bound = from ?? to;
  const sign = from ? (from.included ? '≥' : '>') : to?.included ? '≤' : '<';
  const value = bound?.value ?? 0;
  return `${sign} ${unit === 'percent' ? `${value}%` : `${value / WAN}万元`}`;
}

describe('procedure/range: words of the texts (Civil Code, article 1259)', () => {
  for (const [words, beside, expected] of [
    ['50万元以上', null, '≥ 50万元'],
    ['50万元以下', null, '≤ 50万元'],
    ['20 万元以下', null, '≤ 20万元'],
    ['100万元以内', null, '≤ 100万元'],
    ['100万元以外', null, '> 100万元'],
    ['总投资不满100万元', null, '< 100万元'],
    ['超过100万元', null, '> 100万元'],
    ['超出批准的软件系统总金额10%', null, '> 10%'],
    ['不超过概（预）算总投资15％', null, '≤ 15%'],
    ['不少于500000元', null, '≥ 50万元'],
    ['1亿元以上', null, '≥ 10000万元'],
    ['3000万元（含）以上', null, '≥ 3000万元'],
    ['3000万元以下', '3000万元（含）以上', '< 3000万元'],
    ['总投资在3000万元以下', '3000万元（含）以上', '< 3000万元'],
    ['1000万以下（含1000万）', null, '≤ 1000万元'],
    ['1000万元以上', '1000万以下（含1000万）', '> 1000万元'],
  ] as const) {
    it(`${words}${beside === null ? '' : ` beside ${beside}`}: ${expected}`, () =>
      assert.equal(shown(words, beside), expected));
  }
  for (const [words, beside] of [
    ['50万元', null],
    ['以上', null],
    ['五十万元以上', null],
    ['3000万元以下', '3000万元以上'],
    ['3000万元以下', '5000万元（含）以上'],
    ['3000万元以下', '3000万元（含）以下'],
    ['3000万元（含）以下', '3000万元（含）以上'],
  ] as const) {
    it(`refuses ${words}${beside === null ? '' : ` beside ${beside}`}`, () => {
      assert.ok(readRange(words, beside).fault);
    });
  }
  it('has its number or not', () => {
    for (const [words, at] of [
      ['50万元以上', true],
      ['超过50万元', false],
      ['50万元以下', true],
      ['不满50万元', false],
    ] as const) {
      const { range } = readRange(words);
      assert.ok(range);
      assert.equal(liesIn(range, 50 * WAN), at, words);
      assert.equal(liesIn(range, 50 * WAN + 1), range.from !== null, words);
      assert.equal(liesIn(range, 50 * WAN - 1), range.to !== null, words);
    }
  });
  it('shares its number with another where both include it', () => {
    const edge = (a: string, b: string): number | undefined => {
      const [one, other] = [readRange(a).range, readRange(b).range];
      assert.ok(one && other);
      return sharedEdge(one, other);
    };
    assert.equal(edge('50万元以上', '50万元以下'), 50 * WAN);
    assert.equal(edge('50万元以下', '50万元以上'), 50 * WAN);
    assert.equal(edge('50万元以上', '不满50万元'), undefined);
    assert.equal(edge('50万元以上', '60万元以下'), undefined);
    assert.equal(edge('10%以上', '10万元以下'), undefined);
  });
});
