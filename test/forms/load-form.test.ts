import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { Form, RuleUse } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import { RULES } from '../../src/rules/index.ts';
import { allForms } from '../check-file.ts';

const HEAD = {
  id: 'test/form',
  title: '设备登记表',
  version: '2026-01-01',
  county: '测试县',
  source: { document: '测政〔2026〕1号', name: '测试办法', annex: '附件1' },
};

function load(yaml: string): ReturnType<typeof loadForm> {
  return loadForm({ ...HEAD, ...(parse(yaml) as object) }, 'test.yaml', RULES);
}

function loaded(yaml: string): Form {
  const { form, errors } = load(yaml);
  assert.ok(form, JSON.stringify(errors));
  return form;
}

function usesOf(form: Form, column: string): Partial<RuleUse>[] {
  return form.rules.filter((use) => use.column === column).map(({ rule, options }) => ({ rule, options }));
}

describe('forms: a definition that cannot be used names the place and what is expected there', () => {
  for (const [title, yaml, path, words] of [
    ['a value of another type', 'fields: { 数量: { type: integer, min: 一 } }', 'fields.数量.min', /数字/],
    ['a word that is no type', 'fields: { 日期: { type: dat } }', 'fields.日期.type', /"date"/],
    ['a key that does not exist', 'fields: { 日期: { typ: date } }', 'fields.日期', /typ/],
    ['a condition that is no formula', "fields: { 甲: { required: { when: '乙' } } }", 'fields.甲.required', /./],
    ['an unknown rule', 'rules: [{ rule: sequenc }]', 'rules.0.rule', /sequence/],
    ['an option that the rule lacks', "rules: [{ rule: equal, left: '=1' }]", 'rules.0.right', /string/],
    ['a formula broken off', "rules: [{ rule: equal, left: '=SUM(', right: '=1' }]", 'rules.0', /第 \d+ 个字符/],
    [
      'a column of this row for a rule that sees no row',
      "{ tables: { t: { columns: { 甲: { type: integer } } } }, rules: [{ rule: equal, at: 't[甲]', left: '=1+[@甲]', right: '=1' }] }",
      'rules.0 =1+[@甲]',
      /\[@甲\]/,
    ],
    ['an unknown function', "fields: { 甲: { type: integer, computed: '=FOO(1)' } }", 'fields.甲', /没有 FOO 这个函数/],
    ['an unknown clause', 'fields: { 甲: { type: integer, basis: 说明9 } }', 'fields.甲 (type)', /说明9/],
    [
      'an unknown column in a formula',
      "tables: { t: { columns: { 甲: { type: integer, computed: '=[@乙]' } } } }",
      't.columns.甲',
      /乙/,
    ],
    [
      'an unknown table in a figure',
      "figures: { n: { label: { zh: 数, en: N }, formula: '=SUM(t[甲])' } }",
      'figures.n',
      /“t”/,
    ],
    ['an unknown field at a rule', "rules: [{ rule: equal, at: 丙, left: '=1', right: '=1' }]", 'fields.丙', /丙/],
    ['an unknown section', 'fields: { 甲: { section: 前 } }', 'fields.甲.section', /前/],
    [
      'values computed in a circle',
      "tables: { t: { columns: { 甲: { type: integer, computed: '=[@乙]' }, 乙: { type: integer, computed: '=[@甲]' } } } }",
      't[甲]',
      /绕了一圈/,
    ],
    ['one label for two fields', 'fields: { 甲: { label: 电话 }, 乙: { label: 电话 } }', 'fields.乙.label', /“甲”/],
    ['a pattern that is none', "fields: { 甲: { type: pattern, pattern: '(' } }", 'fields.甲.pattern', /正则表达式/],
    ['an id that is no path', 'id: Test', 'id', /./],
    ['a version that is no date', 'version: 第一版', 'version', /./],
  ] as const) {
    it(title, () => {
      const { errors } = load(yaml);
      assert.ok(errors?.[0], 'loaded without an error');
      const { file, path: place, message } = errors[0];
      assert.equal(file, 'test.yaml');
      assert.ok(place.includes(path), `${place} should name ${path}`);
      assert.match(message.zh, words);
      assert.notEqual(message.en, '');
    });
  }

  it('all errors of a definition are told together', () => {
    assert.equal(load('{ fields: { 甲: { type: x }, 乙: { type: y } } }').errors?.length, 2);
  });

  it('anything but a mapping is refused', () => {
    for (const data of [null, 1, 'form', []]) assert.ok(loadForm(data, 'test.yaml', RULES).errors);
  });
});

