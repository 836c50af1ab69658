import assert from 'node:assert/strict';
import { HostError, type Edit, type HostErrorCode, type MarkPlan, type WritePlan } from '../../../src/hosts/host.ts';
import type { ExcelHost } from '../../../src/hosts/excel/excel-host.ts';
import { MARK_COLOURS } from '../../../src/marks/signature.ts';
import { fromA1 } from '../../../src/sheets/address.ts';
import { valueAt, type CellValue } from '../../../src/sheets/grid.ts';
import { blankForm } from './blank-form.ts';
import { openContractWorkbook } from './contract-stand-in.ts';
import { hostOf } from './host-of.ts';
import { openStandIn, sheetOf, type OpenedWorkbook, type OpenOptions } from './opened-workbook.ts';
import { PersonAtExcel } from './stand-in/person.ts';
import type { RefusalCode } from './stand-in/refusal.ts';
import { StandInSheet } from './stand-in/sheet.ts';

interface Opened extends OpenedWorkbook {
  readonly host: ExcelHost;
  readonly person: PersonAtExcel;
}

function open(options: OpenOptions = {}): Opened {
  const opened = openContractWorkbook(options);
  return { ...opened, host: hostOf(opened.client), person: new PersonAtExcel(opened.workbook) };
}

async function planned(host: ExcelHost, cells: readonly string[]): Promise<{ write: WritePlan; mark: MarkPlan }> {
  const document = await host.read();
  const [grid] = document?.workbook.sheets ?? [];
  assert.ok(document && grid);
  const { rowCount, columnCount } = grid;
  const places = cells.map((cell) => {
    const at = fromA1(cell);
    assert.ok(at);
    return { ...at, value: valueAt(grid, at.row, at.column) };
  });
  const basis = { sheetId: document.sheets[0]?.id ?? '', rowCount, columnCount, cells: places };
  const writes = places.map(({ row, column }) => ({ row, column, value: '新' }));
  const marks = places.map(({ row, column }) => {
    return { row, column, severity: 'error' as const, colour: MARK_COLOURS.error, note: '不对。' };
  });
  return { write: { sheets: [{ basis, writes }] }, mark: { sheets: [{ basis, marks }] } };
}

async function failure(act: () => Promise<unknown>): Promise<HostErrorCode | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof HostError, String(error));
    return error.code;
  }
}

function values({ workbook }: OpenedWorkbook, ...cells: readonly string[]): CellValue[] {
  const sheet = workbook.document.firstSheet();
  return cells.map((cell) => {
    const at = fromA1(cell);
    assert.ok(at);
    return sheet.cell(at.row, at.column).value;
  });
}

