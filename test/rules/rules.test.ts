import assert from 'node:assert/strict';
import { checkForms } from '../../src/check/check-forms.ts';
import { optionWords } from '../../src/forms/option-words.ts';
import { messageOf } from '../../src/rules/messages.ts';
import { RULES } from '../../src/rules/index.ts';
import { CASES } from './cases/index.ts';
import { filledForms, useOf } from './filled-form.ts';
import { findingOf, sheetsOf } from './rule-cases.ts';

describe('rules', () => {
  for (const cases of CASES) {
    describe(cases.rule, () => {
      for (const filling of cases.valid) {
        it(`is silent: ${filling.says}`, () => {
          assert.deepEqual(checkForms(filledForms(...sheetsOf(cases, filling))).findings, []);
        });
      }
      for (const filling of cases.invalid) {
        it(`tells: ${filling.says}`, () => {
          const { findings } = checkForms(filledForms(...sheetsOf(cases, filling)));
          assert.deepEqual(
            findings,
            filling.findings.map((told) => findingOf(cases.rule, told)),
          );
          for (const finding of findings) {
            for (const language of ['zh', 'en'] as const) assert.doesNotMatch(messageOf(finding, language), /[{}]/);
          }
        });
      }

      it('accepts the options that its cases use', () => {
        const options = RULES.get(cases.rule)?.options(optionWords());
        assert.ok(options, 'the rule exists');
        const uses = [...cases.uses, ...[...cases.valid, ...cases.invalid].flatMap((filling) => filling.uses ?? [])];
        for (const use of uses) {
          assert.deepEqual(options.parse(use.options ?? {}), useOf({ ...use, rule: cases.rule }).options);
        }
      });
    });
  }

  it('each have their cases', () => {
    assert.deepEqual(CASES.map(({ rule }) => rule).sort(), [...RULES.keys()].sort());
  });
});
