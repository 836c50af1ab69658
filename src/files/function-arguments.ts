/** How many arguments functions take (ECMA-376 part 1, 18.17.7), the fewest and the most; of others nothing is said. */
const ARGUMENTS: readonly (readonly [fewest: number, most: number, functions: string])[] = [
  [0, 0, 'FALSE NA NOW PI RAND TODAY TRUE'],
  [0, 1, 'COLUMN ROW'],
  [
    ...([1, 1] as const),
    'ABS ACOS ACOSH ASIN ASINH ATAN ATANH CHAR CLEAN CODE COLUMNS COS COSH COUNTBLANK DATEVALUE DAY DEGREES EVEN EXP FACT ' +
      'HOUR INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISREF ISTEXT LEN LENB LN LOG10 LOWER ' +
      'MINUTE MONTH N NOT ODD PROPER RADIANS ROWS SECOND SIGN SIN SINH SQRT T TAN TANH TIMEVALUE TRANSPOSE TRIM TYPE UPPER ' +
      'VALUE YEAR',
  ],
  [1, 2, 'HYPERLINK INDIRECT LEFT LEFTB LOG RIGHT RIGHTB TRUNC WEEKDAY WEEKNUM'],
  [1, 3, 'FIXED NUMBERVALUE'],
  [
    ...([1, Infinity] as const),
    'AND AVERAGE AVERAGEA CONCAT CONCATENATE COUNT COUNTA GCD LCM MAX MEDIAN MIN MODE OR PRODUCT STDEV STDEVP SUM SUMPRODUCT ' +
      'SUMSQ VAR VARP',
  ],
  [
    ...([2, 2] as const),
    'ATAN2 CEILING COUNTIF DAYS EDATE EOMONTH EXACT FLOOR IFERROR IFNA LARGE MOD MROUND PERCENTILE POWER QUARTILE QUOTIENT ' +
      'RANDBETWEEN REPT ROUND ROUNDDOWN ROUNDUP SMALL TEXT',
  ],
  [2, 3, 'AVERAGEIF DAYS360 FIND FINDB IF LOOKUP MATCH NETWORKDAYS RANK SEARCH SEARCHB SUMIF WORKDAY YEARFRAC'],
  [2, 4, 'INDEX XMATCH'],
  [2, 5, 'ADDRESS'],
  [2, Infinity, 'CHOOSE COUNTIFS IFS SUBTOTAL'],
  [3, 3, 'DATE DATEDIF MID MIDB TIME'],
  [3, 4, 'HLOOKUP SUBSTITUTE VLOOKUP'],
  [3, 5, 'OFFSET'],
  [3, 6, 'XLOOKUP'],
  [3, Infinity, 'AVERAGEIFS MAXIFS MINIFS SUMIFS SWITCH TEXTJOIN'],
  [4, 4, 'REPLACE REPLACEB'],
];

const BY_NAME: ReadonlyMap<string, readonly [fewest: number, most: number]> = new Map(
  ARGUMENTS.flatMap(([fewest, most, functions]) => functions.split(' ').map((name) => [name, [fewest, most]])),
);

/**
 * Whether a function may be called with so many arguments. Excel takes a formula with too few or too many out of the file,
 * and says that the file is damaged.
 * @param name in capitals, without the prefixes of a file
 */
export function takesArguments(name: string, count: number): boolean {
  const known = BY_NAME.get(name);
  return known === undefined || (count >= known[0] && count <= known[1]);
}
