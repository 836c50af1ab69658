import { mergeNote, noteStart, stripNote } from '../../marks/note.ts';
import { placedMarks } from '../../marks/placed-marks.ts';
import type { Mark } from '../../marks/plan.ts';
import { groupCells } from '../../marks/refs.ts';
import {
  MARK_COLOURS,
  MARK_SEVERITIES,
  markFormula,
  severityOfFormula,
  type MarkSeverity,
} from '../../marks/signature.ts';
import { fromA1, toA1, type Address, type Range } from '../../sheets/address.ts';
import type { JsapiObject } from './jsapi.ts';
import { XL } from './members.ts';
import { firstCells } from './merged-places.ts';
import { addressGroups, areasOfRange, rangeOn, type WpsSheet } from './wps-ranges.ts';

/** Conditional formats and comments beyond so many are not looked through: at 0.2 ms a call some seconds. */
const MOST_CONDITIONS = 5000;
const MOST_COMMENTS = 10_000;

interface OurNote {
  readonly comment: JsapiObject<'Comment'>;
  readonly text: string;
}

/** What a sheet bears of ours. */
export interface OurMarks {
  readonly conditions: readonly JsapiObject<'FormatCondition'>[];
  readonly notes: readonly OurNote[];
}

export interface Placed {
  /** Cells that were coloured or got a note. */
  readonly marked: number;
  readonly withoutNote: number;
}

/** The marks of one sheet: conditional formats of ours, known by their formula, and our part of comments. */
export class SheetMarking {
  readonly #sheet: WpsSheet;

  constructor(sheet: WpsSheet) {
    this.#sheet = sheet;
  }

  /** Whether anything is there; looks no further than the first of it. */
  hasAny(): boolean {
    return this.#conditions(1).length > 0 || this.#notes(1).length > 0;
  }

  /** Everything of ours, from the last to the first: so they can be taken away one after another. */
  find(): OurMarks {
    return { conditions: this.#conditions(MOST_CONDITIONS), notes: this.#notes(MOST_COMMENTS) };
  }

  /** The cells that bear a mark. */
  count({ conditions, notes }: OurMarks): number {
    const cells = new Set<string>();
    for (const condition of conditions) {
      for (const { top, left, bottom, right } of appliesTo(condition))
        for (let row = top; row <= bottom; row++)
          for (let column = left; column <= right; column++) cells.add(toA1(row, column));
    }
    for (const { comment } of notes) {
      const at = cellOf(comment);
      if (at) cells.add(toA1(at.row, at.column));
    }
    return cells.size;
  }

  /** Takes our marks away. */
  remove({ conditions, notes }: OurMarks): void {
    for (const condition of conditions) condition.call('Delete');
    for (const { comment, text } of notes) {
      const theirs = stripNote(text);
      if (theirs === null) comment.call('Delete');
      else comment.call('Text', theirs);
    }
  }

  /** Puts marks on a sheet that has none of ours. */
  place(marks: readonly Mark[], colours: boolean, notes: boolean): Placed {
    if (marks.length === 0) return { marked: 0, withoutNote: 0 };
    const placed = placedMarks(marks, firstCells(this.#sheet, marks));
    const done = new Set<string>();
    // Each goes in front of those before: the graver one last.
    if (colours) for (const severity of [...MARK_SEVERITIES].reverse()) this.#colour(placed, severity, done);
    const noted = placed.filter(({ note }) => note !== null);
    let withoutNote = noted.length;
    if (notes && noted.length > 0) {
      const theirs = this.#theirNotes();
      for (const mark of noted) {
        if (!this.#addNote(mark, theirs.get(toA1(mark.row, mark.column)))) continue;
        withoutNote--;
        done.add(toA1(mark.row, mark.column));
      }
    }
    return { marked: done.size, withoutNote };
  }

  #colour(marks: readonly Mark[], severity: MarkSeverity, done: Set<string>): void {
    const cells = marks.filter((mark) => mark.severity === severity);
    for (const { address } of addressGroups(groupCells(cells))) {
      const conditions = this.#sheet.object('Range', 'Range', address).object('FormatConditions', 'FormatConditions');
      const condition = conditions.object(
        'FormatCondition',
        'Add',
        XL.conditionExpression,
        undefined,
        `=${markFormula(severity)}`,
      );
      try {
        condition.object('Interior', 'Interior').set('Color', bgr(MARK_COLOURS[severity]));
      } catch (error) {
        condition.call('Delete');
        throw error;
      }
      // Old builds have neither: then ours stands behind the sheet's own, and colours what they leave.
      attempt(() => condition.set('StopIfTrue', false));
      attempt(() => condition.call('SetFirstPriority'));
    }
    for (const { row, column } of cells) done.add(toA1(row, column));
  }

  /** False: the cell has no note, and cannot get one. */
  #addNote({ row, column, note }: Mark, theirs: OurNote | undefined): boolean {
    const text = mergeNote(theirs?.text ?? null, note ?? '');
    try {
      if (theirs) theirs.comment.call('Text', text);
      else rangeOn(this.#sheet, { top: row, left: column, bottom: row, right: column }).call('AddComment', text);
      return true;
    } catch {
      return false;
    }
  }

  #conditions(most: number): JsapiObject<'FormatCondition'>[] {
    const found: JsapiObject<'FormatCondition'>[] = [];
    const all = this.#sheet.object('Range', 'Cells').find('FormatConditions', 'FormatConditions');
    if (!all) return found;
    const count = Math.min(all.number('Count'), MOST_CONDITIONS);
    for (let at = count; at >= 1 && found.length < most; at--) {
      const condition = all.find('FormatCondition', 'Item', at);
      // Kinds without a formula refuse to tell one.
      const formula = condition?.tryRead('Formula1');
      if (condition && typeof formula === 'string' && severityOfFormula(formula) !== undefined) found.push(condition);
    }
    return found;
  }

  #notes(most: number): OurNote[] {
    const found: OurNote[] = [];
    for (const note of this.#allNotes()) {
      if (noteStart(note.text) >= 0) found.push(note);
      if (found.length === most) break;
    }
    return found;
  }

  #theirNotes(): Map<string, OurNote> {
    const found = new Map<string, OurNote>();
    // Notes of ours are gone by now: as a rule there are few others.
    for (const note of this.#allNotes()) {
      const at = cellOf(note.comment);
      if (at) found.set(toA1(at.row, at.column), note);
    }
    return found;
  }

  /** All comments, from the last to the first. */
  *#allNotes(): Generator<OurNote> {
    const all = this.#sheet.find('Comments', 'Comments');
    if (!all) return;
    for (let at = Math.min(all.number('Count'), MOST_COMMENTS); at >= 1; at--) {
      const comment = all.find('Comment', 'Item', at);
      if (comment) yield { comment, text: comment.text('Text') };
    }
  }
}

function attempt(act: () => unknown): void {
  try {
    act();
  } catch {
    // It is there in other builds.
  }
}

function appliesTo(condition: JsapiObject<'FormatCondition'>): readonly Range[] {
  try {
    return areasOfRange(condition.object('Range', 'AppliesTo'));
  } catch {
    return [];
  }
}

function cellOf(comment: JsapiObject<'Comment'>): Address | undefined {
  return fromA1(comment.object('Range', 'Parent').text('Address', false, false));
}

/** RRGGBB as WPS counts colours: red is the lowest byte. */
function bgr(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return red + green * 256 + blue * 65_536;
}
