import { FileError } from '../files/file-error.ts';
import { fileMessage } from '../files/file-messages.ts';
import type { RowEdit, RowObstacle } from '../files/row-shift.ts';
import type { SkippedWrite } from '../files/xlsx-values.ts';
import type { Language } from '../forms/language.ts';
import type { BrowserHost } from '../hosts/browser/browser-host.ts';
import type { DraftName } from './draft-store.ts';
import { Drafts } from './drafts.ts';
import { WorkerBroken } from '../pane/worker-calls.ts';
import type { OpenedFile } from './file-calls.ts';
import { Files } from './files.ts';
import { workbenchText } from './texts.ts';

/** What lies on the desk, and what is being done with it. */
export interface DeskState {
  readonly file: { readonly name: string; readonly signed: boolean } | null;
  /** How many files have been opened so far. */
  readonly opened: number;
  readonly unsaved: boolean;
  readonly doing: 'opening' | 'saving' | null;
  readonly message: { readonly kind: 'done' | 'attention'; readonly text: string } | null;
  /** What was not saved when the page went away, to go on with. */
  readonly drafts: readonly DraftName[];
}

interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly opened: OpenedFile;
}

/** Opens a file into the grid, and saves what became of it. */
export class Desk {
  readonly #host: BrowserHost;
  readonly #files = new Files();
  readonly #listeners = new Set<() => void>();
  readonly #language: () => Language;
  readonly #drafts: Drafts;
  #document: Document | null = null;
  #state: DeskState = { file: null, opened: 0, unsaved: false, doing: null, message: null, drafts: [] };

  constructor(host: BrowserHost, language: () => Language) {
    this.#host = host;
    this.#language = language;
    this.#drafts = new Drafts({ isTyping: () => host.isTyping, changes: () => host.changes() });
    void host.onEdit(({ sheetId, cells }) => {
      if ((sheetId !== null || cells !== null) && this.#document) this.touched();
    });
  }

  /** Offers what was not saved when the page went away last. */
  async start(): Promise<void> {
    this.#set({ drafts: await this.#drafts.offered(Date.now()) });
  }

  get state(): DeskState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether another file may take the place of this one: somebody who has changes not saved is asked. */
  mayReplace(): boolean {
    const { unsaved, file } = this.#state;
    return !unsaved || confirm(workbenchText(this.#language(), 'unsaved-question', { name: file?.name ?? '' }));
  }

  async open(bytes: Uint8Array, name: string): Promise<void> {
    this.#set({ doing: 'opening', message: null });
    try {
      const opened = await this.#files.open(bytes, name);
      await this.#host.show({ name, ...opened });
      this.#document = { name, bytes, opened };
      this.#drafts.follow({ name, bytes });
      this.#set({ file: { name, signed: opened.signed }, opened: this.#state.opened + 1, unsaved: false });
      if (opened.signed) this.tell('attention', workbenchText(this.#language(), 'signed'));
    } catch (error) {
      this.tell('attention', `${workbenchText(this.#language(), 'not-opened', { name })}${this.#reason(error)}`);
    } finally {
      this.#set({ doing: null });
    }
  }

  /** Goes on with a draft: the file as it was opened, with the changes patched into it. */
  async restore(id: string): Promise<void> {
    const draft = await this.#drafts.read(id);
    if (!draft) {
      this.tell('attention', workbenchText(this.#language(), 'draft-gone'));
      await this.start();
      return;
    }
    this.#set({ doing: 'opening', message: null });
    try {
      const { bytes, name, changes } = draft;
      const { format, workbook } = await this.#files.open(bytes, name);
      const saved = await this.#files.save({ bytes, format, workbook, ...changes });
      const opened = this.#state.opened;
      await this.open(saved.bytes, format === 'xlsx' ? name : `${name}.xlsx`);
      if (this.#state.opened === opened) return;
      this.touched();
      await this.#drafts.keepNow();
      await this.#drafts.remove(id);
      this.tell('done', workbenchText(this.#language(), 'restored', { name }));
    } catch (error) {
      this.tell('attention', `${workbenchText(this.#language(), 'not-restored')}${this.#reason(error)}`);
    } finally {
      this.#set({ doing: null });
      await this.start();
    }
  }

  async deleteDrafts(): Promise<void> {
    await this.#drafts.removeAll();
    await this.start();
    if (this.#document) this.tell('done', workbenchText(this.#language(), 'drafts-deleted'));
  }

  /** Patches the changes into the file's own bytes and hands them over for downloading. */
  async save(): Promise<void> {
    const document = this.#document;
    if (!document) return;
    const language = this.#language();
    this.#set({ doing: 'saving', message: null });
    try {
      const { format, workbook } = document.opened;
      const changes = await this.#host.changes();
      const saved = await this.#files.save({ bytes: document.bytes, format, workbook, ...changes });
      const name = format === 'xlsx' ? document.name : `${document.name}.xlsx`;
      download(saved.bytes, name);
      this.#drafts.forget();
      this.#set({ unsaved: false });
      const isFormula = ({ reason }: SkippedWrite): boolean => reason === 'not-a-formula';
      const formulas = cellList(saved.skipped.filter(isFormula));
      const cells = cellList(saved.skipped.filter((one) => !isFormula(one)));
      this.tell(
        saved.skipped.length > 0 ? 'attention' : 'done',
        [
          workbenchText(language, format === 'xlsx' ? 'saved' : 'saved-new', { name }),
          ...(cells === '' ? [] : [workbenchText(language, 'saved-skipped', { cells })]),
          ...(formulas === '' ? [] : [workbenchText(language, 'saved-without-formula', { cells: formulas })]),
          ...(saved.withoutNote > 0
            ? [workbenchText(language, 'saved-without-note', { count: saved.withoutNote })]
            : []),
        ].join(' '),
      );
    } catch (error) {
      this.tell('attention', `${workbenchText(language, 'not-saved')}${this.#reason(error)}`);
    } finally {
      this.#set({ doing: null });
    }
  }

  /** What stands in the way of rows that are to come and go; `null`: nothing. */
  async obstacleTo(rows: readonly RowEdit[]): Promise<RowObstacle | null> {
    const document = this.#document;
    if (!document) return null;
    const { format, workbook } = document.opened;
    return await this.#files.tryRows({ bytes: document.bytes, format, workbook, rows });
  }

  /** Marks came or went: they are part of what saving writes. */
  touched(): void {
    if (!this.#document) return;
    this.#set({ unsaved: true });
    this.#drafts.touch();
  }

  /** The page is about to go away, perhaps for good. */
  leaving(): void {
    if (this.#state.unsaved) void this.#drafts.keepNow();
  }

  tell(kind: 'done' | 'attention', text: string): void {
    this.#set({ message: { kind, text } });
  }

  dismiss(): void {
    this.#set({ message: null });
  }

  #reason(error: unknown): string {
    const language = this.#language();
    if (error instanceof WorkerBroken) return workbenchText(language, 'worker-broke');
    if (!(error instanceof FileError)) return error instanceof Error ? error.message : String(error);
    const { message, next } = fileMessage(error);
    return `${message[language]}${language === 'en' ? ' ' : ''}${next[language]}`;
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function cellList(cells: readonly SkippedWrite[]): string {
  return cells.map(({ cell }) => cell).join('、');
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Milliseconds after which the browser has taken the file over. */
const TAKEN_OVER = 60_000;

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: XLSX }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_OVER);
}
