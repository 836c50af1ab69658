import type { HostSheet } from '../host.ts';
import type { JsapiObject } from './jsapi.ts';
import { XL } from './members.ts';
import type { WpsSheet } from './wps-ranges.ts';

/** A sheet of the document in front. */
export interface KnownSheet extends HostSheet {
  readonly sheet: WpsSheet;
}

export interface OpenDocument {
  readonly workbook: JsapiObject<'Workbook'>;
  readonly key: string;
  readonly sheets: readonly KnownSheet[];
}

/** Which document is in front, and the file that it is. */
export interface FrontDocument {
  /** Stays the same where the document is saved under another name. */
  readonly key: string;
  readonly fullName: string;
}

/** The document in front, and names for its sheets that hold also when they are renamed, where WPS has such names. */
export class WpsDocuments {
  readonly #application: JsapiObject<'Application'>;
  /** The ids that were given out last. */
  #given = new Set<string>();
  /** Keys by full name: a document has its first name for a key, as long as no other has that. */
  readonly #keys = new Map<string, string>();
  /** The document that was in front last, and what its sheets were. */
  #last: (FrontDocument & { readonly sheets: string }) | null = null;

  constructor(application: JsapiObject<'Application'>) {
    this.#application = application;
  }

  /** `null`: none is open. */
  get front(): JsapiObject<'Workbook'> | null {
    return this.#application.find('Workbook', 'ActiveWorkbook');
  }

  /** Which document is in front: no sheet of another one is taken for one of its own. `null`: none. */
  get frontDocument(): FrontDocument | null {
    const workbook = this.front;
    if (!workbook) {
      this.#last = null;
      return null;
    }
    return this.#recognise(workbook);
  }

  open(): OpenDocument | null {
    const workbook = this.front;
    if (!workbook) return null;
    const { key } = this.#recognise(workbook);
    return this.#sheetsOf(workbook, key);
  }

  /** A document by its key, wherever it stands. */
  find(key: string): OpenDocument | null {
    const workbook = this.#workbooks().find((one) => this.#keyOf(one.text('FullName')) === key);
    return workbook ? this.#sheetsOf(workbook, key) : null;
  }

  /** The id of a sheet that an event tells of; `null`: it belongs to another document. */
  idOf(sheet: WpsSheet): string | null {
    const document = this.frontDocument;
    if (!document) return null;
    const { key, fullName } = document;
    if ((sheet.find('Workbook', 'Parent')?.text('FullName') ?? fullName) !== fullName) return null;
    const byCode = idByCode(key, sheet.text('CodeName'));
    const byName = idByName(key, sheet.text('Name'));
    if (!this.#given.has(byCode) && !this.#given.has(byName)) this.open();
    return this.#given.has(byCode) ? byCode : byName;
  }

  /** A workbook may be the one that was in front before, saved under another name. */
  #recognise(workbook: JsapiObject<'Workbook'>): FrontDocument {
    const fullName = workbook.text('FullName');
    const last = this.#last;
    if (last?.fullName === fullName) return last;
    const sheets = sheetsOf(workbook)
      .map(({ id }) => id)
      .join('|');
    if (last && !this.#keys.has(fullName) && last.sheets === sheets && !this.#isOpen(last.fullName)) {
      this.#keys.delete(last.fullName);
      this.#keys.set(fullName, last.key);
    }
    const key = this.#keyOf(fullName);
    this.#keys.set(fullName, key);
    this.#last = { key, fullName, sheets };
    return this.#last;
  }

  #keyOf(fullName: string): string {
    const known = this.#keys.get(fullName);
    if (known !== undefined) return known;
    const taken = new Set(this.#keys.values());
    let key = fullName;
    for (let number = 2; taken.has(key); number++) key = `${fullName} (${String(number)})`;
    return key;
  }

  #isOpen(fullName: string): boolean {
    return this.#workbooks().some((workbook) => workbook.text('FullName') === fullName);
  }

  #workbooks(): readonly JsapiObject<'Workbook'>[] {
    const workbooks = this.#application.object('Workbooks', 'Workbooks');
    return Array.from({ length: workbooks.number('Count') }, (_, at) => workbooks.object('Workbook', 'Item', at + 1));
  }

  #sheetsOf(workbook: JsapiObject<'Workbook'>, key: string): OpenDocument {
    const found = sheetsOf(workbook);
    const sheets = found.map(({ id, ...sheet }): KnownSheet => ({ ...sheet, id: `${key}|${id}` }));
    this.#given = new Set(sheets.map(({ id }) => id));
    if (this.#last?.key === key) this.#last = { ...this.#last, sheets: found.map(({ id }) => id).join('|') };
    return { workbook, key, sheets };
  }
}

/** The sheets of a workbook, each with an id among them. */
function sheetsOf(workbook: JsapiObject<'Workbook'>): KnownSheet[] {
  const all = workbook.object('Sheets', 'Worksheets');
  const found = Array.from({ length: all.number('Count') }, (_, at) => {
    const sheet = all.object('Worksheet', 'Item', at + 1);
    const code: unknown = sheet.tryRead('CodeName');
    return {
      sheet,
      name: sheet.text('Name'),
      code: typeof code === 'string' ? code : '',
      visible: sheet.read('Visible'),
    };
  });
  return found.map(({ sheet, name, code, visible }) => {
    const isOwn = code !== '' && found.filter((other) => other.code === code).length === 1;
    return { sheet, id: isOwn ? `#${code}` : name, name, visibility: visibilityOf(visible) };
  });
}

function idByCode(key: string, code: string): string {
  return `${key}|#${code}`;
}

function idByName(key: string, name: string): string {
  return `${key}|${name}`;
}

/** The document's key in a sheet's id, and what is left. */
export function partsOfId(id: string): { readonly key: string; readonly sheet: string } {
  const at = id.lastIndexOf('|');
  return { key: id.slice(0, at), sheet: id.slice(at + 1) };
}

function visibilityOf(visible: unknown): HostSheet['visibility'] {
  if (visible === XL.sheetVeryHidden) return 'veryHidden';
  return visible === XL.sheetHidden || visible === false ? 'hidden' : 'visible';
}
