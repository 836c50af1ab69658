/** The first characters, in the order of pinyin, of those that begin with each letter; i, u and v begin none. */
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拿哦啪七呥撒它穵夕丫帀';

const COLLATOR = new Intl.Collator('zh-Hans-u-co-pinyin');

/** Titles of forms have few different characters. */
const known = new Map<string, string>();

/**
 * The first letters of a text's syllables, as people type them to find something (金寨 → `jz`), by the order in which the
 * system sorts Chinese; other characters stay, in lower case. Of a character with several readings the usual one counts.
 */
export function pinyinInitials(text: string): string {
  return text.replace(/\p{Script=Han}/gu, initial).toLowerCase();
}

function initial(character: string): string {
  let letter = known.get(character);
  if (letter === undefined) {
    let at = 0;
    while (at < FIRSTS.length && COLLATOR.compare(FIRSTS.charAt(at), character) <= 0) at++;
    letter = LETTERS.charAt(at - 1);
    known.set(character, letter);
  }
  return letter;
}
