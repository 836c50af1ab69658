import type { PaneController } from '../pane/pane-controller.ts';
import type { Notice } from '../pane/state.ts';
import type { Address } from '../sheets/address.ts';
import { COMMANDS, formOfControl, type Command } from './command-names.ts';

/** What commands ask of the pane. */
export type CommandedPane = Pick<
  PaneController,
  'state' | 'check' | 'mark' | 'clearMarks' | 'openForm' | 'explain' | 'showTab'
>;

export interface SelectedCell extends Address {
  readonly sheetId: string;
}

/** What there is to carry commands out with, from the moment when office.js is there. */
export interface CommandSurface {
  /** Comes when the pane follows the document, whether it is open or not; fails where there can be no pane. */
  readonly pane: Promise<CommandedPane>;
  /** Opens the pane at the side of the sheets, or leaves it open. */
  showPane(): Promise<void>;
  showHelp(): void;
  selectedCell(): Promise<SelectedCell | null>;
}

/** What Office hands to a function; keys hand over nothing. */
export interface CommandEvent {
  readonly source?: { readonly id?: string };
  completed?(): void;
}

/** Where functions are made known to Office: `Office.actions`. */
export interface ActionRegistry {
  associate(name: string, act: (event?: CommandEvent | null) => Promise<void>): void;
}

/** Milliseconds after which Office is told that a command is done, though it is not: until then it offers no other. */
const PATIENCE = 60_000;

/**
 * Makes the commands known to Office. To be called as soon as office.js is loaded and before `Office.onReady` is awaited:
 * from then on Office calls them, and calls for nothing those that it does not know yet. Excel has no place for messages of
 * an add-in, and a dialog asks for leave first, so that what a command has to tell is told in the pane, which then opens.
 */
export function startCommands(registry: ActionRegistry, surface: CommandSurface, patience = PATIENCE): void {
  for (const [command, name] of Object.entries(COMMANDS)) {
    registry.associate(name, async (event) => {
      const complete = once(() => event?.completed?.());
      const timer = setTimeout(complete, patience);
      try {
        await ACTS[command as Command](surface, event?.source?.id ?? '');
      } catch {
        // Whatever went wrong before the pane could tell of it, the pane's page tells why it is not there.
        await surface.showPane().catch(() => undefined);
      } finally {
        clearTimeout(timer);
        complete();
      }
    });
  }
}

type Act = (surface: CommandSurface, controlId: string) => Promise<void>;

const ACTS: Readonly<Record<Command, Act>> = {
  pane: (surface) => surface.showPane(),

  async check(surface) {
    // Opened first: it shows how far the check has got, and how to break it off.
    await shown(surface);
    const pane = await surface.pane;
    pane.showTab('findings');
    await pane.check();
  },

  async mark(surface) {
    const pane = await surface.pane;
    const { notice } = pane.state;
    if (await isChecked(pane)) await pane.mark();
    if (!saysOnly(pane, 'marked', notice)) await shown(surface);
  },

  async clear(surface) {
    const pane = await surface.pane;
    const { notice } = pane.state;
    await pane.clearMarks();
    if (!saysOnly(pane, 'cleared', notice)) await shown(surface);
  },

  async cell(surface) {
    await shown(surface);
    const pane = await surface.pane;
    const selected = await surface.selectedCell();
    if ((await isChecked(pane)) && selected) await pane.explain(selected.sheetId, selected);
  },

  async form(surface, controlId) {
    const pane = await surface.pane;
    const formId = formOfControl(controlId);
    const isKnown = formId !== undefined && pane.state.forms.some(({ id }) => id === formId);
    if (formId !== undefined && (isKnown || pane.state.forms.length === 0)) await pane.openForm(formId);
    else pane.showTab('gallery');
    if (!isKnown || pane.state.notice?.kind === 'attention') await shown(surface);
  },

  help(surface) {
    surface.showHelp();
    return Promise.resolve();
  },
};

/** Whether findings of the document as it stands are there; where they are not, it is checked. */
async function isChecked(pane: CommandedPane): Promise<boolean> {
  const { check } = pane.state;
  if (check.status !== 'checked' || check.stale) await pane.check();
  return pane.state.check.status === 'checked';
}

/** Whether all that was told since can be seen in the sheets. */
function saysOnly(pane: CommandedPane, key: 'marked' | 'cleared', before: Notice | null): boolean {
  const { notice } = pane.state;
  const lines = notice && notice !== before ? notice.lines : [];
  return lines.length === 1 && lines[0]?.key === key;
}

/** The pane is opened where that can be done; what it shows is there when the user opens it. */
async function shown(surface: CommandSurface): Promise<void> {
  await surface.showPane().catch(() => undefined);
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
