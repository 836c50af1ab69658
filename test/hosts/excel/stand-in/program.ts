import type { Workbook } from '../../../../src/sheets/workbook.ts';
import type { ExcelDocument } from './excel-document.ts';
import type { ExcelEvents } from './events.ts';

/** What Excel's objects need of the program around them. */
export interface Program {
  readonly document: ExcelDocument;
  readonly events: ExcelEvents;
  /** Who writes notes and comments. */
  readonly userName: string;
  /** Base64 of the workbooks that were opened in windows of their own. */
  readonly opened: string[];
  /** Reads an .xlsx given as base64. @throws Refusal InvalidArgument for what is none */
  readonly readPackage: (base64: string) => Workbook;
}
