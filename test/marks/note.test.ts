import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanNote, cutNote, mergeNote, noteStart, stripNote } from '../../src/marks/note.ts';

describe('our text in a note', () => {
  const cases: [what: string, existing: string | null, merged: string][] = [
    ['no note before', null, '【填报助手】\n新'],
    ['an empty note before', '', '\n【填报助手】\n新'],
    ['a note before', '张三：请核对', '张三：请核对\n【填报助手】\n新'],
    ['a note of several lines', '甲\n\n乙\n', '甲\n\n乙\n\n【填报助手】\n新'],
    ['only ours before', '【填报助手】\n旧', '【填报助手】\n新'],
    ['theirs and ours before', '甲\n【填报助手】\n旧\n更旧', '甲\n【填报助手】\n新'],
    ['our name quoted in a line', '见【填报助手】说明', '见【填报助手】说明\n【填报助手】\n新'],
    ['our name at the start of a line', '【填报助手】真好用', '【填报助手】真好用\n【填报助手】\n新'],
  ];
  for (const [what, existing, merged] of cases) {
    it(`stands behind ${what}`, () => assert.equal(mergeNote(existing, '新'), merged));
  }

  it('is known by its heading alone on a line', () => {
    assert.deepEqual(
      [
        '【填报助手】',
        '甲\n【填报助手】\n乙',
        '甲\r\n【填报助手】\r\n乙',
        '甲【填报助手】',
        '甲\n 【填报助手】',
        '',
      ].map(noteStart),
      [0, 1, 1, -1, -1, -1],
    );
  });

  it('leaves exactly what was there when it is taken away', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '\n', ' ', '【', '填报助手', '】', '【填报助手】 ') });
    fc.assert(
      fc.property(fc.option(text.filter((t) => noteStart(t) < 0)), text, (existing, ours) => {
        assert.equal(stripNote(mergeNote(existing, ours)), existing);
        assert.equal(mergeNote(mergeNote(existing, ours), '再'), mergeNote(existing, '再'));
      }),
    );
  });
});

describe('the cleaning of note texts', () => {
  const cases: [what: string, text: string, clean: string][] = [
    ['plain text', '单价（元） 5,000\t元\n𠮷', '单价（元） 5,000\t元\n𠮷'],
    ['line breaks of every kind', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['control characters', 'a\u0000b\u0008c\u001fd', 'abcd'],
    ['marks that turn the reading direction', 'a\u202eb\u2066c\u2069d\u202a', 'abcd'],
    ['halves of characters and non-characters', 'a\ud800b\udc00c\ufffed\uffff', 'abcd'],
  ];
  for (const [what, text, clean] of cases) it(what, () => assert.equal(cleanNote(text), clean));

  it('never cuts a character in two', () => {
    assert.deepEqual([cutNote('abcd', 4), cutNote('abcde', 4), cutNote('ab𠮷de', 4)], ['abcd', 'abc…', 'ab…']);
  });
});
