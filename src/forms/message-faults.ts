import type { RuleUse, Wording } from './form.ts';
import type { KnownRule } from './known-rule.ts';

/** What is wrong with the message and severity of an application of a rule, by the entry it is about. */
export function* messageFaults(
  rule: KnownRule,
  options: object,
  { message, severity }: { readonly message: RuleUse['message']; readonly severity: RuleUse['severity'] },
): Iterable<readonly [entry: string, fault: Wording]> {
  const wordings = Object.values(rule.messages).filter((wording) => wording.severity !== 'info');
  if (wordings.length === 0) {
    const fault = { zh: '这条规则只作提示，这一项不起作用', en: 'this rule only gives advice, and this does nothing' };
    if (message !== undefined) yield ['message', fault];
    if (severity !== undefined) yield ['severity', fault];
    return;
  }
  const quotes = rule.quotes?.(options) ?? [];
  if (message === undefined) {
    if (quotes.length > 0)
      yield ['quotes', { zh: '没有 message，quotes 不起作用', en: 'without a message, quotes do nothing' }];
    return;
  }
  const known = new Set(['field', ...quotes, ...commonPlaces(wordings)]);
  for (const language of ['zh', 'en'] as const) {
    for (const place of placesIn(message[language])) {
      if (known.has(place)) continue;
      const list = [...known].map((name) => `{${name}}`);
      yield [
        'message',
        {
          zh: `这里没有可填入 {${place}} 的内容；可用的有 ${list.join('、')}`,
          en: `nothing is there to fill {${place}} with; there are ${list.join(', ')}`,
        },
      ];
    }
  }
  const said = new Set([...placesIn(message.zh), ...placesIn(message.en)]);
  for (const quote of quotes) {
    if (said.has(quote)) continue;
    yield ['quotes', { zh: `message 中没有用到 {${quote}}`, en: `the message does not use {${quote}}` }];
  }
}

/** The places that each of several wordings has: whatever is found, these can be filled. */
function commonPlaces(wordings: readonly Wording[]): readonly string[] {
  const [first = [], ...others] = wordings.map(({ zh, en }) => [...placesIn(zh), ...placesIn(en)]);
  return first.filter((place) => others.every((places) => places.includes(place)));
}

function placesIn(words: string): readonly string[] {
  return Array.from(words.matchAll(/\{([^{}]+)\}/g), ([, name = '']) => name);
}
