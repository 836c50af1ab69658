import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { SheetJsProcess } from '../../src/cli/sheetjs-process.ts';
import { FileError } from '../../src/files/file-error.ts';
import { textAt } from '../../src/sheets/grid.ts';
import { foreignWorkbook } from '../files/foreign-workbook.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const PROGRAM = path.join(import.meta.dirname, '../../dist/tianbao.mjs');

describe('the process that reads old workbooks', () => {
  let folder: TemporaryFolder;
  let reader: SheetJsProcess | undefined;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => {
    reader?.close();
    folder.remove();
  });

  const reading = (program: string, limits = { seconds: 60, heap: 512 }): SheetJsProcess =>
    (reader = new SheetJsProcess(program, limits));

  /** A program that does this instead of reading. */
  function program(code: string): string {
    const file = path.join(folder.path, 'reader.mjs');
    writeFileSync(file, code);
    return file;
  }

  async function refusal(file: SheetJsProcess, bytes: Uint8Array): Promise<string> {
    try {
      await file.read(bytes);
      return 'read';
    } catch (error) {
      if (error instanceof FileError) return [error.code, error.params.what].filter(Boolean).join(' ');
      throw error;
    }
  }

  it('reads one file after the other', async () => {
    const process = reading(PROGRAM);
    for (const text of ['甲', '乙']) {
      const [sheet] = (await process.read(foreignWorkbook([[text]], 'biff8'))).sheets;
      assert.equal(sheet && textAt(sheet, 0, 0), text);
    }
  });

  it('hands on what the reader refuses, and reads on', async () => {
    const process = reading(PROGRAM);
    const bytes = foreignWorkbook([['甲', 1]], 'biff8');
    assert.equal(await refusal(process, bytes.subarray(0, 700)), 'damaged');
    assert.equal(await refusal(process, bytes), 'read');
  });

  it('stops a reader that does not come to an end, and starts another', async () => {
    const process = reading(program('process.on("message", () => { for (;;); })'), { seconds: 0.5, heap: 64 });
    assert.equal(await refusal(process, new Uint8Array(1)), 'timeout');
    assert.equal(await refusal(process, new Uint8Array(1)), 'timeout');
  });

  it('outlives a reader that dies', async () => {
    assert.equal(
      await refusal(reading(program('process.on("message", () => process.abort())')), new Uint8Array(1)),
      'too-large memory',
    );
  });

  it('outlives a reader that fills its memory', async () => {
    const swelling = 'process.on("message", () => { const all = []; for (;;) all.push(new Array(100000).fill(all)); })';
    assert.equal(
      await refusal(reading(program(swelling), { seconds: 60, heap: 32 }), new Uint8Array(1)),
      'too-large memory',
    );
  });
});
