/**
 * Writes docs/forms/thresholds.md: the amounts, deadlines and steps of all counties side by side, made from their
 * procedures. `--check` fails where the committed page differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readTemplates } from './read-templates.ts';
import { thresholdPage } from './threshold-page.ts';

const FILE = path.join(import.meta.dirname, '..', 'docs', 'forms', 'thresholds.md');

const { procedures, complaints } = readTemplates();
if (complaints.length > 0) throw new Error(complaints.join('\n'));
const page = await format(thresholdPage(procedures), { ...(await resolveConfig(FILE)), filepath: FILE });
if (!process.argv.includes('--check')) writeFileSync(FILE, page);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== page) {
  process.stderr.write('docs/forms/thresholds.md differs from the procedures; run `npm run docs`\n');
  process.exitCode = 1;
}
