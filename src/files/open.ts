import type { Workbook } from '../sheets/workbook.ts';
import { checkBiff } from './biff-check.ts';
import type { Codec } from './codec.ts';
import { readCsv } from './csv.ts';
import { readDocumentData } from './document-data.ts';
import { FileError } from './file-error.ts';
import { readOds } from './ods.ts';
import { ole2Kind } from './ole2.ts';
import { OfficePackage } from './package.ts';
import { packageKind } from './package-kind.ts';
import type { SheetJsReader } from './sheetjs.ts';
import { sniff } from './sniff.ts';
import { readXlsx } from './xlsx.ts';

/** A file above this size (bytes) is refused before it is looked at; no part of a workbook may be larger either. */
export const MAX_FILE = 256 * 1024 * 1024;

/** SheetJS needs many times the size (bytes) of a file, unpacked; the largest .xls of 65,536 full rows is below this. */
const MAX_FOR_SHEETJS = 64 * 1024 * 1024;

/** What a workbook was read as, by its content. */
export type WorkbookFormat = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'csv';

export interface OpenedWorkbook {
  readonly workbook: Workbook;
  readonly format: WorkbookFormat;
  /** Texts of ours that it carries, by their XML namespace. */
  readonly data: ReadonlyMap<string, string>;
}

const NO_DATA: ReadonlyMap<string, string> = new Map();

/** What reading needs of the machine it runs on. */
export interface Platform {
  readonly codec: Codec;
  readonly readWithSheetJs: SheetJsReader;
}

/**
 * Reads a workbook of any kind by its content; the name never decides, it only names the sheet of a CSV file.
 * @param name the file's name, with or without ending
 * @throws FileError and nothing else, whatever the bytes.
 */
export async function openWorkbook(bytes: Uint8Array, name: string, platform: Platform): Promise<OpenedWorkbook> {
  try {
    return await openByKind(bytes, name, platform);
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError('damaged', { detail: 'unexpected' }, { cause: error });
  }
}

async function openByKind(bytes: Uint8Array, name: string, platform: Platform): Promise<OpenedWorkbook> {
  if (bytes.length === 0) throw new FileError('empty-file');
  if (bytes.length > MAX_FILE) throw new FileError('too-large', { what: 'file', limit: MAX_FILE });
  const kind = sniff(bytes);
  if (kind === 'text') return { workbook: readCsv(bytes, sheetName(name)), format: 'csv', data: NO_DATA };
  if (kind === 'zip') return await openPackage(bytes, platform);
  if (kind !== 'ole2') throw new FileError('not-a-workbook', { looksLike: kind });
  const content = ole2Kind(bytes);
  if (content === 'encrypted') throw new FileError('encrypted');
  if (content !== 'xls') throw new FileError('not-a-workbook', { looksLike: content });
  holdToSheetJs(bytes.length);
  checkBiff(bytes);
  return { workbook: await platform.readWithSheetJs(bytes, 'xls'), format: 'xls', data: NO_DATA };
}

async function openPackage(bytes: Uint8Array, platform: Platform): Promise<OpenedWorkbook> {
  const parts = new OfficePackage(bytes, platform.codec);
  const kind = packageKind(parts);
  if (kind === 'xlsx') return { workbook: readXlsx(parts), format: 'xlsx', data: readDocumentData(parts) };
  if (kind === 'ods') return { workbook: readOds(parts), format: 'ods', data: NO_DATA };
  if (kind !== 'xlsb') throw new FileError('not-a-workbook', { looksLike: kind });
  const unpacked = parts.names().reduce((sum, part) => sum + (parts.sizeOf(part) ?? 0), 0);
  holdToSheetJs(unpacked);
  return { workbook: await platform.readWithSheetJs(parts.rewritten(), 'xlsb'), format: 'xlsb', data: NO_DATA };
}

/** @param size in bytes, unpacked */
function holdToSheetJs(size: number): void {
  if (size > MAX_FOR_SHEETJS) throw new FileError('too-large', { what: 'old-file', limit: MAX_FOR_SHEETJS });
}

/** A file's name without folders and ending. */
function sheetName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}
