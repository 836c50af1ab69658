import assert from 'node:assert/strict';
import { excelDiagnostics, excelProgram } from '../../../src/hosts/excel/excel-diagnostics.ts';

const upTo =
  (granted: Readonly<Record<string, number>>) =>
  (set: string, version: string): boolean =>
    Number(version.split('.')[1]) <= (granted[set] ?? 0);

describe('what Excel says of itself', () => {
  it('is its version, its kind, and the newest of each set that it has', () => {
    const sets = upTo({ ExcelApi: 17, SharedRuntime: 2, RibbonApi: 1 });
    assert.deepEqual(excelDiagnostics(sets, { version: '16.0.19000.1', platform: 'PC' }), {
      program: 'Excel',
      version: '16.0.19000.1',
      platform: 'PC',
      interfaces: ['ExcelApi 1.17', 'SharedRuntime 1.2', 'RibbonApi 1.1'],
    });
  });

  it('is that it is Excel, where it says nothing', () => {
    assert.deepEqual(
      excelDiagnostics(() => false),
      { program: 'Excel', version: null, platform: null, interfaces: [] },
    );
    assert.deepEqual(excelProgram({} as Office.Context), { version: null, platform: null });
  });

  it('is nothing of the document, of which the context tells more', () => {
    const context = {
      diagnostics: { host: 'Excel', version: '16.0', platform: 'Mac' },
      document: { url: 'https://server.invalid/张三/采购.xlsx' },
      userProfile: '张三',
    } as unknown as Office.Context;
    assert.deepEqual(excelProgram(context), { version: '16.0', platform: 'Mac' });
  });
});
