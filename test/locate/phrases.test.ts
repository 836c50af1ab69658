import assert from 'node:assert/strict';
import { Phrases } from '../../src/locate/phrases.ts';

describe('a quick look whether a text can hold a phrase', () => {
  const cases: readonly (readonly [phrases: readonly string[], text: string, may: boolean])[] = [
    [['项目建设方案'], '附件2：项目建设方案（第二份）', true],
    [['项目建设方案'], '项目建设', false],
    [['项目建设方案'], '项 目 建 设 方 案', true],
    [['关于申请…建设项目的函'], '县教育局关于申请云平台建设项目的函', true],
    [['关于申请…建设项目的函'], '云平台', false],
    [['变更前'], '变更前的情况', true],
    [['附：'], '附：清单', true],
    [['附：', '项目建设方案'], '人口基本信息', false],
    [['附件：', '附：'], '市公安局', false],
    [['2. SLA'], '市公安局', true],
  ];
  for (const [phrases, text, may] of cases) {
    it(`${phrases.join(', ')} ${may ? 'may' : 'can not'} stand in ${text}`, () =>
      assert.equal(new Phrases(phrases).mayStandIn(text), may));
  }
});
