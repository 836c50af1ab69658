import assert from 'node:assert/strict';
import type { Edit, Host, PlanBasis, WritePlan } from '../../../src/hosts/host.ts';
import { detectWps } from '../../../src/hosts/wps/jsapi.ts';
import { addressGroups } from '../../../src/hosts/wps/wps-ranges.ts';
import { WpsHost } from '../../../src/hosts/wps/wps-host.ts';
import { MARK_COLOURS } from '../../../src/marks/signature.ts';
import { fromA1, type Address } from '../../../src/sheets/address.ts';
import { cellAt, type CellValue } from '../../../src/sheets/grid.ts';
import { ManualTimers } from './manual-timers.ts';
import { BookModel, SheetModel } from './stand-in/model.ts';
import { UOS, WINDOWS_12, type Profile } from './stand-in/profile.ts';
import { StandInWps } from './stand-in/stand-in-wps.ts';

interface Setting {
  readonly wps: StandInWps;
  readonly host: WpsHost;
  readonly book: BookModel;
  readonly sheet: SheetModel;
  readonly timers: ManualTimers;
}

function setting(
  profile: Profile = WINDOWS_12,
  rows: CellValue[][] = [
    ['部门', '数量'],
    ['甲', 1],
    ['乙', 2],
  ],
): Setting {
  const book = new BookModel('表.xlsx');
  const sheet = new SheetModel(book, '表一', 'Sheet1');
  book.sheets.push(sheet);
  sheet.rows.push(...rows);
  const wps = new StandInWps(profile, book);
  const timers = new ManualTimers();
  const blankForm = (): Promise<{ data: string; name: string }> =>
    Promise.resolve({ data: btoa('PK\x03\x04\xff表'.slice(0, 5)), name: '电脑采购.xlsx' });
  const host = WpsHost.start(wps.globals, { timers, blankForm });
  assert.ok(host);
  return { wps, host, book, sheet, timers };
}

function at(cell: string): Address {
  const address = fromA1(cell);
  assert.ok(address);
  return address;
}

async function basis(
  host: Host,
  cells: readonly (readonly [cell: string, value: CellValue])[] = [],
): Promise<PlanBasis> {
  const document = await host.read();
  const [grid] = document?.workbook.sheets ?? [];
  assert.ok(document && grid);
  return {
    sheetId: document.sheets[0]?.id ?? '',
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    cells: cells.map(([cell, value]) => ({ ...at(cell), value })),
  };
}

async function writing(
  host: Host,
  ...writes: readonly (readonly [cell: string, value: string | number])[]
): Promise<WritePlan> {
  return { sheets: [{ basis: await basis(host), writes: writes.map(([cell, value]) => ({ ...at(cell), value })) }] };
}

async function listening(host: Host): Promise<{ edits: Edit[]; stop: () => void }> {
  const edits: Edit[] = [];
  return { edits, stop: await host.onEdit((edit) => edits.push(edit)) };
}

const errorMark = (cell: string, note: string | null) =>
  ({ ...at(cell), severity: 'error', colour: MARK_COLOURS.error, note }) as const;

