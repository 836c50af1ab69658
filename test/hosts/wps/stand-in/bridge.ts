/** What an object of the bridge belongs to: where calls are counted, and which members there are. */
export interface Bridge {
  calls: number;
  has(kind: string, member: string): boolean;
  isFunction(kind: string, member: string): boolean;
}

/** An object that is handed over the bridge: its getters, setters and methods whose names begin with a capital letter. */
export abstract class BridgeObject {
  abstract readonly kind: string;
  /** Members that begin with a small letter, as a file system's. */
  readonly smallMembers: readonly string[] = [];
}

const behind = new WeakMap<object, BridgeObject>();

/** The object behind what was handed over; everything else as it is. */
export function unwrapped(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (behind.get(value) ?? value) : value;
}

function memberOf(target: BridgeObject, name: string): PropertyDescriptor | undefined {
  for (let at: unknown = Object.getPrototypeOf(target); at instanceof BridgeObject; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}

/**
 * Hands an object over the bridge: each property read, property write and call counts as one, a member that is not there
 * is `undefined`, and what is written to one is lost without a word. The same object is another one each time.
 */
export function handedOver(target: BridgeObject, bridge: Bridge): object {
  const visible = (name: string | symbol): name is string =>
    typeof name === 'string' &&
    (/^[A-Z]/.test(name) || target.smallMembers.includes(name)) &&
    bridge.has(target.kind, name);
  const out = (value: unknown): unknown => (value instanceof BridgeObject ? handedOver(value, bridge) : value);
  const proxy = new Proxy(Object.create(null) as object, {
    get: (_, name) => {
      const member = visible(name) ? memberOf(target, name) : undefined;
      if (!member) {
        if (typeof name === 'string') bridge.calls++;
        return undefined;
      }
      const method: unknown = member.value;
      if (typeof method === 'function') {
        return (...given: readonly unknown[]) => {
          bridge.calls++;
          return out(Reflect.apply(method, target, given.map(unwrapped)));
        };
      }
      const read = (): unknown => {
        bridge.calls++;
        return out(member.get?.call(target));
      };
      return bridge.isFunction(target.kind, String(name)) ? read : read();
    },
    set: (_, name, value) => {
      bridge.calls++;
      if (name === 'Value') throw new TypeError('Cannot redefine property: Value');
      if (visible(name)) memberOf(target, name)?.set?.call(target, unwrapped(value));
      return true;
    },
    has: (_, name) => visible(name) && memberOf(target, name) !== undefined,
  });
  behind.set(proxy, target);
  return proxy;
}

/** What the program answers where it refuses: an exception with its own words, in its own language. */
export function refuse(words: string): never {
  throw new Error(words);
}
