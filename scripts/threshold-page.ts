import type { Condition, Procedure, Stage, Step } from '../src/procedure/procedure.ts';
import { STAGES } from '../src/procedure/procedure.ts';
import { procedureFor } from '../src/procedure/procedure-for.ts';
import { amountInChinese } from '../src/procedure/money.ts';
import { conditionInWords, CIVIL_CODE, overlapInWords, rangeInWords } from '../src/procedure/words.ts';
import { lines, plain, tableOf } from './markdown.ts';

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  规划: '规划 · Planning',
  申报: '申报 · Application',
  审批: '审批 · Approval',
  建设: '建设 · Building',
  变更: '变更 · Changes',
  验收: '验收 · Acceptance',
  运行: '运行 · Operation',
};

/** docs/forms/thresholds.md, as Markdown. */
export function thresholdPage(procedures: readonly Procedure[]): string {
  const heads = procedures.map(({ name, county }) => `${name} · ${county}`);
  const sideBySide = (cell: (step: Step) => string | null): string =>
    tableOf(
      ['', ...heads],
      STAGES.flatMap((stage) => {
        const cells = procedures.map(({ steps }) =>
          steps.flatMap((step) => (step.stage === stage ? (cell(step) ?? []) : [])).join('<br><br>'),
        );
        return cells.every((each) => each === '') ? [] : [[STAGE_NAMES[stage], ...cells.map((each) => each || '—')]];
      }),
    );
  return lines(
    '# 金额界限和办理程序 · Thresholds and procedures',
    '各区县的规定逐条列出，由 `templates/<区县>/procedure.yaml` 生成；`tianbao procedure` 按项目给出办理步骤。',
    'The rules of all counties side by side, made from `templates/<county>/procedure.yaml`; `tianbao procedure` tells the steps of one project.',
    '## 怎么读“以上”“以下” · How 以上 and 以下 are read',
    `${CIVIL_CODE.zh}：“${CIVIL_CODE_WORDS}”条文另写“含”的，以条文为准：与“3000万元（含）以上”并列的“3000万元以下”不含 3000 万元。`,
    'By article 1259 of the Civil Code 以上, 以下 and 以内 include the number, 超过 and 不满 do not. A written 含 settles it: beside “3000万元（含）以上”, “3000万元以下” is below it.',
    ...overlapsOf(procedures),
    '## 金额界限 · Amounts',
    sideBySide((step) => amountCell(step)),
    '## 界限上下 · At, just below and just above each number',
    edgesOf(procedures),
    '## 期限 · Deadlines',
    sideBySide(({ deadline, step, clauses }) =>
      deadline ? `**${bare(deadline.words)}**：${plain(step.zh)}（${placesOf(clauses)}）` : null,
    ),
    ...procedures.flatMap(countySection),
  );
}

const CIVIL_CODE_WORDS =
  '民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；所称的“不满”、“超过”、“以外”，不包括本数。';

function amountCell({ when, step, clauses }: Step): string | null {
  const ranges = rangesIn(when).map(
    ({ range, measure }) => `${measure ? plain(measure.wording.zh) : ''}${rangeInWords(range, 'zh')}`,
  );
  if (ranges.length === 0) return null;
  return `**${ranges.join('，')}**：${plain(step.zh)}（${placesOf(clauses)}）`;
}

/** At each number of a county: the steps with that number in their condition, a fen below, at it and a fen above. */
function edgesOf(procedures: readonly Procedure[]): string {
  const rows = procedures.flatMap((procedure) =>
    totalsOf(procedure).map((edge) => [
      procedure.name,
      amountInChinese(edge),
      ...[edge - 1, edge, edge + 1].map((total) => stepsAt(procedure, edge, total)),
    ]),
  );
  return tableOf(
    ['区县 · County', '界限 · Number', '少一分 · A fen below', '正好 · At it', '多一分 · A fen above'],
    rows,
  );
}

