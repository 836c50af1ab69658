/**
 * Publishes the schema of definitions as JSON Schema (docs/form.schema.json), so that an editor completes and checks a
 * definition while it is typed. `--check` fails when the committed file differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { definitionSchema } from '../src/forms/definition.ts';
import { optionWords } from '../src/forms/option-words.ts';
import { RULES } from '../src/rules/index.ts';

const FILE = path.join(import.meta.dirname, '..', 'docs', 'form.schema.json');

type JsonSchema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] };

async function published(): Promise<string> {
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
  const text = JSON.stringify({ title: 'A form of Tianbao', ...schema });
  return format(text, { ...(await resolveConfig(FILE)), filepath: FILE });
}

const fresh = await published();
if (!process.argv.includes('--check')) writeFileSync(FILE, fresh);
else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== fresh) {
  process.stderr.write('docs/form.schema.json differs from the schema; run `npm run docs`\n');
  process.exitCode = 1;
}
