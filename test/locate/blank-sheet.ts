import assert from 'node:assert/strict';
import { arrange } from '../../src/files/blank/arrangement.ts';
import { drawForm } from '../../src/files/blank/draw-form.ts';
import type { DrawnSheet } from '../../src/files/blank/drawing.ts';
import type { Column, Field, Form, Table } from '../../src/forms/form.ts';
import type { Address } from '../../src/sheets/address.ts';
import type { Grid } from '../../src/sheets/grid.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';

/** A cell of the blank form that is to be filled in. */
export interface AnswerCell {
  readonly at: Address;
  readonly field: Field;
}

/** The first row of a table, where its column is to be filled in. */
export interface TableCell {
  readonly at: Address;
  readonly table: Table;
  readonly column: Column;
}

export interface Written {
  readonly at: Address;
  readonly text: string;
}

export interface BlankSheet {
  readonly answers: readonly AnswerCell[];
  readonly tableCells: readonly TableCell[];
  /** The sheet with these texts written into it. */
  readonly filled: (texts: readonly Written[]) => Grid;
}

/** The official blank form as a sheet, without a file between. */
export function blankSheet(form: Form): BlankSheet {
  assert.ok(form.layout);
  const [sheet] = drawForm(form, form.layout, new Map()).sheets;
  assert.ok(sheet);
  const { cells, tables } = arrange(form, form.layout, 1);
  const answers = cells.flatMap(({ cell: { content }, range }) => {
    const field = content.kind === 'value' ? form.fields.find(({ key }) => key === content.field) : undefined;
    const isTitle = content.kind === 'value' && content.isTitle;
    return field && !isTitle ? [{ field, at: { row: range.top, column: range.left } }] : [];
  });
  const tableCells = tables.flatMap(({ table, layout, firstRow }) =>
    layout.columns.flatMap(({ key, column: left }) => {
      const column = table.columns.find((one) => one.key === key);
      const isFilledIn = key !== table.entries?.column;
      return column && isFilledIn ? [{ table, column, at: { row: firstRow, column: left } }] : [];
    }),
  );
  return {
    answers,
    tableCells,
    filled: (texts) => gridOf(sheet, texts),
  };
}

function gridOf(sheet: DrawnSheet, texts: readonly Written[]): Grid {
  const written = new Map(texts.map(({ at, text }) => [`${String(at.row)} ${String(at.column)}`, text]));
  const builder = new GridBuilder(sheet.name, new StringTable());
  sheet.rows.forEach(({ cells }, row) => {
    for (const { column, value, formula, style } of cells) {
      const text = written.get(`${String(row)} ${String(column)}`);
      if (text !== undefined) builder.addValue(row, column, text);
      else builder.addValue(row, column, formula === undefined ? (value ?? null) : '', style.numberFormat, formula);
    }
  });
  return builder.finish({ merges: sheet.merges });
}
