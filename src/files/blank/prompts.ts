import type { Clause, Field, Column, Form, RuleUse, ValueType } from '../../forms/form.ts';

/** What a form says of a cell as it is chosen: what is asked for, and the clause that asks for it, word for word. */
export interface Prompt {
  readonly title: string;
  readonly text: string;
}

/**
 * @param place The rules that are applied here.
 * @param suffix The unit that the cell shows behind a number; `''` for none.
 */
export function promptFor(
  value: Field | Column,
  place: Pick<RuleUse, 'field' | 'table' | 'column'>,
  form: Form,
  suffix = '',
): Prompt {
  const uses = form.rules.filter(
    (use) => use.field === place.field && use.table === place.table && use.column === place.column,
  );
  const isRequired = uses.some((use) => use.rule === 'required' && use.when === undefined);
  const text = [
    isRequired ? '必填。' : '',
    ofType(value.type, suffix),
    ...uses.map(ofRule),
    'carryDown' in value && value.carryDown ? '与上一行相同时可以留空。' : '',
    ...clausesOf(uses, form),
  ];
  return { title: value.labels[0] ?? value.key, text: text.filter((words) => words !== '').join('') };
}

function ofType(type: ValueType, suffix: string): string {
  switch (type.kind) {
    case 'integer':
      return `填整数${limits(type)}，不写单位。`;
    case 'number':
      return type.units.length > 0 || type.before !== undefined ? '' : `填数字${limits(type)}，不写单位。`;
    case 'money':
      return `填金额（${type.unit}）${limits(type)}，只填数字。`;
    case 'date':
      return type.precision === 'day'
        ? '填日期，如 2026-3-5。'
        : type.precision === 'month'
          ? '填年月，如 2026年3月。'
          : '填年份，如 2026。';
    case 'choice':
      return type.multiple
        ? '可从下拉列表选择；填多项时用“、”分开。'
        : type.open
          ? '可从下拉列表选择；没有的可以另填。'
          : '从下拉列表选择。';
    case 'ticks':
      return type.single ? '从下拉列表选择，或把所选一项的□改为☑。' : '把所选各项的□改为☑，可选多项。';
    case 'phone':
      return '填手机号，或带区号的固定电话。';
    case 'email':
      return '填电子邮箱地址。';
    case 'ports':
      return '填端口号（1–65535），多个用“、”分开，一段写作 8000-8010。';
    case 'specification':
      return '写明核数、内存、磁盘，如 4核 8G 100G。';
    case 'length':
      return '填位数，如 20；带小数的写“总位数,小数位数”，如 10,2。';
    case 'amount-in-words':
      return '填大写金额。';
    case 'period':
      if (suffix !== '') return `填时长（${suffix}），只填数字。`;
      return type.range ? '填起止时间，如 2026年3月至2026年12月。' : '填起止时间或时长。';
    case 'pattern':
      return `${type.hint.zh}。`;
    case 'text':
      return '';
  }
}

function limits({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined && max !== undefined) return `，${String(min)} 至 ${String(max)}`;
  if (min !== undefined) return min === 0 ? '，不小于 0' : min < 1 ? '，大于 0' : `，至少 ${String(min)}`;
  return max === undefined ? '' : `，至多 ${String(max)}`;
}

function ofRule({ rule, options }: RuleUse): string {
  if (rule === 'character-limit' && typeof options.max === 'number') return `不超过 ${String(options.max)} 字。`;
  if (rule === 'computed') return '由公式计算，一般不必填写。';
  return '';
}

/** The clauses that checks of a cell rest on, each once. */
function clausesOf(uses: readonly RuleUse[], form: Form): string[] {
  const names = [...new Set(uses.flatMap(({ basis }) => (basis === null ? [] : [basis])))];
  return names.flatMap((name) => {
    const clause = form.clauses[name];
    return clause ? [`${placeOf(clause, form)}：${clause.text}`] : [];
  });
}

function placeOf({ document, place }: Clause, { source }: Form): string {
  return document === source.document ? place : `${document}${place}`;
}
