import assert from 'node:assert/strict';
import { toA1 } from '../../src/sheets/address.ts';
import type { CellValue } from '../../src/sheets/grid.ts';
import { locateIn, odditiesOf, smallForm } from './small-form.ts';

const LETTER = smallForm(
  `
sections:
  正文: [关于…的函]
  附件: [附件：]
fields:
  文号: { paragraph: { like: '.+号' }, required: true }
  签发人: { required: true }
  事项: { section: 正文, paragraph: { like: '关于(.+)的函' }, required: true }
  主送: { label: [主送], section: 正文, paragraph: { like: '.{2,20}：' }, required: true }
  内容: { section: 正文, paragraph: rest, type: lines, required: true }
  经费: { section: 正文, paragraph: { like: '.*经费.*', last: true }, type: lines, required: true }
  附件: { section: 附件, paragraph: rest, type: lines, required: true }
  日期: { section: 附件, paragraph: { like: '.*年.*月.*日|\\d{4}-\\d{2}-\\d{2}', last: true }, type: date, required: true }
  联系人: { required: true }
printed: [请予支持]
`,
  'test/letter',
  '关于…的函',
);

type Rows = readonly (readonly CellValue[])[];

/** Each field that is found, as `A1 text`. */
function partsOf(rows: Rows): Record<string, string> {
  const { fields } = locateIn(LETTER, rows);
  return Object.fromEntries(
    [...fields].map(([key, { located, reading }]) => [
      key,
      `${toA1(located.at.row, located.at.column)} ${reading.text}`,
    ]),
  );
}

const HEAD: Rows = [['某局'], ['某发〔2026〕3号  签发人：张三'], [null], ['关于购置设备的函']];
const TAIL: Rows = [['附件：1.清单'], ['\u3000\u3000\u30002.方案'], ['某局'], ['2026年3月1日'], ['（联系人：李四）']];
const TAIL_PARTS = { 附件: 'A8 1.清单\n2.方案\n某局', 日期: 'A11 2026年3月1日', 联系人: 'A12 李四' };

describe('locate: parts of a letter, which have no labels', () => {
  const bodies: readonly [says: string, body: Rows, expected: Readonly<Record<string, string>>][] = [
    [
      'each paragraph in a row of its own',
      [['某委：'], ['\u3000\u3000需要设备。'], ['\u3000\u3000经费3万元。']],
      { 主送: 'A5 某委：', 内容: 'A6 需要设备。', 经费: 'A7 经费3万元。' },
    ],
    [
      'typed line by line: the lines up to a full stop are one paragraph',
      [['某委：\n\u3000\u3000需要设备。'], ['\u3000\u3000经费由本单位自筹'], ['解决。']],
      { 主送: 'A5 某委：', 内容: 'A5 需要设备。', 经费: 'A6 经费由本单位自筹解决。' },
    ],
    [
      'in one cell',
      [['某委：\n\u3000\u3000需要设备。\n\u3000\u3000经费3万元。'], [null], [null]],
      { 主送: 'A5 某委：', 内容: 'A5 需要设备。', 经费: 'A5 经费3万元。' },
    ],
    [
      'the last paragraph that says so, and all others together',
      [['某委：'], ['\u3000\u3000经费紧张。'], ['\u3000\u3000需要设备。\n\u3000\u3000经费3万元。']],
      { 主送: 'A5 某委：', 内容: 'A6 经费紧张。\n需要设备。', 经费: 'A7 经费3万元。' },
    ],
    [
      'words that every letter ends with are nobody’s',
      [['某委：'], ['\u3000\u3000需要设备。'], ['\u3000\u3000经费3万元。\n\u3000\u3000请予支持。']],
      { 主送: 'A5 某委：', 内容: 'A6 需要设备。', 经费: 'A7 经费3万元。' },
    ],
    [
      'a paragraph that begins as the list of annexes does',
      [['某委：'], ['\u3000\u3000附件：方案已于上月报送。'], ['\u3000\u3000附件：经费3万元。']],
      { 主送: 'A5 某委：', 内容: 'A6 附件：方案已于上月报送。', 经费: 'A7 附件：经费3万元。' },
    ],
    [
      'labels in sentences',
      [['某委：'], ['\u3000\u3000联系人：见后。签发人：某某。主送：某局。'], ['\u3000\u3000经费3万元。']],
      { 主送: 'A5 某委：', 内容: 'A6 联系人：见后。签发人：某某。主送：某局。', 经费: 'A7 经费3万元。' },
    ],
    [
      'a label beside a value is as good',
      [
        ['主送', '某委'],
        [null, '\u3000\u3000需要设备。'],
        [null, '\u3000\u3000经费3万元。'],
      ],
      { 主送: 'B5 某委', 内容: 'B6 需要设备。', 经费: 'B7 经费3万元。' },
    ],
  ];
  for (const [says, body, expected] of bodies) {
    it(says, () => {
      const head = { 文号: 'A2 某发〔2026〕3号', 签发人: 'A2 张三', 事项: 'A4 购置设备' };
      assert.deepEqual(partsOf([...HEAD, ...body, ...TAIL]), { ...head, ...expected, ...TAIL_PARTS });
    });
  }

  it('a title broken in its cell is one line', () => {
    const parts = partsOf([
      ...HEAD.slice(0, 3),
      ['关于购置\n设备的函'],
      ['某委：'],
      ['\u3000\u3000经费3万元。'],
      [null],
      ...TAIL,
    ]);
    assert.equal(parts.事项, 'A4 购置设备');
  });

  it('the value in the cell beside the heading, and a real date', () => {
    const rows: Rows = [...HEAD, ['某委：'], ['经费3万元。'], ['附件：', '1.清单'], [null, null, '2026-03-01']];
    const { 附件, 日期 } = partsOf(rows);
    assert.deepEqual([附件, 日期], ['B7 1.清单', 'C8 2026-03-01']);
  });

  it('where a section is not opened, what is known by its words is found in the one before', () => {
    const parts = partsOf([
      ...HEAD,
      ['某委：'],
      ['\u3000\u3000需要设备。'],
      ['\u3000\u3000经费3万元。'],
      ['2026年3月1日'],
      ['联系人：李四'],
    ]);
    assert.equal(parts.日期, 'A8 2026年3月1日');
    assert.equal(parts.内容, 'A6 需要设备。');
    assert.equal(parts.附件, undefined);
  });

  it('what is not there is told once each', () => {
    const filled = locateIn(LETTER, [...HEAD, ['某委：'], ['\u3000\u3000经费3万元。'], ...TAIL]);
    assert.deepEqual(odditiesOf(filled), ['missing-paragraph – 内容']);
  });
});
