import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as AxeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { PANE_STATES } from './pane-states.ts';
import { WorkbenchBrowser, type WorkbenchPage } from './workbench-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Widths at which people have the pane: beside a sheet, and on a phone or in a narrow window. */
const WIDTHS = [320, 420, 1280] as const;

/**
 * What axe-core leaves out: the inside of the grid, which is not ours, and the stops for the focus at the edges of a group
 * that Fluent puts there, which hand it on at once.
 */
const NOT_OURS = [['.tianbao-grid'], ['[data-tabster-dummy]']];

/** Serious and critical findings of axe-core, one a line. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(async (exclude): Promise<AxeCore.AxeResults> => {
    const axe = Reflect.get(globalThis, 'axe') as typeof AxeCore;
    return await axe.run({ exclude }, { resultTypes: ['violations'] });
  }, NOT_OURS);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}

describe('every state of the pane is accessible, in both themes and languages', function () {
  this.timeout(60_000);
  let browser: WorkbenchBrowser | undefined;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  for (const { name, reach } of PANE_STATES) {
    it(name, async () => {
      assert.ok(browser);
      const workbench = await browser.open({ colorScheme: 'light' });
      try {
        await reach(workbench);
        assert.deepEqual(await lookOver(workbench, name), []);
        assert.deepEqual(workbench.complaints, []);
      } finally {
        await workbench.close();
      }
    });
  }
});

/** Takes pictures of a state in all its looks, and answers what stands in anybody's way. */
async function lookOver(workbench: WorkbenchPage, name: string): Promise<string[]> {
  const { page } = workbench;
  const found: string[] = [];
  for (const language of ['zh', 'en'] as const) {
    if (language === 'en') await workbench.switchLanguage();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of WIDTHS) {
        await workbench.showAt(width);
        await workbench.picture(`states/${name} ${language} ${colorScheme} ${String(width)}`);
      }
      found.push(...(await barriers(page)).map((barrier) => `${language} ${colorScheme}: ${barrier}`));
    }
  }
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await workbench.picture(`states/${name} forced colours`);
  return found;
}
