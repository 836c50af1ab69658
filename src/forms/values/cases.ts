import type { Severity } from '../form.ts';
import type { Remark } from '../reading.ts';

/**
 * All that the readers of this folder have to say of a cell, by case, with the parameters of its sentence. In each,
 * `text` is what stands in the cell and `normal` what should stand there (also as {@link Remark.normal}, where it can
 * be written). The sentences are in `rules/`.
 */
export interface ValueCases {
  // Every kind.
  /** A formula (without its `=`) whose result was never stored: the value is not known until it is calculated. */
  'not-calculated': { readonly formula: string };
  /** One of the type's doubtful answers (待定, 长期): it leaves the value open. */
  'left-open': { readonly text: string };

  // Text, and numbers that should have been text.
  /** A name is broken by a line break inside the cell; may also have full-width letters. */
  'text-joined': { readonly text: string; readonly normal: string };
  /** Lines in one cell that may be one broken name (`normal`) or several values. */
  'text-in-lines': { readonly text: string; readonly normal: string };
  /** Letters or digits are full-width. */
  'text-half-width': { readonly text: string; readonly normal: string };
  /** A number of 16 or more digits stored as a number: all after the 15th are lost for good. */
  'digits-lost': { readonly text: string };

  // Integer, number, money.
  /** No number can be read. */
  'not-a-number': { readonly text: string };
  /** A number can be read, but the column wants a whole one (1.5 台). */
  'not-whole': { readonly text: string };
  /** A right number in an untidy spelling: as text, full-width, with thousands separators, a currency, a unit, in Chinese numerals, with a remark in brackets. */
  'number-tidied': { readonly text: string; readonly normal: number | string };
  /** A plain number that is stored as text. */
  'number-as-text': { readonly text: string; readonly normal: number };
  /** Several numbers with words of their own (公网IP 2个，内网IP 3个); read as their sum. */
  'numbers-added': { readonly text: string; readonly numbers: readonly string[]; readonly sum: number };
  /** Written in another unit or with 万, 千, 亿; `unit` is the column's unit (`''` for a count), in which `normal` is. */
  'unit-converted': { readonly text: string; readonly normal: number; readonly unit: string };
  /** Blanks between its digits: thousands, or two numbers; `normal` is the number without them. */
  'number-with-blanks': { readonly text: string; readonly normal: string };
  /** Can be read in several ways (5.500 is 5.5 or 5500), listed in `readings`. */
  'ambiguous-number': { readonly text: string; readonly readings: readonly string[] };
  /** Says how many in words, but not with a number (一主一备). */
  'number-unclear': { readonly text: string };
  /** A unit that does not belong to the column; `units` are those that do. */
  'unknown-unit': { readonly text: string; readonly unit: string; readonly units: readonly string[] };
  /** A text that should name an amount of money and names none. */
  'no-amount-in-text': { readonly text: string };
  /** A text with several amounts of money, or a span of them, and no total. */
  'no-total-in-text': { readonly text: string };
  /** A number shown as a date by its cell's format; judged by the number, `value`. */
  'number-shown-as-date': { readonly shown: string; readonly value: number };
  /** `unit` is the unit of `min` (`''` for a count). */
  'below-minimum': { readonly text: string; readonly min: number; readonly unit: string };
  'above-maximum': { readonly text: string; readonly max: number; readonly unit: string };
  /** More decimals than allowed; for money `decimals` counts those of the amount in 元 (`unit` 元). */
  'too-many-decimals': { readonly text: string; readonly decimals: number; readonly unit: string };

  // Date.
  'not-a-date': { readonly text: string };
  'not-a-month': { readonly text: string };
  'not-a-year': { readonly text: string };
  /** Looks like a date, but there is no such day (2024-02-30). */
  'impossible-date': { readonly text: string };
  /** 0, 1900-01-00 or 1899-12-30: an empty value that became a date. */
  'zero-date': { readonly text: string };
  /** A right date in another spelling; `normal` is `YYYY-MM-DD` (`YYYY-MM`, `YYYY`), or a serial day for a cell formatted as a date. */
  'date-tidied': { readonly text: string; readonly normal: string };
  /** A serial day in a cell without a date format: shows as 45306. */
  'date-unformatted': { readonly text: string; readonly normal: string };
  /** More than two years after the day of reading. */
  /** From when to when, where only the beginning is asked for; it was read as `normal`. */
  'date-with-end': { readonly text: string; readonly normal: string };
  'date-far-ahead': { readonly text: string };
  /** A part is missing that is asked: `wanted` is `day` (2024年1月), `month` (2024年) or `year` (1月15日). */
  'date-incomplete': { readonly text: string; readonly wanted: string };
  /** Two-digit year, day and month in unknown order, or 2024.1 as a number; `readings` are the dates it may mean. */
  'ambiguous-date': { readonly text: string; readonly readings: readonly string[] };
  /** The printed X of a template still stands in it (XXXX年XX月XX日). */
  'placeholder-left': { readonly text: string };

