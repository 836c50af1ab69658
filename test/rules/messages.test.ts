import assert from 'node:assert/strict';
import { VALUE_CASE_SEVERITY } from '../../src/forms/values/cases.ts';
import type { Oddity } from '../../src/locate/located.ts';
import { checkForms } from '../../src/check/check-forms.ts';
import { RULES } from '../../src/rules/index.ts';
import { basisOf, messageOf, type Sayable } from '../../src/rules/messages.ts';
import { readerProblems } from '../../src/rules/value-messages.ts';
import { allForms } from '../check-file.ts';
import { CASES } from './cases/index.ts';
import { filledForm, text } from './filled-form.ts';

function said(about: Partial<Sayable>): Sayable {
  return { rule: 'required', case: 'missing', params: {}, field: '名称', ...about };
}

describe('messageOf', () => {
  it('names the field', () => {
    assert.equal(messageOf(said({}), 'zh'), '“名称”未填写。请补填。');
    assert.equal(messageOf(said({}), 'en'), '“名称” is not filled in. Fill it in.');
  });

  it('joins lists as each language does, and cuts long ones', () => {
    const listed = said({ rule: 'choice', case: 'not-listed', params: { text: '甲' }, expected: ['乙', '丙'] });
    assert.equal(messageOf(listed, 'zh'), '“甲”不在规定的选项中。请从 乙、丙 中选填。');
    assert.equal(messageOf(listed, 'en'), '“甲” is not one of the prescribed options. Choose from 乙, 丙.');
    const long = Array.from({ length: 100 }, (_, i) => String(i));
    assert.match(messageOf({ ...listed, expected: long }, 'zh'), /18、19… 中选填/);
  });

  it('quotes the values of a list if one of them has a separator in itself', () => {
    const expected = ['购买、维护备品备件', '电脑'];
    const listed = said({ rule: 'choice', case: 'not-listed', params: { text: '火箭' }, expected });
    assert.match(messageOf(listed, 'zh'), /请从 “购买、维护备品备件”、“电脑” 中选填。$/);
    assert.match(messageOf(listed, 'en'), /Choose from “购买、维护备品备件”, “电脑”\.$/);
    const names = said({ rule: 'example', case: 'left-in', params: { text: ['甲、乙', '丙'] } });
    assert.match(messageOf(names, 'zh'), /^“甲、乙”、“丙”像是/);
  });

  it('says once that an open list goes on', () => {
    const expected = Array.from({ length: 100 }, (_, i) => String(i));
    const open = said({ rule: 'choice', case: 'not-listed-open', params: { text: '甲' }, expected });
    assert.match(messageOf(open, 'zh'), /18、19… 等）/);
    assert.match(messageOf(open, 'en'), /18, 19… and the like\)/);
  });

  it('says our own words in the language asked for', () => {
    const incomplete = said({ rule: 'type', case: 'date-incomplete', params: { text: '2024年', wanted: 'day' } });
    assert.equal(messageOf(incomplete, 'zh'), '“2024年”不完整。请补全到日。');
    assert.equal(messageOf(incomplete, 'en'), '“2024年” is incomplete. Complete it down to the day.');
  });

  it("prefers the definition's own wording", () => {
    const wording = { zh: '{field}应为{text}', en: '{field} should be {text}' };
    assert.equal(messageOf(said({ wording, params: { text: '甲' } }), 'zh'), '名称应为甲');
  });

  it('quotes on one line, without control characters, and not at length', () => {
    const quoted = (quotation: string): string =>
      messageOf(said({ wording: { zh: '{text}', en: '' }, params: { text: quotation } }), 'zh');
    assert.equal(quoted('甲\n乙\u001b[31m\u202e丙'), '甲 乙 [31m 丙');
    assert.equal(quoted('长'.repeat(1000)), `${'长'.repeat(60)}…`);
    assert.equal(quoted('{field}'), '{field}');
    assert.equal(quoted('$&'), '$&');
  });
});

describe('basisOf', () => {
  const clause = { document: '某府发〔2024〕1号', place: '附件2说明3', text: '…' };
  const { form } = filledForm({ clauses: { 说明3: clause } }).located;

  it('cites document and place', () => assert.equal(basisOf(form, '说明3'), '某府发〔2024〕1号 附件2说明3'));
  it('cites nothing for a check of ours', () => assert.equal(basisOf(form, null), null));
});

