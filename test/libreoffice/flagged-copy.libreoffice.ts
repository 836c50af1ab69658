import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { flagXlsx, unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { writeXlsxValues } from '../../src/files/xlsx-values.ts';
import { writeFlaggedXlsx } from '../../src/files/xlsx-write.ts';
import type { Mark, MarksPlan } from '../../src/marks/plan.ts';
import { MARK_COLOURS, type MarkSeverity } from '../../src/marks/signature.ts';
import { fromA1 } from '../../src/sheets/address.ts';
import { gridOf } from '../../src/sheets/grid-builder.ts';
import { richWorkbook, zipped } from '../files/rich-workbook.ts';
import { readFlatDocument, type FlatSheet } from './flat-document.ts';

function mark(cell: string, severity: MarkSeverity, note: string | null): Mark {
  const at = fromA1(cell);
  assert.ok(at);
  return { ...at, severity, colour: MARK_COLOURS[severity], note };
}

const PLAN: MarksPlan = {
  sheets: [
    {
      sheetIndex: 0,
      sheet: '目录',
      withoutNote: 0,
      marks: [
        mark('A2', 'error', '错误：甲 <&>'),
        mark('B2', 'warning', '警告：乙\n依据：说明6'),
        mark('C4', 'warning', '警告：丙'),
        mark('C5', 'error', '错误：合并格'),
        mark('E5', 'error', '错误：线程'),
        mark('F6', 'error', null),
      ],
    },
    { sheetIndex: 1, sheet: '说明', withoutNote: 0, marks: [mark('A3', 'error', '错误：缺')] },
  ],
};

const plain = zipped(richWorkbook());
const flagged = flagXlsx(plain, PLAN, nodeCodec).bytes;
const unflagged = unflagXlsx(flagged, nodeCodec);
assert.ok(unflagged);
const grid = gridOf('目录', [
  ['部门', '000123'],
  ['=1+1', 5],
]);
const FILES: Record<string, Uint8Array> = {
  plain,
  flagged,
  unflagged,
  fixed: writeXlsxValues(
    plain,
    [
      { sheetIndex: 0, cell: 'A4', value: 7 },
      { sheetIndex: 0, cell: 'B9', value: '=新' },
    ],
    nodeCodec,
  ).bytes,
  written: writeFlaggedXlsx(
    { sheets: [grid], date1904: false, properties: new Map() },
    { sheets: [{ sheetIndex: 0, sheet: '目录', withoutNote: 0, marks: [mark('B2', 'warning', '警告：丁')] }] },
    nodeCodec,
  ).bytes,
};

/** All files through one LibreOffice, with a profile of its own. */
function convertAll(): Map<string, Map<string, FlatSheet>> {
  const folder = mkdtempSync(join(tmpdir(), 'tianbao-libreoffice-'));
  try {
    const names = Object.keys(FILES);
    for (const name of names) writeFileSync(join(folder, `${name}.xlsx`), FILES[name] ?? new Uint8Array(0));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const inputs = names.map((name) => join(folder, `${name}.xlsx`));
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'fods', '--outdir', folder, ...inputs], {
      stdio: 'ignore',
    });
    return new Map(names.map((name) => [name, readFlatDocument(readFileSync(join(folder, `${name}.fods`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('files of ours in LibreOffice', () => {
  let documents = new Map<string, Map<string, FlatSheet>>();
  const sheetOf = (file: string, sheet: string): FlatSheet => {
    const found = documents.get(file)?.get(sheet);
    assert.ok(found, `${file} ${sheet}`);
    return found;
  };
  const ours = (sheet: FlatSheet): string[] =>
    sheet.colours
      .filter((colour) => colour.formula.includes('tianbao:'))
      .map((colour) => `${colour.formula} ${colour.ranges} ${colour.fill ?? ''}`);

  before(() => {
    documents = convertAll();
  });

  it('show the notes at their cells, behind what was there', () => {
    assert.deepEqual(sheetOf('flagged', '目录').notes, {
      A2: '张三:\n请核对 <部门> & 单位\n【填报助手】\n错误：甲 <&>',
      B2: '【填报助手】\n警告：乙\n依据：说明6',
      C4: '只有一段\n【填报助手】\n警告：丙',
      B5: '【填报助手】\n错误：合并格',
      E5: '[线程批注]',
    });
    assert.deepEqual(sheetOf('flagged', '说明').notes, { A3: '【填报助手】\n错误：缺' });
  });

  it('show the colours at their cells', () => {
    assert.deepEqual(ours(sheetOf('flagged', '目录')), [
      'formula-is(N("tianbao:error")=0) A2 B5 E5 F6 #ffc7ce',
      'formula-is(N("tianbao:warning")=0) B2 C4 #ffeb9c',
    ]);
    assert.deepEqual(ours(sheetOf('flagged', '说明')), ['formula-is(N("tianbao:error")=0) A3 #ffc7ce']);
  });

  it('lose nothing else', () => {
    for (const sheet of ['目录', '说明']) {
      const [then, now] = [sheetOf('plain', sheet), sheetOf('flagged', sheet)];
      for (const what of ['values', 'validations', 'merges', 'printRanges', 'isProtected'] as const) {
        assert.deepEqual(now[what], then[what], `${sheet} ${what}`);
      }
      assert.deepEqual(
        now.colours.filter((colour) => !colour.formula.includes('tianbao:')),
        then.colours,
      );
    }
    const before = sheetOf('plain', '目录');
    assert.ok(before.validations.length > 5 && before.printRanges !== undefined && before.isProtected);
    assert.deepEqual(before.merges, ['B5 2×1']);
  });

  it('are as before when the flags are taken away', () => {
    assert.deepEqual(documents.get('unflagged'), documents.get('plain'));
  });

  it('show written values, computed anew', () => {
    const { A4, B9, F4 } = sheetOf('fixed', '目录').values;
    assert.deepEqual([A4, B9, F4], ['7.00', '=新', '14.00']);
  });

  it('show new workbooks with their flags', () => {
    const sheet = sheetOf('written', '目录');
    assert.deepEqual(sheet.values, { A1: '部门', B1: '000123', A2: '=1+1', B2: '5' });
    assert.deepEqual(sheet.notes, { B2: '【填报助手】\n警告：丁' });
    assert.deepEqual(ours(sheet), ['formula-is(N("tianbao:warning")=0) B2 #ffeb9c']);
  });
});
