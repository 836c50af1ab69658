import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkWorkbook } from '../../../src/check/check-workbook.ts';
import { nodeCodec } from '../../../src/files/codec-node.ts';
import { AMOUNT_STEPS, AMOUNT_UNITS } from '../../../src/files/blank/amount-formula.ts';
import { drawForm } from '../../../src/files/blank/draw-form.ts';
import type { DrawnSheet } from '../../../src/files/blank/drawing.ts';
import { labelLines } from '../../../src/files/blank/label-lines.ts';
import { fitToPages, type Fitted } from '../../../src/files/blank/page-fit.ts';
import { linesOf } from '../../../src/files/blank/text-size.ts';
import { writeBlankForm } from '../../../src/files/blank/write-blank.ts';
import { openWorkbook } from '../../../src/files/open.ts';
import { OfficePackage } from '../../../src/files/package.ts';
import type { Form } from '../../../src/forms/form.ts';
import { writeAmountInWords } from '../../../src/forms/values/amount-in-words.ts';
import { toA1 } from '../../../src/sheets/address.ts';
import { allForms } from '../../check-file.ts';
import { readingPlatform } from '../reading-platform.ts';

const forms = allForms();

function sheetOf(form: Form): DrawnSheet {
  assert.ok(form.layout, `${form.id} has a layout`);
  const [sheet] = drawForm(form, form.layout, new Map()).sheets;
  assert.ok(sheet);
  return sheet;
}

function bytesOf(form: Form): Uint8Array {
  const bytes = writeBlankForm(form, nodeCodec);
  assert.ok(bytes, `${form.id} has a layout`);
  return bytes;
}

const formOf = (id: string): Form => {
  const form = forms.find((one) => one.id === id);
  assert.ok(form);
  return form;
};

describe('blank forms', () => {
  for (const form of forms) {
    describe(form.id, () => {
      it('is always written in the same bytes, dated with the edition', () => {
        const bytes = bytesOf(form);
        assert.deepEqual(bytesOf(form), bytes);
        const core = new TextDecoder().decode(new OfficePackage(bytes, nodeCodec).part('docProps/core.xml'));
        assert.deepEqual(
          new Set(Array.from(core.matchAll(/\d{4}-\d\d-\d\dT[\d:]*Z/g), ([date]) => date)),
          new Set([`${form.version}T00:00:00Z`]),
        );
      });

      it('says in its properties which form it is, and of which edition', async () => {
        const { workbook } = await openWorkbook(bytesOf(form), 'a.xlsx', readingPlatform);
        assert.deepEqual(
          [...workbook.properties],
          [
            ['tianbao:form', form.id],
            ['tianbao:version', form.version],
          ],
        );
      });

      it('is known as itself, by its words alone too, and told to be blank once', async () => {
        const { workbook } = await openWorkbook(bytesOf(form), 'a.xlsx', readingPlatform);
        for (const one of [workbook, { ...workbook, properties: new Map<string, string>() }]) {
          const { checked } = checkWorkbook(one, forms);
          assert.deepEqual(
            checked?.forms.map((found) => found.form.id),
            [form.id],
          );
          assert.deepEqual(
            checked.findings.map(({ rule }) => rule),
            ['not-filled'],
          );
        }
      });

      it('keeps to the limits of spreadsheets', () => {
        const { validations, conditions, rows, merges } = sheetOf(form);
        for (const { check } of validations) {
          if (check?.type === 'list' && check.formula.startsWith('"')) assert.ok(check.formula.length <= 257);
          assert.doesNotMatch(check?.formula ?? '', /INDIRECT/);
        }
        for (const { formula } of conditions) {
          // Conditional formats may have neither arrays nor references to other sheets.
          assert.doesNotMatch(formula.replace(/"(?:[^"]|"")*"/g, '""'), /[{}!]/);
          assert.ok(formula.length < 8192);
        }
        for (const { cells, height } of rows) {
          assert.ok(height > 0 && height <= 409);
          assert.deepEqual(
            cells.map(({ column }) => column),
            [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b),
            'each cell once, from left to right',
          );
        }
        const seen = new Set<string>();
        for (const { top, left, bottom, right } of merges) {
          for (let row = top; row <= bottom; row++) {
            for (let column = left; column <= right; column++) {
              assert.ok(!seen.has(toA1(row, column)), `${toA1(row, column)} is merged twice`);
              seen.add(toA1(row, column));
            }
          }
        }
      });

      it('has each cell that is filled in unlocked, each formula of a field locked, and all else locked', () => {
        const sheet = sheetOf(form);
        assert.ok(sheet.isProtected);
        const unlocked = sheet.rows.flatMap(({ cells }) => cells.filter(({ style }) => style.unlocked));
        assert.ok(unlocked.length > 0);
        const { title } = form;
        const words = sheet.rows.flatMap(({ cells }) => cells).filter(({ value }) => value === title);
        assert.ok(words.every(({ style }) => !style.unlocked || title.includes('函')));
      });
    });
  }

  it('carry prompts of the length that spreadsheets show', () => {
    for (const form of forms) {
      const xml = new TextDecoder().decode(
        new OfficePackage(bytesOf(form), nodeCodec).part('xl/worksheets/sheet1.xml'),
      );
      const decoded = (text: string): string =>
        text.replaceAll('&quot;', '"').replaceAll('&#10;', '\n').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
      for (const [name, longest] of [
        ['promptTitle', 32],
        ['prompt', 255],
        ['errorTitle', 32],
        ['error', 225],
      ] as const) {
        for (const [, text = ''] of xml.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))) {
          assert.ok(decoded(text).length <= longest, `${form.id}: ${name} ${text}`);
        }
      }
    }
  });

  it('offer the listed values of a closed list and no other, warn of others in an open one', () => {
    const checks = new Map(
      sheetOf(formOf('yunyang/catalogue')).validations.map(({ range, check }) => [range.left, check]),
    );
    assert.deepEqual([checks.get(7)?.formula, checks.get(7)?.alert], ['"无条件共享,有条件共享,不予共享"', 'stop']);
    assert.equal(checks.get(11)?.alert, 'warning');
    assert.deepEqual([checks.get(8)?.type, checks.get(8)?.alert], ['list', 'none'], 'several ways may be given');
  });

  it('take a number with its unit where the check takes it', () => {
    const { rows, validations } = sheetOf(formOf('fengdu/feasibility'));
    const row = rows.findIndex(({ cells }) => cells.some(({ value }) => String(value).startsWith('CPU数量')));
    assert.ok(row > 0);
    assert.deepEqual(
      validations.filter(({ range, check }) => range.top === row + 1 && range.left === 0 && check),
      [],
    );
  });

  it('quote the notes on how to fill a cell in', () => {
    const prompts = sheetOf(formOf('yunyang/catalogue')).validations.map(({ prompt }) => prompt?.text ?? '');
    assert.ok(prompts.some((text) => text.includes('共享类型：分为无条件共享、有条件共享、不予共享；')));
  });

  it('repeat the headings of a long table, and keep them in view', () => {
    const { page, frozenRows } = sheetOf(formOf('yunyang/catalogue'));
    assert.deepEqual([page?.orientation, page?.header, frozenRows], ['landscape', { first: 2, last: 3 }, 4]);
  });
});

