import assert from 'node:assert/strict';
import * as formulajs from '@formulajs/formulajs';
import fc from 'fast-check';
import { compileExpression, Unknown } from '../../../src/forms/expressions/evaluate.ts';
import { parseExpression } from '../../../src/forms/expressions/parse-expression.ts';
import type { Scalar } from '../../../src/forms/reading.ts';

/**
 * Our functions against those of @formulajs/formulajs over generated inputs. Where the oracle departs from what Excel
 * is documented to do the inputs leave that out, and a comment says so; the tables of evaluate.test.ts cover it.
 */

const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((fen) => fen / 100);
const whole = fc.integer({ min: -10_000, max: 10_000 });
const places = fc.integer({ min: -3, max: 4 });
const flag = fc.boolean();
const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', ' ', '1', '有', '无', '-', '元'), maxLength: 8 });
const count = fc.integer({ min: 0, max: 9 });
const serial = fc.integer({ min: 61, max: 2_958_465 });
/** Blank as well: a column of amounts. */
const column = fc.array(fc.oneof({ weight: 4, arbitrary: amount }, { weight: 1, arbitrary: fc.constant(null) }), {
  minLength: 1,
  maxLength: 12,
});

type Input = Scalar | readonly Scalar[];

interface Case {
  readonly inputs: readonly fc.Arbitrary<Input>[];
  readonly oracle: (...inputs: never[]) => unknown;
}

const of = (oracle: (...inputs: never[]) => unknown, ...inputs: fc.Arbitrary<Input>[]): Case => ({ inputs, oracle });

