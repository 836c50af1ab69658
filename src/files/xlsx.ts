import { StringTable } from '../sheets/grid-builder.ts';
import type { Grid } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { damaged, inPart } from './file-error.ts';
import type { OfficePackage } from './package.ts';
import { holdTo } from './reading-limits.ts';
import { partOfKind, relationshipsOf } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet, type SheetContext } from './sheet.ts';
import { readStyles } from './styles.ts';
import { TagKind, TagScanner } from './tags.ts';
import { workbookPartsOf } from './workbook-parts.ts';

/**
 * Reads an .xlsx, .xlsm, .xltx or .xltm, transitional or strict (ECMA-376 part 1 and 4), whoever wrote it.
 * @throws FileError `not-a-workbook`, `encrypted`, `damaged`, `dtd`, `too-large`.
 */
export function readXlsx(file: OfficePackage): Workbook {
  const { workbook, sheets, date1904, strings, styles } = workbookPartsOf(file);
  if (sheets.length === 0) throw damaged('no worksheet', workbook);
  const table = new StringTable();
  const context: SheetContext = {
    table,
    shared: strings === undefined ? undefined : inPart(strings, () => readSharedStrings(file.required(strings), table)),
    styles: styles === undefined ? [] : inPart(styles, () => readStyles(file.required(styles))),
    date1904,
    counts: { cells: 0, merges: 0, formulas: 0 },
  };
  const grids: Grid[] = [];
  for (const { name, visibility, part } of sheets) {
    grids.push(inPart(part, () => readSheet(file.required(part), name, visibility, context)));
  }
  return { sheets: grids, date1904, properties: readProperties(file) };
}

/** Custom document properties (ECMA-376 part 1, 22.3), every value as its text. */
function readProperties(file: OfficePackage): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const relationships = relationshipsOf(file, '');
  const part = partOfKind(relationships, 'custom-properties') ?? partOfKind(relationships, 'customProperties');
  if (part === undefined || !file.has(part)) return properties;
  return inPart(part, () => {
    const tag = new TagScanner(file.required(part));
    let name: string | undefined;
    while (tag.next()) {
      if (tag.opens('property')) name = tag.attribute('name');
      else if (tag.kind === TagKind.close && tag.depth === 2 && name !== undefined) {
        holdTo('properties', properties.size + 1);
        properties.set(name, tag.text());
        name = undefined;
      }
    }
    return properties;
  });
}
