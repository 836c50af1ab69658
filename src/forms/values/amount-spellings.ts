import nzh from 'nzh/cn';

/** The largest amount written or read, in fen: 9万亿 and some; a number keeps it to the fen. */
export const LARGEST_FEN = 999_999_999_999_999;

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const WAN = 10_000;
const YI = 100_000_000;

/** What may stand before the amount. */
const PREFIXES = ['', '人民币', '人民币 ', '人民币：', '人民币: '];

/** "也应受理": the traditional characters of those the rule lists. */
const TRADITIONAL: readonly (readonly [string, string])[] = [
  ['万', '萬'],
  ['亿', '億'],
  ['圆', '圓'],
  ['贰', '貳'],
  ['叁', '參'],
  ['陆', '陸'],
  ['人民币', '人民幣'],
];

/**
 * An amount in capitals, in one right spelling: `伍仟伍佰元整`, `壹仟肆佰零玖元伍角`, `伍分`.
 * 《支付结算办法》附一 (正确填写票据和结算凭证的基本规定).
 * @param fen a whole number of fen from 0 to {@link LARGEST_FEN}
 * @throws RangeError for any other number
 */
export function writeAmountInWords(fen: bigint | number): string {
  const { yuan, jiao, rest } = split(fen);
  // Given no more decimals than there are: behind `5.00` the library leaves the 整 out.
  const decimals = rest > 0 ? `.${String(jiao)}${String(rest)}` : jiao > 0 ? `.${String(jiao)}` : '';
  return nzh.toMoney(`${String(yuan)}${decimals}`, { outSymbol: false });
}

/**
 * The allowed spellings of an amount in 元 and 整, without 人民币: they differ in the 零 that may be written or left out
 * and in the 整 behind 角. At most 16.
 */
export function plainSpellings(fen: bigint | number): readonly string[] {
  const { yuan, jiao, rest } = split(fen);
  if (jiao === 0 && rest === 0) return yuan === 0 ? ['零元整'] : wholeSpellings(yuan).map((whole) => `${whole}元整`);
  const small = `${jiao > 0 ? `${digit(jiao)}角` : ''}${rest > 0 ? `${digit(rest)}分` : ''}`;
  const endings = rest > 0 ? [small] : [small, `${small}整`];
  if (yuan === 0) return endings;
  const zeros = jiao === 0 ? ['零'] : yuan % 10 === 0 ? ['', '零'] : [''];
  return wholeSpellings(yuan).flatMap((whole) =>
    zeros.flatMap((zero) => endings.map((ending) => `${whole}元${zero}${ending}`)),
  );
}

/**
 * Every allowed spelling of an amount, bounded: 元 or 圆, 整 or 正, with or without 人民币, simplified or traditional.
 * Spaces, which may stand anywhere, are left out.
 */
export function* spellingsOf(fen: bigint | number): Iterable<string> {
  for (const plain of plainSpellings(fen)) {
    const currencies = plain.includes('元') ? [plain, plain.replace('元', '圆')] : [plain];
    for (const spelling of currencies.flatMap((it) => (it.endsWith('整') ? [it, `${it.slice(0, -1)}正`] : [it]))) {
      for (const prefix of PREFIXES) {
        const whole = `${prefix}${spelling}`;
        const traditional = toTraditional(whole);
        yield whole;
        if (traditional !== whole) yield traditional;
      }
    }
  }
}

function split(fen: bigint | number): { readonly yuan: number; readonly jiao: number; readonly rest: number } {
  const amount = Number(fen);
  if (!Number.isInteger(amount) || amount < 0 || amount > LARGEST_FEN) {
    throw new RangeError(`not an amount in fen: ${String(fen)}`);
  }
  return { yuan: Math.floor(amount / 100), jiao: Math.floor(amount / 10) % 10, rest: amount % 10 };
}

/** A whole number above 0, by its 亿 and what is below. */
function wholeSpellings(whole: number): readonly string[] {
  if (whole < YI) return belowYi(whole);
  const high = Math.floor(whole / YI);
  return joined(belowYi(high), '亿', high % 10, whole % YI, 8, belowYi);
}

/** By its 万 and what is below. */
function belowYi(whole: number): readonly string[] {
  if (whole < WAN) return [belowWan(whole)];
  const high = Math.floor(whole / WAN);
  return joined([belowWan(high)], '万', high % 10, whole % WAN, 4, (low) => [belowWan(low)]);
}

/** The spellings of a number put together from those of its higher and lower places (`width` digits). */
function joined(
  high: readonly string[],
  unit: string,
  lastDigit: number,
  low: number,
  width: number,
  spell: (low: number) => readonly string[],
): readonly string[] {
  if (low === 0) return high.map((spelling) => `${spelling}${unit}`);
  const zeros = zerosBetween(lastDigit, width - String(low).length);
  return high.flatMap((first) =>
    zeros.flatMap((zero) => spell(low).map((second) => `${first}${unit}${zero}${second}`)),
  );
}

/**
 * What stands between two groups of four places. Zeros in the middle are one 零; where 万 is 0 but 千 is not, it may be
 * left out, also when 万 is one of several zeros. The rule speaks of 万 alone; 亿 and 千万 are taken likewise.
 */
function zerosBetween(lastDigit: number, leadingZeros: number): readonly string[] {
  if (leadingZeros === 0) return lastDigit === 0 ? ['', '零'] : [''];
  return leadingZeros === 4 ? ['零', ''] : ['零'];
}

/** Up to four places; zeros in the middle are one 零. */
function belowWan(number: number): string {
  let text = '';
  for (let place = PLACES.length - 1; place >= 0; place--) {
    const value = Math.floor(number / 10 ** place) % 10;
    if (value > 0) text += `${digit(value)}${PLACES[place] ?? ''}`;
    else if (text !== '' && number % 10 ** place > 0 && !text.endsWith('零')) text += '零';
  }
  return text;
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}

function toTraditional(text: string): string {
  return TRADITIONAL.reduce((converted, [simple, traditional]) => converted.replaceAll(simple, traditional), text);
}
