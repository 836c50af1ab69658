import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { RequirementCheck, type Unguarded } from './requirement-check.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The folders of src/ that may touch Office. */
const FOLDERS = ['src/hosts/excel', 'src/excel'];

/** What somebody could write beside the adapter, and what of it the check must find. */
const SNIPPETS: readonly (readonly [what: string, code: string, found: readonly string[]])[] = [
  [
    'members that every Excel has',
    `export const name = (sheet: Excel.Worksheet) => sheet.getRange('A1').load('values');`,
    [],
  ],
  [
    'notes without asking',
    `export const notes = (sheet: Excel.Worksheet) => sheet.notes;`,
    ['Worksheet.notes ExcelApi 1.18'],
  ],
  [
    'notes behind their guard',
    `export const notes = (sheet: Excel.Worksheet, supports: Supports) => (supports.notes ? sheet.notes : undefined);`,
    [],
  ],
  [
    'notes behind an if',
    `export function notes(sheet: Excel.Worksheet, supports: Supports): void {
       if (supports.notes && sheet.name !== '') sheet.notes.load('items/content');
     }`,
    [],
  ],
  [
    'notes where the guard says that they are not there',
    `export const notes = (sheet: Excel.Worksheet, supports: Supports) => (supports.notes ? undefined : sheet.notes);`,
    ['Worksheet.notes ExcelApi 1.18'],
  ],
  [
    'notes behind the guard of something older',
    `export const notes = (sheet: Excel.Worksheet, supports: Supports) => (supports.comments ? sheet.notes : undefined);`,
    ['Worksheet.notes ExcelApi 1.18'],
  ],
  [
    'notes taken out of their sheet',
    `export const notes = ({ notes }: Excel.Worksheet) => notes;`,
    ['Worksheet.notes ExcelApi 1.18'],
  ],
  [
    'properties that are named in a text',
    `export const load = (sheets: Excel.WorksheetCollection) => sheets.load('items/name,items/notes/items/content');`,
    ['Worksheet.notes ExcelApi 1.18', 'NoteCollection.items ExcelApi 1.18', 'Note.content ExcelApi 1.18'],
  ],
  [
    'an option of a call',
    `export const run = () => Excel.run({ mergeUndoGroup: true }, async (context) => context.sync());`,
    ['RunOptions.mergeUndoGroup ExcelApi 1.20'],
  ],
  [
    'a function that says what it requires, and one who calls it without asking',
    `/** @requires ExcelApi 1.18 */
     function notes(sheet: Excel.Worksheet) { return sheet.notes; }
     export const all = (sheet: Excel.Worksheet) => notes(sheet);`,
    ['notes ExcelApi 1.18'],
  ],
  [
    'a function that says that it requires less than it does',
    `/** @requires ExcelApi 1.17 */
     export function notes(sheet: Excel.Worksheet) { return sheet.notes; }`,
    ['Worksheet.notes ExcelApi 1.18'],
  ],
];

const HEAD = `import type { Supports } from './requirement-sets.ts';\n`;

describe('requirement sets', function () {
  this.timeout(120_000);
  let check: RequirementCheck;
  const files = FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder))).flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file)),
  );
  const snippetFile = (at: number): string => `src/hosts/excel/snippet-${String(at)}.ts`;

  before(() => {
    check = new RequirementCheck(files, new Map(SNIPPETS.map(([, code], at) => [snippetFile(at), HEAD + code])));
  });

  it('are asked for wherever a member above the floor is used', () => {
    assert.ok(files.length > 10);
    assert.deepEqual(files.flatMap((file) => check.unguarded(file)).map(told), []);
  });

  it('are looked up for what the adapter really uses', () => {
    const members = new Map(files.flatMap((file) => check.members(file)).map(({ member, set }) => [member, set]));
    for (const [member, set] of [
      ['Range.values', 'ExcelApi 1.1'],
      ['Worksheet.notes', 'ExcelApi 1.18'],
      ['Workbook.insertWorksheetsFromBase64', 'ExcelApi 1.13'],
    ] as const) {
      assert.equal(members.get(member), set, member);
    }
  });

  for (const [at, [what, , found]] of SNIPPETS.entries()) {
    it(`finds ${found.length === 0 ? 'nothing in' : ''} ${what}`.replace('  ', ' '), () => {
      const unguarded = check.unguarded(snippetFile(at));
      assert.deepEqual(
        unguarded.map(({ member, set }) => `${member} ${set}`),
        found,
      );
    });
  }
});

function told({ file, line, member, set }: Unguarded): string {
  return `${file}:${String(line)} uses ${member}, which is of ${set}`;
}
