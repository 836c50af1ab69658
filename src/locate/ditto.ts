const MARKS: ReadonlySet<string> = new Set([
  '同上',
  '同上行',
  '〃',
  '"',
  '″',
  '＂',
  '〞',
  '”',
  '“',
  '〝',
  '々',
  '--',
  '""',
  '″″',
  "''",
]);

/** Whether a text only says "as above" (同上, 〃, " …). */
export function isDitto(text: string): boolean {
  if (text.length > 4 || text.length === 0) return false;
  return MARKS.has(text.trim());
}
