import assert from 'node:assert/strict';
import type { FigureValue } from '../../../src/check/finding.ts';
import {
  percentText,
  shownFigures,
  valueText,
  type NamedFigure,
  type ShownFigure,
} from '../../../src/pane/overview/figures.ts';

const label = { zh: '数', en: 'Number' };

function figure(key: string, value: Partial<FigureValue>, more: Partial<NamedFigure> = {}): NamedFigure {
  return { key, label, percent: false, change: null, value: { value: 0, unit: '项', ...value }, ...more };
}

/** Without what all have. */
function shown(...figures: readonly NamedFigure[]): Partial<ShownFigure>[] {
  return shownFigures(figures).map(({ label: _, unit: __, ...rest }) => rest);
}

describe('shownFigures', () => {
  it('numbers stay numbers, rates are told apart', () => {
    assert.deepEqual(shown(figure('n', { value: 12, skipped: 2 }), figure('r', { value: 0.5 }, { percent: true })), [
      { key: 'n', kind: 'number', value: 12, percent: false, skipped: 2 },
      { key: 'r', kind: 'number', value: 0.5, percent: true, skipped: 0 },
    ]);
  });

  it('parts are shares, the largest first; what has none is left out', () => {
    assert.deepEqual(shown(figure('p', { value: 8, parts: { 甲: 1, 乙: 0, 丙: 7 } })), [
      {
        key: 'p',
        kind: 'shares',
        whole: 8,
        parts: [
          { name: '丙', value: 7, share: 0.875 },
          { name: '甲', value: 1, share: 0.125 },
        ],
        others: 0,
        skipped: 0,
      },
    ]);
    assert.deepEqual(shown(figure('p', { value: 0, parts: {} })), []);
  });

  it('of many parts the smallest are counted together', () => {
    const parts = Object.fromEntries(
      Array.from({ length: 11 }, (_, n): [string, number] => [`值${String(n)}`, n + 0.1]),
    );
    const [only] = shownFigures([figure('p', { value: 56.1, parts })]);
    assert.ok(only?.kind === 'shares');
    assert.deepEqual([only.parts.length, only.others], [8, 3.3]);
  });

  it('a figure and its change are one picture', () => {
    assert.deepEqual(
      shown(
        figure('servers', { value: 4 }, { change: 'serversChange' }),
        figure('serversChange', { value: 1, skipped: 1 }),
        figure('alone', { value: 2 }, { change: 'gone' }),
      ),
      [
        { key: 'servers', kind: 'change', before: 3, after: 4, change: 1, skipped: 1 },
        { key: 'alone', kind: 'number', value: 2, percent: false, skipped: 0 },
      ],
    );
    const [money] = shownFigures([figure('a', { value: 0.3 }, { change: 'b' }), figure('b', { value: 0.1 })]);
    assert.ok(money?.kind === 'change');
    assert.equal(money.before, 0.2);
  });
});

describe('texts of figures', () => {
  it('percentages', () => {
    const cases: readonly (readonly [number, string])[] = [
      [0, '0%'],
      [0.0004, '<0.1%'],
      [0.3158, '31.6%'],
      [0.9996, '>99.9%'],
      [1, '100%'],
    ];
    assert.deepEqual(
      cases.map(([share]) => percentText(share)),
      cases.map(([, text]) => text),
    );
  });

  it('values with their units in both languages', () => {
    const cases: readonly (readonly [number, string, zh: string, en: string])[] = [
      [38, '项', '38 项', '38'],
      [3400, 'GiB', '3,400 GiB', '3,400 GiB'],
      [286.5, '万元', '286.5 万元', 'CNY 2,865,000'],
      [49.999999, '万元', '49.999999 万元', 'CNY 499,999.99'],
      [0.1 + 0.2, '元', '0.3 元', 'CNY 0.30'],
      [-5, '元', '-5 元', '-5 CNY'],
    ];
    for (const [value, unit, zh, en] of cases) {
      assert.deepEqual([valueText(value, unit, 'zh'), valueText(value, unit, 'en')], [zh, en]);
    }
  });
});
