import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rulePages } from '../../scripts/rule-pages.ts';
import { RULES } from '../../src/rules/index.ts';

const FOLDER = path.join(import.meta.dirname, '..', '..', 'docs', 'rules');

const HEADINGS = [
  '## 检查内容 · What it checks',
  '## 提示语 · Messages',
  '## 选项 · Options',
  '## 用法 · Use',
  '## 通过的例子 · Valid',
  '## 不通过的例子 · Invalid',
];

describe('docs/rules', () => {
  it('has a page for each rule, and an index', () => {
    const pages = [...RULES.keys()].map((id) => `${id}.md`);
    assert.deepEqual(readdirSync(FOLDER).sort(), [...pages, 'index.md'].sort());
  });

  for (const id of RULES.keys()) {
    it(`gives ${id} the same headings as the others, and every case`, () => {
      const page = readFileSync(path.join(FOLDER, `${id}.md`), 'utf8');
      assert.deepEqual(page.match(/^## .*$/gm), HEADINGS);
      for (const name of Object.keys(RULES.get(id)?.messages ?? {})) assert.ok(page.includes(`\`${name}\``), name);
    });
  }

  it('is made of nothing that fails', () => assert.equal(rulePages().size, RULES.size + 1));
});
