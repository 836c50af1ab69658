import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { Form } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import { fillForm } from '../../src/locate/fill-form.ts';
import type { FilledForm } from '../../src/locate/filled.ts';
import { locateForms } from '../../src/locate/locate-forms.ts';
import { readingAt } from '../../src/locate/filled.ts';
import { RULES } from '../../src/rules/index.ts';
import { rangeFromA1, toA1 } from '../../src/sheets/address.ts';
import type { CellValue, Grid } from '../../src/sheets/grid.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';

/** A form for tests, from the YAML of its fields and tables. */
export function smallForm(yaml: string, id = 'test/form', title = '设备登记表'): Form {
  const { form, errors } = loadForm(
    {
      id,
      title,
      version: '2026-01-01',
      county: '测试县',
      source: { document: '测', name: '测', annex: '附件1' },
      ...(parse(yaml) as object),
    },
    RULES,
  );
  assert.ok(form, JSON.stringify(errors));
  return form;
}

/** 序号, 部门 (carried down), 设备名称, 类别 (a choice), 数量, 金额: what most tests here need. */
export const DEVICES = smallForm(`
tables:
  items:
    rows: { ignoreIfOnly: [序号] }
    columns:
      序号: { type: integer, optional: true }
      部门: { label: [部门, 部门名称], carryDown: true, required: once }
      设备名称: { required: true }
      类别: { choices: [新增, 更新], required: true }
      数量: { type: integer, required: true }
      金额: { label: [金额（元）, 金额], type: money, required: true }
`);

/** A formula with the result that is stored beside it. */
export interface Formula {
  readonly formula: string;
  readonly value: CellValue;
}

type Rows = readonly (readonly (CellValue | Formula)[])[];

export function workbookOf(...sheets: readonly Grid[]): Workbook {
  return { sheets, date1904: false, properties: new Map() };
}

/** A sheet of these rows, with blocks merged (A1 ranges). */
export function sheetOf(rows: Rows, merges: readonly string[] = [], name = 'Sheet1'): Grid {
  const builder = new GridBuilder(name, new StringTable());
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (typeof cell === 'object' && cell !== null && 'formula' in cell) {
        builder.addValue(r, c, cell.value, 'General', cell.formula);
      } else builder.addValue(r, c, cell);
    });
  });
  return builder.finish({
    merges: merges.map((text) => {
      const range = rangeFromA1(text);
      assert.ok(range, text);
      return range;
    }),
  });
}

/** The one form found in a sheet of these rows. */
export function locateIn(form: Form, rows: Rows, merges: readonly string[] = []): FilledForm {
  const workbook = workbookOf(sheetOf(rows, merges));
  const { located, problem } = locateForms(workbook, [form]);
  assert.ok(located?.[0], problem?.code);
  return fillForm(workbook, located[0]);
}

/** What a table was read as: for each row its sheet row number and the values of its columns. */
export function rowsOf(filled: FilledForm, keys: readonly string[], key = 'items'): unknown[][] {
  const table = filled.tables.get(key);
  assert.ok(table, `no table ${key}`);
  return [...table.rows].map((sheetRow, row) => [
    sheetRow + 1,
    ...keys.map((name) => {
      const column = table.columns.get(name);
      return column ? readingAt(column, row).value : undefined;
    }),
  ]);
}

/** What the layout has wrong, as `case cell field`. */
export function odditiesOf(filled: FilledForm): string[] {
  return filled.oddities.map(({ case: name, at, field }) =>
    [name, at ? toA1(at.row, at.column) : '–', field ?? '–'].join(' '),
  );
}

/** Where a field is shown and what it was read as. */
export function fieldOf(filled: FilledForm, key: string): unknown[] {
  const field = filled.fields.get(key);
  return field ? [toA1(field.located.at.row, field.located.at.column), field.reading.value] : ['not found'];
}
