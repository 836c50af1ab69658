import { fflateCodec } from '../files/codec-fflate.ts';
import { readDocumentData, writeDocumentData } from '../files/document-data.ts';
import { openWorkbook } from '../files/open.ts';
import { OfficePackage } from '../files/package.ts';
import { isSigned } from '../files/signature.ts';
import { readXlsxAppearance } from '../files/xlsx-appearance.ts';
import { flagXlsx, unflagXlsx } from '../files/xlsx-flag.ts';
import { changeXlsxRows } from '../files/xlsx-rows.ts';
import { RowsRefused } from '../files/row-shift.ts';
import { writeXlsxValues } from '../files/xlsx-values.ts';
import { writeXlsx } from '../files/xlsx-write.ts';
import { recalculated } from '../locate/recalculate.ts';
import { answerCalls } from '../pane/worker-calls.ts';
import type { MessagePortLike } from '../pane/worker-port.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { withFreshValues } from './fresh-values.ts';
import type { FileCalls, NeedsSheetJs, OpenedFile, SavedFile, SaveRequest } from './file-calls.ts';

/** The worker for files: reads them, and patches into them what was changed. */
export function serveFiles(scope: MessagePortLike): void {
  answerCalls<FileCalls>(scope, { open, save, tryRows });
}

async function open({ bytes, name, old }: FileCalls['open'][0]): Promise<OpenedFile | NeedsSheetJs> {
  const state: { forSheetJs?: Uint8Array } = {};
  const readWithSheetJs = (packed: Uint8Array): Promise<Workbook> => {
    if (old) return Promise.resolve(old);
    state.forSheetJs = packed;
    return Promise.resolve({ sheets: [], date1904: false, properties: new Map() });
  };
  const { workbook: read, format } = await openWorkbook(bytes, name, { codec: fflateCodec, readWithSheetJs });
  if (state.forSheetJs) return { forSheetJs: state.forSheetJs };
  const workbook = recalculated(read);
  if (format !== 'xlsx') return { workbook, format, appearance: null, data: new Map(), signed: false };
  const file = new OfficePackage(bytes, fflateCodec);
  return {
    workbook,
    format,
    appearance: readXlsxAppearance(file),
    data: readDocumentData(file),
    signed: isSigned(file),
  };
}

function tryRows({ bytes, format, workbook, rows }: FileCalls['tryRows'][0]): FileCalls['tryRows'][1] {
  try {
    changeXlsxRows(format === 'xlsx' ? bytes : writeXlsx(workbook, fflateCodec), rows, fflateCodec);
    return null;
  } catch (error) {
    if (error instanceof RowsRefused) return error.code;
    throw error;
  }
}

function save(request: SaveRequest): SavedFile {
  const { bytes: original, format, workbook, rows, writes: edits, results, marks, data } = request;
  let bytes = format === 'xlsx' ? original : writeXlsx(workbook, fflateCodec);
  const writes = format === 'xlsx' ? edits : withFreshValues(workbook, rows, edits, results);
  bytes = changeXlsxRows(bytes, rows, fflateCodec);
  const allStale = rows.length > 0;
  const written =
    writes.length > 0 || allStale
      ? writeXlsxValues(bytes, writes, fflateCodec, results, { allStale })
      : { bytes, skipped: [] };
  ({ bytes } = written);
  let withoutNote = 0;
  if (marks.sheets.length === 0) bytes = unflagXlsx(bytes, fflateCodec) ?? bytes;
  else {
    const flagged = flagXlsx(bytes, marks, fflateCodec);
    ({ bytes } = flagged);
    withoutNote = flagged.withoutNote.reduce((sum, { cells }) => sum + cells.length, 0);
  }
  if (data.size > 0) {
    const file = new OfficePackage(bytes, fflateCodec);
    for (const [namespace, xml] of data) writeDocumentData(file, namespace, xml);
    bytes = file.toBytes();
  }
  return { bytes, skipped: written.skipped, withoutNote };
}
