import { mergeNote, noteStart, NOTE_HEADING, stripNote } from '../marks/note.ts';
import { fromA1, toA1, type Address } from '../sheets/address.ts';
import { append } from '../sheets/lists.ts';
import { damaged } from './file-error.ts';
import { outlineUnder, selfCloseStart, type ElementOutline } from './element-outline.ts';
import { appendInside, elementAround, isMade, OPENED, restoreEmpty } from './filled-element.ts';
import { holdTo } from './reading-limits.ts';
import { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import { decodeEntities } from './xml-text.ts';
import { escapeXstring } from './xml-escape.ts';

/** Who notes are by that are ours alone. */
const AUTHOR = '填报助手';

/** The runs of a new note: 9 pt, as notes are, in a font that Chinese systems have. */
const RUN_PROPERTIES = ['sz val="9"', 'color indexed="81"', 'rFont val="宋体"', 'family val="3"', 'charset val="134"'];

const COMMENTS_ORDER = ['authors', 'commentList', 'extLst'];

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A `t` element with text of a note: the element, its contents, and the run around it, if any. */
interface TextNode {
  readonly element: Place;
  readonly content: Place;
  readonly run: Place | undefined;
  readonly text: string;
  readonly selfClosing: boolean;
}

/** One note of a comments part (ECMA-376 part 1, 18.7.3). */
interface Comment extends Place {
  readonly at: Address;
  readonly author: number;
  readonly nodes: readonly TextNode[];
  /** Its `text` element; `undefined` where it has none. */
  readonly body: (Place & { readonly selfClosing: boolean; readonly closeStart: number }) | undefined;
}

interface CommentsPart {
  readonly bytes: Uint8Array;
  readonly outline: ElementOutline;
  readonly authors: readonly (Place & { readonly name: string })[];
  readonly comments: readonly Comment[];
}

/** @throws FileError `damaged`, `too-large`. */
function readComments(bytes: Uint8Array): CommentsPart {
  const authors: (Place & { name: string })[] = [];
  const comments: Comment[] = [];
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    if (scanner.opens('author')) {
      const start = scanner.start;
      const empty = scanner.kind === TagKind.empty;
      if (!empty) scanner.next();
      authors.push({ start, end: scanner.end, name: empty ? '' : scanner.text() });
    } else if (scanner.opens('comment')) {
      const comment = readComment(scanner);
      if (!comment) continue;
      comments.push(comment);
      holdTo('notes', comments.length);
    }
  }
  return { bytes, outline: outlineUnder('comments', bytes, COMMENTS_ORDER), authors, comments };
}

function readComment(scanner: TagScanner): Comment | undefined {
  const { start } = scanner;
  const at = fromA1(scanner.attribute('ref') ?? '');
  const author = Number(scanner.attribute('authorId') ?? 0);
  const read = scanner.kind === TagKind.open ? readBody(scanner, scanner.depth) : { nodes: [], body: undefined };
  return at && { start, end: scanner.end, at, author, ...read };
}

/** Reads up to the end of the comment at this depth: its texts, save phonetic ones, and where they stand. */
function readBody(scanner: TagScanner, depth: number): Pick<Comment, 'nodes' | 'body'> {
  const nodes: TextNode[] = [];
  let body: Comment['body'];
  let bodyStart = 0;
  let run: { readonly start: number; readonly first: number } | undefined;
  while (scanner.next() && scanner.depth > depth) {
    const isBody = scanner.depth === depth + 1 && scanner.named('text');
    if (scanner.opens('rPh')) scanner.skip();
    else if (isBody && scanner.kind === TagKind.open) bodyStart = scanner.start;
    else if (isBody && scanner.kind === TagKind.close) {
      body = { start: bodyStart, end: scanner.end, selfClosing: false, closeStart: scanner.start };
    } else if (isBody) {
      const closeStart = selfCloseStart(scanner.bytes, scanner.end);
      body = { start: scanner.start, end: scanner.end, selfClosing: true, closeStart };
    } else if (scanner.opens('r')) run = { start: scanner.start, first: nodes.length };
    else if (scanner.closes('r') && run) {
      const whole = { start: run.start, end: scanner.end };
      append(
        nodes,
        nodes.splice(run.first).map((node): TextNode => ({ ...node, run: whole })),
      );
      run = undefined;
    } else if (scanner.opens('t')) nodes.push(readText(scanner));
  }
  return { nodes, body };
}

