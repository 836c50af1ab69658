/**
 * Writes dist/workbench-files.json: the samples and the blank forms that the workbench offers, inside, for a page opened
 * from a file can fetch nothing.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PackedFile, PackedFiles } from '../src/workbench/packed-files.ts';

const ROOT = path.join(import.meta.dirname, '..');
const SAMPLES = path.join(ROOT, 'test', 'samples');
const BLANKS = path.join(ROOT, 'dist', 'templates');

/** The samples offered: one clean, the others with what people get wrong. */
const OFFERED = [
  'yunyang-catalogue/faulty-health.xlsx',
  'yunyang-catalogue/faulty-market-regulation.xlsx',
  'jinzhai-pc-purchase/faulty-forestry.xlsx',
  'jinzhai-pc-purchase/clean-education.xlsx',
  'gaoqing-cloud-new/faulty-transport.xlsx',
  'gaoqing-cloud-change/faulty-archives.xlsx',
];

const forms = JSON.parse(readFileSync(path.join(ROOT, 'dist', 'forms.json'), 'utf8')) as readonly {
  readonly id: string;
  readonly title: string;
}[];

function pack(file: string, name: string, formId: string): PackedFile {
  return { name, formId, base64: readFileSync(file).toString('base64') };
}

/** `yunyang-catalogue` → `yunyang/catalogue`. */
function formOf(folder: string): string {
  return folder.replace('-', '/');
}

const samples = OFFERED.map((file) => {
  const [folder = '', name = ''] = file.split('/');
  return pack(path.join(SAMPLES, file), name, formOf(folder));
});

const blanks = existsSync(BLANKS)
  ? readdirSync(BLANKS, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.xlsx'))
      .sort()
      .map((name) => {
        const formId = name.replace(/\.xlsx$/, '');
        const title = forms.find(({ id }) => id === formId)?.title ?? formId;
        return pack(path.join(BLANKS, name), `${title}.xlsx`, formId);
      })
  : [];

const packed: PackedFiles = { samples, blanks };
writeFileSync(path.join(ROOT, 'dist', 'workbench-files.json'), JSON.stringify(packed));
