/**
 * WPS keeps one file, publish.xml, for the add-ins of all vendors. This is how ours gets its row into it and out again,
 * and nothing else changes. The installers do the same without Node: installers/publish-xml.awk and the functions of
 * installers/install.ps1 are held against the same table of cases (test/wps/publish-cases.ts), so a change here is a
 * change there.
 */

/** Our row: an add-in that lies in a folder beside publish.xml. */
export interface PluginRow {
  /** ASCII: the file may be in any encoding. */
  readonly name: string;
  readonly version: string;
  /** The folder's name; some builds on Kylin were seen with `file://`. */
  readonly url: string;
}

export type PublishChange =
  | { readonly status: 'unchanged' }
  /** `broken`: the file was not what WPS can have written; it is replaced by one with all rows that were whole. */
  | { readonly status: 'changed'; readonly broken: boolean; readonly xml: string };

type PieceKind = 'space' | 'comment' | 'declaration' | 'open' | 'empty' | 'close' | 'row' | 'junk';

interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

const SPACE = '[ \\t\\r\\n]';
const NAME = '[A-Za-z_:][-A-Za-z0-9_:.]*';
const ATTRIBUTE = `${SPACE}+${NAME}${SPACE}*=${SPACE}*(?:"[^"<]*"|'[^'<]*')`;
const ATTRIBUTES = `(?:${ATTRIBUTE})*`;

/** What may stand at a place, tried in this order. */
const PIECES: readonly (readonly [PieceKind, RegExp])[] = [
  ['space', new RegExp(`(?:\\ufeff|\\xef\\xbb\\xbf|${SPACE}+)`, 'y')],
  ['declaration', /<\?[^<>]*\?>/y],
  ['open', new RegExp(`<jsplugins${ATTRIBUTES}${SPACE}*>`, 'y')],
  ['empty', new RegExp(`<jsplugins${ATTRIBUTES}${SPACE}*/>`, 'y')],
  ['close', new RegExp(`</jsplugins${SPACE}*>`, 'y')],
  ['row', new RegExp(`<${NAME}${ATTRIBUTES}${SPACE}*(?:/>|>${SPACE}*</${NAME}${SPACE}*>)`, 'y')],
];

function piecesOf(xml: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < xml.length;) {
    const piece = pieceAt(xml, at);
    pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

function pieceAt(xml: string, at: number): Piece {
  if (xml.startsWith('<!--', at)) {
    const end = xml.indexOf('-->', at + 4);
    // Of a comment without an end nobody knows what was meant to be out of force.
    return end === -1 ? { kind: 'junk', text: xml.slice(at) } : { kind: 'comment', text: xml.slice(at, end + 3) };
  }
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const text = pattern.exec(xml)?.[0];
    if (text !== undefined && (kind !== 'row' || closesItself(text))) return { kind, text };
  }
  return { kind: 'junk', text: xml.charAt(at) };
}

/** `<a/>` and `<a></a>`, not `<a></b>`. */
function closesItself(row: string): boolean {
  const [opened = ''] = new RegExp(NAME).exec(row) ?? [];
  const closed = new RegExp(`</(${NAME})${SPACE}*>$`).exec(row);
  return !closed || closed[1] === opened;
}

/** One root, and in it nothing but rows. */
function isWhole(pieces: readonly Piece[]): boolean {
  const kinds = pieces.map(({ kind }) => kind).filter((kind) => kind !== 'space' && kind !== 'comment');
  const inner = kinds[0] === 'declaration' ? kinds.slice(1) : kinds;
  if (inner.length === 1) return inner[0] === 'empty';
  return inner[0] === 'open' && inner.at(-1) === 'close' && inner.slice(1, -1).every((kind) => kind === 'row');
}

function attributesOf(row: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [text] of row.matchAll(new RegExp(ATTRIBUTE, 'g'))) {
    const [, name = '', quoted = ''] = new RegExp(`(${NAME})${SPACE}*=${SPACE}*(.*)$`, 's').exec(text) ?? [];
    attributes.set(name, quoted.slice(1, -1));
  }
  return attributes;
}

function isPlugin({ kind, text }: Piece): boolean {
  return kind === 'row' && /^<(?:jsplugin|jspluginonline)[ \t\r\n/>]/.test(text);
}

/** Rows of this name for the spreadsheet program, from a package or a server. */
function isOurs(piece: Piece, name: string): boolean {
  if (!isPlugin(piece)) return false;
  const attributes = attributesOf(piece.text);
  return attributes.get('name') === name && attributes.get('type') === 'et';
}

/** What WPS itself writes for an add-in of a package (wpsjs, build.js). */
export function rowXml({ name, version, url }: PluginRow): string {
  return `<jsplugin name="${name}" type="et" url="${url}" version="${version}" enable="enable_dev" install="null" customDomain=""/>`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function newFile(rows: readonly string[], lineEnd: string): string {
  return [DECLARATION, '<jsplugins>', ...rows.map((row) => `  ${row}`), '</jsplugins>', ''].join(lineEnd);
}

/** The pieces without rows of ours, nor the space in front of each. */
function withoutOurs(pieces: readonly Piece[], name: string): Piece[] {
  return pieces.filter((piece, at) => {
    const next = pieces[at + 1];
    return !isOurs(piece, name) && !(piece.kind === 'space' && next && isOurs(next, name));
  });
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function salvaged(pieces: readonly Piece[], name: string): string[] {
  return pieces.filter((piece) => isPlugin(piece) && !isOurs(piece, name)).map(({ text }) => text);
}

/** @param before `null`: there is no such file */
export function withPlugin(before: string | null, row: PluginRow): PublishChange {
  const ours = rowXml(row);
  const text = before ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const pieces = piecesOf(text);
  if (pieces.every(({ kind }) => kind === 'space'))
    return { status: 'changed', broken: false, xml: newFile([ours], lineEnd) };
  if (!isWhole(pieces)) {
    return { status: 'changed', broken: true, xml: newFile([...salvaged(pieces, row.name), ours], lineEnd) };
  }
  const present = pieces.filter((piece) => isOurs(piece, row.name));
  if (present.length === 1 && present[0]?.text === ours) return { status: 'unchanged' };
  const others = withoutOurs(pieces, row.name);
  const xml = others.map(({ kind, text: written }, at) => {
    const inserted = `${lineEnd}  ${ours}${lineEnd}`;
    if (kind === 'empty') return `${written.replace(/[ \t\r\n]*\/>$/, '')}>${inserted}</jsplugins>`;
    if (kind === 'close') return inserted + written;
    // The space in front of the end goes in front of our row.
    return kind === 'space' && others[at + 1]?.kind === 'close' ? '' : written;
  });
  return { status: 'changed', broken: false, xml: xml.join('') };
}

/** Takes our rows out; a broken file without one is left as it is. */
export function withoutPlugin(before: string | null, name: string): PublishChange {
  const pieces = piecesOf(before ?? '');
  if (!pieces.some((piece) => isOurs(piece, name))) return { status: 'unchanged' };
  if (isWhole(pieces)) return { status: 'changed', broken: false, xml: joined(withoutOurs(pieces, name)) };
  const lineEnd = (before ?? '').includes('\r\n') ? '\r\n' : '\n';
  return { status: 'changed', broken: true, xml: newFile(salvaged(pieces, name), lineEnd) };
}
