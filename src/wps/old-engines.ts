/**
 * What Chromium before 98 lacks of what we use: of the web views in old builds of WPS nobody says how old they are.
 * Kept to the letter of ECMA-262 as far as we use them, no further.
 */

/** Adds a method where there is none, unseen by loops. */
function add(target: object, name: string, method: (...parameters: never[]) => unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value: method, configurable: true, writable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + Math.trunc(index) : Math.trunc(index)];
}

// Chromium 92.
add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);

// Chromium 85; a pattern that is a text, or one with the flag g.
add(String.prototype, 'replaceAll', function (this: string, pattern: string | RegExp, by: string): string {
  return typeof pattern === 'string' ? this.split(pattern).join(by) : this.replace(pattern, by);
});

// Chromium 93.
add(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key));

// Chromium 98. What passes between the pane and the program that checks is plain data.
add(globalThis, 'structuredClone', (value: unknown) => copyOf(value));

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map([...value].map(([key, held]) => [copyOf(key), copyOf(held)]));
  if (value instanceof Set) return new Set([...value].map(copyOf));
  if (ArrayBuffer.isView(value)) {
    const { constructor } = value as unknown as { constructor: new (from: ArrayBufferView) => unknown };
    return new constructor(value);
  }
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copyOf(held)]));
}
