const NOTHING_WORDS: ReadonlySet<string> = new Set([
  '无',
  '無',
  '暂无',
  '暫無',
  '空',
  'n/a',
  'na',
  'n.a.',
  '#n/a',
  'null',
]);
/** That nothing applies, in words that are an answer: the cell was not forgotten. */
const NOT_APPLICABLE =
  /^(?:[/／\\＼—―–－-]{1,6}|[暂暫]?[无無]|n[/.]?a\.?|(?:[暂暫])?不(?:涉及|适用|適用|需要?|必|用|(?:对外)?开放(?:端口)?)|[无無](?:需|须|此项|要求|需求|端口|开放(?:端口)?|需开放(?:端口)?|服务器)|未(?:涉及|开放))[。.]?$/iu;
const SAYS_NONE: ReadonlySet<string> = new Set(['无', '無', '暂无', '暫無']);
/** Slashes and dashes of every width: /, ／, \, -, —, ——, ―, －, ─, full stops or underscores drawn as a line, and what a printed line ends in (其他资金：；). */
const STROKES = /^[\s/／\\＼|\-‐‑‒–—―－─━_＿~～.·…、，,;；:：。]+$/u;
/** A printed gap for a date, empty or with the printed year alone. */
const DATE_GAP = /^(?:\d{2,4})?[\s_＿]*年[\s_＿]*月[\s_＿]*日?[\s_＿]*[起止]?$/u;
const LONGEST_WORD = 12;
const LONGEST_GAP = 60;
const HAN = /\p{Script=Han}/gu;

/** Whether a tidy text states that there is nothing, or is what the blank form has printed in the cell. */
export function isNothing(text: string): boolean {
  return text === '' || isNothingWord(text) || isHint(text);
}

/** 无, /, —, N/A, 暂无, 空, a line to write on, or 年 月 日 with nothing between. */
export function isNothingWord(text: string): boolean {
  const length = text.length;
  if (length === 1) return text === '无' || text === '空' || text === '無' || STROKES.test(text);
  if (length <= LONGEST_WORD && NOTHING_WORDS.has(text.replace(/[。.！!，,；;、]$/u, '').toLowerCase())) return true;
  return STROKES.test(text) || (length <= LONGEST_GAP && text.includes('年') && DATE_GAP.test(text));
}

/** Whether a text says 无 itself: for types in which that is an answer. */
export function saysNone(text: string): boolean {
  return SAYS_NONE.has(text.replace(/[。.]$/u, ''));
}

/** Whether a text says that what is asked does not apply: /, 无, —, 不涉及. A line to write on says nothing. */
export function saysNotApplicable(text: string): boolean {
  return text.length <= LONGEST_WORD && NOT_APPLICABLE.test(text.trim());
}

/** A remark printed in brackets that fills the whole cell: （政务外网会自动分配固定IP）, （见附页）. */
export function isHint(text: string): boolean {
  const inner = insideBrackets(text);
  return inner !== undefined && (NOTHING_WORDS.has(inner) || (inner.match(HAN)?.length ?? 0) >= 3);
}

/** What stands in one pair of brackets around the whole text; `undefined` where there is no such pair. */
export function insideBrackets(text: string): string | undefined {
  if (!/^[（(【[〔]/u.test(text) || !/[）)】\]〕]$/u.test(text)) return undefined;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (/[（(【[〔]/u.test(character)) depth++;
    else if (/[）)】\]〕]/u.test(character) && --depth === 0 && i < text.length - 1) return undefined;
  }
  return text.slice(1, -1).trim();
}
