import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  IUniverInstanceService,
  UniverInstanceType,
  type DocumentDataModel,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { Address } from '../../sheets/address.ts';
import type { UniverGrid } from './univer.ts';

/** Where a cell of the present sheet is in the page; `null` where no document is open. */
export function cellBox(grid: UniverGrid, { row, column }: Address): DOMRect | null {
  const workbook = grid.facade.getActiveWorkbook();
  const canvas = document.querySelector(`#univer-sheet-main-canvas_${String(workbook?.getId())}`);
  if (!workbook || !canvas) return null;
  const { x, y } = canvas.getBoundingClientRect();
  const cell = workbook.getActiveSheet().getRange(row, column).getCellRect();
  return new DOMRect(x + cell.x, y + cell.y, cell.width, cell.height);
}

/** What stands in the editor of a cell; `null` where none is open. */
export function typedIn(grid: UniverGrid): string | null {
  if (grid.facade.getActiveWorkbook()?.isCellEditing() !== true) return null;
  const document = grid.injector
    .get(IUniverInstanceService)
    .getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY, UniverInstanceType.UNIVER_DOC);
  return document?.getBody()?.dataStream.replace(/\r\n$/, '') ?? '';
}

/** Ends what is being typed without keeping it, and gives the sheet the keyboard. */
export async function abandonTyping(grid: UniverGrid): Promise<void> {
  await grid.facade.getActiveWorkbook()?.endEditingAsync(false);
  grid.focus();
}

/** Everything that the grid shows of the document, as text: equal texts, equal looks. */
export function looksOf(grid: UniverGrid): string {
  const workbook = grid.workbook();
  if (!workbook) return '';
  const styles = workbook.getStyles();
  const styleOf = (style: Nullable<IStyleData | string>): Nullable<IStyleData> =>
    typeof style === 'string' ? styles.get(style) : style;
  const saved = grid.facade.getActiveWorkbook()?.save();
  const sheets = workbook.getSheets().map((sheet) => {
    const cells: unknown[] = [];
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell) return;
      const { v = null, t = null, f = null, p = null, s = null } = cell;
      const style = styleOf(s);
      if ([v, f, p, style].every((part) => part === null || part === undefined)) return;
      cells.push([row, column, v, v === null ? null : t, f, p, style ?? null]);
    });
    return { name: sheet.getName(), merges: sheet.getMergeData(), cells };
  });
  const resources = (saved?.resources ?? [])
    .filter(({ name }) => /NOTE|CONDITIONAL|VALIDATION/.test(name))
    .map(({ name, data }) => [name, withoutEmpty(JSON.parse(data === '' ? '{}' : data))]);
  return JSON.stringify({ sheets, resources });
}

/** A list that was emptied looks like one that never was. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, part]): [string, unknown] => [key, withoutEmpty(part)])
    .filter(([, part]) => typeof part !== 'object' || part === null || Object.keys(part).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
}
