import type { Column, Field, Form, Option, RuleUse, Table, ValueType } from '../src/forms/form.ts';
import type { Procedure } from '../src/procedure/procedure.ts';
import { RULES } from '../src/rules/index.ts';
import { lines, plain, tableOf } from './markdown.ts';

/** The pages of docs/forms by file name, as Markdown: one a form, and an index. */
export function formPages(forms: readonly Form[], procedures: readonly Procedure[]): ReadonlyMap<string, string> {
  const pages = new Map(forms.map((form): [string, string] => [`${stemOf(form)}.md`, pageOf(form, procedures)]));
  return pages.set('index.md', indexPage(forms));
}

/** What the page and the picture of a form are called. */
function stemOf({ id }: Form): string {
  return id.replace('/', '-');
}

function indexPage(forms: readonly Form[]): string {
  const rows = forms.map((form) => [
    form.county,
    `[${plain(form.title)}](${stemOf(form)}.md)${form.englishTitle === undefined ? '' : `<br>${plain(form.englishTitle)}`}`,
    `\`${form.id}\``,
    plain(`${form.source.document} ${form.source.annex}`),
    plain(form.purpose?.zh ?? ''),
  ]);
  return lines(
    '# 表单 · Forms',
    '每份表单一页，由它的定义（`templates/`）生成。',
    'A page for each form, made from its definition in `templates/`.',
    '[金额界限和办理程序 · Thresholds and procedures of all counties](thresholds.md)',
    tableOf(['区县 · County', '表单 · Form', '编号 · Id', '出处 · Source', '用途 · Purpose'], rows),
  );
}

function pageOf(form: Form, procedures: readonly Procedure[]): string {
  const { source, otherTitles, purpose, englishTitle } = form;
  return lines(
    `# ${plain(form.title)}`,
    ...(englishTitle === undefined ? [] : [`*${plain(englishTitle)}*`]),
    ...(purpose ? [plain(purpose.zh), plain(purpose.en)] : []),
    tableOf(
      ['', ''],
      [
        ['编号 · Id', `\`${form.id}\``],
        ['区县 · County', form.county],
        ['出处 · Source', plain(`${source.document}《${source.name}》${source.annex}`)],
        ['版本 · Version', form.version],
        ['也叫 · Also titled', plain(otherTitles.join('、')) || '—'],
        ['空白表 · Blank form', `\`tianbao new ${form.id} -o 文件.xlsx\``],
      ],
    ),
    `![${plain(form.title)}](${stemOf(form)}.png)`,
    ...fieldsOf(form),
    ...form.tables.flatMap((table) => tableBlocks(form, table)),
    ...choicesOf(form),
    ...checksOf(form),
    ...figuresOf(form),
    ...procedureOf(form, procedures),
    ...clausesOf(form),
  );
}

const HEADINGS = ['栏目 · Cell', '填写 · To be filled in with', '必填 · Required', '依据 · Basis'];

function fieldsOf(form: Form): readonly string[] {
  if (form.fields.length === 0) return [];
  const rows = form.fields.map((field) => {
    const uses = form.rules.filter((use) => use.field === field.key);
    return [plain(printedName(field)), typeOf(field.type), requiredOf(uses), basesOf(form, uses)];
  });
  return ['## 栏目 · Fields', tableOf(HEADINGS, rows)];
}

/** Its label, and where that stands several times what it belongs to. */
function printedName({ key, labels, after, section }: Field): string {
  const label = labels[0] ?? key;
  const belongs = after ?? section;
  return belongs === null ? label : `${label}（${belongs}）`;
}

function tableBlocks(form: Form, table: Table): readonly string[] {
  const rows = table.columns.map((column) => {
    const uses = form.rules.filter((use) => use.table === table.key && use.column === column.key);
    return [plain(headingOf(column)), typeOf(column.type), requiredOf(uses), basesOf(form, uses)];
  });
  const entries = table.entries?.list.map(
    ({ text, note = '', heading }) => `${heading === null ? '' : '  '}- ${plain(text + note)}`,
  );
  return [
    `## 表：${plain(table.key)} · Table`,
    ...(table.optional ? ['可以另附，也可以没有。It may be annexed or left out.'] : []),
    tableOf(HEADINGS, rows),
    ...(entries ? ['印好的行 · Printed rows', entries.join('\n')] : []),
  ];
}

function headingOf({ key, labels, groups }: Column): string {
  const heading = labels[0] ?? key;
  return groups[0] === undefined ? heading : `${groups[0]}：${heading}`;
}

const SIMPLE: Readonly<Partial<Record<ValueType['kind'], string>>> = {
  text: '文字 · text',
  phone: '电话 · phone number',
  email: '邮箱 · e-mail address',
  ports: '端口：1–65535，可多个或一段 · ports',
  specification: '配置（如 4核8G 100G）· configuration',
  'amount-in-words': '大写金额 · amount in capitals',
  length: '长度 n，或精度,小数位 p,s · length, or precision and scale',
};
const PRECISIONS = { year: '年份 · year', month: '年月 · month', day: '日期 · date' } as const;

