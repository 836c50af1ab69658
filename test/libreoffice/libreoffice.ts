import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Files by name, with their ending. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Files as LibreOffice saves them, all through one process with a profile of its own; by the names they had. One that
 * could not be opened is missing.
 * @param target as for `--convert-to`: the new ending, or `ending:filter:options`
 */
export function savedByLibreOffice(files: Files, target: string): Map<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tianbao-libreoffice-'));
  try {
    const inputs = [...files].map(([name, bytes], at) => {
      // LibreOffice names what it saves by the stem alone.
      const file = path.join(folder, `${String(at)}${path.extname(name)}`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const output = path.join(folder, 'saved');
    execFileSync('soffice', ['--headless', profile, '--convert-to', target, '--outdir', output, ...inputs], {
      stdio: 'ignore',
    });
    const [ending = ''] = target.split(':', 1);
    const saved = [...files.keys()].map((name, at) => [name, path.join(output, `${String(at)}.${ending}`)] as const);
    return new Map(saved.flatMap(([name, file]) => (existsSync(file) ? [[name, readFileSync(file)]] : [])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
