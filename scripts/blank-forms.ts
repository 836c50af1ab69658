/** Writes dist/templates/<county>/<form>.xlsx: the blank official workbook of each form in dist/forms.json. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeBlankForm } from '../src/files/blank/write-blank.ts';
import { nodeCodec } from '../src/files/codec-node.ts';
import type { Form } from '../src/forms/form.ts';

const DIST = path.join(import.meta.dirname, '..', 'dist');
const OUTPUT = path.join(DIST, 'templates');

const forms = JSON.parse(readFileSync(path.join(DIST, 'forms.json'), 'utf8')) as readonly Form[];
rmSync(OUTPUT, { recursive: true, force: true });
for (const form of forms) {
  const bytes = writeBlankForm(form, nodeCodec);
  if (!bytes) continue;
  const file = path.join(OUTPUT, `${form.id}.xlsx`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
