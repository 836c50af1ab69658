/**
 * Compiles the definitions in templates/ to dist/forms.json and dist/procedures.json: checked, defaults filled in,
 * formulas parsed; and the holidays to dist/work-calendar.json. The command line carries these files inside and reads no
 * YAML. Wrong definitions are all named, and nothing is written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readTemplates } from './read-templates.ts';
import { workCalendar } from './work-calendar.ts';

const OUTPUT = path.join(import.meta.dirname, '..', 'dist');

const { forms, procedures, complaints } = readTemplates();

if (complaints.length > 0) {
  process.stderr.write(complaints.join('\n') + '\n');
  process.exitCode = 1;
} else {
  // How a blank form is laid out is nothing to check by: the pane's worker carries none of it.
  const toCheck = forms.map(({ layout: _, ...form }) => form);
  const outputs = {
    'forms.json': forms,
    'forms-to-check.json': toCheck,
    'procedures.json': procedures,
    'work-calendar.json': workCalendar(),
  };
  mkdirSync(OUTPUT, { recursive: true });
  for (const [name, data] of Object.entries(outputs)) writeFileSync(path.join(OUTPUT, name), JSON.stringify(data));
}
