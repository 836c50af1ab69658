import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import webpack from 'webpack';
import { serveFolder } from '../scripts/static-server.ts';
import { engine } from '../test/browser/engines.ts';
import { bundleOf } from './bundle.ts';
import { catalogueFile } from './catalogue.ts';
import { tasksOf, type LongTask } from './main-thread.ts';
import { tableOf } from './tables.ts';

const ROOT = path.join(import.meta.dirname, '..');
const BUILT = path.join(ROOT, 'dist', 'workbench');
const EMPTY = path.join(ROOT, '.bench', 'empty-grid');
const CONFIG = '../webpack.workbench.js';

/** Thousands of bytes, times, milliseconds. */
const TARGETS = { pane: 230, toEmpty: 3, task: 200, edit: 20, marks: 1000 };
/** The script of the grid, whose own load is not ours to shorten. */
const GRID = 'grid.js';
/** Milliseconds for the page to come to rest. */
const QUIET = 3000;
const ROWS = 100_000;
const MARKS = 1000;

/** The workbench in Chromium, as `npm run build` makes it. */
export async function workbench(runs: number): Promise<string> {
  if (!existsSync(path.join(BUILT, 'index.html'))) throw new Error('the bench of the workbench needs `npm run build`');
  await buildEmptyGrid();
  const catalogue = await catalogueFile({ rows: ROWS, format: 'xlsx', faults: '1%' });
  const rows = [
    ['pane, JavaScript and CSS, gzipped', `${paneSize().toFixed(0)} kB${verdict(paneSize(), TARGETS.pane)}`],
  ];
  const ours = await serveFolder(BUILT, 0);
  const empty = await serveFolder(EMPTY, 0);
  const browser = await engine('installed');
  if (!browser) throw new Error('the bench of the workbench needs a Chromium');
  try {
    const startEmpty = await starts(browser, empty.address, 'canvas', runs);
    const start = await starts(browser, ours.address, 'input[type=file]', runs);
    rows.push(...startRows(startEmpty, start), ...(await largeRows(browser, ours.address, catalogue)));
  } finally {
    await browser.close();
    ours.server.close();
    empty.server.close();
  }
  rows.push(...(await editRows(catalogue)));
  return tableOf(['What', ''], rows, [1]);
}

function paneSize(): number {
  const files = ['pane.js', 'pane.css'].map((name) => path.join(BUILT, name)).filter((file) => existsSync(file));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;
}

async function buildEmptyGrid(): Promise<void> {
  const { default: configs } = (await import(CONFIG)) as {
    default: (environment: unknown, options: { mode: string }) => webpack.Configuration[];
  };
  const page = configs({}, { mode: 'production' }).find(({ name }) => name === 'page');
  if (!page) throw new Error('the build of the workbench has no page');
  const { dependencies: _, optimization, plugins = [], ...config } = page;
  const kept = plugins.filter((plugin) => plugin && /^(?:MiniCssExtract|Ignore)Plugin$/.test(plugin.constructor.name));
  rmSync(EMPTY, { recursive: true, force: true });
  mkdirSync(EMPTY, { recursive: true });
  await new Promise<void>((resolve, reject) => {
    webpack(
      {
        ...config,
        entry: { main: path.join(import.meta.dirname, 'empty-grid.ts') },
        output: { path: EMPTY, filename: '[name].js', publicPath: 'auto' },
        optimization: { ...optimization, splitChunks: false },
        plugins: kept,
        devtool: false,
        cache: false,
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString()));
        else resolve();
      },
    );
  });
  const head = '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="main.css">';
  writeFileSync(path.join(EMPTY, 'index.html'), `${head}<body><script src="main.js"></script></body>`);
}

/** Until a page has drawn what it is used by, and has nothing more to do. */
interface Start {
  /** Milliseconds. */
  readonly time: number;
  /** Milliseconds of its main thread. */
  readonly busy: number;
}

