import type { CellValue } from '../../sheets/grid.ts';
import type { Reader, Reading, Remark } from '../reading.ts';
import { remark } from './cases.ts';
import { parsePhone, phonesIn, withLostZero } from './phone-number.ts';
import { read, textOf, unreadable, withoutValue } from './outcomes.ts';

const LONGEST = 200;
/** Letters that pass for digits in print. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['o', '0'],
  ['〇', '0'],
  ['○', '0'],
  ['l', '1'],
  ['I', '1'],
]);

/** Phone numbers of the mainland, mobile or landline; the value is the tidy number, several joined by 、. */
export const readPhone: Reader = (cell) => {
  const early = withoutValue(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (text.length > LONGEST) return unreadable(cell.value, text, [remark('not-a-phone', { text })]);
  const folded = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u30fc_~]+/gu, '-')
    .replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[ ;,。、.]+$/u, '')
    .trim();
  const phone = parsePhone(folded);
  if (phone) {
    const remarks = phone.areaCode === '' && phone.kind === 'landline' ? [remark('phone-no-area-code', { text })] : [];
    if (remarks.length > 0 || phone.normal === text) return read(cell.value, text, phone.normal, remarks);
    return tidied(cell.value, text, phone.normal, 'phone-tidied');
  }
  const restored = withLostZero(folded);
  if (restored) {
    const name = typeof cell.value === 'number' ? 'phone-zero-lost' : 'phone-zero-missing';
    return tidied(cell.value, text, restored.normal, name);
  }
  return severalOrNone(cell.value, text, folded);
};

type Tidied = 'phone-tidied' | 'phone-zero-lost' | 'phone-zero-missing';

function tidied(raw: CellValue, text: string, normal: string, name: Tidied): Reading {
  return read(raw, text, normal, [remark(name, { text, normal }, { normal })]);
}

/** Numbers among other words or numbers; a rest with digits in it means that one of them could not be read. */
function severalOrNone(raw: CellValue, text: string, folded: string): Reading {
  const misspelt = withLetters(text, folded);
  if (misspelt) return unreadable(raw, text, [misspelt]);
  const { phones, rest } = phonesIn(folded);
  const words = rest.replace(/[\s/、,，;；:|()（）.-]+/gu, ' ').trim();
  if (phones.length === 0 || /\d{4}/u.test(words)) return unreadable(raw, text, [problemOf(text, folded)]);
  const value = phones.join('、');
  if (words !== '') return read(raw, text, value, [remark('phone-with-words', { text, phones, words })]);
  return read(raw, text, value, [remark('several-phones', { text, phones })]);
}

/** A number with letters for digits: what stands behind the letter must not be taken for a shorter number. */
function withLetters(text: string, folded: string): Remark | undefined {
  const letters = Array.from(folded).filter((character) => LOOKALIKES.has(character));
  if (letters.length === 0) return undefined;
  const mended = Array.from(folded, (character) => LOOKALIKES.get(character) ?? character).join('');
  return parsePhone(mended) && remark('phone-letters', { text, letters: [...new Set(letters)].join('') });
}

/** Why a text is no phone number. */
function problemOf(text: string, folded: string): Remark {
  const digits = folded.replace(/\D/gu, '').length;
  if (digits < 3 || /[A-Za-z]{2}/u.test(folded)) return remark('not-a-phone', { text });
  const isMobile = digits === 11 && !/^\D*0/u.test(folded);
  return isMobile ? remark('phone-beginning', { text }) : remark('phone-digit-count', { text, digits });
}
