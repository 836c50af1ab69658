import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  add,
  divide,
  isSameNumber,
  multiply,
  roundDown,
  roundHalfUp,
  roundUp,
  Sum,
  toFifteenDigits,
} from '../../../src/forms/expressions/decimal.ts';

/** Decimals of up to four places as whole ten-thousandths, so that BigInt can say what is right. */
const units = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
const smallUnits = fc.integer({ min: -9_999_999, max: 9_999_999 });
const decimal = (value: bigint | number, places: number): number => {
  const digits = String(value)
    .replace('-', '')
    .padStart(places + 1, '0');
  const text = `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
  return Number(Number(value) < 0 ? `-${text}` : text);
};

describe('decimal arithmetic is exact', () => {
  it('adds and subtracts', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        assert.equal(add(decimal(a, 4), decimal(b, 4)), decimal(a + b, 4) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('multiplies amounts and quantities', () => {
    fc.assert(
      fc.property(smallUnits, smallUnits, (a, b) => {
        assert.equal(multiply(decimal(a, 2), decimal(b, 3)) + 0, decimal(BigInt(a) * BigInt(b), 5) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('divides what was multiplied', () => {
    fc.assert(
      fc.property(smallUnits, fc.integer({ min: 1, max: 9999 }), (a, b) => {
        assert.equal(divide(multiply(decimal(a, 2), b), b) + 0, decimal(a, 2) + 0);
      }),
    );
  });

  it('sums, in any order', () => {
    fc.assert(
      fc.property(fc.array(units, { maxLength: 50 }), (amounts) => {
        const sum = new Sum();
        for (const amount of amounts) sum.add(decimal(amount, 2));
        assert.equal(
          sum.total + 0,
          decimal(
            amounts.reduce((total, amount) => total + amount, 0),
            2,
          ) + 0,
        );
      }),
    );
  });

  it('rounds to the fen', () => {
    fc.assert(
      fc.property(units, (value) => {
        const magnitude = BigInt(Math.abs(value));
        const expected = (fen: bigint): number => decimal(value < 0 ? -fen : fen, 2) + 0;
        const number = decimal(value, 4);
        assert.equal(roundHalfUp(number, 2) + 0, expected((magnitude + 50n) / 100n));
        assert.equal(roundDown(number, 2) + 0, expected(magnitude / 100n));
        assert.equal(roundUp(number, 2) + 0, expected((magnitude + 99n) / 100n));
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds by digits as decimal text does, also small and large numbers', () => {
    const rows: readonly (readonly [number, number, number])[] = [
      [1.005, 2, 1.01],
      [1.0049999, 2, 1],
      [0.00000015, 7, 0.0000002],
      [123456789012.345, 2, 123456789012.35],
      [1e21, 2, 1e21],
      [1234567, -3, 1235000],
      [0.5, 0, 1],
      [-0.5, 0, -1],
    ];
    for (const [value, places, expected] of rows) assert.equal(roundHalfUp(value, places), expected, String(value));
  });
});

describe('toFifteenDigits', () => {
  it('is what fifteen digits of text say', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        assert.equal(toFifteenDigits(value) + 0, Number(value.toPrecision(15)) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('makes numbers the same that differ in the noise alone', () => {
    assert.ok(isSameNumber(0.1 + 0.2, 0.3));
    assert.ok(isSameNumber(59.970000000000006, 59.97));
    assert.ok(!isSameNumber(59.97, 59.9700001));
  });
});
