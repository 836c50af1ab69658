import type { Form } from '../src/forms/form.ts';
import type { RuleRegistry } from '../src/forms/known-rule.ts';
import { loadForm } from '../src/forms/load-form.ts';
import { linkFault } from '../src/procedure/link-fault.ts';
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
