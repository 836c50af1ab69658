import type { RowObstacle } from '../files/row-shift.ts';
import type { BrowserHost } from '../hosts/browser/browser-host.ts';
import type { RowStep } from '../hosts/browser/grid-edits.ts';
import type { PaneController } from '../pane/pane-controller.ts';
import { checkedOf } from '../pane/state.ts';
import type { Desk } from './desk.ts';
import { workbenchText, type WorkbenchTextKey } from './texts.ts';

/** Inserts and deletes rows of the forms' tables: the only change of layout that a file is sure to survive as it is. */
export class TableRows {
  readonly #host: BrowserHost;
  readonly #desk: Desk;
  readonly #controller: PaneController;

  constructor(host: BrowserHost, desk: Desk, controller: PaneController) {
    this.#host = host;
    this.#desk = desk;
    this.#controller = controller;
  }

  /** As many rows above those that are selected. */
  async insert(): Promise<void> {
    await this.#change((top, bottom, table) => ({
      change: { kind: 'insert', at: top, count: bottom - top + 1 },
      like: top > table.top ? top - 1 : top,
    }));
  }

  /** As many rows below those that are selected: the only way to one behind the last. */
  async insertBelow(): Promise<void> {
    await this.#change((top, bottom) => ({
      change: { kind: 'insert', at: bottom + 1, count: bottom - top + 1 },
      like: bottom,
    }));
  }

  /** The rows that are selected. */
  async delete(): Promise<void> {
    await this.#change((top, bottom, table) =>
      top === table.top && bottom === table.bottom
        ? 'rows-last'
        : { change: { kind: 'delete', at: top, count: bottom - top + 1 } },
    );
  }

  async #change(plan: (top: number, bottom: number, table: TableRange) => Change | WorkbenchTextKey): Promise<void> {
    this.#desk.dismiss();
    const selection = this.#host.selection;
    if (!selection) return;
    const { sheetId, range } = selection;
    const table = (await this.#tables()).find(
      (one) => one.sheetId === sheetId && one.top <= range.top && range.bottom <= one.bottom,
    );
    const change = table ? plan(range.top, range.bottom, table) : 'rows-outside';
    if (typeof change === 'string') {
      this.#tell(change);
      return;
    }
    const step = { sheetId, ...change };
    const obstacle = await this.#desk.obstacleTo(this.#host.rowEdits(step));
    if (obstacle) this.#tell(`rows-${obstacle}`);
    else await this.#host.changeRows(step);
  }

  /** Where the tables of the forms are now: what was edited since the last check counts. */
  async #tables(): Promise<readonly TableRange[]> {
    const { check } = this.#controller.state;
    if (check.status !== 'checked' || check.stale) await this.#controller.check();
    return checkedOf(this.#controller.state)?.forms.flatMap(({ tables }) => tables) ?? [];
  }

  #tell(key: WorkbenchTextKey | `rows-${RowObstacle}`): void {
    this.#desk.tell('attention', workbenchText(this.#controller.state.language, key));
  }
}

type Change = Pick<RowStep, 'change' | 'like'>;

interface TableRange {
  readonly sheetId: string;
  readonly top: number;
  readonly bottom: number;
}
