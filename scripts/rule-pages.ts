import * as z from 'zod';
import { optionWords } from '../src/forms/option-words.ts';
import { RULES } from '../src/rules/index.ts';
import { messageOf } from '../src/rules/messages.ts';
import type { Rule } from '../src/rules/rule.ts';
import { CASES } from '../test/rules/cases/index.ts';
import type { PrintedEntries, Written } from '../test/rules/filled-form.ts';
import { findingOf, type Filling, type RuleCases } from '../test/rules/rule-cases.ts';
import { lines, plain, tableOf } from './markdown.ts';

const SCOPES: Readonly<Record<Rule['scope'], string>> = {
  cell: '单元格 · a cell',
  row: '一行，或全部栏目 · a row, or the fields',
  column: '一列 · a column',
  table: '一张表 · a table',
  form: '整份表单 · the form',
  workbook: '工作簿中同一表单的各份 · all copies of a form in a workbook',
};

const SEVERITIES = { error: '错误 · error', warning: '警告 · warning', info: '提示 · info' } as const;

/** The pages of docs/rules by file name, as Markdown. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map([...RULES.values()].map((rule): [string, string] => [`${rule.id}.md`, pageOf(rule)]));
  return pages.set('index.md', indexPage());
}

function indexPage(): string {
  const rows = [...RULES.values()].map(({ id, summary, scope }) => [
    `[\`${id}\`](${id}.md)`,
    `${summary.zh}<br>${summary.en}`,
    SCOPES[scope],
  ]);
  return lines(
    '# 规则 · Rules',
    '表单定义通过规则说明检查什么；每条规则一页，由规则和它的测试用例生成。',
    'Definitions say what to check by rules; each has a page, made from the rule and the cases of its test.',
    tableOf(['规则 · Rule', '检查内容 · What it checks', '范围 · Scope'], rows),
  );
}

function pageOf(rule: Rule): string {
  const cases = CASES.find((each) => each.rule === rule.id);
  const messages = Object.entries(rule.messages).map(([name, { severity, zh, en }]) => [
    `\`${name}\``,
    SEVERITIES[severity],
    `${plain(zh)}<br>${plain(en)}`,
  ]);
  return lines(
    `# ${rule.id}`,
    '## 检查内容 · What it checks',
    `${rule.summary.zh}。`,
    `${rule.summary.en}.`,
    `范围 · Scope: ${SCOPES[rule.scope]}`,
    '## 提示语 · Messages',
    tableOf(['情形 · Case', '级别 · Severity', '提示 · Message'], messages),
    '## 选项 · Options',
    optionsOf(rule),
    ...(cases ? examplesOf(cases) : []),
  );
}

const optionsSchema = z.object({
  properties: z.record(
    z.string(),
    z.object({ description: z.string().optional(), type: z.string().optional(), pattern: z.string().optional() }),
  ),
  required: z.array(z.string()).optional(),
});

function optionsOf(rule: Rule): string {
  const { properties, required = [] } = optionsSchema.parse(
    z.toJSONSchema(rule.options(optionWords()), { io: 'input' }),
  );
  const rows = Object.entries(properties).map(([name, { description = '', type = '', pattern }]) => [
    `\`${name}\``,
    pattern?.startsWith('^=') ? '公式 · formula' : type,
    required.includes(name) ? '必需 · yes' : '',
    plain(description),
  ]);
  return rows.length === 0
    ? '无 · None.'
    : tableOf(['选项 · Option', '类型 · Type', '必需 · Required', '说明 · Meaning'], rows);
}

function examplesOf(cases: RuleCases): readonly string[] {
  return [
    '## 用法 · Use',
    ...Object.entries(cases.entries ?? {}).map(([table, entries]) => entriesOf(table, entries)),
    usesOf(cases.rule, cases.uses),
    '## 通过的例子 · Valid',
    ...cases.valid.flatMap((filling) => [`${filling.says}：`, filledIn(cases, filling)]),
    '## 不通过的例子 · Invalid',
    ...cases.invalid.flatMap((filling) => [
      `${filling.says}：`,
      ...(filling.uses ? [usesOf(cases.rule, filling.uses)] : []),
      filledIn(cases, filling),
      filling.findings
        .map((told) => findingOf(cases.rule, told))
        .map(
          (finding) =>
            `- ${finding.cell ?? '整张表'}（${SEVERITIES[finding.severity]}）${plain(messageOf(finding, 'zh'))}`,
        )
        .join('\n'),
    ]),
  ];
}

/** As a definition has them, in a table. */
function entriesOf(table: string, { column, list }: PrintedEntries): string {
  const items = list.map((entry) => `      - ${JSON.stringify(entry)}`);
  return ['```yaml', `${table}:`, '  entries:', `    column: ${column}`, '    list:', ...items, '```'].join('\n');
}

/** As a definition has it, below `rules:`. */
function usesOf(rule: string, uses: RuleCases['uses']): string {
  const entries = uses.map(({ at, when, severity, message, options = {} }) => {
    const parts = Object.entries({ rule, at, when, severity, message, ...options }).filter(
      ([, value]) => value !== undefined,
    );
    return `- { ${parts.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')} }`;
  });
  return ['```yaml', ...entries, '```'].join('\n');
}

/** What somebody filled in, as tables; rows of totals among the others. */
function filledIn(cases: RuleCases, filling: Filling): string {
  const copies = [filling, ...(filling.also ?? [])];
  return copies
    .flatMap((copy) => {
      const fields = Object.keys(cases.fields ?? {});
      const shown =
        fields.length > 0 ? [tableOf(fields, [fields.map((key) => writtenAs(copy.fields?.[key] ?? null))])] : [];
      const tables = Object.entries(cases.columns ?? {}).map(([key, columns]) => {
        const names = Object.keys(columns);
        const rows = (copy.rows?.[key] ?? []).map((row) => (row === null ? [] : 'totals' in row ? row.totals : row));
        return tableOf(
          names,
          rows.map((row) => names.map((_, at) => writtenAs(row[at] ?? null))),
        );
      });
      return [...(copy.name === undefined ? [] : [`${copy.name}：`]), ...shown, ...tables];
    })
    .join('\n\n');
}

function writtenAs(written: Written): string {
  if (written === null) return '';
  if (typeof written !== 'object') return plain(String(written));
  if ('error' in written) return written.error;
  const value = writtenAs(written.value);
  return written.formula === undefined ? value : plain(`=${written.formula}${value && ` → ${value}`}`);
}
