import { PARTS } from './definition.ts';
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
  const { label, unit = '', percent, formula, distinct, parts } = definition;
  const common = { key, label, unit, ...(percent === true ? { percent } : {}) };
  const given = [formula, distinct, parts].filter((one) => one !== undefined).length;
  if (given !== 1) {
    const wording = {
      zh: 'formula、distinct、parts 中应有且只有一项',
      en: 'exactly one of formula, distinct and parts is expected',
    };
    faults.add(path, wording);
    return undefined;
  }
  if (formula !== undefined) {
    const { expression, fault } = formulaFrom(formula);
    faults.add([...path, 'formula'], fault ?? names.formula(expression, undefined));
    return expression && { ...common, formula: expression };
  }
  if (percent !== undefined) {
    faults.add([...path, 'percent'], { zh: 'percent 只用于 formula', en: 'percent is for a formula only' });
  }
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
