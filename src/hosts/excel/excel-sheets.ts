import type { HostSheet } from '../host.ts';

/** A sheet, and what asks Excel for its parts. */
export interface ExcelSheet extends HostSheet {
  readonly proxy: Excel.Worksheet;
}

const VISIBILITIES: Readonly<Record<string, HostSheet['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** Asks for all sheets. */
export function askSheets(context: Excel.RequestContext): Excel.WorksheetCollection {
  const sheets = context.workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility');
  return sheets;
}

/**
 * The sheets with cells, in the order of their tabs.
 * @param withoutCells the ids of sheets that are charts or macros of old: Excel lists them, and refuses what is asked of them
 */
export function sheetsWithCells(
  sheets: Excel.WorksheetCollection,
  withoutCells: ReadonlySet<string>,
): readonly ExcelSheet[] {
  return sheets.items
    .filter(({ id }) => !withoutCells.has(id))
    .map((proxy) => ({
      id: proxy.id,
      name: proxy.name,
      visibility: VISIBILITIES[proxy.visibility] ?? 'visible',
      proxy,
    }));
}

export function hostSheet({ id, name, visibility }: ExcelSheet): HostSheet {
  return { id, name, visibility };
}
