import type { CellValue } from '../../sheets/grid.ts';
import type { Kind, Member } from './members.ts';

/** What this WPS has not. */
export class MissingMember extends Error {
  constructor(kind: Kind, member: string) {
    super(`${kind}.${member}`);
    this.name = 'MissingMember';
  }
}

/** What a page of WPS has as globals; whatever else the page is in. */
export interface WpsGlobals {
  readonly Application?: unknown;
  readonly wps?: unknown;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** What tells an object of a kind from a function that answers one: old hosts have functions in place of properties. */
const HALLMARKS: Partial<Record<Kind, string>> = {
  Application: 'Workbooks',
  Workbook: 'Worksheets',
  Worksheet: 'UsedRange',
  Range: 'Value2',
};

/**
 * An object of WPS. It is reached over a bridge that costs some 0.2 ms for each property and call, answers `undefined`
 * where something went wrong, and has properties where other builds have functions: all of that is met here.
 */
export class JsapiObject<K extends Kind> {
  readonly kind: K;
  /** The objects that a member may stand on; the first that has it answers. */
  readonly #raws: readonly object[];
  readonly #owners = new Map<string, object>();

  constructor(kind: K, ...raws: readonly object[]) {
    this.kind = kind;
    this.#raws = raws;
  }

  /** Whether there is such a member; it is not called. */
  has(name: Member<K>): boolean {
    try {
      return this.#lookUp(name).found !== undefined;
    } catch {
      return false;
    }
  }

  /** A property's value; `undefined` where it is missing, or WPS has none: for cells that differ it is that in some builds. */
  read(name: Member<K>): unknown {
    const { owner, found } = this.#lookUp(name);
    return typeof found === 'function' ? (Reflect.apply(found, owner, []) as unknown) : found;
  }

  /** As {@link read}; `undefined` too where WPS refuses. */
  tryRead(name: Member<K>): unknown {
    try {
      return this.read(name);
    } catch {
      return undefined;
    }
  }

  /**
   * What a method answers; where a build has a property in its place, that.
   * @throws MissingMember, and whatever WPS throws
   */
  call(name: Member<K>, ...parameters: readonly unknown[]): unknown {
    const { owner, found } = this.#lookUp(name);
    if (typeof found === 'function') return Reflect.apply(found, owner, parameters.map(rawOf)) as unknown;
    if (found === undefined || parameters.length > 0) throw new MissingMember(this.kind, name);
    return found;
  }

  set(name: Member<K>, value: unknown): void {
    const owner = this.#owners.get(name) ?? this.#raws.find((raw) => name in raw) ?? this.#raws[0];
    if (!owner || !Reflect.set(owner, name, value)) throw new MissingMember(this.kind, name);
  }

  /** An object that a property holds or a method answers; `null` where there is none. */
  find<L extends Kind>(kind: L, name: Member<K>, ...parameters: readonly unknown[]): JsapiObject<L> | null {
    const { owner, found } = this.#lookUp(name);
    const hallmark = HALLMARKS[kind];
    const isItself =
      typeof found !== 'function' || (parameters.length === 0 && hallmark !== undefined && hallmark in found);
    if (found !== undefined && isItself && parameters.length > 0) throw new MissingMember(this.kind, name);
    const value: unknown = isItself ? found : Reflect.apply(found, owner, parameters.map(rawOf));
    return isObject(value) ? new JsapiObject(kind, value) : null;
  }

  /** As {@link find}, of an object that must be there. */
  object<L extends Kind>(kind: L, name: Member<K>, ...parameters: readonly unknown[]): JsapiObject<L> {
    const object = this.find(kind, name, ...parameters);
    if (!object) throw new MissingMember(this.kind, name);
    return object;
  }

  /** The number in a property; 0 where there is none. */
  number(name: Member<K>): number {
    const value = Number(this.read(name));
    return Number.isFinite(value) ? value : 0;
  }

