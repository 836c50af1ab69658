import { MAX_COLUMNS, MAX_ROWS, type Address } from '../../sheets/address.ts';
import type { Edit } from '../host.ts';
import { JsapiObject } from './jsapi.ts';
import type { FrontDocument } from './wps-documents.ts';
import { areasOfRange, sizeOf, type WpsSheet } from './wps-ranges.ts';

/** What waits and wakes; a page's own timers, or those of a test. */
export interface Timers {
  set(act: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

/** What the listener to WPS needs of the host. */
export interface EditSource {
  readonly application: JsapiObject<'Application'>;
  readonly timers: Timers;
  /** The id of a sheet of the document in front; `null` for any other. */
  readonly idOf: (sheet: WpsSheet) => string | null;
  readonly document: () => FrontDocument | null;
  /** Whether the cells hold what we ourselves have just put there. */
  readonly isEcho: (sheetId: string, cells: readonly Address[]) => boolean;
  /** What has changed since it was last asked, where WPS does not tell. */
  readonly poll: () => Edit | null;
  readonly tell: (edit: Edit) => void;
}

/** Edits of more cells are told of as a change of layout. */
const MOST_CELLS = 5000;

/** Milliseconds between looks at the sheet where no event has ever come. */
export const POLL_EVERY = 4000;

const OTHER_DOCUMENT = ['WorkbookOpen', 'NewWorkbook', 'WorkbookActivate', 'WindowActivate'] as const;
const OTHER_LAYOUT = ['WorkbookNewSheet', 'SheetBeforeDelete', 'WorkbookBeforeClose'] as const;

/** Tells of edits: by the events of WPS, and by looking now and then for as long as none has come. */
export class WpsEdits {
  readonly #source: EditSource;
  readonly #registered: { readonly name: string; readonly listener: (...parameters: readonly unknown[]) => void }[] =
    [];
  #timer: unknown = null;
  #document: FrontDocument | null = null;
  #changesCome = false;
  /** Writes of our own are under way. */
  #ours = 0;
  /** What happens is nothing to tell of. */
  #aside = 0;

  constructor(source: EditSource) {
    this.#source = source;
  }

  start(): void {
    this.#document = this.#source.document();
    this.#listen('SheetChange', (sheet, target) => this.#noteChange(sheet, target));
    for (const name of OTHER_DOCUMENT) this.#listen(name, () => this.#noteDocument());
    // These come before it has happened.
    for (const name of OTHER_LAYOUT) this.#listen(name, () => this.#later());
    // What is there now is what the first look is held against.
    this.forget();
    this.#wait();
  }

  /** What has changed so far is known already. */
  forget(): void {
    if (this.#changesCome) return;
    try {
      this.#source.poll();
    } catch {
      // Then the first look tells of nothing.
    }
  }

  stop(): void {
    const events = eventsOf(this.#source.application);
    for (const { name, listener } of this.#registered.splice(0)) {
      try {
        events?.call('RemoveApiEventListener', name, listener);
      } catch {
        // WPS takes the listeners of a page away when the page goes.
      }
    }
    this.#source.timers.clear(this.#timer);
    this.#timer = null;
  }

  /** Does something whose events are our own. */
  whileOurs<T>(act: () => T): T {
    this.#ours++;
    try {
      return act();
    } finally {
      this.#ours--;
    }
  }

  /** Does something that leaves every document as it is, beside those that it makes and closes for itself. */
  async aside<T>(act: () => Promise<T>): Promise<T> {
    this.#aside++;
    try {
      return await act();
    } finally {
      this.#aside--;
    }
  }

  #listen(name: string, listener: (...parameters: readonly unknown[]) => void): void {
    const guarded = (...parameters: readonly unknown[]): void => {
      if (this.#aside > 0) return;
      try {
        listener(...parameters);
      } catch {
        // What goes wrong in a listener is nobody's fault but ours, and WPS would stop at it.
      }
    };
    try {
      // An unknown name throws, and which are known differs from build to build.
      eventsOf(this.#source.application)?.call('AddApiEventListener', name, guarded);
      this.#registered.push({ name, listener: guarded });
    } catch {
      // What it would tell is found by looking.
    }
  }

  #noteChange(sheet: unknown, target: unknown): void {
    if (this.#ours > 0) return;
    const id = isObject(sheet) ? this.#source.idOf(new JsapiObject('Worksheet', sheet)) : null;
    if (id === null) return;
    const cells = isObject(target) ? cellsOf(new JsapiObject('Range', target)) : null;
    if (cells && this.#source.isEcho(id, cells)) return;
    this.#changesCome = true;
    this.#source.tell({ sheetId: id, cells, ours: false });
  }

  /** Another document may have come to the front, or the one in front have another name. Whether that is told. */
  #noteDocument(): boolean {
    const before = this.#document;
    const now = this.#source.document();
    if (now?.fullName === before?.fullName) return false;
    this.#document = now;
    const change = { sheetId: null, cells: null, ours: false } as const;
    this.#source.tell(now?.key === before?.key ? change : { ...change, opened: true });
    return true;
  }

  #later(): void {
    this.#source.timers.set(() => {
      if (this.#timer === null || this.#aside > 0) return;
      if (!this.#noteDocument()) this.#source.tell({ sheetId: null, cells: null, ours: false });
    }, 0);
  }

  #wait(): void {
    this.#timer = this.#source.timers.set(() => {
      try {
        this.look();
      } catch {
        // WPS is busy, and will not be next time.
      }
      if (this.#timer !== null) this.#wait();
    }, POLL_EVERY);
  }

  /** Looks for what no event has told of. */
  look(): void {
    if (this.#aside > 0) return;
    this.#noteDocument();
    if (this.#changesCome) return;
    const edit = this.#source.poll();
    if (edit) this.#source.tell(edit);
  }
}

function eventsOf(application: JsapiObject<'Application'>): JsapiObject<'ApiEvent'> | null {
  try {
    return application.find('ApiEvent', 'ApiEvent');
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** The cells of a range; `null` where they are whole rows or columns, or too many to be told one by one. */
function cellsOf(range: JsapiObject<'Range'>): Address[] | null {
  const areas = areasOfRange(range);
  const isWhole = areas.some(({ top, left, bottom, right }) => {
    return (left === 0 && right === MAX_COLUMNS - 1) || (top === 0 && bottom === MAX_ROWS - 1);
  });
  const size = areas.reduce((sum, area) => sum + sizeOf(area), 0);
  if (areas.length === 0 || isWhole || size > MOST_CELLS) return null;
  const cells: Address[] = [];
  for (const { top, left, bottom, right } of areas)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) cells.push({ row, column });
  return cells;
}
