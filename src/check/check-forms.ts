import type { RuleUse, Severity } from '../forms/form.ts';
import type { FilledForm } from '../locate/filled.ts';
import type { PlacedProblem, WorkbookRule } from '../rules/rule.ts';
import { figuresOf } from './figures.ts';
import { FindingList } from './finding-list.ts';
import type { FigureValue, Finding } from './finding.ts';
import { tellMissingTogether, type Told } from './missing-together.ts';
import { applicationsOf, type Application } from './rule-uses.ts';
import { FormRun } from './run-rules.ts';

export type Counts = Readonly<Record<Severity, number>>;

/** What was found in the forms of one workbook. */
export interface CheckResult {
  /** Of all forms; by sheet, row, column and rule; without doubles. */
  readonly findings: readonly Finding[];
  /** The form of each finding, by its place in `forms`. */
  readonly formOf: readonly number[];
  /** In the order of the forms given. */
  readonly forms: readonly CheckedForm[];
}

export interface CheckedForm {
  readonly form: FilledForm;
  readonly counts: Counts;
  readonly figures: ReadonlyMap<string, FigureValue>;
}

/** Checks all forms of one workbook, each by the rules of its definition, and copies of one form against each other. */
export function checkForms(forms: readonly FilledForm[]): CheckResult {
  const list = new FindingList();
  for (const task of tasksOf(forms.map((form, index) => new FormRun(form, index, list)))) perform(task);
  return resultOf(
    tellMissingTogether(list.inOrder(), forms),
    forms,
    forms.map((form) => figuresOf(form)),
  );
}

/** What findings in order come to. */
export function resultOf(
  { findings, forms: formOf }: Told,
  forms: readonly FilledForm[],
  figures: readonly ReadonlyMap<string, FigureValue>[],
): CheckResult {
  const counts = forms.map(() => ({ error: 0, warning: 0, info: 0 }));
  findings.forEach((finding, at) => {
    const count = counts[formOf[at] ?? 0];
    if (count) count[finding.severity]++;
  });
  return {
    findings,
    formOf,
    forms: forms.map((form, index) => ({
      form,
      counts: counts[index] ?? { error: 0, warning: 0, info: 0 },
      figures: figures[index] ?? new Map<string, FigureValue>(),
    })),
  };
}

/** An application of a rule to be run: on one form, or on all copies of one together. */
export type Task = Application &
  (
    | { readonly run: FormRun; readonly copies?: undefined }
    | { readonly run?: undefined; readonly copies: readonly FormRun[] }
  );

/** All that is to be run, in turn. */
export function tasksOf(runs: readonly FormRun[]): readonly Task[] {
  const single = runs.flatMap((run) =>
    applicationsOf(run.form.located.form).map((application): Task => ({ ...application, run })),
  );
  const joint = [...new Set(runs.map(({ form }) => form.located.form.id))].flatMap((id) => {
    const copies = runs.filter(({ form }) => form.located.form.id === id);
    const [first] = copies;
    const applications = first ? applicationsOf(first.form.located.form) : [];
    return applications
      .filter(({ rule }) => rule.scope === 'workbook')
      .map((application): Task => ({ ...application, copies }));
  });
  return [...single, ...joint];
}

export function perform({ use, rule, run, copies }: Task): void {
  if (run) run.run({ use, rule });
  else if (rule.scope === 'workbook') compare(rule, use, copies);
}

/** Runs a rule that looks at all copies of a form together. */
function compare(rule: WorkbookRule, use: RuleUse, copies: readonly FormRun[]): void {
  const open = copies.filter((run) => run.isOpen);
  if (open.length === 0) return;
  const problems = new Map<FilledForm, PlacedProblem[]>();
  for (const { form, problem } of rule.check(
    open.map((run) => run.form),
    use,
  )) {
    const known = problems.get(form);
    if (known) known.push(problem);
    else problems.set(form, [problem]);
  }
  for (const run of open) run.take(rule, use, problems.get(run.form) ?? []);
}
