import type { Language } from '../../forms/language.ts';
import { CUSTOM_FUNCTIONS } from './functions.ts';

/** The file by which Excel knows the functions (metadata of custom functions), with its words in one language. */
export function functionsJson(language: Language): string {
  const functions = CUSTOM_FUNCTIONS.map(({ id, description, parameters, result }) => ({
    id,
    name: id,
    description: description[language],
    parameters: parameters.map((parameter) => ({
      name: parameter.name[language],
      description: parameter.description[language],
      type: parameter.type,
      dimensionality: parameter.dimensionality,
    })),
    result: { type: result, dimensionality: 'scalar' },
  }));
  return `${JSON.stringify({ functions }, null, 2)}\n`;
}
