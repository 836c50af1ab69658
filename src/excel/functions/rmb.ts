import type { Language } from '../../forms/language.ts';
import { LARGEST_FEN, writeAmountInWords } from '../../forms/values/amount-spellings.ts';
import { readMoney } from '../../forms/values/number.ts';
import { VALUE_MESSAGES } from '../../rules/value-messages.ts';
import { FunctionProblem, isBlank, scalarOf, type Argument, type CustomFunction } from './custom-function.ts';
import { problemSentence } from './problem-sentence.ts';

const TEXTS = {
  negative: { zh: '金额不能是负数。', en: 'An amount cannot be negative.' },
  large: { zh: '金额太大，写不成大写。', en: 'The amount is too large to be written in capitals.' },
  'no-amount': { zh: '这不是金额。请填一个数字，单位是元。', en: 'This is no amount. Give a number, in 元.' },
} as const;

/** An amount in capitals, rounded to the fen as Excel's ROUND does; of an empty cell nothing. */
export const rmb: CustomFunction = {
  id: 'RMB',
  description: {
    zh: '把金额（元）写成大写，如 5500 写成“伍仟伍佰元整”。按《支付结算办法》附一的写法，四舍五入到分。',
    en: 'Writes an amount in 元 in capitals: 5500 becomes 伍仟伍佰元整. Rounded to the fen.',
  },
  parameters: [
    {
      name: { zh: '金额', en: 'amount' },
      description: {
        zh: '以元为单位的数字，或写成文本的金额，如 5,500.00、1.2万元',
        en: 'A number in 元, or an amount as text: 5,500.00, 1.2万元',
      },
      type: 'any',
      dimensionality: 'scalar',
    },
  ],
  result: 'string',
  compute([argument], language) {
    const given = scalarOf(argument);
    return isBlank(given) ? '' : writeAmountInWords(fenOf(amountOf(given, language), language));
  },
};

function amountOf(given: Argument, language: Language): number {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string') throw new FunctionProblem(TEXTS['no-amount'][language]);
  const cell = { value: given, format: 'General' };
  const reading = readMoney(cell, { kind: 'money', unit: '元', decimals: Infinity }, { date1904: false });
  const wrong = reading.remarks.find(({ severity }) => severity === 'error');
  if (wrong) throw new FunctionProblem(problemSentence(VALUE_MESSAGES, wrong, language));
  if (typeof reading.value !== 'number') throw new FunctionProblem(TEXTS['no-amount'][language]);
  return reading.value;
}

function fenOf(yuan: number, language: Language): number {
  if (!Number.isFinite(yuan)) throw new FunctionProblem(TEXTS['no-amount'][language]);
  if (yuan < 0) throw new FunctionProblem(TEXTS.negative[language]);
  if (yuan * 100 > LARGEST_FEN) throw new FunctionProblem(TEXTS.large[language]);
  // By the fifteen decimal digits that Excel keeps: 1.005 times 100 is 100.49999999999999. What is written as 1e-7 is less
  // than half a fen.
  const written = String(Number(yuan.toPrecision(15)));
  return written.includes('e') ? 0 : Math.round(Number(`${written}e2`));
}
