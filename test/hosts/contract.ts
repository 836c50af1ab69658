import assert from 'node:assert/strict';
import type { Edit, Host, HostDocument, MarkPlan, PlanBasis, WritePlan } from '../../src/hosts/host.ts';
import type { Mark } from '../../src/marks/plan.ts';
import { MARK_COLOURS } from '../../src/marks/signature.ts';
import { fromA1, type Address } from '../../src/sheets/address.ts';
import { cellAt, valueAt, type CellValue } from '../../src/sheets/grid.ts';
import { richWorkbook } from '../files/rich-workbook.ts';

/**
 * The workbook that a host is tried on. 目录: A1 部门, B1 名称, A2 公安局 with a note of somebody's, B2 人口库, A4 5000.5,
 * C4 a date with another note, F4 =A4*2, B5:C5 merged (合并). 说明 is hidden.
 */
export function contractWorkbook(): Map<string, string> {
  const parts = richWorkbook();
  const name = 'xl/workbook.xml';
  parts.set(name, (parts.get(name) ?? '').replace('name="说明"', 'name="说明" state="hidden"'));
  return parts;
}

/** What a person does in the program, and what the program shows; each host brings its own. */
export interface Person {
  /** Everything that the program shows of the document: values, formatting, notes. Equal texts, equal looks. */
  looks(): Promise<string>;
  /** Types into a cell of the first sheet. */
  type(cell: string, text: string): Promise<void>;
  /** Pastes text, cells divided by tabs and line breaks. */
  paste(cell: string, text: string): Promise<void>;
  /** Fills the first cell's value down to the last one. */
  fillDown(first: string, last: string): Promise<void>;
  /** The program's own undo, once. */
  undo(): Promise<void>;
}

export interface HostUnderTest {
  readonly host: Host;
  readonly person: Person;
  /** As {@link HostCapabilities.programUndo} has it; a host in a page is asked from outside. */
  readonly programUndo: boolean;
  /**
   * Our words cannot join a note of somebody's: the program has comments to offer, and no cell bears both. The cell is
   * coloured then, and its note left alone.
   */
  readonly cannotJoinNotes?: true;
  /** Where the program tells the document's name: that of the workbook under test, without the ending. */
  readonly documentName?: string;
  close(): Promise<void>;
}

