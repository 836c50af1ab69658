import { hasOverride } from './content-types.ts';
import type { OfficePackage } from './package.ts';
import { relationshipsOf } from './relationships.ts';
import { entryKey } from './zip.ts';

/**
 * A name for a new part that another one is to point to: `first`, else the first of `<stem>1<extension>`,
 * `<stem>2<extension>` … that no part has, and that nothing speaks of: a broken file may name parts that it does not have.
 */
export function newPartName(
  parts: OfficePackage,
  source: string,
  stem: string,
  extension: string,
  first = `${stem}1${extension}`,
): string {
  const named = new Set(relationshipsOf(parts, source).map(({ target }) => entryKey(target)));
  const isFree = (name: string): boolean => !parts.has(name) && !named.has(entryKey(name)) && !hasOverride(parts, name);
  let name = first;
  for (let number = 1; !isFree(name); number++) name = `${stem}${String(number)}${extension}`;
  return name;
}
