import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

/**
 * Writes the pages of a folder. With `--check` on the command line nothing is written; the
 * program fails where a committed page differs, is missing or should not be there.
 * @param pages Markdown by file name.
 * @param command What makes them fresh.
 * @param others Pages of the folder that another program makes.
 */
export async function writePages(
  folder: string,
  pages: ReadonlyMap<string, string>,
  command: string,
  others: readonly string[] = [],
): Promise<void> {
  const style = await resolveConfig(path.join(folder, 'index.md'));
  const formatted = new Map<string, string>();
  for (const [name, page] of pages) formatted.set(name, await format(page, { ...style, parser: 'markdown' }));
  const committed = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  const superfluous = committed.filter((name) => !formatted.has(name) && !others.includes(name));
  if (!process.argv.includes('--check')) {
    mkdirSync(folder, { recursive: true });
    for (const name of superfluous) rmSync(path.join(folder, name));
    for (const [name, page] of formatted) writeFileSync(path.join(folder, name), page);
    return;
  }
  const stale = [...formatted]
    .filter(([name, page]) => !committed.includes(name) || readFileSync(path.join(folder, name), 'utf8') !== page)
    .map(([name]) => name);
  const wrong = [...stale, ...superfluous];
  if (wrong.length === 0) return;
  console.error(`${path.basename(folder)}: not as they would be made now: ${wrong.join(', ')}. Run: ${command}`);
  process.exitCode = 1;
}
