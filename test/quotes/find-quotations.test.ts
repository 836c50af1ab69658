import assert from 'node:assert/strict';
import { findQuotations, type Declared } from '../../scripts/find-quotations.ts';
import type { Quotation } from '../../scripts/quotations.ts';

const TEXT = `# 某县办法
某政〔2026〕 1 号
**第一条** 项目单位签订合同后，应于 7 个工作日内将合同
## 某县人民政府行政规范性文件
---
复印件报备。
建设类 <input type="checkbox">
数据度	金额(元）
`;

const NOTHING: Declared = { slips: [], elsewhere: [], ours: {} };

function quotation(text: string, document = '某政〔2026〕1号'): Quotation {
  return { where: 'templates/a/b.yaml label', document, text };
}

function find(
  text: string,
  declared: Partial<Declared> = {},
  document?: string,
): Omit<ReturnType<typeof findQuotations>, 'missing'> & { missing: readonly string[] } {
  const result = findQuotations([quotation(text, document)], [TEXT, '另一份文件'], { ...NOTHING, ...declared });
  return { ...result, missing: result.missing.map((each) => each.text) };
}

const NONE = { found: 0, slips: 0, elsewhere: 0, ours: 0, missing: [], idle: [] };

describe('scripts/find-quotations', () => {
  for (const text of [
    '项目单位签订合同后，应于7个工作日内将合同复印件报备。',
    '应于 7 个工作日内\n将合同复印件报备',
    '第一条 项目单位',
    '建设类□',
  ]) {
    it(`finds word for word: ${text}`, () => assert.deepEqual(find(text), { ...NONE, found: 1 }));
  }
  for (const text of ['项目单位签订合同后,应于7个工作日内', '应于8个工作日内', '另一份文件', '复印件备案']) {
    it(`does not find: ${text}`, () => assert.deepEqual(find(text), { ...NONE, missing: [text] }));
  }
  it('counts the same words of one document once', () => {
    const twice = [quotation('报备'), { ...quotation('报 备'), where: 'templates/c/d.yaml label' }];
    assert.equal(findQuotations(twice, [TEXT], NOTHING).found, 1);
  });
  it('reads a declared slip as it is meant', () => {
    const slips = [{ document: '某政〔2026〕1号', text: '数据度', read: '数据长度' }];
    assert.deepEqual(find('数据长度', { slips }), { ...NONE, slips: 1 });
    assert.deepEqual(find('数据度', { slips }), { ...NONE, found: 1, idle: ['某政〔2026〕1号 数据度'] });
  });
  it('does not look for a declared document that is not there, but for one that is', () => {
    assert.deepEqual(find('任何话', { elsewhere: ['某法'] }, '某法'), { ...NONE, elsewhere: 1 });
    assert.deepEqual(find('任何话', {}, '某法'), { ...NONE, missing: ['任何话'] });
    assert.deepEqual(find('任何话', { elsewhere: ['某政〔2026〕1号'] }), {
      ...NONE,
      missing: ['任何话'],
      idle: ['某政〔2026〕1号'],
    });
  });
  it('takes declared words as ours, and what follows a declared beginning must be found', () => {
    const ours = { 'templates/a/b.yaml': ['页码', '注：…'] };
    assert.equal(find('页码', { ours }).ours, 1);
    assert.equal(find('注：项目单位签订合同后', { ours }).ours, 1);
    assert.deepEqual(find('注：项目单位撤销合同后', { ours }).missing, ['注：项目单位撤销合同后']);
    assert.deepEqual(find('页 码', { ours }).idle, ['templates/a/b.yaml 注：…']);
    assert.deepEqual(find('页码', { ours: { 'templates/c/d.yaml': ['页码'] } }).missing, ['页码']);
  });
});
