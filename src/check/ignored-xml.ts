import type { IgnoredEntry, KeyText } from './ignored.ts';

/** The namespace of the custom XML part in which a workbook carries what its sender ignores. */
export const IGNORED_NAMESPACE = 'urn:tianbao:ignored:1';

/** More is nobody's doing. */
const MOST_ENTRIES = 100_000;

/** The entries as the text of that part. */
export function ignoredXml(entries: readonly IgnoredEntry[]): string {
  const findings = entries.map(
    ({ rule, case: name, field, key, value, reason }) =>
      `<finding rule="${escape(rule)}" case="${escape(name)}"${field === null ? '' : ` field="${escape(field)}"`}>` +
      key.map(({ column, text }) => `<key column="${escape(column)}">${escape(text)}</key>`).join('') +
      `<value>${escape(value)}</value><reason>${escape(reason)}</reason></finding>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ignored xmlns="${IGNORED_NAMESPACE}">${findings.join('')}</ignored>`;
}

/**
 * The entries of such a text. Programs write the part anew in their own way (quotes, prefixes, white space); what is no
 * entry is passed over, and a text that is none at all has none.
 */
export function readIgnoredXml(xml: string): IgnoredEntry[] {
  const entries: IgnoredEntry[] = [];
  let entry: Mutable<IgnoredEntry> | undefined;
  let key: KeyText[] = [];
  let column: string | undefined;
  for (const tag of tags(xml)) {
    if (!tag.closes && tag.name === 'finding') {
      const { rule, case: name, field } = tag.attributes;
      key = [];
      entry = { rule: rule ?? '', case: name ?? '', field: field ?? null, key, value: '', reason: '' };
    } else if (!tag.closes && tag.name === 'key') column = tag.attributes.column;
    else if (tag.closes && entry) {
      if (tag.name === 'key' && column !== undefined) key.push({ column, text: tag.text });
      else if (tag.name === 'value') entry.value = tag.text;
      else if (tag.name === 'reason') entry.reason = tag.text;
      else if (tag.name === 'finding') {
        if (entry.rule !== '' && entries.length < MOST_ENTRIES) entries.push(entry);
        entry = undefined;
      }
    }
  }
  return entries;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Tag {
  /** The local name. */
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** The text in front of it. */
  readonly text: string;
}

function* tags(xml: string): Generator<Tag> {
  let at = 0;
  for (let open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', at)) {
    const text = unescape(xml.slice(at, open));
    const end = tagEnd(xml, open);
    if (end < 0) return;
    const inside = xml.slice(open + 1, end);
    at = end + 1;
    if (inside.startsWith('?') || inside.startsWith('!')) continue;
    const closes = inside.startsWith('/');
    const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(inside)?.[1];
    if (name === undefined) continue;
    yield { name, closes, attributes: closes ? {} : attributesOf(inside), text };
    if (!closes && inside.endsWith('/')) yield { name, closes: true, attributes: {}, text: '' };
  }
}

/** Where the `>` of the tag is; one within quotes is none. */
function tagEnd(xml: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < xml.length; at++) {
    const character = xml.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

function attributesOf(inside: string): Readonly<Record<string, string | undefined>> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name = '', double, single] of inside.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[name] = unescape(double ?? single ?? '');
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex: string, digits: string, name: string) => {
      const code = hex ? parseInt(hex, 16) : digits ? Number(digits) : undefined;
      if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[name] ?? whole;
    },
  );
}

/** What XML 1.0 (2.2) cannot hold is dropped. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[<>&"\r]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
