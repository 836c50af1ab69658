import assert from 'node:assert/strict';
import { FileError, type FileErrorCode, type FileErrorParams } from '../../src/files/file-error.ts';
import { fileMessage } from '../../src/files/file-messages.ts';

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

  const limits = ['file', 'part', 'total', 'ratio', 'entries', 'cells', 'rows', 'columns', 'merges'];
  it('have words for each limit', () => {
    const plain = of('too-large')[0];
    assert.deepEqual(
      limits.filter((what) => of('too-large', { what, limit: 5 })[0] === plain),
      [],
    );
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
