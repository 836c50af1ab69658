import type { DefinitionPath } from './definition-error.ts';
import type { DefinitionNames } from './definition-names.ts';
import type { Faults } from './faults.ts';
import type { Table } from './form.ts';
import type { LayoutTable } from './layout.ts';
import type { TableBlockDefinition } from './layout-definition.ts';
import { hasOwn } from '../sheets/own.ts';

/** A table as it stands in the layout; `undefined` where it is not known. */
export function tableBlock(
  definition: TableBlockDefinition,
  path: DefinitionPath,
  tables: readonly Table[],
  width: number,
  names: DefinitionNames,
  faults: Faults,
): LayoutTable | undefined {
  const { table: name, numbered = 0, total = null, lines = 1 } = definition;
  if (faults.add([...path, 'table'], names.table(name))) return undefined;
  const table = tables.find(({ key }) => key === name);
  if (!table) return undefined;
  const spans = definition.columns ?? Object.fromEntries(table.columns.map(({ key }) => [key, 1]));
  const columns: { key: string; column: number; columns: number }[] = [];
  let at = 0;
  for (const [key, span] of Object.entries(spans)) {
    faults.add([...path, 'columns', key], names.column(name, key));
    columns.push({ key, column: at, columns: span });
    at += span;
  }
  if (at !== width) {
    const fault = {
      zh: `表“${name}”占 ${String(at)} 列，版面共 ${String(width)} 列`,
      en: `the table "${name}" takes ${String(at)} columns of ${String(width)}`,
    };
    faults.add(definition.columns ? [...path, 'columns'] : path, fault);
  }
  for (const { key, optional } of table.columns) {
    if (optional || hasOwn(spans, key)) continue;
    const fault = { zh: `没有列“${key}”`, en: `the column "${key}" is not placed` };
    faults.add([...path, 'columns'], fault);
  }
  const rows = definition.rows ?? table.printedRows + (table.entries?.list.length ?? 0);
  if (rows === 0) {
    const fault = { zh: '请用 rows 说明空白表印几行', en: 'say with rows how many rows the blank form has' };
    faults.add(path, fault);
  }
  if (numbered > rows) {
    faults.add([...path, 'numbered'], { zh: '比行数还多', en: 'there are not so many rows' });
  }
  return { kind: 'table', table: name, columns, rows, numbered, total, lines };
}
