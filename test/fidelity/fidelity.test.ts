import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { flagXlsx, unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { writeXlsxValues } from '../../src/files/xlsx-values.ts';
import { factOf } from './features/feature.ts';
import { FEATURES } from './features/index.ts';
import { partsOf, PLAN, sheetAt } from './flagging.ts';
import { PackageView } from './package-view.ts';
import { fidelityWorkbook } from './workbook/fidelity-workbook.ts';

const original = fidelityWorkbook();
const flagged = flagXlsx(original, PLAN, nodeCodec);
const twice = flagXlsx(flagged.bytes, PLAN, nodeCodec).bytes;
const unflagged = unflagXlsx(flagged.bytes, nodeCodec);
assert.ok(unflagged);
const fixed = writeXlsxValues(
  original,
  [
    { ...sheetAt('目录'), cell: 'B10', value: '民政局' },
    { ...sheetAt('目录'), cell: 'F8', value: 8 },
    { ...sheetAt('汇总'), cell: 'A4', value: '卫生健康委' },
  ],
  nodeCodec,
).bytes;

/** Results that may follow from a changed value are no longer stored: all is computed anew on opening. */
const GONE_WHEN_VALUES_CHANGE = new Set(['stored results of shared formulas']);

const copies = { flagged: flagged.bytes, 'flagged twice': twice, unflagged, fixed };

describe('what a workbook carries is still there when it is flagged, flagged twice, unflagged, fixed', () => {
  const before = new PackageView(original);
  const after = Object.entries(copies).map(([name, bytes]) => [name, new PackageView(bytes)] as const);
  for (const [heading, features] of FEATURES) {
    describe(heading, () => {
      for (const feature of features) {
        const [name] = feature;
        it(name, () => {
          const expected = factOf(feature, before);
          assert.ok(expected !== undefined, 'the workbook has it');
          for (const [copy, view] of after) {
            if (copy === 'fixed' && GONE_WHEN_VALUES_CHANGE.has(name)) continue;
            assert.equal(factOf(feature, view), expected, copy);
          }
        });
      }
    });
  }
  it('at least a hundred features, each named once', () => {
    const names = FEATURES.flatMap(([, features]) => features.map(([name]) => name));
    assert.ok(names.length >= 100);
    assert.equal(new Set(names).size, names.length);
  });
});

describe('the parts of a workbook', () => {
  const before = partsOf(original);
  const changedIn = (bytes: Uint8Array): string[] =>
    [...partsOf(bytes)].filter(([name, part]) => before.get(name) !== part).map(([name]) => name);

  it('flagged: only what holds colours and notes differs, and only sheets without notes get new parts', () => {
    assert.deepEqual(changedIn(flagged.bytes), [
      '[Content_Types].xml',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/comments1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/drawings/vmlDrawing3.vml',
      'xl/worksheets/sheet5.xml',
      'xl/worksheets/_rels/sheet5.xml.rels',
      'xl/worksheets/sheet3.xml',
      'xl/worksheets/sheet4.xml',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing4.vml',
      'xl/worksheets/_rels/sheet3.xml.rels',
      'xl/comments3.xml',
      'xl/drawings/vmlDrawing5.vml',
      'xl/worksheets/_rels/sheet4.xml.rels',
      'xl/comments4.xml',
      'xl/drawings/vmlDrawing6.vml',
      'xl/comments5.xml',
    ]);
    assert.deepEqual(
      [...before.keys()].filter((name) => !partsOf(flagged.bytes).has(name)),
      [],
    );
  });

  it('flagged twice: as flagged once, byte for byte', () => assert.deepEqual(twice, flagged.bytes));

  it('unflagged: all as before, byte for byte and in the same order', () => {
    assert.deepEqual([...partsOf(unflagged)], [...before]);
  });

  it('fixed: only the sheets with a change, their dependent results and the order to compute', () => {
    assert.deepEqual(changedIn(fixed), ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
    assert.match(partsOf(fixed).get('xl/workbook.xml') ?? '', /<calcPr fullCalcOnLoad="1" calcId="191029" /);
  });

  it('of a thread of comments: no note is put behind it, and the user is told', () => {
    assert.deepEqual(
      flagged.withoutNote.map(({ sheet, cells }) => [sheet, cells]),
      [['目录', ['E5']]],
    );
  });
});
