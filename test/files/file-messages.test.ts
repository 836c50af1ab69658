import assert from 'node:assert/strict';
import { FileError, type FileErrorCode, type FileErrorParams } from '../../src/files/file-error.ts';
import { fileMessage } from '../../src/files/file-messages.ts';
import { READING_LIMITS } from '../../src/files/reading-limits.ts';

const of = (code: FileErrorCode, params: FileErrorParams = {}): [string, string] => {
  const { message } = fileMessage(new FileError(code, params));
  return [message.zh, message.en];
};

describe('messages about files', () => {
  const codes: readonly FileErrorCode[] = [
    'not-found',
    'no-permission',
    'empty-file',
    'not-a-workbook',
    'encrypted',
    'damaged',
    'too-large',
    'dtd',
    'timeout',
    'signed',
  ];
  for (const code of codes) {
    it(`say what happened and what to do, in both languages: ${code}`, () => {
      const { message, next } = fileMessage(new FileError(code));
      for (const { zh, en } of [message, next]) {
        assert.match(zh, /[\u4e00-\u9fff].*[。]$/u);
        assert.match(en, /^[A-Z].*\.$/);
      }
    });
  }

  it('call a folder a folder', () => {
    const [zh, en] = of('no-permission', { what: 'folder' });
    assert.match(zh, /没有权限读取这个文件夹/u);
    assert.match(en, /folder/u);
  });

  it('name what the file looks like', () => {
    assert.deepEqual(of('not-a-workbook', { looksLike: 'pdf' }), [
      '这不是表格文件，而是 PDF 文件。',
      'This is not a workbook but a PDF.',
    ]);
    assert.equal(of('not-a-workbook', { looksLike: 'image' })[0], '这不是表格文件，而是图片。');
    assert.match(fileMessage(new FileError('not-a-workbook', { looksLike: 'docx' })).next.zh, /复制到 Excel/);
    assert.equal(
      fileMessage(new FileError('not-a-workbook', { looksLike: 'zip' })).next.en,
      'Unpack it and check the forms in it.',
    );
    assert.deepEqual(of('not-a-workbook', { looksLike: '__proto__' }), of('not-a-workbook'));
  });

  const looks = [
    'doc',
    'docx',
    'ppt',
    'pptx',
    'ofd',
    'pdf',
    'rtf',
    'html',
    'mail',
    'xml',
    'json',
    'image',
    'media',
    'archive',
    'zip',
    'program',
    'ole2',
  ];
  it('have words for each thing a file can look like', () => {
    const plain = of('not-a-workbook')[0];
    assert.deepEqual(
      looks.filter((looksLike) => of('not-a-workbook', { looksLike })[0] === plain),
      [],
    );
  });

  const limits = [
    ...Object.keys(READING_LIMITS),
    ...['file', 'old-file', 'part', 'total', 'ratio', 'memory', 'entries', 'rows', 'columns', 'blocks'],
  ];
  for (const what of limits) {
    it(`say which limit was passed and what to do about it: ${what}`, () => {
      const { message, next } = fileMessage(new FileError('too-large', { what, limit: 5 }));
      assert.notDeepEqual(message, fileMessage(new FileError('too-large')).message);
      for (const { zh, en } of [message, next]) {
        assert.match(zh, /^[^{}]*[\u4e00-\u9fff][^{}]*。$/u);
        assert.match(en, /^[A-Z][^{}]*\.$/);
      }
    });
  }

  it('advise to save a large file of an old format as .xlsx', () => {
    const { next } = fileMessage(new FileError('too-large', { what: 'old-file', limit: 5 }));
    assert.match(next.zh, /另存为新的 \.xlsx/);
  });

  it('name the limit that was passed', () => {
    assert.deepEqual(of('too-large', { what: 'file', limit: 256 * 1024 * 1024 }), [
      '文件超过 256 MB。',
      'The file is larger than 256 MB.',
    ]);
    assert.deepEqual(of('too-large', { what: 'cells', limit: 20_000_000 }), [
      '单元格超过 20,000,000 个。',
      'The file has more than 20,000,000 cells.',
    ]);
    assert.deepEqual(of('too-large', { what: '__proto__', limit: 1 }), of('too-large'));
  });

  it('name the row of an open quote', () =>
    assert.match(of('damaged', { detail: 'quote not closed', row: 7 })[0], /第 7 行/));
});
