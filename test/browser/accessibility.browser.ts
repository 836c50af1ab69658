import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as AxeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { recover, STATES_OF_DOCUMENT, STATES_WITHOUT_DOCUMENT } from './pane-states.ts';
import { WorkbenchBrowser, type WorkbenchPage } from './workbench-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** With the variable `TIANBAO_PICTURES` pictures are taken of every state, for people to look at. */
const PICTURES = Boolean(process.env.TIANBAO_PICTURES);

/** Widths at which people have the pane: beside a sheet, and on a phone or in a narrow window. */
const WIDTHS = [320, 420, 1280] as const;

/**
 * What axe-core leaves out: the inside of the grid, which is not ours, and the stops for the focus at the edges of a group
 * that Fluent puts there, which hand it on at once.
 */
const NOT_OURS = [['.tianbao-grid'], ['[data-tabster-dummy]']];

/** Waits until all has the colours that it comes to have. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A theme is taken up in one frame, and what moves towards it begins in the next.
    for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}

/** Serious and critical findings of axe-core, one a line. */
async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  await settled(page);
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

  for (const states of [STATES_WITHOUT_DOCUMENT, STATES_OF_DOCUMENT]) {
    // One page for all of them, as long as nothing fails.
    let workbench: WorkbenchPage | undefined;

    for (const { name, reach } of states) {
      it(name, async () => {
        assert.ok(browser);
        const shown = workbench ?? (await openWorkbench(browser));
        workbench = undefined;
        try {
          await reach(shown);
          assert.deepEqual(await lookOver(shown, name), []);
          assert.deepEqual(shown.complaints, []);
          await recover(shown);
          workbench = shown;
        } finally {
          if (!workbench) await shown.close();
        }
      });
    }
  }
});

async function openWorkbench(browser: WorkbenchBrowser): Promise<WorkbenchPage> {
  const workbench = await browser.open({ colorScheme: 'light', reducedMotion: 'reduce' });
  // Changes that are not saved are discarded.
  workbench.page.on('dialog', (dialog) => void dialog.accept());
  return workbench;
}

/**
 * Answers what stands in anybody's way. Names come with the language, colours with the theme: of the four together two
 * have them all.
 */
async function lookOver(workbench: WorkbenchPage, name: string): Promise<string[]> {
  const { page } = workbench;
  const found: string[] = [];
  for (const [language, colorScheme] of [
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const) {
    if (language === 'en') await workbench.switchLanguage();
    await page.emulateMedia({ colorScheme });
    if (PICTURES) await takePictures(workbench, `${name} ${language} ${colorScheme}`);
    found.push(...(await barriers(page)).map((barrier) => `${language} ${colorScheme}: ${barrier}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** At every width, and in the colours of somebody who has chosen their own. */
async function takePictures(workbench: WorkbenchPage, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await workbench.showAt(width);
    await workbench.picture(`states/${name} ${String(width)}`);
  }
  await workbench.page.emulateMedia({ forcedColors: 'active' });
  await workbench.picture(`states/${name} forced colours`);
  await workbench.page.emulateMedia({ forcedColors: 'none' });
}