function stepsAt(procedure: Procedure, edge: number, total: number): string {
  const steps = procedureFor(procedure, { total }).steps.filter(({ step }) =>
    edgesOfStep(procedure, step).includes(edge),
  );
  const said = steps.map(({ step, condition }) => {
    const open = condition === null ? '' : `（条件：${conditionInWords(condition, 'zh')}）`;
    return plain(step.step.zh + open);
  });
  return said.join('<br>') || '—';
}

function totalsOf(procedure: Procedure): readonly number[] {
  return [...new Set(procedure.steps.flatMap((step) => edgesOfStep(procedure, step)))].sort((a, b) => a - b);
}

/** The numbers at which it changes whether a step is to be taken, its own or those of the steps it stands in for. */
function edgesOfStep(procedure: Procedure, { when }: Step): readonly number[] {
  const instead = otherwiseIn(when).flatMap((id) => procedure.steps.filter((step) => step.id === id));
  return [...edgesIn(when), ...instead.flatMap((step) => edgesIn(step.when))];
}

function edgesIn(condition: Condition | null): readonly number[] {
  return rangesIn(condition).flatMap(({ measure, range }) =>
    measure ? [] : [range.from, range.to].flatMap((bound) => bound?.value ?? []),
  );
}

function otherwiseIn(condition: Condition | null): readonly string[] {
  if (condition?.kind === 'otherwise') return condition.steps.map(({ id }) => id);
  return condition?.kind === 'all' || condition?.kind === 'any' ? condition.of.flatMap(otherwiseIn) : [];
}

function rangesIn(condition: Condition | null): readonly (Condition & { readonly kind: 'range' })[] {
  if (condition === null) return [];
  if (condition.kind === 'range') return [condition];
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(rangesIn) : [];
}

function overlapsOf(procedures: readonly Procedure[]): readonly string[] {
  const overlaps = procedures.flatMap((procedure) =>
    totalsOf(procedure).flatMap((total) =>
      procedureFor(procedure, { total }).overlaps.map((overlap) => ({ name: procedure.name, overlap })),
    ),
  );
  return overlaps.map(
    ({ name, overlap }) => `- **${name}**：${overlapInWords(overlap, 'zh')}<br>${overlapInWords(overlap, 'en')}`,
  );
}

function countySection(procedure: Procedure): readonly string[] {
  const { name, county, source, steps, excluded } = procedure;
  return [
    `## ${name} · ${county}`,
    plain(`${source.document}《${source.name}》`),
    tableOf(
      ['阶段 · Stage', '步骤 · Step', '条件 · Where', '办理 · Who', '材料 · Papers', '期限 · When', '依据 · Basis'],
      steps.map((step) => [
        step.stage,
        `${plain(step.step.zh)}<br>${plain(step.step.en)}`,
        step.when === null ? '—' : plain(conditionInWords(step.when, 'zh')),
        plain(
          [
            step.by,
            ...(step.to === null ? [] : [`→ ${step.to}`]),
            ...(step.decides === null ? [] : [`决定：${step.decides}`]),
          ].join('\n'),
        ),
        step.documents.map(documentLink).join('<br>') || '—',
        step.deadline ? plain(bare(step.deadline.words)) : '—',
        placesOf(step.clauses),
      ]),
    ),
    ...(excluded.length === 0
      ? []
      : [
          '不属于政务信息化项目 · No such projects:',
          excluded.map(({ clause }) => `- ${plain(clause.place)}：“${plain(bare(clause.text))}”`).join('\n'),
        ]),
    `### ${name}：条文 · Clauses`,
    clausesOf(steps),
  ];
}

function documentLink({ name, form }: Step['documents'][number]): string {
  return form === null ? plain(name) : `[${plain(name)}](${form.replace('/', '-')}.md)`;
}

/** Each clause quoted, once. */
function clausesOf(steps: readonly Step[]): string {
  const quotes = new Set(
    steps.flatMap(({ clauses }) => clauses.map(({ place, text }) => `- ${plain(place)}：“${plain(bare(text))}”`)),
  );
  return [...quotes].join('\n');
}

function placesOf(clauses: Step['clauses']): string {
  return plain([...new Set(clauses.map(({ place }) => place))].join('、'));
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