describe('messages', () => {
  const rules = [...RULES.values()];

  for (const form of allForms()) {
    it(`of ${form.id} are whole sentences in both languages`, () => {
      for (const { message } of form.rules) {
        if (!message) continue;
        assert.match(message.zh, /。$/);
        assert.match(message.en, /\.$/);
      }
    });
  }

  for (const rule of rules) {
    it(`of ${rule.id} have the same places in both languages`, () => {
      for (const [name, { zh, en }] of Object.entries(rule.messages)) {
        const places = (sentence: string): string[] =>
          [...new Set(sentence.match(/\{[^}]+\}/g))].filter((place) => place !== '{field}').sort();
        assert.deepEqual(places(zh), places(en), `${rule.id}: ${name}`);
        assert.match(zh, /[。）]$/, name);
        assert.match(en, /[.)]$/, name);
      }
    });
  }

  it('are all told by a case of their rule, where the rule itself finds what is wrong', () => {
    const readers = new Set(Object.keys(VALUE_CASE_SEVERITY));
    const told = new Set(
      CASES.flatMap(({ rule, invalid }) =>
        invalid.flatMap(({ findings }) => findings.map((each) => `${rule} ${each.case}`)),
      ),
    );
    // What many cells have in common is found by the check, of which there are tests of its own.
    const together = new Set(
      rules.flatMap(({ id, together = {} }) =>
        Object.values(together).flatMap((many) => [`${id} ${many?.fields ?? ''}`, `${id} ${many?.cells ?? ''}`]),
      ),
    );
    const untold = rules
      .filter(({ id }) => id !== 'layout')
      .flatMap(({ id, messages }) => Object.keys(messages).map((name) => [id, name] as const))
      .filter(([id, name]) => (id === 'formula-error' || !readers.has(name)) && !told.has(`${id} ${name}`))
      .filter(([id, name]) => !together.has(`${id} ${name}`));
    assert.deepEqual(untold, []);
  });

  it('are there for all that the readers of values report', () => {
    const spoken = new Set(rules.flatMap(({ messages }) => Object.keys(messages)));
    assert.deepEqual(
      Object.keys(VALUE_CASE_SEVERITY).filter((name) => !spoken.has(name)),
      [],
    );
  });

  it('are there for all oddities of a layout', () => {
    const names = Object.keys(RULES.get('layout')?.messages ?? {}) as Oddity['case'][];
    const oddities = names.map((name): Oddity => ({
      case: name,
      severity: 'info',
      sheet: 0,
      at: null,
      field: null,
      params: {},
    }));
    const form = filledForm({ rules: [{ rule: 'layout' }], columns: { items: { 名称: text } }, oddities });
    assert.equal(new Set(checkForms([form]).findings.map((finding) => messageOf(finding, 'zh'))).size, oddities.length);
  });
});

describe('a finding without a message', () => {
  it('is told by its case, so that the report goes on', () => {
    const finding = { rule: 'unique', case: 'no-such-case', params: {}, field: null };
    assert.equal(messageOf(finding, 'zh'), 'no-such-case');
    assert.equal(messageOf({ ...finding, rule: 'no-such-rule' }, 'en'), 'no-such-case');
  });
});

describe('readerProblems', () => {
  const remark = {
    case: 'choice-tidied',
    severity: 'info',
    params: { text: '甲', normal: '乙' },
    normal: '乙',
  } as const;
  const reading = { raw: '甲', text: '甲', state: 'read', value: '乙', remarks: [remark] } as const;

  it('offers what should stand there as the fix', () => {
    const { normal, ...problem } = remark;
    assert.deepEqual(readerProblems(reading), [{ ...problem, fix: normal }]);
  });

  it('leaves formulas to their own rule', () => {
    const notCalculated = { case: 'not-calculated', severity: 'warning', params: { formula: 'A1' } } as const;
    assert.deepEqual(readerProblems({ ...reading, remarks: [notCalculated] }), []);
    assert.deepEqual(readerProblems({ ...reading, raw: { error: '#N/A' } }), []);
  });
});
