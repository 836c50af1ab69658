import type { Form } from './form.ts';

const known = new WeakMap<Form, ReadonlyMap<string, string>>();

/**
 * What people see in place of the keys of fields and columns: the official label or heading, where it differs from the
 * key and tells it from the others (合计大写 is 合计金额（大写）). A label that stands several times, under a person's, in a
 * section or below a group, says less than the key.
 */
export function printedNames(form: Form): ReadonlyMap<string, string> {
  let names = known.get(form);
  if (!names) known.set(form, (names = namesOf(form)));
  return names;
}

function namesOf({ fields, tables }: Form): ReadonlyMap<string, string> {
  const columns = tables.flatMap((table) => table.columns.filter(({ groups }) => groups.length === 0));
  const plain = fields.filter(({ after, section }) => after === null && section === null);
  const names = new Map<string, string>();
  for (const { key, labels } of [...plain, ...columns]) {
    const [label] = labels;
    if (label === undefined || label === key || plain.some((other) => other.key !== key && other.labels[0] === label))
      continue;
    names.set(key, label);
  }
  // One key in two tables is one name only where both print the same.
  for (const { key, labels } of columns) if (names.has(key) && names.get(key) !== labels[0]) names.delete(key);
  return names;
}
