import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeCodec } from '../../src/files/codec-node.ts';
import type { RowEdit } from '../../src/files/row-shift.ts';
import { changeXlsxRows } from '../../src/files/xlsx-rows.ts';
import { writeXlsxValues } from '../../src/files/xlsx-values.ts';
import { fidelityWorkbook } from '../fidelity/workbook/fidelity-workbook.ts';
import { rewritten } from '../fidelity/rewriting.ts';
import { richWorkbook, zipped } from '../files/rich-workbook.ts';
import { readFlatDocument, type FlatSheet } from './flat-document.ts';
import { savedByLibreOffice } from './libreoffice.ts';

const MODULE = 'PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"';

const CHANGE = `Sub Change(source As String, target As String, number As Integer, kind As String, at As Long, count As Long)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim filters(0) As New com.sun.star.beans.PropertyValue
  filters(0).Name = "FilterName"
  filters(0).Value = "OpenDocument Spreadsheet Flat XML"
  Dim document As Object
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim lines As Object
  lines = document.Sheets.getByIndex(number).Rows
  If kind = "insert" Then
    lines.insertByIndex(at, count)
  Else
    lines.removeByIndex(at, count)
  End If
  document.calculateAll()
  document.storeToURL(target, filters())
  document.close(True)
End Sub`;

