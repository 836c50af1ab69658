import assert from 'node:assert/strict';
import { HostError, type PlanBasis, type WritePlan } from '../../../src/hosts/host.ts';
import type { ExcelHost } from '../../../src/hosts/excel/excel-host.ts';
import { NOTE_HEADING } from '../../../src/marks/note.ts';
import type { Mark } from '../../../src/marks/plan.ts';
import { MARK_COLOURS } from '../../../src/marks/signature.ts';
import { fromA1 } from '../../../src/sheets/address.ts';
import { GridBuilder, StringTable } from '../../../src/sheets/grid-builder.ts';
import { cellAt, valueAt, type CellValue } from '../../../src/sheets/grid.ts';
import type { Workbook } from '../../../src/sheets/workbook.ts';
import { hostOf } from './host-of.ts';
import { officeJsFor } from './office-js.ts';
import { openStandIn, sheetOf, type OpenedWorkbook, type OpenOptions } from './opened-workbook.ts';
import { PersonAtExcel } from './stand-in/person.ts';
import { cellKey, newId } from './stand-in/sheet.ts';

interface Opened extends OpenedWorkbook {
  readonly host: ExcelHost;
  readonly person: PersonAtExcel;
}

function open(workbook: Workbook, options: OpenOptions = {}): Opened {
  const opened = openStandIn(workbook, options);
  return { ...opened, host: hostOf(opened.client), person: new PersonAtExcel(opened.workbook) };
}

async function basisOf(host: ExcelHost, cells: readonly string[], index = 0): Promise<PlanBasis> {
  const document = await host.read();
  const grid = document?.workbook.sheets[index];
  assert.ok(document && grid);
  const { rowCount, columnCount } = grid;
  const places = cells.map((cell) => {
    const at = fromA1(cell);
    assert.ok(at);
    return { ...at, value: valueAt(grid, at.row, at.column) };
  });
  return { sheetId: document.sheets[index]?.id ?? '', rowCount, columnCount, cells: places };
}

async function writing(
  host: ExcelHost,
  writes: Readonly<Record<string, string | number>>,
  index = 0,
): Promise<WritePlan> {
  const basis = await basisOf(host, Object.keys(writes), index);
  const values = Object.values(writes);
  return {
    sheets: [{ basis, writes: basis.cells.map(({ row, column }, at) => ({ row, column, value: values[at] ?? '' })) }],
  };
}

function mark(cell: string, note: string | null = '不对。'): Mark {
  const at = fromA1(cell);
  assert.ok(at);
  return { ...at, severity: 'error', colour: MARK_COLOURS.error, note };
}

/** One sheet whose column A has cells of these number formats. */
function formatted(cells: readonly (readonly [value: CellValue, format: string])[]): Workbook {
  const builder = new GridBuilder('表1', new StringTable());
  for (const [row, [value, format]] of cells.entries()) builder.addValue(row, 0, value, format);
  return { sheets: [builder.finish()], date1904: false, properties: new Map() };
}