/** What the pane may rely on in any host. `open` shows {@link contractWorkbook} in a fresh one. */
export function hostContract(name: string, open: () => Promise<HostUnderTest | undefined>): void {
  describe(`the contract of hosts: ${name}`, function () {
    this.timeout(60_000);
    // A person at the keyboard is played by key strokes, which a busy machine may lose.
    this.retries(2);
    let tested: HostUnderTest;
    let host: Host;
    let person: Person;

    beforeEach(async function () {
      const opened = await open();
      if (!opened) return this.skip();
      tested = opened;
      ({ host, person } = tested);
    });

    afterEach(async () => {
      await tested.close();
    });

    const read = async (): Promise<HostDocument> => {
      const document = await host.read();
      assert.ok(document);
      return document;
    };
    const value = async (cell: string): Promise<CellValue> => {
      const { row, column } = at(cell);
      const [grid] = (await read()).workbook.sheets;
      return grid ? valueAt(grid, row, column) : null;
    };
    const basis = async (cells: readonly string[]): Promise<PlanBasis> => {
      const { workbook, sheets } = await read();
      const [grid] = workbook.sheets;
      assert.ok(grid);
      return {
        sheetId: sheets[0]?.id ?? '',
        rowCount: grid.rowCount,
        columnCount: grid.columnCount,
        cells: cells.map((cell) => ({ ...at(cell), value: valueAt(grid, at(cell).row, at(cell).column) })),
      };
    };
    const marksOf = async (marks: readonly Mark[], leansOn: readonly string[] = ['A1']): Promise<MarkPlan> => ({
      sheets: [{ basis: await basis(leansOn), marks }],
    });
    const writesOf = async (
      writes: readonly (readonly [cell: string, value: string | number])[],
    ): Promise<WritePlan> => ({
      sheets: [
        {
          basis: await basis(writes.map(([cell]) => cell)),
          writes: writes.map(([cell, written]) => ({ ...at(cell), value: written })),
        },
      ],
    });

    it('says what program it is, and nothing of the document', async () => {
      const told = JSON.stringify(await host.diagnose());
      assert.match(told, /"program":"[^"]/);
      const { workbook, sheets } = await read();
      const texts = workbook.sheets.flatMap((grid) =>
        Array.from({ length: grid.rowCount * grid.columnCount }, (_, index) =>
          valueAt(grid, Math.floor(index / grid.columnCount), index % grid.columnCount),
        ).filter((one) => typeof one === 'string'),
      );
      assert.ok(texts.length > 2);
      for (const text of [...texts, ...sheets.map((sheet) => sheet.name)]) assert.ok(!told.includes(text), text);
    });

    describe('reading', () => {
      it('names all sheets, hidden ones too', async () => {
        const sheets = await host.listSheets();
        assert.deepEqual(
          sheets.map((sheet) => [sheet.name, sheet.visibility]),
          [
            ['目录', 'visible'],
            ['说明', 'hidden'],
          ],
        );
        assert.equal(new Set(sheets.map(({ id }) => id)).size, 2);
      });

      it('reads values, formulas with their results, number formats and merged blocks', async () => {
        const { workbook, sheets } = await read();
        const [grid, hidden] = workbook.sheets;
        assert.ok(grid && hidden);
        assert.deepEqual(sheets, await host.listSheets());
        assert.deepEqual([grid.rowCount, grid.columnCount], [5, 6]);
        assert.deepEqual(grid.merges, [{ top: 4, left: 1, bottom: 4, right: 2 }]);
        assert.equal(valueAt(grid, 1, 0), '公安局');
        assert.equal(valueAt(grid, 3, 0), 5000.5);
        assert.equal(valueAt(grid, 3, 2), 45292);
        assert.notEqual(cellAt(grid, 3, 2).format, 'General');
        assert.deepEqual([cellAt(grid, 3, 5).formula, valueAt(grid, 3, 5)], ['A4*2', 10001]);
        assert.equal(valueAt(hidden, 0, 0), '是');
        assert.equal(hidden.visibility, 'hidden');
      });
    });

    it('tells the document’s name, without the ending of its file', async function () {
      if (tested.documentName === undefined) return this.skip();
      assert.equal((await read()).name, tested.documentName);
    });

    describe('reading single cells', () => {
      it('reads them as they stand in the whole', async () => {
        const [sheet] = await host.listSheets();
        const places = ['A2', 'A4', 'C4', 'F4', 'D9'].map(at);
        const cells = await host.readCells(sheet?.id ?? '', places);
        const [grid] = (await read()).workbook.sheets;
        assert.ok(grid);
        assert.deepEqual(
          cells,
          places.map(({ row, column }) => ({ row, column, content: cellAt(grid, row, column) })),
        );
        assert.equal(await host.readCells('no such sheet', places), null);
      });

      it('reads what an edit tells of', async () => {
        const edits: Edit[] = [];
        const stop = await host.onEdit((edit) => edits.push(edit));
        await person.type('A2', '教育局');
        stop();
        const [edit] = edits;
        const cells = await host.readCells(edit?.sheetId ?? '', edit?.cells ?? []);
        assert.deepEqual(
          cells?.map(({ row, column, content }) => [row, column, content.value]),
          [[1, 0, '教育局']],
        );
      });
    });

    describe('marking', () => {
      const MARKS: readonly Mark[] = [
        mark('B2', 'error', '不对。'),
        mark('A2', 'warning', '请核对。'),
        mark('F4', 'error', null),
      ];

      it('shows marks, and takes them away so that everything looks as before', async () => {
        const before = await person.looks();
        assert.equal(await host.hasMarks(), false);
        const withoutNote = tested.cannotJoinNotes ? 1 : 0;
        assert.deepEqual(await host.mark(await marksOf(MARKS)), { status: 'done', marked: 3, withoutNote });
        assert.equal(await host.hasMarks(), true);
        assert.notEqual(await person.looks(), before);
        assert.equal(await host.clearMarks(), 3);
        assert.equal(await host.hasMarks(), false);
        assert.equal(await person.looks(), before);
        assert.equal(await host.clearMarks(), 0);
      });

      it('replaces what was marked before', async () => {
        await host.mark(await marksOf(MARKS));
        await host.mark(await marksOf([mark('B2', 'error', '不对。')]));
        const once = await person.looks();
        assert.equal(await host.clearMarks(), 1);
        await host.mark(await marksOf([mark('B2', 'error', '不对。')]));
        assert.equal(await person.looks(), once);
      });

      it('changes no value', async () => {
        const before = await read();
        await host.mark(await marksOf(MARKS));
        assert.deepEqual(await read(), before);
      });

      it('keeps a note that somebody has written, in front of ours', async () => {
        await host.mark(await marksOf(MARKS));
        const looks = await person.looks();
        if (tested.cannotJoinNotes) assert.match(looks, /请核对 <部门> & 单位"/);
        else assert.match(looks, /请核对 <部门> & 单位[^"]*【填报助手】[^"]*请核对。/);
      });

      it('marks a merged block once', async () => {
        const plan = await marksOf([mark('B5', 'error', '一'), mark('C5', 'warning', '二')]);
        assert.deepEqual(await host.mark(plan), { status: 'done', marked: 1, withoutNote: 0 });
        assert.equal(await host.clearMarks(), 1);
      });

      it('is one step of the program’s own undo, where it has that', async function () {
        if (!tested.programUndo) return this.skip();
        const before = await person.looks();
        await host.mark(await marksOf(MARKS));
        await person.undo();
        assert.equal(await person.looks(), before);
      });

      it('does nothing to a document that is not the one planned for', async () => {
        const plan = await marksOf(MARKS, ['A2', 'B2']);
        await person.type('B2', '法人库');
        const before = await person.looks();
        assert.deepEqual(await host.mark(plan), { status: 'changed', cells: [{ sheet: '目录', cell: 'B2' }] });
        assert.equal(await person.looks(), before);
      });
    });

    describe('writing', () => {
      it('writes numbers and texts, empties cells, and says what was there', async () => {
        const answer = await host.write(
          await writesOf([
            ['A4', 12],
            ['B2', '007'],
            ['A2', ''],
          ]),
        );
        assert.equal(answer.status, 'done');
        assert.deepEqual(
          answer.sheets[0]?.cells.map(({ before, after }) => [before, after]),
          [
            [5000.5, 12],
            ['人口库', '007'],
            ['公安局', ''],
          ],
        );
        assert.deepEqual([await value('A4'), await value('B2'), await value('A2')], [12, '007', null]);
      });

      it('is undone exactly', async () => {
        const before = await person.looks();
        const written = await host.write(
          await writesOf([
            ['A4', 12],
            ['B2', '2024-01-01'],
            ['D2', 'neu'],
          ]),
        );
        assert.equal(written.status, 'done');
        assert.deepEqual(await host.undo(written), { restored: 3, kept: [] });
        assert.equal(await person.looks(), before);
      });

      it('is one step of the program’s own undo, where it has that', async function () {
        if (!tested.programUndo) return this.skip();
        const before = await person.looks();
        await host.write(
          await writesOf([
            ['A4', 12],
            ['B2', 'x'],
          ]),
        );
        await person.undo();
        assert.equal(await person.looks(), before);
      });

      it('keeps formulas, and names their cells', async () => {
        const answer = await host.write(
          await writesOf([
            ['F4', 1],
            ['A4', 2],
          ]),
        );
        assert.equal(answer.status, 'done');
        assert.deepEqual(answer.skipped, [{ sheet: '目录', cell: 'F4' }]);
        assert.equal(await value('A4'), 2);
      });

      it('writes into a merged block’s first cell', async () => {
        await host.write(await writesOf([['C5', '新']]));
        assert.equal(await value('B5'), '新');
      });

      it('leaves alone, when it is undone, what was changed since', async () => {
        const written = await host.write(
          await writesOf([
            ['A4', 12],
            ['B2', 'x'],
          ]),
        );
        assert.equal(written.status, 'done');
        await person.type('B2', '后来改的');
        assert.deepEqual(await host.undo(written), { restored: 1, kept: [{ sheet: '目录', cell: 'B2' }] });
        assert.deepEqual([await value('A4'), await value('B2')], [5000.5, '后来改的']);
      });

      it('writes nothing into a document that is not the one planned for', async () => {
        const plan = await writesOf([
          ['A4', 12],
          ['B2', 'x'],
        ]);
        await person.type('A4', '1');
        assert.deepEqual(await host.write(plan), { status: 'changed', cells: [{ sheet: '目录', cell: 'A4' }] });
        assert.equal(await value('B2'), '人口库');
      });

      it('writes nothing into a document that has grown', async () => {
        const plan = await writesOf([['B2', 'x']]);
        await person.type('A9', '新的一行');
        assert.deepEqual(await host.write(plan), { status: 'changed', cells: [] });
      });
    });

    describe('telling of edits', () => {
      const told = async (act: () => Promise<unknown>): Promise<readonly Edit[]> => {
        const edits: Edit[] = [];
        const stop = await host.onEdit((edit) => edits.push(edit));
        await act();
        // Tells what is still under way.
        await host.listSheets();
        stop();
        return edits;
      };
      const cells = (edits: readonly Edit[]): string[] =>
        [
          ...new Set(
            edits.flatMap((edit) => (edit.cells ?? []).map(({ row, column }) => `${String(row)},${String(column)}`)),
          ),
        ].sort();

      it('tells of what is typed', async () => {
        const edits = await told(() => person.type('B2', '法人库'));
        assert.deepEqual([cells(edits), edits.every(({ ours }) => !ours)], [['1,1'], true]);
        assert.equal(await value('B2'), '法人库');
      });

      it('tells of what is pasted', async () => {
        const edits = await told(() => person.paste('A6', '税务局\t纳税人\n林业局\t林权'));
        assert.deepEqual(cells(edits), ['5,0', '5,1', '6,0', '6,1']);
        assert.equal(await value('B7'), '林权');
      });

      it('tells of what is filled', async () => {
        const edits = await told(() => person.fillDown('B1', 'B3'));
        assert.ok(cells(edits).includes('2,1'));
        assert.equal(await value('B3'), '名称');
      });

      it('tells of an undo', async () => {
        await person.type('B2', '法人库');
        assert.deepEqual(cells(await told(() => person.undo())), ['1,1']);
        assert.equal(await value('B2'), '人口库');
      });

      it('tells of writes of ours as ours', async () => {
        const plan = await writesOf([['B2', 'x']]);
        const edits = await told(() => host.write(plan));
        assert.deepEqual([cells(edits), edits.every(({ ours }) => ours)], [['1,1'], true]);
      });

      it('tells of a value of ours that somebody types again, once it was another', async () => {
        const plan = await writesOf([['B2', '改好的']]);
        const edits = await told(async () => {
          await host.write(plan);
          await person.type('B2', '改错的');
          await person.type('B2', '改好的');
        });
        const theirs = edits.filter(({ ours }) => !ours).map((edit) => cells([edit]));
        assert.deepEqual(theirs, [['1,1'], ['1,1']]);
      });

      it('tells of no edit when cells are marked', async () => {
        const plan = await marksOf([mark('B2', 'error', '不对。')]);
        assert.deepEqual(cells(await told(() => host.mark(plan))), []);
      });
    });

    it('shows a cell, also of a hidden sheet, and says where there is none', async () => {
      const [first, hidden] = await host.listSheets();
      assert.equal(await host.reveal(first?.id ?? '', at('B2')), true);
      assert.equal(await host.reveal(hidden?.id ?? '', at('A1')), true);
      assert.equal(await host.reveal('no such sheet', at('A1')), false);
    });

    it('keeps small texts in the document', async () => {
      const namespace = 'urn:tianbao:test:1';
      const xml = `<test xmlns="${namespace}">文字</test>`;
      assert.equal(await host.readDocumentData(namespace), null);
      await host.keepDocumentData(namespace, xml);
      assert.equal(await host.readDocumentData(namespace), xml);
      await host.keepDocumentData(namespace, null);
      assert.equal(await host.readDocumentData(namespace), null);
    });
  });
}

function at(cell: string): Address {
  const address = fromA1(cell);
  assert.ok(address);
  return address;
}

function mark(cell: string, severity: 'error' | 'warning', note: string | null): Mark {
  return { ...at(cell), severity, colour: MARK_COLOURS[severity], note };
}
