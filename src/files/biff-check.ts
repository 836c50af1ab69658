import { CompoundFile } from './compound-file.ts';
import { FileError, damaged } from './file-error.ts';
import { holdTo } from './reading-limits.ts';

/** Records of [MS-XLS] that say how a workbook stream is put together. */
const BOF = 0x0809;
const EOF = 0x000a;
const BOUND_SHEET = 0x0085;
const FILE_PASS = 0x002f;

/** The version in the first BOF: those of Excel 5 and 95, and of 97 to 2003. */
const BIFF5 = 0x0500;
const BIFF8 = 0x0600;

/**
 * Looks whether all of a .xls or .et is there before SheetJS reads it, which takes a file that breaks off for one
 * whose sheets are empty.
 * @throws FileError `damaged`, `encrypted`, `too-large`.
 */
export function checkBiff(bytes: Uint8Array): void {
  const file = new CompoundFile(bytes);
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (!stream) throw damaged('no workbook stream');
  const records = new Records(stream);
  const version = stream.length < 8 ? 0 : records.view.getUint16(4, true);
  if (version !== BIFF5 && version !== BIFF8) return;
  const sheets: number[] = [];
  records.walk(0, (type, at, length) => {
    if (type === FILE_PASS) throw new FileError('encrypted');
    if (type !== BOUND_SHEET || length < 4) return;
    holdTo('sheets', sheets.length + 1);
    sheets.push(records.view.getUint32(at, true));
  });
  if (sheets.length === 0) throw damaged('no worksheet');
  if (new Set(sheets).size < sheets.length) throw damaged('two sheets at one place');
  for (const start of sheets) {
    // The workbook itself begins at 0.
    if (start === 0) throw damaged('sheet without a beginning');
    records.walk(start, () => undefined);
  }
}

class Records {
  readonly view: DataView;

  constructor(stream: Uint8Array) {
    this.view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  }

  /** Visits the records from a BOF to its EOF; charts within a sheet have a pair of their own. */
  walk(start: number, visit: (type: number, at: number, length: number) => void): void {
    let at = start;
    let depth = 0;
    do {
      if (at + 4 > this.view.byteLength) throw damaged('workbook stream breaks off');
      const type = this.view.getUint16(at, true);
      const length = this.view.getUint16(at + 2, true);
      if (at === start && type !== BOF) throw damaged('sheet without a beginning');
      at += 4;
      if (at + length > this.view.byteLength) throw damaged('workbook stream breaks off');
      if (type === BOF) depth++;
      else if (type === EOF) depth--;
      else visit(type, at, length);
      at += length;
    } while (depth > 0);
  }
}
