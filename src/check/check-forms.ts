import type { Severity } from '../forms/form.ts';
import type { FilledForm } from '../locate/filled.ts';
import type { PlacedProblem } from '../rules/rule.ts';
import { figuresOf } from './figures.ts';
import { FindingList } from './finding-list.ts';
import type { FigureValue, Finding } from './finding.ts';
import { tellMissingTogether } from './missing-together.ts';
import { applicationsOf } from './rule-uses.ts';
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
  const runs = forms.map((form, index) => new FormRun(form, index, list));
  for (const run of runs) {
    for (const application of applicationsOf(run.form.located.form)) run.run(application);
  }
  for (const id of new Set(runs.map(({ form }) => form.located.form.id))) {
    compare(runs.filter(({ form }) => form.located.form.id === id));
  }
  const { findings, forms: formOf } = tellMissingTogether(list.inOrder(), forms);
  const counts = forms.map(() => ({ error: 0, warning: 0, info: 0 }));
  findings.forEach((finding, at) => {
    const count = counts[formOf[at] ?? 0];
    if (count) count[finding.severity]++;
  });
  return {
    findings,
    formOf,
    forms: runs.map(({ form }, index) => ({
      form,
      counts: counts[index] ?? { error: 0, warning: 0, info: 0 },
      figures: figuresOf(form),
    })),
  };
}

/** Runs the rules that look at all copies of a form together. */
function compare(copies: readonly FormRun[]): void {
  const open = copies.filter((run) => run.isOpen);
  const [first] = open;
  if (!first) return;
  for (const { use, rule } of applicationsOf(first.form.located.form)) {
    if (rule.scope !== 'workbook') continue;
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
}