describe('Excel, where things go wrong', () => {
  describe('a protected sheet', () => {
    it('is neither written to nor marked, and says so', async () => {
      const opened = open();
      const { host, workbook, person } = opened;
      const { write, mark } = await planned(host, ['A2', 'B2']);
      workbook.document.firstSheet().isProtected = true;
      const before = await person.looks();
      assert.equal(await failure(() => host.write(write)), 'protected');
      assert.equal(await failure(() => host.mark(mark)), 'protected');
      assert.equal(await person.looks(), before);
      assert.deepEqual((await host.read())?.workbook.sheets.length, 2);
    });

    it('takes what goes into its unlocked cells, and names the others', async () => {
      const opened = open();
      const { host, workbook } = opened;
      const sheet = workbook.document.firstSheet();
      const cell = sheet.cell(1, 0);
      sheet.put(1, 0, { ...cell, style: { ...cell.style, locked: false } });
      sheet.isProtected = true;
      const { write } = await planned(host, ['A2', 'B2']);
      const written = await host.write(write);
      assert.equal(written.status, 'done');
      assert.deepEqual(written.skipped, [{ sheet: '目录', cell: 'B2' }]);
      assert.deepEqual(values(opened, 'A2', 'B2'), ['新', '人口库']);
    });

    it('is not put back by an undo either, and says so; what is unlocked is', async () => {
      const opened = open();
      const { host, workbook } = opened;
      const sheet = workbook.document.firstSheet();
      const written = await host.write((await planned(host, ['A2', 'B2'])).write);
      assert.equal(written.status, 'done');
      sheet.isProtected = true;
      assert.equal(await failure(() => host.undo(written)), 'protected');
      const cell = sheet.cell(1, 0);
      sheet.put(1, 0, { ...cell, style: { ...cell.style, locked: false } });
      assert.deepEqual(await host.undo(written), { restored: 1, kept: [{ sheet: '目录', cell: 'B2' }] });
      assert.deepEqual(values(opened, 'A2', 'B2'), ['公安局', '新']);
    });

    it('is marked where its protection lets cells be formatted; its notes stay as they are', async () => {
      const { host, workbook } = open({ excelApi: '1.21' });
      const sheet = workbook.document.firstSheet();
      const { notes } = sheet;
      const { mark } = await planned(host, ['A2', 'B2']);
      sheet.isProtected = true;
      sheet.protectionOptions = { allowFormatCells: true };
      assert.deepEqual(await host.mark(mark), { status: 'done', marked: 2, withoutNote: 2 });
      assert.equal(sheet.notes, notes);
      assert.equal(await host.clearMarks(), 2);
    });
  });

  it('while somebody types in a cell nothing is done, and it can be tried again', async () => {
    const opened = open();
    const { host, workbook } = opened;
    const { write } = await planned(host, ['A2']);
    workbook.beginCellEdit();
    for (const act of [() => host.read(), () => host.write(write), () => host.clearMarks(), () => host.listSheets()]) {
      assert.equal(await failure(act), 'busy');
    }
    workbook.endCellEdit();
    assert.equal((await host.write(write)).status, 'done');
    assert.deepEqual(values(opened, 'A2'), ['新']);
  });

  describe('a sheet that is deleted', () => {
    it('before a plan is carried out: the document is another one', async () => {
      const { host, person } = open();
      const { write, mark } = await planned(host, ['A2']);
      const sheetId = write.sheets[0]?.basis.sheetId ?? '';
      // The other one is hidden, and the last visible sheet stays.
      await host.reveal((await host.listSheets())[1]?.id ?? '', { row: 0, column: 0 });
      await person.deleteSheet('目录');
      assert.deepEqual(await host.write(write), { status: 'changed', cells: [] });
      assert.deepEqual(await host.mark(mark), { status: 'changed', cells: [] });
      assert.equal(await host.readCells(sheetId, [{ row: 0, column: 0 }]), null);
      assert.equal(await host.reveal(sheetId, { row: 0, column: 0 }), false);
    });

    it('while a plan is carried out: nothing breaks', async () => {
      for (const step of [1, 2, 3, 4]) {
        const { host, workbook, person } = open();
        const { write } = await planned(host, ['A2']);
        await host.reveal((await host.listSheets())[1]?.id ?? '', { row: 0, column: 0 });
        workbook.resetCounts();
        workbook.beforeRequest = (earlier) => {
          if (earlier === step) void person.deleteSheet('目录');
        };
        assert.ok(
          ['gone', undefined].includes(await failure(() => host.write(write))),
          `before request ${String(step)}`,
        );
        workbook.beforeRequest = () => undefined;
        assert.deepEqual(
          (await host.listSheets()).map(({ name }) => name),
          ['说明'],
        );
      }
    });
  });

  it('rows that a filter hides are written like others', async () => {
    const opened = openStandIn(sheetOf([['部门'], ['一'], ['二'], ['三']]));
    const host = hostOf(opened.client);
    const { write } = await planned(host, ['A2', 'A3', 'A4']);
    opened.workbook.document.firstSheet().filtered.add(2);
    assert.equal((await host.write(write)).status, 'done');
    assert.deepEqual(values(opened, 'A2', 'A3', 'A4'), ['新', '新', '新']);
  });

  it('rows that a filter hides are put back like others', async () => {
    const opened = openStandIn(sheetOf([['部门'], ['一'], ['二'], ['三']]));
    const host = hostOf(opened.client);
    const written = await host.write((await planned(host, ['A2', 'A3', 'A4'])).write);
    assert.equal(written.status, 'done');
    opened.workbook.document.firstSheet().filtered.add(2);
    assert.deepEqual(await host.undo(written), { restored: 3, kept: [] });
    assert.deepEqual(values(opened, 'A2', 'A3', 'A4'), ['一', '二', '三']);
  });

  it('what Excel has made of a text is put back too where the rest of a plan is refused', async () => {
    const sheets = ['表1', '表2'].flatMap((name) => sheetOf([['部门'], ['一']], name).sheets);
    const opened = openStandIn({ sheets, date1904: false, properties: new Map() });
    const host = hostOf(opened.client);
    const { write } = await planned(host, ['A2']);
    const [first] = write.sheets;
    const otherId = (await host.listSheets())[1]?.id;
    assert.ok(first && otherId !== undefined);
    // Longer than any number that people write, and a number all the same.
    const digits = { ...first, writes: [{ row: 1, column: 0, value: '1'.repeat(70) }] };
    const second = { ...first, basis: { ...first.basis, sheetId: otherId } };
    opened.workbook.resetCounts();
    const requests: number[] = [];
    opened.workbook.beforeRequest = (earlier) => {
      requests.push(earlier);
      const other = opened.workbook.document.sheets[1];
      if (other) other.isProtected = earlier >= 3;
    };
    assert.equal(await failure(() => host.write({ sheets: [digits, second] })), 'read-only');
    assert.deepEqual(values(opened, 'A2'), ['一']);
    assert.ok(requests.length > 4, 'what was written is looked at again');
  });

  describe('two people in one workbook', () => {
    it('what the other one changes meanwhile is left alone', async () => {
      const opened = open();
      const { host, workbook } = opened;
      const other = new PersonAtExcel(workbook, 'other');
      const { write, mark } = await planned(host, ['A2', 'B2']);
      await other.type('B2', '法人库');
      const changed = { status: 'changed', cells: [{ sheet: '目录', cell: 'B2' }] };
      assert.deepEqual(await host.write(write), changed);
      assert.deepEqual(await host.mark(mark), changed);
      assert.deepEqual(values(opened, 'A2', 'B2'), ['公安局', '法人库']);
    });

    it('rows that the other one inserts make it another document, and are told as a change of layout', async () => {
      const { host, workbook } = open();
      const edits: Edit[] = [];
      await host.onEdit((edit) => edits.push(edit));
      const { write } = await planned(host, ['A2']);
      await new PersonAtExcel(workbook, 'other').insertRows(2, 1);
      assert.equal((await host.write(write)).status, 'changed');
      assert.deepEqual(
        edits.map(({ cells, ours }) => [cells, ours]),
        [[null, false]],
      );
    });

    // Between the last look and the writing itself Excel offers no way to hold others off.
    it('a row that the other one inserts while the plan is looked over again makes it another document', async () => {
      for (const step of [1, 2, 3]) {
        const opened = open();
        const { host, workbook } = opened;
        const { write } = await planned(host, ['A2']);
        const other = new PersonAtExcel(workbook, 'other');
        workbook.resetCounts();
        workbook.beforeRequest = (earlier) => {
          if (earlier === step) void other.insertRows(2, 1);
        };
        assert.equal((await host.write(write)).status, 'changed', `before request ${String(step)}`);
        assert.deepEqual(values(opened, 'A2', 'A3'), [null, '公安局']);
      }
    });
  });

  it('a sheet down to the last of a million rows is read in blocks that Excel gives', async () => {
    const sheet = new StandInSheet('长');
    const opened = openStandIn(sheetOf([['部门']]));
    sheet.put(0, 0, { ...sheet.cell(0, 0), value: '部门' });
    sheet.put(1_048_575, 0, { ...sheet.cell(0, 0), value: '最后' });
    opened.workbook.document.addSheet(sheet, 1, 'person');
    opened.workbook.resetCounts();
    const document = await hostOf(opened.client).read();
    const grid = document?.workbook.sheets[1];
    assert.ok(grid);
    assert.deepEqual([grid.rowCount, valueAt(grid, 1_048_575, 0)], [1_048_576, '最后']);
    assert.ok(opened.workbook.counts.syncs <= 25, String(opened.workbook.counts.syncs));
    assert.ok(opened.workbook.counts.largestResponse <= 5_000_000);
  });

  it('chart sheets are left out', async () => {
    const { host, workbook } = open();
    const { document } = workbook;
    document.addSheet(new StandInSheet('图', 'visible', true), 1, 'person');
    const read = await host.read();
    assert.deepEqual(
      read?.sheets.map(({ name }) => name),
      ['目录', '说明'],
    );
    const { mark } = await planned(host, ['B2']);
    assert.equal((await host.mark(mark)).status, 'done');
    assert.equal(await host.clearMarks(), 1);
  });

  it('very hidden sheets are read, and shown when they are asked for', async () => {
    const { host, workbook } = open();
    const hidden = workbook.document.sheets[1];
    assert.ok(hidden);
    hidden.visibility = 'veryHidden';
    const [, sheet] = await host.listSheets();
    assert.equal(sheet?.visibility, 'veryHidden');
    assert.equal(await host.reveal(sheet.id, { row: 0, column: 0 }), true);
    assert.deepEqual([hidden.visibility, workbook.document.active], ['visible', hidden]);
  });

  it('without a workbook each thing fails with a code, none in another way', async () => {
    const { host, workbook } = open();
    workbook.isOpen = false;
    const acts = [
      () => host.read(),
      () => host.listSheets(),
      () => host.hasMarks(),
      () => host.readDocumentData('urn:t'),
    ];
    for (const act of acts) assert.equal(await failure(act), 'failed');
  });

  it('a copy of office.js that is older than notes marks by comments', async () => {
    const { host } = open({ excelApi: '1.21', withoutNotes: true });
    const { mark } = await planned(host, ['B2']);
    assert.deepEqual(await host.mark(mark), { status: 'done', marked: 1, withoutNote: 0 });
    assert.equal(await host.clearMarks(), 1);
  });

  it('a blank form comes behind the other sheets; where they take none, into a workbook of its own', async () => {
    const { host, workbook } = open();
    await host.openForm('any');
    assert.deepEqual(
      workbook.document.sheets.map(({ name }) => name),
      ['目录', '说明', '目录 (2)', '说明 (2)'],
    );
    assert.equal(workbook.document.active.name, '目录 (2)');
    workbook.failures.push('UnsupportedFeature');
    await host.openForm('any');
    assert.deepEqual(workbook.opened, [blankForm()]);
  });

  it('a blank form whose sheets are there and do not come to the front is no reason for a second workbook', async () => {
    for (const code of ['GeneralException', 'UnsupportedSheet'] as const) {
      const { host, workbook } = open();
      workbook.resetCounts();
      workbook.beforeRequest = (earlier) => {
        if (earlier === 1) workbook.failures.push(code);
      };
      await host.openForm('any');
      assert.deepEqual([workbook.document.sheets.length, workbook.opened], [4, []]);
    }
  });

  it('merged blocks are read also where Excel tells no more than 512 at once', async () => {
    const opened = openStandIn(sheetOf(Array.from({ length: 1300 }, () => ['一', '二'])));
    const merges = Array.from({ length: 650 }, (_, at) => ({ top: 2 * at, bottom: 2 * at + 1, left: 0, right: 0 }));
    opened.workbook.document.firstSheet().merges = merges;
    const document = await hostOf(opened.client).read();
    assert.deepEqual(document?.workbook.sheets[0]?.merges, merges);
  });

  it('merged blocks below the last value are read there too', async () => {
    const opened = openStandIn(sheetOf([['一', '二']]));
    const merges = Array.from({ length: 650 }, (_, at) => ({ top: 2 * at, bottom: 2 * at + 1, left: 3, right: 4 }));
    opened.workbook.document.firstSheet().merges = merges;
    const document = await hostOf(opened.client).read();
    assert.deepEqual(document?.workbook.sheets[0]?.merges, merges);
  });

  it('where rows have more merged blocks than Excel tells of, nothing is done as if there were none', async () => {
    const opened = openStandIn(sheetOf([['部门'], ['一']]));
    const host = hostOf(opened.client);
    const { write, mark } = await planned(host, ['A2']);
    opened.workbook.document.firstSheet().merges = Array.from({ length: 600 }, (_, at) => {
      return { top: 0, bottom: 0, left: 2 * at + 2, right: 2 * at + 3 };
    });
    const person = new PersonAtExcel(opened.workbook);
    const before = await person.looks();
    for (const act of [() => host.read(), () => host.write(write), () => host.mark(mark)]) {
      assert.equal(await failure(act), 'too-large');
    }
    assert.equal(await person.looks(), before);
  });

  describe('what Excel answers means', () => {
    const meanings: readonly (readonly [RefusalCode, HostErrorCode])[] = [
      ['AccessDenied', 'read-only'],
      ['InvalidOperationInCellEditMode', 'busy'],
      ['ItemNotFound', 'gone'],
      ['InvalidReference', 'gone'],
      ['InactiveWorkbook', 'inactive'],
      ['NotImplemented', 'unsupported'],
      ['ApiNotFound', 'unsupported'],
      ['RequestPayloadSizeLimitExceeded', 'too-large'],
      ['GeneralException', 'failed'],
    ];
    for (const [code, meaning] of meanings) {
      it(`${code}: ${meaning}`, async () => {
        const { host, workbook } = open();
        workbook.failures.push(code, code);
        assert.equal(await failure(() => host.listSheets()), meaning);
      });
    }
  });
});
