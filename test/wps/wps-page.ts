import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serveFolder } from '../../scripts/static-server.ts';
import { engine, type EngineName } from '../browser/engines.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The add-in as it is being tested: the production build where one is asked for, else the readable one. */
export const ADDIN_FOLDER = path.join(ROOT, 'dist', process.env.TIANBAO_PRODUCTION ? 'wps' : 'wps-dev', 'online');

export type Served = 'http' | 'file';
export type ProfileName = 'windows' | 'uos';

/** An engine that WPS embeds, and the add-in in it, from a server and from a folder. */
export class WpsEngine {
  readonly browser: Browser;
  readonly address: string;
  readonly #folder: string;
  readonly #standIn: string;
  readonly #close: () => void;

  private constructor(browser: Browser, address: string, folder: string, standIn: string, close: () => void) {
    this.browser = browser;
    this.address = address;
    this.#folder = folder;
    this.#standIn = standIn;
    this.#close = close;
  }

  /** `undefined` where the engine does not run here: its tests are then skipped, but never on CI. */
  static async start(name: EngineName): Promise<WpsEngine | undefined> {
    const browser = await engine(name);
    if (!browser) return undefined;
    if (!existsSync(path.join(ADDIN_FOLDER, 'ribbon.xml'))) {
      await browser.close();
      throw new Error(`${ADDIN_FOLDER} is not built: npm run build:wps-dev`);
    }
    const { server, address } = await serveFolder(ADDIN_FOLDER, 0);
    const temporary = mkdtempSync(path.join(tmpdir(), 'tianbao-'));
    // As people have it: spaces, Chinese, and what addresses must escape.
    const folder = path.join(temporary, '王 五 #1 100%', 'tianbao_0.1.0');
    cpSync(ADDIN_FOLDER, folder, { recursive: true });
    return new WpsEngine(browser, address, folder, await standInScript(), () => {
      server.close();
      rmSync(temporary, { recursive: true });
    });
  }

  /** The pane, opened by the ribbon as the pane `1`, in a stand-in with a workbook. */
  async openPane(served: Served, profile: ProfileName, file: string | null): Promise<WpsPane> {
    const context = await this.browser.newContext({ viewport: { width: 380, height: 720 }, locale: 'zh-CN' });
    const base64 = file === null ? null : readFileSync(file).toString('base64');
    const options = `globalThis.standInOptions = ${JSON.stringify({ profile, file: base64 })};`;
    await context.addInitScript(`${options}\n${this.#standIn}`);
    const base = served === 'http' ? this.address : `${pathToFileURL(this.#folder).href}/`;
    return await WpsPane.open(context, `${base}taskpane.html#pane=1`, base);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.#close();
  }
}

/** The stand-in as a script for pages. */
async function standInScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'stand-in-start.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome92',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** The pane in a page, and all that the page has complained of. */
export class WpsPane {
  readonly page: Page;
  readonly complaints: string[] = [];

  private constructor(page: Page, base: string) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(base) && !/^(?:data|blob):/.test(url)) this.complaints.push(`outside request: ${url}`);
    });
    page.on('requestfailed', (request) => this.complaints.push(`failed request: ${request.url()}`));
  }

  static async open(context: BrowserContext, address: string, base: string): Promise<WpsPane> {
    const page = await context.newPage();
    const pane = new WpsPane(page, base);
    await page.goto(address);
    try {
      await page.getByRole('button', { name: '收起', exact: true }).waitFor({ timeout: 15_000 });
    } catch (error) {
      throw new Error(pane.complaints.join('\n'), { cause: error });
    }
    return pane;
  }

  /** Leaves word as the ribbon does. */
  async order(command: string): Promise<void> {
    await this.page.evaluate((word) => globalThis.standIn.storage.set('tianbao.et.command.1', word), command);
  }

  async checked(): Promise<void> {
    await this.page.getByText(/^校验完成：/).waitFor({ state: 'attached' });
  }

  /** The counts as the filter shows them. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const found = await this.page
      .locator('[data-count]')
      .evaluateAll((buttons) =>
        buttons.map((button) => [(button as HTMLElement).dataset.count, Number(/\d+$/.exec(button.textContent)?.[0])]),
      );
    return Object.fromEntries(found) as Record<string, number>;
  }
}
