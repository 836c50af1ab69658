/**
 * Compiles the definitions in templates/ to dist/forms.json: checked, defaults filled in, formulas parsed. The
 * command line carries that file inside and reads no YAML. Wrong definitions are all named, and nothing is written.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { Form } from '../src/forms/form.ts';
import { loadForm } from '../src/forms/load-form.ts';
import { RULES } from '../src/rules/index.ts';

const ROOT = path.join(import.meta.dirname, '..');
const TEMPLATES = path.join(ROOT, 'templates');
const OUTPUT = path.join(ROOT, 'dist', 'forms.json');

const forms: Form[] = [];
const complaints: string[] = [];
const names = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();

for (const name of names) {
  const file = `templates/${name}`;
  const document = parseDocument(readFileSync(path.join(TEMPLATES, name), 'utf8'));
  if (document.errors.length > 0) {
    complaints.push(...document.errors.map((error) => `${file}: ${error.message}`));
    continue;
  }
  const result = loadForm(document.toJS(), file, RULES);
  if (result.errors) {
    complaints.push(
      ...result.errors.map((error) => `${file}: ${error.path}: ${error.message.zh} / ${error.message.en}`),
    );
  } else if (`${result.form.id}.yaml` !== name) {
    complaints.push(
      `${file}: id: 应与文件路径一致 / must be the file's path below templates: ${name.replace(/\.yaml$/, '')}`,
    );
  } else {
    forms.push(result.form);
  }
}

if (complaints.length > 0) {
  process.stderr.write(complaints.join('\n') + '\n');
  process.exitCode = 1;
} else {
  mkdirSync(path.dirname(OUTPUT), { recursive: true });
  writeFileSync(OUTPUT, JSON.stringify(forms));
}
