import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Download, Page } from 'playwright-core';
import { serveFolder } from '../../scripts/static-server.ts';
import { engine, engineAskedFor, type EngineName } from './engines.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const SAMPLES = path.join(ROOT, 'test', 'samples');

/** The workbench as it is being tested: the production build where one is asked for, else the readable one. */
const FOLDER = path.join(ROOT, 'dist', process.env.TIANBAO_PRODUCTION ? 'workbench' : 'workbench-dev');

/** Pictures of what tests have seen; CI keeps them. */
const PICTURES = path.join(ROOT, '.screenshots');

export function samplePath(name: string): string {
  return path.join(SAMPLES, name);
}

/** A browser with the workbench served to it, for the tests of one file. */
export class WorkbenchBrowser {
  readonly #browser: Browser;
  readonly #address: string;
  readonly #close: () => void;

  private constructor(browser: Browser, address: string, close: () => void) {
    this.#browser = browser;
    this.#address = address;
    this.#close = close;
  }

  /** `undefined` where no browser is to be found: its tests are then skipped, but never on CI. */
  static async start(name: EngineName = engineAskedFor()): Promise<WorkbenchBrowser | undefined> {
    const browser = await engine(name);
    if (!browser) return undefined;
    if (!existsSync(path.join(FOLDER, 'index.html'))) {
      await browser.close();
      throw new Error(`${FOLDER} is not built`);
    }
    const { server, address } = await serveFolder(FOLDER, 0);
    return new WorkbenchBrowser(browser, address, () => server.close());
  }

  /** @param options `before`: a script that runs in the page before any of its own */
  async open(options: OpenOptions = {}): Promise<WorkbenchPage> {
    const { fromFile = false, before, ...looks } = options;
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'zh-CN',
      acceptDownloads: true,
      ...looks,
    });
    if (before !== undefined) await context.addInitScript(before);
    const address = fromFile ? `file://${path.join(FOLDER, 'index.html')}` : this.#address;
    return await WorkbenchPage.open(context, address);
  }

  /** The page as its address has it, without waiting for the workbench in it. */
  async blank(options: BrowserContextOptions): Promise<Page> {
    const page = await (await this.#browser.newContext(options)).newPage();
    await page.goto(this.#address);
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#close();
  }
}

export interface OpenOptions extends BrowserContextOptions {
  readonly fromFile?: boolean;
  readonly before?: string;
}

/**
 * What Univer says of itself: that a second workbook is there, and of the editor of a cell that it opens before it has
 * measured the cell, as happens on a busy machine.
 */
const OF_THE_GRID = [
  'Component univer.sheet.cell-alert already exists',
  'The column width is less than 0, need to adjust page width',
];

/** The workbench in a page, and all that the page has complained of. */
export class WorkbenchPage {
  readonly page: Page;
  readonly complaints: string[] = [];

  readonly #address: string;

  private constructor(page: Page, address: string) {
    this.page = page;
    this.#address = address;
    const ownAddress = address.startsWith('file:') ? 'file:' : address;
    page.on('console', (message) => {
      const isOfTheGrid = OF_THE_GRID.some((words) => message.text().includes(words));
      if ((message.type() === 'error' || message.type() === 'warning') && !isOfTheGrid) {
        this.complaints.push(`${message.type()}: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(ownAddress) && !/^(?:data|blob):/.test(url)) this.complaints.push(`outside request: ${url}`);
    });
    page.on('requestfailed', (request) => this.complaints.push(`failed request: ${request.url()}`));
  }

  static async open(context: BrowserContext, address: string): Promise<WorkbenchPage> {
    const page = await context.newPage();
    const workbench = new WorkbenchPage(page, address);
    await page.goto(address);
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    return workbench;
  }

  /** The workbench in another window of the same browser. */
  async openBeside(): Promise<WorkbenchPage> {
    return await WorkbenchPage.open(this.page.context(), this.#address);
  }

  /** The page is gone from one moment to the next, and opened anew in the same browser. */
  async crashAndReopen(): Promise<WorkbenchPage> {
    await this.page.close();
    return await WorkbenchPage.open(this.page.context(), this.#address);
  }

  async openFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const opened = Number(await this.page.locator('[data-opened]').getAttribute('data-opened'));
    await this.page.locator('input[type=file]').setInputFiles(file);
    await this.page.locator(`[data-opened="${String(opened + 1)}"]`).waitFor({ state: 'attached' });
  }

  async check(): Promise<void> {
    await this.page.getByRole('button', { name: '校验', exact: true }).click();
    await this.checked();
  }

  /** Waits for the end of a check that is under way. */
  async checked(): Promise<void> {
    await this.page.getByText(/^校验完成：/).waitFor({ state: 'attached' });
  }

  /** The counts as the filter shows them. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const buttons = await this.page.locator('[data-count]').all();
    const entries = await Promise.all(
      buttons.map(async (button): Promise<[string, number]> => [
        (await button.getAttribute('data-count')) ?? '',
        Number(/\d+$/.exec((await button.textContent()) ?? '')?.[0]),
      ]),
    );
    return Object.fromEntries(entries);
  }

  /** All findings, by scrolling through the list: only those in sight are in the page. */
  async findings(): Promise<{ cell: string; severity: string; rule: string }[]> {
    const list = this.page.getByRole('list', { name: '发现的问题' });
    const found = new Map<string, { cell: string; severity: string; rule: string }>();
    await list.evaluate((element) => (element.scrollTop = 0));
    for (let atEnd = false; !atEnd;) {
      await this.page.waitForTimeout(60);
      const seen = await list.locator('[data-rule]').evaluateAll((cards) =>
        cards.map((card) => {
          const { index = '', cell = '', severity = '', rule = '' } = (card as HTMLElement).dataset;
          return [index, { cell, severity, rule }] as const;
        }),
      );
      for (const [index, finding] of seen) found.set(index, finding);
      atEnd = await list.evaluate((element) => {
        const end = element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
        element.scrollTop += element.clientHeight / 2;
        return end;
      });
    }
    return [...found].sort(([a], [b]) => Number(a) - Number(b)).map(([, finding]) => finding);
  }

  async save(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: '另存为' }).click();
    return await download;
  }

  /** Makes the window as wide; in a narrow one the pane is brought to the front. */
  async showAt(width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: 800 });
    const pane = this.page.getByRole('button', { name: /^(?:校验结果|Findings)$/ });
    // Also where a dialog covers the button for it.
    if (await pane.isVisible()) await pane.evaluate((element) => (element as HTMLElement).click());
  }

  /** Says all in the other language, where that is offered, also where a dialog covers the button for it. */
  async switchLanguage(): Promise<void> {
    const button = this.page.getByText(/^(?:English|中文)$/);
    // While a check runs its place is taken by the button that ends it.
    if ((await button.count()) === 0) return;
    await button.evaluate((element) => (element as HTMLElement).click());
    await this.page.waitForTimeout(100);
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
