/** Chinese counts by words that English does not have: the figure's name says what is counted. */
const ENGLISH_UNITS: ReadonlyMap<string, string> = new Map([
  ...['个', '台', '项', '核', '套', '份', '人', '户', '次', '行'].map((unit): [string, string] => [unit, '']),
  ['元', 'CNY'],
  ['万元', '× 10,000 CNY'],
]);

/** What stands behind a number for its unit; empty for nothing. */
export function unitWord(unit: string, language: 'zh' | 'en'): string {
  return language === 'zh' ? unit : (ENGLISH_UNITS.get(unit) ?? unit);
}
