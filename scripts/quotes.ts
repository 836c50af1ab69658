/**
 * Looks for every quotation of the definitions, word for word, in the texts of regulations: `npm run quotes -- FOLDER`.
 * Blanks, line breaks and the marks of Markdown do not matter. What the texts do not have because of a slip of theirs,
 * because it is of another document, or because it is ours, is declared in quotes-declared.ts, and counted. Prints what
 * is not found, and exits with 1 if anything is.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findQuotations } from './find-quotations.ts';
import { quotationsOf } from './quotations.ts';
import { DECLARED } from './quotes-declared.ts';
import { readTemplates } from './read-templates.ts';

const [folder] = process.argv.slice(2);

if (folder === undefined) {
  process.stderr.write('Usage: npm run quotes -- FOLDER (with the texts of the regulations as .txt or .md)\n');
  process.exitCode = 2;
} else {
  const texts = readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const { forms, procedures, complaints } = readTemplates();
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  const result = findQuotations(quotationsOf(forms, procedures), texts, DECLARED);
  const { found, slips, ours, elsewhere, missing, idle } = result;
  for (const { where, document, text } of missing)
    process.stdout.write(`not found in ${document}: ${where}: ${text}\n`);
  for (const declared of idle) process.stdout.write(`declared, but not needed: ${declared}\n`);
  const all = found + slips + ours + elsewhere + missing.length;
  process.stdout.write(
    `Quotations: ${String(all)}. Found word for word: ${String(found)}. Declared: slips of the texts ${String(slips)}, ` +
      `other documents ${String(elsewhere)}, words of our own ${String(ours)}. Not found: ${String(missing.length)}.\n`,
  );
  if (missing.length > 0 || idle.length > 0 || complaints.length > 0) process.exitCode = 1;
}
