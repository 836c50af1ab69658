import { foldValue } from '../forms/fold.ts';

const PLAIN = /^[\u4E00-\u9FFFa-z0-9]*$/;
const PUNCTUATION = /[\p{P}\p{S}]+/gu;
const NUMBER_AT_END = /^([^]*[^\da-z])\d{1,3}$/;

/** What two spellings of one name have in common: width, letter case, blanks and traditional characters do not count. */
export function nameKey(text: string): string {
  return foldValue(text);
}

/** As {@link nameKey}, and punctuation does not count either; of a name of nothing else it does. */
export function looseNameKey(text: string): string {
  const key = nameKey(text);
  if (PLAIN.test(key)) return key;
  return key.replace(PUNCTUATION, '') || key;
}

/**
 * The key of a name without the number it ends in, where dragging a cell down may have put it there; `undefined` for
 * years and longer numbers, for numbers behind a Latin letter (PM10), and for names without a number or of nothing else.
 */
export function keyWithoutNumber(text: string): string | undefined {
  const last = text.charCodeAt(text.length - 1);
  if (last < 0x30 || (last > 0x39 && last < 0xff10) || last > 0xff19) return undefined;
  return NUMBER_AT_END.exec(nameKey(text))?.[1];
}
