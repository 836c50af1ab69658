import assert from 'node:assert/strict';
import { staysText } from '../../src/sheets/typed-text.ts';

const PLAIN: readonly string[] = [
  ...['', '公安局', '人口库', '无', '是', '办公电脑（台式）', '金额见附件', 'abc', 'A1', 'X86服务器'],
  ...['第3号', '3号楼会议室', '见附件2', '2024年度信息化项目', '5元', 'ABC12'],
];

const IN_DOUBT: Readonly<Record<string, readonly string[]>> = {
  numbers: [
    ...['007', '12', '1,234', '5,000', '-5', '+5', '+1', '1.5e3', '1.5E3', '1e5', '１２', '１．５', ' 5 ', '（5）'],
    '110101199003070011',
  ],
  'amounts and shares': ['5%', '50%', '５％', '￥5', '¥5', '€5'],
  fractions: ['1/2', '1 1/2', '１／２'],
  dates: [
    ...['1-2', '2024-1-1', '2024-01-01', '2024/1', '2024年1月', '2024年1月1日', '3月5日', '12 号', '二〇二四年一月'],
    ...['3-Mar', 'Mar-1', 'Jan 5', '5 jan', '5 Sep 2024'],
  ],
  times: ['10:30', '上午10:30', '10点30分', '5 PM', '5p'],
  'truth values and errors': ['TRUE', 'false', ' true ', '#N/A', '#REF!'],
  formulas: ['=A1', '=', ' =1', '＝A1', '＝1', '+A1', '-', '－A1', '@x', '＠x'],
  'texts by force': ["'abc", "'x", '"x'],
};

describe('texts that are typed', () => {
  it('stay texts where they are plainly so', () => {
    assert.deepEqual(
      PLAIN.filter((text) => !staysText(text)),
      [],
    );
  });

  for (const [what, texts] of Object.entries(IN_DOUBT)) {
    it(`may become something else where they look like ${what}`, () => {
      assert.deepEqual(texts.filter(staysText), []);
    });
  }
});
