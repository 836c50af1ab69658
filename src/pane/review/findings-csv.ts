import type { Language } from '../../forms/language.ts';
import { replaceUnsafe } from '../../sheets/unsafe-characters.ts';
import type { ListedFinding } from '../check-calls.ts';
import { text, type TextKey } from '../texts.ts';

const COLUMNS: readonly TextKey[] = [
  'list-number',
  'list-severity',
  'list-sheet',
  'list-cell',
  'list-field',
  'list-message',
  'list-expected',
  'list-fix',
  'list-basis',
  'list-ignored',
  'list-reason',
];

/** The findings as comma-separated values (RFC 4180), a record each below a header; every value in quotes, lines end in CR LF. */
export function findingsCsv(findings: readonly ListedFinding[], language: Language): string {
  const say = (key: TextKey): string => text(language, key);
  const between = language === 'zh' ? '、' : ', ';
  const records = findings.map(({ severity, sheet, cell, field, message, expected, fix, basis, ignored }, at) => [
    String(at + 1),
    say(`one-${severity}`),
    sheet,
    cell ?? say('whole-sheet'),
    field ?? '',
    message,
    expected.join(between),
    fix.map((one) => (one.cell === cell ? one.after : `${one.cell} ${one.after}`)).join(between),
    basis ?? '',
    ignored === null ? '' : say('ignored'),
    ignored ?? '',
  ]);
  // Most values come again and again.
  const known = new Map<string, string>();
  const value = (one: string): string => {
    let written = known.get(one);
    if (written === undefined) known.set(one, (written = quoted(one)));
    return written;
  };
  return [COLUMNS.map(say), ...records].map((record) => `${record.map(value).join(',')}\r\n`).join('');
}

/**
 * A value that no spreadsheet takes for a formula: those begin with = + - @, in Chinese and Japanese programs also in full
 * width, and where a program splits at other characters than commas (; or tabs) they may begin behind one of these. An
 * apostrophe in front makes text of it. Line breaks and whatever else could steer a program become blanks.
 */
export function quoted(value: string): string {
  const plain = replaceUnsafe(value, () => ' ').replace(/(^|;)([\s"]*)(?=[=+\-@＝＋－＠])/gu, "$1$2'");
  return `"${plain.replaceAll('"', '""')}"`;
}
