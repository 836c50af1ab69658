import { isReference, parse, parseA1Ref, tokenize } from '@borgar/fx/xlsx';
import { append } from '../sheets/lists.ts';
import { takesArguments } from './function-arguments.ts';

/** What a name may be made of; the parser takes full-width brackets for letters. */
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.?\\]*$/u;

/** Of these a file keeps more than their text: metadata, or names of their own. */
const NOT_AS_TEXT = new Set(['LET', 'LAMBDA', 'MAP', 'REDUCE', 'SCAN', 'BYROW', 'BYCOL', 'MAKEARRAY']);

/**
 * Functions that are younger than the file format: a file has them with a prefix ([MS-XLSX] 2.2.2, future functions),
 * without which Excel shows `#NAME?`.
 */
const FUTURE = new Set(
  (
    'ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR ' +
    'BITRSHIFT BITXOR CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST COMBINA ' +
    'CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL ECMA.CEILING ERF.PRECISE ' +
    'ERFC.PRECISE EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FLOOR.MATH FLOOR.PRECISE FORECAST.LINEAR FORMULATEXT ' +
    'GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH ' +
    'IMTAN ISFORMULA ISOWEEKNUM LOGNORM.DIST LOGNORM.INV MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST ' +
    'NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC ' +
    'PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ RRI SEC SECH SHEET SHEETS SKEW.P STDEV.P ' +
    'STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TEXTJOIN UNICHAR UNICODE VAR.P VAR.S WEIBULL.DIST ' +
    'XLOOKUP XMATCH XOR Z.TEST TEXTBEFORE TEXTAFTER'
  ).split(' '),
);

/** Their results spill over other cells, for which a file has an array formula. */
const SPILLING = new Set(
  (
    'FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY TEXTSPLIT VSTACK HSTACK TOCOL TOROW WRAPROWS WRAPCOLS TAKE DROP ' +
    'CHOOSECOLS CHOOSEROWS EXPAND'
  ).split(' '),
);

/**
 * A formula that somebody has typed, as a file has it; `undefined` where a file with it might not open: no formula by
 * its syntax, a function with too few or too many arguments, another file in it, a sheet that is not there, a table, or what a file keeps otherwise than as text.
 * @param formula without `=`
 * @param sheets the names of the workbook's sheets
 */
export function typedFormula(formula: string, sheets: readonly string[]): string | undefined {
  const known = new Set(sheets.map((sheet) => sheet.toLowerCase()));
  try {
    const tokens = tokenize(formula, { mergeRefs: true });
    if (!callsAreWhole(parse(tokens))) return undefined;
    const texts = tokens.map(({ type, value }) => {
      if (type === 'structured' || value === '#' || value === '@') return undefined;
      if (type === 'func') return functionName(value);
      if (!isReference({ type })) return value;
      const parsed = parseA1Ref(value);
      if (!parsed || parsed.workbookName) return undefined;
      if ('name' in parsed && !NAME.test(parsed.name)) return undefined;
      const { sheetName = '' } = parsed;
      return sheetName !== '' && !known.has(sheetName.toLowerCase()) ? undefined : value;
    });
    return texts.includes(undefined) ? undefined : texts.join('');
  } catch {
    return undefined;
  }
}

/** Whether every function in a formula's tree has as many arguments as it takes. */
function callsAreWhole(tree: unknown): boolean {
  // A list instead of calls within calls: a formula may be nested deeper than the stack is.
  const left: unknown[] = [tree];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== 'object' || node === null) continue;
    const { type, callee, arguments: given } = node as Partial<CallNode>;
    if (given === undefined) {
      append(left, Object.values(node) as readonly unknown[]);
      continue;
    }
    if (
      type === 'CallExpression' &&
      callee?.name !== undefined &&
      !takesArguments(plainName(callee.name), given.length)
    )
      return false;
    append(left, given);
  }
  return true;
}

interface CallNode {
  readonly type: string;
  readonly callee: { readonly name?: string };
  readonly arguments: readonly unknown[];
}

function plainName(name: string): string {
  return name.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/, '');
}

function functionName(name: string): string | undefined {
  const plain = plainName(name);
  if (NOT_AS_TEXT.has(plain) || SPILLING.has(plain)) return undefined;
  return FUTURE.has(plain) ? `_xlfn.${plain}` : plain;
}

/** A formula of a file as one types it: without the prefixes of younger functions. */
export function shownFormula(formula: string): string {
  return formula.includes('_xl') ? formula.replace(/_xl(?:fn|ws)\.(?=[A-Z._])/g, '') : formula;
}
