import type { SaidStep } from '../../procedure/said.ts';

/** A form that is to be filled in for a step. */
export interface NextForm {
  readonly step: SaidStep;
  /** The paper in the words of the text. */
  readonly name: string;
  /** The id of ours that it is. */
  readonly form: string;
}

/**
 * The form to be filled in next: the first of a step behind that of the present form, or of all where no form is open.
 * What is certain comes before what still depends on something.
 */
export function nextForm(steps: readonly SaidStep[], present: string | null): NextForm | null {
  const asked = steps.flatMap((step): NextForm[] =>
    step.documents.flatMap(({ name, form }) => (form === null ? [] : [{ step, name, form }])),
  );
  const last = asked.map(({ form }) => form).lastIndexOf(present ?? '');
  const open = asked.slice(last + 1).filter(({ form }) => form !== present);
  return open.find(({ step }) => step.condition === null) ?? open[0] ?? null;
}
