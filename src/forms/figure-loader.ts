import { PARTS } from './definition.ts';
import type { DefinitionPath } from './definition-error.ts';
import type { DefinitionNames } from './definition-names.ts';
import { withNearest } from './definition-wording.ts';
import type { Faults } from './faults.ts';
import type { Figure } from './form.ts';
import { formulaFrom } from './option-words.ts';
import { columnReference } from './rule-loader.ts';

/** An entry of `figures`; `undefined` where it has a fault. */
export function loadFigure(key: string, written: unknown, names: DefinitionNames, faults: Faults): Figure | undefined {
  const path = ['figures', key];
  const definition = faults.parse(PARTS.figure, written, path, Object.keys(PARTS.figure.shape));
  if (!definition) return undefined;
  const { label, unit = '', percent, change, formula, distinct, parts, sum, by, fields } = definition;
  const common = {
    ...{ key, label, unit },
    ...(percent === true ? { percent } : {}),
    ...(change === undefined ? {} : { change }),
  };
  const given = [formula, distinct, parts, sum, fields].filter((one) => one !== undefined).length;
  if (given !== 1) {
    const wording = {
      zh: 'formula、distinct、parts、sum、fields 中应有且只有一项',
      en: 'exactly one of formula, distinct, parts, sum and fields is expected',
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
  if (change !== undefined) {
    faults.add([...path, 'change'], { zh: 'change 只用于 formula', en: 'change is for a formula only' });
  }
  if (fields !== undefined) return loadFields({ ...common, fields }, path, names, faults);
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

/** What fields add up to: numbers, and amounts in the unit of the figure. */
function loadFields(
  figure: Pick<Figure, 'key' | 'label' | 'unit'> & { readonly fields: readonly string[] },
  path: DefinitionPath,
  names: DefinitionNames,
  faults: Faults,
): Figure {
  const { fields, unit } = figure;
  fields.forEach((name, at) => {
    const type = names.fields.get(name);
    const place = [...path, 'fields', at];
    if (faults.add(place, names.field(name)) || !type) return;
    if (type.kind === 'money' ? type.unit === unit : type.kind === 'number' || type.kind === 'integer') return;
    const zh = type.kind === 'money' ? `“${name}”的单位是${type.unit}，这里是${unit}` : `“${name}”不是数`;
    const en =
      type.kind === 'money' ? `"${name}" is in ${type.unit}, this figure in ${unit}` : `"${name}" is not a number`;
    faults.add(place, { zh, en });
  });
  return figure;
}

/** The figures that others name as their change: known, in the same unit, and no figure its own. */
export function checkChanges(figures: readonly Figure[], faults: Faults): void {
  const known = new Map(figures.map((figure) => [figure.key, figure]));
  for (const { key, change, unit } of figures) {
    if (change === undefined) continue;
    const other = known.get(change);
    const place = ['figures', key, 'change'];
    if (!other) {
      const wording = { zh: `没有名为“${change}”的统计`, en: `there is no figure "${change}"` };
      faults.add(place, withNearest(wording, change, known.keys()));
    } else if (change === key || !('formula' in other) || other.unit !== unit) {
      faults.add(place, {
        zh: `“${change}”应是另一个、单位相同的 formula`,
        en: `"${change}" must be another figure with a formula, in the same unit`,
      });
    }
  }
}
