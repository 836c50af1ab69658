import assert from 'node:assert/strict';
import { checkForms, type CheckResult } from '../../src/check/check-forms.ts';
import { fillForm } from '../../src/locate/fill-form.ts';
import { locateForms } from '../../src/locate/locate-forms.ts';
import type { CellValue } from '../../src/sheets/grid.ts';
import { gridOf } from '../../src/sheets/grid-builder.ts';
import { allForms } from '../check-file.ts';

const FORMS = allForms();

export type Rows = readonly (readonly CellValue[])[];

/** A sheet of these rows through the whole core; the form expected must be the one found. */
export function judge(id: string, rows: Rows): CheckResult {
  const workbook = { sheets: [gridOf('表', rows)], date1904: false, properties: new Map<string, string>() };
  const { located, problem } = locateForms(workbook, FORMS);
  assert.ok(located, problem?.code);
  const result = checkForms(located.map((form) => fillForm(workbook, form)));
  assert.equal(result.forms[0]?.form.located.form.id, id);
  return result;
}

/** Findings in short: `E 共享类型 choice/not-listed`. */
export function verdicts({ findings }: CheckResult): string[] {
  const letter = { error: 'E', warning: 'W', info: 'N' } as const;
  return findings.map(({ severity, field, rule, case: name }) => `${letter[severity]} ${field ?? '–'} ${rule}/${name}`);
}

export function figuresOf({ forms }: CheckResult): Record<string, number> {
  return Object.fromEntries([...(forms[0]?.figures ?? [])].map(([key, { value }]) => [key, value]));
}