async function starts(browser: Browser, address: string, sign: string, runs: number): Promise<Start> {
  const all: Start[] = [];
  // The first run warms the file caches of the machine.
  for (let run = 0; run <= runs; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const metrics = await context.newCDPSession(page);
    await metrics.send('Performance.enable');
    await page.goto(address);
    await page.locator(sign).first().waitFor({ state: 'attached' });
    const time = await page.evaluate(
      () => new Promise<number>((resolve) => requestIdleCallback(() => resolve(performance.now()))),
    );
    const { metrics: measured } = await metrics.send('Performance.getMetrics');
    const busy = (measured.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    if (run > 0) all.push({ time, busy });
    await context.close();
  }
  return { time: median(all.map(({ time }) => time)), busy: median(all.map(({ busy }) => busy)) };
}

function startRows(empty: Start, ours: Start): string[][] {
  const times = ours.time / empty.time;
  return [
    [
      'an empty Univer page, until interactive',
      `${empty.time.toFixed(0)} ms (main thread ${empty.busy.toFixed(0)} ms)`,
    ],
    [
      'the workbench, until interactive',
      `${ours.time.toFixed(0)} ms (main thread ${ours.busy.toFixed(0)} ms): ${times.toFixed(2)} ×${verdict(times, TARGETS.toEmpty)}`,
    ],
  ];
}

async function largeRows(browser: Browser, address: string, catalogue: string): Promise<string[][]> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })).newPage();
  await page.goto(address);
  const input = page.locator('input[type=file]');
  await input.waitFor({ state: 'attached' });
  const size = `${ROWS.toLocaleString('en')} rows`;
  const opening = await tasksOf(page, GRID, async () => {
    await input.setInputFiles(catalogue);
    await page.locator('[data-opened="1"]').waitFor({ state: 'attached', timeout: 300_000 });
    await page.waitForTimeout(QUIET);
  });
  const checking = await tasksOf(page, GRID, async () => {
    await page.getByRole('button', { name: '校验', exact: true }).click();
    await page.getByText(/^校验完成：/).waitFor({ state: 'attached', timeout: 300_000 });
    await page.waitForTimeout(QUIET);
  });
  const marks = await timeMarks(page);
  await page.context().close();
  return [
    [`${size} opened: the longest task, with the grid's own load`, `${longest(opening, 'cpu').toFixed(0)} ms`],
    [`${size} opened: the longest without it`, ofTask(longest(opening, 'outside'))],
    [`${size} checked and listed: the longest task`, ofTask(longest(checking, 'outside'))],
    [
      `${MARKS.toLocaleString('en')} cells marked in them as one undo step`,
      `${marks.toFixed(0)} ms${verdict(marks, TARGETS.marks)}`,
    ],
  ];
}

function longest(tasks: readonly LongTask[], which: keyof LongTask): number {
  return tasks.reduce((most, task) => Math.max(most, task[which]), 0);
}

function ofTask(cpu: number): string {
  return `${cpu.toFixed(0)} ms${verdict(cpu, TARGETS.task)}`;
}

async function timeMarks(page: Page): Promise<number> {
  return await page.evaluate(async (count) => {
    const host = globalThis.tianbao?.host;
    const document = await host?.read();
    const [grid] = document?.workbook.sheets ?? [];
    if (!host || !document || !grid) throw new Error('nothing is open');
    const basis = {
      sheetId: document.sheets[0]?.id ?? '',
      rowCount: grid.rowCount,
      columnCount: grid.columnCount,
      cells: [],
    };
    const marks = Array.from({ length: count }, (_, at) => ({
      ...{ row: 5 + at * 90, column: at % 12 },
      ...{ severity: 'error' as const, colour: 'FFC7CE', note: '请核对。' },
    }));
    const from = performance.now();
    await host.mark({ sheets: [{ basis, marks }] });
    return performance.now() - from;
  }, MARKS);
}

async function editRows(catalogue: string): Promise<string[][]> {
  const program = await bundleOf(path.join(import.meta.dirname, 'edit-program.ts'));
  const edits = JSON.parse(
    execFileSync(process.execPath, [program, path.join(ROOT, 'dist', 'forms.json'), catalogue], { encoding: 'utf8' }),
  ) as readonly {
    readonly cpu: number;
    readonly whole: boolean;
  }[];
  const single = edits
    .filter(({ whole }) => !whole)
    .map(({ cpu }) => cpu)
    .sort((a, b) => a - b);
  const middle = median(single);
  const high = single[Math.floor(single.length * 0.95)] ?? 0;
  const wholes = edits.length - single.length;
  return [
    [
      `one edit in them checked again, CPU: median of ${edits.length} edits`,
      `${middle.toFixed(1)} ms${verdict(middle, TARGETS.edit)}`,
    ],
    ['the same, 19 of 20 edits', `${high.toFixed(1)} ms${verdict(high, TARGETS.edit)}`],
    ['edits that had all checked again', String(wholes)],
  ];
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function verdict(value: number, most: number): string {
  return ` ${value <= most ? '✓' : '✗'} (≤ ${most})`;
}
