import assert from 'node:assert/strict';
import { numberText } from '../../../src/pane/overview/figures.ts';

const NUMBERS: readonly (readonly [value: number, text: string])[] = [
  [0, '0'],
  [-0.000_000_1, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234.56, '1,234.56'],
  [-1_234_567.891_234, '-1,234,567.891234'],
  [0.1 + 0.2, '0.3'],
  [0.000_001, '0.000001'],
  [120_000, '120,000'],
];

describe('a number in the overview', () => {
  for (const [value, text] of NUMBERS) it(`is written as ${text}`, () => assert.equal(numberText(value), text));
});
