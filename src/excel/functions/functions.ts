import { checkValue } from './check-value.ts';
import type { CustomFunction } from './custom-function.ts';
import { rmb } from './rmb.ts';
import { rmbValue } from './rmb-value.ts';

/** What stands before each function's name in a formula. */
export const NAMESPACE = 'TIANBAO';

/** The functions for formulas, as Excel lists them. */
export const CUSTOM_FUNCTIONS: readonly CustomFunction[] = [rmb, rmbValue, checkValue];
