import { foldLabel } from '../forms/fold.ts';
import type { Field, Form } from '../forms/form.ts';

/** 项目负责人联系电话, for a 联系电话 that follows 项目负责人; folded. */
export function joinedLabels(form: Form, field: Field): readonly string[] {
  if (field.after === null) return [];
  const anchor = form.fields.find((other) => other.key === field.after);
  return (anchor?.labels ?? []).flatMap((before) => field.labels.map((label) => foldLabel(before) + foldLabel(label)));
}

const known = new WeakMap<Form, ReadonlyMap<string, readonly Field[]>>();

/** The fields of a form that a label may mean, by the label, folded. */
export function fieldsByLabel(form: Form): ReadonlyMap<string, readonly Field[]> {
  const found = known.get(form);
  if (found) return found;
  const fields = new Map<string, Field[]>();
  for (const field of form.fields) {
    for (const label of new Set([...field.labels.map(foldLabel), ...joinedLabels(form, field)])) {
      const named = fields.get(label);
      if (named) named.push(field);
      else fields.set(label, [field]);
    }
  }
  known.set(form, fields);
  return fields;
}
