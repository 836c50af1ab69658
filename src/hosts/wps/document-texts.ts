import { HostError } from '../host.ts';
import type { JsapiObject } from './jsapi.ts';
import { XL } from './members.ts';

type WpsWorkbook = JsapiObject<'Workbook'>;

/** What a custom document property may hold, in characters. */
const PIECE = 250;
const MOST_PIECES = 200;

/** Of each piece, without what guards its edges. */
const PIECE_OF_TEXT = PIECE - 2;
const LONGEST = PIECE_OF_TEXT * MOST_PIECES;

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

  /**
   * The text that stood there goes when the new one is kept, not before.
   * @throws HostError `unsupported`, `too-large`, `failed`, and whatever WPS throws
   */
  keep(workbook: WpsWorkbook, namespace: string, xml: string | null): void {
    const older = hasParts(workbook) ? partsOf(workbook, namespace) : [];
    if (xml !== null && hasParts(workbook) && addPart(workbook, namespace, xml, older.length)) {
      // One that stays is behind the new one, in whichever way the text is read.
      for (const part of older) attempt(() => part.call('Delete'));
      attempt(() => dropPieces(workbook, namespace, ...NAMES));
      return;
    }
    if (xml === null) dropPieces(workbook, namespace, ...NAMES);
    else keepPieces(workbook, namespace, xml);
    for (const part of older) part.call('Delete');
  },
};

function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function hasParts(workbook: WpsWorkbook): boolean {
  try {
    return workbook.find('CustomXMLParts', 'CustomXMLParts')?.has('SelectByNamespace') ?? false;
  } catch {
    return false;
  }
}

/** The newest first, which is the last for WPS: so they can be deleted one after another. */
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
    const [newest] = partsOf(workbook, namespace);
    const text = newest?.text('XML') ?? '';
    return text === '' ? null : text.replace(DECLARATION, '');
  } catch {
    return null;
  }
}

/**
 * Whether there is one part more of that namespace afterwards, and something in it: how WPS writes the same XML is its
 * own business.
 */
function addPart(workbook: WpsWorkbook, namespace: string, xml: string, before: number): boolean {
  const isAdded = attempt(() => workbook.object('CustomXMLParts', 'CustomXMLParts').call('Add', xml));
  try {
    return isAdded && partsOf(workbook, namespace).length > before && partOf(workbook, namespace) !== null;
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

/** Pieces stand under names of one kind or the other, so that new ones can be there before the ones before go. */
const NAMES = ['#', '#~'] as const;
type Names = (typeof NAMES)[number];

const pieceName = (namespace: string, names: Names, at: number): string => `${namespace}${names}${String(at)}`;

function piecesOf(workbook: WpsWorkbook, namespace: string): string | null {
  for (const names of NAMES) {
    const text = piecesUnder(workbook, namespace, names);
    if (text !== null) return text;
  }
  return null;
}

function piecesUnder(workbook: WpsWorkbook, namespace: string, names: Names): string | null {
  const properties = propertiesOf(workbook);
  if (!properties) return null;
  let text = '';
  for (let at = 1; at <= MOST_PIECES; at++) {
    const piece = propertyOf(properties, pieceName(namespace, names, at))?.tryRead('Value');
    if (typeof piece !== 'string') break;
    // Spaces at a piece's edge would not last.
    text += piece.slice(1, -1);
  }
  return text === '' ? null : text;
}

function dropPieces(workbook: WpsWorkbook, namespace: string, ...kinds: readonly Names[]): void {
  const properties = propertiesOf(workbook);
  for (const names of kinds) {
    for (let at = 1; properties && at <= MOST_PIECES; at++) {
      const piece = propertyOf(properties, pieceName(namespace, names, at));
      if (!piece) break;
      piece.call('Delete');
    }
  }
}

function keepPieces(workbook: WpsWorkbook, namespace: string, xml: string): void {
  const properties = propertiesOf(workbook);
  if (!properties) throw new HostError('unsupported', 'the document carries no texts');
  if (xml.length > LONGEST) throw new HostError('too-large', 'the text is too long');
  const [first, second] = NAMES;
  const isFirstTaken = piecesUnder(workbook, namespace, first) !== null;
  const [names, others] = isFirstTaken ? [second, first] : [first, second];
  try {
    dropPieces(workbook, namespace, names);
    for (let at = 0; at * PIECE_OF_TEXT < xml.length; at++) {
      const piece = `[${xml.slice(at * PIECE_OF_TEXT, (at + 1) * PIECE_OF_TEXT)}]`;
      properties.call('Add', pieceName(namespace, names, at + 1), false, XL.propertyTypeString, piece);
    }
    if (piecesUnder(workbook, namespace, names) !== xml) throw new HostError('failed', 'the text was not kept');
  } catch (error) {
    attempt(() => dropPieces(workbook, namespace, names));
    throw error;
  }
  dropPieces(workbook, namespace, others);
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
