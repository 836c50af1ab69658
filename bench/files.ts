import path from 'node:path';
import { bundleOf } from './bundle.ts';
import { measure, type Usage } from './measure.ts';
import { bombFile, emptyFile, REGISTER, registerFile } from './register.ts';
import { tableOf } from './tables.ts';

const COPY = path.join(import.meta.dirname, '..', '.bench', 'flagged.xlsx');

/** CPU seconds and MiB. The bomb's are beyond what the same process takes for an empty workbook. */
const TARGETS = {
  read: { cpu: 1, peak: 200 },
  fewFlags: { cpu: 2 },
  manyFlags: { cpu: 3 },
  bomb: { cpu: 0.05, peak: 40 },
};

/** Reading, flagging and refusing, apart from checking. `ours`: the built command line. */
export async function files(ours: string, output: string, runs: number): Promise<string> {
  const program = await bundleOf(path.join(import.meta.dirname, 'files-program.ts'));
  const register = await registerFile();
  const size = `${REGISTER.rows.toLocaleString('en')} × ${REGISTER.columns} cells`;
  const read = measure([program, 'read', register], output, runs);
  const peer = measure([path.join(import.meta.dirname, 'peers', 'sheetjs-read.mjs'), register], output, runs);
  const few = measure([program, 'flag', register, '50', COPY], output, runs);
  const many = measure([program, 'flag', register, '50000', COPY], output, runs);
  const check = [ours, 'check', '--format', 'json'];
  const empty = measure([...check, await emptyFile()], output, runs, [2]);
  const bomb = measure([...check, await bombFile()], output, runs, [2]);
  const beyond = { cpu: bomb.cpu - empty.cpu, peak: bomb.peak - empty.peak };
  const rows = [
    row(`${size} read`, '填报助手 Tianbao', read, TARGETS.read),
    row(`${size} read`, 'SheetJS 0.20.3, dense', peer),
    row('50 cells flagged in it', '填报助手 Tianbao', few, TARGETS.fewFlags),
    row('50,000 cells flagged in it', '填报助手 Tianbao', many, TARGETS.manyFlags),
    row('an empty workbook refused', '填报助手 Tianbao', empty),
    row('a gigabyte in a megabyte refused: beyond that', '填报助手 Tianbao', beyond, TARGETS.bomb),
  ];
  return tableOf(['What', 'Program', 'CPU s', 'Peak MiB'], rows, [2, 3]);
}

function row(
  what: string,
  program: string,
  { cpu, peak }: Usage,
  most: { cpu?: number; peak?: number } = {},
): string[] {
  return [what, program, cpu.toFixed(2) + verdict(cpu, most.cpu), peak.toFixed(0) + verdict(peak, most.peak)];
}

function verdict(value: number, most: number | undefined): string {
  return most === undefined ? '' : ` ${value <= most ? '✓' : '✗'} (≤ ${most})`;
}
