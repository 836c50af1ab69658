import { HostError } from '../host.ts';
import type { JsapiObject } from './jsapi.ts';

type Application = JsapiObject<'Application'>;

/** The bytes of a file, and how it is called; or where it can be had. */
export interface BlankFile {
  /** As base64. */
  readonly data: string;
  /** With its ending. */
  readonly name: string;
  /** Where WPS itself may fetch it, should nothing else work. */
  readonly url?: string;
}

const MOST_NAMES = 50;

/**
 * Opens a file as a workbook of its own: written to the temporary folder, it is the template of a new workbook, or else
 * opened itself.
 * @throws HostError `unsupported` where no way leads there
 */
export function openBlank(application: Application, file: BlankFile): void {
  const path = temporaryFile(application, file);
  const workbooks = application.object('Workbooks', 'Workbooks');
  if (path !== null) {
    if (openAsTemplate(workbooks, path)) {
      attempt(() => application.object('FileSystem', 'FileSystem').call('Remove', path));
      return;
    }
    if (attempt(() => workbooks.object('Workbook', 'Open', path))) return;
  }
  if (file.url !== undefined) {
    const { url } = file;
    const loaded = valueOf(() => application.object('OAAssist', 'OAAssist').call('DownloadFile', url));
    if (typeof loaded === 'string' && loaded !== '' && attempt(() => workbooks.object('Workbook', 'Open', loaded)))
      return;
    if (workbooks.has('OpenFromUrl') && attempt(() => workbooks.call('OpenFromUrl', url))) return;
  }
  throw new HostError(
    'unsupported',
    path === null ? 'no file can be written' : 'the file does not let itself be opened',
  );
}

/** Not every WPS heeds the file that a new workbook is to be made from: an empty one is closed again. */
function openAsTemplate(workbooks: JsapiObject<'Workbooks'>, path: string): boolean {
  const workbook = valueOf(() => workbooks.find('Workbook', 'Add', path));
  if (!workbook) return false;
  const isEmpty = valueOf(() => {
    const used = workbook.object('Sheets', 'Worksheets').object('Worksheet', 'Item', 1).object('Range', 'UsedRange');
    return used.number('Count') <= 1 && (used.read('Value2') ?? '') === '';
  });
  if (isEmpty !== true) return true;
  attempt(() => workbook.call('Close', false));
  return false;
}

/** Writes the file where it can be opened; `null` where WPS lets nothing be written that reads the same again. */
function temporaryFile(application: Application, { data, name }: BlankFile): string | null {
  const files = valueOf(() => application.find('FileSystem', 'FileSystem'));
  if (!files) return null;
  const bytes = atob(data);
  const named = folderOf(() => application.find('Env', 'Env')?.call('GetTempPath'));
  const own = folderOf(() => files.call('tmpdir')) ?? named;
  const binary = { write: 'writeAsBinaryString', read: 'readAsBinaryString' } as const;
  const text = { write: 'WriteFile', read: 'ReadFile' } as const;
  const within = (folder: string) => (file: string) => `${folder}/${file}`;
  // Only where the folder is known: elsewhere the file would come to lie at the root.
  const ways = [
    ...(named === null ? [] : [{ path: within(named), handed: within(named), ...binary }]),
    ...(own === null ? [] : [{ path: within(own), handed: (file: string) => file, ...binary }]),
    ...(named === null ? [] : [{ path: within(named), handed: within(named), ...text }]),
  ];
  for (const { path, handed, write, read } of ways) {
    const free = freeName(files, name, path);
    const isWritten = attempt(() => files.call(write, handed(free), bytes));
    // What was not meant for bytes writes something else.
    if (isWritten && valueOf(() => files.call(read, handed(free))) === bytes) return path(free);
  }
  return null;
}

/** A folder as WPS names it, with `/` and without one at its end; `null` where it names none. */
function folderOf(ask: () => unknown): string | null {
  const folder = valueOf(ask);
  return typeof folder === 'string' && folder !== '' ? folder.replace(/\\/g, '/').replace(/\/+$/, '') : null;
}

/** A name that no file has: one that is open cannot be written to. */
function freeName(files: JsapiObject<'FileSystem'>, name: string, path: (file: string) => string): string {
  const dot = name.lastIndexOf('.');
  const plain = name.slice(0, dot).replace(/[\\/:*?"<>|]/g, '-');
  for (let number = 1; number <= MOST_NAMES; number++) {
    const file = `${plain}${number === 1 ? '' : ` (${String(number)})`}${name.slice(dot)}`;
    if (valueOf(() => files.call('Exists', path(file))) !== true) return file;
  }
  return `${plain}${name.slice(dot)}`;
}

function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function valueOf<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
