/**
 * An object of WPS as it is found, for finding out how it is: nothing is put right, everything may be missing. The host
 * has a façade of its own (hosts/wps/jsapi.ts), which knows what it wants.
 */
export class Loose {
  readonly raw: unknown;

  constructor(raw: unknown) {
    this.raw = raw;
  }

  get isThere(): boolean {
    return (typeof this.raw === 'object' && this.raw !== null) || typeof this.raw === 'function';
  }

  /** What stands under a name, not called. */
  member(name: string): unknown {
    return Reflect.get(this.#object, name);
  }

  set(name: string, value: unknown): void {
    if (!Reflect.set(this.#object, name, value)) throw new TypeError(name);
  }

  /** Calls a method. */
  call(name: string, ...parameters: readonly unknown[]): unknown {
    const found = this.member(name);
    if (typeof found !== 'function') throw new TypeError(name);
    const given = parameters.map((one) => (one instanceof Loose ? one.raw : one));
    return Reflect.apply(found, this.raw, given);
  }

  /** The object under a name; a method's answer where it has parameters, or is one. */
  at(name: string, ...parameters: readonly unknown[]): Loose {
    const found = this.member(name);
    if (parameters.length > 0) return new Loose(this.call(name, ...parameters));
    const isCollection = typeof found === 'function' && !('Item' in found) && !('Count' in found);
    return new Loose(isCollection ? this.call(name) : found);
  }

  get #object(): object {
    if (!this.isThere) throw new TypeError('nothing');
    return this.raw as object;
  }
}

/** How a value is, never what it is. */
export function shapeOf(value: unknown): string {
  if (!Array.isArray(value)) return value === null ? 'null' : typeof value;
  const list: readonly unknown[] = value;
  const [first] = list;
  return Array.isArray(first) ? `${String(list.length)}x${String(first.length)}` : `flat ${String(list.length)}`;
}
