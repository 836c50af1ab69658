import assert from 'node:assert/strict';
import type { CheckSummary, ListedFinding } from '../../src/pane/check-calls.ts';
import { checkedOf, firstState, nextState, type PaneAction, type PaneState } from '../../src/pane/state.ts';

const SUMMARY: CheckSummary = {
  status: 'checked',
  forms: [],
  counts: { error: 1, warning: 0, info: 0, ignored: 0 },
  rules: {},
  clauses: {},
};

const finding = (id: number, cell = 'A1'): ListedFinding => ({
  ...{ id, rule: 'required', severity: 'error', sheetId: '1', sheet: '表', cell, field: null, message: '缺' },
  ...{ expected: [], fix: [], basis: null, ignored: null },
});

const after = (actions: readonly PaneAction[], from: PaneState = firstState('zh')): PaneState =>
  actions.reduce(nextState, from);

const found = (ids: readonly number[], isSame = false): PaneAction => ({
  ...{ type: 'checked', summary: SUMMARY, findings: ids.map((id) => finding(id)), isSame },
});

const idsOf = (state: PaneState): readonly number[] => checkedOf(state)?.findings.map(({ id }) => id) ?? [];

describe('the state of the pane', () => {
  it('keeps the findings of the last check on the screen while another runs, and closes what was open', () => {
    const state = after([
      found([1, 2]),
      { type: 'dialog', dialog: { kind: 'ignore', finding: finding(1) } },
      { type: 'started', step: 'reading' },
      { type: 'started', step: 'checking' },
    ]);
    assert.deepEqual([state.check.status, idsOf(state), state.dialog], ['running', [1, 2], null]);
  });

  it('has them back, out of date, where that check is cancelled; nothing where there was none', () => {
    const state = after([found([1]), { type: 'started', step: 'reading' }, { type: 'cancelled' }]);
    assert.deepEqual([state.check.status, idsOf(state), checkedOf(state)?.stale], ['checked', [1], true]);
    const none = after([{ type: 'started', step: 'reading' }, { type: 'cancelled' }]);
    assert.equal(none.check.status, 'none');
  });

  it('says of an edit that the findings are out of date, and nothing before a check', () => {
    assert.equal(checkedOf(after([found([1]), { type: 'edited' }]))?.stale, true);
    const first = firstState('zh');
    assert.equal(nextState(first, { type: 'edited' }), first);
  });

  it('forgets the finding gone to with a new check, not with the same findings in other words', () => {
    const gone = after([found([1, 2]), { type: 'current', finding: 2 }]);
    assert.equal(nextState(gone, found([1, 2], true)).current, 2);
    assert.equal(nextState(gone, found([1, 2])).current, null);
  });

  it('replaces stretches of the list, and keeps what stands between them as it is', () => {
    const before = after([found([0, 1, 2, 3, 4]), { type: 'current', finding: 3 }]);
    const changes = {
      summary: SUMMARY,
      splices: [
        { from: 0, removed: 1, added: [finding(10), finding(11)] },
        { from: 2, removed: 1, added: [] },
        { from: 5, removed: 0, added: [finding(12)] },
      ],
    };
    const state = nextState(before, { type: 'relisted', changes });
    assert.deepEqual(idsOf(state), [10, 11, 1, 3, 4, 12]);
    assert.equal(state.current, 3);
    const kept = checkedOf(before)?.findings[3];
    assert.ok(kept && checkedOf(state)?.findings.includes(kept));
    const same = nextState(before, { type: 'relisted', changes: { summary: SUMMARY, splices: [] } });
    assert.equal(checkedOf(same)?.findings, checkedOf(before)?.findings);
  });

  it('closes the question about a finding that is gone, and no longer stands at it', () => {
    const before = after([
      found([1, 2]),
      { type: 'current', finding: 1 },
      { type: 'dialog', dialog: { kind: 'ignore', finding: finding(1) } },
    ]);
    const gone = { summary: SUMMARY, splices: [{ from: 0, removed: 1, added: [] }] };
    const state = nextState(before, { type: 'relisted', changes: gone });
    assert.deepEqual([state.dialog, state.current], [null, null]);
    const other = { summary: SUMMARY, splices: [{ from: 1, removed: 1, added: [] }] };
    assert.deepEqual(nextState(before, { type: 'relisted', changes: other }).dialog, before.dialog);
  });

  it('keeps of another document the language, the forms and how it checks; of the same one its tab and opinion too', () => {
    const opinion = { text: '请改', draft: '', replaced: null };
    const before = after(
      [
        found([1]),
        { type: 'tab', tab: 'review' },
        { type: 'live', live: false },
        { type: 'opinion', opinion },
        { type: 'accept-ignored', accepts: true },
        { type: 'toggle', shown: 'info' },
        { type: 'named', name: '申报表' },
      ],
      firstState('en'),
    );
    const other = nextState(before, { type: 'document', isOpen: true, isSame: false });
    assert.deepEqual(other, { ...firstState('en'), live: false, hasDocument: true });
    const same = nextState(before, { type: 'document', isOpen: true, isSame: true });
    assert.deepEqual(same, { ...other, tab: 'review', opinion, acceptsIgnored: true });
  });

  it('shows and hides kinds of findings one by one', () => {
    const state = after([
      { type: 'toggle', shown: 'error' },
      { type: 'toggle', shown: 'ignored' },
    ]);
    assert.deepEqual([...state.shown].sort(), ['ignored', 'info', 'warning']);
    assert.deepEqual(
      [...nextState(state, { type: 'toggle', shown: 'error' }).shown].sort(),
      ['error', ...state.shown].sort(),
    );
  });
});
