import assert from 'node:assert/strict';
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** The project's own configuration, without the rules that need types: the files judged here do not exist. */
const eslint = new ESLint({
  cwd: path.join(import.meta.dirname, '../..'),
  overrideConfig: { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
});

async function rulesBroken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const IMPORT = 'no-restricted-imports';
const GLOBAL = 'no-restricted-globals';

describe('the lint rule that keeps the core pure and imports running one way', () => {
  const refused: [file: string, code: string, rule: string][] = [
    ['src/rules/bad.ts', `import { readFileSync } from 'node:fs';\nreadFileSync('x');`, IMPORT],
    ['src/rules/bad.ts', `import path from 'path';\npath.join('x');`, IMPORT],
    ['src/forms/bad.ts', `import { parse } from 'yaml';\nparse('');`, IMPORT],
    ['src/rules/bad.ts', `import papaparse from 'papaparse';\npapaparse.parse('');`, IMPORT],
    ['src/rules/bad.ts', `export { check } from '../check/check.ts';`, IMPORT],
    ['src/sheets/bad.ts', `import type { Form } from '../forms/form.ts';\nexport type A = Form;`, IMPORT],
    ['src/forms/values/bad.ts', `import { a } from '../../rules/messages.ts';\na();`, IMPORT],
    ['src/locate/bad.ts', `import { a } from '../files/open.ts';\na();`, IMPORT],
    ['src/marks/bad.ts', `import { a } from '../files/open.ts';\na();`, IMPORT],
    ['src/files/bad.ts', `import { a } from '../rules/messages.ts';\na();`, IMPORT],
    ['src/files/bad.ts', `import { a } from '../cli/main.ts';\na();`, IMPORT],
    ['src/files/bad.ts', `import { inflateRawSync } from 'node:zlib';\ninflateRawSync;`, IMPORT],
    ['src/check/bad.ts', `import { a } from '../../scripts/schema.ts';\na();`, IMPORT],
    ['src/check/bad.ts', `export const a = await import('node:fs');`, 'no-restricted-syntax'],
    ['src/check/bad.ts', `export type A = import('../files/open.ts').A;`, 'no-restricted-syntax'],
    ['src/check/bad.ts', `export default 1;`, 'no-restricted-syntax'],
    ['src/rules/bad.ts', `import * as z from 'zod/mini';\nz.string();`, 'no-restricted-syntax'],
    ['src/locate/bad.ts', `export const a = (b: number[]) => Math.max(0, ...b);`, 'no-restricted-syntax'],
    ['src/forms/values/bad.ts', `export const a = (b: number[]) => b.push(...b);`, 'no-restricted-syntax'],
    ['src/cli/bad.ts', `export const a = (b: number[]) => b.splice(0, 1, ...b);`, 'no-restricted-syntax'],
    ['src/forms/bad.ts', `export default 1;`, 'no-restricted-syntax'],
    ['src/check/bad.ts', `export const now = new Date();`, GLOBAL],
    ['src/check/bad.ts', `export const now = Date.now();`, GLOBAL],
    ['src/check/bad.ts', `export const a = document.title;`, GLOBAL],
    ['src/check/bad.ts', `export const a = process.env;`, GLOBAL],
    ['src/check/bad.ts', `export const a = Buffer.from('');`, GLOBAL],
    ['src/check/bad.ts', `export const a = () => Excel.run(() => 1);`, GLOBAL],
    ['src/check/bad.ts', `setTimeout(() => 1, 1);`, GLOBAL],
    ['src/check/bad.ts', `console.log(1);`, GLOBAL],
    ['src/check/bad.ts', `export const a = Math.random();`, 'no-restricted-properties'],
  ];
  for (const [file, code, rule] of refused) {
    it(`refuses in ${path.dirname(file)}: ${code.split('\n')[0] ?? ''}`, async () => {
      const broken = await rulesBroken(file, code);
      assert.ok(broken.includes(rule), `got ${broken.join(', ') || 'nothing'}`);
    });
  }

  const accepted: [file: string, code: string][] = [
    ['src/rules/good.ts', `import { a } from '../forms/form.ts';\na(Math.round(1));`],
    ['src/rules/good.ts', `import { b } from './rule.ts';\nb();`],
    ['src/rules/good.ts', `import type * as z from 'zod/mini';\nexport type Words = typeof z;`],
    ['src/forms/good.ts', `import * as z from 'zod/mini';\nz.string();`],
    ['src/forms/good.ts', `export const a = (b: number[]) => b.push(...b);`],
    ['src/locate/good.ts', `export const a = (b: number[]) => [...b, Math.max(1, 2), b.push(1)];`],
    ['src/forms/values/good.ts', `import { a } from '../../sheets/grid.ts';\na();`],
    ['src/forms/expressions/good.ts', `import { tokenize } from '@borgar/fx';\ntokenize('');`],
    ['src/files/codec-node.ts', `import { inflateRawSync } from 'node:zlib';\ninflateRawSync(new Uint8Array());`],
    ['src/cli/good.ts', `import { open } from '../files/open.ts';\nopen(process.argv);`],
  ];
  for (const [file, code] of accepted) {
    it(`accepts in ${path.dirname(file)}: ${code.split('\n')[0] ?? ''}`, async () => {
      assert.deepEqual(await rulesBroken(file, code), []);
    });
  }
});
