import { PARTS } from './definition.ts';
import type { DefinitionNames } from './definition-names.ts';
import type { Expression } from './expressions/expression.ts';
import type { Faults } from './faults.ts';
import type { ProcedureLink } from './form.ts';
import { formulaFrom } from './option-words.ts';

/** The entry `procedure` of a definition; `undefined` where there is none, or it has a fault. */
export function loadProcedureLink(written: unknown, names: DefinitionNames, faults: Faults): ProcedureLink | undefined {
  if (written === undefined) return undefined;
  const path = ['procedure'];
  const definition = faults.parse(PARTS.procedure, written, path, Object.keys(PARTS.procedure.shape));
  if (!definition) return undefined;
  const { unit, category } = definition;
  const total = formula(definition.total, 'total');
  const kind = category?.startsWith('=') ? formula(category, 'category') : category;
  return total && { total, unit, ...(kind === undefined ? {} : { category: kind }) };

  function formula(source: string, entry: string): Expression | undefined {
    const { expression, fault } = formulaFrom(source);
    faults.add([...path, entry], fault ?? names.formula(expression, undefined));
    return expression;
  }
}
