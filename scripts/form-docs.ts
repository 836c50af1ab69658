/**
 * Writes docs/forms: a page for each form, made from its definition, and an index. The pictures beside are made by
 * `npm run pictures`. With `--check` nothing is written; it fails where a committed page differs.
 */
import path from 'node:path';
import { formPages } from './form-pages.ts';
import { writePages } from './generated-pages.ts';
import { readTemplates } from './read-templates.ts';

const { forms, procedures, complaints } = readTemplates();
if (complaints.length > 0) throw new Error(complaints.join('\n'));
const folder = path.join(import.meta.dirname, '..', 'docs', 'forms');
await writePages(folder, formPages(forms, procedures), 'npx tsx scripts/form-docs.ts', ['thresholds.md']);
