import { Loose, shapeOf } from './loose-object.ts';

/** What a measure has to work with. */
export interface Scratch {
  readonly application: Loose;
  /** `wps`, beside it. */
  readonly beside: Loose;
  /** A workbook that was made for this, and its first sheet. */
  readonly workbook: Loose;
  readonly sheet: Loose;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Answers of a measure: our own values and shapes, never anything of the user's. */
export type Answers = Record<string, string | number | boolean | null>;

export interface Measure {
  readonly name: string;
  readonly take: (scratch: Scratch) => Answers | Promise<Answers>;
}

const XL_NONE = -4142;

/** Answers, or the kind of the error: its words might quote a path. */
export function attempt(act: () => unknown): string | number | boolean | null {
  try {
    const answer = act();
    if (typeof answer === 'number' || typeof answer === 'boolean') return answer;
    return typeof answer === 'string' ? answer : shapeOf(answer);
  } catch (error) {
    return `throws ${error instanceof Error ? error.name : typeof error}`;
  }
}

function range({ sheet }: Scratch, address: string): Loose {
  return sheet.at('Range', address);
}

/** The members for add-ins: on which of the two they stand. */
const MEMBERS = [
  ...['ApiEvent', 'PluginStorage', 'FileSystem', 'Env', 'OAAssist', 'CreateTaskPane', 'GetTaskPane', 'CreateTaskpane'],
  ...['ShowDialog', 'EtApplication', 'Enum', 'Undo', 'OnUndo', 'UndoRecord', 'WorksheetFunction', 'CommandBars'],
];

const EVENTS = [
  ...['WorkbookOpen', 'NewWorkbook', 'WorkbookActivate', 'WorkbookBeforeClose', 'WorkbookBeforeSave'],
  ...['WorkbookAfterSave', 'WorkbookNewSheet', 'SheetChange', 'SheetSelectionChange', 'SheetActivate'],
  ...[
    'SheetBeforeDelete',
    'SheetCalculate',
    'WindowActivate',
    'WindowDeactivate',
    'AfterTaskPaneShow',
    'FileAfterSave',
  ],
];

const members: Measure = {
  name: 'members',
  take: ({ application, beside }) =>
    Object.fromEntries(
      MEMBERS.map((name) => {
        const on = (
          [
            ['Application', application],
            ['wps', beside],
          ] as const
        ).filter(([, root]) => root.isThere && attempt(() => root.member(name) !== undefined) === true);
        return [name, on.map(([root]) => root).join(' ') || null];
      }),
    ),
};

const shapes: Measure = {
  name: 'shapes',
  take: (scratch) => {
    range(scratch, 'A1:C3').set('Value2', [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    const shape = (address: string): string => shapeOf(range(scratch, address).member('Value2'));
    const back = range(scratch, 'B2').member('Value2');
    return {
      cell: shape('A1'),
      row: shape('A1:C1'),
      column: shape('A1:A3'),
      block: shape('A1:C3'),
      emptyCell: shape('Z99'),
      emptyBlock: shape('Y98:Z99'),
      readsBack: back === 5,
      formula: shapeOf(range(scratch, 'A1:C3').member('Formula')),
      used: attempt(() => scratch.sheet.at('UsedRange').call('Address', false, false)),
      valueAssigned: attempt(() => range(scratch, 'E1').set('Value', 1)),
    };
  },
};

const values: Measure = {
  name: 'values',
  take: (scratch) => {
    const cell = range(scratch, 'E1');
    const entered = (text: string): string => {
      cell.set('Value2', text);
      return shapeOf(cell.member('Value2'));
    };
    const result = (formula: string): string | number | boolean | null => {
      cell.set('Formula', formula);
      return attempt(() => cell.member('Value2'));
    };
    const answers: Answers = {
      digits: entered('00123'),
      date: entered('2026-1-2'),
      divided: result('=1/0'),
      missing: result('=NA()'),
      nameless: result('=nothing_of_this_name'),
    };
    cell.set('NumberFormat', '@');
    answers.digitsAsText = entered('00123');
    attempt(() => cell.call('Clear'));
    return answers;
  },
};

const fill: Measure = {
  name: 'fill',
  take: (scratch) => {
    const one = range(scratch, 'G1').at('Interior');
    const before = attempt(() => one.member('Color'));
    one.set('Color', 255);
    const set = attempt(() => one.member('Color'));
    const mixed = shapeOf(range(scratch, 'G1:G2').at('Interior').member('Color'));
    const byIndex = attempt(() => one.set('ColorIndex', XL_NONE));
    const after = attempt(() => one.member('Color'));
    return { before, set, mixed, byIndex, after, cleared: before === after };
  },
};

const conditions: Measure = {
  name: 'conditions',
  take: (scratch) => {
    const target = range(scratch, 'H1:H3,J1');
    const list = target.at('FormatConditions');
    const added = attempt(() => list.call('Add', 2, null, '=N("tianbao:probe")=0'));
    const made = attempt(() =>
      range(scratch, 'H1').at('FormatConditions').at('Item', 1).at('Interior').set('Color', 255),
    );
    const first = (): Loose => range(scratch, 'H1').at('FormatConditions').at('Item', 1);
    return {
      added,
      made,
      count: attempt(() => range(scratch, 'H1').at('FormatConditions').member('Count')),
      formula: attempt(() => first().member('Formula1')),
      appliesTo: attempt(() => first().at('AppliesTo').call('Address', false, false)),
      colour: attempt(() => first().at('Interior').member('Color')),
      stopIfTrue: attempt(() => first().member('StopIfTrue')),
      firstPriority: attempt(() => typeof first().member('SetFirstPriority')),
      deleted: attempt(() => first().call('Delete')),
      left: attempt(() => range(scratch, 'H1').at('FormatConditions').member('Count')),
    };
  },
};

const comments: Measure = {
  name: 'comments',
  take: (scratch) => {
    const cell = range(scratch, 'K1');
    const answers: Answers = {
      none: shapeOf(cell.member('Comment')),
      added: attempt(() => shapeOf(cell.call('AddComment', '【填报助手】\n一'))),
      text: attempt(() => cell.at('Comment').call('Text') === '【填报助手】\n一'),
      again: attempt(() => shapeOf(cell.call('AddComment', '二'))),
      replaced: attempt(() => {
        cell.at('Comment').call('Text', '三');
        return cell.at('Comment').call('Text') === '三';
      }),
      count: attempt(() => scratch.sheet.at('Comments').member('Count')),
      place: attempt(() => scratch.sheet.at('Comments').at('Item', 1).at('Parent').call('Address', false, false)),
      shape: attempt(() => shapeOf(cell.at('Comment').member('Shape'))),
    };
    answers.deleted = attempt(() => cell.at('Comment').call('Delete'));
    answers.left = attempt(() => scratch.sheet.at('Comments').member('Count'));
    return answers;
  },
};

const validation: Measure = {
  name: 'validation',
  take: (scratch) => {
    const list = range(scratch, 'L1').at('Validation');
    return {
      added: attempt(() => list.call('Add', 3, 1, 1, '是,否')),
      again: attempt(() => list.call('Add', 3, 1, 1, '有,无')),
      formula: attempt(() => list.member('Formula1')),
      deleted: attempt(() => list.call('Delete')),
    };
  },
};

const events: Measure = {
  name: 'events',
  take: async (scratch) => {
    const { application, beside, wait } = scratch;
    const api = [application, beside].find(
      (root) => root.isThere && attempt(() => root.at('ApiEvent').isThere) === true,
    );
    if (!api) return { api: null };
    const source = api.at('ApiEvent');
    const answers: Answers = {};
    const heard: string[] = [];
    const listener = (...given: readonly unknown[]): void => {
      const [sheet, target] = given.map((one) => new Loose(one));
      const address = attempt(() => target?.call('Address', false, false) ?? null);
      heard.push(`${shapeOf(sheet?.raw)} ${String(address)}`);
    };
    const registered: { readonly name: string; readonly act: (...given: readonly unknown[]) => void }[] = [];
    const before = attempt(() => application.member('EnableEvents'));
    try {
      for (const name of EVENTS) {
        const act = name === 'SheetChange' ? listener : (): void => undefined;
        answers[name] = attempt(() => {
          source.call('AddApiEventListener', name, act);
          registered.push({ name, act });
          return true;
        });
      }
      range(scratch, 'M1').set('Value2', 1);
      await wait(500);
      answers.ownWrite = heard.join('; ') || 'none';
      heard.length = 0;
      attempt(() => application.set('EnableEvents', false));
      range(scratch, 'M2:M3').set('Value2', [[1], [2]]);
      await wait(500);
      answers.ownWriteSwitchedOff = heard.join('; ') || 'none';
    } finally {
      attempt(() => application.set('EnableEvents', before !== false));
      for (const { name, act } of registered) {
        const removed = attempt(() => source.call('RemoveApiEventListener', name, act));
        if (name === 'SheetChange') answers.removed = removed;
      }
    }
    return answers;
  },
};

/**
 * The program's undo may be one for all workbooks, and what it takes back must not be the user's: formatting of an empty
 * one neither.
 */
function isAlone({ application }: Scratch): boolean {
  return application.at('Workbooks').member('Count') === 1;
}

const undo: Measure = {
  name: 'undo',
  take: async (scratch) => {
    const { application, workbook, wait } = scratch;
    if (!isAlone(scratch)) return { skipped: 'other workbooks are open' };
    if (application.at('ActiveWorkbook').member('Name') !== workbook.member('Name')) return { skipped: 'not in front' };
    const [first, second] = [range(scratch, 'N1'), range(scratch, 'N2')];
    first.set('Value2', 'before');
    second.set('Value2', 'before');
    first.set('Value2', 'after');
    second.set('Value2', 'after');
    const called = attempt(() => application.call('Undo'));
    await wait(300);
    const [isFirstBack, isSecondBack] = [first, second].map((cell) => attempt(() => cell.member('Value2')) !== 'after');
    const takesBack = isFirstBack ? 'all' : isSecondBack ? 'last' : 'none';
    return { called, takesBack };
  },
};

const files: Measure = {
  name: 'files',
  take: ({ application, beside }) => {
    const owner = [application, beside].find(
      (root) => root.isThere && attempt(() => root.at('FileSystem').isThere) === true,
    );
    const env = [application, beside].find((root) => root.isThere && attempt(() => root.at('Env').isThere) === true);
    const answers: Answers = {};
    for (const name of ['GetTempPath', 'GetHomePath', 'GetDesktopPath', 'GetDownloadPath']) {
      // Whether there is one; the path itself has a person's name in it.
      answers[name] = env ? attempt(() => shapeOf(env.at('Env').call(name))) : null;
    }
    if (!owner || !env) return answers;
    const system = owner.at('FileSystem');
    const folder = String(attempt(() => env.at('Env').call('GetTempPath')))
      .replace(/\\/g, '/')
      .replace(/\/$/, '');
    const ways: readonly (readonly [string, string, string, string])[] = [
      ['binary, with a path', 'writeAsBinaryString', 'readAsBinaryString', `${folder}/tianbao-probe-1.txt`],
      ['binary, a bare name', 'writeAsBinaryString', 'readAsBinaryString', 'tianbao-probe-2.txt'],
      ['text, with a path', 'writeFileString', 'readFileString', `${folder}/tianbao-probe-3.txt`],
      ['text, a bare name', 'writeFileString', 'readFileString', 'tianbao-probe-4.txt'],
      ['WriteFile, with a path', 'WriteFile', 'ReadFile', `${folder}/tianbao-probe-5.txt`],
    ];
    for (const [name, write, read, path] of ways) {
      answers[name] = attempt(() => {
        system.call(write, path, 'PK\u0003\u0004');
        return system.call(read, path) === 'PK\u0003\u0004' ? 'same' : 'other';
      });
      attempt(() => system.call('Remove', path));
      // A bare name was one in the temporary folder.
      if (!path.includes('/')) attempt(() => system.call('Remove', `${folder}/${path}`));
    }
    return answers;
  },
};

const document: Measure = {
  name: 'document',
  take: ({ workbook, application }) => ({
    parts: attempt(() => {
      workbook.at('CustomXMLParts').call('Add', '<tianbao xmlns="urn:tianbao:probe:1"/>');
      return workbook.at('CustomXMLParts').at('SelectByNamespace', 'urn:tianbao:probe:1').member('Count');
    }),
    properties: attempt(() => {
      workbook.at('CustomDocumentProperties').call('Add', 'tianbaoProbe', false, 4, 'x');
      return workbook.at('CustomDocumentProperties').at('Item', 'tianbaoProbe').member('Value') === 'x';
    }),
    codeName: attempt(() => shapeOf(workbook.at('Worksheets').at('Item', 1).member('CodeName'))),
    windowHandle: attempt(() => shapeOf(application.at('ActiveWindow').member('Hwnd'))),
  }),
};

const ROWS = 2000;
const COLUMNS = 5;
const CALLS = 200;

const timings: Measure = {
  name: 'timings',
  take: (scratch) => {
    const { now } = scratch;
    const took = (act: () => unknown): number => {
      const begun = now();
      act();
      return Math.round(now() - begun);
    };
    const block = range(scratch, `A200:E${String(199 + ROWS)}`);
    const written = Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLUMNS }, (_, at) => row * at));
    const cell = range(scratch, 'A1');
    const long = (length: number): string =>
      Array.from({ length: Math.ceil(length / 5) }, (_, at) => `A${String(200 + 2 * at)}`)
        .join(',')
        .slice(0, length)
        .replace(/,[^,]*$/, '');
    return {
      write10000: took(() => block.set('Value2', written)),
      read10000: took(() => block.member('Value2')),
      formulas10000: took(() => block.member('Formula')),
      [`calls${String(CALLS)}`]: took(() => {
        for (let count = 0; count < CALLS; count++) cell.member('Row');
      }),
      address250: attempt(() => range(scratch, long(250)).at('Areas').member('Count')),
      address400: attempt(() => range(scratch, long(400)).at('Areas').member('Count')),
    };
  },
};

/** In the order in which they are taken. */
export const MEASURES: readonly Measure[] = [
  ...[members, shapes, values, fill, conditions, comments, validation, events, undo, files, document, timings],
];
