import { CellValueType, CommandType, type ICellData } from '@univerjs/core';
import { ISheetClipboardService } from '@univerjs/preset-sheets-core';
import { ROW_COMMANDS } from './grid-rows.ts';
import { SET_VALUES } from './grid-content.ts';
import { OUR_TRIGGER } from './grid-steps.ts';
import type { UniverGrid } from './univer.ts';

const PASTE = 'sheet.command.paste-by-short-key';

/**
 * What the user may have the grid do: all that saving can patch into a file. Values are typed, filled, pasted and taken
 * away; rows, columns, sheets and formats stay as the file has them.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  'univer.command.undo',
  'univer.command.redo',
  'univer.command.copy',
  'univer.command.cut',
  'univer.command.paste',
  PASTE,
  'sheet.command.paste-value',
  'sheet.command.optional-paste',
  'sheet.command.set-range-values',
  'sheet.command.clear-selection-content',
  'sheet.command.auto-fill',
  'sheet.command.auto-clear-content',
  'sheet.command.refill',
  'sheet.command.copy-down',
  'sheet.command.copy-right',
  'sheet.command.toggle-cell-checkbox',
  'sheets-formula.command.quick-sum',
  'formula.command.insert-function',
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.expand-selection',
  'sheet.command.select-all',
  'sheet.command.select-range',
  'sheet.command.scroll-view',
  'sheet.command.scroll-to-cell',
  'sheet.command.set-scroll-relative',
  'sheet.command.change-zoom-ratio',
  'sheet.command.set-zoom-ratio',
  'sheet.command.set-worksheet-activate',
  'sheet.command.set-worksheet-show',
  'sheet.command.toggle-note-popup',
  // A wider column or higher row is a better view of a file; it is not saved.
  'sheet.command.delta-column-width',
  'sheet.command.delta-row-height',
  'sheet.command.set-row-is-auto-height',
  'sheet.command.set-col-auto-width',
  'sheet.command.set-row-height',
  'sheet.command.set-worksheet-col-width',
]);

const KEEPS_LOOKS: ReadonlySet<string> = new Set([...ROW_COMMANDS, 'univer.command.undo', 'univer.command.redo']);

/** Typing in a cell is typing in a small document: its commands are let through, but for those that format. */
const TYPING = /^doc\.command[.-](?!.*(?:format|heading|list|align|style|table|header|horizontal|zoom|title))/;

/** Refuses what cannot be saved; `refused` hears of it. */
export function allowPlainEdits(grid: UniverGrid, refused: () => void): void {
  const { facade } = grid;
  let pastesFromElsewhere = false;
  facade.addEvent(facade.Event.BeforeCommandExecute, (event) => {
    const { id, type } = event;
    const params: unknown = event.params;
    const isAllowed = ALLOWED.has(id) || TYPING.test(id) || (grid.rowGate.open && ROW_COMMANDS.has(id));
    if (type === CommandType.COMMAND && !isAllowed) {
      event.cancel = true;
      refused();
    } else if (id === PASTE && isRecord(params)) {
      pastesFromElsewhere = !isCopyOfOurs(grid, params.htmlContent);
      // What else a page or program puts beside the text are looks.
      if (pastesFromElsewhere && typeof params.textContent === 'string' && params.textContent !== '')
        params.htmlContent = tableOf(params.textContent);
    } else if (id === SET_VALUES && isRecord(params) && params.trigger !== OUR_TRIGGER) {
      if (pastesFromElsewhere && params.trigger === PASTE) keepTextsTexts(params);
      // Rows bring and take their looks with them.
      if (typeof params.trigger !== 'string' || !KEEPS_LOOKS.has(params.trigger)) keepValuesOnly(grid, params);
    }
  });
}

/** Whether the clipboard has what was copied from the document that is open. */
function isCopyOfOurs(grid: UniverGrid, html: unknown): boolean {
  const copy = typeof html === 'string' ? /data-copy-id="([^\s"]+)"/.exec(html)?.[1] : undefined;
  return copy !== undefined && grid.injector.get(ISheetClipboardService).copyContentCache().get(copy) !== undefined;
}

/** The grid pastes a single cell's text in a way of its own, past those who listen to edits; a table it does not. */
function tableOf(text: string): string {
  const line = text.replace(/\r?\n$/, '');
  if (/[\n\t]/.test(line)) return '';
  const escaped = line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<table><tbody><tr><td>${escaped}</td></tr></tbody></table>`;
}

/** What comes from another file or page is no formula, whatever it begins with. */
function keepTextsTexts({ cellValue }: Record<string, unknown>): void {
  for (const cell of cellsOf(cellValue)) {
    const typed: ICellData = cell;
    const text = typed.f ?? (typeof typed.v === 'string' && typed.v.startsWith('=') ? typed.v : undefined);
    if (text === undefined) continue;
    Object.assign(typed, { v: text, t: CellValueType.STRING, f: null, si: null });
  }
}

function* cellsOf(cellValue: unknown): Generator<Record<string, unknown>> {
  if (!isRecord(cellValue)) return;
  for (const columns of Object.values(cellValue)) {
    if (!isRecord(columns)) continue;
    for (const cell of Object.values(columns)) if (isRecord(cell)) yield cell;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Takes looks out of a change of cells: they would not be saved. */
function keepValuesOnly(grid: UniverGrid, { subUnitId, cellValue }: Record<string, unknown>): void {
  const workbook = grid.workbook();
  const sheet = typeof subUnitId === 'string' ? workbook?.getSheetBySheetId(subUnitId) : undefined;
  if (!workbook || !sheet || !isRecord(cellValue)) return;
  for (const [row, columns] of Object.entries(cellValue)) {
    if (!isRecord(columns)) continue;
    for (const [column, cell] of Object.entries(columns)) {
      if (!isRecord(cell) || !('s' in cell)) continue;
      const typed: ICellData = cell;
      const pattern = typeof typed.s === 'object' ? typed.s?.n?.pattern : undefined;
      const own = workbook.getStyles().getStyleByCell(sheet.getCellRaw(Number(row), Number(column)))?.n?.pattern;
      if (pattern !== undefined && typeof typed.v === 'number' && isDate(pattern) && !isDate(own ?? '')) {
        // The grid has made a date of it; in a cell that is not formatted as one it would be saved as a bare number.
        typed.v = dateText(typed.v, pattern);
        typed.t = CellValueType.STRING;
      }
      delete typed.s;
    }
  }
}

/** Whether a number format shows dates or times. */
function isDate(pattern: string): boolean {
  return /[ymdhs]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/General/gi, ''));
}

const DAY = 86_400_000;

/** A serial day of the 1900 system as text, with the time where the format has one. */
function dateText(serial: number, pattern: string): string {
  const text = new Date(Math.round((serial - 25_569) * DAY)).toISOString();
  const time = text.slice(11, 16);
  if (!/[yd]/i.test(pattern)) return time;
  return /h/i.test(pattern) ? `${text.slice(0, 10)} ${time}` : text.slice(0, 10);
}
