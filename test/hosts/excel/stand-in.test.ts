import assert from 'node:assert/strict';
import type { CellValue } from '../../../src/sheets/grid.ts';
import { blankForm } from './blank-form.ts';
import { openContractWorkbook } from './contract-stand-in.ts';
import { openStandIn, sheetOf, type OpenedWorkbook, type OpenOptions } from './opened-workbook.ts';
import { PersonAtExcel } from './stand-in/person.ts';
import { StandInSheet } from './stand-in/sheet.ts';

const ROWS: readonly (readonly CellValue[])[] = [
  ['部门', '数量', null],
  ['公安局', 3, 45292],
  ['教育局', 4.5, true],
];

type Context = Excel.RequestContext;

function open(options: OpenOptions = {}): OpenedWorkbook {
  return openStandIn(sheetOf(ROWS), options);
}

/** The code of the error with which a batch fails; `undefined` where it does not. */
async function refusal({ client }: OpenedWorkbook, batch: (context: Context) => unknown): Promise<string | undefined> {
  try {
    await client.run(async (context) => {
      await batch(context);
      await context.sync();
    });
    return undefined;
  } catch (error) {
    assert.ok(error instanceof client.OfficeExtension.Error, String(error));
    return 'code' in error && typeof error.code === 'string' ? error.code : '';
  }
}

function first(context: Context): Excel.Worksheet {
  return context.workbook.worksheets.getFirst();
}

async function valuesOf({ client }: OpenedWorkbook, address: string): Promise<unknown[][]> {
  return await client.run(async (context) => {
    const range = first(context).getRange(address).load('values');
    await context.sync();
    return range.values;
  });
}

