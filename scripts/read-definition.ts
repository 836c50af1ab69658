import type { DefinitionError } from '../src/forms/definition-error.ts';
import { withNearest } from '../src/forms/definition-wording.ts';
import type { Form } from '../src/forms/form.ts';
import type { RuleRegistry } from '../src/forms/known-rule.ts';
import { loadForm } from '../src/forms/load-form.ts';
import { findCategory } from '../src/procedure/find.ts';
import { loadProcedure } from '../src/procedure/load-procedure.ts';
import type { Procedure } from '../src/procedure/procedure.ts';
import { readYaml, type ReadYaml } from './read-yaml.ts';

/**
 * Reads the text of a form's definition.
 * @param name The file's path below templates/, with `/`, which must be the form's id.
 * @param procedures Of the counties, for the entry `procedure`; without them it is not looked at.
 */
export function readDefinition(
  text: string,
  name: string,
  rules: RuleRegistry,
  procedures?: readonly Procedure[],
): ReadYaml<Form> {
  return readYaml(text, name, (data) => {
    const { form, errors } = loadForm(data, rules);
    if (!form) return { errors };
    const link = procedures && linkFault(form, procedures);
    if (link) return { errors: [link] };
    if (`${form.id}.yaml` === name) return { value: form };
    const message = {
      zh: `应与文件路径一致：${name.replace(/\.yaml$/, '')}`,
      en: `must be the file's path below templates: ${name.replace(/\.yaml$/, '')}`,
    };
    return { errors: [{ path: ['id'], message }] };
  });
}

/** That a form refers to a procedure or a category that is not there. */
function linkFault({ id, procedure: link }: Form, procedures: readonly Procedure[]): DefinitionError | undefined {
  if (!link) return undefined;
  const county = id.replace(/\/.*$/, '');
  const procedure = procedures.find((each) => each.county === county);
  if (!procedure) {
    const message = {
      zh: `没有 templates/${county}/${PROCEDURE_FILE}`,
      en: `there is no templates/${county}/${PROCEDURE_FILE}`,
    };
    return { path: ['procedure'], message };
  }
  const { category } = link;
  if (typeof category !== 'string' || findCategory(procedure, category)) return undefined;
  const wording = {
    zh: `${procedure.name}的办理程序没有类别“${category}”`,
    en: `the procedure of ${county} has no category "${category}"`,
  };
  const known = procedure.categories.flatMap(({ key, also }) => [key, ...also]);
  return { path: ['procedure', 'category'], message: withNearest(wording, category, known) };
}

/** The name of the file with a county's procedure, beside its forms. */
export const PROCEDURE_FILE = 'procedure.yaml';

/**
 * Reads the text of a county's procedure.
 * @param name The file's path below templates/, with `/`; its folder must be the county.
 * @param forms The ids of the forms there are.
 */
export function readProcedure(text: string, name: string, forms: ReadonlySet<string>): ReadYaml<Procedure> {
  return readYaml(text, name, (data) => {
    const { procedure, errors } = loadProcedure(data, forms);
    if (!procedure) return { errors };
    if (`${procedure.county}/${PROCEDURE_FILE}` === name) return { value: procedure };
    const folder = name.replace(/\/.*$/, '');
    const message = { zh: `应与文件夹一致：${folder}`, en: `must be the folder below templates: ${folder}` };
    return { errors: [{ path: ['county'], message }] };
  });
}
