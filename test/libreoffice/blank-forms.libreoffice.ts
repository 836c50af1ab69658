import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { amountInWordsFormula } from '../../src/files/blank/amount-formula.ts';
import { drawForm } from '../../src/files/blank/draw-form.ts';
import type { CellStyle, DrawnCell, DrawnSheet, Drawing } from '../../src/files/blank/drawing.ts';
import { writeBlankForm } from '../../src/files/blank/write-blank.ts';
import { writeDrawing } from '../../src/files/blank/write-drawing.ts';
import { openWorkbook } from '../../src/files/open.ts';
import { writeXlsxValues } from '../../src/files/xlsx-values.ts';
import type { Form } from '../../src/forms/form.ts';
import { writeAmountInWords } from '../../src/forms/values/amount-in-words.ts';
import { contains, fromA1, toA1 } from '../../src/sheets/address.ts';
import { textAt, valueAt, type Grid } from '../../src/sheets/grid.ts';
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { allForms } from '../check-file.ts';
import { readingPlatform } from '../files/reading-platform.ts';
import { readFlatDocument, type FlatSheet } from './flat-document.ts';
import { savedByLibreOffice } from './libreoffice.ts';

const known = allForms();
const forms = known.filter(({ layout }) => layout);

/** How many pages of A4 each blank form prints on. */
const PAGES: Readonly<Record<string, number>> = {
  'fengdu/acceptance': 2,
  'fengdu/application': 1,
  'fengdu/feasibility': 5,
  'fengdu/scope': 3,
  'gaoqing/acceptance': 2,
  'gaoqing/application': 2,
  'gaoqing/cloud-change': 2,
  'gaoqing/cloud-migration': 2,
  'gaoqing/cloud-new': 2,
  'gaoqing/letter': 1,
  'gaoqing/plan': 1,
  'jinzhai/application': 1,
  'jinzhai/pc-purchase': 1,
  'yunyang/application': 1,
  'yunyang/catalogue': 4,
  'yuzhong/application': 1,
  'yuzhong/design': 3,
  'yuzhong/proposal': 1,
};

const PLAIN: CellStyle = {
  font: '宋体',
  size: 10.5,
  bold: false,
  horizontal: 'left',
  vertical: 'center',
  borders: { left: false, right: false, top: false, bottom: false },
  numberFormat: 'General',
  unlocked: true,
};
/** Right of every form. */
const PROBES = 40;

const formOf = (id: string): Form => {
  const form = forms.find((one) => one.id === id);
  assert.ok(form);
  return form;
};

function blankOf(form: Form): Uint8Array {
  const bytes = writeBlankForm(form, nodeCodec);
  assert.ok(bytes, `${form.id} has a layout`);
  return bytes;
}

function drawingOf(form: Form): Drawing {
  assert.ok(form.layout);
  return drawForm(form, form.layout, new Map());
}

/** The form with formulas beside it, one below the other from AO1 on. */
function withProbes(form: Form, formulas: readonly string[]): Uint8Array {
  const drawing = drawingOf(form);
  const [sheet, ...others] = drawing.sheets;
  assert.ok(sheet);
  const probe = (at: number): DrawnCell[] => {
    const formula = formulas[at];
    return formula === undefined ? [] : [{ column: PROBES, style: PLAIN, formula }];
  };
  const count = Math.max(sheet.rows.length, formulas.length);
  const rows = Array.from({ length: count }, (_, at) => {
    const row = sheet.rows[at] ?? { height: 15, grows: true, unlocked: false, cells: [] };
    return { ...row, cells: [...row.cells, ...probe(at)] };
  });
  const probed: DrawnSheet = { ...sheet, rows, validations: [], conditions: [] };
  return writeDrawing({ ...drawing, sheets: [probed, ...others] }, nodeCodec);
}

function filled(bytes: Uint8Array, values: Readonly<Record<string, string | number>>): Uint8Array {
  const writes = Object.entries(values).map(([cell, value]) => ({ sheetIndex: 0, cell, value }));
  const { bytes: written, skipped } = writeXlsxValues(bytes, writes, nodeCodec);
  assert.deepEqual(skipped, []);
  return written;
}

async function firstSheet(bytes: Uint8Array | undefined): Promise<Grid> {
  assert.ok(bytes, 'LibreOffice has saved it');
  const { workbook } = await openWorkbook(bytes, 'a.xlsx', readingPlatform);
  const [grid] = workbook.sheets;
  assert.ok(grid);
  return grid;
}

function at(grid: Grid, cell: string): unknown {
  const place = fromA1(cell);
  assert.ok(place);
  return valueAt(grid, place.row, place.column);
}

