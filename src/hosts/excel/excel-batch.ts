/**
 * Runs a batch of requests, as `Excel.run`. `mergeUndoGroup` is asked for only where Excel has it (ExcelApi 1.20): all
 * that the batch changes is then one step of Excel's own undo.
 */
export type RunBatch = <T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options?: { readonly mergeUndoGroup: true },
) => Promise<T>;

/** Of 5 MB that Excel on the web takes and gives at once, what we ask for by our own reckoning. */
const BYTES_AT_ONCE = 3_000_000;

/** What asking for one range, note or conditional format takes in a request, in bytes. */
export const REQUEST_BYTES = 500;

/** Sends what is asked for in as few requests as its size allows. */
export class PacedBatch {
  readonly context: Excel.RequestContext;
  #bytes = 0;

  constructor(context: Excel.RequestContext) {
    this.context = context;
  }

  /** Makes room for something that takes so many bytes, in the request or in its answer; call it just before asking. */
  async makeRoom(bytes: number): Promise<void> {
    if (this.#bytes > 0 && this.#bytes + bytes > BYTES_AT_ONCE) await this.sync();
    this.#bytes += bytes;
  }

  /** Sends what was asked for. */
  async sync(): Promise<void> {
    this.#bytes = 0;
    await this.context.sync();
  }
}

/** The range of cells in which all four edges lie. */
export function rangeOn(
  sheet: Excel.Worksheet,
  { top, left, bottom, right }: { top: number; left: number; bottom: number; right: number },
): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

export const RANGE_EDGES = 'rowIndex,columnIndex,rowCount,columnCount';

/** Where a loaded range lies. */
export function edgesOf(range: Pick<Excel.Range, 'rowIndex' | 'columnIndex' | 'rowCount' | 'columnCount'>): {
  top: number;
  left: number;
  bottom: number;
  right: number;
} {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}