describe('what is written in Excel', () => {
  const texts = [
    ...['007', '1-2', '=1+1', '+5', '2024年1月', '5%', 'TRUE', '1e5', "'abc", '@x', '#N/A', '10:30', '公安局', 'A1'],
    '110101199003070011',
  ];

  it('stays text where it is text, whatever it looks like', async () => {
    const { host } = open(sheetOf([['表头'], ...texts.map((): CellValue[] => ['原'])]));
    const plan = await writing(host, Object.fromEntries(texts.map((text, at) => [`A${String(at + 2)}`, text])));
    const written = await host.write(plan);
    assert.equal(written.status, 'done');
    assert.deepEqual(
      written.sheets[0]?.cells.map(({ after }) => after),
      texts,
    );
    const grid = (await host.read())?.workbook.sheets[0];
    assert.ok(grid);
    assert.deepEqual(
      texts.map((_, at) => valueAt(grid, at + 1, 0)),
      texts,
    );
    assert.equal(grid.formulas.size, 0);
  });

  it('is undone with the number formats, also into texts that look like numbers', async () => {
    const { host, person } = open(
      formatted([
        ['表头', 'General'],
        ['007', 'General'],
        ['008', '@'],
        [45292, 'yyyy-mm-dd'],
        [0.5, '0%'],
        [true, 'General'],
        [{ error: '#N/A' }, 'General'],
        ['#N/A', '@'],
      ]),
    );
    const before = await person.looks();
    const written = await host.write(
      await writing(host, { A2: 7, A3: 8, A4: '2024-01-01', A5: '五成', A6: '是', A7: '', A8: 9 }),
    );
    assert.equal(written.status, 'done');
    const grid = (await host.read())?.workbook.sheets[0];
    assert.ok(grid);
    assert.deepEqual(
      [1, 2, 3].map((row) => valueAt(grid, row, 0)),
      [7, 8, '2024-01-01'],
    );
    assert.deepEqual(await host.undo(written), { restored: 7, kept: [] });
    assert.equal(await person.looks(), before);
  });

  it('leaves nothing of a plan behind where Excel refuses it in the middle', async () => {
    const builder = ['表1', '表2'].map((name) => sheetOf([['头'], ['原'], ['原']], name).sheets[0]);
    const sheets = builder.filter((grid) => grid !== undefined);
    const { host, workbook, person } = open({ sheets, date1904: false, properties: new Map() });
    const first = await writing(host, { A2: '新', A3: '003' });
    const second = await writing(host, { A2: '新' }, 1);
    const before = await person.looks();
    let hasFailed = false;
    workbook.beforeRequest = () => {
      const [one, other] = workbook.document.sheets;
      // Somebody protects the second sheet just before the plan is carried out, which the first sheet's cells show.
      if (other) other.isProtected = workbook.counts.syncs - start >= 4 && !hasFailed;
      hasFailed ||= other?.isProtected === true && one?.cell(1, 0).value === '新';
    };
    const start = workbook.counts.syncs;
    await assert.rejects(
      host.write({ sheets: [...first.sheets, ...second.sheets] }),
      (error) => error instanceof HostError && error.code === 'read-only',
    );
    workbook.beforeRequest = () => undefined;
    for (const sheet of workbook.document.sheets) sheet.isProtected = false;
    assert.equal(await person.looks(), before);
  });
});

describe('what is read in Excel', () => {
  it('tells texts that read like errors from errors', async () => {
    const rows: CellValue[][] = [['#N/A', { error: '#N/A' }, '#无', { error: '#DIV/0!' }]];
    const { host } = open(sheetOf(rows));
    const grid = (await host.read())?.workbook.sheets[0];
    assert.ok(grid);
    assert.deepEqual(
      [0, 1, 2, 3].map((column) => valueAt(grid, 0, column)),
      rows[0],
    );
  });

  it('names hidden rows and columns among the values', async () => {
    const { host, workbook } = open(
      sheetOf([
        [null, null, null],
        [null, 1, 2],
        [null, 3, 4],
        [null, 5, 6],
      ]),
    );
    const sheet = workbook.document.firstSheet();
    sheet.hiddenRows = new Set([2]);
    sheet.hiddenColumns = new Set([1]);
    const grid = (await host.read())?.workbook.sheets[0];
    assert.deepEqual([grid?.hiddenRows, grid?.hiddenColumns], [[2], [1]]);
  });

  it('has each cell’s number format, and formulas beside texts that only begin with =', async () => {
    const { host } = open(
      formatted([
        [45292, 'yyyy-mm-dd'],
        ['=A1', '@'],
        ['007', '@'],
      ]),
    );
    const grid = (await host.read())?.workbook.sheets[0];
    assert.ok(grid);
    assert.deepEqual(cellAt(grid, 0, 0), { value: 45292, format: 'yyyy-mm-dd' });
    assert.deepEqual(cellAt(grid, 1, 0), { value: '=A1', format: '@' });
    assert.deepEqual(cellAt(grid, 2, 0), { value: '007', format: '@' });
  });

  it('is all there where the first answer is more than Excel gives at once', async () => {
    const text = '很长的说明'.repeat(120);
    const { host, workbook } = open(sheetOf(Array.from({ length: 3000 }, (_, row) => [row, `${text}${String(row)}`])));
    const sheet = workbook.document.firstSheet();
    const merge = { top: 0, left: 3, bottom: 1, right: 4 };
    sheet.merges = [merge];
    sheet.hiddenRows = new Set([2999]);
    const grid = (await host.read())?.workbook.sheets[0];
    assert.ok(grid);
    assert.deepEqual([grid.rowCount, grid.merges, grid.hiddenRows], [3000, [merge], [2999]]);
    for (let row = 0; row < 3000; row++) assert.equal(valueAt(grid, row, 1), `${text}${String(row)}`);
    assert.ok(workbook.counts.syncs <= 12, String(workbook.counts.syncs));
  });

  it('counts dates from 1900 where no text shows otherwise, which costs no further round trips', async () => {
    const { host, workbook } = open(formatted([[43830, 'yyyy-mm-dd']]));
    assert.equal((await host.read())?.workbook.date1904, false);
    assert.ok(workbook.counts.syncs <= 5, String(workbook.counts.syncs));
  });

  it('is an empty grid where a sheet is empty', async () => {
    const { host } = open(sheetOf([]));
    const grid = (await host.read())?.workbook.sheets[0];
    assert.deepEqual([grid?.rowCount, grid?.columnCount], [0, 0]);
  });
});