const recalculated = (files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> =>
  savedByLibreOffice(files, 'xlsx:Calc MS Excel 2007 XML');

describe('blank forms in LibreOffice', () => {
  const blanks = new Map(forms.map((form) => [`${form.id.replace('/', '-')}.xlsx`, blankOf(form)]));
  let flat = new Map<string, Uint8Array>();
  let printed = new Map<string, Uint8Array>();
  let saved = new Map<string, Uint8Array>();
  before(() => {
    flat = savedByLibreOffice(blanks, 'fods');
    printed = savedByLibreOffice(blanks, 'pdf');
    saved = recalculated(blanks);
  });

  for (const form of forms) {
    describe(form.id, () => {
      const name = `${form.id.replace('/', '-')}.xlsx`;
      const drawn = (): DrawnSheet => {
        const [sheet] = drawingOf(form).sheets;
        assert.ok(sheet);
        return sheet;
      };
      const seen = (): FlatSheet => {
        const sheet = readFlatDocument(flat.get(name) ?? new Uint8Array(0)).get(drawn().name);
        assert.ok(sheet, 'LibreOffice has opened it');
        return sheet;
      };

      it('opens with every limit, colour and merged block', () => {
        const sheet = seen();
        const { validations, conditions, merges, page } = drawn();
        assert.ok(sheet.isProtected);
        assert.equal(sheet.colours.length, conditions.length);
        assert.equal(sheet.merges.length, merges.length);
        const limited = validations.filter(({ check }) => check);
        const first = limited.map(({ range }) => toA1(range.top, range.left));
        for (const cell of first) {
          const condition = sheet.validations.find((one) => one.startsWith(`${cell} `));
          assert.ok(condition !== undefined && condition.length > cell.length + 1, `${cell} is limited`);
        }
        assert.ok(page && sheet.printRanges !== undefined);
        assert.deepEqual(
          Object.entries(sheet.values).filter(([, shown]) => /^(?:#|Err:|FALSE|TRUE)/.test(shown)),
          [],
        );
      });

      it('prints on A4', () => {
        const pdf = new TextDecoder('latin1').decode(printed.get(name));
        const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
        const size = form.layout?.page === 'landscape' ? [842, 595] : [595, 842];
        for (const [, width, height] of boxes) {
          assert.deepEqual([Math.round(Number(width)), Math.round(Number(height))], size);
        }
        assert.equal([...pdf.matchAll(/\/Type\s*\/Page[^s]/g)].length, PAGES[form.id]);
      });

      it('is known as itself once LibreOffice has saved it, and told to be blank', async () => {
        const bytes = saved.get(name);
        assert.ok(bytes);
        const { workbook } = await openWorkbook(bytes, name, readingPlatform);
        for (const one of [workbook, { ...workbook, properties: new Map<string, string>() }]) {
          const { checked } = checkWorkbook(one, known);
          assert.equal(checked?.forms[0].form.id, form.id);
          assert.deepEqual(
            checked.findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
            ['not-filled'],
          );
        }
      });
    });
  }
});

describe('the colours of blank forms, as LibreOffice computes them', () => {
  const conditions = new Map(forms.map((form) => [form.id, drawingOf(form).sheets[0]?.conditions ?? []]));
  const probed = (form: Form): Uint8Array =>
    withProbes(
      form,
      (conditions.get(form.id) ?? []).map(({ formula }) => formula),
    );
  /** Of each form the first cell that is filled in, if there is one with nothing printed, and one more in a row with a colour. */
  const firstInputs = (form: Form): readonly string[] => {
    const [sheet] = drawingOf(form).sheets;
    const isCovered = (row: number, column: number): boolean =>
      sheet?.merges.some((range) => contains(range, row, column) && (range.top !== row || range.left !== column)) ??
      false;
    const inputs = (sheet?.rows ?? []).flatMap(({ cells }, row) =>
      cells
        .filter(({ style, formula }) => style.unlocked && formula === undefined)
        .filter(({ column }) => !isCovered(row, column))
        .map(({ column, value = '' }) => ({ row, column, isBlank: value === '' })),
    );
    const first = inputs.find(({ isBlank }) => isBlank) ?? inputs[0];
    assert.ok(first);
    const missing = conditions.get(form.id)?.findLast(({ colour }) => colour === 'missing')?.range;
    const beside = inputs.filter(
      ({ row, column, isBlank }) => isBlank && row === missing?.top && column !== missing.left,
    );
    return [first, ...beside.slice(-1)].map(({ row, column }) => toA1(row, column));
  };
  let blank = new Map<string, Uint8Array>();
  let begun = new Map<string, Uint8Array>();
  before(() => {
    blank = recalculated(new Map(forms.map((form) => [`${form.id}.xlsx`, probed(form)])));
    begun = recalculated(
      new Map(
        forms.map((form) => [
          `${form.id}.xlsx`,
          filled(probed(form), Object.fromEntries(firstInputs(form).map((cell) => [cell, '甲']))),
        ]),
      ),
    );
  });
  const results = async (form: Form, files: ReadonlyMap<string, Uint8Array>): Promise<unknown[]> => {
    const grid = await firstSheet(files.get(`${form.id}.xlsx`));
    return (conditions.get(form.id) ?? []).map((_, row) => valueAt(grid, row, PROBES));
  };
  for (const form of forms) {
    it(`${form.id}: none in the blank; what is missing once it is begun`, async () => {
      const all = conditions.get(form.id) ?? [];
      const none = await results(form, blank);
      assert.deepEqual(
        all.filter((_, row) => none[row] !== false).map(({ formula }, row) => `${formula} → ${String(none[row])}`),
        [],
      );
      const some = await results(form, begun);
      const coloured = all.filter((_, row) => some[row] === true);
      assert.ok(coloured.some(({ colour }) => colour === 'missing'));
      assert.ok(some.every((result) => typeof result === 'boolean'));
    });
  }
});

describe('the formulas of blank forms, as LibreOffice computes them', () => {
  let purchase: Grid;
  let catalogue: Grid;
  before(async () => {
    const lists = drawingOf(formOf('yunyang/catalogue')).sheets[0]?.validations ?? [];
    const dependent = lists.find(({ check }) => check?.formula.startsWith('OFFSET'))?.check?.formula;
    assert.ok(dependent);
    const files = recalculated(
      new Map([
        [
          'purchase.xlsx',
          filled(blankOf(formOf('jinzhai/pc-purchase')), {
            B5: '台式计算机',
            D5: '某型号',
            F5: 10,
            G5: 4999.99,
            B6: '打印机',
            F6: 3,
            G6: 1.005,
            F7: 2,
          }),
        ],
        [
          'catalogue.xlsx',
          filled(
            withProbes(
              formOf('yunyang/catalogue'),
              ['流媒体类', '电子表格', '自表述格式', ''].flatMap((group) => {
                const list = dependent.replaceAll('$C5', `"${group}"`);
                return [`COUNTA(${list})`, `INDEX(${list},1)`];
              }),
            ),
            {},
          ),
        ],
      ]),
    );
    purchase = await firstSheet(files.get('purchase.xlsx'));
    catalogue = await firstSheet(files.get('catalogue.xlsx'));
  });

  it('multiply to the fen, leave rows blank that lack a factor, and say the total in capitals', () => {
    assert.deepEqual(
      ['I5', 'I6', 'I7', 'I8'].map((cell) => at(purchase, cell)),
      [49_999.9, 3.02, '', ''],
    );
    assert.equal(at(purchase, 'D11'), writeAmountInWords(5_000_292));
  });

  it('offer what belongs to the group, and all where none is chosen or the group takes any', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((row) => at(catalogue, `AO${String(row)}`)),
      [3, 'swf', 3, 'et', 27, 'OFD', 27, 'OFD'],
    );
  });

  it('say amounts in capitals as our own writer does', async () => {
    const amounts = [
      ...[
        0, 1, 5, 10, 50, 99, 100, 101, 110, 1000, 1001, 10_000, 100_000, 1_000_000, 140_950, 600_714, 168_032,
        10_700_053,
      ],
      ...[32_504, 100_000_000, 10_000_000_000, 1_000_000_000_001, 10_000_500_000, 1_000_500_000, 99_999_999_999_999],
      ...fc.sample(sparseAmounts, { numRuns: 1500, seed: 42 }),
    ];
    const rows = amounts.map((fen, row) => ({
      height: 15,
      grows: true,
      unlocked: false,
      cells: [
        { column: 0, style: PLAIN, value: fen / 100 },
        { column: 1, style: PLAIN, formula: amountInWordsFormula(`A${String(row + 1)}`, 'TRUE') },
      ],
    }));
    const sheet: DrawnSheet = {
      ...{ name: '大写', hidden: false, widths: [20, 60], rows, merges: [], validations: [], conditions: [] },
      ...{ frozenRows: 0, page: null, isProtected: false },
    };
    const drawing = {
      title: '大写',
      date: '2026-01-01',
      properties: new Map<string, string>(),
      sheets: [sheet],
      names: new Map<string, string>(),
    };
    const grid = await firstSheet(recalculated(new Map([['a.xlsx', writeDrawing(drawing, nodeCodec)]])).get('a.xlsx'));
    assert.deepEqual(
      amounts.map((fen, row) => `${String(fen)} ${textAt(grid, row, 1)}`),
      amounts.map((fen) => `${String(fen)} ${writeAmountInWords(fen)}`),
    );
  });
});

/** Amounts in fen with many zeros, where the rules are hardest. */
const sparseAmounts = fc
  .array(fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 14 })
  .map((digits) => Number(digits.join('')));
