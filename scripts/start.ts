/**
 * `npm start`: builds the workbench where it is missing or older than its sources, serves it, and prints its address
 * when it is ready. `PORT` says where (8080, or the next that is free).
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { serveFolder } from './static-server.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'dist', 'workbench');
const SOURCES = ['src', 'templates', 'scripts', 'test/samples', 'package.json', 'webpack.workbench.js'];
const USUAL_PORT = 8080;

/** When the newest file of a place was changed, in milliseconds; 0 where there is none. */
function newest(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

function build(): void {
  const built = newest(path.join(FOLDER, 'index.html'));
  if (built >= Math.max(...SOURCES.map((place) => newest(path.join(ROOT, place))))) return;
  process.stdout.write('正在构建工作台（首次约需一分钟）… Building the workbench (about a minute the first time)…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['run', '--silent', 'build:workbench'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

async function serve(): Promise<string> {
  const asked = process.env.PORT;
  if (asked !== undefined && asked !== '') return (await serveFolder(FOLDER, Number(asked))).address;
  for (let port = USUAL_PORT; ; port++) {
    try {
      return (await serveFolder(FOLDER, port)).address;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= USUAL_PORT + 20) throw error;
    }
  }
}

build();
const address = await serve();
process.stdout.write(`填报助手工作台已就绪 / The workbench is ready: ${address}\n`);
