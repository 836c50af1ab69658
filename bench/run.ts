import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { catalogueFile, type Catalogue } from './catalogue.ts';
import { excel } from './excel.ts';
import { files } from './files.ts';
import type { Faults } from './catalogue-rows.ts';
import { measure, type Usage } from './measure.ts';
import { tableOf, withTables } from './tables.ts';
import { workbench } from './workbench.ts';
import { wps } from './wps.ts';

const ROOT = path.join(import.meta.dirname, '..');
const OURS = path.join(ROOT, 'dist', 'tianbao.mjs');
const OUTPUT = path.join(ROOT, '.bench', 'output.json');
const DOCUMENT = path.join(ROOT, 'docs', 'performance.md');
const LINES = ['tianbao', 'react-spreadsheet-import', 'ajv'] as const;
const NAMES = {
  tianbao: '填报助手 Tianbao',
  'react-spreadsheet-import': 'react-spreadsheet-import 4.7',
  ajv: 'ajv 8 + SheetJS',
};
const FAULTS: Readonly<Record<Faults, string>> = { none: 'none', '1%': '1 % of the rows', every: 'every row' };

/** CPU seconds and MiB that 100,000 rows may take. */
const TARGETS = { xlsx: { cpu: 1.5, peak: 250 }, csv: { cpu: 0.8, peak: 250 } };
/** A file with a fault in every row may take so many times what the clean one takes. */
const FAULTY_TO_CLEAN = 1.5;

const SCALES = {
  csv: [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000],
  xlsx: [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 500_000],
};
/** More than the limit of a part: refused by name, and quickly. */
const TOO_MANY: Catalogue = { rows: 1_000_000, format: 'xlsx', faults: '1%' };

interface Outcome extends Usage {
  /** Findings of ours, errors of the others. */
  readonly findings: number;
}

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    /** Into docs/performance.md, with the day. */
    write: { type: 'boolean', default: false },
    /** Only this section. */
    only: { type: 'string' },
    date: { type: 'string' },
  },
});
if (options.write && !/^\d{4}-\d{2}-\d{2}$/.test(options.date ?? '')) {
  throw new Error('--write needs the day of the measurement: --date YYYY-MM-DD');
}
const runs = Number(options.runs);

const all: Readonly<Record<string, () => string | Promise<string>>> = {
  machine,
  compared,
  scaled,
  files: () => files(OURS, OUTPUT, runs),
  excel,
  wps,
  workbench: async () => [machine(), await workbench(runs)].join('\n\n'),
};
const sections: Record<string, string> = {};
for (const [name, measured] of Object.entries(all)) {
  if (options.only === undefined || options.only === name) sections[name] = await measured();
}
process.stdout.write(Object.values(sections).join('\n\n') + '\n');
if (options.write) writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), sections));

function machine(): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const load = os.loadavg()[0] ?? 0;
  return [
    `Measured${options.date === undefined ? '' : ` on ${options.date}`}: ${(cpu?.model ?? 'unknown processor').trim()}, `,
    `${os.cpus().length} cores, ${memory} GiB, ${os.type()} ${os.arch()}, Node ${process.version}; `,
    `load before the first run ${load.toFixed(1)}; medians of ${runs} runs.`,
  ].join('');
}

/** Each program with each file of 100,000 rows. */
async function compared(): Promise<string> {
  const rows: string[][] = [];
  for (const format of ['xlsx', 'csv'] as const) {
    let clean: Usage | undefined;
    for (const faults of ['none', '1%', 'every'] as const) {
      const file = await catalogueFile({ rows: 100_000, format, faults });
      for (const line of LINES) {
        const outcome = run(line, file);
        if (line === 'tianbao' && faults === 'none') clean = outcome;
        const target = line === 'tianbao' ? TARGETS[format] : undefined;
        const ratio = line === 'tianbao' && faults === 'every' && clean ? outcome.cpu / clean.cpu : undefined;
        rows.push([
          format,
          FAULTS[faults],
          NAMES[line],
          seconds(outcome.cpu) + (target && faults !== 'every' ? verdict(outcome.cpu, target.cpu) : ''),
          outcome.peak.toFixed(0) + (target ? verdict(outcome.peak, target.peak) : ''),
          outcome.findings.toLocaleString('en'),
          ratio === undefined ? '' : `${ratio.toFixed(2)} × clean${verdict(ratio, FAULTY_TO_CLEAN)}`,
        ]);
      }
    }
  }
  return tableOf(['Format', 'Faults', 'Program', 'CPU s', 'Peak MiB', 'Findings', ''], rows, [3, 4, 5]);
}

/** Ours over files of more and more rows; once the engine has compiled what is hot, each further row should take the same. */
async function scaled(): Promise<string> {
  const rows: string[][] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    let before: { readonly rows: number; readonly cpu: number } | undefined;
    for (const count of SCALES[format]) {
      const outcome = run('tianbao', await catalogueFile({ rows: count, format, faults: '1%' }));
      const each = before && ((outcome.cpu - before.cpu) / (count - before.rows)) * 1e6;
      before = { rows: count, cpu: outcome.cpu };
      rows.push([
        format,
        count.toLocaleString('en'),
        seconds(outcome.cpu),
        each === undefined ? '' : each.toFixed(1),
        outcome.peak.toFixed(0),
        outcome.findings.toLocaleString('en'),
      ]);
    }
  }
  const file = await catalogueFile(TOO_MANY);
  const refused = measure([OURS, 'check', file, '--format', 'json'], OUTPUT, runs, [2]);
  const code = /"code":"([^"]+)"/.exec(start(OUTPUT))?.[1] ?? 'no code';
  const count = TOO_MANY.rows.toLocaleString('en');
  rows.push([TOO_MANY.format, count, seconds(refused.cpu), '', refused.peak.toFixed(0), `refused: \`${code}\``]);
  const columns = ['Format', 'Rows', 'CPU s', 'µs for each further row', 'Peak MiB', 'Findings'];
  return tableOf(columns, rows, [1, 2, 3, 4, 5]);
}

function run(line: (typeof LINES)[number], file: string): Outcome {
  if (line === 'tianbao') {
    const usage = measure([OURS, 'check', file, '--format', 'json'], OUTPUT, runs, [0, 1]);
    const [, error = '', warning = '', info = ''] =
      /"counts":\{"error":(\d+),"warning":(\d+),"info":(\d+)\}/.exec(start(OUTPUT)) ?? [];
    return { ...usage, findings: Number(error) + Number(warning) + Number(info) };
  }
  const usage = measure([path.join(import.meta.dirname, 'peers', `${line}.mjs`), file], OUTPUT, runs);
  return { ...usage, findings: Number(/"errors":(\d+)/.exec(start(OUTPUT))?.[1]) };
}

/** The beginning of a file; a report may have hundreds of megabytes behind its counts. */
function start(file: string): string {
  const bytes = Buffer.alloc(1 << 16);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, bytes, 0, bytes.length, 0);
  closeSync(descriptor);
  return bytes.toString('utf8', 0, length);
}

function seconds(cpu: number): string {
  return cpu.toFixed(2);
}

function verdict(value: number, most: number): string {
  return ` ${value <= most ? '✓' : '✗'} (≤ ${most})`;
}
