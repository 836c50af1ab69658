import type { Language } from '../../forms/language.ts';
import { FunctionProblem, type Arguments, type FunctionResult } from './custom-function.ts';
import { CUSTOM_FUNCTIONS } from './functions.ts';

/** What office.js offers to functions under the name `CustomFunctions`. */
export interface FunctionsRuntime {
  associate(id: string, compute: (...given: Arguments) => FunctionResult): void;
  /** An error for the cell; the text of #VALUE! is shown at it. */
  readonly Error: new (code: string, sentence?: string) => Error;
  readonly ErrorCode: { readonly invalidValue: string };
}

/**
 * Makes the functions known to Excel. To be called while the page loads.
 * @param language of what is wrong, asked for at each computation
 */
export function registerFunctions(runtime: FunctionsRuntime, language: () => Language): void {
  for (const known of CUSTOM_FUNCTIONS) {
    runtime.associate(known.id, (...given) => {
      try {
        return known.compute(given, language());
      } catch (error) {
        if (!(error instanceof FunctionProblem)) throw error;
        throw new runtime.Error(runtime.ErrorCode.invalidValue, error.message);
      }
    });
  }
}