function typeOf(type: ValueType): string {
  switch (type.kind) {
    case 'integer':
    case 'number':
      return `${type.kind === 'integer' ? '整数 · whole number' : '数 · number'}${limits(type)}`;
    case 'money':
      return `金额（${type.unit}）· amount${limits(type)}`;
    case 'date':
      return PRECISIONS[type.precision];
    case 'period':
      return type.range ? '起止时间 · from when to when' : '期限 · a stretch of time';
    case 'ticks':
      return `${type.single ? '勾选一项 · tick one' : '勾选 · tick'}：${plain(valuesIn(type.options))}`;
    case 'choice':
      return `${type.multiple ? '可选几项 · one or more' : '选一项 · one'}${type.open ? '，可另填 · or another' : ''}：${plain(valuesIn(type.options))}`;
    case 'pattern':
      return plain(`${type.hint.zh} · ${type.hint.en}`);
    default:
      return SIMPLE[type.kind] ?? type.kind;
  }
}

function limits({ min, max }: { readonly min?: number; readonly max?: number }): string {
  return `${min === undefined ? '' : `，≥ ${String(min)}`}${max === undefined ? '' : `，≤ ${String(max)}`}`;
}

function valuesIn(options: readonly Option[]): string {
  return options.map(({ value }) => value).join('、');
}

function requiredOf(uses: readonly RuleUse[]): string {
  const required = uses.filter(({ rule }) => rule === 'required');
  if (required.length === 0) return '';
  return required
    .map(({ when, severity }) => {
      const always = severity === 'warning' ? '应填 · should be' : '是 · yes';
      return when ? `${always}：\`${when.source.replaceAll('|', '\\|')}\`` : always;
    })
    .join('<br>');
}

function basesOf(form: Form, uses: readonly RuleUse[]): string {
  const keys = new Set(uses.flatMap(({ basis }) => basis ?? []));
  return [...keys].map((key) => plain(form.clauses[key]?.place ?? key)).join('、');
}

/** Lists with other words that are known for their values. */
function choicesOf(form: Form): readonly string[] {
  const typed: readonly { readonly name: string; readonly type: ValueType }[] = [
    ...form.fields.map((field) => ({ name: printedName(field), type: field.type })),
    ...form.tables.flatMap(({ columns }) => columns.map((column) => ({ name: headingOf(column), type: column.type }))),
  ];
  const seen = new Set<string>();
  const rows = typed.flatMap(({ name, type }) => {
    if (type.kind !== 'choice' && type.kind !== 'ticks') return [];
    return type.options.flatMap(({ value, same, synonyms }) => {
      const others = [...same, ...synonyms];
      const row = [plain(name), plain(value), plain(others.join('、'))];
      if (others.length === 0 || seen.has(row.join('|'))) return [];
      seen.add(row.join('|'));
      return [row];
    });
  });
  return rows.length === 0
    ? []
    : [
        '## 认得的其他写法 · Other words that are known',
        tableOf(['栏目 · Cell', '值 · Value', '也认得 · Known'], rows),
      ];
}

/** Rules that readers of the table of fields cannot see there. */
const SHOWN_ABOVE = new Set(['required', 'type', 'choice', 'multiple-choice', 'ticks', 'pattern', 'specification']);
/** Rules that every form has. */
const EVERYWHERE = new Set(['layout', 'not-filled', 'formula-error', 'example']);

function checksOf(form: Form): readonly string[] {
  const rows = form.rules
    .filter(({ rule }) => !SHOWN_ABOVE.has(rule) && !EVERYWHERE.has(rule))
    .map((use) => {
      const rule = RULES.get(use.rule);
      const where = use.field ?? (use.table === undefined ? '' : `${use.table}${use.column ? `[${use.column}]` : ''}`);
      const says = use.message ?? rule?.summary;
      const clause = use.basis === null ? undefined : form.clauses[use.basis];
      return [
        plain(where),
        `[\`${use.rule}\`](../rules/${use.rule}.md)`,
        [...(says ? [plain(says.zh), plain(says.en)] : []), ...formulasOf(use)].join('<br>'),
        clause ? plain(clause.place) : '',
      ];
    });
  return rows.length === 0
    ? []
    : ['## 其他检查 · Further checks', tableOf(['位置 · Where', '规则 · Rule', '内容 · What', '依据 · Basis'], rows)];
}

/** The formulas of a check, as its definition has them. */
function formulasOf({ when, options }: RuleUse): readonly string[] {
  const named: readonly (readonly [string, unknown])[] = Object.entries({ when, ...options });
  const formulas = named.flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string'
      ? [[name, value.source] as const]
      : [],
  );
  return formulas.map(([name, source]) => `${name}: \`${source.replaceAll('|', '\\|')}\``);
}

function figuresOf({ figures }: Form): readonly string[] {
  if (figures.length === 0) return [];
  const rows = figures.map(({ key, label, unit }) => [`\`${key}\``, `${plain(label.zh)} · ${plain(label.en)}`, unit]);
  return ['## 统计 · Figures', tableOf(['键 · Key', '名称 · Name', '单位 · Unit'], rows)];
}

function procedureOf(form: Form, procedures: readonly Procedure[]): readonly string[] {
  const county = form.id.replace(/\/.*$/u, '');
  const procedure = procedures.find((each) => each.county === county);
  if (!form.procedure || !procedure) return [];
  return [
    '## 办理程序 · Procedure',
    `检查结果列出${procedure.name}按 \`${form.procedure.total.source}\`（${form.procedure.unit}）应走的办理程序。`,
    `A check tells what procedure of the county follows from the amount.`,
  ];
}

function clausesOf(form: Form): readonly string[] {
  const clauses = Object.values(form.clauses);
  if (clauses.length === 0) return [];
  const rows = clauses.map(({ document, place, text }) => [plain(`${document} ${place}`), plain(text)]);
  return ['## 依据的条文 · Clauses', tableOf(['出处 · Place', '原文 · Words'], rows)];
}
