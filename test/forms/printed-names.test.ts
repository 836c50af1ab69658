import assert from 'node:assert/strict';
import { printedNames } from '../../src/forms/printed-names.ts';
import { allForms } from '../check-file.ts';

function namesOf(id: string): ReadonlyMap<string, string> {
  return printedNames(allForms().find((form) => form.id === id) ?? assert.fail(id));
}

describe('printedNames', () => {
  it('has the official label of a field or column whose key is shorter', () => {
    const names = namesOf('jinzhai/pc-purchase');
    assert.equal(names.get('合计大写'), '合计金额（大写）');
    assert.equal(names.get('单价'), '单价（元）');
    assert.equal(names.get('数量'), undefined);
  });

  it('leaves a key that says more than its label', () => {
    const cloud = namesOf('gaoqing/cloud-change');
    for (const key of ['基于网络（云）', '项目负责人联系电话', '变更前IP地址数量'])
      assert.equal(cloud.get(key), undefined);
    assert.equal(namesOf('yunyang/catalogue').get('格式分类'), undefined);
  });
});