function moduleOf(calls: readonly string[]): string {
  const source = `Sub Main\n${calls.join('\n')}\nStarDesktop.terminate()\nEnd Sub\n${CHANGE}`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module ${MODULE}>\n` +
    `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${source}</script:module>`
  );
}

/** What LibreOffice makes of workbooks when it changes the rows itself, all in one process. */
function changedByLibreOffice(jobs: readonly Job[]): Map<Job, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tianbao-libreoffice-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const first = path.join(folder, 'first.xlsx');
    writeFileSync(first, jobs[0]?.bytes ?? '');
    // A first run makes the profile with its empty library of macros.
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'csv', '--outdir', folder, first], {
      stdio: 'ignore',
    });
    const url = (file: string): string => `"${pathToFileURL(path.join(folder, file)).href}"`;
    const calls = jobs.map(({ bytes, edit: { sheetIndex, kind, at, count } }, index) => {
      writeFileSync(path.join(folder, `${String(index)}.xlsx`), bytes);
      const files = `${url(`${String(index)}.xlsx`)}, ${url(`${String(index)}.fods`)}`;
      return `Change(${files}, ${String(sheetIndex)}, "${kind}", ${String(at)}, ${String(count)})`;
    });
    writeFileSync(path.join(folder, 'profile/user/basic/Standard/Module1.xba'), moduleOf(calls));
    execFileSync('soffice', ['--headless', profile, 'macro:///Standard.Module1.Main'], {
      stdio: 'ignore',
      timeout: 240_000,
    });
    return new Map(jobs.map((job, index) => [job, readFileSync(path.join(folder, `${String(index)}.fods`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Job {
  readonly workbook: string;
  readonly bytes: Uint8Array;
  readonly edit: RowEdit;
}

const unprotected = (text: string): string =>
  text.replace(/<sheetProtection[^>]*>/, '').replace(/<scenarios.*<\/scenarios>/, '');

function rich(): Uint8Array {
  const parts = richWorkbook();
  const name = 'xl/worksheets/sheet1.xml';
  const rows =
    '<row r="8"><c r="A8"><v>1</v></c><c r="B8"><f t="shared" ref="B8:B10" si="0">A8*$A$4</f><v>2</v></c></row>' +
    '<row r="9"><c r="A9"><v>2</v></c><c r="B9"><f t="shared" si="0"/><v>4</v></c></row>' +
    '<row r="10"><c r="A10"><v>3</v></c><c r="B10"><f t="shared" si="0"/><v>6</v></c></row>' +
    '<row r="11"><c r="A11"><f>SUM(A8:A10)+SUM(A:A)-SUM(4:4)</f><v>6</v></c><c r="B11"><f>SUM(B$8:B$10)+目录!F4</f><v>12</v></c></row>';
  parts.set(name, unprotected(parts.get(name) ?? '').replace('</sheetData>', `${rows}</sheetData>`));
  const other = 'xl/worksheets/sheet2.xml';
  const sums =
    '<row r="2"><c r="A2"><f>SUM(目录!A8:A10)</f><v>6</v></c><c r="B2"><f>A1&amp;目录!$A$9</f><v>2</v></c></row>';
  parts.set(other, (parts.get(other) ?? '').replace('</sheetData>', `${sums}</sheetData>`));
  return zipped(parts);
}

const insert = (at: number, count: number): RowEdit => ({ sheetIndex: 0, kind: 'insert', at, count });
const remove = (at: number, count: number): RowEdit => ({ sheetIndex: 0, kind: 'delete', at, count });

const COMPARED = [
  'formulas',
  'values',
  'merges',
  'validations',
  'colours',
  'notes',
  'printRanges',
  'objects',
] as const satisfies readonly (keyof FlatSheet)[];

/**
 * In validations LibreOffice leaves formulas as they were, which no other program does; a reference that is gone it
 * writes in brackets, and computes to another error, when it has made it itself.
 */
function told(what: FlatSheet[(typeof COMPARED)[number]] | undefined): unknown {
  if (!Array.isArray(what)) {
    return JSON.parse(
      JSON.stringify(what ?? null)
        .replaceAll('[#REF!]', '#REF!')
        .replaceAll('#VALUE!', '#REF!'),
    );
  }
  return what.map((one: unknown) => (typeof one === 'string' ? one.replace(/is-true-formula\(.*/, '') : one)).sort();
}

describe('rows that come and go are, in LibreOffice, what it makes of them itself', () => {
  const form = rich();
  const many = rewritten(fidelityWorkbook({ wellFormed: true }), /sheet1\.xml$/, unprotected);
  const jobs: readonly Job[] = [
    ...[insert(8, 2), insert(2, 1), insert(3, 1), remove(8, 1), remove(3, 2), remove(7, 3)].map((edit) => ({
      workbook: 'a form',
      bytes: form,
      edit,
    })),
    ...[insert(3, 2), insert(1, 1), remove(9, 1)].map((edit) => ({
      workbook: 'a workbook of many features',
      bytes: many,
      edit,
    })),
  ];
  const theirs = new Map<Job, ReadonlyMap<string, FlatSheet>>();
  const ours = new Map<Job, ReadonlyMap<string, FlatSheet>>();

  before(() => {
    for (const [job, flat] of changedByLibreOffice(jobs)) theirs.set(job, readFlatDocument(flat));
    const changed = jobs.map(({ bytes, edit }, index): [string, Uint8Array] => {
      const { bytes: fresh } = writeXlsxValues(changeXlsxRows(bytes, [edit], nodeCodec), [], nodeCodec, [], {
        allStale: true,
      });
      return [`${String(index)}.xlsx`, fresh];
    });
    const saved = savedByLibreOffice(new Map(changed), 'fods');
    for (const [index, job] of jobs.entries()) {
      const flat = saved.get(`${String(index)}.xlsx`);
      if (flat) ours.set(job, readFlatDocument(flat));
    }
  });

  for (const job of jobs) {
    const { kind, at, count } = job.edit;
    it(`${job.workbook}: ${kind} ${String(count)} at row ${String(at + 1)}`, () => {
      const own = ours.get(job);
      assert.ok(own, 'LibreOffice opens it');
      assert.deepEqual([...own.keys()], [...(theirs.get(job)?.keys() ?? [])]);
      for (const [name, sheet] of theirs.get(job) ?? []) {
        for (const what of COMPARED) {
          assert.deepEqual(told(own.get(name)?.[what]), told(sheet[what]), `${name}: ${what}`);
        }
      }
    });
  }
});
