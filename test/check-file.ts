import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { checkWorkbook, type CheckedWorkbook, type FormSummary } from '../src/check/check-workbook.ts';
import type { Finding } from '../src/check/finding.ts';
import { openWorkbook } from '../src/files/open.ts';
import type { Form } from '../src/forms/form.ts';
import { loadForm } from '../src/forms/load-form.ts';
import { recalculated } from '../src/locate/recalculate.ts';
import { readingPlatform } from './files/reading-platform.ts';
import { RULES } from '../src/rules/index.ts';

const ROOT = path.join(import.meta.dirname, '..');

const figuresSchema = z.record(z.string(), z.number());

/** What stands in `<name>.expected.json`, written by hand beside the workbook it is about. */
const expectationSchema = z.strictObject({
  template: z.string(),
  /** Every error and warning, in any order. */
  findings: z.array(
    z.strictObject({
      /** Only in workbooks that have the form on several sheets. */
      sheet: z.optional(z.string()),
      cell: z.nullable(z.string()),
      field: z.nullable(z.string()),
      rule: z.string(),
      severity: z.enum(['error', 'warning']),
    }),
  ),
  /** Figures of the best match; those not named are not looked at. */
  figures: figuresSchema,
  /** How rows split by the values of a column, by the column's key; how a sum splits, by the figure's. */
  splits: z.optional(z.record(z.string(), figuresSchema)),
  /** Figures sheet by sheet, for a form on several. */
  sheets: z.optional(z.record(z.string(), figuresSchema)),
});

export type Expectation = z.infer<typeof expectationSchema>;

/** The definitions in `templates/`, as the product loads them. */
export function allForms(): readonly Form[] {
  return readdirSync(path.join(ROOT, 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && path.basename(name) !== 'procedure.yaml')
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(ROOT, 'templates', name), 'utf8');
      const { form, errors } = loadForm(parse(text), RULES);
      assert.ok(form, JSON.stringify(errors));
      return form;
    });
}

/** The workbooks below a folder, as paths from it. */
export function workbooksIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:xlsx|csv)$/.test(name))
    .sort();
}

/** Reads the expectation beside a workbook. */
export function expectationOf(file: string): Expectation {
  const beside = file.replace(/\.[^.]+$/, '.expected.json');
  return expectationSchema.parse(JSON.parse(readFileSync(beside, 'utf8')));
}

/** A file through the whole core: bytes, workbook, located forms, filled forms, findings and figures. */
export async function checkFile(file: string, forms: readonly Form[]): Promise<CheckedWorkbook> {
  return await checkBytes(readFileSync(file), path.basename(file), forms);
}

/** As {@link checkFile}, for the bytes of a file. */
export async function checkBytes(bytes: Uint8Array, name: string, forms: readonly Form[]): Promise<CheckedWorkbook> {
  const { workbook } = await openWorkbook(bytes, name, readingPlatform);
  const { checked, unrecognised } = checkWorkbook(recalculated(workbook), forms);
  assert.ok(checked, `no form found: ${unrecognised?.code}`);
  return checked;
}

/** Compares both ways: nothing expected is missing, nothing else is found; and the figures that are stated. */
export function assertAsExpected({ findings, forms }: CheckedWorkbook, expected: Expectation): void {
  const [best] = forms;
  const { form } = best;
  assert.equal(form.id, expected.template);
  const many = expected.sheets !== undefined;
  const found = new Map(findings.filter(isSerious).map((finding) => [placeOf(finding, many), finding]));
  const wanted = new Set(expected.findings.map((finding) => placeOf(finding, many)));
  const missing = [...wanted].filter((place) => !found.has(place));
  const extra = [...found].filter(([place]) => !wanted.has(place));
  const lines = [
    ...missing.map((place) => `  - ${place}`),
    ...extra.map(([place, { case: name, params }]) => `  + ${place} (${name} ${JSON.stringify(params)})`),
  ];
  assert.ok(lines.length === 0, `findings differ (- not found, + not expected):\n${lines.join('\n')}`);
  assertFigures(best, expected.figures);
  for (const [name, parts] of Object.entries(expected.splits ?? {})) {
    const figure = form.figures.find((one) => ('parts' in one ? one.parts.column : one.key) === name);
    assert.deepEqual(best.figures[figure?.key ?? '']?.parts, parts, `split by ${name}`);
  }
  for (const [sheet, figures] of Object.entries(expected.sheets ?? {})) {
    assertFigures(
      forms.find((one) => one.sheet === sheet),
      figures,
    );
  }
}

function isSerious({ severity }: Finding): boolean {
  return severity !== 'info';
}

type Place = Pick<Finding, 'cell' | 'field' | 'rule' | 'severity'> & { readonly sheet?: string | undefined };

function placeOf({ sheet, cell, field, rule, severity }: Place, withSheet: boolean): string {
  return [...(withSheet ? [sheet] : []), cell, field, rule, severity].map((part) => part ?? '–').join(' ');
}

function assertFigures(checked: FormSummary | undefined, figures: Readonly<Record<string, number>>): void {
  assert.ok(checked, 'a form is missing');
  const found = Object.keys(figures).map((key): [string, number | undefined] => [key, checked.figures[key]?.value]);
  assert.deepEqual(Object.fromEntries(found), figures);
}
