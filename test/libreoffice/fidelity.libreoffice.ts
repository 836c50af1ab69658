import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from 'xlsx';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { workbookPartsOf } from '../../src/files/workbook-parts.ts';
import { flagXlsx, unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { stripNote } from '../../src/marks/note.ts';
import type { MarksPlan } from '../../src/marks/plan.ts';
import { rangeFromA1, toA1 } from '../../src/sheets/address.ts';
import { PLAN } from '../fidelity/flagging.ts';
import { rewritten } from '../fidelity/rewriting.ts';
import { fidelityWorkbook } from '../fidelity/workbook/fidelity-workbook.ts';
import { readFlatDocument, type FlatSheet } from './flat-document.ts';
import { savedByLibreOffice } from './libreoffice.ts';

/** A workbook as a program writes it, flagged, and with the flags taken away again. */
interface Copies {
  readonly original: Uint8Array;
  readonly flagged: Uint8Array;
  readonly unflagged: Uint8Array;
}

function copiesOf(original: Uint8Array): Copies {
  const flagged = flagXlsx(original, planFor(original), nodeCodec).bytes;
  const unflagged = unflagXlsx(flagged, nodeCodec);
  assert.ok(unflagged);
  return { original, flagged, unflagged };
}

/** Programs add sheets of their own between the others. */
function planFor(bytes: Uint8Array): MarksPlan {
  const names = workbookPartsOf(new OfficePackage(bytes, nodeCodec)).sheets.map(({ name }) => name);
  return { sheets: PLAN.sheets.map((marks) => ({ ...marks, sheetIndex: names.indexOf(marks.sheet) })) };
}

function bySheetJs(bytes: Uint8Array): Uint8Array {
  const written: unknown = XLSX.write(XLSX.read(bytes, { cellStyles: true }), { type: 'array', bookType: 'xlsx' });
  assert.ok(written instanceof ArrayBuffer);
  return new Uint8Array(written);
}

/**
 * Without scenarios: LibreOffice makes a sheet of each, and then puts the notes and colours of the sheets behind it one
 * sheet too far, flagged by us or not.
 */
const ours = rewritten(fidelityWorkbook(), /sheet1\.xml$/, (text) => text.replace(/<scenarios.*<\/scenarios>/, ''));
const PROGRAMS = ['our own', 'LibreOffice', 'SheetJS', 'exceljs'] as const;

function workbooks(): Record<(typeof PROGRAMS)[number], Uint8Array> {
  const byLibreOffice = savedByLibreOffice(new Map([['a.xlsm', ours]]), 'xlsx:Calc MS Excel 2007 XML').get('a.xlsm');
  assert.ok(byLibreOffice);
  return {
    'our own': ours,
    LibreOffice: byLibreOffice,
    SheetJS: bySheetJs(fidelityWorkbook({ wellFormed: true })),
    // Made by bench/fidelity.ts.
    exceljs: readFileSync(path.join(import.meta.dirname, '../fidelity/written-by-exceljs.xlsx')),
  };
}

/** The workbook saved by LibreOffice: as it was, and flagged, the flags taken away after that. */
function resaved(): Pick<Copies, 'original' | 'unflagged'> {
  const flagged = copiesOf(ours).flagged;
  const saved = savedByLibreOffice(
    new Map([
      ['original.xlsm', ours],
      ['flagged.xlsm', flagged],
    ]),
    'xlsx:Calc MS Excel 2007 XML',
  );
  const [original, flaggedThere] = [saved.get('original.xlsm'), saved.get('flagged.xlsm')];
  assert.ok(original && flaggedThere);
  const unflagged = unflagXlsx(flaggedThere, nodeCodec);
  assert.ok(unflagged);
  return { original, unflagged };
}

const isOurs = ({ formula }: FlatSheet['colours'][number]): boolean => formula.includes('tianbao:');

describe('a workbook of many features in LibreOffice, flagged', () => {
  const documents = new Map<string, Map<string, FlatSheet>>();
  before(() => {
    const files = new Map<string, Uint8Array>();
    for (const [program, bytes] of Object.entries(workbooks())) {
      const { original, flagged, unflagged } = copiesOf(bytes);
      for (const [copy, written] of Object.entries({ original, flagged, unflagged })) {
        files.set(`${program} ${copy}.xlsx`, written);
      }
    }
    for (const [copy, written] of Object.entries(resaved())) files.set(`resaved ${copy}.xlsx`, written);
    for (const [name, flat] of savedByLibreOffice(files, 'fods')) documents.set(name, readFlatDocument(flat));
  });
  const sheetsOf = (program: string, copy: keyof Copies): Map<string, FlatSheet> => {
    const document = documents.get(`${program} ${copy}.xlsx`);
    assert.ok(document, 'LibreOffice opens it');
    return document;
  };

  for (const program of PROGRAMS) {
    describe(`written by ${program}`, () => {
      it('shows each colour at its cells', () => {
        for (const { sheet, marks } of PLAN.sheets) {
          // LibreOffice lays a pivot table out anew, without the formats it had.
          if (sheet === '透视' && (program === 'our own' || program === 'LibreOffice')) continue;
          const shown = sheetsOf(program, 'flagged').get(sheet)?.colours.filter(isOurs) ?? [];
          const cells = shown.flatMap(({ ranges, fill }) => cellsIn(ranges).map((cell) => `${cell} ${fill ?? ''}`));
          const wanted = marks.map(({ row, column, colour }) => {
            // B5:B6 are one block.
            const isBelow = sheet === '目录' && toA1(row, column) === 'B6';
            return `${isBelow ? 'B5' : toA1(row, column)} #${colour?.toLowerCase() ?? ''}`;
          });
          assert.deepEqual(cells.sort(), wanted.sort(), sheet);
        }
      });

      it('shows each note at its cell, behind what was there', () => {
        const { B3, B5, C3, D4, H12 } = sheetsOf(program, 'flagged').get('目录')?.notes ?? {};
        assert.equal(B3, '张三:\n请核对 <部门> & 单位\n【填报助手】\n错误：已有批注');
        assert.equal(B5, '【填报助手】\n警告：合并格里');
        assert.equal(C3, '【填报助手】\n警告：重复\n依据：说明6');
        // exceljs has lost the note's text before.
        assert.match(D4 ?? '', /^(?:只有一段)?\n?【填报助手】\n错误：一直显示的批注$/);
        assert.equal(H12?.split('\n').at(-1), '错误：没有的格 <&> _x0041_');
        for (const sheet of ['汇总', '说明', '字典', '透视']) {
          const notes = Object.values(sheetsOf(program, 'flagged').get(sheet)?.notes ?? {});
          const wanted = PLAN.sheets.find((one) => one.sheet === sheet)?.marks.map(({ note }) => note) ?? [];
          assert.deepEqual(notes.sort(), wanted.map((note) => `【填报助手】\n${note ?? ''}`).sort(), sheet);
        }
      });

      it('has everything else as before', () => {
        const now = sheetsOf(program, 'flagged');
        const then = sheetsOf(program, 'original');
        assert.deepEqual([...now.keys()], [...then.keys()]);
        for (const [name, before] of then) {
          const after = now.get(name);
          assert.ok(after);
          for (const what of ['values', 'validations', 'merges', 'objects', 'printRanges', 'isProtected'] as const) {
            assert.deepEqual(after[what], before[what], `${name}: ${what}`);
          }
          const others = after.colours.filter((colour) => !isOurs(colour));
          assert.deepEqual(others, before.colours, `${name}: conditional formats`);
          assertSameLooks(after, before, name);
          for (const [cell, note] of Object.entries(before.notes)) {
            assert.equal(stripNote(after.notes[cell] ?? '')?.trim(), note.trim(), `${name} ${cell}`);
          }
        }
      });

      it('is as before when the flags are taken away', () => {
        const now = sheetsOf(program, 'unflagged');
        for (const [name, before] of sheetsOf(program, 'original')) {
          const after = now.get(name);
          assert.ok(after);
          assertSameLooks(after, before, name);
          assert.deepEqual({ ...after, looks: {} }, { ...before, looks: {} }, name);
        }
      });
    });
  }

  it('loses our flags and nothing else when they are taken away after LibreOffice has saved it', () => {
    const now = sheetsOf('resaved', 'unflagged');
    for (const [name, before] of sheetsOf('resaved', 'original')) {
      const after = now.get(name);
      assert.ok(after);
      assert.deepEqual({ ...after, looks: {} }, { ...before, looks: {} }, name);
    }
  });

  it('is looked at closely enough', () => {
    const form = sheetsOf('our own', 'original').get('目录');
    assert.ok(form);
    assert.ok(form.validations.length > 20 && form.colours.length === 7 && form.isProtected);
    assert.deepEqual(form.merges, ['A1 8×1', 'B5 1×2']);
    assert.equal(form.printRanges, '目录.A1:目录.H11');
    assert.ok(
      ['picture', 'custom-shape', 'g', 'control'].every((kind) => form.objects.includes(kind)),
      String(form.objects),
    );
    assert.ok(form.objects.some((kind) => kind.startsWith('chart of 目录.B3:目录.B5')));
    assert.notEqual(form.looks.A1, form.looks.B3);
  });
});

/** Of cells that hold nothing LibreOffice says now more, now less. */
function assertSameLooks(after: FlatSheet, before: FlatSheet, sheet: string): void {
  for (const cell of Object.keys(before.values))
    assert.equal(after.looks[cell], before.looks[cell], `${sheet} ${cell}`);
}

function cellsIn(ranges: string): string[] {
  return ranges.split(' ').flatMap((text) => {
    const range = rangeFromA1(text.replace(/[^:]*\./g, ''));
    assert.ok(range, text);
    const cells: string[] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) cells.push(toA1(row, column));
    }
    return cells;
  });
}
