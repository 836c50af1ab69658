import assert from 'node:assert/strict';
import { FileError } from '../../src/files/file-error.ts';
import { READING_LIMITS } from '../../src/files/reading-limits.ts';
import { readSheet } from '../../src/files/sheet.ts';
import { StringTable } from '../../src/sheets/grid-builder.ts';
import { textBytes } from './zip-bytes.ts';

function refusal(content: string, cellsLeft: number): string {
  const counts = { cells: READING_LIMITS.cells - cellsLeft, merges: 0, formulas: 0 };
  const context = { table: new StringTable(), shared: undefined, styles: [], date1904: false, counts };
  try {
    readSheet(textBytes(`<worksheet>${content}</worksheet>`), 'S', 'visible', context);
    return 'none';
  } catch (error) {
    if (error instanceof FileError) return `${error.code} ${error.params.what ?? ''}`;
    throw error;
  }
}

describe('a sheet larger than can be kept', () => {
  const cells = '<sheetData><row><c r="A1"><v>1</v></c><c><v>2</v></c><c t="str"><v>3</v></c><c/></row></sheetData>';
  it('is refused by its cells, in all sheets together', () => {
    assert.deepEqual(
      [refusal(cells, 3), refusal(cells, 2), refusal(cells, 0)],
      ['none', 'too-large cells', 'too-large cells'],
    );
  });
  it('and by its merged ranges', () => {
    assert.equal(
      refusal(`<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(READING_LIMITS.merges + 1)}</mergeCells>`, 1),
      'too-large merges',
    );
  });
});
