import assert from 'node:assert/strict';
import { FileError } from '../../src/files/file-error.ts';
import { fileMessage } from '../../src/files/file-messages.ts';
import { openWorkbook } from '../../src/files/open.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { readingPlatform } from '../files/reading-platform.ts';
import { containers } from './containers.ts';
import type { HostileFile } from './hostile-file.ts';
import { odsFiles, textFiles } from './other-formats.ts';
import { xlsxFiles } from './parts.ts';

async function endOf(bytes: Uint8Array): Promise<{ readonly end: string; readonly workbook?: Workbook }> {
  try {
    const { workbook } = await openWorkbook(bytes, '表.xlsx', readingPlatform);
    return { end: 'read', workbook };
  } catch (error) {
    // A refusal of last resort means that a reader has met something it does not know of.
    if (!(error instanceof FileError) || error.params.detail === 'unexpected') throw error;
    return { end: [error.code, error.params.what ?? error.params.looksLike].filter(Boolean).join(' ') };
  }
}

const kinds: readonly (readonly [string, readonly HostileFile[]])[] = [
  ['containers', containers],
  ['workbooks', xlsxFiles],
  ['OpenDocument spreadsheets', odsFiles],
  ['texts', textFiles],
];

for (const [kind, files] of kinds) {
  describe(`hostile ${kind}`, () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    for (const { what, make, ends, check } of files) {
      it(`${ends === 'read' ? 'are read' : `end as ${ends}`}: ${what}`, async () => {
        const { end, workbook } = await endOf(make());
        assert.equal(end, ends);
        if (workbook) check?.(workbook);
        assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).sort(), before);
      });
    }
  });
}

describe('what is said of a file that only looks like a workbook', () => {
  const words: readonly (readonly [string, RegExp, RegExp])[] = [
    ['html', /网页/, /web page/],
    ['xml-spreadsheet', /XML 表格/, /XML spreadsheet/],
    ['mail', /网页或邮件存档/, /saved web page/],
  ];
  for (const [looksLike, zh, en] of words) {
    it(`names it: ${looksLike}`, () => {
      const { message, next } = fileMessage(new FileError('not-a-workbook', { looksLike }));
      assert.match(message.zh, zh);
      assert.match(message.en, en);
      assert.match(next.zh, /另存为 \.xlsx/);
    });
  }
});