function readText(scanner: TagScanner): TextNode {
  const start = scanner.start;
  if (scanner.kind === TagKind.empty) {
    const slash = selfCloseStart(scanner.bytes, scanner.end);
    const content = { start: slash, end: slash };
    return { element: { start, end: scanner.end }, content, run: undefined, text: '', selfClosing: true };
  }
  const from = scanner.end;
  scanner.next();
  return {
    element: { start, end: scanner.end },
    content: { start: from, end: scanner.start },
    run: undefined,
    text: scanner.text(),
    selfClosing: false,
  };
}

/**
 * The notes of a comments part with their cells, as they read.
 * @throws FileError `damaged`, `too-large`.
 */
export function readNotes(bytes: Uint8Array): (Address & { readonly text: string })[] {
  return readComments(bytes).comments.map((comment) => ({ ...comment.at, text: textOf(comment) }));
}

function textOf(comment: Comment): string {
  return comment.nodes.map((node) => node.text).join('');
}

export interface NoteText extends Address {
  readonly note: string;
}

/** What became of notes: which cells got one of their own (and need a shape to be seen), which cannot have one. */
export interface WrittenNotes {
  readonly bytes: Uint8Array;
  readonly created: readonly NoteText[];
  readonly refused: readonly Address[];
}

/**
 * Writes notes into a comments part: behind the text of a cell's note, or as new notes. The cells in `threads`, and
 * notes that stand for a thread of comments, are left alone: programs show the thread, not the note behind it.
 */
export function addNotes(bytes: Uint8Array, notes: readonly NoteText[], threads: ReadonlySet<string>): WrittenNotes {
  const part = readComments(bytes);
  const byCell = new Map<string, Comment>();
  for (const comment of part.comments) {
    const cell = toA1(comment.at.row, comment.at.column);
    if (!byCell.has(cell)) byCell.set(cell, comment);
  }
  const splices = new Splices();
  const created: NoteText[] = [];
  const refused: Address[] = [];
  for (const note of notes) {
    const cell = toA1(note.row, note.column);
    const comment = byCell.get(cell);
    const isThread = comment && part.authors[comment.author]?.name.startsWith('tc=') === true;
    if (threads.has(cell) || isThread) refused.push(note);
    else if (comment) appendToComment(part, comment, note.note, splices);
    else created.push(note);
  }
  if (created.length > 0) appendComments(part, created, splices);
  return { bytes: splices.apply(bytes), created, refused };
}

/*
 * White space at the start of a text counts only where it is said to. By the number of blanks in front of that a text of
 * others that we say it of is told from one that we have put into a note without any.
 */
const SPACE_OF_OTHERS = '  xml:space="preserve"';
const SPACE_OF_OURS = '   xml:space="preserve"';

/** Two blanks tell the first of our notes in a list where there was nothing at all, not even an author. */
const FIRST_NOTE = 'comment  ref';

/** Our text goes into the last text of the note, so that it has the same font. */
function appendToComment(part: CommentsPart, comment: Comment, ours: string, splices: Splices): void {
  const existing = textOf(comment);
  const added = escapeXstring(mergeNote(existing, ours).slice(existing.length));
  const p = part.outline.prefix;
  const last = comment.nodes.at(-1);
  if (last) {
    appendToText(part.bytes, last, added, splices);
    return;
  }
  const node = `<${p}t${SPACE_OF_OURS}>${added}</${p}t>`;
  const body = comment.body;
  if (!body) throw damaged('note without text');
  appendInside(part.bytes, body, node, splices);
}

