import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { checkForms } from '../../src/check/check-forms.ts';
import type { Finding } from '../../src/check/finding.ts';
import type { Form } from '../../src/forms/form.ts';
import { fillForm } from '../../src/locate/fill-form.ts';
import { locateForms } from '../../src/locate/locate-forms.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';
import type { Grid } from '../../src/sheets/grid.ts';
import { smallForm } from '../locate/small-form.ts';
import type { Written } from '../rules/filled-form.ts';
import { verdicts } from './judge.ts';

// Definitions of a few lines, as a county's IT person would write them for what none of the forms at hand has.

type Rows = readonly (readonly Written[])[];

/** Everything said of a sheet of these rows, which must be found to be this form. */
export function findingsIn(form: Form, rows: Rows): readonly Finding[] {
  const workbook = { sheets: [gridOfWritten(rows)], date1904: false, properties: new Map<string, string>() };
  const { located, problem } = locateForms(workbook, [form]);
  assert.ok(located, problem?.code);
  return checkForms(located.map((one) => fillForm(workbook, one))).findings;
}

function gridOfWritten(rows: Rows): Grid {
  const builder = new GridBuilder('表', new StringTable());
  rows.forEach((row, r) =>
    row.forEach((written, c) => {
      if (typeof written === 'object' && written !== null && 'value' in written) {
        builder.addValue(r, c, written.value, written.format, written.formula);
      } else builder.addValue(r, c, written);
    }),
  );
  return builder.finish();
}

/** What somebody wrote and what is said of it, fixes behind a colon: `N number-tidied: 12`. Nothing: it is right. */
export type CellCase = readonly [written: Written, ...expected: string[]];

/** One column, each case in a row of its own sheet. The column is YAML; the heading is `内容` unless it says another. */
export function column(title: string, yaml: string, cases: readonly CellCase[], heading = '内容'): void {
  const columns = { 名称: { required: true }, 内容: parse(yaml) as unknown };
  const form = smallForm(JSON.stringify({ tables: { items: { columns } } }));
  describe(`small definitions: ${title}`, () => {
    for (const [written, ...expected] of cases) {
      it(wordsOf(written), () => {
        const rows = [['设备登记表'], ['名称', heading], ['甲', written]];
        const found = findingsIn(form, rows).filter(({ field }) => field === '内容');
        assert.deepEqual(found.map(inShort), expected);
      });
    }
  });
}

function inShort({ severity, case: name, fix }: Finding): string {
  const letter = { error: 'E', warning: 'W', info: 'N' }[severity];
  return [`${letter} ${name}`, ...fix.map(({ value }) => String(value))].join(': ');
}

function wordsOf(written: Written): string {
  if (written === null) return 'nothing';
  return typeof written === 'string' ? JSON.stringify(written) : `the cell ${JSON.stringify(written)}`;
}

export type FieldCase = readonly [says: string, change: Readonly<Record<string, Written>>, ...expected: string[]];

/** A form of labelled fields; the cases say what stands behind some labels instead. */
export function fields(
  title: string,
  yaml: string,
  filled: Readonly<Record<string, Written>>,
  cases: readonly FieldCase[],
): void {
  const form = smallForm(yaml);
  describe(`small definitions: ${title}`, () => {
    for (const [says, change, ...expected] of cases) {
      it(says, () => {
        const findings = findingsIn(form, Object.entries({ ...filled, ...change }));
        assert.deepEqual(verdicts({ findings }), expected);
      });
    }
  });
}

export type SheetCase = readonly [says: string, rows: Rows, ...expected: string[]];

/** Whole sheets, row by row. */
export function sheets(title: string, yaml: string, cases: readonly SheetCase[]): void {
  const form = smallForm(yaml);
  describe(`small definitions: ${title}`, () => {
    for (const [says, rows, ...expected] of cases) {
      it(says, () => {
        assert.deepEqual(verdicts({ findings: findingsIn(form, rows) }), expected);
      });
    }
  });
}

/** A form of one table; the cases give the rows below these headings. */
export function rows(title: string, yaml: string, headings: readonly string[], cases: readonly SheetCase[]): void {
  const whole = cases.map(([says, below, ...expected]): SheetCase => [says, [headings, ...below], ...expected]);
  sheets(title, yaml, whole);
}
