import assert from 'node:assert/strict';
import type { ValueType } from '../../../src/forms/form.ts';
import { readValue } from '../../../src/forms/values/read-value.ts';
import { cell, checkReadings, PLAIN } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';

function ticks(options: readonly string[], single = false): ValueType {
  return { kind: 'ticks', single, options: options.map((value) => ({ value, same: [], synonyms: [], not: [] })) };
}

describe('ticks', () => {
  it('knows every mark', () => {
    checkReadings(
      ticks(['数据库', '中间件']),
      ['☑', '☒', '■', '√', '✓', '✔', '●', '◆', '[x]', '[√]', '(√)', '（√）', '【√】', '[X]', 'þ'].map((mark) => [
        `${mark}数据库 □中间件`,
        '数据库',
      ]),
    );
    checkReadings(
      ticks(['数据库', '中间件']),
      ['□', '☐', '○', '◯', '[ ]', '（ ）', '£', '¨'].map((box) => [`${box}数据库 ☑中间件`, '中间件']),
    );
  });

  it('tells whether marks stand before or behind their words', () => {
    checkReadings(ticks(['是', '否']), [
      ['√是 □否', '是'],
      ['是√ 否', '是'],
      ['是☑否□', '是'],
      ['■是□否', '是'],
      ['□是■否', '否'],
      ['是（√） 否（ ）', '是'],
      ['（√）是（ ）否', '是'],
      ['□√是 □否', '是'],
      ['是□\n否☑', '否'],
      ['R是 £否', '是'],
      ['是□ 否□√', UNREADABLE, 'warning ticks-ambiguous'],
      ['是√否', UNREADABLE, 'warning ticks-ambiguous'],
      ['R是 □否', UNREADABLE, 'warning ticks-ambiguous'],
      ['是 否', UNREADABLE, 'warning ticks-ambiguous'],
      ['√', UNREADABLE, 'error ticks-unreadable'],
      ['是', '是'],
      ['□是 □否', BLANK],
      ['', BLANK],
      ['/', BLANK],
    ]);
  });

  it('takes a tick beside an empty printed box for the option that it touches, or that has the line to itself', () => {
    checkReadings(ticks(['智慧云', '公共云', '行政云']), [
      ['□智慧云\n□公共云√\n□行政云', '公共云'],
      ['□智慧云\n√□公共云\n□行政云', '公共云'],
      ['□智慧云\n□√公\n共云\n□行政云√', '公共云、行政云'],
      ['□智慧云\n□公共云 √\n□行政云', '公共云'],
      ['□智慧云 □公共云√ □行政云', '公共云'],
      ['□智慧云 √□公共云 □行政云', '公共云'],
      ['□智慧云、□公共云（√）、□行政云', '公共云'],
      ['■智慧云 □公共云√ □行政云', '智慧云、公共云'],
      ['□智慧云 □公共云 □行政云√', '行政云'],
      ['√□公共云', '公共云'],
      ['□智慧云√ □互联网√ □政务外网', '智慧云'],
      ['□智慧云√□公共云□行政云', UNREADABLE, 'warning ticks-ambiguous'],
      ['□智慧云 √ □公共云 □行政云', UNREADABLE, 'warning ticks-ambiguous'],
    ]);
    checkReadings(ticks(['是', '否'], true), [
      ['是□\n否□√', '否'],
      ['√是□ 否□', '是'],
      ['是√□ 否□', '是'],
      ['是□√ 否□', UNREADABLE, 'warning ticks-ambiguous'],
    ]);
  });

  it('takes one or several', () => {
    checkReadings(ticks(['新增', '更新'], true), [
      ['□新增 ☑更新', '更新'],
      ['■新增□更新', '新增'],
      ['新增（√）', '新增'],
      ['更新√', '更新'],
      ['更新', '更新'],
      ['□新增 □更新', BLANK],
      ['☑新增 ☑更新', '新增、更新', 'error several-ticked'],
    ]);
    checkReadings(ticks(['数据库', '中间件', '其他']), [
      ['☑数据库 ☑中间件 □其他：____', '数据库、中间件'],
      ['√数据库\n√中间件', '数据库、中间件'],
      ['数据库、中间件', '数据库、中间件'],
      ['数 据 库☑ 中间件□', '数据库'],
      ['服务类型：□数据库 ☑中间件', '中间件'],
      ['随便', UNREADABLE, 'error ticks-unreadable'],
    ]);
    assert.deepEqual(readValue(cell('☑中间件 ☑数据库'), ticks(['数据库', '中间件']), PLAIN).list, ['中间件', '数据库']);
  });

  it('wants a word on what 其他 is', () => {
    checkReadings(ticks(['数据库', '其他']), [
      ['☑数据库 ☑其他：GIS平台', '数据库、其他'],
      ['☑其他（GIS）', '其他'],
      ['☑其他 GIS', '其他'],
      ['☑其他GIS □数据库', '其他'],
      ['☑其他：____', '其他', 'warning other-unexplained'],
      ['☑其他（请注明）', '其他', 'warning other-unexplained'],
      ['□数据库 ☑其他', '其他', 'warning other-unexplained'],
    ]);
  });

  it('looks past the options of another group in the same cell', () => {
    checkReadings(ticks(['智慧云', '公共云', '行政云']), [
      ['□ 智慧云 □ 公共云 ☑ 行政云 □ 互联网 ☑ 政务外网', '行政云'],
      ['□智慧云 □公共云 □行政云\n□互联网 ☑政务外网', BLANK],
    ]);
  });

  it('takes a plain yes for a single option', () => {
    checkReadings(ticks(['需要']), [
      ['Y', '需要'],
      ['是', '需要'],
      ['1', '需要'],
      [1, '需要'],
      ['√', '需要'],
      ['☑', '需要'],
      [true, '需要'],
      [false, BLANK],
      ['□', BLANK],
    ]);
  });
});