function appendToText(bytes: Uint8Array, node: TextNode, added: string, splices: Splices): void {
  const { element, content, selfClosing } = node;
  const opening = new TextDecoder().decode(bytes.subarray(element.start, content.start));
  const [, start = '', name = '', rest = ''] = /^(<([\w:.-]+))([^>]*)/.exec(opening) ?? [];
  const space = node.text.trim() === '' && rest.trim() === '' ? SPACE_OF_OTHERS : '';
  if (selfClosing || space !== '') {
    splices.replace(element.start, content.start, `${start}${space}${rest}${selfClosing ? OPENED : ''}>`);
  }
  if (selfClosing) splices.replace(content.end, element.end, `${added}</${name}>`);
  else splices.insert(content.end, added);
}

function appendComments(part: CommentsPart, notes: readonly NoteText[], splices: Splices): void {
  const p = part.outline.prefix;
  const author = part.authors.length;
  appendChild(part, 'authors', elementAround(p, 'author', AUTHOR), splices);
  const properties = RUN_PROPERTIES.map((property) => `<${p}${property}/>`).join('');
  const isBare = part.authors.length === 0 && part.comments.length === 0 && !isPartMade(part);
  const comments = notes.map(({ row, column, note }, index) => {
    const text = `<${p}t xml:space="preserve">${escapeXstring(mergeNote(null, note))}</${p}t>`;
    const run = `<${p}r><${p}rPr>${properties}</${p}rPr>${text}</${p}r>`;
    const opening = isBare && index === 0 ? FIRST_NOTE : 'comment ref';
    return `<${p}${opening}="${toA1(row, column)}" authorId="${String(author)}"><${p}text>${run}</${p}text></${p}comment>`;
  });
  appendChild(part, 'commentList', comments.join(''), splices);
}

/** Appends to the named child of the root, which is made where it is missing. */
function appendChild({ bytes, outline }: CommentsPart, name: string, xml: string, splices: Splices): void {
  const child = outline.children.find((one) => one.name === name);
  const p = outline.prefix;
  if (!child) {
    const rank = COMMENTS_ORDER.indexOf(name);
    const at = outline.children.find((one) => one.rank > rank)?.start ?? outline.closeStart;
    splices.insert(at, elementAround(p, name, xml));
  } else appendInside(bytes, child, xml, splices);
}

/** An empty comments part in the given main namespace. */
export function emptyComments(namespace: string): Uint8Array {
  return new TextEncoder().encode(
    `${MADE_PART}"${namespace}"><authors></authors><commentList></commentList></comments>`,
  );
}

const MADE_PART = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments  xmlns=';

/** Whether the part is of our making; two blanks say so. */
function isPartMade({ bytes }: CommentsPart): boolean {
  return new TextDecoder().decode(bytes.subarray(0, MADE_PART.length)) === MADE_PART;
}

/** What is left of a comments part without our text. */
export interface StrippedNotes {
  readonly bytes: Uint8Array;
  /** Cells whose whole note was ours; their shapes are to go, too. */
  readonly removed: readonly Address[];
  /** Whether nothing is left of the part that anyone but us would have made. */
  readonly isEmpty: boolean;
}

/** Takes our text out of all notes; `undefined` where there is none of ours. */
export function removeNotes(bytes: Uint8Array): StrippedNotes | undefined {
  const part = readComments(bytes);
  const splices = new Splices();
  const removed: Comment[] = [];
  for (const comment of part.comments) {
    const text = textOf(comment);
    const start = noteStart(text);
    if (start < 0) continue;
    if (stripNote(text) === null) {
      removed.push(comment);
      splices.remove(comment.start, comment.end);
    } else {
      cutComment(part, comment, start, splices);
    }
  }
  if (splices.isEmpty) return undefined;
  const ours = removeOurAuthor(part, removed, splices);
  const isBare = part.comments.length === removed.length && part.authors.length <= ours;
  const wasThere = removed.some((one) => openingOf(bytes, one).includes(FIRST_NOTE));
  return {
    bytes: withoutEmptyLists(splices.apply(bytes)),
    removed: removed.map((one) => one.at),
    isEmpty: isBare && !wasThere,
  };
}

