/**
 * Writes dist/templates/<county>/<form>.xlsx, the blank official workbook of each form in dist/forms.json, and
 * dist/form-pictures.json, a picture of the first page of each.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawForm } from '../src/files/blank/draw-form.ts';
import { firstPagePicture } from '../src/files/blank/page-picture.ts';
import { writeBlankForm } from '../src/files/blank/write-blank.ts';
import { nodeCodec } from '../src/files/codec-node.ts';
import type { Form } from '../src/forms/form.ts';

const DIST = path.join(import.meta.dirname, '..', 'dist');
const OUTPUT = path.join(DIST, 'templates');

const forms = JSON.parse(readFileSync(path.join(DIST, 'forms.json'), 'utf8')) as readonly Form[];
rmSync(OUTPUT, { recursive: true, force: true });
const pictures: Record<string, string> = {};
for (const form of forms) {
  const bytes = writeBlankForm(form, nodeCodec);
  if (!bytes) continue;
  const file = path.join(OUTPUT, `${form.id}.xlsx`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  if (form.layout) pictures[form.id] = firstPagePicture(drawForm(form, form.layout, new Map()));
}
writeFileSync(path.join(DIST, 'form-pictures.json'), JSON.stringify(pictures));
