import assert from 'node:assert/strict';
import path from 'node:path';
import { SheetJsProcess } from '../../src/cli/sheetjs-process.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { FileError } from '../../src/files/file-error.ts';
import { openWorkbook } from '../../src/files/open.ts';
import { foreignWorkbook } from '../files/foreign-workbook.ts';
import { oldWorkbooks } from './old-workbooks.ts';

const PROGRAM = path.join(import.meta.dirname, '../../dist/tianbao.mjs');

/** Read as the command line reads them: in a process that may be ended. */
describe('hostile old workbooks', () => {
  let reader: SheetJsProcess;
  before(() => {
    reader = new SheetJsProcess(PROGRAM, { seconds: 15, heap: 256 });
  });
  after(() => reader.close());

  async function endOf(bytes: Uint8Array): Promise<string> {
    const platform = { codec: nodeCodec, readWithSheetJs: (file: Uint8Array) => reader.read(file) };
    try {
      await openWorkbook(bytes, '表.xls', platform);
      return 'read';
    } catch (error) {
      if (error instanceof FileError && error.params.detail !== 'unexpected') return error.code;
      throw error;
    }
  }

  for (const { what, make, ends } of oldWorkbooks) {
    it(`${ends === 'either' ? 'come to an end' : `end as ${ends}`}: ${what}`, async () => {
      const end = await endOf(make());
      if (ends === 'either') assert.ok(['read', 'damaged', 'too-large', 'not-a-workbook'].includes(end), end);
      else assert.equal(end, ends);
    }).timeout(30_000);
  }

  it('reads on after all of them', async () => {
    assert.equal(await endOf(foreignWorkbook([['甲']], 'biff8')), 'read');
  });
});
