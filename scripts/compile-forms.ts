/**
 * Compiles the definitions in templates/ to dist/forms.json and dist/procedures.json: checked, defaults filled in,
 * formulas parsed; and the holidays to dist/work-calendar.json. The command line carries these files inside and reads no
 * YAML. Wrong definitions are all named, and nothing is written.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../src/rules/index.ts';
import { PROCEDURE_FILE, readDefinition, readProcedure } from './read-definition.ts';
import { workCalendar } from './work-calendar.ts';

const ROOT = path.join(import.meta.dirname, '..');
const TEMPLATES = path.join(ROOT, 'templates');
const OUTPUT = path.join(ROOT, 'dist');

const names = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();
const isProcedure = (name: string): boolean => path.posix.basename(name) === PROCEDURE_FILE;
const text = (name: string): string => readFileSync(path.join(TEMPLATES, name), 'utf8');

const formNames = names.filter((name) => !isProcedure(name));
const formIds = new Set(formNames.map((name) => name.replace(/\.yaml$/, '')));
const forms = formNames.map((name) => readDefinition(text(name), name, RULES));
const procedures = names.filter(isProcedure).map((name) => readProcedure(text(name), name, formIds));
const complaints = [...forms, ...procedures].flatMap((result) => result.complaints ?? []);

if (complaints.length > 0) {
  process.stderr.write(complaints.join('\n') + '\n');
  process.exitCode = 1;
} else {
  const outputs = {
    'forms.json': forms.flatMap(({ value }) => value ?? []),
    'procedures.json': procedures.flatMap(({ value }) => value ?? []),
    'work-calendar.json': workCalendar(),
  };
  mkdirSync(OUTPUT, { recursive: true });
  for (const [name, data] of Object.entries(outputs)) writeFileSync(path.join(OUTPUT, name), JSON.stringify(data));
}
