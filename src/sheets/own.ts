/**
 * Whether an object has a property of its own under a name, which may come from a file (`toString` is none of its own).
 * `Object.hasOwn` is newer than the oldest web view that WPS shows the pane in.
 */
export function hasOwn(object: object, name: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, name);
}
