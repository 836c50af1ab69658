import type { Program } from './program.ts';
import { parseReference, quotedName } from './references.ts';
import { Refusal } from './refusal.ts';
import { oneCell, RangeObject } from './range-object.ts';
import { Collection, ServerObject, textArgument, type Argument } from './server-object.ts';
import {
  cellKey,
  keyToA1,
  newId,
  type StandInComment,
  type StandInNote,
  type StandInReply,
  type StandInSheet,
} from './sheet.ts';

/** A cell of one of these sheets, given as an address or a proxy. @throws Refusal InvalidArgument for several cells */
function cellArgument(given: Argument, program: Program, sheets: readonly StandInSheet[]): RangeObject {
  if (given instanceof RangeObject) return oneOf(given);
  const { sheet: name, area } = parseReference(textArgument(given));
  const [only, ...others] = sheets;
  const sheet =
    name === null
      ? others.length === 0
        ? only
        : program.document.active
      : sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!sheet) throw new Refusal('InvalidArgument', 'no such sheet');
  return oneOf(new RangeObject(program, sheet, area));
}

function oneOf(range: RangeObject): RangeObject {
  const { top, left, bottom, right } = range.area;
  if (top !== bottom || left !== right) throw new Refusal('InvalidArgument', 'not a single cell');
  return range;
}

function keyOf({ area }: RangeObject): string {
  return cellKey(area.top, area.left);
}

function locationOf(program: Program, sheet: StandInSheet, key: string): RangeObject {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return new RangeObject(program, sheet, oneCell(row, column));
}

/** Objects on a sheet cannot be changed where it is protected; a cell bears a note or a comment, never both. */
function assertMayBear(sheet: StandInSheet, key: string): void {
  assertMayChange(sheet);
  if (sheet.notes.has(key) || sheet.comments.has(key))
    throw new Refusal('InvalidOperation', 'the cell bears a note or a comment already');
}

function assertMayChange(sheet: StandInSheet): void {
  if (sheet.isProtected && sheet.protectionOptions.allowEditObjects !== true)
    throw new Refusal('AccessDenied', 'the sheet is protected');
}

/** Excel.NoteCollection of a sheet or of all. */
export class NoteCollectionObject extends Collection {
  readonly type = 'NoteCollection';
  readonly #program: Program;
  readonly #sheets: () => readonly StandInSheet[];

  constructor(program: Program, sheets: () => readonly StandInSheet[]) {
    super();
    this.#program = program;
    this.#sheets = sheets;
  }

