import type { OfficeJs, OfficeJsExtension } from './office-js-session.ts';

/** The parts of office.js from which Microsoft's own generated proxies are made. */
interface ClientParts {
  readonly ClientObject: new (context: unknown, path: unknown) => ClientObject;
  readonly BatchApiHelper: {
    createMethodObject(
      type: unknown,
      parent: object,
      name: string,
      operation: number,
      given: readonly unknown[],
      isCollection: boolean,
      isInvalidAfterRequest: boolean,
      getById: string | null,
      flags: number,
    ): object;
    createIndexerObject(type: unknown, parent: object, given: readonly unknown[]): object;
    createPropertyObject(type: unknown, parent: object, name: string, isCollection: boolean, flags: number): object;
    createChildItemObject(
      type: unknown,
      hasIndexer: boolean,
      parent: object,
      item: unknown,
      index: number,
    ): ClientObject;
    invokeMethod(
      object: object,
      name: string,
      operation: number,
      given: readonly unknown[],
      flags: number,
      result: number,
    ): unknown;
    invokeSetProperty(object: object, name: string, value: unknown, flags: number): void;
  };
  readonly Utility: {
    load(object: object, options: unknown): object;
    fixObjectPathIfNecessary(object: object, value: unknown): void;
    throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean | undefined): void;
    throwIfApiNotSupported(member: string, set: string, version: string, host: string): void;
  };
}

interface ClientObject {
  readonly _isNull?: boolean;
  _handleResult(value: unknown): void;
}

/** Whether an operation only reads. */
const READS = 1;
const CHANGES = 0;

/**
 * Adds `Workbook.notes` and `Worksheet.notes` (ExcelApi 1.18) to a copy of office.js that is older than they are, in the
 * way in which the library makes all its proxies. Does nothing where they are there.
 */
export function addNotes(excel: OfficeJs, extension: OfficeJsExtension): void {
  const parts = extension as unknown as ClientParts;
  const { BatchApiHelper: helper, Utility: utility } = parts;

  class Note extends parts.ClientObject {
    #loaded: Readonly<Record<string, unknown>> = {};

    readonly _className = 'Note';

    get _scalarPropertyNames(): string[] {
      return ['authorName', 'content', 'visible'];
    }

    get _scalarPropertyOriginalNames(): string[] {
      return ['AuthorName', 'Content', 'Visible'];
    }

    get _scalarPropertyUpdateable(): boolean[] {
      return [false, true, true];
    }

    #read(name: string, original: string): unknown {
      utility.throwIfNotLoaded(name, this.#loaded[original], 'Note', this._isNull);
      return this.#loaded[original];
    }

    get authorName(): unknown {
      return this.#read('authorName', 'AuthorName');
    }

    get content(): unknown {
      return this.#read('content', 'Content');
    }

    set content(value: unknown) {
      helper.invokeSetProperty(this, 'Content', value, 0);
    }

    get visible(): unknown {
      return this.#read('visible', 'Visible');
    }

    set visible(value: unknown) {
      helper.invokeSetProperty(this, 'Visible', value, 0);
    }

    delete(): void {
      helper.invokeMethod(this, 'Delete', CHANGES, [], 0, 0);
    }

    getLocation(): object {
      return helper.createMethodObject(excel.Range, this, 'GetLocation', READS, [], false, true, null, 4);
    }

    load(options: unknown): object {
      return utility.load(this, options);
    }

    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (typeof value !== 'object' || value === null) return;
      utility.fixObjectPathIfNecessary(this, value);
      this.#loaded = { ...this.#loaded, ...value };
    }
  }

  class NoteCollection extends parts.ClientObject {
    #items: ClientObject[] | undefined;

    readonly _className = 'NoteCollection';

    readonly _isCollection = true;

    get items(): unknown {
      utility.throwIfNotLoaded('items', this.#items, 'NoteCollection', this._isNull);
      return this.#items;
    }

    add(cellAddress: unknown, content: unknown): object {
      return helper.createMethodObject(Note, this, 'Add', CHANGES, [cellAddress, content], false, true, null, 0);
    }

    getCount(): unknown {
      return helper.invokeMethod(this, 'GetCount', READS, [], 4, 0);
    }

    getItem(key: unknown): object {
      return helper.createIndexerObject(Note, this, [key]);
    }

    getItemAt(index: unknown): object {
      return helper.createMethodObject(Note, this, 'GetItemAt', READS, [index], false, false, null, 4);
    }

    getItemOrNullObject(key: unknown): object {
      return helper.createMethodObject(Note, this, 'GetItemOrNullObject', READS, [key], false, false, null, 4);
    }

    load(options: unknown): object {
      return utility.load(this, options);
    }

    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (typeof value !== 'object' || value === null) return;
      utility.fixObjectPathIfNecessary(this, value);
      const given: unknown = '_Items' in value ? value._Items : undefined;
      if (!Array.isArray(given)) return;
      this.#items = given.map((item: unknown, index) => {
        const note = helper.createChildItemObject(Note, true, this, item, index);
        note._handleResult(item);
        return note;
      });
    }
  }

  for (const name of ['Workbook', 'Worksheet']) {
    const type = excel[name];
    if (typeof type !== 'function') throw new Error(`office.js has no ${name}`);
    const prototype = type.prototype as object;
    if ('notes' in prototype) continue;
    Object.defineProperty(prototype, 'notes', {
      configurable: true,
      get(this: object): object {
        utility.throwIfApiNotSupported(`${name}.notes`, 'ExcelApi', '1.18', 'Excel');
        return helper.createPropertyObject(NoteCollection, this, 'Notes', true, 4);
      },
    });
  }
}
