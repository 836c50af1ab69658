/**
 * Characters of a file that are never passed on as they are to a place that obeys them: controls of C0 and C1 (a
 * terminal's escape sequences, ECMA-48), marks that turn the reading direction (Unicode UAX #9: U+061C, U+200E, U+200F,
 * U+202A–U+202E, U+2066–U+2069), line and paragraph separators, byte order marks, halves of characters. Whoever passes
 * a text on decides what stands in their place.
 */
const UNSAFE =
  '\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff';

/** Characters without width: harmless, but where a text is shown the reader should see that they are there. */
const UNSEEN = '\\u200b-\\u200d\\u2060';

// With the flag u the range of surrogates is that of halves alone.
const ANY_UNSAFE = new RegExp(`[${UNSAFE}]`, 'u');
const EACH_UNSAFE = new RegExp(`[${UNSAFE}]`, 'gu');
const ANY_UNSEEN = new RegExp(`[${UNSAFE}${UNSEEN}]`, 'u');
const EACH_UNSEEN = new RegExp(`[${UNSAFE}${UNSEEN}]`, 'gu');

/** The text with something else in place of each unsafe character; the very same text where it has none. */
export function replaceUnsafe(text: string, replacement: (character: string) => string): string {
  return ANY_UNSAFE.test(text) ? text.replace(EACH_UNSAFE, replacement) : text;
}

/** As {@link replaceUnsafe}, for characters without width as well. */
export function replaceUnseen(text: string, replacement: (character: string) => string): string {
  return ANY_UNSEEN.test(text) ? text.replace(EACH_UNSEEN, replacement) : text;
}
