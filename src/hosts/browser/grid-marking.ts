import type { Worksheet } from '@univerjs/core';
import {
  ConditionalFormattingRuleModel,
  type IConditionFormattingRule,
} from '@univerjs/preset-sheets-conditional-formatting';
import { SheetsNoteModel, type ISheetNote } from '@univerjs/preset-sheets-note';
import { mergeNote, noteStart, stripNote } from '../../marks/note.ts';
import { placedMarks } from '../../marks/placed-marks.ts';
import type { Mark, SheetMarks } from '../../marks/plan.ts';
import { groupCells } from '../../marks/refs.ts';
import { MARK_COLOURS, MARK_SEVERITIES, type MarkSeverity } from '../../marks/signature.ts';
import { toA1 } from '../../sheets/address.ts';
import { topLeft } from './grid-content.ts';
import { markRule, severityOfRule } from './grid-marks.ts';
import type { GridStep } from './grid-steps.ts';
import type { UniverGrid } from './univer.ts';
import { univerNote, univerRange } from './univer-workbook.ts';

const ADD_RULE = 'sheet.mutation.add-conditional-rule';
const DELETE_RULE = 'sheet.mutation.delete-conditional-rule';
const UPDATE_NOTE = 'sheet.mutation.update-note';
const REMOVE_NOTE = 'sheet.mutation.remove-note';

/** The marks of one sheet of the grid: a conditional format for each severity, and our part of notes. */
export class SheetMarking {
  readonly #grid: UniverGrid;
  readonly #unitId: string;
  readonly #sheet: Worksheet;
  readonly #sheetId: string;

  constructor(grid: UniverGrid, unitId: string, sheet: Worksheet) {
    this.#grid = grid;
    this.#unitId = unitId;
    this.#sheet = sheet;
    this.#sheetId = sheet.getSheetId();
  }

  /** The marks that are there, as a plan has them. */
  present(): Pick<SheetMarks, 'marks'> {
    const marks = new Map<string, Mark>();
    for (const { rule, severity } of this.#rules()) {
      for (const { startRow, startColumn, endRow, endColumn } of rule.ranges) {
        for (let row = startRow; row <= endRow; row++) {
          for (let column = startColumn; column <= endColumn; column++) {
            const known = marks.get(toA1(row, column));
            if (known?.severity === 'error') continue;
            marks.set(toA1(row, column), { row, column, severity, colour: MARK_COLOURS[severity], note: null });
          }
        }
      }
    }
    for (const { row, col: column, note } of this.#notes()) {
      const ours = ourPart(note);
      if (ours === null) continue;
      const known = marks.get(toA1(row, column)) ?? { row, column, severity: null, colour: null, note: null };
      marks.set(toA1(row, column), { ...known, note: ours });
    }
    return { marks: [...marks.values()] };
  }

  /** Adds to a step: our marks go. Answers how many cells have one. */
  clear(step: GridStep): number {
    const count = this.present().marks.length;
    const where = { unitId: this.#unitId, subUnitId: this.#sheetId };
    for (const { rule } of this.#rules()) {
      step.add(DELETE_RULE, { ...where, cfId: rule.cfId }, { id: ADD_RULE, params: { ...where, rule } });
    }
    for (const note of this.#notes()) {
      if (noteStart(note.note) < 0) continue;
      this.#changeNote(step, note, note, stripNote(note.note));
    }
    return count;
  }

  /** Adds to a step: these marks in place of what is there. Answers how many cells get one. */
  replace(step: GridStep, marks: readonly Mark[]): number {
    const placed = placedMarks(marks, (at) => topLeft(this.#sheet, at));
    const where = { unitId: this.#unitId, subUnitId: this.#sheetId };
    for (const { rule } of this.#rules()) {
      step.add(DELETE_RULE, { ...where, cfId: rule.cfId }, { id: ADD_RULE, params: { ...where, rule } });
    }
    // The grid puts a new rule before the others: the graver one comes last, and so first.
    for (const severity of [...MARK_SEVERITIES].reverse()) {
      const cells = placed.filter((mark) => mark.severity === severity);
      if (cells.length === 0) continue;
      const rule = markRule(severity, groupCells(cells).map(univerRange));
      step.add(ADD_RULE, { ...where, rule }, { id: DELETE_RULE, params: { ...where, cfId: rule.cfId } });
    }
    const notes = new Map(this.#notes().map((note) => [toA1(note.row, note.col), note]));
    const wanted = new Map(placed.flatMap((mark) => (mark.note === null ? [] : [[toA1(mark.row, mark.column), mark]])));
    for (const [cell, note] of notes) {
      if (!wanted.has(cell) && noteStart(note.note) >= 0) this.#changeNote(step, note, note, stripNote(note.note));
    }
    for (const [cell, { row, column, note }] of wanted) {
      const known = notes.get(cell);
      if (note !== null) this.#changeNote(step, { row, col: column }, known, mergeNote(known?.note ?? null, note));
    }
    return placed.length;
  }

  #rules(): { readonly rule: IConditionFormattingRule; readonly severity: MarkSeverity }[] {
    const model = this.#grid.injector.get(ConditionalFormattingRuleModel);
    return (model.getSubunitRules(this.#unitId, this.#sheetId) ?? []).flatMap((rule) => {
      const severity = severityOfRule(rule);
      return severity ? [{ rule, severity }] : [];
    });
  }

  #notes(): ISheetNote[] {
    const notes = this.#grid.injector.get(SheetsNoteModel).getSheetNotes(this.#unitId, this.#sheetId);
    return notes ? [...notes.values()] : [];
  }

  #changeNote(
    step: GridStep,
    { row, col }: Pick<ISheetNote, 'row' | 'col'>,
    before: ISheetNote | undefined,
    text: string | null,
  ): void {
    const where = { unitId: this.#unitId, sheetId: this.#sheetId, row, col };
    const back = before
      ? { id: UPDATE_NOTE, params: { ...where, note: { ...before } } }
      : { id: REMOVE_NOTE, params: where };
    if (text === null) step.add(REMOVE_NOTE, where, back);
    else {
      // Somebody's own note keeps its size; one that was ours alone has the size of ours.
      const note = before ? { ...before, note: text } : univerNote(row, col, text);
      step.add(UPDATE_NOTE, { ...where, note }, back);
    }
  }
}

/** Our text in a note, without the heading; `null` where there is none. */
function ourPart(note: string): string | null {
  const start = noteStart(note);
  if (start < 0) return null;
  const ours = note.slice(start).replace(/^[\r\n]+/, '');
  const lineEnd = ours.search(/[\r\n]/);
  return lineEnd < 0 ? '' : ours.slice(lineEnd).replace(/^(?:\r\n|\r|\n)/, '');
}
