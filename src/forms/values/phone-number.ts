/** A phone number taken apart; `normal` is the spelling we offer: 13800138000, 0571-87052114, 0571-87052114-8001. */
export interface PhoneNumber {
  readonly kind: 'mobile' | 'landline' | 'service';
  /** With its leading 0; `''` where it is not given or there is none. */
  readonly areaCode: string;
  readonly normal: string;
}

/** The numbering plan of the mainland (公用电信网编号计划): mobile numbers begin with 13 to 19. */
const MOBILE = /^1[3-9]\d{9}$/u;
/** 010, 020 to 029 (026 is not given out), and four digits from 0310 to 0999. */
const AREA = /^(?:010|02[0-57-9]|0[3-9]\d{2})$/u;
const LOCAL = /^[2-9]\d{6,7}$/u;
/** 12345, 110, 95588, 400-820-8820. */
const SHORT = /^(?:1[012]\d{1,3}|9[56]\d{3,4})$/u;
const TOLL = /^([48]00)(\d{3})(\d{4})$/u;
const COUNTRY = /^(?:\(?(?:\+|00)86\)?[- ]?|86[- ])(?=[\d(])/u;
const EXTENSION = /^(.*\d)(?:转|ext\.?|分机)(\d{1,6})$/iu;
const DASHED_EXTENSION = /^(\(?0\d{2,3}\)?-?[2-9]\d{6,7}|[2-9]\d{6,7})-(\d{1,6})$/u;

/** Reads a text (width folded, dashes as `-`) that is one phone number and nothing else. */
export function parsePhone(text: string): PhoneNumber | undefined {
  const national = text.replace(COUNTRY, '');
  const close = national.replace(/[ .·]/gu, '');
  const extended = EXTENSION.exec(close) ?? DASHED_EXTENSION.exec(close);
  const main = extended?.[1] ?? close;
  if (!/^[\d()-]+$/u.test(main)) return undefined;
  const groups = main.split(/[()-]+/u).filter((group) => group !== '');
  const digits = groups.join('');
  const international = national !== text || (digits.length === 13 && digits.startsWith('86'));
  const bare = international && digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
  if (!extended && MOBILE.test(bare)) return { kind: 'mobile', areaCode: '', normal: bare };
  if (!extended && SHORT.test(bare)) return { kind: 'service', areaCode: '', normal: bare };
  const toll = TOLL.exec(bare);
  if (toll && !extended) return { kind: 'service', areaCode: '', normal: toll.slice(1).join('-') };
  return landline(international && !bare.startsWith('0') && bare.length > 8 ? `0${bare}` : bare, groups, extended?.[2]);
}

function landline(digits: string, groups: readonly string[], extension: string | undefined): PhoneNumber | undefined {
  const behind = extension === undefined ? '' : `-${extension}`;
  if (LOCAL.test(digits)) return { kind: 'landline', areaCode: '', normal: digits + behind };
  const size = /^0(?:10|2)/u.test(digits) ? 3 : 4;
  const areaCode = digits.slice(0, size);
  const local = digits.slice(size);
  // 02-27877030: a group of its own that is no area code must not borrow a digit from the next.
  const first = groups[0] ?? '';
  if (first.length < size && first.startsWith('0')) return undefined;
  if (!AREA.test(areaCode) || !LOCAL.test(local) || (hasEightDigits(areaCode) && local.length < 8)) return undefined;
  return { kind: 'landline', areaCode, normal: `${areaCode}-${local}${behind}` };
}

/**
 * Area codes of four digits whose local numbers have eight: the large cities that have changed to them. The others have
 * seven; those of three digits have eight.
 */
const EIGHT_DIGITS: ReadonlySet<string> = new Set(
  (
    '0311 0371 0376 0377 0379 0411 0431 0432 0451 0510 0511 0512 0513 0514 0515 0516 0517 0518 0519 0523 0527 0531 0532 ' +
    '0551 0571 0573 0574 0575 0576 0577 0579 0591 0595 0731 0754 0755 0757 0760 0769 0851 0871 0898'
  ).split(' '),
);

function hasEightDigits(areaCode: string): boolean {
  return areaCode.length === 3 || EIGHT_DIGITS.has(areaCode);
}

/** A landline number whose leading 0 is lost, where with it the area code and the length of the local number fit. */
export function withLostZero(text: string): PhoneNumber | undefined {
  const phone = /^[1-9]/u.test(text) ? parsePhone(`0${text}`) : undefined;
  if (!phone || phone.areaCode === '') return undefined;
  const [, local = ''] = phone.normal.split('-');
  const digits = hasEightDigits(phone.areaCode) ? 8 : 7;
  return local.length === digits ? phone : undefined;
}

/** Longest first: a mobile number, a landline with area code, one without; each with an extension. */
const CANDIDATE =
  /(?:\+?86[- ]?)?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|(?:\(0\d{2,3}\) ?|0\d{2,3}[- ]?)[2-9]\d{2,3}[- ]?\d{4}(?:(?:-|转)\d{1,6})?|[2-9]\d{2,3}-?\d{4}(?:(?:-|转)\d{1,6})?|[48]00-?\d{3}-?\d{4})/gu;

/** The phone numbers in a text, tidy, and what is left of it. */
export function phonesIn(text: string): { readonly phones: readonly string[]; readonly rest: string } {
  const phones: string[] = [];
  let rest = '';
  let from = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const at = match.index;
    const end = at + match[0].length;
    // Not the end or the beginning of a longer number: 02-[27877030].
    const isWhole = !/\d[-(]?$/u.test(text.slice(0, at)) && !/^-?\d/u.test(text.slice(end));
    const phone = isWhole ? parsePhone(match[0]) : undefined;
    if (!phone) continue;
    phones.push(phone.normal);
    rest += `${text.slice(from, at)} `;
    from = end;
  }
  return { phones, rest: rest + text.slice(from) };
}
