import type { Nullable, ICellData, Workbook as UniverWorkbook, Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { NewResult } from '../../files/stale-results.ts';
import { shownFormula } from '../../files/typed-formula.ts';
import type { ValueWrite } from '../../files/xlsx-values.ts';
import { toA1, type Address } from '../../sheets/address.ts';
import { formulaAfter } from '../../sheets/formula-text.ts';
import { cellIndex, valueAtIndex, type CellValue, type Grid } from '../../sheets/grid.ts';
import { sameValue } from '../../sheets/same-value.ts';
import type { Workbook } from '../../sheets/workbook.ts';
import type { GridEdits } from './grid-edits.ts';
import { hasFormula, valueOfCell } from './univer-cells.ts';
import { sheetId } from './univer-workbook.ts';
import type { UniverGrid } from './univer.ts';

/** What is to be written into a file so that it holds what the grid shows. */
export interface GridChanges {
  readonly writes: readonly ValueWrite[];
  /** What the formulas that stay come to, for as many as that is known of; an error counts as unknown. */
  readonly results: readonly NewResult[];
}

/**
 * Compares the cells that were written to, and those of new rows, with the file. A formula counts as changed only where it
 * reads otherwise than the file's own after the rows that came and went.
 * @param computed whether the results of formulas are those of the present values
 */
export function gridChanges(
  grid: UniverGrid,
  unit: UniverWorkbook,
  opened: Workbook,
  edits: GridEdits,
  computed: boolean,
): GridChanges {
  const writes: ValueWrite[] = [];
  const results: NewResult[] = [];
  const formulas = grid.injector.get(FormulaDataModel);
  const originals = new OriginalFormulas(opened, edits);
  for (const [sheetIndex, original] of opened.sheets.entries()) {
    const id = sheetId(sheetIndex);
    const sheet = unit.getSheetBySheetId(id);
    if (!sheet) continue;
    for (const at of changedPlaces(sheet, edits)) {
      const present = sheet.getCellRaw(at.row, at.column);
      const text = hasFormula(present)
        ? formulas.getFormulaStringByCell(at.row, at.column, id, unit.getUnitId())
        : undefined;
      const row = edits.rowInFile(id, at.row);
      const index = row === undefined ? -1 : cellIndex(original, row, at.column);
      const before = originals.at(sheetIndex, index);
      const write = writeFor(present, text?.replace(/^=/, ''), valueAtIndex(original, index), before);
      if (write?.formula !== undefined && !computed) write.value = '';
      if (write) writes.push({ sheetIndex, cell: toA1(at.row, at.column), ...write });
    }
    if (!computed) continue;
    for (const { row, column, value } of resultsOn(sheet)) {
      results.push({ sheetIndex, cell: toA1(row, column), value });
    }
  }
  return { writes, results };
}

interface Write extends Pick<ValueWrite, 'formula' | 'overFormula'> {
  value: ValueWrite['value'];
}

function writeFor(
  present: Nullable<ICellData>,
  formula: string | undefined,
  valueBefore: CellValue,
  formulaBefore: string | undefined,
): Write | undefined {
  const value = valueOfCell(present);
  const over = formulaBefore === undefined ? {} : { overFormula: true };
  if (formula !== undefined && formula !== '') {
    return formula === formulaBefore ? undefined : { formula, value: known(value) ?? '', ...over };
  }
  if (formulaBefore === undefined && sameValue(value, valueBefore)) return undefined;
  return { value: typeof value === 'object' ? (value?.error ?? '') : value, ...over };
}

/** The cells that may hold something else than the file. */
function changedPlaces(sheet: Worksheet, edits: GridEdits): Address[] {
  const id = sheet.getSheetId();
  const places = edits.touchedCells(id);
  if (!edits.rowSteps.some((step) => step.sheetId === id)) return places;
  const touched = new Set(places.map(({ row, column }) => toA1(row, column)));
  sheet.getCellMatrix().forValue((row, column, cell) => {
    const isNew = edits.rowInFile(id, row) === undefined && (hasFormula(cell) || valueOfCell(cell) !== null);
    if (isNew && !touched.has(toA1(row, column))) places.push({ row, column });
  });
  return places;
}

function resultsOn(sheet: Worksheet): (Address & Pick<NewResult, 'value'>)[] {
  const results: (Address & Pick<NewResult, 'value'>)[] = [];
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (!hasFormula(cell)) return;
    const value = known(valueOfCell(cell));
    if (value !== undefined) results.push({ row, column, value });
  });
  return results;
}

/** The grid does not know every function: its errors are no results. */
function known(value: CellValue): string | number | boolean | undefined {
  return value === null || typeof value === 'object' ? undefined : value;
}

/** The formulas of a file as they read after rows came and went. */
class OriginalFormulas {
  readonly #sheets: readonly Grid[];
  readonly #edits: GridEdits;

  constructor(workbook: Workbook, edits: GridEdits) {
    this.#sheets = workbook.sheets;
    this.#edits = edits;
  }

  /** @param index of the cell in the sheet's grid; -1: it is not there */
  at(sheetIndex: number, index: number): string | undefined {
    const sheet = this.#sheets[sheetIndex];
    const formula = index < 0 ? undefined : sheet?.formulas.get(index);
    if (formula === undefined || !sheet) return undefined;
    const own = sheetId(sheetIndex);
    const after = this.#edits.rowSteps.reduce((text, { sheetId: changed, change }) => {
      const name = this.#sheets.find((_, at) => sheetId(at) === changed)?.name.toLowerCase();
      return formulaAfter(change, text, (named) => (named === '' ? changed === own : named.toLowerCase() === name));
    }, formula);
    return shownFormula(after);
  }
}
