import { PARTS } from './definition.ts';
import type { DefinitionPath } from './definition-error.ts';
import type { DefinitionNames } from './definition-names.ts';
import type { Faults } from './faults.ts';
import type { Figure } from './form.ts';
import { formulaFrom } from './option-words.ts';
import { columnReference } from './rule-loader.ts';

/** An entry of `figures`; `undefined` where it has a fault. */
export function loadFigure(key: string, written: unknown, names: DefinitionNames, faults: Faults): Figure | undefined {
  const path = ['figures', key];
  const definition = faults.parse(PARTS.figure, written, path, Object.keys(PARTS.figure.shape));
  if (!definition) return undefined;
  const { label, unit = '', percent, formula, distinct, parts, sum, by } = definition;
  const common = { key, label, unit, ...(percent === true ? { percent } : {}) };
  const given = [formula, distinct, parts, sum].filter((one) => one !== undefined).length;
  if (given !== 1) {
    const wording = {
      zh: 'formula、distinct、parts、sum 中应有且只有一项',
      en: 'exactly one of formula, distinct, parts and sum is expected',
    };
    faults.add(path, wording);
    return undefined;
  }
  if (by !== undefined && sum === undefined) {
    faults.add([...path, 'by'], { zh: 'by 只用于 sum', en: 'by is for a sum only' });
  }
  if (formula !== undefined) {
    const { expression, fault } = formulaFrom(formula);
    faults.add([...path, 'formula'], fault ?? names.formula(expression, undefined));
    return expression && { ...common, formula: expression };
  }
  if (percent !== undefined) {
    faults.add([...path, 'percent'], { zh: 'percent 只用于 formula', en: 'percent is for a formula only' });
  }
  if (sum !== undefined) return loadSum({ ...common, sum, by }, path, names, faults);
  const place = [...path, distinct === undefined ? 'parts' : 'distinct'];
  const columns = [distinct ?? parts ?? []].flat().flatMap((name) => columnReference(name) ?? []);
  for (const { table, column } of columns) faults.add(place, names.column(table, column));
  const [first] = columns;
  if (!first) return undefined;
  if (columns.some(({ table }) => table !== first.table)) {
    faults.add(place, { zh: '各列应在同一张表中', en: 'the columns must be of one table' });
  }
  if (distinct === undefined) return { ...common, parts: first };
  return { ...common, distinct: { table: first.table, columns: columns.map(({ column }) => column) } };
}

/** The sum of a column, split by a formula over its rows. */
function loadSum(
  { sum, by, ...common }: Pick<Figure, 'key' | 'label' | 'unit'> & { sum: string; by: string | undefined },
  path: DefinitionPath,
  names: DefinitionNames,
  faults: Faults,
): Figure | undefined {
  const column = columnReference(sum);
  if (!column || faults.add([...path, 'sum'], names.column(column.table, column.column))) return undefined;
  if (by === undefined) {
    faults.add(path, { zh: 'sum 需要 by；只求和请用 formula', en: 'sum needs by; for a mere sum use formula' });
    return undefined;
  }
  const { expression, fault } = formulaFrom(by);
  faults.add([...path, 'by'], fault ?? names.formula(expression, column.table));
  return expression && { ...common, sum: column, by: expression };
}
