import type { Appearance, NoteAt } from './appearance.ts';
import { readCellLooks } from './cell-looks.ts';
import { OFFICE_THEME, readThemeColours } from './colours.ts';
import { inPart } from './file-error.ts';
import { readNotes } from './note-comments.ts';
import type { OfficePackage } from './package.ts';
import { partOfKind, relationshipsOf } from './relationships.ts';
import { readSheetAppearance } from './sheet-appearance.ts';
import { workbookPartsOf } from './workbook-parts.ts';

/**
 * How an .xlsx looks: for programs that show it. Apart from {@link readXlsx}, so that one who only judges a workbook
 * does not pay for it.
 * @throws FileError as `readXlsx`.
 */
export function readXlsxAppearance(file: OfficePackage): Appearance {
  const { workbook, sheets, styles } = workbookPartsOf(file);
  const theme = partOfKind(relationshipsOf(file, workbook), 'theme');
  const colours =
    theme !== undefined && file.has(theme) ? inPart(theme, () => readThemeColours(file.required(theme))) : OFFICE_THEME;
  const looks = styles === undefined ? [{}] : inPart(styles, () => readCellLooks(file.required(styles), colours));
  return {
    styles: looks,
    sheets: sheets.map(({ part }) =>
      inPart(part, () => readSheetAppearance(file.required(part), looks.length, notesOf(file, part))),
    ),
  };
}

function notesOf(file: OfficePackage, sheet: string): readonly NoteAt[] {
  const part = partOfKind(relationshipsOf(file, sheet), 'comments');
  return part !== undefined && file.has(part) ? inPart(part, () => readNotes(file.required(part))) : [];
}
