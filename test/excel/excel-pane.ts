import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { serveFolder } from '../../scripts/static-server.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { engine } from '../browser/engines.ts';
import { readPackage } from '../hosts/excel/opened-workbook.ts';
import { excelRequirements } from '../hosts/excel/requirements.ts';
import { PersonAtExcel } from '../hosts/excel/stand-in/person.ts';
import { StandInWorkbook } from '../hosts/excel/stand-in/stand-in-workbook.ts';
import { ADDIN, openInExcel, serveAddin, serveOfficeJs, type FrameOptions } from './office-frame.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The add-in as it is being tested: the production build where one is asked for, else the readable one. */
export const BUILT = path.join(ROOT, 'dist', process.env.TIANBAO_PRODUCTION ? 'excel' : 'excel-dev');

const PICTURES = path.join(ROOT, '.screenshots');

const MICROSOFT = 'https://appsforoffice.microsoft.com/';

/** What office.js says of a frame that may keep nothing in the browser, and goes on. */
const OF_OFFICE_JS = "error: SecurityError: Failed to read the 'sessionStorage' property";

export interface OpenInExcel extends Partial<FrameOptions> {
  readonly excelApi: string;
  /** Microsoft's server is not to be reached. */
  readonly withoutOfficeJs?: boolean;
}

/** A browser with the add-in served to it, for the tests of one file. */
export class ExcelBrowser {
  readonly #browser: Browser;
  readonly #server: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #close: () => void;

  private constructor(browser: Browser, server: string, headers: Readonly<Record<string, string>>, close: () => void) {
    this.#browser = browser;
    this.#server = server;
    this.#headers = headers;
    this.#close = close;
  }

  /**
   * `undefined` where no browser is to be found: its tests are then skipped, but never on CI.
   * @param headers that the server adds to its own
   */
  static async start(
    folder = BUILT,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ExcelBrowser | undefined> {
    const browser = await engine('installed');
    if (!browser) return undefined;
    if (!existsSync(path.join(folder, 'taskpane.html'))) {
      await browser.close();
      throw new Error(`${folder} is not built`);
    }
    const { server, address } = await serveFolder(folder, 0);
    return new ExcelBrowser(browser, address, headers, () => server.close());
  }

  /** Opens a sample in Excel on the web, with the pane at its side. */
  async open(sample: string, options: OpenInExcel): Promise<ExcelPane> {
    const context = await this.#browser.newContext({
      viewport: { width: 360, height: 900 },
      locale: 'zh-CN',
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const workbook = new StandInWorkbook(readXlsx(packageOf(sample)), {
      excelApi: options.excelApi,
      requirements: excelRequirements(),
      readPackage,
    });
    const complaints: string[] = [];
    context.on('console', (message) => {
      const told = `${message.type()}: ${message.text()}`;
      if (/^(?:error|warning)$/.test(message.type()) && !told.startsWith(OF_OFFICE_JS)) complaints.push(told);
    });
    context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    await context.route(`${MICROSOFT}**`, (route) =>
      options.withoutOfficeJs === true ? route.abort() : serveOfficeJs(route),
    );
    await context.route(`${ADDIN}**`, (route) => serveAddin(route, this.#server, this.#headers));
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    const page = await openInExcel(context, workbook, { address: `${ADDIN}taskpane.html`, ...options });
    return new ExcelPane(page, workbook, complaints, requests);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#close();
  }
}

/** The pane in Excel on the web. */
export class ExcelPane {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly workbook: StandInWorkbook;
  readonly person: PersonAtExcel;
  /** All that pages have complained of, and asked for. */
  readonly complaints: readonly string[];
  readonly requests: readonly string[];

  constructor(page: Page, workbook: StandInWorkbook, complaints: readonly string[], requests: readonly string[]) {
    this.page = page;
    this.frame = page.frameLocator('iframe');
    this.workbook = workbook;
    this.person = new PersonAtExcel(workbook);
    this.complaints = complaints;
    this.requests = requests;
  }

  async press(name: string | RegExp): Promise<void> {
    await this.frame
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  async check(): Promise<void> {
    await this.press('校验');
    await this.frame.getByText(/^校验完成：/).waitFor({ state: 'attached' });
  }

  /** Waits for a sentence in the pane. */
  async says(text: string | RegExp): Promise<string> {
    const found = this.frame.getByText(text).first();
    await found.waitFor();
    return (await found.textContent()) ?? '';
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `excel-${name}.png`) });
  }

  /** What a cell of the first sheet holds. */
  value(row: number, column: number): unknown {
    return this.workbook.document.firstSheet().cell(row, column).value;
  }

  /** Ends the test: nothing was complained of. */
  async close(): Promise<void> {
    assert.deepEqual(this.complaints, []);
    await this.page.context().close();
  }
}

export function packageOf(sample: string): OfficePackage {
  const file = path.join(ROOT, 'test', 'samples', sample);
  return new OfficePackage(new Uint8Array(readFileSync(file)), nodeCodec);
}
