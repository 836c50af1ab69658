import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../forms/language.ts';
import { UsageError } from './arguments.ts';
import { beforeInterruption } from './interruption.ts';
import type { Input, Inputs } from './inputs.ts';
import { systemCode } from './system-reason.ts';
import { visible } from './terminal.ts';

/** An output folder that would harm the input; nothing has been written yet. */
export type Refusal =
  | { readonly key: 'output-is-file' }
  | { readonly key: 'output-in-input' | 'output-overwrites'; readonly input: string };

/** What stands behind a name: nothing for a copy, `.xlsx` for a new workbook, `.txt` for a report. */
const ADDED_ENDINGS = ['', '.xlsx', '.txt'] as const;
export type AddedEnding = (typeof ADDED_ENDINGS)[number];

/**
 * Where the copies of one option go. Names are given out in the order of the inputs, so that the same call always
 * gives the same names.
 */
export class CopyFolder {
  /** As the user typed it. */
  readonly folder: string;
  readonly #inputPaths: ReadonlySet<string>;
  readonly #taken = new Set<string>();

  constructor(folder: string, inputs: Inputs) {
    this.folder = folder;
    this.#inputPaths = new Set(inputs.files.map((input) => folded(input.path)));
  }

  /**
   * The path of what is written for an input: `below` inside the folder, the ending of another format than the input's
   * behind it, ` (2)` before the ending where what was written for another input has that name.
   */
  claim(input: Input, added: AddedEnding): string {
    const wanted = input.below + added;
    const ending = path.extname(wanted);
    const stem = wanted.slice(0, wanted.length - ending.length);
    for (let number = 1; ; number++) {
      const target = path.join(this.folder, number === 1 ? wanted : `${stem} (${String(number)})${ending}`);
      // Names that differ only in case are one file on Windows, where the folder may be opened later.
      const key = path.resolve(target).toLowerCase();
      if (this.#taken.has(key) || this.#inputPaths.has(folded(path.resolve(target)))) continue;
      this.#taken.add(key);
      return target;
    }
  }
}

/** Where the copies of each option go; `null` for an option not given. */
export interface CopyFolders {
  readonly annotate: CopyFolder | null;
  readonly fix: CopyFolder | null;
}

/**
 * The folder that an option names, where it does no harm to the inputs.
 * @param option as it is written, for the message
 * @throws {UsageError} where it would.
 */
export async function openCopyFolder(
  option: string,
  folder: string,
  inputs: Inputs,
  language: Language,
): Promise<CopyFolder> {
  const refusal = await refuseFolder(folder, inputs);
  if (!refusal) return new CopyFolder(folder, inputs);
  const input = 'input' in refusal ? visible(refusal.input) : '';
  throw new UsageError(language, refusal.key, { option, folder: visible(folder), input });
}

/**
 * Whether copies may go to `folder`: not where they would overwrite an input, nor where they would be read again as
 * inputs. Links on the way are resolved.
 */
export async function refuseFolder(folder: string, inputs: Inputs): Promise<Refusal | undefined> {
  const real = await realOf(folder);
  if (await isFile(real)) return { key: 'output-is-file' };
  for (const { argument, path: input } of inputs.folders) {
    if (liesIn(real, input)) return { key: 'output-in-input', input: argument };
  }
  const inputPaths = new Map(inputs.files.map((input) => [folded(input.path), input.file]));
  const parents = new Map<string, string>();
  for (const input of inputs.files) {
    if (input.problem) continue;
    const parent = path.join(folder, path.dirname(input.below));
    let realParent = parents.get(parent);
    if (realParent === undefined) parents.set(parent, (realParent = await realOf(parent)));
    for (const { argument, path: inputFolder } of inputs.folders) {
      if (liesIn(realParent, inputFolder)) return { key: 'output-overwrites', input: argument };
    }
    for (const ending of ADDED_ENDINGS) {
      const hit = inputPaths.get(folded(path.join(realParent, path.basename(input.below) + ending)));
      if (hit !== undefined) return { key: 'output-overwrites', input: hit };
    }
  }
  return undefined;
}

/**
 * Writes a file whole or not at all: beside its place first, then renamed. A copy of an earlier run is replaced; what a
 * run that was killed has left in the folder goes.
 * Interrupted (Ctrl-C), it takes its unfinished file away and ends the process.
 */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(target);
  await makeFolder(path.resolve(folder));
  if (!swept.has(folder)) {
    swept.add(folder);
    await sweep(folder);
  }
  const unfinished = path.join(folder, `.tianbao-${String(process.pid)}.part`);
  const finished = beforeInterruption(() => {
    rmSync(unfinished, { force: true });
  });
  try {
    await writeToDisk(unfinished, bytes);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    finished();
  }
}

/** Waits until the bytes are on the disk: renamed before that, a loss of power would leave an empty file of that name. */
async function writeToDisk(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Folders looked through for what earlier runs have left. */
const swept = new Set<string>();

/** Takes away unfinished files of runs that were killed; those of a run still going on stay. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = /^\.tianbao-(\d{1,10})\.part$/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await rm(path.join(folder, name), { force: true });
  }
}

function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It runs, but is somebody else's.
    return systemCode(error) === 'EPERM';
  }
}

/** Makes a folder with all above it, one by one: asked for all at once, Node never comes back from places such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST' && !(await isFile(folder))) return;
    const parent = path.dirname(folder);
    if (code !== 'ENOENT' || parent === folder || (await exists(parent))) throw error;
    await makeFolder(parent);
    await mkdir(folder);
  }
}

async function exists(place: string): Promise<boolean> {
  try {
    await stat(place);
    return true;
  } catch {
    return false;
  }
}

/** The real path of a place that may not exist yet: that of its nearest existing ancestor, and the rest. */
async function realOf(place: string): Promise<string> {
  const absolute = path.resolve(place);
  try {
    return await realpath(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(await realOf(parent), path.basename(absolute));
  }
}

async function isFile(place: string): Promise<boolean> {
  try {
    return !(await stat(place)).isDirectory();
  } catch {
    return false;
  }
}

function liesIn(place: string, folder: string): boolean {
  const relative = path.relative(folded(folder), folded(place));
  return relative === '' || (relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative));
}

/** Windows and macOS see no difference between upper and lower case in names. */
function folded(place: string): string {
  return process.platform === 'win32' || process.platform === 'darwin' ? place.toLowerCase() : place;
}
