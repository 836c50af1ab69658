import assert from 'node:assert/strict';
import { checkWorkbook } from '../../../src/check/check-workbook.ts';
import { writeBlankForm } from '../../../src/files/blank/write-blank.ts';
import { nodeCodec } from '../../../src/files/codec-node.ts';
import { openWorkbook } from '../../../src/files/open.ts';
import { textAt } from '../../../src/sheets/grid.ts';
import { allForms } from '../../check-file.ts';
import { readingPlatform } from '../reading-platform.ts';

const FORMS = allForms();

describe('blank form: the rows that a form prints', () => {
  for (const id of ['yuzhong/proposal', 'yuzhong/design', 'fengdu/feasibility']) {
    it(`stand below the headings of ${id}, in their order, with the notes below them; nothing is filled in`, async () => {
      const form = FORMS.find((one) => one.id === id);
      const bytes = form && writeBlankForm(form, nodeCodec);
      assert.ok(form && bytes);
      const { workbook } = await openWorkbook(bytes, 'blank.xlsx', readingPlatform);
      const [sheet] = workbook.sheets;
      assert.ok(sheet);
      const column = Array.from({ length: sheet.rowCount }, (_, row) => textAt(sheet, row, 0));
      const entries = form.tables.flatMap((table) => table.entries?.list ?? []);
      const list = entries.map(({ text, note }) => (note === undefined ? text : `${text}\n${note}`));
      const first = column.indexOf('章节') + 1;
      assert.deepEqual(column.slice(first, first + list.length), list);
      const { checked } = checkWorkbook(workbook, FORMS);
      assert.deepEqual(
        checked?.findings.map(({ rule, case: name }) => `${rule}/${name}`),
        ['not-filled/blank'],
      );
      assert.equal(checked.forms[0].form.id, id);
    });
  }
});