describe('forms: shorthand is spelled out as rules', () => {
  for (const [title, column, rules] of [
    ['a text', '{}', ['formula-error', 'type', 'example']],
    ['a number', '{ type: integer }', ['formula-error', 'type']],
    ['choices', '{ choices: [甲, 乙] }', ['formula-error', 'choice', 'example']],
    ['several choices', '{ choices: [甲, 乙], multiple: true }', ['formula-error', 'multiple-choice', 'example']],
    ['ticks', '{ type: ticks, choices: [甲, 乙] }', ['formula-error', 'ticks']],
    ['a phone number', '{ type: phone, required: true }', ['formula-error', 'pattern', 'required']],
    [
      'conditions',
      "{ type: integer, required: { when: '=1=1' }, emptyWhen: { when: '=1=2' } }",
      ['formula-error', 'type', 'required', 'empty-when'],
    ],
    ['a limit', '{ type: lines, maxCharacters: 200 }', ['formula-error', 'type', 'example', 'character-limit']],
    [
      'a computed value with totals',
      "{ type: money, computed: '=1', total: true }",
      ['formula-error', 'type', 'computed', 'total'],
    ],
    ['capitals', "{ type: amount-in-words, of: '=1' }", ['formula-error', 'amount-in-words']],
  ] as const) {
    it(title, () => {
      const form = loaded(`tables: { t: { columns: { 甲: ${column} } } }`);
      assert.deepEqual(
        usesOf(form, '甲').map(({ rule }) => rule),
        rules,
      );
    });
  }

  it('a rule switched off is not there; switched on it is', () => {
    const rule = (enabled: boolean): string =>
      `{ fields: { 甲: {} }, rules: [{ rule: formula, at: 甲, condition: '=1=1', enabled: ${String(enabled)} }] }`;
    const has = (form: Form): boolean => form.rules.some((use) => use.rule === 'formula');
    assert.deepEqual([has(loaded(rule(false))), has(loaded(rule(true)))], [false, true]);
  });

  it('formulas in options are parsed, their source kept', () => {
    const form = loaded(
      "{ fields: { 甲: { type: integer } }, rules: [{ rule: equal, at: 甲, left: '=1+1', right: '=2' }] }",
    );
    const equal = form.rules.find((use) => use.rule === 'equal');
    assert.deepEqual(equal?.options.left, {
      source: '=1+1',
      tree: {
        kind: 'binary',
        operator: '+',
        left: { kind: 'constant', value: 1 },
        right: { kind: 'constant', value: 1 },
      },
    });
  });
});

describe('forms: the definitions of templates/', () => {
  const forms = allForms();

  it('are plain data: stored as JSON they come back the same', () => {
    for (const form of forms) assert.deepEqual(JSON.parse(JSON.stringify(form)), form);
  });

  it('quote every clause that they cite, with document and place', () => {
    for (const form of forms) {
      for (const use of form.rules) {
        if (use.basis === null) continue;
        const clause = form.clauses[use.basis];
        assert.ok(
          clause && clause.text.length > 4 && clause.document !== '' && clause.place !== '',
          `${form.id} ${use.basis}`,
        );
      }
    }
  });

  it('leave no form’s id and no field’s name in the code', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const path = await import('node:path');
    const root = path.join(import.meta.dirname, '..', '..', 'src');
    const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name, text: withoutComments(readFileSync(path.join(root, name), 'utf8')) }));
    const names = new Set(
      forms.flatMap((form) => [
        form.id,
        ...form.fields.map((field) => field.key),
        ...form.tables.flatMap((table) => table.columns.map((column) => column.key)),
      ]),
    );
    for (const generic of ['序号', '日期', '金额', '数量', '编号', '网络', '单价', '云']) names.delete(generic);
    for (const name of names) {
      for (const file of code)
        assert.ok(!file.text.includes(`'${name}'`) && !file.text.includes(`"${name}"`), `${file.name} names ${name}`);
    }
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
