import { replaceUnsafe } from '../sheets/unsafe-characters.ts';

/** The line behind which the rest of a note is ours; it stands alone on its line. */
export const NOTE_HEADING = '【填报助手】';

/** The length of our text in one note, in UTF-16 units; longer notes are cut. */
export const NOTE_LENGTH = 1000;

/**
 * Where our part of a note's text begins, with the line break before it; -1 where there is none.
 * A heading in the middle of a line is somebody's quotation, not ours.
 */
export function noteStart(text: string): number {
  for (let at = text.indexOf(NOTE_HEADING); at >= 0; at = text.indexOf(NOTE_HEADING, at + 1)) {
    const before = text[at - 1];
    const after = text[at + NOTE_HEADING.length];
    if ((before === undefined || isLineBreak(before)) && (after === undefined || isLineBreak(after))) {
      if (before === undefined) return at;
      return before === '\n' && text[at - 2] === '\r' ? at - 2 : at - 1;
    }
  }
  return -1;
}

function isLineBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}

/** A note without our part, as it was; `null` where all of it was ours. */
export function stripNote(text: string): string | null {
  const start = noteStart(text);
  if (start < 0) return text;
  return start === 0 && text.startsWith(NOTE_HEADING) ? null : text.slice(0, start);
}

/** A note with our text behind what was there (`null`: no note), in place of what we had written before. */
export function mergeNote(existing: string | null, ours: string): string {
  const theirs = existing === null ? null : stripNote(existing);
  return (theirs === null ? '' : theirs + '\n') + NOTE_HEADING + '\n' + ours;
}

/** What XML 1.0 (2.2) forbids beside control characters and halves of characters. */
const NO_CHARACTERS = /[\ufffe\uffff]/g;

/**
 * Text that may stand in a note of any program: line breaks are `\n`, unsafe characters are dropped, for a value quoted
 * in a note could make the sentence read differently, and so are those that XML forbids.
 */
export function cleanNote(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const kept = (character: string): string => (character === '\n' || character === '\t' ? character : '');
  return replaceUnsafe(lines, kept).replace(NO_CHARACTERS, '');
}

/** The first `length` UTF-16 units of a text, with … where something was cut; never half a surrogate pair. */
export function cutNote(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, Math.max(0, length - 1));
  const last = cut.charCodeAt(cut.length - 1);
  return (last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut) + '…';
}
