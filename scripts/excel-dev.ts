/**
 * `npm run excel`: builds the add-in, serves it at https://localhost:3000, and opens Excel on this desktop with it. Needs
 * Windows or a Mac with Excel. The tools for that are Microsoft's, fetched by npx when they are first used: they bring hundreds
 * of packages that nothing else here needs. `office-addin-dev-certs` asks once for leave to trust a certificate of its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serveFolder } from './static-server.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'dist', 'excel-dev');
const CERTIFICATES = path.join(os.homedir(), '.office-addin-dev-certs');
const PORT = 3000;
const ON_WINDOWS = process.platform === 'win32';

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(ON_WINDOWS ? `${command}.cmd` : command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: ON_WINDOWS,
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.platform !== 'win32' && process.platform !== 'darwin') {
  process.stderr.write(
    '这一步要在装有 Excel 的 Windows 或 Mac 上做。\nThis needs Windows or a Mac, with Excel installed.\n',
  );
  process.exit(1);
}

run('npm', ['run', '--silent', 'forms']);
run('npm', ['run', '--silent', 'blanks']);
run('npm', ['run', '--silent', 'build:excel-dev']);
run('npx', ['--yes', 'office-addin-dev-certs@3', 'install']);
const secure = {
  cert: readFileSync(path.join(CERTIFICATES, 'localhost.crt')),
  key: readFileSync(path.join(CERTIFICATES, 'localhost.key')),
};
const { address } = await serveFolder(FOLDER, PORT, secure);
process.stdout.write(`${address}taskpane.html\n按 Ctrl+C 结束。 Ctrl+C ends it.\n`);
const sideload = [
  '--yes',
  'office-addin-debugging@7',
  'start',
  'manifest.xml',
  'desktop',
  '--app',
  'excel',
  '--no-debug',
];
spawn(ON_WINDOWS ? 'npx.cmd' : 'npx', sideload, { cwd: ROOT, stdio: 'inherit', shell: ON_WINDOWS });
