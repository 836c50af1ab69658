import { rangeFromA1, type Address } from '../../sheets/address.ts';
import type { Edit } from '../host.ts';
import { cellCount } from './read-cells.ts';
import type { RunBatch } from './excel-batch.ts';

/** More cells than this are not told one by one. */
const MOST_CELLS = 2000;

type Registration = OfficeExtension.EventHandlerResult<unknown>;

/**
 * Tells of edits, as Excel tells of them: hints, for Excel leaves some out (values picked from a drop-down list on the
 * web, fast typing), so that whoever listens reads again what matters.
 */
export class EditEvents {
  readonly #run: RunBatch;
  readonly #listeners = new Set<(edit: Edit) => void>();
  #registrations: Promise<readonly Registration[]> | undefined;

  constructor(run: RunBatch) {
    this.#run = run;
  }

  async add(listener: (edit: Edit) => void): Promise<() => void> {
    this.#listeners.add(listener);
    this.#registrations ??= this.#register();
    try {
      await this.#registrations;
    } catch (error) {
      this.#registrations = undefined;
      this.#listeners.delete(listener);
      throw error;
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) void this.#unregister();
    };
  }

  #register(): Promise<readonly Registration[]> {
    return this.#run(async (context) => {
      const { worksheets } = context.workbook;
      const layoutChanged = (): Promise<void> => this.#tell({ sheetId: null, cells: null, ours: false });
      const registrations: Registration[] = [
        worksheets.onChanged.add((change) => this.#tell(editOf(change))),
        worksheets.onAdded.add(layoutChanged),
        worksheets.onDeleted.add(layoutChanged),
      ];
      await context.sync();
      return registrations;
    });
  }

  /** A handler is taken away in the context in which it was added. */
  async #unregister(): Promise<void> {
    const registrations = this.#registrations;
    this.#registrations = undefined;
    try {
      const [first, ...rest] = (await registrations) ?? [];
      if (!first) return;
      for (const registration of [first, ...rest]) registration.remove();
      await first.context.sync();
    } catch {
      // The workbook is closed, and its events with it.
    }
  }

  #tell(edit: Edit): Promise<void> {
    for (const listener of [...this.#listeners]) listener(edit);
    return Promise.resolve();
  }
}

/** What Excel tells of a change. */
type Change = Pick<Excel.WorksheetChangedEventArgs, 'worksheetId' | 'address' | 'changeType' | 'triggerSource'>;

export function editOf({ worksheetId, address, changeType, triggerSource }: Change): Edit {
  const ours = triggerSource === 'ThisLocalAddin';
  const isOfCells = changeType === 'RangeEdited' || changeType === 'Unknown';
  return { sheetId: worksheetId, cells: isOfCells ? cellsOf(address) : null, ours };
}

/** The cells of an address; `null` where it cannot be read, names whole rows or columns, or too many cells. */
export function cellsOf(address: string): readonly Address[] | null {
  const cells: Address[] = [];
  for (const part of address.split(',')) {
    const range = rangeFromA1(part.slice(part.lastIndexOf('!') + 1).trim());
    if (!range || cells.length + cellCount(range) > MOST_CELLS) return null;
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) cells.push({ row, column });
    }
  }
  return cells;
}
