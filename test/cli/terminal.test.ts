import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Progress } from '../../src/cli/progress.ts';
import { padded, shortened, visible, widthOf, wrapped } from '../../src/cli/terminal.ts';

describe('cli/terminal', () => {
  const shown: [text: string, visible: string][] = [
    ['共享类型', '共享类型'],
    ['a\nb\r\nc\td', 'a↵b↵c d'],
    ['\u001b[31mred', '␛[31mred'],
    ['\u0000\u0007', '␀␇'],
    ['\u009b31m', '⟨U+009B⟩31m'],
    ['invoice\u202exslx.exe', 'invoice⟨U+202E⟩xslx.exe'],
    ['a\u2066b\u2069', 'a⟨U+2066⟩b⟨U+2069⟩'],
  ];
  for (const [text, expected] of shown) {
    it(`shows ${JSON.stringify(text)} as ${expected}`, () => assert.equal(visible(text), expected));
  }
  it('lets nothing through that steers a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(visible(text), /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  it('counts columns: two for a Chinese character', () => {
    assert.deepEqual(['', 'a1', '表', '（）', 'e\u0301', '表a'].map(widthOf), [0, 2, 2, 4, 1, 3]);
    assert.equal(padded('表', 4), '表  ');
    assert.equal(padded('表格', 3), '表格');
  });
  it('keeps the end of a long path', () => {
    assert.equal(shortened('文件夹/表.xlsx', 8), '…表.xlsx');
    assert.equal(shortened('a.xlsx', 6), 'a.xlsx');
  });
  it('breaks lines between Chinese characters and between words, never before a closing mark', () => {
    assert.deepEqual(wrapped('数据长度，应填', 8), ['数据长度，', '应填']);
    assert.deepEqual(wrapped('one two three', 8), ['one two', 'three']);
    assert.deepEqual(wrapped('', 8), ['']);
  });
  it('loses nothing but blanks where it breaks a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('表', '，', 'a', 'b', ' ') }), fc.nat(12), (text, width) => {
        assert.equal(
          wrapped(text, width + 1)
            .join('')
            .replaceAll(' ', ''),
          text.replaceAll(' ', ''),
        );
      }),
    );
  });

  it('shows a bar on a terminal only, and for several files only', () => {
    const written = (isTTY: boolean, total: number): string => {
      let all = '';
      const progress = new Progress({ isTTY, columns: 60, write: (text: string) => (all += text) }, total);
      progress.show(1, 'a\u001b.xlsx');
      progress.clear();
      return all;
    };
    assert.equal(written(false, 4), '');
    assert.equal(written(true, 1), '');
    assert.equal(written(true, 4), '\r\u001b[K█████░░░░░░░░░░░░░░░ 1/4 a␛.xlsx\r\u001b[K');
  });
});
