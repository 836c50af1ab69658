import assert from 'node:assert/strict';
import type { Oddity } from '../../src/locate/located.ts';
import { formRule, noOptions, rowRule, type Problem } from '../../src/rules/rule.ts';

const FACTS = {
  id: 'test',
  summary: { zh: '试', en: 'Test' },
  targets: { on: ['field', 'column'] },
  messages: { odd: { severity: 'error', zh: '不对。', en: 'Odd.' } },
  options: noOptions,
} as const;

// What the compiler refuses is marked: it fails where one of these compiles.
describe('what a rule reports', () => {
  it('is a case that it has a message for, as far as the compiler sees', () => {
    rowRule({ ...FACTS, check: () => [{ case: 'odd' }] });
    rowRule({
      ...FACTS,
      // @ts-expect-error -- no message for `ood`
      check: () => [{ case: 'ood' }],
    });
    formRule({
      ...FACTS,
      scope: 'form',
      // @ts-expect-error -- no message for `ood`
      *check() {
        yield { at: 'form', case: 'ood' };
      },
    });
    rowRule({
      ...FACTS,
      check: () => [],
      // @ts-expect-error -- no message for `ood`
      outweighs: { cases: ['ood'], within: 'row' },
    });
    // @ts-expect-error -- a layout has no case of this name
    const oddity: Pick<Oddity, 'case'> = { case: 'blank-row' };
    const problem: Problem<'odd'> = { case: 'not-a-number' };
    assert.notEqual(oddity.case, problem.case);
  });
});
