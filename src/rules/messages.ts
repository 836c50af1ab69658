import type { Form, Wording } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import { RULES } from './index.ts';
import type { Messages } from './rule.ts';
import { sentenceOf, type Sayable } from './sentence.ts';
import { VALUE_MESSAGES } from './value-messages.ts';
import { hasOwn } from '../sheets/own.ts';

export type { Sayable } from './sentence.ts';

/** The sentence of a finding, see {@link sentenceOf}. */
export function messageOf(finding: Sayable, language: Language): string {
  const wording = finding.wording ?? messageFor(finding.rule, finding.case);
  // Never without a word, and never the end of a report half printed: no rule of ours has a case without a message.
  return wording ? sentenceOf(wording, finding, language) : finding.case;
}

/** The clause that a use rests on as findings cite it: document and place; `null` for a check of ours. */
export function basisOf(form: Form, key: string | null): string | null {
  if (key === null || !hasOwn(form.clauses, key)) return null;
  const clause = form.clauses[key];
  return clause ? `${clause.document} ${clause.place}` : null;
}

/** What the readers of values report may turn up under any rule that speaks for them. */
function messageFor(rule: string, name: string): Wording | undefined {
  const tables: readonly Messages[] = [RULES.get(rule)?.messages ?? {}, VALUE_MESSAGES];
  return tables.find((messages) => hasOwn(messages, name))?.[name];
}
