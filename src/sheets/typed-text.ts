/** What numbers, dates and times are written with, in Chinese too. */
const NUMBER_ALPHABET =
  /^[\d０-９.,．，。、/\\／\-－—:：%％+()（）$＄￥¥€£\s年月日号时時分秒点上下午星期周〇零一二三四五六七八九十]+$/;
const HAS_NUMBER = /[\d０-９〇零一二三四五六七八九十]/;
const MONTH = /(?:^|[^a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Nothing that people write for a number, a date or a truth value is longer. */
const LONGEST_NUMBER = 60;

/**
 * Whether a text is plainly one, so that a cell of any number format keeps it as it is where somebody types it or a
 * program sets it: Excel and WPS make numbers, dates, truth values, errors and formulas of what looks like them, each in
 * its own way, and what either might take is not plain.
 */
export function staysText(text: string): boolean {
  const trimmed = text.trim();
  if (/^[=+\-@'"#＝＋－＠]/.test(trimmed)) return false;
  if (trimmed === '' || trimmed.length > LONGEST_NUMBER) return true;
  if (/^(?:true|false)$/i.test(trimmed)) return false;
  if (!HAS_NUMBER.test(trimmed)) return true;
  const withoutLetters = trimmed.replace(/(\d\.?)e(?=[+-]?\d)/i, '$1').replace(/\s*[ap]m?$/i, '');
  return !NUMBER_ALPHABET.test(withoutLetters) && !MONTH.test(trimmed);
}
