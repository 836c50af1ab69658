import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNumber } from '../../src/files/parse-number.ts';
import { textBytes } from './zip-bytes.ts';

const parse = (text: string): number => parseNumber(textBytes(`>${text}<`), 1, 1 + textBytes(text).length);

describe('numbers from bytes', () => {
  const table: readonly (readonly [string, number])[] = [
    ['0', 0],
    ['-0.5', -0.5],
    ['007', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['+5', 5],
    [' 12 ', 12],
    ['1e3', 1000],
    ['1.5E-7', 1.5e-7],
    ['123456789012345', 123456789012345],
    ['123456789012345678', 123456789012345680],
    ['0.30000000000000004', 0.30000000000000004],
    ['', NaN],
    ['-', NaN],
    ['.', NaN],
    ['1.2.3', NaN],
    ['1-2', NaN],
    ['1,000', NaN],
    ['0x10', NaN],
    ['Infinity', NaN],
    ['１', NaN],
    ['1'.repeat(500), NaN],
  ];
  for (const [text, expected] of table)
    it(`reads ${text.slice(0, 20)} as ${expected}`, () => assert.equal(parse(text), expected));

  it('are the very doubles that JavaScript reads', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        assert.equal(parse(String(value)), Number(String(value))),
      ),
    );
    const digits = fc
      .tuple(fc.nat(9_999_999), fc.nat(99_999_999))
      .map(([whole, rest]) => `${whole}.${String(rest).padStart(8, '0')}`);
    fc.assert(fc.property(digits, (text) => assert.equal(parse(text), Number(text))));
  });
});
