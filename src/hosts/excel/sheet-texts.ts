import { toA1, type Address } from '../../sheets/address.ts';
import type { CellComments } from './cell-comments.ts';
import type { CellText, CellTexts } from './cell-texts.ts';
import type { PacedBatch } from './excel-batch.ts';

/**
 * Our texts on a sheet, in its notes and its comments: an older Excel has left comments where a newer one would have
 * put notes, and both are found and taken away. New texts go into notes where Excel has them, but for cells with
 * somebody's thread of comments, for no cell bears both.
 */
export class SheetTexts implements CellTexts {
  readonly #notes: CellTexts | undefined;
  readonly #comments: CellComments | undefined;
  /** Comments first: one of ours goes before a note takes its place. */
  readonly #both: readonly CellTexts[];

  /** Either is missing where Excel has none to offer. */
  constructor(notes: CellTexts | undefined, comments: CellComments | undefined) {
    this.#notes = notes;
    this.#comments = comments;
    this.#both = [comments, notes].filter((one) => one !== undefined);
  }

  async askCells(batch: PacedBatch, of: 'ours' | 'all'): Promise<void> {
    for (const one of this.#both) await one.askCells(batch, of);
  }

  get areThere(): boolean {
    return this.#both.some(({ areThere }) => areThere);
  }

  get ours(): readonly Address[] {
    return this.#both.flatMap(({ ours }) => ours);
  }

  async clear(batch: PacedBatch): Promise<void> {
    for (const one of this.#both) await one.clear(batch);
  }

  async replace(batch: PacedBatch, texts: readonly CellText[]): Promise<number> {
    if (!this.#notes) return this.#comments ? this.#comments.replace(batch, texts) : texts.length;
    const replied = await this.#comments?.replaceReplies(batch, texts);
    const rest = replied ? texts.filter(({ row, column }) => !replied.has(toA1(row, column))) : texts;
    return this.#notes.replace(batch, rest);
  }
}
