import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import forms from '#forms' with { type: 'json' };
import procedures from '#procedures' with { type: 'json' };
import calendar from '#work-calendar' with { type: 'json' };
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import type { CheckCalls, CheckSummary } from '../../src/pane/check-calls.ts';
import { serveChecks } from '../../src/pane/check-worker.ts';
import { WorkerCaller } from '../../src/pane/worker-calls.ts';
import { runInPage } from '../../src/pane/worker-port.ts';

describe('the worker that checks', () => {
  const caller = new WorkerCaller<CheckCalls>(() =>
    runInPage((scope) => serveChecks(scope, forms, procedures, calendar)),
  );

  async function check(sample: string, today: string): Promise<CheckSummary> {
    const file = path.join(import.meta.dirname, '../samples', sample);
    const workbook = readXlsx(new OfficePackage(new Uint8Array(readFileSync(file)), nodeCodec));
    const sheetIds = workbook.sheets.map((_, index) => String(index));
    const answer = await caller.call('check', {
      ...{ workbook, sheetIds, only: null, language: 'zh', ignored: null, today },
    });
    assert.ok(answer.status === 'checked');
    return answer;
  }

  it('tells what a form says of its project, and its figures by their names', async () => {
    const { forms: found } = await check('fengdu-application/clean-water.xlsx', '2023-10-01');
    assert.deepEqual(found[0]?.project, { county: 'fengdu', total: 286_500_000, unit: '万元', category: '新建' });
    const [total] = found[0].figures;
    assert.deepEqual(total, {
      key: 'total',
      label: { zh: '投资概算', en: 'Budget' },
      percent: false,
      change: null,
      value: { value: 286.5, unit: '万元' },
    });
  });

  it('tells the county of a form without an amount, and of one whose amount is wrong', async () => {
    const { forms: catalogue } = await check('yunyang-catalogue/clean-transport.xlsx', '2023-10-01');
    assert.deepEqual(catalogue[0]?.project, { county: 'yunyang', total: null, unit: null, category: null });
    const { forms: wrong } = await check('yunyang-application/faulty-health.xlsx', '2023-10-01');
    const { total, unit } = wrong[0]?.project ?? {};
    assert.deepEqual({ total, unit }, { total: null, unit: '万元' });
  });

  it('judges dates by the day given', async () => {
    const sample = 'fengdu-application/clean-water.xlsx';
    assert.equal((await check(sample, '2023-10-01')).counts.warning, 0);
    assert.notEqual((await check(sample, '2001-10-01')).counts.warning, 0);
  });
});
