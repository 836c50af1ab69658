import * as XLSX from 'xlsx';

/** An .xlsx (or a file of another type) written by another program, one sheet `Sheet1` with these rows. */
export function foreignWorkbook(rows: readonly (readonly unknown[])[], bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), 'Sheet1');
  const bytes: unknown = XLSX.write(book, { type: 'array', bookType, compression: true });
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  throw new Error('no bytes');
}