  /** The text that a property or method answers; `''` where it answers none. */
  text(name: Member<K>, ...parameters: readonly unknown[]): string {
    const value = parameters.length === 0 ? this.read(name) : this.call(name, ...parameters);
    return typeof value === 'string' ? value : '';
  }

  get raw(): object {
    return this.#raws[0] ?? this;
  }

  #lookUp(name: string): { readonly owner: object; readonly found: unknown } {
    const known = this.#owners.get(name);
    if (known) return { owner: known, found: Reflect.get(known, name) };
    for (const raw of this.#raws) {
      const found: unknown = Reflect.get(raw, name);
      if (found === undefined) continue;
      if (this.#raws.length > 1) this.#owners.set(name, raw);
      return { owner: raw, found };
    }
    return { owner: this.raw, found: undefined };
  }
}

function rawOf(value: unknown): unknown {
  return value instanceof JsapiObject ? value.raw : value;
}

/**
 * The spreadsheet program that a page sits in; `undefined` where it is none, or another program of the family. What is
 * meant for add-ins stands on `Application` in some builds, on `wps` in others: both are asked.
 */
export function detectWps({ Application: application, wps }: WpsGlobals): JsapiObject<'Application'> | undefined {
  const roots = [application, wps].filter(isObject);
  const own = [...roots, ...roots.flatMap(etApplication)].find((root) => {
    try {
      return isObject(Reflect.get(root, 'Workbooks'));
    } catch {
      return false;
    }
  });
  return own && new JsapiObject('Application', own, ...roots.filter((root) => root !== own));
}

/** Old hosts have the program as `wps.EtApplication()`. */
function etApplication(root: object): object[] {
  try {
    const found: unknown = Reflect.get(root, 'EtApplication');
    const value: unknown =
      typeof found === 'function' && !('Workbooks' in found) ? Reflect.apply(found, root, []) : found;
    return isObject(value) ? [value] : [];
  } catch {
    return [];
  }
}

/** A rectangle of values, counted from its first cell. */
export type Block = (row: number, column: number) => unknown;

/**
 * What `Value2` or `Formula` of a block answered: rows of cells, in some builds a plain list where the block is one row or
 * column, and for one cell its value. `undefined`: it is nothing of this size, the bridge has lost something.
 */
export function blockOf(answer: unknown, rows: number, columns: number): Block | undefined {
  if (!Array.isArray(answer)) return rows === 1 && columns === 1 ? () => answer : undefined;
  const list: readonly unknown[] = answer;
  const [first] = list;
  if (Array.isArray(first)) {
    const lines = list as readonly (readonly unknown[] | undefined)[];
    if (list.length === rows && first.length === columns) return (row, column) => lines[row]?.[column];
    if (list.length === columns && first.length === rows) return (row, column) => lines[column]?.[row];
    return undefined;
  }
  return list.length === rows * columns ? (row, column) => list[row * columns + column] : undefined;
}

/** CVErr: 0x800A0000 and the number of the error in VBA. */
const FIRST_ERROR = -2146826288;
const LAST_ERROR = -2146826230;
const ERRORS: ReadonlyMap<number, string> = new Map([
  [-2146826288, '#NULL!'],
  [-2146826281, '#DIV/0!'],
  [-2146826273, '#VALUE!'],
  [-2146826265, '#REF!'],
  [-2146826259, '#NAME?'],
  [-2146826252, '#NUM!'],
  [-2146826246, '#N/A'],
  [-2146826243, '#SPILL!'],
  [-2146826238, '#CALC!'],
]);

/** A cell's value as `Value2` has it; errors are integers. */
export function cellValue(answer: unknown): CellValue {
  switch (typeof answer) {
    case 'string':
      return answer === '' ? null : answer;
    case 'number':
      if (answer < FIRST_ERROR || answer > LAST_ERROR || !Number.isInteger(answer))
        return Number.isFinite(answer) ? answer : null;
      return { error: ERRORS.get(answer) ?? '#VALUE!' };
    case 'boolean':
      return answer;
    default:
      return null;
  }
}
