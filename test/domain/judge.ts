import assert from 'node:assert/strict';
import { checkWorkbook, type CheckedWorkbook } from '../../src/check/check-workbook.ts';
import type { Finding } from '../../src/check/finding.ts';
import type { CellValue } from '../../src/sheets/grid.ts';
import { gridOf } from '../../src/sheets/grid-builder.ts';
import { allForms } from '../check-file.ts';

const FORMS = allForms();

export type Rows = readonly (readonly CellValue[])[];

/** A sheet of these rows through the whole core; the form expected must be the one found. */
export function judge(id: string, rows: Rows): CheckedWorkbook {
  const workbook = { sheets: [gridOf('表', rows)], date1904: false, properties: new Map<string, string>() };
  const { checked, unrecognised } = checkWorkbook(workbook, FORMS);
  assert.ok(checked, unrecognised?.code);
  assert.equal(checked.forms[0].form.id, id);
  return checked;
}

/** Findings in short: `E 共享类型 choice/not-listed`. */
export function verdicts({ findings }: { readonly findings: readonly Finding[] }): string[] {
  const letter = { error: 'E', warning: 'W', info: 'N' } as const;
  return findings.map(({ severity, field, rule, case: name }) => `${letter[severity]} ${field ?? '–'} ${rule}/${name}`);
}

export function figuresOf({ forms }: CheckedWorkbook): Record<string, number> {
  return Object.fromEntries(Object.entries(forms[0].figures).map(([key, { value }]) => [key, value]));
}
