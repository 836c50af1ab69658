import type { WpsRoots } from './pane-link.ts';

/** Folders that people find, the first that WPS tells of. */
const FOLDERS = ['GetDesktopPath', 'GetDownloadPath', 'GetHomePath'];

function owners({ Application: application, wps }: WpsRoots, name: string): object[] {
  return [application, wps].flatMap((root): object[] => {
    try {
      const found: unknown = root !== null && typeof root === 'object' ? Reflect.get(root, name) : undefined;
      return found !== null && typeof found === 'object' ? [found] : [];
    } catch {
      return [];
    }
  });
}

function call(owner: object, method: string, ...parameters: readonly unknown[]): unknown {
  const found: unknown = Reflect.get(owner, method);
  if (typeof found !== 'function') throw new TypeError(method);
  return Reflect.apply(found, owner, parameters);
}

/** The desktop, or another folder of the user's, with `/` and without one at its end; `null`: WPS tells of none. */
export function desktopFolder(roots: WpsRoots): string | null {
  for (const env of owners(roots, 'Env')) {
    for (const method of FOLDERS) {
      try {
        const folder = call(env, method);
        if (typeof folder === 'string' && folder !== '') return folder.replace(/\\/g, '/').replace(/\/$/, '');
      } catch {
        // The next one.
      }
    }
  }
  return null;
}

/** `a.csv`, then `a (2).csv`: what lies there is never written over. */
function freeName(fileSystem: object, folder: string, name: string): string | null {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
  for (let number = 1; number < 100; number++) {
    const path = `${folder}/${number === 1 ? name : `${stem} (${String(number)})${ending}`}`;
    if (call(fileSystem, 'Exists', path) !== true) return path;
  }
  return null;
}

/** A text as a string of its UTF-8 bytes. */
function utf8(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/**
 * Writes a text as UTF-8 into a folder and sees that it is there. Builds differ in which of their methods take a path:
 * each is tried.
 */
export function writeBytes(roots: WpsRoots, folder: string, name: string, text: string): boolean {
  for (const fileSystem of owners(roots, 'FileSystem')) {
    for (const [method, content] of [
      ['writeAsBinaryString', utf8(text)],
      ['WriteFile', text],
      ['writeFileString', text],
    ] as const) {
      try {
        const path = freeName(fileSystem, folder, name);
        if (path === null) return false;
        call(fileSystem, method, path, content);
        if (call(fileSystem, 'Exists', path) === true) return true;
      } catch {
        // The next way.
      }
    }
  }
  return false;
}
