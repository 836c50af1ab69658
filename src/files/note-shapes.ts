import { NOTE_HEADING } from '../marks/note.ts';
import type { Address } from '../sheets/address.ts';
import { anchorOf, type SheetSizes } from './note-geometry.ts';
import type { NoteText } from './note-comments.ts';

/*
 * A note is seen only where a VML drawing has a box for it (ECMA-376 part 4, 19.4; legacyDrawing). Such drawings
 * need not be well-formed XML, and hold other people's form controls: they are never parsed, only looked through as
 * single bytes, and boxes are put in and taken out as text.
 */

/** Shape ids are handed out in blocks: block n has `_x0000_s` n × 1024 + 1 … n × 1024 + 1023. */
const BLOCK = 1024;

/** Two blanks tell it from one of others. */
const SHAPE_TYPE =
  '<v:shapetype  id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

const NAMESPACES = [
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['x', 'urn:schemas-microsoft-com:office:excel'],
] as const;

/** A drawing without shapes, its ids from the given block on; two blanks tell it from one of others. */
export function emptyDrawing(block: number): Uint8Array {
  const namespaces = NAMESPACES.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  return toBytes(
    `${MADE}${namespaces.slice(1)}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${String(block)}"/></o:shapelayout></xml>`,
  );
}

const MADE = '<xml  ';

/** How our boxes begin; two blanks tell the first of them in a drawing of others that has no shape. */
const SHAPE_START = '<v:shape id';
const FIRST_SHAPE = '<v:shape  id';

/** The blocks of ids that a drawing has taken. */
export function idBlocks(bytes: Uint8Array): readonly number[] {
  return idMap(toText(bytes))?.blocks ?? [];
}

interface IdMap {
  readonly blocks: readonly number[];
  readonly from: number;
  readonly to: number;
}

