import assert from 'node:assert/strict';
import { visible } from '../../src/cli/terminal.ts';
import { cleanNote } from '../../src/marks/note.ts';
import { messageOf } from '../../src/rules/messages.ts';
import { replaceUnsafe } from '../../src/sheets/unsafe-characters.ts';

const quoted = (value: string): string =>
  messageOf(
    { rule: 'required', case: 'missing', severity: 'error', field: value, params: {}, basis: null } as Parameters<
      typeof messageOf
    >[0],
    'zh',
  );

/** Every character that is never passed on, and some neighbours that are. */
const UNSAFE: readonly (readonly [string, number, number])[] = [
  ['controls of C0', 0x00, 0x1f],
  ['DEL and controls of C1', 0x7f, 0x9f],
  ['the Arabic letter mark', 0x061c, 0x061c],
  ['left-to-right and right-to-left marks', 0x200e, 0x200f],
  ['separators, embeddings and overrides', 0x2028, 0x202e],
  ['isolates', 0x2066, 0x2069],
  ['byte order marks', 0xfeff, 0xfeff],
  ['halves of characters', 0xd800, 0xdfff],
];
const SAFE = [0x20, 0x7e, 0xa0, 0x061b, 0x2010, 0x2027, 0x202f, 0x206a, 0x3000, 0x4e00, 0xfefe, 0xff01];

const KEPT_IN_NOTES = new Set(['\t', '\n', '\r']);

describe('unsafe characters', () => {
  for (const [what, first, last] of UNSAFE) {
    it(`${what}: are shown, blanked or dropped, never passed on`, () => {
      for (let code = first; code <= last; code++) {
        const character = String.fromCharCode(code);
        const text = `甲${character}乙`;
        assert.equal(
          replaceUnsafe(text, () => '?'),
          '甲?乙',
        );
        assert.ok(!visible(text).includes(character));
        assert.ok(visible(text).length >= 3);
        assert.ok(quoted(text).includes('甲 乙'), code.toString(16));
        if (!KEPT_IN_NOTES.has(character)) assert.equal(cleanNote(text), '甲乙');
      }
    });
  }

  it('their neighbours stay, and so do whole characters beyond the basic plane', () => {
    for (const text of [...SAFE.map((code) => `甲${String.fromCodePoint(code)}乙`), '𠮷', '👍']) {
      assert.equal(
        replaceUnsafe(text, () => '?'),
        text,
      );
      assert.equal(visible(text), text);
      assert.equal(cleanNote(text), text);
    }
  });

  it('characters without width are shown to the reader, and stay in notes', () => {
    assert.equal(visible('甲\u200b乙'), '甲⟨U+200B⟩乙');
    assert.equal(cleanNote('甲\u200d乙'), '甲\u200d乙');
  });
});