  // Choice.
  /** A synonym, traditional characters or another width: the listed option is `normal`. */
  'choice-tidied': { readonly text: string; readonly normal: string };
  /** An option with a remark in brackets: 有条件共享（需审批）. */
  'choice-with-remark': { readonly text: string; readonly normal: string; readonly remark: string };
  /** The same option twice in a list. */
  'choice-repeated': { readonly text: string; readonly normal: string };
  /** Several different options where one is asked. */
  'several-options': { readonly text: string; readonly options: readonly string[] };
  /** A name with another option's code: 字符型 N; `options` are the two it may mean. */
  'option-contradiction': { readonly text: string; readonly options: readonly string[] };
  /** An answer that leaves open which option is meant: 有条件开放 where 是 or 否 is asked. */
  'doubtful-answer': { readonly text: string };
  /** Not in a closed list; `text` is the part that is not. The list is in {@link Remark.expected}. */
  'not-listed': { readonly text: string };
  /** As `not-listed`, and close to one option only: `normal` (for a cell with several, the whole cell mended). */
  'not-listed-near': { readonly text: string; readonly normal: string };
  /** Not in a list that ends in 等. */
  'not-listed-open': { readonly text: string };
  'not-listed-open-near': { readonly text: string; readonly normal: string };

  // Ticks.
  /** Neither a box nor an option can be made out. */
  'ticks-unreadable': { readonly text: string };
  /** Marks stand so that it cannot be told which option they belong to, or every option stands there without a mark. */
  'ticks-ambiguous': { readonly text: string };
  /** More than one ticked where one is asked. */
  'several-ticked': { readonly options: readonly string[] };
  /** 其他 is ticked and nothing says what; `option` as listed. */
  'other-unexplained': { readonly option: string };

  // Phone, e-mail, ports.
  'not-a-phone': { readonly text: string };
  /** Too many or too few digits: `digits`. */
  'phone-digit-count': { readonly text: string; readonly digits: number };
  /** Letters among the digits (O for 0). */
  'phone-letters': { readonly text: string; readonly letters: string };
  /** Eleven digits that no mainland mobile or landline number begins with. */
  'phone-beginning': { readonly text: string };
  'phone-tidied': { readonly text: string; readonly normal: string };
  /** A landline number without its area code. */
  'phone-no-area-code': { readonly text: string };
  /** Stored as a number, so that the leading 0 of the area code is lost. */
  'phone-zero-lost': { readonly text: string; readonly normal: string };
  /** As text, but without the leading 0 of its area code. */
  'phone-zero-missing': { readonly text: string; readonly normal: string };
  /** Several numbers in one cell. */
  'several-phones': { readonly text: string; readonly phones: readonly string[] };
  /** A name or other words beside the number. */
  'phone-with-words': { readonly text: string; readonly phones: readonly string[]; readonly words: string };
  'not-an-email': { readonly text: string };
  'email-tidied': { readonly text: string; readonly normal: string };
  'several-emails': { readonly text: string; readonly emails: readonly string[] };
  /** `text` is the part that is no port. */
  'not-a-port': { readonly text: string };
  'port-out-of-range': { readonly text: string; readonly port: string };
  /** 8010-8000. */
  'port-range-reversed': { readonly text: string; readonly range: string };
  /** One number above 65535 shown with a comma: two ports that the spreadsheet program took for thousands. */
  'port-comma-lost': { readonly text: string; readonly normal: string };
  /** 全部: every port, which nobody can mean. */
  'ports-all': { readonly text: string };
  /** Full-width digits, or 端口 or 和 beside the numbers. */
  'ports-tidied': { readonly text: string; readonly normal: string };

  // Period.
  'not-a-period': { readonly text: string };
  /** A right length of time, or beginning and end, in another spelling (一年半, 2024.1-2024.12). */
  'period-tidied': { readonly text: string; readonly normal: string };
  /** It ends before it begins. */
  'period-reversed': { readonly text: string };
  /** Says how long, where it must be said from when to when. */
  'period-without-dates': { readonly text: string };
  /** Something else, where it must be said from when to when. */
  'not-a-range': { readonly text: string };
  /** From which year to which, where the months are asked for. */
  'period-without-months': { readonly text: string };

