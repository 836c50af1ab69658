import type { PatternType } from '../form.ts';

/** A standard whose codes end in a check character computed from those before it. */
type Checksum = NonNullable<PatternType['checksum']>;

/** GB 32100—2015, table 2: the characters of a 统一社会信用代码, each worth its place; I, O, S, V and Z are not used. */
const CREDIT_CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 11643—1999 (ISO 7064, MOD 11-2): the check characters of a 公民身份号码, by remainder. */
const IDENTITY_CHECKS = '10X98765432';
const LENGTH = 18;

/** Whether a code of 18 characters ends in the character that its standard computes from the others. */
export function hasRightChecksum(code: string, checksum: Checksum): boolean {
  if (code.length !== LENGTH) return false;
  return checksum === 'GB 32100' ? creditCheck(code) === code.at(-1) : identityCheck(code) === code.at(-1);
}

/** 31 − Σ value × 3^place mod 31, and 31 counts as 0. */
function creditCheck(code: string): string | undefined {
  const sum = weighted(code, CREDIT_CODE, (place) => 3 ** place % 31);
  return sum === undefined ? undefined : CREDIT_CODE[(31 - (sum % 31)) % 31];
}

function identityCheck(code: string): string | undefined {
  const sum = weighted(code, '0123456789', (place) => 2 ** (LENGTH - 1 - place) % 11);
  return sum === undefined ? undefined : IDENTITY_CHECKS[sum % 11];
}

/** The weighted sum of all characters but the last; `undefined` where one has no value. */
function weighted(code: string, characters: string, weightOf: (place: number) => number): number | undefined {
  let sum = 0;
  for (let place = 0; place < LENGTH - 1; place++) {
    const value = characters.indexOf(code.charAt(place));
    if (value < 0) return undefined;
    sum += value * weightOf(place);
  }
  return sum;
}
