import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file to check, or a place that was asked for and cannot be read. */
export interface Input {
  /** How it is called in reports: the argument, or the argument joined with the path below it, with `/`. */
  readonly file: string;
  /** Its real, absolute path. */
  readonly path: string;
  /** Where its copy goes below an output folder: the path below the folder given, or the file's name; with `/`. */
  readonly below: string;
  /** In bytes; 0 where there is a problem. */
  readonly size: number;
  /** Why it cannot be read at all. */
  readonly problem?: 'not-found' | 'no-permission' | 'not-a-workbook' | 'no-workbooks';
  /** Whether it is a folder that cannot be read. */
  readonly isFolder?: true;
}

export interface Inputs {
  /** Sorted by {@link Input.file}; each file once, also where two arguments reach it. */
  readonly files: readonly Input[];
  /** Files in the folders that are no workbooks by their ending (Word, PDF …), named as {@link Input.file}, sorted. */
  readonly skipped: readonly string[];
  /** The real paths of the folders among the arguments. */
  readonly folders: readonly { readonly argument: string; readonly path: string }[];
}

/** The file types taken from folders; a file given by its own name is always tried. */
const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xltm|xlsb|xls|xlt|et|ett|ods|csv|tsv)$/i;

/** What Excel and WPS (`~$`) and macOS (`._`) leave beside a workbook. */
const LEFTOVER = /^(?:~\$|\._)/;

/** What programs leave for themselves: nobody looks for it in a report. */
const UNSEEN = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** What is gathered on the way through the folders. */
interface Found {
  readonly files: Input[];
  readonly skipped: string[];
}

/**
 * Finds the files that the arguments name. Folders are walked in full; links inside them are not followed, so that
 * nothing outside a folder is read and nothing twice. Places that cannot be read come back
 * with a problem, and so does a folder without any workbook.
 */
export async function findInputs(args: readonly string[]): Promise<Inputs> {
  const found: Found = { files: [], skipped: [] };
  const folders: { argument: string; path: string }[] = [];
  for (const argument of args) {
    const file = slashed(argument);
    const below = path.basename(path.resolve(argument));
    try {
      const real = await realpath(argument);
      const facts = await stat(real);
      if (facts.isDirectory()) {
        folders.push({ argument, path: real });
        const before = found.files.length;
        await walk(real, file.replace(/\/+$/, ''), '', found);
        if (found.files.length === before) {
          found.files.push({ file, path: real, below, size: 0, problem: 'no-workbooks' });
        }
      } else if (facts.isFile()) {
        found.files.push({ file, path: real, below, size: facts.size });
      } else {
        // Reading a pipe or a device might never end.
        found.files.push({ file, path: real, below, size: 0, problem: 'not-a-workbook' });
      }
    } catch (error) {
      found.files.push({ file, path: path.resolve(argument), below, size: 0, problem: problemOf(error) });
    }
  }
  // By code units, like sort() itself: the same on every machine, whatever its language. Equal names keep their order.
  found.files.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const seen = new Set<string>();
  const files = found.files.filter((input) => !seen.has(input.path) && seen.add(input.path));
  return { files, skipped: [...new Set(found.skipped)].sort(), folders };
}

async function walk(folder: string, file: string, below: string, found: Found): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    found.files.push({ file, path: folder, below, size: 0, problem: problemOf(error), isFolder: true });
    return;
  }
  for (const entry of entries) {
    const here = path.join(folder, entry.name);
    const named = `${file}/${entry.name}`;
    const deeper = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      await walk(here, named, deeper, found);
    } else if (entry.isFile() && !WORKBOOK.test(entry.name)) {
      if (!UNSEEN.test(entry.name)) found.skipped.push(named);
    } else if (entry.isFile() && !LEFTOVER.test(entry.name)) {
      try {
        found.files.push({ file: named, path: here, below: deeper, size: (await stat(here)).size });
      } catch (error) {
        found.files.push({ file: named, path: here, below: deeper, size: 0, problem: problemOf(error) });
      }
    }
  }
}

/** What a failed look at a place comes down to for the user. */
export function problemOf(error: unknown): 'not-found' | 'no-permission' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' ? 'no-permission' : 'not-found';
}

function slashed(name: string): string {
  return path.sep === '\\' ? name.replaceAll('\\', '/') : name;
}
