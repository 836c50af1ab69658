import assert from 'node:assert/strict';
import { COMMANDS, formOfControl, newFormControl } from '../../src/excel/command-names.ts';
import {
  startCommands,
  type CommandedPane,
  type CommandEvent,
  type CommandSurface,
  type SelectedCell,
} from '../../src/excel/commands.ts';
import { firstState, type PaneState } from '../../src/pane/state.ts';

type Act = (event?: CommandEvent | null) => Promise<void>;

const CHECKED = { status: 'checked', stale: false, findings: [] } as unknown as PaneState['check'];

interface Setting {
  readonly state?: Partial<PaneState>;
  /** What the check comes to. */
  readonly outcome?: PaneState['check'];
  readonly notice?: PaneState['notice'];
  readonly selected?: SelectedCell | null;
  readonly refused?: boolean;
  readonly noPane?: boolean;
}

/** Commands over a pane that writes down what it is asked for. */
function commands({ state = {}, outcome = CHECKED, notice = null, selected = null, refused, noPane }: Setting = {}): {
  readonly log: string[];
  readonly press: (name: string, event?: CommandEvent | null) => Promise<void>;
} {
  const log: string[] = [];
  let now: PaneState = { ...firstState('zh'), forms: [{ id: 'a/b' } as PaneState['forms'][number]], ...state };
  const asks = (what: string, after: Partial<PaneState> = {}) => {
    log.push(what);
    now = { ...now, ...after };
    return Promise.resolve();
  };
  const pane: CommandedPane = {
    get state() {
      return now;
    },
    check: () => asks('check', { check: outcome }),
    mark: () => asks('mark', { notice }),
    clearMarks: () => asks('clear marks', { notice }),
    openForm: (id) => asks(`open ${id}`, { notice }),
    explain: (sheetId, { row, column }) => asks(`explain ${sheetId} ${row} ${column}`),
    showTab: (tab) => void asks(`tab ${tab}`, { tab }),
  };
  const failed = Promise.reject<CommandedPane>(new Error('no pane'));
  failed.catch(() => undefined);
  const surface: CommandSurface = {
    pane: noPane ? failed : Promise.resolve(pane),
    showPane: () => (refused ? Promise.reject(new Error('refused')) : asks('show pane')),
    showHelp: () => void asks('help'),
    selectedCell: () => Promise.resolve(selected),
  };
  const known = new Map<string, Act>();
  startCommands({ associate: (name, act) => void known.set(name, act) }, surface);
  return {
    log,
    press: async (name, event = { completed: () => void log.push('completed') }) => {
      await known.get(name)?.(event);
    },
  };
}

const said = (...keys: readonly string[]): PaneState['notice'] =>
  ({ kind: 'done', lines: keys.map((key) => ({ key })) }) as unknown as PaneState['notice'];
const trouble = { kind: 'attention', lines: [{ key: 'busy' }] } as unknown as PaneState['notice'];
const unrecognised = { status: 'unrecognised' } as unknown as PaneState['check'];
const stale = { ...CHECKED, stale: true } as PaneState['check'];

