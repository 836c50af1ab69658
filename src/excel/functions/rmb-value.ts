import { readAmountInWords } from '../../forms/values/amount-in-words.ts';
import { amountInWords } from '../../rules/amount-in-words.ts';
import { FunctionProblem, isBlank, scalarOf, type CustomFunction } from './custom-function.ts';
import { problemSentence } from './problem-sentence.ts';

const NO_AMOUNT = { zh: '这不是大写金额。', en: 'This is no amount in capitals.' } as const;

/** The amount that a text in capitals says; of an empty cell nothing. */
export const rmbValue: CustomFunction = {
  id: 'RMBVALUE',
  description: {
    zh: '读出大写金额是多少元，如“伍仟伍佰元整”是 5500。读不懂的字不猜。',
    en: 'Reads an amount in capitals: 伍仟伍佰元整 is 5500. What cannot be read is not guessed.',
  },
  parameters: [
    {
      name: { zh: '大写金额', en: 'text' },
      description: { zh: '大写金额，如 人民币壹万贰仟元整', en: 'An amount in capitals: 人民币壹万贰仟元整' },
      type: 'any',
      dimensionality: 'scalar',
    },
  ],
  result: 'any',
  compute([argument], language) {
    const given = scalarOf(argument);
    if (isBlank(given)) return '';
    const reading = readAmountInWords(
      { value: given, format: 'General' },
      { kind: 'amount-in-words' },
      { date1904: false },
    );
    const wrong = reading.remarks.find(({ severity }) => severity === 'error');
    if (wrong) throw new FunctionProblem(problemSentence(amountInWords.messages, wrong, language));
    if (typeof reading.value !== 'number') throw new FunctionProblem(NO_AMOUNT[language]);
    return reading.value;
  },
};
