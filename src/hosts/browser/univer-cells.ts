import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { shownFormula } from '../../files/typed-formula.ts';
import type { CellValue } from '../../sheets/grid.ts';

const ERROR = /^#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|GETTING_DATA)$/;

/** The grid has no errors of its own kind: one that was read from a file, or was computed, is told from its text. */
const ERROR_MARK = { error: true } as const;

/** A cell's content as the grid keeps it. */
export function univerCell(value: CellValue, formula?: string): ICellData {
  const cell: ICellData = {};
  if (typeof value === 'number') Object.assign(cell, { v: value, t: CellValueType.NUMBER });
  else if (typeof value === 'boolean') Object.assign(cell, { v: value ? 1 : 0, t: CellValueType.BOOLEAN });
  else if (typeof value === 'string') Object.assign(cell, textCell(value));
  else if (value !== null) Object.assign(cell, { v: value.error, t: CellValueType.STRING, custom: ERROR_MARK });
  if (formula !== undefined) cell.f = `=${shownFormula(formula)}`;
  return cell;
}

/** A text that looks like a number stays a text only where that is said. */
function textCell(text: string): ICellData {
  const looksLikeNumber = text.trim() !== '' && Number.isFinite(Number(text.replaceAll(',', '')));
  return { v: text, t: looksLikeNumber ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** What a cell of the grid holds, as the core reads it. */
export function valueOfCell(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  const { v: value, t: type } = cell;
  if (value === null || value === undefined) return richText(cell) ?? null;
  if (type === CellValueType.BOOLEAN) return value === true || Number(value) === 1 || value === 'TRUE';
  if (type === CellValueType.NUMBER || typeof value === 'number') {
    const number = Number(value);
    return Number.isFinite(number) ? number : String(value);
  }
  if (typeof value === 'boolean') return value;
  if (value === '') return null;
  return ERROR.test(value) && (hasFormula(cell) || cell.custom?.error === true) ? { error: value } : value;
}

export function hasFormula(cell: Nullable<ICellData>): boolean {
  return (cell?.f !== undefined && cell.f !== null && cell.f !== '') || (cell?.si !== undefined && cell.si !== null);
}

/** The text of a cell with formatting inside; its paragraphs end in CR, the whole in CR LF. */
function richText({ p: document }: ICellData): string | undefined {
  const stream = document?.body?.dataStream;
  if (stream === undefined) return undefined;
  const text = stream.replace(/\r\n$/, '').replace(/\r/g, '\n');
  return text === '' ? undefined : text;
}
