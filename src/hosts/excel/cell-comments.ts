import { mergeNote, NOTE_HEADING, noteStart } from '../../marks/note.ts';
import { toA1, type Address } from '../../sheets/address.ts';
import type { CellText, CellTexts } from './cell-texts.ts';
import { type PacedBatch, REQUEST_BYTES } from './excel-batch.ts';
import { isFinal } from './excel-errors.ts';

interface LocatedComment {
  readonly comment: Excel.Comment;
  readonly cell: Excel.Range;
}

/** After so many refusals on one sheet the cells that are left go without. */
const MOST_REFUSALS = 40;

/**
 * Our texts in threaded comments. A thread that somebody else has begun gets a reply
 * of ours; one of ours in which somebody has answered is a conversation since then, and is left to them.
 * @requires ExcelApi 1.10
 */
export class CellComments implements CellTexts {
  readonly #sheet: Excel.Worksheet;
  readonly #comments: Excel.CommentCollection;
  #located: readonly LocatedComment[] = [];

  constructor(sheet: Excel.Worksheet) {
    this.#sheet = sheet;
    this.#comments = sheet.comments;
    this.#comments.load('items/id,items/content,items/replies/items/id,items/replies/items/content');
  }

  async askCells(batch: PacedBatch, of: 'ours' | 'all'): Promise<void> {
    const located: LocatedComment[] = [];
    for (const comment of this.#comments.items) {
      if (of === 'ours' && !bearsOurs(comment)) continue;
      await batch.makeRoom(REQUEST_BYTES);
      const cell = comment.getLocation();
      cell.load('rowIndex,columnIndex');
      located.push({ comment, cell });
    }
    this.#located = located;
  }

  get areThere(): boolean {
    return this.#comments.items.some(bearsOurs);
  }

  get ours(): readonly Address[] {
    return this.#located
      .filter(({ comment }) => bearsOurs(comment))
      .map(({ cell }) => ({ row: cell.rowIndex, column: cell.columnIndex }));
  }

  async clear(batch: PacedBatch): Promise<void> {
    for (const comment of this.#comments.items) {
      if (isOurs(comment)) {
        await batch.makeRoom(REQUEST_BYTES);
        comment.delete();
      } else {
        for (const reply of repliesOf(comment)) {
          await batch.makeRoom(REQUEST_BYTES);
          reply.delete();
        }
      }
    }
  }

  async replace(batch: PacedBatch, texts: readonly CellText[]): Promise<number> {
    const replied = await this.replaceReplies(batch, texts);
    const added = texts.filter(({ row, column }) => !replied.has(toA1(row, column)));
    if (added.length === 0) return 0;
    await batch.sync();
    return this.#addAll(batch, added, { refusals: 0 });
  }

  /**
   * Takes away all that is ours, and puts those texts whose cells bear somebody's thread into it. Answers these cells, as
   * A1.
   */
  async replaceReplies(batch: PacedBatch, texts: readonly CellText[]): Promise<ReadonlySet<string>> {
    const threads = new Map(
      this.#located
        .filter(({ comment }) => !isOurs(comment))
        .map(({ comment, cell }) => [toA1(cell.rowIndex, cell.columnIndex), comment]),
    );
    await this.clear(batch);
    const replied = new Set<string>();
    for (const { row, column, text } of texts) {
      const name = toA1(row, column);
      const thread = threads.get(name);
      if (!thread) continue;
      await batch.makeRoom(REQUEST_BYTES + text.length * 3);
      thread.replies.add(mergeNote(null, text));
      replied.add(name);
    }
    return replied;
  }

  /**
   * Adds comments. Excel refuses one where a cell has a note, which it does not tell of before it offers notes; so where
   * it refuses some, they are tried in halves. Answers how many cells go without.
   */
  async #addAll(batch: PacedBatch, texts: readonly CellText[], tried: { refusals: number }): Promise<number> {
    if (texts.length === 0) return 0;
    if (tried.refusals > MOST_REFUSALS) return texts.length;
    try {
      for (const { row, column, text } of texts) {
        await batch.makeRoom(REQUEST_BYTES + text.length * 3);
        batch.context.workbook.comments.add(this.#sheet.getCell(row, column), mergeNote(null, text));
      }
      await batch.sync();
      return 0;
    } catch (error) {
      if (isFinal(error)) throw error;
      tried.refusals++;
    }
    if (texts.length === 1) return 1;
    // Those before the first that is refused are there.
    const there = await this.#commented(batch);
    const rest = texts.filter(({ row, column }) => !there.has(toA1(row, column)));
    const half = Math.ceil(rest.length / 2);
    return (
      (await this.#addAll(batch, rest.slice(0, half), tried)) + (await this.#addAll(batch, rest.slice(half), tried))
    );
  }

  async #commented(batch: PacedBatch): Promise<ReadonlySet<string>> {
    const present = this.#sheet.comments;
    present.load('items/id');
    await batch.sync();
    const cells: Excel.Range[] = [];
    for (const comment of present.items) {
      await batch.makeRoom(REQUEST_BYTES);
      const cell = comment.getLocation();
      cell.load('rowIndex,columnIndex');
      cells.push(cell);
    }
    await batch.sync();
    return new Set(cells.map(({ rowIndex, columnIndex }) => toA1(rowIndex, columnIndex)));
  }
}

/** A thread with nothing in it but what we wrote. */
function isOurs(comment: Excel.Comment): boolean {
  return isOurText(comment.content) && comment.replies.items.every(({ content }) => isOurText(content));
}

function repliesOf(comment: Excel.Comment): readonly Excel.CommentReply[] {
  return comment.replies.items.filter(({ content }) => isOurText(content));
}

function bearsOurs(comment: Excel.Comment): boolean {
  return isOurs(comment) || repliesOf(comment).length > 0;
}

function isOurText(text: string): boolean {
  return noteStart(text) === 0 && text.startsWith(NOTE_HEADING);
}
