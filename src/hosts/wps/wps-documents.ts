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

/** The document in front, and names for its sheets that hold also when they are renamed, where WPS has such names. */
export class WpsDocuments {
  readonly #application: JsapiObject<'Application'>;
  /** The ids that were given out last. */
  #given = new Set<string>();

  constructor(application: JsapiObject<'Application'>) {
    this.#application = application;
  }

  /** `null`: none is open. */
  get front(): JsapiObject<'Workbook'> | null {
    return this.#application.find('Workbook', 'ActiveWorkbook');
  }

  /** Which document is in front: no sheet of another one is taken for one of its own. */
  get key(): string | null {
    return this.front?.text('FullName') ?? null;
  }

  open(): OpenDocument | null {
    const workbook = this.front;
    return workbook && this.#sheetsOf(workbook);
  }

  /** A document by its key, wherever it stands. */
  find(key: string): OpenDocument | null {
    const workbooks = this.#application.object('Workbooks', 'Workbooks');
    for (let at = workbooks.number('Count'); at >= 1; at--) {
      const workbook = workbooks.find('Workbook', 'Item', at);
      if (workbook?.text('FullName') === key) return this.#sheetsOf(workbook);
    }
    return null;
  }

  /** The id of a sheet that an event tells of; `null`: it belongs to another document. */
  idOf(sheet: WpsSheet): string | null {
    const { key } = this;
    const own = sheet.find('Workbook', 'Parent')?.text('FullName') ?? key;
    if (key === null || own !== key) return null;
    const byCode = idByCode(key, sheet.text('CodeName'));
    const byName = idByName(key, sheet.text('Name'));
    if (!this.#given.has(byCode) && !this.#given.has(byName)) this.open();
    return this.#given.has(byCode) ? byCode : byName;
  }

  #sheetsOf(workbook: JsapiObject<'Workbook'>): OpenDocument {
    const key = workbook.text('FullName');
    const all = workbook.object('Sheets', 'Worksheets');
    const count = all.number('Count');
    const found = Array.from({ length: count }, (_, at) => {
      const sheet = all.object('Worksheet', 'Item', at + 1);
      const code: unknown = sheet.tryRead('CodeName');
      return {
        sheet,
        name: sheet.text('Name'),
        code: typeof code === 'string' ? code : '',
        visible: sheet.read('Visible'),
      };
    });
    const sheets = found.map(({ sheet, name, code, visible }): KnownSheet => {
      const isOwn = code !== '' && found.filter((other) => other.code === code).length === 1;
      const id = isOwn ? idByCode(key, code) : idByName(key, name);
      return { sheet, id, name, visibility: visibilityOf(visible) };
    });
    this.#given = new Set(sheets.map(({ id }) => id));
    return { workbook, key, sheets };
  }
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
