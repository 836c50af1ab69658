/**
 * Compiles the definitions in templates/ to dist/forms.json: checked, defaults filled in, formulas parsed. The
 * command line carries that file inside and reads no YAML. Wrong definitions are all named, and nothing is written.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../src/rules/index.ts';
import { readDefinition } from './read-definition.ts';

const ROOT = path.join(import.meta.dirname, '..');
const TEMPLATES = path.join(ROOT, 'templates');
const OUTPUT = path.join(ROOT, 'dist', 'forms.json');

const results = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort()
  .map((name) => readDefinition(readFileSync(path.join(TEMPLATES, name), 'utf8'), name, RULES));
const complaints = results.flatMap((result) => result.complaints ?? []);

if (complaints.length > 0) {
  process.stderr.write(complaints.join('\n') + '\n');
  process.exitCode = 1;
} else {
  mkdirSync(path.dirname(OUTPUT), { recursive: true });
  writeFileSync(OUTPUT, JSON.stringify(results.flatMap(({ form }) => form ?? [])));
}
