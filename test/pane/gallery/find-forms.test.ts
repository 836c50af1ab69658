import assert from 'node:assert/strict';
import forms from '#forms' with { type: 'json' };
import type { FormName } from '../../../src/pane/check-calls.ts';
import { byCounty, findForms, formIndex } from '../../../src/pane/gallery/find-forms.ts';
import { pinyinInitials } from '../../../src/pane/gallery/pinyin-initials.ts';

const names: readonly FormName[] = forms.map((form) => {
  const { id, title, englishTitle = title, county, otherTitles, purpose = null, source } = form;
  return { id, title, englishTitle, county, otherTitles, purpose, source };
});

describe('finding a form', () => {
  const index = formIndex(names);
  const found: [query: string, ids: readonly string[]][] = [
    ['电脑', ['jinzhai/pc-purchase']],
    // What a form is for names the other one.
    ['云阳 目录', ['yunyang/application', 'yunyang/catalogue']],
    ['项目信息资源目录 云阳县', ['yunyang/catalogue']],
    ['云阳县 附件2', ['yunyang/catalogue']],
    ['竣工验收', ['fengdu/acceptance', 'gaoqing/acceptance']],
    ['政务云资源需求变更审批表', ['gaoqing/cloud-change']],
    ['(迁移系统)', ['gaoqing/cloud-migration']],
    ['ＣＬＯＵＤ　new', ['gaoqing/cloud-new']],
    ['budget pays', ['fengdu/scope']],
    ['jzx dn', ['jinzhai/pc-purchase']],
    ['yyx zyml', ['yunyang/catalogue']],
    ['yunyang/catalogue', ['yunyang/catalogue']],
    ['没有这样的', []],
    ['zzzz', []],
  ];
  for (const [query, ids] of found) {
    it(`by ${query}`, () =>
      assert.deepEqual(
        findForms(index, query).map(({ id }) => id),
        ids,
      ));
  }
  it('by nothing finds all, in order', () => {
    assert.deepEqual(findForms(index, ' \u3000'), names);
    assert.deepEqual(
      byCounty(names).map(([county, members]) => [county, members.length]),
      [
        ['丰都县', 4],
        ['高青县', 7],
        ['金寨县', 2],
        ['云阳县', 2],
        ['渝中区', 3],
      ],
    );
  });
});

describe('the initials of a text', () => {
  const texts: [text: string, initials: string][] = [
    ['金寨县行政事业单位办公电脑采购申报表', 'jzxxzsydwbgdncgsbb'],
    ['啊八擦搭鹅发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝座', 'abcdefghjklmnopqrstwxyzz'],
    ['A类 3 项', 'al 3 x'],
    ['', ''],
  ];
  for (const [text, initials] of texts) it(`${text} → ${initials}`, () => assert.equal(pinyinInitials(text), initials));
});