describe('an amount in capitals by text functions', () => {
  it('is what our own writer says, whatever the amount', () => {
    const inWords = (fen: number): string => {
      const digits = Array.from(
        String(fen).padStart(AMOUNT_UNITS.length, '0'),
        (digit, at) => digit + (AMOUNT_UNITS[at] ?? ''),
      );
      const cleaned = AMOUNT_STEPS.reduce((text, [from, to]) => text.replaceAll(from, to), `@${digits.join('')}`);
      return cleaned.replace(/\d/g, (digit) => '零壹贰叁肆伍陆柒捌玖'.charAt(Number(digit)));
    };
    const digit = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 9 }));
    const amount = fc.array(digit, { minLength: 1, maxLength: 14 }).map((digits) => Number(digits.join('')));
    fc.assert(
      fc.property(
        amount.filter((fen) => fen > 0),
        (fen) => inWords(fen) === writeAmountInWords(fen),
      ),
      { numRuns: 3000 },
    );
  });
});

describe('the room that text takes', () => {
  for (const [text, room, lines] of [
    ['', 10, 1],
    ['申请单位', 8, 1],
    ['申请单位', 7, 2],
    ['一\n二', 10, 2],
    ['IP地址 number', 6, 3],
  ] as const) {
    it(`${JSON.stringify(text)} in ${String(room)} halves: ${String(lines)}`, () => {
      assert.equal(linesOf(text, room), lines);
    });
  }

  for (const [label, room, broken] of [
    ['申请单位', 8, '申请单位'],
    ['财政资金（万元）', 12, '财政资金\n（万元）'],
    ['进度计划和年度资金估算', 16, '进度计划和年\n度资金估算'],
    ['区（县）大数据局联系人', 14, '区（县）大数\n据局联系人'],
  ] as const) {
    it(`${label} breaks as people break it`, () => {
      assert.equal(labelLines(label, room), broken);
    });
  }
});

describe('rows on pages', () => {
  const row = (height: number, more: Partial<Fitted> = {}): Fitted => ({
    ...{ height, least: 0, isRoomy: false, keepsWithNext: false, flows: false },
    ...more,
  });
  const roomy = { isRoomy: true };
  const kept = { keepsWithNext: true };
  for (const [title, rows, heights, breaks] of [
    ['rows without boxes stay as they are', [row(20), row(20)], [20, 20], []],
    ['a box takes what is left', [row(20), row(50, roomy)], [20, 80], []],
    ['but grows no more than twofold', [row(10), row(20, roomy)], [10, 40], []],
    ['a box gives way for one page', [row(40), row(80, roomy)], [40, 60], []],
    [
      'a heading goes to the next page with its table, the box above fills this one',
      [row(20), row(50, roomy), row(10, kept), row(40, kept), row(40)],
      [20, 80, 10, 40, 40],
      [2],
    ],
    [
      'where no box is, all rows grow a little',
      [row(40), row(40), row(10, kept), row(40, kept), row(40)],
      [50, 50, 10, 40, 40],
      [2],
    ],
    [
      'a long table is left to run on',
      [row(40), row(10, kept), ...Array.from({ length: 10 }, () => row(20, { flows: true }))],
      [40, 10, ...new Array<number>(10).fill(20)],
      [],
    ],
  ] as const) {
    it(title, () => {
      assert.deepEqual(fitToPages(rows, 100), { heights, breaks });
    });
  }
});
