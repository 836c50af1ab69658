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
  /** Whether what stands in the editor of a cell comes to begin so within two seconds; the grid may complete it. */
  const holds = async (text: string): Promise<boolean> => {
    for (let tries = 0; tries < 40; tries++) {
      if ((await page.evaluate(() => globalThis.tianbao?.typed()))?.startsWith(text)) return true;
      await page.waitForTimeout(50);
    }
    return false;
  };
  /**
   * Types as somebody does who looks at what they type: where the editor of a cell does not take it, as happens when the
   * machine is busy while it opens, they give up that attempt and begin again.
   */
  const typeInto = async (cell: string, text: string): Promise<void> => {
    for (let attempts = 0; attempts < 5; attempts++) {
      await select(cell);
      if (await takes(text)) return;
      // Not by a key: the keyboard may be what was lost, and going elsewhere would keep the half that came through.
      await page.evaluate(() => globalThis.tianbao?.abandonTyping());
    }
    throw new Error(`${cell} does not take ${text}`);
  };
  const takes = async (text: string): Promise<boolean> => {
    const [first = '', ...rest] = text;
    await page.keyboard.type(first);
    if (!(await holds(first))) return false;
    // What comes while the editor is still opening may be lost; the list of a drop-down that opens may take the keyboard.
    await page.waitForTimeout(400);
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[id^="__editor___INTERNAL_EDITOR__DOCS_NORMAL"]')?.focus(),
    );
    await page.keyboard.type(rest.join(''), { delay: 30 });
    return await holds(text);
  };
  return {
    looks,
    select,
    seen,
    type: async (cell, text) => {
      await typeInto(cell, text);
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
