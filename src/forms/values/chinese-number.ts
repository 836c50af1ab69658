const DIGITS = new Map<string, number>();
for (const spelling of [
  '零一二三四五六七八九',
  '〇壹贰叁肆伍陆柒捌玖',
  '○壹貳叁肆伍陸柒捌玖',
  'Ｏ一两参四五六七八九',
]) {
  Array.from(spelling, (character, digit) => DIGITS.set(character, digit));
}
DIGITS.set('O', 0).set('o', 0).set('０', 0).set('兩', 2).set('參', 3);

const SMALL_UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);
const LARGE_UNITS = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);
const NUMERAL = /^[零〇○一二三四五六七八九两兩壹贰貳叁参參肆伍陆陸柒捌玖十拾百佰千仟万萬亿億]{1,24}/u;

/** 一百二 is 120 in speech and 102 by the letter: nobody can tell. */
const ENDS_IN_SPEECH = /[百佰千仟万萬亿億][一二三四五六七八九两兩壹贰貳叁参參肆伍陆陸柒捌玖]$/u;

/** The Chinese numeral that a text begins with; `''` where it begins with none. */
export function leadingChineseNumeral(text: string): string {
  return NUMERAL.exec(text)?.[0] ?? '';
}

/** The value of one Chinese digit, also 〇, ○ and a letter O that stands for them. */
export function chineseDigit(character: string): number | undefined {
  return DIGITS.get(character);
}

/**
 * A whole number in Chinese numerals, everyday or financial: 十二, 拾, 两百零五, 伍佰万, 二〇二四; `undefined` for what
 * is none (万三, 一一十). How an amount in capitals must be spelled is not judged here.
 */
export function readChineseNumber(text: string): number | undefined {
  const characters = Array.from(text);
  if (characters.length === 0 || characters.length > 24 || ENDS_IN_SPEECH.test(text)) return undefined;
  const digits = characters.map((character) => DIGITS.get(character));
  if (characters.length > 1 && digits.every((digit) => digit !== undefined)) return Number(digits.join(''));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastSmall = Infinity;
  let lastLarge = Infinity;
  for (const character of characters) {
    const value = DIGITS.get(character);
    const small = SMALL_UNITS.get(character);
    const large = LARGE_UNITS.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (small !== undefined) {
      if (small >= lastSmall || (digit === undefined && (small !== 10 || section > 0))) return undefined;
      section += (digit ?? 1) * small;
      digit = undefined;
      lastSmall = small;
    } else if (large !== undefined) {
      section += digit ?? 0;
      if (section === 0 || large >= lastLarge) return undefined;
      total += section * large;
      section = 0;
      digit = undefined;
      lastSmall = Infinity;
      lastLarge = large;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}