const cases: Readonly<Record<string, Case>> = {
  SUM: of(formulajs.SUM, column),
  COUNT: of(formulajs.COUNT, column),
  COUNTA: of(formulajs.COUNTA, column),
  COUNTBLANK: of(formulajs.COUNTBLANK, column),
  MIN: of(formulajs.MIN, column),
  MAX: of(formulajs.MAX, column),
  // The oracle answers an empty list with NaN instead of #DIV/0!; both are unknown here.
  AVERAGE: of(formulajs.AVERAGE, column),
  // The oracle takes blanks in products for an error; Excel counts them as 0.
  SUMPRODUCT: of(formulajs.SUMPRODUCT, fc.array(amount, { minLength: 1, maxLength: 8 })),
  COUNTIF: of(
    formulajs.COUNTIF,
    fc.array(whole, { minLength: 1 }),
    fc.tuple(fc.constantFrom('>', '<', '>=', '<=', '<>', '='), whole).map(([operator, n]) => `${operator}${String(n)}`),
  ),
  SUMIF: of(
    formulajs.SUMIF,
    fc.array(whole, { minLength: 1 }),
    fc.tuple(fc.constantFrom('>', '<', '>=', '<='), whole).map(([operator, n]) => `${operator}${String(n)}`),
  ),
  ROUND: of(formulajs.ROUND, amount, places),
  ROUNDUP: of(formulajs.ROUNDUP, amount, places),
  ROUNDDOWN: of(formulajs.ROUNDDOWN, amount, places),
  INT: of(formulajs.INT, amount),
  ABS: of(formulajs.ABS, amount),
  // The oracle gives the divisor for negative multiples of it (MOD(-6,3) is 3) where Excel gives 0.
  MOD: of(formulajs.MOD, fc.nat(10_000), fc.nat(100)),
  AND: of(formulajs.AND, flag, flag),
  OR: of(formulajs.OR, flag, flag),
  NOT: of(formulajs.NOT, flag),
  IF: of(formulajs.IF, flag, amount, text),
  IFS: of(formulajs.IFS, flag, amount, fc.constant(true), text),
  IFERROR: of(formulajs.IFERROR, amount, text),
  LEN: of(formulajs.LEN, text),
  // The oracle's TRIM takes every white space for a space; Excel's knows the space alone.
  TRIM: of(formulajs.TRIM, text),
  LEFT: of(formulajs.LEFT, text, count),
  // The oracle gives the whole text for RIGHT(text, 0); Excel gives none.
  RIGHT: of(formulajs.RIGHT, text, fc.integer({ min: 1, max: 9 })),
  // The oracle takes 0 characters for an error; Excel gives the empty text.
  MID: of(formulajs.MID, text, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
  EXACT: of(formulajs.EXACT, text, text),
  SEARCH: of(formulajs.SEARCH, text.filter(Boolean), text),
  FIND: of(formulajs.FIND, text.filter(Boolean), text),
  SUBSTITUTE: of(formulajs.SUBSTITUTE, text, text.filter(Boolean), text),
  UPPER: of(formulajs.UPPER, text),
  LOWER: of(formulajs.LOWER, text),
  ISNUMBER: of(formulajs.ISNUMBER, fc.oneof(amount, text, flag)),
  ISBLANK: of(formulajs.ISBLANK, fc.oneof(amount, text, fc.constant(null))),
  ISERROR: of(formulajs.ISERROR, fc.oneof(amount, text)),
  YEAR: of(formulajs.YEAR, serial),
  MONTH: of(formulajs.MONTH, serial),
  DAY: of(formulajs.DAY, serial),
  // The oracle gives a Date of the machine's time zone, so its parts are compared.
  DATE: of(
    (year: number, month: number, day: number) => {
      const date: unknown = formulajs.DATE(year, month, day);
      assert.ok(date instanceof Date);
      const midnight = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
      return midnight / 86_400_000 + 25_569;
    },
    fc.integer({ min: 1904, max: 9000 }),
    fc.integer({ min: -20, max: 30 }),
    fc.integer({ min: -400, max: 400 }),
  ),
  XLOOKUP: of(
    (sought: Scalar, searched: readonly Scalar[]) => searched.indexOf(sought) + 1 || Unknown,
    fc.integer({ min: 0, max: 5 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }),
    fc.constant([1, 2, 3, 4, 5, 6]),
  ),
};

describe('functions against @formulajs/formulajs', () => {
  for (const [name, { inputs, oracle }] of Object.entries(cases)) {
    it(name, () => {
      fc.assert(
        fc.property(fc.tuple(...inputs), (given) => {
          const expected: unknown = oracle(...(given as never[]));
          const actual = apply(name, given);
          const isError = expected instanceof Error || Number.isNaN(expected) || expected === undefined;
          if (isError) assert.strictEqual(actual, Unknown);
          else if (typeof expected === 'number' && typeof actual === 'number') assertClose(actual, expected);
          else assert.strictEqual(actual, expected);
        }),
        { numRuns: 200 },
      );
    });
  }
});

/** Calls a function with cells for single values and columns for lists. */
function apply(name: string, given: readonly Input[]): Scalar | Unknown {
  const names = given.map((input, index) => (Array.isArray(input) ? `t[${String(index)}]` : `[@${String(index)}]`));
  // A criterion is written into the formula: one in a cell is taken for that very value.
  const criterion = name === 'COUNTIF' || name === 'SUMIF' ? `"${String(given[1])}"` : names[1];
  const list = names.map((reference, index) => (index === 1 ? criterion : reference)).join(',');
  return compileExpression(parseExpression(`=${name}(${list})`))({
    cell: (index) => single(given[Number(index)]),
    field: () => null,
    column: (_, index) => several(given[Number(index)]),
    rows: () => 0,
  });
}

function single(input: Input | undefined): Scalar {
  return typeof input === 'object' || input === undefined ? null : input;
}

function several(input: Input | undefined): readonly Scalar[] {
  return typeof input === 'object' && input !== null ? input : [];
}

/** The oracle adds in binary: it may be off in the 13th digit, ours may not (see the tables). */
function assertClose(actual: number, expected: number): void {
  assert.ok(
    Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${String(actual)} is not ${String(expected)}`,
  );
}
