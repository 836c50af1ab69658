import * as XLSX from 'xlsx';

/** A file as SheetJS, which shares no code with ours, reads it. */
export function readBack(bytes: Uint8Array): XLSX.WorkBook {
  return XLSX.read(bytes, { type: 'array', cellNF: true, cellStyles: true });
}

/** A cell of it; `undefined` where there is none. */
export function cellIn(sheet: XLSX.WorkSheet | undefined, cell: string): XLSX.CellObject | undefined {
  const found: unknown = sheet?.[cell];
  return isCell(found) ? found : undefined;
}

function isCell(value: unknown): value is XLSX.CellObject {
  return typeof value === 'object' && value !== null && 't' in value;
}

/** The notes of a sheet by cell. */
export function notesIn(bytes: Uint8Array, sheetName: string): Record<string, string> {
  const sheet = readBack(bytes).Sheets[sheetName];
  const notes: Record<string, string> = {};
  for (const cell of Object.keys(sheet ?? {})) {
    const comments = cellIn(sheet, cell)?.c;
    if (comments) notes[cell] = comments.map((one) => one.t).join('|');
  }
  return notes;
}
