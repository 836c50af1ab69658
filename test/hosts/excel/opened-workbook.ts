import { OfficePackage } from '../../../src/files/package.ts';
import { nodeCodec } from '../../../src/files/codec-node.ts';
import { readXlsx } from '../../../src/files/xlsx.ts';
import { GridBuilder, StringTable } from '../../../src/sheets/grid-builder.ts';
import type { CellValue } from '../../../src/sheets/grid.ts';
import type { Workbook } from '../../../src/sheets/workbook.ts';
import { officeJsFor, type ClientOptions } from './office-js.ts';
import { excelRequirements } from './requirements.ts';
import { Refusal } from './stand-in/refusal.ts';
import { StandInWorkbook, type StandInOptions } from './stand-in/stand-in-workbook.ts';
import type { ConnectedClient } from './stand-in/office-js-session.ts';

export interface OpenedWorkbook {
  readonly workbook: StandInWorkbook;
  readonly client: ConnectedClient;
}

export type OpenOptions = Partial<StandInOptions> & ClientOptions;

/** A stand-in with office.js before it; without a version, as Excel 2021 is. */
export function openStandIn(workbook: Workbook, options: OpenOptions = {}): OpenedWorkbook {
  const requirements = excelRequirements();
  const standIn = new StandInWorkbook(workbook, { excelApi: '1.14', requirements, readPackage, ...options });
  return { workbook: standIn, client: officeJsFor(standIn, options) };
}

/** Reads an .xlsx given as base64, as Excel does where sheets are inserted from one. */
export function readPackage(base64: string): Workbook {
  try {
    return readXlsx(new OfficePackage(new Uint8Array(Buffer.from(base64, 'base64')), nodeCodec));
  } catch {
    throw new Refusal('InvalidArgument', 'no workbook');
  }
}

/** A workbook of one sheet 表1, by its rows from A1 on. */
export function sheetOf(rows: readonly (readonly CellValue[])[], name = '表1'): Workbook {
  const builder = new GridBuilder(name, new StringTable(), rows.length * (rows[0]?.length ?? 0));
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      if (value !== null) builder.addValue(row, column, value, 'General');
    }
  }
  return { sheets: [builder.finish({})], date1904: false, properties: new Map() };
}
