import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IgnoredEntry } from '../../src/check/ignored.ts';
import { IGNORED_NAMESPACE, ignoredXml, readIgnoredXml } from '../../src/check/ignored-xml.ts';

const ENTRY: IgnoredEntry = {
  rule: 'choice',
  case: 'not-listed',
  field: '共享类型',
  key: [{ column: '部门名称', text: '市场监管局' }],
  value: '<“待定” & 其他>',
  reason: '已电话请示，\n暂按此填。',
};

describe('what the sender ignores, as a part of the workbook', () => {
  it('reads back what it writes', () => {
    assert.deepEqual(readIgnoredXml(ignoredXml([ENTRY, { ...ENTRY, field: null, key: [] }])), [
      ENTRY,
      { ...ENTRY, field: null, key: [] },
    ]);
  });

  it('reads back any text that XML can hold', () => {
    const text = fc.string({ unit: 'grapheme' }).map((one) => one.replace(/[\ufffe\uffff]/g, ''));
    const entry = fc.record(
      {
        rule: fc.constant('unique'),
        case: text,
        field: fc.option(text),
        key: fc.array(fc.record({ column: text, text }, { noNullPrototype: true })),
        value: text,
        reason: text,
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => assert.deepEqual(readIgnoredXml(ignoredXml(entries)), entries)),
    );
  });

  const REWRITTEN: readonly (readonly [what: string, xml: string, entries: number])[] = [
    [
      'with a prefix',
      `<t:ignored xmlns:t="${IGNORED_NAMESPACE}"><t:finding rule='a' case='b'><t:value>1</t:value></t:finding></t:ignored>`,
      1,
    ],
    ['indented', `<ignored>\n  <finding rule = "a" case="x > y">\n    <value/>\n  </finding>\n</ignored>`, 1],
    ['with comments', '<ignored><!-- <finding rule="b"> --><finding rule="a" case="b"></finding></ignored>', 1],
    ['broken off', '<ignored><finding rule="a"><value>1', 0],
    ['no XML', 'hello & goodbye < >', 0],
    ['empty', '', 0],
  ];
  for (const [what, xml, entries] of REWRITTEN) {
    it(`reads a part ${what}`, () => assert.equal(readIgnoredXml(xml).length, entries));
  }
});
