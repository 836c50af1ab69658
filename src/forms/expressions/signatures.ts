/** What a function may be given, so that a formula can be judged when it is written. */
export interface Signature {
  readonly least: number;
  readonly most: number;
  /** Its result: one value whatever it is given, or one for each element of a column or array it is given. */
  readonly yields: 'one' | 'each';
  /** The arguments (from 0) that must be a column as it stands. */
  readonly columns?: readonly number[];
  /** Arguments come in pairs. */
  readonly pairs?: boolean;
}

/** Excel allows this many arguments. */
const MANY = 255;

const SIGNATURES: ReadonlyMap<string, Signature> = new Map([
  ...names('SUM COUNT COUNTA MIN MAX AVERAGE SUMPRODUCT AND OR', { least: 1, most: MANY, yields: 'one' }),
  ['COUNTBLANK', { least: 1, most: 1, yields: 'one', columns: [0] }],
  ['COUNTIF', { least: 2, most: 2, yields: 'each', columns: [0] }],
  ['SUMIF', { least: 2, most: 3, yields: 'each', columns: [0, 2] }],
  ['XLOOKUP', { least: 3, most: 4, yields: 'each', columns: [1, 2] }],
  ['ROWS', { least: 1, most: 1, yields: 'one' }],
  ...names('ABS INT NOT LEN TRIM UPPER LOWER VALUE YEAR MONTH DAY ISNUMBER ISBLANK ISERROR', {
    least: 1,
    most: 1,
    yields: 'each',
  }),
  ...names('ROUND ROUNDUP ROUNDDOWN MOD EXACT IFERROR TEXT', { least: 2, most: 2, yields: 'each' }),
  ...names('LEFT RIGHT', { least: 1, most: 2, yields: 'each' }),
  ...names('MID DATE', { least: 3, most: 3, yields: 'each' }),
  ...names('SEARCH FIND', { least: 2, most: 3, yields: 'each' }),
  ['SUBSTITUTE', { least: 3, most: 4, yields: 'each' }],
  ['IF', { least: 2, most: 3, yields: 'each' }],
  ['IFS', { least: 2, most: MANY - 1, yields: 'each', pairs: true }],
]);

/** The signature of a function by its name in capitals, `undefined` where there is no such function. */
export function signatureOf(name: string): Signature | undefined {
  return SIGNATURES.get(name);
}

function names(list: string, signature: Signature): [string, Signature][] {
  return list.split(' ').map((name) => [name, signature]);
}
