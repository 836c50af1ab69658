import { CELL_FEATURES } from './cells.ts';
import type { Feature } from './feature.ts';
import { OBJECT_FEATURES } from './objects.ts';
import { RULE_FEATURES } from './rules.ts';
import { SHEET_FEATURES } from './sheets.ts';

/** All that is looked for, by what it belongs to. */
export const FEATURES: readonly (readonly [heading: string, features: readonly Feature[]])[] = [
  ['Cells', CELL_FEATURES],
  ['Sheets', SHEET_FEATURES],
  ['Rules, links and notes', RULE_FEATURES],
  ['Objects, workbook and document', OBJECT_FEATURES],
];
