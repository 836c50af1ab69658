import type { DefinitionError } from '../forms/definition-error.ts';
import { withNearest } from '../forms/definition-wording.ts';
import type { Form, ProcedureLink } from '../forms/form.ts';
import { countyOf, findCategory } from './find.ts';
import type { Procedure } from './procedure.ts';

/** What a form calls neither of the kinds it names; no procedure tells it apart. */
const OTHER = /^其[他它]$/u;

/**
 * That a form refers to a procedure that is not there, or names a category that its county does not know: then the steps of
 * all categories would be told without a word.
 */
export function linkFault(form: Form, procedures: readonly Procedure[]): DefinitionError | undefined {
  const { id, procedure: link } = form;
  if (!link) return undefined;
  const county = countyOf(id);
  const procedure = procedures.find((each) => each.county === county);
  if (!procedure) {
    const message = {
      zh: `没有 templates/${county}/procedure.yaml`,
      en: `there is no templates/${county}/procedure.yaml`,
    };
    return { path: ['procedure'], message };
  }
  const unknown = categoriesNamed(form, link).find((name) => !findCategory(procedure, name));
  if (unknown === undefined) return undefined;
  const wording = {
    zh: `${procedure.name}的办理程序没有类别“${unknown}”`,
    en: `the procedure of ${county} has no category "${unknown}"`,
  };
  const known = procedure.categories.flatMap(({ key, also }) => [key, ...also]);
  return { path: ['procedure', 'category'], message: withNearest(wording, unknown, known) };
}

/** The category written out, or those that the field offers which says it. */
function categoriesNamed({ fields }: Form, { category }: ProcedureLink): readonly string[] {
  if (category === undefined) return [];
  if (typeof category === 'string') return [category];
  const { tree } = category;
  const type = tree.kind === 'field' ? fields.find(({ key }) => key === tree.field)?.type : undefined;
  if (type?.kind !== 'choice' && type?.kind !== 'ticks') return [];
  return type.options.map(({ value }) => value).filter((value) => !OTHER.test(value));
}
