import assert from 'node:assert/strict';
import * as XLSX from 'xlsx';
import { checkWorkbook } from '../../../src/check/check-workbook.ts';
import { writeBlankForm } from '../../../src/files/blank/write-blank.ts';
import { nodeCodec } from '../../../src/files/codec-node.ts';
import { openWorkbook } from '../../../src/files/open.ts';
import type { Form } from '../../../src/forms/form.ts';
import { locateForms } from '../../../src/locate/locate-forms.ts';
import type { LocatedForm } from '../../../src/locate/located.ts';
import { toA1 } from '../../../src/sheets/address.ts';
import { allForms } from '../../check-file.ts';
import { readingPlatform } from '../reading-platform.ts';

const FORMS = allForms();
/** So many rows of a table have a name and nothing else. */
const ROWS = 8;

/** Cells that somebody began with: the first text of the fields, and the first column of words of the first table. */
function beginning({ fields, tables }: LocatedForm): readonly string[] {
  const field = [...fields.values()].find((one) => one.field.type.kind === 'text' && one.inline === undefined);
  const table = [...tables.values()].find((one) => !one.table.entries);
  const column = [...(table?.columns.values() ?? [])].find(
    (one) => one.column.type.kind === 'text' && !one.column.carryDown,
  );
  const rows = table && column ? Array.from({ length: ROWS }, (_, row) => table.header.bottom + 1 + row) : [];
  const printed = table?.table.printedRows ?? 0;
  return [
    ...(field ? [toA1(field.at.row, field.at.column)] : []),
    ...rows.slice(0, printed > 0 ? printed : ROWS).map((row) => toA1(row, column?.at ?? 0)),
  ];
}

async function halfFilled(form: Form): Promise<Uint8Array> {
  const bytes = writeBlankForm(form, nodeCodec);
  assert.ok(bytes);
  const { workbook } = await openWorkbook(bytes, 'blank.xlsx', readingPlatform);
  const [located] = locateForms(workbook, FORMS).located ?? [];
  assert.ok(located);
  const cells = beginning(located);
  const book = XLSX.read(bytes, { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[located.sheet] ?? ''];
  assert.ok(cells.length > 0 && sheet);
  cells.forEach((cell, at) => XLSX.utils.sheet_add_aoa(sheet, [[`某某${String(at + 1)}`]], { origin: cell }));
  const written: unknown = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
  assert.ok(written instanceof Uint8Array);
  return written;
}

describe('a blank form that somebody has only begun with', () => {
  for (const form of FORMS) {
    it(`${form.id}: what is missing is told in a few words`, async () => {
      const bytes = await halfFilled(form);
      const { workbook } = await openWorkbook(bytes, 'begun.xlsx', readingPlatform);
      const { checked } = checkWorkbook(workbook, FORMS);
      assert.equal(checked?.forms[0].form.id, form.id);
      const told = checked.findings.filter(({ severity }) => severity !== 'info');
      assert.ok(told.length > 0);
      assert.ok(
        told.length <= 10,
        told.map(({ cell, rule, case: name }) => `${cell ?? '–'} ${rule}/${name}`).join('; '),
      );
    });
  }
});
