import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Form } from '../src/forms/form.ts';
import type { Procedure } from '../src/procedure/procedure.ts';
import { RULES } from '../src/rules/index.ts';
import { PROCEDURE_FILE, readDefinition, readProcedure } from './read-definition.ts';

const TEMPLATES = path.join(import.meta.dirname, '..', 'templates');

export interface Templates {
  readonly forms: readonly Form[];
  readonly procedures: readonly Procedure[];
  /** What is wrong with the definitions, by file and line; forms and procedures at fault are left out. */
  readonly complaints: readonly string[];
}

/** Reads all definitions in `templates/`. */
export function readTemplates(): Templates {
  const names = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const isProcedure = (name: string): boolean => path.posix.basename(name) === PROCEDURE_FILE;
  const text = (name: string): string => readFileSync(path.join(TEMPLATES, name), 'utf8');
  const formNames = names.filter((name) => !isProcedure(name));
  const formIds = new Set(formNames.map((name) => name.replace(/\.yaml$/, '')));
  const readProcedures = names.filter(isProcedure).map((name) => readProcedure(text(name), name, formIds));
  const procedures = readProcedures.flatMap(({ value }) => value ?? []);
  // Where a procedure is at fault, links to it cannot be looked at: its own complaints come first.
  const known = readProcedures.every(({ value }) => value !== undefined) ? procedures : undefined;
  const readForms = formNames.map((name) => readDefinition(text(name), name, RULES, known));
  return {
    forms: readForms.flatMap(({ value }) => value ?? []),
    procedures,
    complaints: [...readForms, ...readProcedures].flatMap((result) => result.complaints ?? []),
  };
}
