import { fromA1 } from '../../src/sheets/address.ts';
import type { Person } from '../hosts/contract.ts';
import type { WorkbenchPage } from './workbench-page.ts';

export interface PersonAtGrid extends Person {
  /** Clicks on a cell of the first sheet. */
  select(cell: string): Promise<void>;
  /** Does something, and waits until the grid shows it and is still. */
  seen(act: () => Promise<void>): Promise<void>;
}

/** A person at the keyboard of the workbench. */
export function personAt({ page }: WorkbenchPage): PersonAtGrid {
  /** Selects a cell of the first sheet and gives the grid the keyboard. */
  const select = async (cell: string): Promise<void> => {
    await page.evaluate(
      async (place) => {
        const host = globalThis.tianbao?.host;
        const [sheet] = (await host?.listSheets()) ?? [];
        await host?.reveal(sheet?.id ?? '', place);
      },
      fromA1(cell) ?? { row: 0, column: 0 },
    );
    const box = await page.evaluate(
      (place) => globalThis.tianbao?.cellBox(place),
      fromA1(cell) ?? { row: 0, column: 0 },
    );
    if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };
  const looks = async (): Promise<string> => await page.evaluate(() => globalThis.tianbao?.looks() ?? '');
  /** Does something, and waits until the grid shows it. */
  const seen = async (act: () => Promise<void>): Promise<void> => {
    const before = await looks();
    await act();
    for (let tries = 0; tries < 100 && (await looks()) === before; tries++) await page.waitForTimeout(50);
    // Formulas follow a little later.
    let last = '';
    for (let same = 0; same < 4; same++) {
      await page.waitForTimeout(60);
      const now = await looks();
      if (now !== last) same = 0;
      last = now;
    }
  };
  return {
    looks,
    select,
    seen,
    type: async (cell, text) => {
      await select(cell);
      // The cell's editor takes a moment to open; what is typed before is lost, as it is not for slower people.
      const [first = '', ...rest] = text;
      await page.keyboard.type(first);
      await page.waitForTimeout(400);
      await page.keyboard.type(rest.join(''), { delay: 30 });
      await page.waitForTimeout(150);
      await seen(() => page.keyboard.press('Enter'));
    },
    paste: async (cell, text) => {
      await select(cell);
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await seen(() => page.keyboard.press('Control+V'));
    },
    fillDown: async (first, last) => {
      await select(first);
      const steps = (fromA1(last)?.row ?? 0) - (fromA1(first)?.row ?? 0);
      for (let step = 0; step < steps; step++) await page.keyboard.press('Shift+ArrowDown');
      await seen(() => page.keyboard.press('Control+D'));
    },
    undo: async () => {
      await seen(() => page.getByRole('button', { name: '撤销', exact: true }).first().click());
    },
  };
}
