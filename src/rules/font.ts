import type { FilledField, FilledForm } from '../locate/filled.ts';
import { type Font, fontAt } from '../sheets/grid.ts';
import { formRule } from './rule.ts';

/** What is filled in stands in the font that the form asks for; silent where the file does not say its fonts. */
export const font = formRule({
  id: 'font',
  scope: 'form',
  summary: { zh: '填写的内容使用规定的字体和字号', en: 'What is filled in stands in the typeface and size asked for' },
  targets: { on: ['form'] },
  messages: {
    other: {
      severity: 'info',
      zh: '“{fields}”的字体是 {found}，规定是 {wanted}。建议改为规定的字体和字号。',
      en: '“{fields}” stands in {found}; {wanted} is asked for. Better use that font and size.',
    },
  },
  options: (z) =>
    z.strictObject({
      names: z
        .array(z.string().check(z.minLength(1)))
        .check(z.minLength(1), z.describe('The names of the typeface, the official one first.')),
      size: z.optional(z.number().check(z.positive())).check(z.describe('Its size in points.')),
    }),
  *check(form, { options: { names, size } }) {
    const others = [...form.fields.values()].flatMap((field) => {
      const found = field.reading.state === 'blank' ? undefined : fontOf(form, field);
      return found && !isAskedFor(found, names, size) ? [{ field: field.field, found }] : [];
    });
    const [first, ...rest] = others;
    if (!first) return;
    const params = {
      fields: others.map(({ field }) => field.labels[0] ?? field.key),
      found: [...new Set(others.map(({ found }) => inWords(found.name, found.size)))],
      wanted: inWords(names[0] ?? '', size),
    };
    // Told once: whoever changes the font of one cell changes that of all.
    const related = rest.map(({ field }) => ({ field: field.key }));
    yield { at: { field: first.field.key }, case: 'other', params, related };
  },
});

function fontOf(form: FilledForm, { located }: FilledField): Font | undefined {
  const grid = form.workbook.sheets[located.sheet];
  return grid && fontAt(grid, located.at.row, located.at.column);
}

function isAskedFor(found: Font, names: readonly string[], size: number | undefined): boolean {
  const isNamed = names.some((name) => name.toLowerCase() === found.name.trim().toLowerCase());
  return isNamed && (size === undefined || size === found.size);
}

function inWords(name: string, size: number | undefined): string {
  return size === undefined ? name : `${name} ${String(size)}pt`;
}
