const LONGEST = 100;

/**
 * Whether a number format code (ECMA-376 part 1, 18.8.31) shows a number as a date: it has a year or day, or a month
 * that is not a minute. Colours, conditions, locales, quoted and escaped text do not count.
 */
export function isDateFormat(code: string): boolean {
  if (code === 'General' || code === '@') return false;
  const section = code.split(';', 1)[0] ?? '';
  const bare = section
    .replace(/"[^"]*"?/gu, '')
    .replace(/\[[^\]]*\]?/gu, '')
    .replace(/[\\_*]./gu, '')
    .replace(/am\/pm|a\/p|上午\/下午/giu, '')
    .toLowerCase();
  // G and E are an era's year (ggge"年"), but General and 0.00E+00 have them too.
  if (bare.includes('general')) return false;
  return /[yd]|g+e|年|月|日/u.test(bare) || (bare.includes('m') && !/[hs]/u.test(bare));
}

/** Whether a number format code shows a unit behind the number: `0.00"万元"`. */
export function showsUnit(code: string, unit: string): boolean {
  const section = code.split(';', 1)[0] ?? '';
  const shown = section.replace(/["\\]|[_*]./gu, '').replace(/\[[^\]]*\]?/gu, '');
  const behind = /(?<![\p{Script=Han}])\p{Script=Han}+$/u.exec(shown.trim())?.[0];
  return behind === unit;
}

/** Whether a number format code shows at most so many decimals, whatever the cell holds. */
export function showsAtMost(code: string, decimals: number): boolean {
  const section = code.split(';', 1)[0] ?? '';
  const bare = section
    .replace(/"[^"]*"?/gu, '')
    .replace(/\[[^\]]*\]?/gu, '')
    .replace(/[\\_*]./gu, '');
  if (bare.length > LONGEST) return false;
  const match = /^[^0#?.]*[0#?,]+(?:\.([0#?]*))?[^0#?.]*$/u.exec(bare);
  return match !== null && !/[%/e]/iu.test(bare) && (match[1]?.length ?? 0) <= decimals;
}
