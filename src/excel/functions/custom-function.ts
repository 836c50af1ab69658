import type { Wording } from '../../forms/form.ts';
import type { Language } from '../../forms/language.ts';

/** What Excel hands to a function for a cell; an empty one comes as `''`, `null` or `0`, as its type has it. */
export type Argument = string | number | boolean | null | undefined;

/** A value, or a range row by row. */
export type Arguments = readonly (Argument | readonly (readonly Argument[])[])[];

/** What a cell shows. */
export type FunctionResult = string | number;

export interface Parameter {
  /** As Excel shows it in the hint while a formula is typed: one word. */
  readonly name: Wording;
  readonly description: Wording;
  readonly type: 'any' | 'string';
  readonly dimensionality: 'scalar' | 'matrix';
}

/** A function for formulas, with all that Excel shows of it. */
export interface CustomFunction {
  /** Behind `TIANBAO.`; it never changes, for it stands in people's workbooks. */
  readonly id: string;
  readonly description: Wording;
  readonly parameters: readonly Parameter[];
  readonly result: 'string' | 'any';
  /** @throws FunctionProblem where the cell is to show #VALUE! */
  compute(given: Arguments, language: Language): FunctionResult;
}

/** Why a function has no result, in the user's language; Excel shows it at the error of the cell. */
export class FunctionProblem extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'FunctionProblem';
  }
}

/** The one value of an argument: of a range its only cell. */
export function scalarOf(argument: Arguments[number]): Argument {
  return isRange(argument) ? argument[0]?.[0] : argument;
}

/** All values of an argument, row by row. */
export function valuesOf(argument: Arguments[number]): readonly Argument[] {
  return isRange(argument) ? argument.flat() : [argument];
}

function isRange(argument: Arguments[number]): argument is readonly (readonly Argument[])[] {
  return Array.isArray(argument);
}

export function isBlank(argument: Argument): argument is '' | null | undefined {
  return argument === null || argument === undefined || (typeof argument === 'string' && argument.trim() === '');
}