function idMap(text: string): IdMap | undefined {
  const tag = text.indexOf('<o:idmap');
  if (tag < 0) return undefined;
  const end = text.indexOf('>', tag);
  const match = /\sdata\s?=\s?["']([\d, ]{0,400})["']/.exec(text.slice(tag, end));
  if (end < 0 || match?.[1] === undefined) return undefined;
  const from = tag + match.index + match[0].length - 1 - match[1].length;
  const blocks = match[1]
    .split(',')
    .map(Number)
    .filter((block) => block > 0);
  return { blocks, from, to: from + match[1].length };
}

/**
 * Adds a box for each note; `undefined` where the drawing's end cannot be found. `taken` are the blocks of ids of all
 * drawings of the workbook: where this drawing's own are full it takes the next free one.
 */
export function addShapes(
  bytes: Uint8Array,
  notes: readonly NoteText[],
  sizes: SheetSizes,
  taken: ReadonlySet<number>,
): Uint8Array | undefined {
  let text = toText(bytes);
  const ids = new ShapeIds(text, taken);
  const shapes = notes.map((note, index) => shapeOf(ids.next(), index + 1, note, sizes)).join('');
  const isBare = !text.startsWith(MADE) && !SHAPE.test(text);
  const map = idMap(text);
  if (map && ids.added.length > 0) {
    const blocks = [text.slice(map.from, map.to), ...ids.added.map(String)].join(',');
    text = text.slice(0, map.from) + blocks + text.slice(map.to);
  }
  const end = text.toLowerCase().lastIndexOf('</xml');
  if (end < 0) return undefined;
  const type = text.includes('_x0000_t202"') ? '' : SHAPE_TYPE;
  return toBytes(
    text.slice(0, end) +
      declared(text, type + (isBare ? shapes.replace(SHAPE_START, FIRST_SHAPE) : shapes)) +
      text.slice(end),
  );
}

/** Declares on our shapes the prefixes that the drawing's root does not. */
function declared(text: string, shapes: string): string {
  const missing = NAMESPACES.filter(([prefix]) => !text.includes(`xmlns:${prefix}=`));
  if (missing.length === 0) return shapes;
  const attributes = missing.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  return shapes
    .replaceAll('<v:shape ', `<v:shape${attributes} `)
    .replaceAll('<v:shapetype ', `<v:shapetype${attributes} `);
}

class ShapeIds {
  /** Blocks taken beyond those the drawing had. */
  readonly added: number[] = [];
  readonly #taken: Set<number>;
  #last: number;

  constructor(text: string, taken: ReadonlySet<number>) {
    const own = idMap(text)?.blocks ?? [];
    this.#taken = new Set([...taken, ...own]);
    const block = own.at(-1) ?? 1;
    this.#last = block * BLOCK;
    for (const id of shapeIds(text)) {
      if (own.length === 0 || Math.floor(id / BLOCK) === block) this.#last = Math.max(this.#last, id);
    }
    // A block that was there before any shape of it stays free: only blocks of ours may end up with none.
    if (own.length > 1 && this.#last === block * BLOCK) this.#last += BLOCK - 1;
  }

  next(): number {
    if (this.#last % BLOCK === BLOCK - 1) {
      let block = 1;
      while (this.#taken.has(block)) block++;
      this.#taken.add(block);
      this.added.push(block);
      this.#last = block * BLOCK;
    }
    return ++this.#last;
  }
}

/** A hidden box with a shadow, as a spreadsheet itself makes it for a new note. */
function shapeOf(id: number, order: number, note: NoteText, sizes: SheetSizes): string {
  const anchor = anchorOf(note.row, note.column, `${NOTE_HEADING}\n${note.note}`, sizes);
  return (
    `${SHAPE_START}="_x0000_s${String(id)}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;` +
    `width:225pt;height:90pt;z-index:${String(order)};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${String(note.row)}</x:Row><x:Column>${String(note.column)}</x:Column></x:ClientData></v:shape>`
  );
}

/**
 * Takes the boxes of these cells' notes out, and with the last box what only boxes need; `null` where nothing is left of
 * the drawing that anyone but us would have made.
 */
export function removeShapes(bytes: Uint8Array, cells: readonly Address[]): Uint8Array | null {
  const gone = new Set(cells.map((cell) => `${String(cell.row)},${String(cell.column)}`));
  let text = toText(bytes);
  const kept: string[] = [];
  const removed: string[] = [];
  let at = text.length;
  // Ours stand behind what was there before: a box left over from an older note of the cell is not taken for ours.
  for (const shape of [...shapesIn(text)].reverse()) {
    const chunk = text.slice(shape.start, shape.end);
    const cell = noteCell(chunk);
    if (cell === undefined || !gone.delete(cell)) continue;
    removed.push(chunk);
    kept.push(text.slice(shape.end, at));
    at = shape.start;
  }
  text = withoutShapeType(text.slice(0, at) + kept.reverse().join(''));
  const isOurs = text.startsWith(MADE) || (removed.length > 0 && !/ {2}id=/.test(removed.at(-1) ?? ''));
  if (isOurs && !SHAPE.test(text)) return null;
  return toBytes(withoutEmptyBlocks(text, removed.join('')));
}

/** Our type of shapes goes, with what prefixes are declared in it, once no shape is of it. */
function withoutShapeType(text: string): string {
  if (text.includes('"#_x0000_t202"')) return text;
  const start = '<v:shapetype';
  const rest = SHAPE_TYPE.slice(start.length);
  const at = text.indexOf(rest);
  return at < 0 ? text : text.slice(0, text.lastIndexOf(start, at)) + text.slice(at + rest.length);
}

function shapeIds(text: string): number[] {
  return Array.from(text.matchAll(/_x0000_s(\d{1,9})/g), ([, digits]) => Number(digits));
}

/** Any shape at all (ECMA-376 part 4, 19.1.2), of whatever prefix: a form control need not be a `shape`. */
const SHAPE = /<(?:\w{1,20}:)?(?:shape|rect|roundrect|oval|line|polyline|curve|arc|image|group|diagram)[\s/>]/i;

function* shapesIn(text: string): Generator<{ readonly start: number; readonly end: number }> {
  const open = /<v:shape\s/g;
  const close = '</v:shape>';
  let next = open.exec(text)?.index ?? -1;
  let end = -1;
  while (next >= 0) {
    const start = next;
    next = open.exec(text)?.index ?? -1;
    if (end < start) end = text.indexOf(close, start);
    if (end < 0) return;
    // A shape that is never closed is none; of many of them each would otherwise reach to the drawing's end.
    if (next < 0 || end < next) yield { start, end: end + close.length };
  }
}

/** `row,column` of the note that a shape is the box of. */
function noteCell(shape: string): string | undefined {
  if (!/ObjectType\s?=\s?["']Note["']/.test(shape)) return undefined;
  const row = /<x:Row>\s?(\d{1,7})\s?</.exec(shape)?.[1];
  const column = /<x:Column>\s?(\d{1,5})\s?</.exec(shape)?.[1];
  return row === undefined || column === undefined ? undefined : `${row},${column}`;
}

/** Blocks of ids at the end of the list that only `removed` has used go back; the first one stays. */
function withoutEmptyBlocks(text: string, removed: string): string {
  const map = idMap(text);
  if (!map || map.blocks.length < 2) return text;
  const freed = new Set(shapeIds(removed).map((id) => Math.floor(id / BLOCK)));
  for (const id of shapeIds(text)) freed.delete(Math.floor(id / BLOCK));
  let blocks = text.slice(map.from, map.to);
  for (const block of map.blocks.slice(1).reverse()) {
    if (!freed.has(block)) break;
    blocks = blocks.slice(0, blocks.lastIndexOf(','));
  }
  return text.slice(0, map.from) + blocks + text.slice(map.to);
}

/** One character a byte, so that what is not ours comes out as it went in, whatever its encoding. */
export function toText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The way back from {@link toText}. */
export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
