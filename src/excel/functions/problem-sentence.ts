import type { Language } from '../../forms/language.ts';
import type { Reading } from '../../forms/reading.ts';
import type { Messages } from '../../rules/rule.ts';
import { sentenceOf } from '../../rules/sentence.ts';

type Said = Pick<Reading['remarks'][number], 'params' | 'expected'> & { readonly case: string };

/** The sentence of a rule about a value; of a value outside any form no field can be named. */
export function problemSentence(messages: Messages, said: Said, language: Language): string {
  const wording = messages[said.case];
  return wording ? sentenceOf(wording, { ...said, rule: '', field: null }, language) : said.case;
}
