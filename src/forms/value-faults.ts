import type { ColumnDefinition, FieldDefinition } from './definition.ts';
import { NEEDED_BY, TYPES_WITH } from './definition.ts';
import type { DefinitionPath } from './definition-error.ts';
import type { Faults } from './faults.ts';
import { foldValue } from './fold.ts';
import { patternFault } from './patterns.ts';
import { typeNameOf } from './value-type.ts';

type ValueDefinition = FieldDefinition | ColumnDefinition;

/** Tells of entries of a field or column that do nothing, contradict each other, or are lacking. */
export function findValueFaults(definition: ValueDefinition, path: DefinitionPath, faults: Faults): void {
  const type = typeNameOf(definition);
  const entries = new Map<string, unknown>(Object.entries(definition));
  for (const [key, types] of Object.entries(TYPES_WITH)) {
    if (!entries.has(key) || types.includes(type)) continue;
    faults.add([...path, key], {
      zh: `${key} 只用于类型 ${types.join('、')}，这里的类型是 ${type}`,
      en: `${key} is for the type ${types.join(', ')}, and this one is ${type}`,
    });
  }
  const needed = NEEDED_BY[type];
  if (needed !== undefined && !entries.has(needed)) {
    faults.add(path, { zh: `类型 ${type} 需要 ${needed}`, en: `the type ${type} needs ${needed}` });
  }
  findLimitFaults(definition, path, faults);
  findOptionFaults(definition, path, faults);
  findDoubled(definition.label, [...path, 'label'], faults);
  if (definition.pattern !== undefined) faults.add([...path, 'pattern'], patternFault(definition.pattern));
  for (const [language, words] of Object.entries(definition.hint ?? {})) {
    if (!/[{}]/.test(words)) continue;
    const fault = { zh: '说明中不能用花括号 { }', en: 'braces { } cannot be used in a hint' };
    faults.add([...path, 'hint', language], fault);
  }
}

function findLimitFaults({ min, max }: ValueDefinition, path: DefinitionPath, faults: Faults): void {
  if (min === undefined || max === undefined || min <= max) return;
  const wording = {
    zh: `min ${String(min)} 大于 max ${String(max)}`,
    en: `min ${String(min)} is above max ${String(max)}`,
  };
  faults.add([...path, 'min'], wording);
}

/** Options that are the same, or whose words are right for another option, too. Synonyms may stand for several. */
function findOptionFaults({ choices = [] }: ValueDefinition, path: DefinitionPath, faults: Faults): void {
  const owners = new Map<string, string>();
  choices.forEach((choice, index) => {
    const option = typeof choice === 'string' ? { value: choice } : choice;
    const place = [...path, 'choices', index];
    for (const spelling of [option.value, ...('same' in option ? (option.same ?? []) : [])]) {
      const key = foldValue(spelling);
      const owner = owners.get(key);
      owners.set(key, option.value);
      if (owner === undefined) continue;
      const wording = { zh: `“${spelling}”已是选项“${owner}”`, en: `"${spelling}" is the option "${owner}" already` };
      faults.add(place, wording);
    }
    if ('code' in option && option.code !== undefined && !option.value.endsWith(option.code)) {
      const wording = {
        zh: `code 应是 value 的结尾，而“${option.value}”不以“${option.code}”结尾`,
        en: `code is what value ends in, but "${option.value}" does not end in "${option.code}"`,
      };
      faults.add([...place, 'code'], wording);
    }
  });
}

/** Spellings that are the same to a reader of the form. */
function findDoubled(words: string | readonly string[] | undefined, path: DefinitionPath, faults: Faults): void {
  if (words === undefined || typeof words === 'string') return;
  const seen = new Map<string, string>();
  words.forEach((word, at) => {
    const same = seen.get(foldValue(word));
    seen.set(foldValue(word), word);
    if (same === undefined) return;
    const wording = {
      zh: `“${word}”与“${same}”视为同一写法，不必再写`,
      en: `"${word}" is taken for the same as "${same}"`,
    };
    faults.add([...path, at], wording);
  });
}
