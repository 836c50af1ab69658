/**
 * What other programs keep of the workbook of test/fidelity when they colour one cell and add one note:
 * `npx tsx bench/fidelity.ts --date YYYY-MM-DD` (after `npm ci --prefix bench --ignore-scripts`) writes bench/fidelity.json,
 * from which scripts/fidelity.ts makes docs/fidelity.md, and test/fidelity/written-by-exceljs.xlsx, on which flagging is
 * tested as well.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { factOf, type Feature } from '../test/fidelity/features/feature.ts';
import { FEATURES } from '../test/fidelity/features/index.ts';
import { PackageView } from '../test/fidelity/package-view.ts';
import { fidelityWorkbook } from '../test/fidelity/workbook/fidelity-workbook.ts';

const PEERS = [
  { name: 'SheetJS', module: '@e965/xlsx', script: 'keep-sheetjs.mjs' },
  { name: 'exceljs', module: 'exceljs', script: 'keep-exceljs.mjs' },
];

const BY_EXCELJS = path.join(import.meta.dirname, '../test/fidelity/written-by-exceljs.xlsx');

const { values: options } = parseArgs({ options: { date: { type: 'string' } } });
if (!/^\d{4}-\d{2}-\d{2}$/.test(options.date ?? '')) throw new Error('name the day: --date YYYY-MM-DD');

const folder = mkdtempSync(path.join(tmpdir(), 'fidelity-'));
try {
  const programs = PEERS.map(({ name, module, script }) => {
    const asOfficeWritesIt = keptBy(script, false);
    return {
      name,
      version: versionOf(module),
      readsAsWritten: asOfficeWritesIt !== undefined,
      kept: asOfficeWritesIt ?? keptBy(script, true) ?? [],
    };
  });
  const result = { date: options.date, programs };
  writeFileSync(path.join(import.meta.dirname, 'fidelity.json'), `${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The names of the features kept; `undefined` where the program gives up on the file. */
function keptBy(script: string, wellFormed: boolean): string[] | undefined {
  const [before, after] = ['before.xlsm', 'after.xlsm'].map((name) => path.join(folder, name));
  if (before === undefined || after === undefined) return undefined;
  const bytes = fidelityWorkbook({ wellFormed });
  writeFileSync(before, bytes);
  rmSync(after, { force: true });
  try {
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'peers', script), before, after], {
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  } catch {
    return undefined;
  }
  if (script === 'keep-exceljs.mjs') copyFileSync(after, BY_EXCELJS);
  const [then, now] = [new PackageView(bytes), new PackageView(readFileSync(after))];
  const isKept = (feature: Feature): boolean => {
    try {
      return factOf(feature, now) === factOf(feature, then);
    } catch {
      // A part that is no XML any more.
      return false;
    }
  };
  return FEATURES.flatMap(([, features]) => features.filter(isKept).map(([name]) => name));
}

function versionOf(module: string): string {
  const file = path.join(import.meta.dirname, 'node_modules', module, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
