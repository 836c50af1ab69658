import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { openWorkbook } from '../../src/files/open.ts';
import { allForms, workbooksIn } from '../check-file.ts';
import { readingPlatform } from '../files/reading-platform.ts';

const FORMS = allForms();
const SAMPLES = path.join(import.meta.dirname, '../samples');

describe('checking a workbook', () => {
  describe('is the same for what was posted to a worker, and so is the answer', () => {
    const posted = structuredClone(FORMS);
    for (const name of workbooksIn(SAMPLES)) {
      it(name, async () => {
        const { workbook } = await openWorkbook(readFileSync(path.join(SAMPLES, name)), name, readingPlatform);
        const here = checkWorkbook(workbook, FORMS);
        const there = structuredClone(checkWorkbook(structuredClone(workbook), posted));
        assert.deepEqual(there, here);
        assert.ok(here.checked);
      });
    }
  });

  it('answers without the workbook', async () => {
    const name = 'yunyang-catalogue/clean-transport.xlsx';
    const { workbook } = await openWorkbook(readFileSync(path.join(SAMPLES, name)), name, readingPlatform);
    const { checked } = checkWorkbook(workbook, []);
    assert.equal(checked, undefined);
    const text = JSON.stringify(checkWorkbook(workbook, FORMS).checked?.findings);
    assert.ok(!text.includes('rowStarts'));
  });
});
