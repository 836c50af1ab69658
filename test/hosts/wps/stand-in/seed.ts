import type { Codec } from '../../../../src/files/codec.ts';
import { readDocumentData } from '../../../../src/files/document-data.ts';
import { OfficePackage } from '../../../../src/files/package.ts';
import { readXlsxAppearance } from '../../../../src/files/xlsx-appearance.ts';
import { readXlsx } from '../../../../src/files/xlsx.ts';
import { cellIndex, valueAtIndex } from '../../../../src/sheets/grid.ts';
import { MARK_COLOURS, markFormula } from '../../../../src/marks/signature.ts';
import { BookModel, SheetModel } from './model.ts';

const VISIBILITY = { visible: -1, hidden: 0, veryHidden: 2 } as const;

/**
 * A workbook of the stand-in as a file has it: values, formulas with their results, number formats, merged blocks, hidden
 * rows and columns, notes, marks of ours, properties and texts of ours. Protection is left out.
 * @param codeNames whether the program gives sheets names of their own that stay when they are renamed
 */
export function bookOf(bytes: Uint8Array, name: string, codec: Codec, codeNames: boolean): BookModel {
  const parts = new OfficePackage(bytes, codec);
  const workbook = readXlsx(parts);
  const appearance = readXlsxAppearance(parts);
  const book = new BookModel(name);
  book.date1904 = workbook.date1904;
  for (const [property, value] of workbook.properties) book.properties.set(property, value);
  for (const [namespace, xml] of readDocumentData(parts)) book.parts.set(namespace, xml);
  workbook.sheets.forEach((grid, index) => {
    const sheet = new SheetModel(book, grid.name, codeNames ? `Sheet${String(index + 1)}` : '');
    sheet.visible = VISIBILITY[grid.visibility];
    for (let row = 0; row < grid.rowCount; row++) {
      for (let at = grid.rowStarts[row] ?? 0; at < (grid.rowStarts[row + 1] ?? 0); at++) {
        const column = grid.columns[at] ?? 0;
        sheet.setValue(row, column, valueAtIndex(grid, cellIndex(grid, row, column)));
        const format = grid.numberFormats[grid.formats[at] ?? 0] ?? 'General';
        const formula = grid.formulas.get(at);
        sheet.setExtra(row, column, {
          ...(format === 'General' ? {} : { format }),
          ...(formula === undefined ? {} : { formula }),
        });
      }
    }
    sheet.merges = [...grid.merges];
    for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
    for (const column of grid.hiddenColumns) sheet.hiddenColumns.add(column);
    const looks = appearance.sheets[index];
    for (const { row, column, text } of looks?.notes ?? []) sheet.comments.push({ row, column, text, author: '张三' });
    for (const { severity, ranges } of looks?.marks ?? []) {
      const bgr = MARK_COLOURS[severity].replace(/^(..)(..)(..)$/, '$3$2$1');
      const formula = `=${markFormula(severity)}`;
      sheet.conditions.push({ type: 2, formula, colour: parseInt(bgr, 16), ranges, stopIfTrue: false });
    }
    book.sheets.push(sheet);
  });
  return book;
}