  override items(): readonly NoteObject[] {
    return this.#sheets().flatMap((sheet) =>
      [...sheet.notes.keys()].map((key) => new NoteObject(this.#program, sheet, key)),
    );
  }

  protected override find(key: unknown): ServerObject | undefined {
    const at = cellArgument(key, this.#program, this.#sheets());
    return at.sheet.notes.has(keyOf(at)) ? new NoteObject(this.#program, at.sheet, keyOf(at)) : undefined;
  }

  override call(member: string, given: readonly Argument[]): unknown {
    if (member !== 'add') return super.call(member, given);
    const { sheet, ...at } = this.#place(given[0]);
    assertMayBear(sheet, at.key);
    const before = sheet.notes;
    this.#program.document.changed({ takeBack: () => (sheet.notes = before) });
    const note: StandInNote = { author: this.#program.userName, content: textArgument(given[1]), visible: false };
    sheet.notes = new Map([...before, [at.key, note]]);
    return new NoteObject(this.#program, sheet, at.key);
  }

  #place(given: Argument): { readonly sheet: StandInSheet; readonly key: string } {
    try {
      const at = cellArgument(given, this.#program, this.#sheets());
      return { sheet: at.sheet, key: keyOf(at) };
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal('InvalidCellAddress');
      throw error;
    }
  }
}

class NoteObject extends ServerObject {
  readonly type = 'Note';
  override readonly id: string;
  readonly #program: Program;
  readonly #sheet: StandInSheet;
  readonly #key: string;

  constructor(program: Program, sheet: StandInSheet, key: string) {
    super();
    this.#program = program;
    this.#sheet = sheet;
    this.#key = key;
    this.id = `${quotedName(sheet.name)}!${keyToA1(key)}`;
  }

  get #note(): StandInNote {
    const note = this.#sheet.notes.get(this.#key);
    if (!note) throw new Refusal('ItemNotFound');
    return note;
  }

  override get(member: string): unknown {
    switch (member) {
      case 'authorName':
        return this.#note.author;
      case 'content':
        return this.#note.content;
      case 'visible':
        return this.#note.visible;
      default:
        return super.get(member);
    }
  }

  override set(member: string, value: unknown): void {
    if (member !== 'content' && member !== 'visible') {
      super.set(member, value);
      return;
    }
    assertMayChange(this.#sheet);
    const changed = member === 'content' ? { content: textArgument(value) } : { visible: value === true };
    this.#replace({ ...this.#note, ...changed });
  }

  override call(member: string, given: readonly Argument[]): unknown {
    if (member === 'getLocation') return locationOf(this.#program, this.#sheet, this.#key);
    if (member !== 'delete') return super.call(member, given);
    assertMayChange(this.#sheet);
    if (!this.#sheet.notes.has(this.#key)) throw new Refusal('ItemNotFound');
    this.#replace(undefined);
    return undefined;
  }

  #replace(note: StandInNote | undefined): void {
    const sheet = this.#sheet;
    const before = sheet.notes;
    this.#program.document.changed({ takeBack: () => (sheet.notes = before) });
    const notes = new Map(before);
    if (note) notes.set(this.#key, note);
    else notes.delete(this.#key);
    sheet.notes = notes;
  }
}

/** Excel.CommentCollection of a sheet or of all. */
export class CommentCollectionObject extends Collection {
  readonly type = 'CommentCollection';
  readonly #program: Program;
  readonly #sheets: () => readonly StandInSheet[];

  constructor(program: Program, sheets: () => readonly StandInSheet[]) {
    super();
    this.#program = program;
    this.#sheets = sheets;
  }

  override items(): readonly CommentObject[] {
    return this.#sheets().flatMap((sheet) =>
      [...sheet.comments.values()].map(({ id }) => new CommentObject(this.#program, sheet, id)),
    );
  }

  /** Without making an object of each: there may be thousands, and each is looked for. */
  protected override find(key: unknown): ServerObject | undefined {
    for (const sheet of this.#sheets()) {
      for (const { id } of sheet.comments.values()) {
        if (id === key) return new CommentObject(this.#program, sheet, id);
      }
    }
    return undefined;
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const at = (): RangeObject => cellArgument(given[0], this.#program, this.#sheets());
    if (member === 'getItemByCell') {
      const { sheet, ...cell } = at();
      const comment = sheet.comments.get(cellKey(cell.area.top, cell.area.left));
      if (!comment) throw new Refusal('ItemNotFound');
      return new CommentObject(this.#program, sheet, comment.id);
    }
    if (member !== 'add') return super.call(member, given);
    const cell = at();
    const { sheet } = cell;
    assertMayBear(sheet, keyOf(cell));
    const before = sheet.comments;
    this.#program.document.changed({ takeBack: () => (sheet.comments = before) });
    const comment = { id: newId(), author: this.#program.userName, content: textArgument(given[1]) };
    sheet.comments = new Map([...before, [keyOf(cell), comment]]);
    return new CommentObject(this.#program, sheet, comment.id);
  }
}

class CommentObject extends ServerObject {
  readonly type = 'Comment';
  override readonly id: string;
  readonly #program: Program;
  readonly #sheet: StandInSheet;

  constructor(program: Program, sheet: StandInSheet, id: string) {
    super();
    this.#program = program;
    this.#sheet = sheet;
    this.id = id;
  }

  get replies(): readonly StandInReply[] {
    return this.#kept[1].replies ?? [];
  }

  set replies(replies: readonly StandInReply[]) {
    assertMayChange(this.#sheet);
    const [key, comment] = this.#kept;
    this.#replace(new Map([...this.#sheet.comments, [key, { ...comment, replies }]]));
  }

  get #kept(): readonly [key: string, comment: StandInComment] {
    for (const entry of this.#sheet.comments) if (entry[1].id === this.id) return entry;
    throw new Refusal('ItemNotFound');
  }

  override get(member: string): unknown {
    const [, comment] = this.#kept;
    switch (member) {
      case 'id':
        return comment.id;
      case 'authorName':
        return comment.author;
      case 'content':
        return comment.content;
      case 'resolved':
        return false;
      case 'replies':
        return new CommentReplyCollectionObject(this.#program, this);
      default:
        return super.get(member);
    }
  }

  override set(member: string, value: unknown): void {
    if (member !== 'content') {
      super.set(member, value);
      return;
    }
    assertMayChange(this.#sheet);
    const [key, comment] = this.#kept;
    if (comment.author !== this.#program.userName) throw new Refusal('AccessDenied', 'the comment is another person’s');
    const content = textArgument(value);
    this.#replace(new Map([...this.#sheet.comments, [key, { ...comment, content }]]));
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const [key] = this.#kept;
    if (member === 'getLocation') return locationOf(this.#program, this.#sheet, key);
    if (member !== 'delete') return super.call(member, given);
    assertMayChange(this.#sheet);
    this.#replace(new Map([...this.#sheet.comments].filter(([one]) => one !== key)));
    return undefined;
  }

  #replace(comments: ReadonlyMap<string, StandInComment>): void {
    const sheet = this.#sheet;
    const before = sheet.comments;
    this.#program.document.changed({ takeBack: () => (sheet.comments = before) });
    sheet.comments = comments;
  }
}

class CommentReplyCollectionObject extends Collection {
  readonly type = 'CommentReplyCollection';
  readonly #program: Program;
  readonly #comment: CommentObject;

  constructor(program: Program, comment: CommentObject) {
    super();
    this.#program = program;
    this.#comment = comment;
  }

  override items(): readonly CommentReplyObject[] {
    return this.#comment.replies.map(({ id }) => new CommentReplyObject(this.#program, this.#comment, id));
  }

  override call(member: string, given: readonly Argument[]): unknown {
    if (member !== 'add') return super.call(member, given);
    const reply = { id: newId(), author: this.#program.userName, content: textArgument(given[0]) };
    this.#comment.replies = [...this.#comment.replies, reply];
    return new CommentReplyObject(this.#program, this.#comment, reply.id);
  }
}

class CommentReplyObject extends ServerObject {
  readonly type = 'CommentReply';
  override readonly id: string;
  readonly #program: Program;
  readonly #comment: CommentObject;

  constructor(program: Program, comment: CommentObject, id: string) {
    super();
    this.#program = program;
    this.#comment = comment;
    this.id = id;
  }

  get #reply(): StandInReply {
    const reply = this.#comment.replies.find(({ id }) => id === this.id);
    if (!reply) throw new Refusal('ItemNotFound');
    return reply;
  }

  override get(member: string): unknown {
    switch (member) {
      case 'id':
        return this.id;
      case 'authorName':
        return this.#reply.author;
      case 'content':
        return this.#reply.content;
      default:
        return super.get(member);
    }
  }

  override set(member: string, value: unknown): void {
    if (member !== 'content') {
      super.set(member, value);
      return;
    }
    const reply = this.#reply;
    if (reply.author !== this.#program.userName) throw new Refusal('AccessDenied', 'the reply is another person’s');
    const content = textArgument(value);
    this.#comment.replies = this.#comment.replies.map((one) => (one === reply ? { ...one, content } : one));
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const reply = this.#reply;
    if (member !== 'delete') return super.call(member, given);
    this.#comment.replies = this.#comment.replies.filter((one) => one !== reply);
    return undefined;
  }
}
