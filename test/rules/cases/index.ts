import type { RuleCases } from '../rule-cases.ts';
import { amountInWords } from './amount-in-words.ts';
import { avoid } from './avoid.ts';
import { characterLimit } from './character-limit.ts';
import { checklist } from './checklist.ts';
import { choice } from './choice.ts';
import { computed } from './computed.ts';
import { dependentChoice } from './dependent-choice.ts';
import { emptyWhen } from './empty-when.ts';
import { equal } from './equal.ts';
import { example } from './example.ts';
import { excludes } from './excludes.ts';
import { font } from './font.ts';
import { formula } from './formula.ts';
import { formulaError } from './formula-error.ts';
import { layout } from './layout.ts';
import { mentions } from './mentions.ts';
import { multipleChoice } from './multiple-choice.ts';
import { neededEntries } from './needed-entries.ts';
import { notFilled } from './not-filled.ts';
import { pattern } from './pattern.ts';
import { phoneInText } from './phone-in-text.ts';
import { reference } from './reference.ts';
import { required } from './required.ts';
import { rowCount } from './row-count.ts';
import { same } from './same.ts';
import { sequence } from './sequence.ts';
import { similar } from './similar.ts';
import { specification } from './specification.ts';
import { split } from './split.ts';
import { ticks } from './ticks.ts';
import { total } from './total.ts';
import { type } from './type.ts';
import { unchanged } from './unchanged.ts';
import { unique } from './unique.ts';

/** What each rule is silent about and what it tells. */
export const CASES: readonly RuleCases[] = [
  amountInWords,
  avoid,
  mentions,
  characterLimit,
  checklist,
  choice,
  computed,
  dependentChoice,
  emptyWhen,
  equal,
  example,
  excludes,
  font,
  formula,
  formulaError,
  layout,
  multipleChoice,
  neededEntries,
  notFilled,
  pattern,
  phoneInText,
  reference,
  required,
  rowCount,
  same,
  sequence,
  similar,
  specification,
  split,
  ticks,
  total,
  type,
  unchanged,
  unique,
];
