import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

/**
 * `installed`: the Chromium, Chrome or Edge of this machine, or where there is none the newest that npm brings. 103 is the
 * engine of WPS's web view, 92 that of its old builds.
 */
export type EngineName = 'installed' | '103' | '92';

/** Where a Chromium, Chrome or Edge may be; a variable of the environment comes first. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const UNPACKED = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'tianbao-engines');

/**
 * Starts an engine that tests run in.
 * @returns `undefined` where it cannot run on this machine: its tests are then skipped.
 * @throws Error on CI, where none may be skipped.
 */
export async function engine(name: EngineName): Promise<Browser | undefined> {
  try {
    if (name !== 'installed') return await launchPacked(name);
    const executable = installedBrowser();
    return executable === undefined ? await launchPacked('103') : await launch(executable);
  } catch (error) {
    if (process.env.CI) throw error;
    console.error(
      `Tests in a browser (${name}) are skipped: ${error instanceof Error ? error.message : String(error)}`,
    );
    return undefined;
  }
}

/** The engine that all tests run in: that of the variable `TIANBAO_ENGINE` where it is set. */
export function engineAskedFor(): EngineName {
  const { TIANBAO_ENGINE: asked = '' } = process.env;
  if (asked === '' || asked === 'installed') return 'installed';
  if (asked === '103' || asked === '92') return asked;
  throw new Error(`TIANBAO_ENGINE is installed, 103 or 92, not ${asked}`);
}

function installedBrowser(): string | undefined {
  const named = process.env.CHROMIUM;
  return named !== undefined && named !== '' ? named : PLACES.find((place) => existsSync(place));
}

/** Starts the engine that an npm package carries, which needs no installation and no root. */
async function launchPacked(version: '103' | '92'): Promise<Browser> {
  const folder = unpack(version);
  const libraries = path.join(folder, 'aws', 'lib');
  const before = process.env.LD_LIBRARY_PATH;
  const env = {
    ...definedVariables(),
    // libnss3 and what it needs, for machines that have no browser.
    LD_LIBRARY_PATH: before === undefined || before === '' ? libraries : `${libraries}:${before}`,
  };
  const browser = await launch(path.join(folder, 'chromium'), env);
  if (browser.version().split('.')[0] === version) return browser;
  const found = browser.version();
  await browser.close();
  throw new Error(`${folder} holds Chromium ${found}`);
}

/** Starts a browser: nothing of it calls home, so that every request seen is the page's. */
async function launch(executablePath: string, env?: Record<string, string>): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    ...(env ? { env } : {}),
    args: [
      // A container of root's has no sandbox of its own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/**
 * Unpacks an engine once. The package's own way puts all versions into one place and takes for its own whatever lies
 * there; each has a folder of its own here, which is there whole or not at all.
 */
function unpack(version: '103' | '92'): string {
  const own = createRequire(import.meta.url).resolve(`chromium-${version}/package.json`);
  const { version: exact } = JSON.parse(readFileSync(own, 'utf8')) as { readonly version: string };
  const folder = path.join(UNPACKED, exact);
  if (existsSync(folder)) return folder;
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is packed for Linux on x64 only');
  mkdirSync(UNPACKED, { recursive: true });
  const unfinished = mkdtempSync(path.join(UNPACKED, 'unpacking-'));
  const bin = path.join(path.dirname(own), 'bin');
  const program = path.join(unfinished, 'chromium');
  writeFileSync(program, brotliDecompressSync(readFileSync(path.join(bin, 'chromium.br'))));
  chmodSync(program, 0o755);
  const libraries = brotliDecompressSync(readFileSync(path.join(bin, 'aws.tar.br')));
  mkdirSync(path.join(unfinished, 'aws'));
  const { status, stderr } = spawnSync('tar', ['-x', '-C', path.join(unfinished, 'aws')], { input: libraries });
  if (status !== 0) throw new Error(`its libraries cannot be unpacked: ${String(stderr)}`);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