describe('commands of the ribbon, of the menu of cells and of keys', () => {
  for (const [what, command, setting, expected] of [
    ['the pane opens', COMMANDS.pane, {}, ['show pane']],
    ['a check opens the pane first', COMMANDS.check, {}, ['show pane', 'tab findings', 'check']],
    [
      'a check does without the pane where it cannot be opened',
      COMMANDS.check,
      { refused: true },
      ['tab findings', 'check'],
    ],
    ['marks need a check', COMMANDS.mark, { notice: said('marked') }, ['check', 'mark']],
    ['marks take the check there is', COMMANDS.mark, { state: { check: CHECKED }, notice: said('marked') }, ['mark']],
    [
      'marks need a check of the document as it stands',
      COMMANDS.mark,
      { state: { check: stale }, notice: said('marked') },
      ['check', 'mark'],
    ],
    [
      'what no colour shows is told in the pane',
      COMMANDS.mark,
      { notice: said('marked', 'marked-without-note') },
      ['check', 'mark', 'show pane'],
    ],
    ['nothing to mark is told', COMMANDS.mark, { notice: said('nothing-to-mark') }, ['check', 'mark', 'show pane']],
    [
      'a form not recognised is told, and nothing marked',
      COMMANDS.mark,
      { outcome: unrecognised },
      ['check', 'show pane'],
    ],
    [
      'what was told before is not taken for what is told now',
      COMMANDS.mark,
      { outcome: unrecognised, state: { notice: said('marked') } },
      ['check', 'show pane'],
    ],
    ['cleared marks are gone to see', COMMANDS.clear, { notice: said('cleared') }, ['clear marks']],
    ['marks that cannot be cleared are told of', COMMANDS.clear, { notice: trouble }, ['clear marks', 'show pane']],
    [
      'a cell is explained',
      COMMANDS.cell,
      { state: { check: CHECKED }, selected: { sheetId: '{1}', row: 4, column: 2 } },
      ['show pane', 'explain {1} 4 2'],
    ],
    [
      'a cell is explained after a check',
      COMMANDS.cell,
      { selected: { sheetId: '{1}', row: 0, column: 0 } },
      ['show pane', 'check', 'explain {1} 0 0'],
    ],
    ['of what is no form no cell is explained', COMMANDS.cell, { outcome: unrecognised }, ['show pane', 'check']],
    ['help opens', COMMANDS.help, {}, ['help']],
  ] satisfies readonly (readonly [string, string, Setting, readonly string[]])[]) {
    it(what, async () => {
      const { log, press } = commands(setting);
      await press(command);
      assert.deepEqual(log, [...expected, 'completed']);
    });
  }

  const item = (id: string): CommandEvent => ({ source: { id } });
  for (const [what, control, setting, expected] of [
    ['a blank form opens as a workbook', newFormControl('a/b'), {}, ['open a/b']],
    ['a form that cannot be opened is told of', newFormControl('a/b'), { notice: trouble }, ['open a/b', 'show pane']],
    ['another form than there is leads to the gallery', newFormControl('a/gone'), {}, ['tab gallery', 'show pane']],
    ['a control that is for no form leads to the gallery', 'Tianbao.Ribbon.help', {}, ['tab gallery', 'show pane']],
  ] satisfies readonly (readonly [string, string, Setting, readonly string[]])[]) {
    it(what, async () => {
      const { log, press } = commands(setting);
      await press(COMMANDS.form, item(control));
      assert.deepEqual(log, expected);
    });
  }

  it('keys hand over nothing', async () => {
    const { log, press } = commands({ notice: said('marked') });
    await press(COMMANDS.mark, null);
    assert.deepEqual(log, ['check', 'mark']);
  });

  for (const command of Object.values(COMMANDS).filter((name) => name !== COMMANDS.help)) {
    it(`${command} is completed also where there is no pane, whose page then tells why`, async () => {
      const { log, press } = commands({ noPane: true });
      await press(command);
      assert.equal(log.at(-1), 'completed');
      assert.equal(log.includes('show pane'), true);
      assert.equal(log.filter((line) => line === 'completed').length, 1);
    });
  }

  it('a command that hangs is completed all the same, once', async () => {
    let completed = 0;
    const known = new Map<string, Act>();
    const surface: CommandSurface = {
      pane: new Promise(() => undefined),
      showPane: () => Promise.resolve(),
      showHelp: () => undefined,
      selectedCell: () => Promise.resolve(null),
    };
    startCommands({ associate: (name, act) => void known.set(name, act) }, surface, 1);
    await new Promise<void>((resolve) => {
      void known.get(COMMANDS.clear)?.({
        completed: () => {
          completed++;
          resolve();
        },
      });
    });
    assert.equal(completed, 1);
  });

  for (const id of ['yunyang/catalogue', 'gaoqing/cloud-new']) {
    it(`the menu item of ${id} says which form it is for`, () => {
      assert.equal(formOfControl(newFormControl(id)), id);
    });
  }
});
