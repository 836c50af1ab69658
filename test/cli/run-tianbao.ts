import { spawnSync } from 'node:child_process';
import path from 'node:path';

const PROGRAM = path.join(import.meta.dirname, '../../bin/tianbao.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built command line, as a user runs it in a folder. */
export function runTianbao(folder: string, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}