  // Length.
  'not-a-length': { readonly text: string };
  'length-not-positive': { readonly text: string };
  /** 10.2, where 10,2 (precision, scale) is meant. */
  'length-with-point': { readonly text: string; readonly normal: string };
  'scale-above-precision': { readonly text: string; readonly precision: number; readonly scale: number };
  'length-tidied': { readonly text: string; readonly normal: string };

  // Specification.
  /** A 产品配置 out of which processors, memory and disk cannot be read; the figures leave it out. */
  'specification-unread': { readonly text: string };

  // Pattern: the hint in words is in the type.
  'pattern-mismatch': { readonly text: string };
  /** A right code with blanks, hyphens or small letters that its pattern does not have, or several with mixed separators. */
  'code-tidied': { readonly text: string; readonly normal: string };
  /** Right but for letters that stand for the digits 0 and 1; with those it would be `normal`. */
  'code-letters': { readonly text: string; readonly letters: string; readonly normal: string };
  /** The last character is not the one that the standard computes from the others. */
  'check-character-wrong': { readonly text: string };
  /** Stored as a number, so that zeros at its beginning are lost. */
  'code-zero-lost': { readonly text: string; readonly normal: string };
  /** A code (1-2) that became a date when it was typed. */
  'code-shown-as-date': { readonly text: string };
}

export type ValueCase = keyof ValueCases;

/** How grave each case is, unless a definition says otherwise. */
export const VALUE_CASE_SEVERITY: Readonly<Record<ValueCase, Severity>> = {
  'not-calculated': 'warning',
  'left-open': 'warning',
  'text-joined': 'info',
  'text-in-lines': 'info',
  'text-half-width': 'info',
  'digits-lost': 'error',
  'not-a-number': 'error',
  'not-whole': 'error',
  'number-tidied': 'info',
  'number-as-text': 'info',
  'numbers-added': 'info',
  'unit-converted': 'info',
  'number-with-blanks': 'warning',
  'ambiguous-number': 'warning',
  'number-unclear': 'warning',
  'unknown-unit': 'warning',
  'no-amount-in-text': 'warning',
  'no-total-in-text': 'warning',
  'number-shown-as-date': 'warning',
  'below-minimum': 'error',
  'above-maximum': 'error',
  'too-many-decimals': 'error',
  'not-a-date': 'error',
  'not-a-month': 'error',
  'not-a-year': 'error',
  'impossible-date': 'error',
  'zero-date': 'error',
  'date-tidied': 'info',
  'date-unformatted': 'info',
  'date-with-end': 'info',
  'date-far-ahead': 'warning',
  'date-incomplete': 'warning',
  'ambiguous-date': 'warning',
  'placeholder-left': 'warning',
  'choice-tidied': 'info',
  'choice-with-remark': 'info',
  'choice-repeated': 'info',
  'several-options': 'warning',
  'option-contradiction': 'error',
  'doubtful-answer': 'warning',
  'not-listed': 'error',
  'not-listed-near': 'error',
  'not-listed-open': 'warning',
  'not-listed-open-near': 'warning',
  'ticks-unreadable': 'error',
  'ticks-ambiguous': 'warning',
  'several-ticked': 'error',
  'other-unexplained': 'warning',
  'not-a-phone': 'error',
  'phone-digit-count': 'error',
  'phone-letters': 'error',
  'phone-beginning': 'error',
  'phone-tidied': 'info',
  'phone-no-area-code': 'info',
  'phone-zero-lost': 'warning',
  'phone-zero-missing': 'warning',
  'several-phones': 'info',
  'phone-with-words': 'info',
  'not-an-email': 'error',
  'email-tidied': 'info',
  'several-emails': 'info',
  'not-a-port': 'error',
  'port-out-of-range': 'error',
  'port-range-reversed': 'error',
  'port-comma-lost': 'error',
  'ports-all': 'warning',
  'ports-tidied': 'info',
  'not-a-period': 'error',
  'period-tidied': 'info',
  'period-reversed': 'error',
  'period-without-dates': 'error',
  'not-a-range': 'error',
  'period-without-months': 'warning',
  'not-a-length': 'error',
  'length-not-positive': 'error',
  'length-with-point': 'error',
  'scale-above-precision': 'error',
  'length-tidied': 'info',
  'specification-unread': 'info',
  'pattern-mismatch': 'error',
  'code-tidied': 'info',
  'code-letters': 'error',
  'check-character-wrong': 'error',
  'code-zero-lost': 'warning',
  'code-shown-as-date': 'warning',
};

/** A remark of one of the cases above, with its severity. */
export function remark<C extends ValueCase>(
  name: C,
  params: ValueCases[C],
  more: Pick<Remark, 'expected' | 'normal'> = {},
): Remark {
  return { case: name, severity: VALUE_CASE_SEVERITY[name], params: { ...params }, ...more };
}