function openingOf(bytes: Uint8Array, { start }: Place): string {
  return new TextDecoder().decode(bytes.subarray(start, bytes.indexOf(GREATER, start)));
}

const GREATER = 0x3e;

function withoutEmptyLists(bytes: Uint8Array): Uint8Array {
  const splices = new Splices();
  for (const child of outlineUnder('comments', bytes, COMMENTS_ORDER).children) restoreEmpty(bytes, child, splices);
  return splices.apply(bytes);
}

/** Cuts a note's text behind its first `length` characters. */
function cutComment(part: CommentsPart, comment: Comment, length: number, splices: Splices): void {
  let passed = 0;
  for (const node of comment.nodes) {
    const keep = Math.min(Math.max(length - passed, 0), node.text.length);
    const starts = passed;
    passed += node.text.length;
    if (keep === node.text.length || restoreText(part, comment, node, keep, splices)) continue;
    if (keep === 0 && node.run && starts > 0) {
      splices.remove(node.run.start, node.run.end);
      continue;
    }
    splices.replace(node.content.start, node.content.end, keptText(part.bytes, node, keep));
  }
}

/** The first `length` characters of a text, as it is written. */
function keptText(bytes: Uint8Array, { content }: TextNode, length: number): string {
  const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(content.start, content.end));
  return raw.slice(0, rawLength(raw, length));
}

/** Gives back a text that we have changed more than by adding to it; false where it is none. */
function restoreText(part: CommentsPart, comment: Comment, node: TextNode, keep: number, splices: Splices): boolean {
  const { element, content } = node;
  const opening = new TextDecoder().decode(part.bytes.subarray(element.start, content.start));
  if (opening.includes(SPACE_OF_OURS) && comment.body) {
    const { start, end, closeStart } = comment.body;
    const before = new TextDecoder().decode(part.bytes.subarray(start, element.start));
    if (before.endsWith(`${OPENED}>`) && element.end === closeStart) {
      splices.replace(element.start - OPENED.length - 1, end, '/>');
    } else splices.remove(element.start, element.end);
    return true;
  }
  const bare = opening.replace(SPACE_OF_OTHERS, '');
  if (bare.endsWith(`${OPENED}>`) && keep === 0) {
    splices.replace(element.start, element.end, `${bare.slice(0, -OPENED.length - 1)}/>`);
  } else if (bare === opening) return false;
  else splices.replace(element.start, content.end, bare + keptText(part.bytes, node, keep));
  return true;
}

/** How much of a text as written in XML makes the first `length` characters of it as read. */
function rawLength(raw: string, length: number): number {
  let at = 0;
  for (let read = 0; read < length && at < raw.length;) {
    const entity = raw[at] === '&' ? /^&[^;&]{1,10};/.exec(raw.slice(at, at + 12))?.[0] : undefined;
    const written = entity ?? (raw.startsWith('\r\n', at) ? '\r\n' : (raw[at] ?? ''));
    at += written.length;
    read += entity === undefined ? 1 : decodeEntities(entity).length;
  }
  return at;
}

/**
 * Our author goes where it is the last one and no note of it is left, or was by an author that was not there before
 * either; answers how many authors have gone.
 */
function removeOurAuthor(part: CommentsPart, removed: readonly Comment[], splices: Splices): number {
  const index = part.authors.length - 1;
  const author = part.authors[index];
  const gone = new Set(removed);
  if (author?.name !== AUTHOR) return 0;
  const isUsed = part.comments.some((one) => one.author === index && !gone.has(one));
  if (isUsed && !isMade(part.bytes, author)) return 0;
  splices.remove(author.start, author.end);
  return 1;
}

/** Whether a part may hold our text at all: a quick look before it is taken apart. */
export function mayHoldNotes(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes).includes(NOTE_HEADING);
}

/** The cells that a part of threaded comments speaks of. */
export function threadCells(bytes: Uint8Array): string[] {
  const cells: string[] = [];
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    const ref = scanner.opens('threadedComment') ? scanner.attribute('ref') : undefined;
    if (ref !== undefined) cells.push(ref.toUpperCase());
  }
  return cells;
}