describe('the host in WPS (a stand-in)', () => {
  describe('telling where it is', () => {
    it('is nowhere without WPS Spreadsheets', () => {
      assert.equal(detectWps({}), undefined);
      assert.equal(detectWps({ Application: { Documents: {} }, wps: {} }), undefined);
      assert.equal(WpsHost.start({ Application: null, wps: 1 }), null);
    });

    it('finds the program that old hosts have behind a function', () => {
      const { wps } = setting(UOS);
      assert.ok(detectWps({ wps: wps.globals.wps }));
      assert.ok(detectWps({ wps: { EtApplication: () => wps.globals.Application } }));
      assert.ok(detectWps({ wps: { EtApplication: wps.globals.Application } }));
    });

    it('takes functions where it knows properties', async () => {
      const functions = [
        'Application.ActiveWorkbook',
        'Worksheets.Count',
        'Sheets.Count',
        'Worksheet.Name',
        'Range.Row',
      ];
      const { host } = setting({ ...WINDOWS_12, asFunctions: functions });
      assert.deepEqual(
        (await host.listSheets()).map(({ name }) => name),
        ['表一'],
      );
      assert.equal((await host.read())?.workbook.sheets[0]?.rowCount, 3);
    });
  });

  it('says what it can do also while WPS answers nothing, and asks again', () => {
    const { wps } = setting({ ...WINDOWS_12, without: ['Range.AddComment'] });
    const { Application: application } = wps.globals;
    let refuses = true;
    const hiccuping = new Proxy(application, {
      get: (target, name): unknown => {
        if (refuses && name === 'ActiveWorkbook') throw new Error('RPC');
        return Reflect.get(target, name);
      },
    });
    const host = WpsHost.start({ Application: hiccuping });
    assert.deepEqual([host?.capabilities.colours, host?.capabilities.notes], [true, true]);
    refuses = false;
    assert.deepEqual([host?.capabilities.colours, host?.capabilities.notes], [true, false]);
  });

  describe('reading', () => {
    it('reads errors, truth values, hidden rows and columns, an empty sheet', async () => {
      const { host, book, sheet } = setting(UOS, [
        ['甲', true, { error: '#N/A' }],
        [],
        ['乙', null, { error: '#REF!' }],
      ]);
      sheet.hiddenRows.add(1);
      sheet.hiddenColumns.add(1);
      book.sheets.push(new SheetModel(book, '空', ''));
      const [grid, empty] = (await host.read())?.workbook.sheets ?? [];
      assert.ok(grid && empty);
      assert.deepEqual(cellAt(grid, 0, 1).value, true);
      assert.deepEqual(cellAt(grid, 0, 2).value, { error: '#N/A' });
      assert.deepEqual(cellAt(grid, 2, 2).value, { error: '#REF!' });
      assert.deepEqual([grid.hiddenRows, grid.hiddenColumns], [[1], [1]]);
      assert.deepEqual([empty.rowCount, empty.columnCount], [0, 0]);
    });

    it('says what the file is called, without the ending', async () => {
      const { wps, host, book } = setting();
      assert.equal((await host.read())?.name, '表');
      book.name = '2026.3 报送.et';
      assert.equal((await host.read())?.name, '2026.3 报送');
      wps.newBook().name = '2026.3 报送1';
      assert.equal((await host.read())?.name, '2026.3 报送1');
    });

    it('finds merged blocks of headings and of data, whatever lies beside them', async () => {
      for (const profile of [WINDOWS_12, UOS]) {
        const rows = Array.from({ length: 400 }, (_, row): CellValue[] => [
          row % 20 === 0 ? `部门${String(row)}` : null,
          row,
          null,
        ]);
        const { host, sheet } = setting(profile, [['标题', null, null], ...rows]);
        sheet.merges = [{ top: 0, left: 0, bottom: 0, right: 2 }];
        for (let top = 1; top < 400; top += 20) sheet.merges.push({ top, left: 0, bottom: top + 19, right: 0 });
        const [grid] = (await host.read())?.workbook.sheets ?? [];
        assert.deepEqual(grid?.merges, sheet.merges);
      }
    });

    it('reads number formats that change from row to row', async () => {
      const { host, sheet } = setting(
        UOS,
        Array.from({ length: 40 }, (_, row): CellValue[] => [45_000 + row]),
      );
      for (let row = 0; row < 40; row += 2) sheet.setExtra(row, 0, { format: 'yyyy/m/d' });
      const [grid] = (await host.read())?.workbook.sheets ?? [];
      assert.ok(grid);
      assert.deepEqual(
        [4, 5].map((row) => cellAt(grid, row, 0).format),
        ['yyyy/m/d', 'General'],
      );
    });

    it('takes a text that begins with = for a text', async () => {
      const { host, sheet } = setting(WINDOWS_12, [['=见附件'], [1]]);
      sheet.setExtra(1, 0, { formula: 'SUM(B1:B2)' });
      const [grid] = (await host.read())?.workbook.sheets ?? [];
      assert.ok(grid);
      assert.equal(cellAt(grid, 0, 0).formula, undefined);
      assert.equal(cellAt(grid, 1, 0).formula, 'SUM(B1:B2)');
    });

    it('never takes for empty what the bridge lost', async () => {
      const { host, wps } = setting();
      wps.mostAtOnce = 1;
      await assert.rejects(host.read(), { name: 'HostError' });
    });
  });

  describe('marking', () => {
    it('keeps conditional formats of others, and finds its own in a later sitting', async () => {
      const { wps, host, sheet } = setting();
      const theirs = {
        type: 8,
        formula: '',
        colour: 1,
        ranges: [{ top: 0, left: 0, bottom: 9, right: 3 }],
        stopIfTrue: true,
      };
      sheet.conditions.push(theirs);
      await host.mark({ sheets: [{ basis: await basis(host), marks: [errorMark('B2', '不对。')] }] });
      assert.equal(sheet.conditions[0]?.colour, 0xcec7ff);
      const later = WpsHost.start(wps.globals);
      assert.equal(await later?.hasMarks(), true);
      assert.equal(await later?.clearMarks(), 1);
      assert.deepEqual([sheet.conditions, sheet.comments], [[theirs], []]);
    });

    it('colours where there are no comments, and the other way round', async () => {
      const noComments = setting({ ...WINDOWS_12, without: ['Range.AddComment'] });
      const plan = { sheets: [{ basis: await basis(noComments.host), marks: [errorMark('B2', '不对。')] }] };
      assert.equal(noComments.host.capabilities.notes, false);
      assert.deepEqual(await noComments.host.mark(plan), { status: 'done', marked: 1, withoutNote: 1 });
      const noColours = setting({ ...WINDOWS_12, without: ['Range.FormatConditions'] });
      assert.equal(noColours.host.capabilities.colours, false);
      assert.deepEqual(await noColours.host.mark(plan), { status: 'done', marked: 1, withoutNote: 0 });
      assert.equal(await noColours.host.clearMarks(), 1);
      const neither = setting({ ...WINDOWS_12, without: ['Range.FormatConditions', 'Range.AddComment'] });
      await assert.rejects(neither.host.mark(plan), { code: 'unsupported' });
    });
  });

  describe('writing', () => {
    it('keeps texts texts and numbers numbers, and gives the formats back', async () => {
      const { wps, host, sheet } = setting(UOS);
      sheet.setExtra(2, 1, { format: '@' });
      const before = wps.looks();
      const written = await host.write(
        await writing(host, ['A2', '2024-01-01'], ['A3', '=1+1'], ['B2', '三台'], ['B3', 7]),
      );
      assert.equal(written.status, 'done');
      assert.deepEqual(sheet.rows[1], ['2024-01-01', '三台']);
      assert.deepEqual(sheet.rows[2], ['=1+1', 7]);
      assert.deepEqual([sheet.format(1, 0), sheet.format(1, 1), sheet.format(2, 1)], ['@', 'General', 'General']);
      // As it comes back after a while, from another page.
      const kept = JSON.parse(JSON.stringify(written)) as typeof written;
      const later = WpsHost.start(wps.globals);
      assert.ok(later);
      const { restored } = await later.undo(kept);
      assert.deepEqual([restored, sheet.value(2, 0)], [4, '乙']);
      assert.equal(wps.looks(), before);
    });

    it('restores a text that looks like a number as a text', async () => {
      const { wps, host } = setting(WINDOWS_12, [['数量'], ['5000']]);
      const before = wps.looks();
      const written = await host.write(await writing(host, ['A2', 5000]));
      assert.equal(written.status, 'done');
      assert.deepEqual(await host.undo(written), { restored: 1, kept: [] });
      assert.equal(wps.looks(), before);
    });

    it('writes into cells of a protected sheet that are not locked, and into no others', async () => {
      const { host, sheet } = setting();
      sheet.protectedContents = true;
      sheet.setExtra(1, 1, { unlocked: true });
      assert.equal((await host.write(await writing(host, ['B2', '007']))).status, 'done');
      assert.equal(sheet.value(1, 1), '007');
      await assert.rejects(host.write(await writing(host, ['B2', 3], ['B3', 3])), { code: 'protected' });
      assert.deepEqual([sheet.value(1, 1), sheet.value(2, 1)], ['007', 2]);
    });

    it('undoes on all sheets or on none, where one was protected since', async () => {
      const { wps, host, book } = setting();
      const second = new SheetModel(book, '表二', 'Sheet2');
      second.rows.push(['部门'], ['丙']);
      book.sheets.push(second);
      const document = await host.read();
      assert.ok(document);
      const written = await host.write({
        sheets: document.sheets.map(({ id: sheetId }, index) => ({
          basis: { sheetId, rowCount: index === 0 ? 3 : 2, columnCount: index === 0 ? 2 : 1, cells: [] },
          writes: [{ ...at('A2'), value: '改' }],
        })),
      });
      assert.equal(written.status, 'done');
      const before = wps.looks();
      const { edits } = await listening(host);
      second.protectedContents = true;
      await assert.rejects(host.undo(written), { code: 'protected' });
      assert.deepEqual([wps.looks(), edits], [before, []]);
      second.protectedContents = false;
      assert.deepEqual(await host.undo(written), { restored: 2, kept: [] });
    });

    it('restores every switch, also where WPS refuses', async () => {
      const { wps, host, book } = setting();
      wps.switches.DisplayAlerts = false;
      wps.switches.Calculation = -4135;
      const switches = { ...wps.switches };
      await host.write(await writing(host, ['B2', 9]));
      assert.deepEqual(wps.switches, switches);
      Object.assign(book, { readOnly: true });
      wps.refusesReadOnly = true;
      await assert.rejects(host.write(await writing(host, ['B2', 8])), { code: 'read-only' });
      assert.deepEqual(wps.switches, switches);
    });
  });

  describe('where WPS refuses', () => {
    it('says why: protected, shared, no document', async () => {
      const plan = async (host: Host) => ({ sheets: [{ basis: await basis(host), marks: [errorMark('B2', null)] }] });
      const locked = setting();
      locked.sheet.protectedContents = true;
      await assert.rejects(locked.host.mark(await plan(locked.host)), { code: 'protected' });
      const shared = setting();
      shared.book.shared = true;
      await assert.rejects(shared.host.mark(await plan(shared.host)), { code: 'shared-workbook' });
      const empty = WpsHost.start(new StandInWps(UOS).globals);
      assert.ok(empty);
      assert.deepEqual([await empty.listSheets(), await empty.read(), await empty.hasMarks()], [[], null, false]);
      await assert.rejects(empty.mark({ sheets: [] }), { code: 'no-document' });
      await assert.rejects(empty.clearMarks(), { code: 'no-document' });
    });

    it('shows no hidden sheet of a workbook whose structure is protected', async () => {
      const { host, book, sheet } = setting();
      sheet.visible = 0;
      book.structureProtected = true;
      const [first] = await host.listSheets();
      await assert.rejects(host.reveal(first?.id ?? '', at('A1')), { code: 'protected' });
    });

    it('blames protection, sharing and reading only for nothing but changes', async () => {
      const { host, wps, book, sheet } = setting();
      const [first] = await host.listSheets();
      Object.assign(book, { structureProtected: true, shared: true, readOnly: true });
      sheet.protectedContents = true;
      wps.mostAtOnce = 0;
      await assert.rejects(host.read(), { code: 'failed' });
      await assert.rejects(host.readCells(first?.id ?? '', ['A1', 'B2', 'A2'].map(at)), { code: 'failed' });
    });

    it('writes nothing into another workbook that came to the front', async () => {
      const { wps, host } = setting();
      const plan = await writing(host, ['B2', 9]);
      wps.newBook();
      assert.deepEqual(await host.write(plan), { status: 'changed', cells: [] });
    });
  });

  describe('telling of edits', () => {
    it('registers what WPS knows, and leaves nothing behind', async () => {
      const { wps, host, timers } = setting(UOS);
      const { stop } = await listening(host);
      assert.ok(wps.listening > 0);
      stop();
      assert.deepEqual([wps.listening, timers.waiting], [0, 0]);
    });

    it('tells of rows put in as a change of layout, of another workbook as one', async () => {
      const { wps, host } = setting();
      const { edits } = await listening(host);
      wps.insertRows(0, 1, 2);
      wps.newBook();
      assert.deepEqual(
        edits.map(({ cells, opened }) => [cells, opened]),
        [
          [null, undefined],
          [null, true],
        ],
      );
    });

    it('takes a workbook that is saved under another name for the same one', async () => {
      for (const profile of [WINDOWS_12, UOS]) {
        const { wps, host, timers } = setting(profile);
        const written = await host.write(await writing(host, ['B2', 9]));
        const before = await host.listSheets();
        const { edits } = await listening(host);
        wps.saveAs('D:\\报送\\', '定稿.xlsx');
        timers.passAll();
        assert.deepEqual(edits, [{ sheetId: null, cells: null, ours: false }]);
        assert.deepEqual(await host.listSheets(), before);
        assert.equal(written.status, 'done');
        assert.equal((await host.undo(written)).restored, 1);
      }
    });

    it('takes for another one a workbook like the one before, while that is open or after it was closed', async () => {
      for (const closes of [true, false]) {
        const { wps, host, book, sheet, timers } = setting();
        const [before] = await host.listSheets();
        const { edits } = await listening(host);
        if (closes) {
          wps.close(book);
          timers.passAll();
        }
        const other = new BookModel('另一个.xlsx');
        const copy = new SheetModel(other, sheet.name, sheet.codeName);
        other.sheets.push(copy);
        wps.books.push(other);
        wps.activate(other);
        timers.passAll();
        assert.equal(edits[edits.length - 1]?.opened, true);
        assert.notEqual((await host.listSheets())[0]?.id, before?.id);
      }
    });

    it('gives the old name’s file ids of its own when that is opened again', async () => {
      const { wps, host, book, sheet } = setting();
      const [before] = await host.listSheets();
      wps.saveAs('D:\\报送\\', '定稿.xlsx');
      assert.deepEqual((await host.listSheets())[0], before);
      const old = new BookModel('表.xlsx');
      old.sheets.push(new SheetModel(old, sheet.name, sheet.codeName));
      wps.books.push(old);
      wps.activate(old);
      assert.notEqual((await host.listSheets())[0]?.id, before?.id);
      wps.activate(book);
      assert.deepEqual((await host.listSheets())[0], before);
    });

    it('tells of nothing that is done aside', async () => {
      const { wps, host, book, sheet, timers } = setting();
      const { edits } = await listening(host);
      await host.aside(() => {
        wps.newBook();
        wps.type(0, [['A1', 'x']]);
        timers.passAll();
        if (wps.book) wps.close(wps.book);
        wps.activate(book);
        return Promise.resolve();
      });
      timers.passAll();
      assert.deepEqual(edits, []);
      wps.type(0, [['A1', 'x']]);
      assert.deepEqual([edits.length, sheet.value(0, 0)], [1, 'x']);
    });

    it('looks by itself only for as long as no edit was ever told of', async () => {
      const { wps, host, timers } = setting();
      const { edits } = await listening(host);
      wps.type(0, [['B2', '5']]);
      wps.calls = 0;
      timers.passAll();
      assert.equal(edits.length, 1);
      assert.ok(wps.calls < 5, String(wps.calls));
    });
  });

  describe('opening a blank form', () => {
    it('makes a workbook from a file in the temporary folder, which does not stay', async () => {
      const { wps, host } = setting(WINDOWS_12);
      await host.openForm('x/y');
      assert.deepEqual([wps.book?.name, wps.book?.path, wps.files.size], ['电脑采购1', '', 0]);
    });

    it('opens the file where a new workbook does not heed it', async () => {
      const { wps, host } = setting(UOS);
      await host.openForm('x/y');
      assert.deepEqual([wps.book?.name, wps.books.length], ['电脑采购.xlsx', 2]);
    });

    it('writes nowhere where WPS names no temporary folder', async () => {
      const { wps, host } = setting({ ...WINDOWS_12, temporaryFolder: '' });
      await assert.rejects(host.openForm('x/y'), { code: 'unsupported' });
      assert.equal(wps.files.size, 0);
    });

    it('says so where no file can be written', async () => {
      const { host } = setting({ ...WINDOWS_12, without: ['Application.FileSystem', 'Application.OAAssist'] });
      assert.equal(host.capabilities.opensForms, false);
      await assert.rejects(host.openForm('x/y'), { code: 'unsupported' });
    });
  });

  describe('texts that the document carries', () => {
    it('keeps long texts in a document without XML parts', async () => {
      const { host, book } = setting(UOS);
      const xml = `<a xmlns="urn:a">${'文字 '.repeat(300)}</a>`;
      await host.keepDocumentData('urn:a', xml);
      assert.equal(await host.readDocumentData('urn:a'), xml);
      assert.ok(book.properties.size > 3);
      await host.keepDocumentData('urn:a', null);
      assert.deepEqual([await host.readDocumentData('urn:a'), book.properties.size], [null, 0]);
    });

    const text = (words: string): string => `<a xmlns="urn:a">${words}</a>`;

    it('keeps the one before where WPS takes no other', async () => {
      for (const profile of [WINDOWS_12, UOS]) {
        const { host, book } = setting(profile);
        await host.keepDocumentData('urn:a', text('一'));
        book.refuses = { parts: true, properties: true };
        await assert.rejects(host.keepDocumentData('urn:a', text('二')), { name: 'HostError' });
        book.refuses = {};
        assert.equal(await host.readDocumentData('urn:a'), text('一'));
        await host.keepDocumentData('urn:a', text('三'));
        await host.keepDocumentData('urn:a', text('四'));
        assert.equal(await host.readDocumentData('urn:a'), text('四'));
        assert.equal(book.parts.size + book.properties.size, 1);
      }
    });

    it('keeps one in properties where WPS takes no part, and none beside it', async () => {
      const { host, book } = setting();
      await host.keepDocumentData('urn:a', text('一'));
      book.refuses = { parts: true };
      await host.keepDocumentData('urn:a', text('二'));
      assert.deepEqual([await host.readDocumentData('urn:a'), book.parts.size], [text('二'), 0]);
      book.refuses = {};
      await host.keepDocumentData('urn:a', text('三'));
      assert.deepEqual(
        [await host.readDocumentData('urn:a'), book.parts.size, book.properties.size],
        [text('三'), 1, 0],
      );
    });

    it('takes a part for kept that WPS writes in other words', async () => {
      const { host, book } = setting({ ...WINDOWS_12, writesXmlAnew: true });
      for (const words of ['1', '2']) await host.keepDocumentData('urn:a', `<a xmlns="urn:a"><b c='${words}'></b></a>`);
      assert.equal(await host.readDocumentData('urn:a'), '<a xmlns="urn:a"><b c="2"/></a>');
      assert.deepEqual([book.parts.size, book.properties.size], [1, 0]);
    });

    it('refuses one that is too long before it touches the one before', async () => {
      const { host } = setting(UOS);
      await host.keepDocumentData('urn:a', text('一'));
      await assert.rejects(host.keepDocumentData('urn:a', text('长'.repeat(60_000))), { code: 'too-large' });
      assert.equal(await host.readDocumentData('urn:a'), text('一'));
    });
  });
});

it('addresses are handed over in groups of under 255 characters', () => {
  const ranges = Array.from({ length: 500 }, (_, n) => ({ top: n * 3, left: 0, bottom: n * 3 + 1, right: 3 }));
  const groups = addressGroups(ranges);
  assert.ok(groups.every(({ address }) => address.length < 255));
  assert.deepEqual(
    groups.flatMap((group) => group.ranges),
    ranges,
  );
});
