import type { Workbook } from '../sheets/workbook.ts';
import type { Codec } from './codec.ts';
import { readCsv } from './csv.ts';
import { FileError } from './file-error.ts';
import { ole2Kind } from './ole2.ts';
import { sniff } from './sniff.ts';
import { readXlsx } from './xlsx.ts';

/** A file above this size (bytes) is refused before it is looked at; no part of a workbook may be larger either. */
export const MAX_FILE = 256 * 1024 * 1024;

/**
 * Reads a workbook of any kind by its content; the name never decides, it only names the sheet of a CSV file.
 * @param name the file's name, with or without ending
 * @throws FileError and nothing else, whatever the bytes.
 */
export function readWorkbook(bytes: Uint8Array, name: string, codec: Codec): Workbook {
  try {
    return readByKind(bytes, name, codec);
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError('damaged', { detail: 'unexpected' }, { cause: error });
  }
}

function readByKind(bytes: Uint8Array, name: string, codec: Codec): Workbook {
  if (bytes.length === 0) throw new FileError('empty-file');
  if (bytes.length > MAX_FILE) throw new FileError('too-large', { what: 'file', limit: MAX_FILE });
  const kind = sniff(bytes);
  if (kind === 'zip') return readXlsx(bytes, codec);
  if (kind === 'text') return readCsv(bytes, sheetName(name));
  if (kind !== 'ole2') throw new FileError('not-a-workbook', { looksLike: kind });
  const content = ole2Kind(bytes);
  throw content === 'encrypted' ? new FileError('encrypted') : new FileError('not-a-workbook', { looksLike: content });
}

/** A file's name without folders and ending. */
function sheetName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}
