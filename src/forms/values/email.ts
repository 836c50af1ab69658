import type { Reader } from '../reading.ts';
import { remark } from './cases.ts';
import { read, textOf, unreadable, withoutValue } from './outcomes.ts';

/** RFC 5321's limits, and the names that public mail services give: no quoted local parts, no address literals. */
const LONGEST = 254;
const ADDRESS = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/iu;

/** An e-mail address; several are joined by 、. */
export const readEmail: Reader = (cell) => {
  const early = withoutValue(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (isAddress(text)) return read(cell.value, text, text);
  const folded = text
    .normalize('NFKC')
    .replace(/。/gu, '.')
    .replace(/[\u200b-\u200f\ufeff]/gu, '')
    .replace(/^(?:mailto|e-?mail|邮箱|电子邮箱|电子邮件)[:\s]*/iu, '');
  // A blank elsewhere stands between an address and another word.
  const whole = folded.replace(/\s*([@.])\s*/gu, '$1').replace(/[\s.,;、]+$/u, '');
  if (isAddress(whole)) {
    return read(cell.value, text, whole, [remark('email-tidied', { text, normal: whole }, { normal: whole })]);
  }
  const emails = folded.split(/[\s,;、/]+/u).filter((part) => part !== '');
  if (emails.length > 1 && emails.every(isAddress)) {
    return read(cell.value, text, emails.join('、'), [remark('several-emails', { text, emails })]);
  }
  return unreadable(cell.value, text, [remark('not-an-email', { text })]);
};

function isAddress(text: string): boolean {
  return text.length <= LONGEST && text.includes('@') && ADDRESS.test(text);
}
