/**
 * Publishes the schemas of forms and procedures as JSON Schema (docs/form.schema.json, docs/procedure.schema.json), so
 * that an editor completes and checks a definition while it is typed. `--check` fails where a committed file differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { definitionSchema } from '../src/forms/definition.ts';
import { optionWords } from '../src/forms/option-words.ts';
import { procedureSchema } from '../src/procedure/definition.ts';
import { RULES } from '../src/rules/index.ts';

const DOCS = path.join(import.meta.dirname, '..', 'docs');

type JsonSchema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] };

function formSchema(): JsonSchema {
  const schema = z.toJSONSchema(definitionSchema, { io: 'input' }) as JsonSchema;
  const rules = (schema.properties?.rules ?? {}) as { items?: JsonSchema };
  const common = rules.items?.properties ?? {};
  rules.items = {
    description: rules.items?.description,
    oneOf: [...RULES.values()].map((rule) => {
      const options = z.toJSONSchema(rule.options(optionWords()), { io: 'input' }) as JsonSchema;
      return {
        title: rule.summary.zh,
        type: 'object',
        properties: { ...common, rule: { const: rule.id }, ...options.properties },
        required: ['rule', ...(options.required ?? [])],
        additionalProperties: false,
      };
    }),
  };
  return { title: 'A form of Tianbao', ...schema };
}

function countySchema(): JsonSchema {
  return { title: 'A procedure of Tianbao', ...z.toJSONSchema(procedureSchema, { io: 'input' }) };
}

for (const [name, schema] of [
  ['form.schema.json', formSchema()],
  ['procedure.schema.json', countySchema()],
] as const) {
  const file = path.join(DOCS, name);
  const fresh = await format(JSON.stringify(schema), { ...(await resolveConfig(file)), filepath: file });
  if (!process.argv.includes('--check')) writeFileSync(file, fresh);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) {
    process.stderr.write(`docs/${name} differs from the schema; run \`npm run docs\`\n`);
    process.exitCode = 1;
  }
}
