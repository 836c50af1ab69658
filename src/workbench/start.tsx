import './workbench.css';
import packed from '#workbench-files' with { type: 'json' };
import { createRoot } from 'react-dom/client';
import type { Language } from '../forms/language.ts';
import { BrowserHost } from '../hosts/browser/browser-host.ts';
import { allowPlainEdits } from '../hosts/browser/plain-edits.ts';
import { cellBox, looksOf, typedIn, abandonTyping } from '../hosts/browser/grid-looks.ts';
import { createUniverGrid } from '../hosts/browser/univer.ts';
import { PaneController } from '../pane/pane-controller.ts';
import { startWorker } from '../pane/worker-port.ts';
import type { Address } from '../sheets/address.ts';
import { Desk } from './desk.ts';
import { unpack } from './packed-files.ts';
import { TableRows } from './table-rows.ts';
import { workbenchText } from './texts.ts';
import { Workbench } from './workbench.tsx';

interface WorkbenchForTests {
  readonly host: BrowserHost;
  readonly desk: Desk;
  /** Where a cell of the present sheet is on the screen. */
  cellBox(at: Address): DOMRect | null;
  /** What stands in the editor of a cell; `null` where none is open. */
  typed(): string | null;
  /** Ends what is being typed without keeping it, and gives the sheet the keyboard. */
  abandonTyping(): Promise<void>;
  /** All that the grid shows of the document. */
  looks(): string;
}

declare global {
  /** For tests: what they need beside what a user sees, for the grid is a picture. */
  var tianbao: WorkbenchForTests | undefined;
}

function start(root: HTMLElement): void {
  const language: Language = navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
  const gridElement = document.createElement('div');
  gridElement.className = 'tianbao-grid';
  // The grid measures its element when it is made.
  root.append(gridElement);
  const grid = createUniverGrid(gridElement, { language, dark: false });
  const host = new BrowserHost(grid, {
    openForm: async (formId) => {
      const blank = packed.blanks.find((file) => file.formId === formId);
      if (blank && desk.mayReplace()) await desk.open(unpack(blank), blank.name);
    },
  });
  const controller = new PaneController(host, () => startWorker('check'), language);
  const desk = new Desk(host, () => controller.state.language);
  const rows = new TableRows(host, desk, controller);
  allowPlainEdits(grid, () => desk.tell('attention', workbenchText(controller.state.language, 'refused')));
  addEventListener('beforeunload', (event) => {
    if (desk.state.unsaved) event.preventDefault();
  });
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') desk.leaving();
  });
  void desk.start();
  globalThis.tianbao = {
    host,
    desk,
    cellBox: (at) => cellBox(grid, at),
    typed: () => typedIn(grid),
    abandonTyping: () => abandonTyping(grid),
    looks: () => looksOf(grid),
  };
  void controller.start();
  createRoot(root).render(
    <Workbench
      desk={desk}
      controller={controller}
      packed={packed}
      gridElement={gridElement}
      undo={() => grid.undo()}
      redo={() => grid.redo()}
      focusGrid={() => grid.focus()}
      insertRows={() => void rows.insert()}
      insertRowsBelow={() => void rows.insertBelow()}
      deleteRows={() => void rows.delete()}
      onDark={(dark) => grid.facade.toggleDarkMode(dark)}
    />,
  );
}

const root = document.getElementById('workbench');
if (root) start(root);
