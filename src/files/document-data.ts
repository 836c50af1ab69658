import { addOverride, contentTypeOf } from './content-types.ts';
import { outlineOf } from './element-outline.ts';
import type { OfficePackage } from './package.ts';
import { addRelationship, OFFICE_RELATIONSHIPS, relationshipsOf, removeRelationship } from './relationships.ts';
import { workbookPartsOf } from './workbook-parts.ts';

/** Where the texts of ours that a document carries have their namespaces. */
const OURS = 'urn:tianbao:';

/** A text of ours is small; a larger one is none. */
const LARGEST = 4 * 1024 * 1024;

/**
 * The texts of ours that a workbook carries as custom XML parts (ECMA-376 part 1, 15.2.5), by the namespace of their root.
 * Parts of others are not looked into further than their root.
 */
export function readDocumentData(file: OfficePackage): ReadonlyMap<string, string> {
  const data = new Map<string, string>();
  for (const part of customXmlParts(file)) {
    const bytes = smallPart(file, part);
    const namespace = bytes && namespaceOf(bytes);
    if (bytes && namespace?.startsWith(OURS) && !data.has(namespace))
      data.set(namespace, new TextDecoder().decode(bytes));
  }
  return data;
}

/** Puts a text in place of the one with its namespace; `null` takes it away. */
export function writeDocumentData(file: OfficePackage, namespace: string, xml: string | null): void {
  const { workbook } = workbookPartsOf(file);
  const known = customXmlParts(file).find((part) => namespaceOf(file.part(part) ?? new Uint8Array(0)) === namespace);
  if (xml === null) {
    if (known === undefined) return;
    removeRelationship(file, workbook, known);
    // Its properties, which a program may have added, go with it.
    for (const { target, external } of relationshipsOf(file, known))
      if (!external && file.has(target)) file.remove(target);
    const folder = known.slice(0, known.lastIndexOf('/') + 1);
    file.remove(`${folder}_rels/${known.slice(folder.length)}.rels`);
    file.remove(known);
    return;
  }
  const bytes = new TextEncoder().encode(xml);
  if (known !== undefined) {
    file.set(known, bytes);
    return;
  }
  let number = 1;
  while (file.has(`customXml/item${String(number)}.xml`)) number++;
  const part = `customXml/item${String(number)}.xml`;
  file.set(part, bytes);
  addRelationship(file, workbook, `${OFFICE_RELATIONSHIPS}/customXml`, part);
  if (contentTypeOf(file, part) === undefined) addOverride(file, part, 'application/xml');
}

function customXmlParts(file: OfficePackage): string[] {
  return relationshipsOf(file, workbookPartsOf(file).workbook)
    .filter(({ kind, external, target }) => kind === 'customXml' && !external && file.has(target))
    .map(({ target }) => target);
}

/** `undefined` for a part that is too large for one of ours, or cannot be unpacked: the sheets are none the worse for it. */
function smallPart(file: OfficePackage, name: string): Uint8Array | undefined {
  if ((file.sizeOf(name) ?? 0) > LARGEST) return undefined;
  try {
    return file.part(name);
  } catch {
    return undefined;
  }
}

/** The namespace of a part's root; `undefined` where it has none, or the part is no XML. */
function namespaceOf(bytes: Uint8Array): string | undefined {
  try {
    const { prefix, namespaces } = outlineOf(bytes);
    return namespaces.get(prefix.replace(/:$/, ''));
  } catch {
    return undefined;
  }
}
