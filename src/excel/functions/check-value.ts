import type { Option } from '../../forms/form.ts';
import { readChoice } from '../../forms/values/choice.ts';
import { choice } from '../../rules/choice.ts';
import {
  FunctionProblem,
  isBlank,
  scalarOf,
  valuesOf,
  type Argument,
  type Arguments,
  type CustomFunction,
} from './custom-function.ts';
import { problemSentence } from './problem-sentence.ts';

const NO_LIST = {
  zh: '列表是空的。请给出可选的值。',
  en: 'The list is empty. Give the values to choose from.',
} as const;

/** Between the values of a list that is one text. */
const SEPARATOR = /[、，,；;\n]/u;

/** Whether a value is one of a list, and which is meant where it is not; of an empty cell nothing. */
export const checkValue: CustomFunction = {
  id: 'CHECK',
  description: {
    zh: '检查一个值是否在列表中：在，就什么也不显示；不在，就说明问题，并提示可能是哪一个。',
    en: 'Checks that a value is one of a list: shows nothing if it is, else what is wrong and which one may be meant.',
  },
  parameters: [
    {
      name: { zh: '值', en: 'value' },
      description: { zh: '要检查的值', en: 'The value to check' },
      type: 'any',
      dimensionality: 'scalar',
    },
    {
      name: { zh: '列表', en: 'list' },
      description: {
        zh: '可选的值：一个区域，或用顿号分开的文本，如 "是、否"',
        en: 'The values to choose from: a range, or a text with 、 or commas between them, as "是、否"',
      },
      type: 'any',
      dimensionality: 'matrix',
    },
  ],
  result: 'string',
  compute([argument, list], language) {
    const options = optionsOf(list);
    if (options.length === 0) throw new FunctionProblem(NO_LIST[language]);
    const given = scalarOf(argument);
    if (isBlank(given)) return '';
    const type = { kind: 'choice', options, open: false, multiple: false, doubtful: [] } as const;
    const { state, text, remarks } = readChoice({ value: given, format: 'General' }, type, { date1904: false });
    const expected = options.map(({ value }) => value);
    // 无 and the like leave a form's cell blank; of a list without them they are no value.
    const first = state === 'blank' ? { case: 'not-listed', params: { text }, expected } : remarks[0];
    return first ? problemSentence(choice.messages, first, language) : '';
  },
};

function optionsOf(list: Arguments[number]): readonly Option[] {
  const values = valuesOf(list).filter((value) => !isBlank(value));
  const [only] = values;
  const texts = values.length === 1 && typeof only === 'string' ? only.split(SEPARATOR) : values.map(textOf);
  const distinct = new Set(texts.map((text) => text.trim()).filter((text) => text !== ''));
  return [...distinct].map((value) => ({ value, same: [], synonyms: [], not: [] }));
}

/** A cell's value as Excel shows it. */
function textOf(value: Argument): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
