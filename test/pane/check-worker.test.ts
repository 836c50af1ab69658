import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import forms from '#forms' with { type: 'json' };
import procedures from '#procedures' with { type: 'json' };
import calendar from '#work-calendar' with { type: 'json' };
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import type { CheckCalls, CheckSummary, EditedCell, ListedFinding } from '../../src/pane/check-calls.ts';
import { serveChecks } from '../../src/pane/check-worker.ts';
import { WorkerCaller } from '../../src/pane/worker-calls.ts';
import { fromA1 } from '../../src/sheets/address.ts';
import { EditableGrid } from '../../src/sheets/editable-grid.ts';
import type { CellValue } from '../../src/sheets/grid.ts';
import { runInPage } from '../../src/pane/worker-port.ts';

describe('the worker that checks', () => {
  const caller = new WorkerCaller<CheckCalls>(() =>
    runInPage((scope) => serveChecks(scope, forms, procedures, calendar)),
  );

  after(() => caller.stop());

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

  describe('edits', () => {
    const SAMPLE = 'yunyang-catalogue/faulty-market-regulation.xlsx';
    let findings: ListedFinding[] = [];
    const listed = (): readonly Omit<ListedFinding, 'id'>[] => findings.map(({ id: _, ...finding }) => finding);

    async function checkSample(written: readonly (readonly [cell: string, value: CellValue])[]): Promise<void> {
      const file = path.join(import.meta.dirname, '../samples', SAMPLE);
      const workbook = readXlsx(new OfficePackage(new Uint8Array(readFileSync(file)), nodeCodec));
      const sheets = workbook.sheets.map((grid, index) => {
        const edited = new EditableGrid(grid, [...grid.strings]);
        for (const { row, column, content } of index === 0 ? written.map(edit) : []) edited.set(row, column, content);
        return edited;
      });
      findings = [];
      await caller.call(
        'check',
        {
          ...{ workbook: { ...workbook, sheets }, sheetIds: sheets.map((_, index) => String(index)) },
          ...{ only: null, language: 'zh', ignored: null, today: '2023-10-01' },
        },
        (piece) => findings.push(...(piece as ListedFinding[])),
      );
    }

    function edit([cell, value]: readonly [string, CellValue]): EditedCell {
      const at = fromA1(cell);
      assert.ok(at);
      return { sheetId: '0', ...at, content: { value, format: 'General' } };
    }

    it('answers what becomes of the list, whose findings keep their numbers', async () => {
      const written = [
        ['H6', '共享'],
        ['L7', null],
        ['H6', '不予共享'],
        ['E9', '信息项一'],
        ['E8', '信息项一'],
        ['A1', '别的表'],
      ] as const;
      await checkSample([]);
      for (const [at, one] of written.entries()) {
        const before = new Map(findings.map((finding) => [finding.id, finding]));
        const changes = await caller.call('edit', { cells: [edit(one)], language: 'zh' });
        assert.ok(changes);
        let moved = 0;
        for (const { from, removed, added } of changes.splices) {
          findings.splice(from + moved, removed, ...added);
          moved += added.length - removed;
        }
        const kept = findings.filter(({ id }) => before.has(id));
        assert.ok(kept.length > 0);
        for (const { id, rule, cell } of kept) {
          assert.deepEqual([rule, cell], [before.get(id)?.rule, before.get(id)?.cell]);
        }
        const fixable = findings.find(({ fix }) => fix.length > 0);
        if (fixable) {
          const { changes: planned } = await caller.call('fixes', [fixable.id]);
          assert.deepEqual(
            planned.map(({ cell }) => cell),
            fixable.fix.map(({ cell }) => cell),
          );
        }
        const told = listed();
        await checkSample(written.slice(0, at + 1));
        assert.deepEqual(told, listed());
      }
    });

    it('has a workbook with formulas read anew', async () => {
      await check('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx', '2023-10-01');
      const cells = [{ sheetId: '0', row: 5, column: 3, content: { value: 2, format: 'General', formula: 'A1+1' } }];
      assert.equal(await caller.call('edit', { cells, language: 'zh' }), null);
    });
  });

  it('judges dates by the day given', async () => {
    const sample = 'fengdu-application/clean-water.xlsx';
    assert.equal((await check(sample, '2023-10-01')).counts.warning, 0);
    assert.notEqual((await check(sample, '2001-10-01')).counts.warning, 0);
  });
});
