import type { Wording } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import { isoOf } from './day.ts';
import { amountInChinese, amountInEnglish } from './money.ts';
import type { Bound, Condition, Deadline, Period, Range, Step } from './procedure.ts';
import type { Due, Overlap } from './project.ts';

/** The article by which 以上, 以下, 超过 … are read. */
export const CIVIL_CODE: Wording = { zh: '《民法典》第一千二百五十九条', en: 'Civil Code, article 1259' };

/** A condition in words, to be put behind 若 or "if". */
export function conditionInWords(condition: Condition, language: Language): string {
  const zh = language === 'zh';
  const words = (each: Condition): string => conditionInWords(each, language);
  const joined = (of: readonly Condition[], kind: 'all' | 'any'): string => {
    const link = zh ? (kind === 'all' ? '，且' : '，或') : kind === 'all' ? ', and ' : ', or ';
    return of.map((each) => (isCompound(each) ? `（${words(each)}）` : words(each))).join(link);
  };
  switch (condition.kind) {
    case 'category': {
      const names = condition.categories.map(({ key, wording }) =>
        zh || wording.en === key ? key : `${key} (${wording.en})`,
      );
      return zh ? `项目类别为${names.join('或')}` : `the project is: ${names.join(' or ')}`;
    }
    case 'range': {
      const what = condition.measure?.wording ?? { zh: '总投资', en: 'the total' };
      return zh
        ? `${what.zh}${rangeInWords(condition.range, 'zh')}`
        : `${what.en} is ${rangeInWords(condition.range, 'en')}`;
    }
    case 'fact':
      return condition.fact.wording[language];
    case 'not':
      return negation(condition.of, language, words);
    case 'all':
    case 'any':
      return joined(condition.of, condition.kind);
    case 'otherwise': {
      const steps = condition.steps.map(({ step }) => step[language]);
      return zh ? `不符合“${steps.join('”“')}”的条件` : `the conditions of "${steps.join('", "')}" are not met`;
    }
  }
}

function negation(condition: Condition, language: Language, words: (condition: Condition) => string): string {
  if (condition.kind === 'fact') return condition.fact.negation[language];
  // What is not all of several is the contrary of one of them.
  if (condition.kind === 'all' || condition.kind === 'any') {
    const contraries = condition.of.map((each) => negation(each, language, words));
    const link =
      language === 'zh' ? (condition.kind === 'all' ? '，或' : '，且') : condition.kind === 'all' ? ', or ' : ', and ';
    return contraries.join(link);
  }
  return language === 'zh' ? `不是“${words(condition)}”` : `not: ${words(condition)}`;
}

function isCompound({ kind }: Condition): boolean {
  return kind === 'all' || kind === 'any';
}

/** A range as the text words it, and on which side the number lies. */
export function rangeInWords(range: Range, language: Language): string {
  const bound = range.from ?? range.to;
  if (!bound) return range.words;
  const number = numberInWords(range, bound, language);
  if (language === 'zh') return `“${range.words}”（${bound.included ? '含' : '不含'} ${number}）`;
  const side = range.from ? (bound.included ? 'at least' : 'more than') : bound.included ? 'at most' : 'less than';
  return `${side} ${number} (“${range.words}”)`;
}

function numberInWords({ unit }: Range, { value }: Bound, language: Language): string {
  if (unit === 'percent') return `${value}%`;
  return language === 'zh' ? amountInChinese(value) : amountInEnglish(value);
}

/** Why the number belongs to a range or not. */
export function reasonOf(range: Range, language: Language): string {
  const zh = language === 'zh';
  if (range.beside !== null) {
    return zh ? `同条写明“${range.beside}”` : `the same article says “${range.beside}”`;
  }
  if (range.words.includes('含')) return zh ? '条文写明“含”' : 'the article says so (含)';
  return CIVIL_CODE[language];
}

/** A deadline as the text has it, and what it comes to where days are known. */
export function deadlineInWords(deadline: Deadline, due: Due | null, language: Language): string {
  const zh = language === 'zh';
  const words = zh ? deadline.words.replace(/\s+/gu, '') : `${periodInEnglish(deadline)} (“${deadline.words}”)`;
  return due === null ? words : `${words}${zh ? '：' : ': '}${dueInWords(due, language)}`;
}

function dueInWords({ from, until, extended, after, estimated }: Due, language: Language): string {
  const zh = language === 'zh';
  const parts: string[] = [];
  if (after) {
    const day = isoOf(after.day);
    const event = after.event.wording[language];
    if (zh) parts.push(after.supposed ? `如于 ${day} ${event}` : `${event}：${day}`);
    else parts.push(after.supposed ? `if ${event} is on ${day}` : `${event} on ${day}`);
  }
  if (from !== null) parts.push(zh ? `最早 ${isoOf(from)}` : `not before ${isoOf(from)}`);
  if (until !== null) parts.push(zh ? `最迟 ${isoOf(until)}` : `at the latest ${isoOf(until)}`);
  if (extended !== null) {
    parts.push(
      zh
        ? `当天休息，顺延至 ${isoOf(extended)}（《民法典》第二百零三条）`
        : `no working day, and so extended to ${isoOf(extended)} (Civil Code, article 203)`,
    );
  }
  const said = parts.join(zh ? '，' : ', ');
  if (estimated.length === 0) return said;
  return zh
    ? `${said}（尚无 ${estimated.join('、')} 年的放假安排，按周一至周五上班、固定日期的节日放假推算）`
    : `${said} (the holidays of ${estimated.join(', ')} are not announced: Monday to Friday are counted, but for those of fixed date)`;
}

function periodInEnglish(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'yearly':
      return `by the end of ${MONTHS[deadline.month - 1] ?? ''} every year`;
    case 'within':
      return `within ${english(deadline.period)} of ${deadline.after.wording.en}`;
    case 'between':
      return `${english(deadline.from)} to ${english(deadline.to)} after ${deadline.after.wording.en}`;
    case 'at-least':
      return `not before ${english(deadline.period)} after ${deadline.after.wording.en}`;
    case 'before':
      return `before ${deadline.event.wording.en}`;
  }
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function english(period: Period): string {
  const [count, unit] = 'months' in period ? [period.months, 'month'] : [period.workingDays, 'working day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** That steps on both sides are to be taken at the very number their ranges share, and why. */
export function overlapInWords({ at, upper, lower }: Overlap, language: Language): string {
  const zh = language === 'zh';
  const names = (steps: readonly Step[]): string =>
    steps.map(({ step }) => (zh ? `“${step.zh}”` : `“${step.en}”`)).join(zh ? '（或' : ' (or ') +
    (zh ? '）' : ')').repeat(steps.length - 1);
  const authority = upper.steps[0]?.to ?? upper.steps[0]?.by ?? '';
  if (zh) {
    return `总投资正好是 ${amountInChinese(at)}：“${upper.range.words}”和“${lower.range.words}”都包括本数（${CIVIL_CODE.zh}），因此${names(upper.steps)}与${names(lower.steps)}都适用，条文没有说以哪一条为准。请问明${authority}；稳妥起见两项都办。`;
  }
  return `The total is exactly ${amountInEnglish(at)}: “${upper.range.words}” and “${lower.range.words}” both include the number (${CIVIL_CODE.en}), so both hold, ${names(upper.steps)} and ${names(lower.steps)}. The text does not say which prevails: ask ${authority}, and to be safe do both.`;
}
