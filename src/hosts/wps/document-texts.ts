import { HostError } from '../host.ts';
import type { JsapiObject } from './jsapi.ts';
import { XL } from './members.ts';

type WpsWorkbook = JsapiObject<'Workbook'>;

/** What a custom document property may hold, in characters. */
const PIECE = 250;
const MOST_PIECES = 200;

/** A program's own first line of XML. */
const DECLARATION = /^\s*<\?xml[^>]*\?>\s*/;

/**
 * Small texts that a document carries: custom XML parts, which every other host and the command line read too. Old builds
 * have none; there the text stands in custom document properties, in pieces.
 */
export const documentTexts = {
  /** Whether a document can carry any. */
  areThere(workbook: WpsWorkbook): boolean {
    return workbook.has('CustomXMLParts') || workbook.has('CustomDocumentProperties');
  },

  read(workbook: WpsWorkbook, namespace: string): string | null {
    return (hasParts(workbook) ? partOf(workbook, namespace) : null) ?? piecesOf(workbook, namespace);
  },

  keep(workbook: WpsWorkbook, namespace: string, xml: string | null): void {
    if (hasParts(workbook)) {
      for (const part of partsOf(workbook, namespace)) part.call('Delete');
      const isKept = xml === null || (addPart(workbook, xml) && partOf(workbook, namespace) === xml);
      if (isKept) {
        dropPieces(workbook, namespace);
        return;
      }
    }
    keepPieces(workbook, namespace, xml);
  },
};

function hasParts(workbook: WpsWorkbook): boolean {
  try {
    return workbook.find('CustomXMLParts', 'CustomXMLParts')?.has('SelectByNamespace') ?? false;
  } catch {
    return false;
  }
}

/** From the last to the first: so they can be deleted one after another. */
function partsOf(workbook: WpsWorkbook, namespace: string): JsapiObject<'CustomXMLPart'>[] {
  const own = workbook
    .object('CustomXMLParts', 'CustomXMLParts')
    .find('CustomXMLParts', 'SelectByNamespace', namespace);
  const found: JsapiObject<'CustomXMLPart'>[] = [];
  for (let at = own?.number('Count') ?? 0; at >= 1; at--) {
    const part = own?.find('CustomXMLPart', 'Item', at);
    if (part) found.push(part);
  }
  return found;
}

function partOf(workbook: WpsWorkbook, namespace: string): string | null {
  try {
    const parts = partsOf(workbook, namespace);
    const text = parts[parts.length - 1]?.text('XML') ?? '';
    return text === '' ? null : text.replace(DECLARATION, '');
  } catch {
    return null;
  }
}

function addPart(workbook: WpsWorkbook, xml: string): boolean {
  try {
    workbook.object('CustomXMLParts', 'CustomXMLParts').call('Add', xml);
    return true;
  } catch {
    return false;
  }
}

function propertiesOf(workbook: WpsWorkbook): JsapiObject<'DocumentProperties'> | null {
  try {
    return workbook.find('DocumentProperties', 'CustomDocumentProperties');
  } catch {
    return null;
  }
}

/** Of a property that is not there WPS throws. */
function propertyOf(
  properties: JsapiObject<'DocumentProperties'>,
  name: string,
): JsapiObject<'DocumentProperty'> | null {
  try {
    return properties.find('DocumentProperty', 'Item', name);
  } catch {
    return null;
  }
}

const pieceName = (namespace: string, at: number): string => `${namespace}#${String(at)}`;

function piecesOf(workbook: WpsWorkbook, namespace: string): string | null {
  const properties = propertiesOf(workbook);
  if (!properties) return null;
  let text = '';
  for (let at = 1; at <= MOST_PIECES; at++) {
    const piece = propertyOf(properties, pieceName(namespace, at))?.tryRead('Value');
    if (typeof piece !== 'string') break;
    // Spaces at a piece's edge would not last.
    text += piece.slice(1, -1);
  }
  return text === '' ? null : text;
}

function dropPieces(workbook: WpsWorkbook, namespace: string): void {
  const properties = propertiesOf(workbook);
  for (let at = 1; properties && at <= MOST_PIECES; at++) {
    const piece = propertyOf(properties, pieceName(namespace, at));
    if (!piece) return;
    piece.call('Delete');
  }
}

function keepPieces(workbook: WpsWorkbook, namespace: string, xml: string | null): void {
  const properties = propertiesOf(workbook);
  if (!properties) {
    if (xml === null) return;
    throw new HostError('unsupported', 'the document carries no texts');
  }
  const length = PIECE - 2;
  if ((xml ?? '').length > length * MOST_PIECES) throw new HostError('unsupported', 'the text is too long');
  dropPieces(workbook, namespace);
  if (xml === null) return;
  for (let at = 0; at * length < xml.length; at++) {
    const piece = `[${xml.slice(at * length, (at + 1) * length)}]`;
    properties.call('Add', pieceName(namespace, at + 1), false, XL.propertyTypeString, piece);
  }
  if (piecesOf(workbook, namespace) !== xml) throw new HostError('failed', 'the text was not kept');
}

/** The properties of a document that may tell of a form; others are nobody's business. */
export function ownProperties(workbook: WpsWorkbook): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const properties = propertiesOf(workbook);
  for (const name of properties ? ['tianbao:form', 'tianbao:version'] : []) {
    const value = properties && propertyOf(properties, name)?.tryRead('Value');
    if (typeof value === 'string') found.set(name, value);
  }
  return found;
}
