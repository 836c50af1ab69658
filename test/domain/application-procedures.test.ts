import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { openWorkbook } from '../../src/files/open.ts';
import { allForms } from '../check-file.ts';
import { readingPlatform } from '../files/reading-platform.ts';
import { type County, procedureOf } from '../procedure/ask.ts';

const FORMS = allForms();
const SAMPLES = path.join(import.meta.dirname, '../samples');

/** The steps that follow from each form of a sample, of those asked about. */
async function stepsOf(county: County, sample: string, among: readonly string[]): Promise<Record<string, string[]>> {
  const bytes = readFileSync(path.join(SAMPLES, sample));
  const { workbook } = await openWorkbook(bytes, sample, readingPlatform);
  const { checked } = checkWorkbook(workbook, FORMS, null, [procedureOf(county)]);
  assert.ok(checked);
  return Object.fromEntries(
    checked.forms.map(({ sheet, procedure }) => [
      sheet,
      (procedure?.steps ?? []).map(({ step }) => step.id).filter((id) => among.includes(id)),
    ]),
  );
}

describe('the procedure that follows from an application', () => {
  it('of Yunyang: on the list from 50 万元, acceptance on application from 500', async () => {
    const [listed, filed] = ['next-years-list', 'filing-of-small-projects'];
    const [applied, own] = ['acceptance-on-application', 'acceptance-by-unit'];
    assert.deepEqual(await stepsOf('yunyang', 'yunyang-application/clean-edges.xlsx', [listed, filed, applied, own]), {
      '499999.99元': [filed, own],
      '50万元': [listed, filed, own],
      '500000.01元': [listed, own],
      '4999999.99元': [listed, own],
      '500万元': [listed, applied],
      '5000000.01元': [listed, applied],
    });
  });

  it('of Yuzhong: supervision from 100 万元, one step up to 1000', async () => {
    const [supervised, once, twice] = ['supervision', 'approval-in-one-step', 'approval-of-feasibility'];
    assert.deepEqual(await stepsOf('yuzhong', 'yuzhong-application/clean-edges.xlsx', [supervised, once, twice]), {
      '199999.99元': [once],
      '20万元': [once],
      '200000.01元': [once],
      '999999.99元': [once],
      '100万元': [once, supervised],
      '1000000.01元': [once, supervised],
      '9999999.99元': [once, supervised],
      '1000万元': [once, supervised],
      '10000000.01元': [twice, supervised],
    });
  });

  it('of Yuzhong: maintenance is paid for from 部门预算 and needs no approval of its design', async () => {
    const [funds, once] = ['funds-of-operation', 'approval-in-one-step'];
    assert.deepEqual(await stepsOf('yuzhong', 'yuzhong-application/faulty-upgrade-edges.xlsx', [funds, once]), {
      '199999.99元': [funds],
      '20万元': [funds],
      '200000.01元': [funds],
    });
  });

  it('of Jinzhai: reviewed, then approved by the county', async () => {
    const among = ['application', 'computers', 'review', 'approval'];
    assert.deepEqual(await stepsOf('jinzhai', 'jinzhai-application/clean-education.xlsx', among), {
      附件1: ['application', 'review', 'approval'],
    });
  });
});
