/**
 * Writes docs/rules: a page for each rule, made from the rule itself and the cases its test runs, and an index.
 * With `--check` nothing is written; it fails where a committed page differs.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { rulePages } from './rule-pages.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'docs', 'rules');

const style = await resolveConfig(path.join(FOLDER, 'index.md'));
const pages = new Map<string, string>();
for (const [name, page] of rulePages()) pages.set(name, await format(page, { ...style, parser: 'markdown' }));
const committed = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.md')) : [];
const superfluous = committed.filter((name) => !pages.has(name));

if (process.argv.includes('--check')) {
  const stale = [...pages]
    .filter(([name, page]) => !committed.includes(name) || readFileSync(path.join(FOLDER, name), 'utf8') !== page)
    .map(([name]) => name);
  const wrong = [...stale, ...superfluous];
  if (wrong.length > 0) {
    console.error(`docs/rules differs from the rules: ${wrong.join(', ')}. Run: npx tsx scripts/rule-docs.ts`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of superfluous) rmSync(path.join(FOLDER, name));
  for (const [name, page] of pages) writeFileSync(path.join(FOLDER, name), page);
}