describe('the stand-in workbook, asked by office.js', () => {
  describe('reading', () => {
    it('tells of a range what Excel tells of it', async () => {
      const { client } = open();
      const told = await client.run(async (context) => {
        const used = first(context).getUsedRange(true);
        used.load('address,rowIndex,columnIndex,rowCount,columnCount,values,formulas,text,numberFormat,valueTypes');
        await context.sync();
        return used.toJSON();
      });
      assert.deepEqual(told, {
        address: '表1!A1:C3',
        rowIndex: 0,
        columnIndex: 0,
        rowCount: 3,
        columnCount: 3,
        values: [
          ['部门', '数量', ''],
          ['公安局', 3, 45292],
          ['教育局', 4.5, true],
        ],
        formulas: [
          ['部门', '数量', ''],
          ['公安局', 3, 45292],
          ['教育局', 4.5, true],
        ],
        text: [
          ['部门', '数量', ''],
          ['公安局', '3', '45292'],
          ['教育局', '4.5', 'TRUE'],
        ],
        numberFormat: [
          ['General', 'General', 'General'],
          ['General', 'General', 'General'],
          ['General', 'General', 'General'],
        ],
        valueTypes: [
          ['String', 'String', 'Empty'],
          ['String', 'Double', 'Double'],
          ['String', 'Double', 'Boolean'],
        ],
      });
    });

    it('answers a null object where nothing is', async () => {
      const opened = openStandIn(sheetOf([]));
      const isNull = await opened.client.run(async (context) => {
        const used = first(context).getUsedRangeOrNullObject(true);
        const sheet = context.workbook.worksheets.getItemOrNullObject('没有');
        const below = sheet.getRange('A1').load('values');
        await context.sync();
        return [used.isNullObject, sheet.isNullObject, below.isNullObject];
      });
      assert.deepEqual(isNull, [true, true, true]);
    });

    it('does not tell what was not loaded', async () => {
      const code = await refusal(open(), async (context) => {
        const range = first(context).getRange('A1').load('address');
        await context.sync();
        return range.values;
      });
      assert.equal(code, 'PropertyNotLoaded');
    });

    it('has no values for whole columns, nor for more than five million cells', async () => {
      const { client } = open();
      const read = await client.run(async (context) => {
        const whole = first(context).getRange('A:B').load('values,cellCount');
        const large = first(context).getRange('A1:E1000001').load('values');
        await context.sync();
        return [whole.values, whole.cellCount, large.values];
      });
      assert.deepEqual(read, [null, 2_097_152, null]);
    });

    it('reads merged blocks, and objects that hang on others', async () => {
      const { client } = openContractWorkbook();
      const read = await client.run(async (context) => {
        const sheets = context.workbook.worksheets.load('items/name,items/visibility,items/protection/protected');
        const used = first(context).getUsedRange();
        const merged = used.getMergedAreasOrNullObject().load('areas/items/address');
        used.load('address,worksheet/name');
        await context.sync();
        return [
          sheets.items.map(({ name, visibility, protection }) => [name, visibility, protection.protected]),
          merged.areas.items.map(({ address }) => address),
          [used.address, used.worksheet.name],
        ];
      });
      assert.deepEqual(read, [
        [
          ['目录', 'Visible', false],
          ['说明', 'Hidden', false],
        ],
        ['目录!B5:C5'],
        ['目录!A1:F5', '目录'],
      ]);
    });
  });

  describe('entering values', () => {
    const cases: readonly (readonly [
      format: string,
      given: string | number | boolean,
      value: unknown,
      formula?: string,
    ])[] = [
      ['General', '007', 7],
      ['General', '2024-01-01', 45292],
      ['General', '2024年1月1日', 45292],
      ['General', '1,234.5', 1234.5],
      ['General', '12%', 0.12],
      ['General', 'true', true],
      ['General', '#N/A', '#N/A'],
      ['General', "'007", '007'],
      ['General', '3台', '3台'],
      ['General', '2024-02-30', '2024-02-30'],
      ['General', '=1+2', 3, '=1+2'],
      ['General', '=B2*2', 6, '=B2*2'],
      ['@', '007', '007'],
      ['@', '2024-01-01', '2024-01-01'],
      ['@', '=1+2', '=1+2'],
      ['@', 12, '12'],
    ];
    for (const [format, given, value, formula = value] of cases) {
      it(`makes ${JSON.stringify(value)} of ${JSON.stringify(given)} in a cell of format ${format}`, async () => {
        const { client } = open();
        const read = await client.run(async (context) => {
          const range = first(context).getRange('E9');
          range.numberFormat = [[format]];
          range.values = [[given]];
          range.load('values,formulas');
          await context.sync();
          return [range.values, range.formulas];
        });
        assert.deepEqual(read, [[[value]], [[formula]]]);
      });
    }

    it('leaves a cell for null, and empties it for an empty text', async () => {
      const opened = open();
      assert.equal(
        await refusal(opened, (context) => (first(context).getRange('A2:C2').values = [[null, '', 5]])),
        undefined,
      );
      assert.deepEqual(await valuesOf(opened, 'A2:C2'), [['公安局', '', 5]]);
    });

    it('takes nothing in the covered cells of a merged block', async () => {
      const opened = openContractWorkbook();
      assert.equal(
        await refusal(opened, (context) => (first(context).getRange('B5:C5').values = [['一', '二']])),
        undefined,
      );
      assert.deepEqual(await valuesOf(opened, 'B5:C5'), [['一', '']]);
    });

    it('computes what hangs on what was entered', async () => {
      const opened = openContractWorkbook();
      await refusal(opened, (context) => (first(context).getRange('A4').values = [[7]]));
      assert.deepEqual(await valuesOf(opened, 'F4'), [[14]]);
    });

    it('keeps what was done before the action that is refused', async () => {
      const opened = open();
      const code = await refusal(opened, (context) => {
        first(context).getRange('A1').values = [['新']];
        first(context).getRange('A2').values = [['一', '二']];
        first(context).getRange('A3').values = [['后']];
      });
      assert.equal(code, 'InvalidArgument');
      assert.deepEqual(await valuesOf(opened, 'A1:A3'), [['新'], ['公安局'], ['教育局']]);
    });
  });

  describe('what Excel refuses, it refuses', () => {
    const long = 'x'.repeat(32_768);
    const cases: readonly (readonly [
      what: string,
      code: string,
      batch: (context: Context) => unknown,
      set?: OpenOptions,
    ])[] = [
      [
        'more rows than the range has',
        'InvalidArgument',
        (c) =>
          (at(c, 'A1:B1').values = [
            [1, 2],
            [3, 4],
          ]),
      ],
      ['fewer columns than the range has', 'InvalidArgument', (c) => (at(c, 'A1:B2').values = [[1], [2]])],
      ['rows of different lengths', 'InvalidArgument', (c) => (at(c, 'A1:B2').values = [[1, 2], [3]])],
      ['null for all values', 'InvalidArgument', (c) => Object.assign(at(c, 'A1'), { values: null })],
      ['an object as a value', 'InvalidArgument', (c) => (at(c, 'A1').values = [[{}]])],
      ['a number as a number format', 'InvalidArgument', (c) => (at(c, 'A1').numberFormat = [[1]])],
      ['a text that is too long', 'InvalidArgument', (c) => (at(c, 'A1').values = [[long]])],
      ['values for whole columns', 'InvalidArgument', (c) => Object.assign(at(c, 'A:A'), { values: 1 })],
      ['an address that is none', 'InvalidArgument', (c) => at(c, '一二').load('values')],
      ['an address of another sheet', 'InvalidArgument', (c) => at(c, '别的!A1').load('values')],
      ['an address beyond the sheet', 'InvalidArgument', (c) => at(c, 'A1048577').load('values')],
      [
        'more addresses than 8192 characters',
        'InvalidArgument',
        (c) => {
          first(c)
            .getRanges(Array.from({ length: 2000 }, (_, row) => `A${String(row + 1)}`).join(','))
            .load('address');
        },
      ],
      ['rows from -1 on', 'InvalidArgument', (c) => first(c).getRangeByIndexes(-1, 0, 1, 1).load('values')],
      ['a range of no rows', 'InvalidArgument', (c) => first(c).getRangeByIndexes(0, 0, 0, 1).load('values')],
      ['a sheet that is not there', 'ItemNotFound', (c) => c.workbook.worksheets.getItem('没有').load('name')],
      ['to change a null object', 'ItemNotFound', (c) => c.workbook.worksheets.getItemOrNullObject('没有').delete()],
      ['a colour that is none', 'InvalidArgument', (c) => (at(c, 'A1').format.fill.color = 'reddish')],
      [
        'a conditional format of no known kind',
        'InvalidArgument',
        (c) => at(c, 'A1').conditionalFormats.add('Ours' as never),
      ],
      [
        'the rule of another kind of conditional format',
        'InvalidOperation',
        (c) => {
          at(c, 'A1')
            .conditionalFormats.add('DataBar' as never)
            .custom.rule.load('formula');
        },
      ],
      ['a comment on two cells', 'InvalidArgument', (c) => c.workbook.comments.add('表1!A1:B1', 'x')],
      [
        'a second comment on a cell',
        'InvalidOperation',
        (c) => {
          c.workbook.comments.add('表1!A1', 'x');
          c.workbook.comments.add('表1!A1', 'y');
        },
      ],
      [
        'a note on two cells',
        'InvalidCellAddress',
        (c) => c.workbook.notes.add('表1!A1:B1', 'x'),
        { excelApi: '1.18' },
      ],
      [
        'a note beside a comment',
        'InvalidOperation',
        (c) => {
          c.workbook.comments.add('表1!A1', 'x');
          c.workbook.notes.add('表1!A1', 'y');
        },
        { excelApi: '1.18' },
      ],
      [
        'notes that are not there',
        'ItemNotFound',
        (c) => c.workbook.notes.getItem('表1!A1').delete(),
        { excelApi: '1.18' },
      ],
      ['two sheets of one name', 'ItemAlreadyExists', (c) => c.workbook.worksheets.add('表1')],
      ['a sheet’s name that is none', 'InvalidArgument', (c) => (first(c).name = 'a/b')],
      ['to delete the last sheet', 'InvalidOperation', (c) => first(c).delete()],
      ['to hide the last sheet', 'InvalidOperation', (c) => (first(c).visibility = 'Hidden')],
      ['what is no XML', 'InvalidArgument', (c) => c.workbook.customXmlParts.add('text')],
      ['a file that is none', 'InvalidArgument', (c) => c.workbook.insertWorksheetsFromBase64('AAAA')],
      ['to load nothing in particular', 'InvalidArgument', (c) => at(c, 'A1').load()],
    ];
    for (const [what, code, batch, options] of cases) {
      it(what, async () => assert.equal(await refusal(open(options), batch), code));
    }

    it('members above the requirement set that is granted', async () => {
      // getFirst is of a later set itself.
      const the = (context: Context): Excel.Worksheet => context.workbook.worksheets.getItem('表1');
      const members: readonly (readonly [set: string, batch: (context: Context) => unknown])[] = [
        ['1.2', (c) => the(c).getRange('A1').load('columnHidden')],
        ['1.4', (c) => the(c).getUsedRangeOrNullObject(true).load('address')],
        ['1.6', (c) => the(c).getRange('A1').conditionalFormats.getCount()],
        ['1.7', (c) => the(c).getRangeByIndexes(0, 0, 1, 1).load('values')],
        ['1.9', (c) => the(c).getRanges('A1,B2').load('address')],
        ['1.10', (c) => c.workbook.comments.getCount()],
        ['1.13', (c) => the(c).getRange('A1').getMergedAreasOrNullObject().load('address')],
        ['1.18', (c) => c.workbook.notes.getCount()],
      ];
      for (const [set, batch] of members) {
        const below = `1.${String(Number(set.slice(2)) - 1)}`;
        assert.equal(await refusal(open({ excelApi: set }), batch), undefined, set);
        assert.equal(await refusal(open({ excelApi: below }), batch), 'ApiNotFound', below);
      }
    });

    it('whatever is asked while somebody types in a cell, unless it may wait', async () => {
      const opened = open();
      opened.workbook.beginCellEdit();
      assert.equal(await refusal(opened, (c) => at(c, 'A1').load('values')), 'InvalidOperationInCellEditMode');
      const waiting = opened.client.run(
        async (context) => {
          const range = at(context, 'A1').load('values');
          await context.sync();
          return range.values;
        },
        { delayForCellEdit: true },
      );
      opened.workbook.endCellEdit();
      assert.deepEqual(await waiting, [['部门']]);
    });

    it('changes of a protected sheet, but for its unlocked cells', async () => {
      const opened = open();
      const { sheets } = opened.workbook.document;
      assert.equal(await refusal(opened, (c) => (at(c, 'A1').format.protection.locked = false)), undefined);
      for (const sheet of sheets) sheet.isProtected = true;
      assert.equal(await refusal(opened, (c) => (at(c, 'A1').values = [['x']])), undefined);
      const refused: readonly ((context: Context) => unknown)[] = [
        (c) => (at(c, 'A2').values = [['x']]),
        (c) => (at(c, 'A1:A2').values = [['x'], ['y']]),
        (c) => (at(c, 'A2').numberFormat = [['@']]),
        (c) => (at(c, 'A2').format.fill.color = 'red'),
        (c) => at(c, 'A2').conditionalFormats.add('Custom'),
        (c) => c.workbook.comments.add('表1!A2', 'x'),
        (c) => at(c, '2:2').insert('Down'),
      ];
      for (const batch of refused) assert.equal(await refusal(opened, batch), 'AccessDenied', batch.toString());
      assert.equal(await refusal(opened, (c) => at(c, 'A2').load('values')), undefined);
    });

    it('a block across filtered rows, but no single row', async () => {
      const opened = open();
      opened.workbook.document.firstSheet().filtered.add(1);
      assert.equal(await refusal(opened, (c) => (at(c, 'A1:A3').values = [[1], [2], [3]])), 'FilteredRangeConflict');
      assert.equal(await refusal(opened, (c) => (at(c, 'A3:B3').values = [[1, 2]])), undefined);
    });

    it('cells of a chart sheet, and of a sheet that was deleted meanwhile', async () => {
      const opened = openContractWorkbook();
      const { document } = opened.workbook;
      document.addSheet(new StandInSheet('图', 'visible', true), 2, 'person');
      assert.equal(
        await refusal(opened, (c) => c.workbook.worksheets.getItem('图').getUsedRange().load('values')),
        'UnsupportedSheet',
      );
      const person = new PersonAtExcel(opened.workbook);
      const code = await refusal(opened, async (context) => {
        const range = first(context).getRange('A1').load('values');
        await context.sync();
        await person.deleteSheet('目录');
        range.load('values');
      });
      assert.equal(code, 'InvalidReference');
    });

    it('to show a hidden sheet', async () => {
      const opened = openContractWorkbook();
      assert.equal(await refusal(opened, (c) => c.workbook.worksheets.getItem('说明').activate()), 'InvalidOperation');
      const select = (c: Context): void => c.workbook.worksheets.getItem('说明').getRange('A1').select();
      assert.equal(await refusal(opened, select), 'InvalidSelection');
    });

    it('anything without a workbook', async () => {
      const opened = open();
      opened.workbook.isOpen = false;
      assert.equal(await refusal(opened, (c) => c.workbook.worksheets.load('items/name')), 'GeneralException');
    });

    it('more than 5 MB at once on the web, either way', async () => {
      const rows = Array.from({ length: 2000 }, () => ['x'.repeat(3000)]);
      const writes = (c: Context): unknown => (first(c).getRangeByIndexes(0, 0, 2000, 1).values = rows);
      const reads = (c: Context): unknown => first(c).getUsedRange().load('values');
      assert.equal(await refusal(open(), writes), 'RequestPayloadSizeLimitExceeded');
      assert.equal(await refusal(open({ platform: 'desktop' }), writes), undefined);
      assert.equal(await refusal(openStandIn(sheetOf(rows)), reads), 'ResponsePayloadSizeLimitExceeded');
      assert.equal(await refusal(openStandIn(sheetOf(rows), { platform: 'desktop' }), reads), undefined);
    });
  });

  describe('marks', () => {
    it('keeps a conditional format with its rule, in front of those that are there', async () => {
      const { client } = openContractWorkbook();
      await client.run(async (context) => {
        const added = first(context).getRanges('A1,B2:B3').conditionalFormats.add('Custom');
        added.custom.rule.formula = '=N("tianbao:error")=0';
        added.custom.format.fill.color = '#ffc7ce';
        await context.sync();
      });
      const told = await client.run(async (context) => {
        const formats = first(context).getRange().conditionalFormats;
        formats.load('items/type,items/priority,items/customOrNullObject/rule/formula');
        await context.sync();
        const areas = formats.items.map((format) => format.getRanges().load('address'));
        await context.sync();
        return formats.items.map((format, index) => [
          format.type,
          format.priority,
          format.customOrNullObject.isNullObject ? null : format.customOrNullObject.rule.formula,
          areas[index]?.address,
        ]);
      });
      assert.deepEqual(told, [
        ['Custom', 0, '=N("tianbao:error")=0', '目录!A1,目录!B2:B3'],
        ['PresetCriteria', 1, null, '目录!A1:F6'],
        ['Custom', 2, '=LEN(A1)>9', '目录!A1:F6'],
      ]);
    });

    it('takes notes and comments, and tells them again', async () => {
      const { client } = openContractWorkbook({ excelApi: '1.18' });
      const told = await client.run(async (context) => {
        const { notes, comments } = context.workbook;
        notes.add('目录!B2', '新');
        notes.getItem('目录!A2').content = '改';
        notes.getItem('目录!C4').delete();
        comments.add('目录!A1', '问');
        await context.sync();
        notes.load('items/content,items/authorName');
        comments.load('items/content');
        const missing = notes.getItemOrNullObject('目录!C4');
        await context.sync();
        const places = notes.items.map((note) => note.getLocation().load('address'));
        await context.sync();
        return [
          notes.items.map(({ content, authorName }, index) => [places[index]?.address, content, authorName]),
          comments.items.map(({ content }) => content),
          missing.isNullObject,
        ];
      });
      assert.deepEqual(told, [
        [
          ['目录!A2', '改', '张三'],
          ['目录!B2', '新', '李四'],
        ],
        ['请说明', '问'],
        true,
      ]);
    });

    it('is without notes where office.js is older than they are, whatever the program says of itself', async () => {
      const { client } = openContractWorkbook({ excelApi: '1.21', withoutNotes: true });
      const there = await client.run((context) => Promise.resolve('notes' in context.workbook));
      assert.deepEqual([there, client.isSetSupported('ExcelApi', '1.18')], [false, true]);
    });
  });

  describe('events', () => {
    type Told = readonly [type: string, address: string, source: string, triggerSource: string, details: unknown];

    async function listening(
      opened: OpenedWorkbook,
    ): Promise<{ readonly told: Told[]; readonly stop: () => Promise<void> }> {
      const told: Told[] = [];
      const handler = await opened.client.run(async (context) => {
        const added = context.workbook.worksheets.onChanged.add((event) => {
          const { valueBefore, valueAfter } = detailsOf(event);
          told.push([event.changeType, event.address, event.source, event.triggerSource, [valueBefore, valueAfter]]);
          return Promise.resolve();
        });
        await context.sync();
        return added;
      });
      const stop = async (): Promise<void> => {
        handler.remove();
        await handler.context.sync();
      };
      return { told, stop };
    }

    it('tells who changed what, through office.js’s own handlers', async () => {
      const opened = open();
      const { told, stop } = await listening(opened);
      await new PersonAtExcel(opened.workbook).type('B2', '9');
      await refusal(opened, (c) => (at(c, 'A2:B2').values = [['x', 1]]));
      await opened.workbook.settled();
      await new PersonAtExcel(opened.workbook, 'other').insertRows(2, 1);
      await stop();
      await new PersonAtExcel(opened.workbook).type('B2', '10');
      assert.deepEqual(told, [
        ['RangeEdited', 'B2', 'Local', 'Unknown', [3, 9]],
        ['RangeEdited', 'A2:B2', 'Local', 'ThisLocalAddin', [undefined, undefined]],
        ['RowInserted', '2:2', 'Remote', 'Unknown', [undefined, undefined]],
      ]);
      assert.equal(opened.workbook.events.registered, 0);
    });

    it('tells nothing while the add-in has events off', async () => {
      const opened = open();
      const { told } = await listening(opened);
      await refusal(opened, (context) => {
        context.runtime.enableEvents = false;
        at(context, 'A2').values = [['x']];
        context.runtime.enableEvents = true;
      });
      await opened.workbook.settled();
      assert.deepEqual(told, []);
    });

    it('tells of sheets that come, go and are shown', async () => {
      const opened = openContractWorkbook();
      const told: string[] = [];
      await opened.client.run(async (context) => {
        const { onAdded, onDeleted, onActivated } = context.workbook.worksheets;
        onAdded.add(() => Promise.resolve(void told.push('added')));
        onDeleted.add(() => Promise.resolve(void told.push('deleted')));
        onActivated.add(() => Promise.resolve(void told.push('activated')));
        await context.sync();
        context.workbook.worksheets.add('新').activate();
        await context.sync();
        context.workbook.worksheets.getItem('新').delete();
        await context.sync();
      });
      await opened.workbook.settled();
      assert.deepEqual(told, ['added', 'activated', 'activated', 'deleted']);
    });
  });

  describe('undo', () => {
    const change = (c: Context): void => void (at(c, 'A2').values = [['x']]);

    it('takes back what an add-in did from ExcelApi 1.20 on, each sync for itself or a group at once', async () => {
      for (const [mergeUndoGroup, after] of [
        [false, 'x'],
        [true, '公安局'],
      ] as const) {
        const opened = open({ excelApi: '1.20' });
        await opened.client.run(
          async (context) => {
            change(context);
            await context.sync();
            at(context, 'A3').values = [['y']];
            await context.sync();
          },
          { mergeUndoGroup },
        );
        await new PersonAtExcel(opened.workbook).undo();
        assert.deepEqual(await valuesOf(opened, 'A2:A3'), [[after], ['教育局']]);
      }
    });

    it('is lost before by what an add-in does', async () => {
      const opened = open({ excelApi: '1.17' });
      const person = new PersonAtExcel(opened.workbook);
      await person.type('A1', '单位');
      await refusal(opened, change);
      await person.undo();
      assert.deepEqual(await valuesOf(opened, 'A1:A2'), [['单位'], ['x']]);
    });
  });

  it('moves the ranges that an add-in holds when rows are inserted above them', async () => {
    const opened = open();
    const address = await opened.client.run(async (context) => {
      const range = at(context, 'A2').load('address');
      await context.sync();
      await new PersonAtExcel(opened.workbook).insertRows(1, 2);
      range.load('address');
      await context.sync();
      return range.address;
    });
    assert.equal(address, '表1!A4');
  });

  it('inserts sheets from a file, opens a workbook of its own, and keeps custom XML', async () => {
    const opened = openContractWorkbook();
    const file = blankForm();
    await opened.client.createWorkbook(file);
    const read = await opened.client.run(async (context) => {
      const { customXmlParts, worksheets } = context.workbook;
      const ids = context.workbook.insertWorksheetsFromBase64(file, { positionType: 'End' });
      const part = customXmlParts.add('<t xmlns="urn:t">文</t>');
      await context.sync();
      const again = customXmlParts.getByNamespace('urn:t').getOnlyItemOrNullObject();
      const none = customXmlParts.getByNamespace('urn:u').getOnlyItemOrNullObject();
      const xml = again.getXml();
      worksheets.load('items/name');
      await context.sync();
      part.delete();
      await context.sync();
      return [ids.value.length, worksheets.items.map(({ name }) => name), xml.value, none.isNullObject];
    });
    assert.deepEqual(read, [2, ['目录', '说明', '目录 (2)', '说明 (2)'], '<t xmlns="urn:t">文</t>', true]);
    assert.deepEqual(opened.workbook.opened, [file]);
    assert.equal(opened.workbook.document.customXml.size, 0);
  });

  it('counts syncs and bytes, and keeps nothing for an add-in that has ended its batch', async () => {
    const opened = open();
    await valuesOf(opened, 'A1:C3');
    const { syncs, requestBytes, largestResponse } = opened.workbook.counts;
    // Reading, then letting go of what was kept.
    assert.equal(syncs, 2);
    assert.ok(requestBytes > 300 && largestResponse > 50);
    assert.equal(opened.workbook.keptCount, 0);
  });
});

function at(context: Context, address: string): Excel.Range {
  return first(context).getRange(address);
}

/** They are declared as always there, but are not where several cells changed. */
function detailsOf(event: { readonly details?: Excel.ChangedEventDetail }): Partial<Excel.ChangedEventDetail> {
  return event.details ?? {};
}
