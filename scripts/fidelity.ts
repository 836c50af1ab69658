/**
 * Writes docs/fidelity.md: what is left of a workbook of many features once cells of it are flagged. Our column comes from
 * flagging it here and now, the others' from bench/fidelity.json. `--check` fails where the committed page differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { fidelityPage, type Measured } from './fidelity-page.ts';

const ROOT = path.join(import.meta.dirname, '..');
const FILE = path.join(ROOT, 'docs', 'fidelity.md');

const measured = JSON.parse(readFileSync(path.join(ROOT, 'bench', 'fidelity.json'), 'utf8')) as Measured;
const page = await format(fidelityPage(measured), { ...(await resolveConfig(FILE)), filepath: FILE });
if (!process.argv.includes('--check')) writeFileSync(FILE, page);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== page) {
  process.stderr.write('docs/fidelity.md differs from what flagging keeps; run `npm run docs`\n');
  process.exitCode = 1;
}