describe('marks in Excel', () => {
  const ROWS: CellValue[][] = [
    ['部门', '名称'],
    ['公安局', '人口库'],
    ['教育局', '学籍'],
  ];

  for (const excelApi of ['1.14', '1.21']) {
    it(`are taken away by another person in a later sitting, ExcelApi ${excelApi}`, async () => {
      const opened = open(sheetOf(ROWS), { excelApi });
      const before = await opened.person.looks();
      const basis = await basisOf(opened.host, ['A1']);
      await opened.host.mark({ sheets: [{ basis, marks: [mark('A2'), mark('B3'), mark('B2', null)] }] });
      const later = hostOf(officeJsFor(opened.workbook));
      assert.equal(await later.hasMarks(), true);
      assert.equal(await later.clearMarks(), 3);
      assert.equal(await opened.person.looks(), before);
    });

    it(`are many, in a bounded number of requests, ExcelApi ${excelApi}`, async function () {
      this.timeout(60_000);
      const { host, workbook } = open(sheetOf(Array.from({ length: 4_001 }, (_, row) => [row, 'x', 'y'])), {
        excelApi,
      });
      const basis = await basisOf(host, ['A1']);
      const marks = Array.from({ length: 4_000 }, (_, at) => {
        const cell = `${at % 2 === 0 ? 'A' : 'C'}${String(at + 2)}`;
        return mark(cell, at < 400 ? '不对。' : null);
      });
      workbook.resetCounts();
      assert.deepEqual(await host.mark({ sheets: [{ basis, marks }] }), {
        status: 'done',
        marked: 4_000,
        withoutNote: 0,
      });
      assert.ok(workbook.counts.syncs <= 8, String(workbook.counts.syncs));
      workbook.resetCounts();
      assert.equal(await host.clearMarks(), 4_000);
      assert.ok(workbook.counts.syncs <= 8, String(workbook.counts.syncs));
    });
  }

  it('on every sheet are replaced, those of sheets without new ones too', async () => {
    const sheets = ['表1', '表2'].flatMap((name) => sheetOf(ROWS, name).sheets);
    const { host, person } = open({ sheets, date1904: false, properties: new Map() }, { excelApi: '1.21' });
    const before = await person.looks();
    const plans = [await basisOf(host, ['A1']), await basisOf(host, ['A1'], 1)];
    await host.mark({ sheets: plans.map((basis) => ({ basis, marks: [mark('A2')] })) });
    const [first] = plans;
    assert.ok(first);
    await host.mark({ sheets: [{ basis: first, marks: [mark('B2')] }] });
    assert.equal(await host.clearMarks(), 1);
    assert.equal(await person.looks(), before);
  });

  for (const excelApi of ['1.14', '1.21']) {
    it(`stand in somebody’s thread of comments as a reply, and go from it alone, ExcelApi ${excelApi}`, async () => {
      const { host, workbook, person } = open(sheetOf(ROWS), { excelApi });
      const sheet = workbook.document.firstSheet();
      sheet.comments = new Map([[cellKey(1, 0), { id: newId(), author: '王五', content: '请说明' }]]);
      const before = await person.looks();
      const basis = await basisOf(host, ['A1']);
      const plan = { sheets: [{ basis, marks: [mark('A2'), mark('B2')] }] };
      await host.mark(plan);
      assert.deepEqual(await host.mark(plan), { status: 'done', marked: 2, withoutNote: 0 });
      const replies = sheet.comments.get(cellKey(1, 0))?.replies ?? [];
      assert.deepEqual(
        replies.map(({ content }) => content),
        [`${NOTE_HEADING}\n不对。`],
      );
      assert.equal(await host.clearMarks(), 2);
      assert.equal((await person.looks()).replace(/,\s*"replies":\s*\[\]/, ''), before);
    });
  }

  describe('by comments of an older Excel, opened in a newer one with notes', () => {
    async function markedByAnOlderOne(): Promise<Opened & { readonly before: string }> {
      const opened = open(sheetOf(ROWS), { excelApi: '1.21' });
      const before = await opened.person.looks();
      const older = hostOf(officeJsFor(opened.workbook, { withoutNotes: true }));
      const basis = await basisOf(older, ['A1']);
      await older.mark({ sheets: [{ basis, marks: [mark('A2'), mark('B3')] }] });
      assert.equal(opened.workbook.document.firstSheet().comments.size, 2);
      const newer = officeJsFor(opened.workbook);
      return { ...opened, client: newer, host: hostOf(newer), before };
    }

    it('are taken away', async () => {
      const { host, person, before } = await markedByAnOlderOne();
      assert.equal(await host.hasMarks(), true);
      assert.equal(await host.clearMarks(), 2);
      assert.equal(await person.looks(), before);
      assert.equal(await host.hasMarks(), false);
    });

    it('are replaced by notes', async () => {
      const { host, workbook, person, before } = await markedByAnOlderOne();
      const basis = await basisOf(host, ['A1']);
      const plan = { sheets: [{ basis, marks: [mark('A2', '别的。'), mark('B2')] }] };
      assert.deepEqual(await host.mark(plan), { status: 'done', marked: 2, withoutNote: 0 });
      const { notes, comments } = workbook.document.firstSheet();
      assert.deepEqual([comments.size, [...notes.keys()]], [0, [cellKey(1, 0), cellKey(1, 1)]]);
      assert.equal(await host.clearMarks(), 2);
      assert.equal(await person.looks(), before);
    });
  });

  it('leave a thread of ours in which somebody has answered to those who talk there', async () => {
    const { host, workbook } = open(sheetOf(ROWS));
    const sheet = workbook.document.firstSheet();
    const basis = await basisOf(host, ['A1']);
    await host.mark({ sheets: [{ basis, marks: [mark('A2')] }] });
    const comment = sheet.comments.get(cellKey(1, 0));
    assert.ok(comment);
    sheet.comments = new Map([
      [cellKey(1, 0), { ...comment, replies: [{ id: newId(), author: '王五', content: '已改' }] }],
    ]);
    await host.clearMarks();
    assert.deepEqual(
      sheet.comments.get(cellKey(1, 0))?.replies?.map(({ content }) => content),
      ['已改'],
    );
    assert.equal(await host.hasMarks(), false);
  });

  it('have no comment where a cell has a note that Excel does not tell of, and say of how many', async () => {
    const rows = Array.from({ length: 60 }, (_, row): CellValue[] => [row]);
    const { host, workbook, person } = open(sheetOf(rows));
    const sheet = workbook.document.firstSheet();
    const noted = [3, 17, 18, 40];
    sheet.notes = new Map(noted.map((row) => [cellKey(row, 0), { author: '张三', content: '旧', visible: false }]));
    const before = await person.looks();
    const basis = await basisOf(host, ['A1']);
    const marks = rows.map((_, row) => mark(`A${String(row + 1)}`));
    assert.deepEqual(await host.mark({ sheets: [{ basis, marks }] }), { status: 'done', marked: 60, withoutNote: 4 });
    assert.equal(sheet.comments.size, 56);
    assert.equal(await host.clearMarks(), 60);
    assert.equal(await person.looks(), before);
  });
});
