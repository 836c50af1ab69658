import type { Column, Field, Form, RuleUse, ValueType } from '../../forms/form.ts';
import { rangeToA1, toA1, type Range } from '../../sheets/address.ts';
import type { Validation, ValidationCheck } from './drawing.ts';
import type { OptionLists } from './option-lists.ts';
import type { Places } from './places.ts';
import { promptFor } from './prompts.ts';
import { tickText } from './tick-text.ts';

/** What is needed to say what a cell takes. */
export interface ValidationContext {
  readonly form: Form;
  readonly places: Places;
  readonly lists: OptionLists;
  /** Halves of a Chinese character that stand in one line of a range. */
  readonly roomIn: (range: Range) => number;
}

type Place = Pick<RuleUse, 'field' | 'table' | 'column'>;

/** What the cells of a field or column take, and what they say as they are chosen. */
export function validationFor(
  value: Field | Column,
  place: Place,
  range: Range,
  { boxes, suffix }: { readonly boxes: 'before' | 'behind'; readonly suffix: string },
  context: ValidationContext,
): Validation | null {
  const prompt = promptFor(value, place, context.form, suffix);
  const check = checkFor(value, place, range, boxes, context);
  if (!check && prompt.text === '') return null;
  return { range, check, prompt: prompt.text === '' ? null : prompt };
}

/** Of a cell with a formula: what is typed over it is asked about. */
export function overFormula(range: Range): Validation {
  const cell = toA1(range.top, range.left);
  const check: ValidationCheck = {
    type: 'custom',
    formula: `LEN(${cell})<0`,
    alert: 'warning',
    message: '这一格由公式计算。确要改为手工填写吗？',
  };
  return { range, check, prompt: null };
}

function checkFor(
  { type }: Field | Column,
  place: Place,
  range: Range,
  boxes: 'before' | 'behind',
  context: ValidationContext,
): ValidationCheck | null {
  return (
    dependentList(place, range, type, context) ??
    referenceList(place, context) ??
    ofType(type, range, boxes, context) ??
    limit(place, range, context.form)
  );
}

function ofType(
  type: ValueType,
  range: Range,
  boxes: 'before' | 'behind',
  { lists, roomIn }: ValidationContext,
): ValidationCheck | null {
  switch (type.kind) {
    case 'choice':
      return {
        type: 'list',
        formula: lists.list(type.options.map(({ value }) => value)),
        ...(type.multiple
          ? { alert: 'none', message: '' }
          : type.open
            ? { alert: 'warning', message: '列表中没有这一项。确要这样填写吗？' }
            : { alert: 'stop', message: '只能填写列表中的一项。' }),
      };
    case 'ticks': {
      if (!type.single || type.options.length > MOST_TICKED) return null;
      const texts = type.options.map((option) => tickText(type.options, roomIn(range), boxes, option));
      return { type: 'list', formula: lists.list(texts), alert: 'none', message: '' };
    }
    case 'integer':
      if (type.unitInCell) return null;
      return { ...between(type, 'whole'), alert: type.before ? 'none' : 'stop', message: '请填写整数，不写单位。' };
    case 'number':
      if (type.units.length > 0 || type.before !== undefined) return null;
      return { ...between(type, 'decimal'), alert: 'stop', message: '请填写数字，不写单位。' };
    case 'money':
      return { ...between(type, 'decimal'), alert: 'stop', message: `请填写金额，单位${type.unit}，只填数字。` };
    case 'date':
      // What is no day of the calendar a spreadsheet takes for text.
      if (type.precision !== 'day') return null;
      return {
        type: 'date',
        operator: 'between',
        formula: FIRST_DAY,
        second: LAST_DAY,
        alert: 'stop',
        message: '请填写日期，如 2026-3-5。',
      };
    case 'email': {
      const cell = toA1(range.top, range.left);
      const formula = `AND(ISNUMBER(FIND("@",${cell})),ISERROR(FIND(" ",TRIM(${cell}))))`;
      return { type: 'custom', formula, alert: 'warning', message: '这不像电子邮箱地址。确要这样填写吗？' };
    }
    default:
      return null;
  }
}

/** More drop-down entries than that are no help. */
const MOST_TICKED = 12;
/** 2000-01-01 and 2099-12-31 as serial days. */
const FIRST_DAY = '36526';
const LAST_DAY = '73050';
/** Beyond any amount. */
const MOST = '1000000000000';

function between(
  { min, max }: { readonly min?: number; readonly max?: number },
  type: 'whole' | 'decimal',
): Pick<ValidationCheck, 'type' | 'operator' | 'formula' | 'second'> {
  const first = min === undefined ? `-${MOST}` : String(min);
  return { type, operator: 'between', formula: first, second: max === undefined ? MOST : String(max) };
}

/** The values of a group that another column names. */
function dependentList(
  place: Place,
  range: Range,
  type: ValueType,
  { form, places, lists }: ValidationContext,
): ValidationCheck | null {
  const use = useOf('dependent-choice', place, form);
  const { by, groups } = use?.options ?? {};
  if (typeof by !== 'string' || typeof groups !== 'object' || groups === null) return null;
  const cell = place.table === undefined ? places.fieldCell(by) : places.rowCell(place.table, by, range.top);
  if (cell === undefined) return null;
  const listed = Object.entries(groups).flatMap(([group, values]): [string, string[]][] =>
    Array.isArray(values) ? [[group, values.filter((value) => typeof value === 'string')]] : [],
  );
  const isLoose = type.kind !== 'choice' || type.multiple;
  return {
    type: 'list',
    formula: lists.dependent(cell, listed),
    alert: isLoose ? 'none' : 'warning',
    message: '列表中没有这一项。确要这样填写吗？',
  };
}

/** What another table has listed: as much of its column as is filled in. */
function referenceList(place: Place, { form, places }: ValidationContext): ValidationCheck | null {
  const { table, column } = useOf('reference', place, form)?.options ?? {};
  if (typeof table !== 'string' || typeof column !== 'string') return null;
  const range = places.columnRange(table, column);
  const cells = places.columnCells(table, column);
  if (!range || cells === undefined) return null;
  const first = cells.split(':')[0] ?? '';
  const formula = `OFFSET(${first},0,0,MAX(1,COUNTA(${cells})),1)`;
  return { type: 'list', formula, alert: 'warning', message: '所指的表中没有这一项。确要这样填写吗？' };
}

/** At most so many characters, spaces and line breaks not counted. */
function limit(place: Place, range: Range, form: Form): ValidationCheck | null {
  const max = useOf('character-limit', place, form)?.options.max;
  if (typeof max !== 'number') return null;
  const cell = rangeToA1({ ...range, bottom: range.top, right: range.left });
  const counted = [' ', '　'].reduce(
    (text, space) => `SUBSTITUTE(${text},"${space}","")`,
    `SUBSTITUTE(${cell},CHAR(10),"")`,
  );
  return {
    type: 'custom',
    formula: `LEN(${counted})<=${String(max)}`,
    alert: 'warning',
    message: `超过 ${String(max)} 字。确要这样填写吗？`,
  };
}

function useOf(rule: string, { field, table, column }: Place, form: Form): RuleUse | undefined {
  return form.rules.find(
    (use) => use.rule === rule && use.field === field && use.table === table && use.column === column,
  );
}
