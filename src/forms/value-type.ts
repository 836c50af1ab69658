import type { ColumnDefinition, FieldDefinition, TypeName } from './definition.ts';
import type { Option, ValueType } from './form.ts';

type ValueDefinition = FieldDefinition | ColumnDefinition;
type OptionDefinition = NonNullable<ValueDefinition['choices']>[number];

/** The value type that a field's or column's definition amounts to, with its defaults. */
export function valueTypeOf(definition: ValueDefinition): ValueType {
  const type = kindOf(definition);
  return definition.doubtful === undefined || type.kind === 'choice'
    ? type
    : { ...type, doubtful: definition.doubtful };
}

/** The type that is meant where none is named. */
export function typeNameOf({ type, choices }: ValueDefinition): TypeName {
  return type ?? (choices ? 'choice' : 'text');
}

function kindOf(definition: ValueDefinition): ValueType {
  const type = typeNameOf(definition);
  switch (type) {
    case 'text':
    case 'lines':
      return {
        kind: 'text',
        lines: type === 'text' ? 'join' : 'keep',
        ...(definition.none === undefined ? {} : { none: definition.none }),
      };
    case 'integer':
    case 'number':
      return { kind: type, ...unitsOf(definition), ...limits(definition) };
    case 'money':
      return {
        kind: 'money',
        unit: definition.unit ?? '元',
        decimals: definition.decimals ?? 2,
        ...(definition.inText === true ? { inText: true as const } : {}),
        ...limits(definition),
      };
    case 'date':
    case 'month':
    case 'year':
      return {
        kind: 'date',
        precision: type === 'date' ? 'day' : type,
        ...(definition.begins === true ? { begins: true as const } : {}),
      };
    case 'choice':
      return {
        kind: 'choice',
        options: optionsOf(definition),
        open: definition.open ?? false,
        multiple: definition.multiple ?? false,
        doubtful: definition.doubtful ?? [],
      };
    case 'ticks':
      return { kind: 'ticks', options: optionsOf(definition), single: definition.single ?? false };
    case 'pattern':
      return {
        kind: 'pattern',
        pattern: definition.pattern ?? '',
        hint: definition.hint ?? { zh: definition.pattern ?? '', en: definition.pattern ?? '' },
        ...(definition.checksum === undefined ? {} : { checksum: definition.checksum }),
        ...(definition.multiple === undefined ? {} : { multiple: definition.multiple }),
      };
    case 'period':
      return {
        kind: type,
        ...(definition.range === true || definition.range === 'months' ? { range: definition.range } : {}),
        ...(definition.inText === true ? { inText: true as const } : {}),
      };
    default:
      return { kind: type };
  }
}

type Units = Pick<
  Extract<ValueType, { readonly kind: 'integer' | 'number' }>,
  'units' | 'conversions' | 'before' | 'unitInCell'
>;

function unitsOf({ units = [], before, unitInCell }: ValueDefinition): Units {
  const conversions = units.flatMap((unit) =>
    typeof unit === 'string' ? [] : [{ unit: unit.unit, times: 'times' in unit ? unit.times : 1 / unit.per }],
  );
  return {
    units: units.map((unit) => (typeof unit === 'string' ? unit : unit.unit)),
    ...(conversions.length === 0 ? {} : { conversions }),
    ...(before === undefined ? {} : { before }),
    ...(unitInCell === true ? { unitInCell } : {}),
  };
}

function limits(definition: ValueDefinition): { min?: number; max?: number } {
  return {
    ...(definition.min === undefined ? {} : { min: definition.min }),
    ...(definition.max === undefined ? {} : { max: definition.max }),
  };
}

function optionsOf(definition: ValueDefinition): Option[] {
  return (definition.choices ?? []).map(optionOf);
}

function optionOf(definition: OptionDefinition): Option {
  const given = typeof definition === 'string' ? { value: definition } : definition;
  return {
    value: given.value,
    ...(given.code === undefined ? {} : { code: given.code }),
    same: given.same ?? [],
    synonyms: given.synonyms ?? [],
    ...(given.like === undefined ? {} : { like: given.like }),
    not: given.not ?? [],
  };
}
