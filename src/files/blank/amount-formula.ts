/**
 * An amount in capitals as a formula of plain text functions, so that Excel, WPS and LibreOffice give the same whatever
 * their language: the formats for Chinese capitals ([DBNum2]) differ between them. 《支付结算办法》附一 has the rules.
 */

/** The places of an amount of up to fourteen digits in 分, from 仟亿 to 分. */
export const AMOUNT_UNITS = '仟佰拾亿仟佰拾万仟佰拾元角分';
const CAPITALS = '零壹贰叁肆伍陆柒捌玖';
/** What does not fit the places is left to the hand. */
const LARGEST = '999999999999.99';

/**
 * What changes from `0仟0佰0拾1亿…` to capitals, in order. `@` is the beginning; zeros before it are dropped, those of a
 * group whose thousands stand for themselves are said once.
 */
export const AMOUNT_STEPS: readonly (readonly [from: string, to: string])[] = [
  ['0仟', '0'],
  ['0佰', '0'],
  ['0拾', '0'],
  ['00', '0'],
  ['00', '0'],
  ['@0亿', '@'],
  ['@0万', '@'],
  ['亿0万', '亿0'],
  ['00', '0'],
  ['0亿', '亿'],
  ['0万', '万'],
  ['@0元', '@'],
  ['0元', '元'],
  ['0角0分', '整'],
  ['0角', '0'],
  ['0分', ''],
  ['@0', '@'],
  ['@', ''],
];

/**
 * @param amount A formula for the amount in 元, or a reference.
 * @param filled A formula that says whether there is an amount at all; where not, the result is an empty text.
 */
export function amountInWordsFormula(amount: string, filled: string): string {
  const places = Array.from(AMOUNT_UNITS, (unit) => `0""${unit}""`).join('');
  const digits = `TEXT(ROUND((${amount})*100,0),"${places}")`;
  const cleaned = AMOUNT_STEPS.reduce((text, [from, to]) => `SUBSTITUTE(${text},"${from}","${to}")`, `"@"&${digits}`);
  const words = Array.from(CAPITALS).reduce(
    (text, capital, digit) => `SUBSTITUTE(${text},"${String(digit)}","${capital}")`,
    cleaned,
  );
  const isWritable = `AND(${filled},ROUND((${amount})*100,0)>=0,(${amount})<=${LARGEST})`;
  return `IFERROR(IF(${isWritable},IF(ROUND((${amount})*100,0)=0,"零元整",${words}),""),"")`;
}
