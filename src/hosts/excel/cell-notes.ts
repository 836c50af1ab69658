import { mergeNote, noteStart, stripNote } from '../../marks/note.ts';
import { toA1, type Address } from '../../sheets/address.ts';
import type { CellText, CellTexts } from './cell-texts.ts';
import { type PacedBatch, REQUEST_BYTES } from './excel-batch.ts';

interface LocatedNote {
  readonly note: Excel.Note;
  readonly cell: Excel.Range;
}

/**
 * Our texts in the notes of a sheet, behind what others have written.
 * @requires ExcelApi 1.18
 */
export class CellNotes implements CellTexts {
  readonly #notes: Excel.NoteCollection;
  #located: readonly LocatedNote[] = [];

  constructor(sheet: Excel.Worksheet) {
    this.#notes = sheet.notes;
    this.#notes.load('items/content');
  }

  async askCells(batch: PacedBatch, of: 'ours' | 'all'): Promise<void> {
    const located: LocatedNote[] = [];
    for (const note of this.#notes.items) {
      if (of === 'ours' && !isOurs(note)) continue;
      await batch.makeRoom(REQUEST_BYTES);
      const cell = note.getLocation();
      cell.load('rowIndex,columnIndex');
      located.push({ note, cell });
    }
    this.#located = located;
  }

  get areThere(): boolean {
    return this.#notes.items.some(isOurs);
  }

  get ours(): readonly Address[] {
    return this.#located
      .filter(({ note }) => isOurs(note))
      .map(({ cell }) => ({ row: cell.rowIndex, column: cell.columnIndex }));
  }

  async clear(batch: PacedBatch): Promise<void> {
    await this.#strip(batch, this.#notes.items.filter(isOurs));
  }

  async replace(batch: PacedBatch, texts: readonly CellText[]): Promise<number> {
    const wanted = new Map(texts.map((text) => [toA1(text.row, text.column), text.text]));
    const gone: Excel.Note[] = [];
    for (const { note, cell } of this.#located) {
      const name = toA1(cell.rowIndex, cell.columnIndex);
      const text = wanted.get(name);
      if (text === undefined) {
        if (isOurs(note)) gone.push(note);
        continue;
      }
      wanted.delete(name);
      await batch.makeRoom(REQUEST_BYTES + sizeOf(note.content) + sizeOf(text));
      note.content = mergeNote(note.content, text);
    }
    await this.#strip(batch, gone);
    for (const [name, text] of wanted) {
      await batch.makeRoom(REQUEST_BYTES + sizeOf(text));
      this.#notes.add(name, mergeNote(null, text));
    }
    return 0;
  }

  async #strip(batch: PacedBatch, notes: readonly Excel.Note[]): Promise<void> {
    for (const note of notes) {
      const theirs = stripNote(note.content);
      await batch.makeRoom(REQUEST_BYTES + sizeOf(theirs ?? ''));
      if (theirs === null) note.delete();
      else note.content = theirs;
    }
  }
}

/** @requires ExcelApi 1.18 */
function isOurs({ content }: Excel.Note): boolean {
  return noteStart(content) >= 0;
}

/** What a text takes in a request, at most. */
function sizeOf(text: string): number {
  return text.length * 3;
}
