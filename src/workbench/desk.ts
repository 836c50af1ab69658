import { FileError } from '../files/file-error.ts';
import { fileMessage } from '../files/file-messages.ts';
import type { BrowserHost } from '../hosts/browser/browser-host.ts';
import type { Language } from '../pane/check-calls.ts';
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
  #document: Document | null = null;
  #state: DeskState = { file: null, opened: 0, unsaved: false, doing: null, message: null };

  constructor(host: BrowserHost, language: () => Language) {
    this.#host = host;
    this.#language = language;
    void host.onEdit(({ cells }) => {
      if (cells !== null && this.#document) this.#set({ unsaved: true });
    });
  }

  get state(): DeskState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async open(bytes: Uint8Array, name: string): Promise<void> {
    this.#set({ doing: 'opening', message: null });
    try {
      const opened = await this.#files.open(bytes, name);
      await this.#host.show({ name, ...opened });
      this.#document = { name, bytes, opened };
      this.#set({ file: { name, signed: opened.signed }, opened: this.#state.opened + 1, unsaved: false });
      if (opened.signed) this.tell('attention', workbenchText(this.#language(), 'signed'));
    } catch (error) {
      this.tell('attention', `${workbenchText(this.#language(), 'not-opened', { name })}${this.#reason(error)}`);
    } finally {
      this.#set({ doing: null });
    }
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
      this.#set({ unsaved: false });
      const cells = saved.skipped.map(({ cell }) => cell).join('、');
      this.tell(
        saved.skipped.length > 0 ? 'attention' : 'done',
        [
          workbenchText(language, format === 'xlsx' ? 'saved' : 'saved-new', { name }),
          ...(cells === '' ? [] : [workbenchText(language, 'saved-skipped', { cells })]),
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

  /** Marks came or went: they are part of what saving writes. */
  touched(): void {
    if (this.#document) this.#set({ unsaved: true });
  }

  tell(kind: 'done' | 'attention', text: string): void {
    this.#set({ message: { kind, text } });
  }

  dismiss(): void {
    this.#set({ message: null });
  }

  #reason(error: unknown): string {
    const language = this.#language();
    if (!(error instanceof FileError)) return error instanceof Error ? error.message : String(error);
    const { message, next } = fileMessage(error);
    return `${message[language]}${language === 'en' ? ' ' : ''}${next[language]}`;
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
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
