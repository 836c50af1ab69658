import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fenOf } from '../../src/procedure/money.ts';
import { procedureFor } from '../../src/procedure/procedure-for.ts';
import { FEN } from '../../src/procedure/range.ts';
import { placeOn, scaleOf } from '../../src/procedure/scale.ts';
import { COUNTIES, procedureOf, type County } from './ask.ts';

/** The scale as a line: the edges in 万元 with the side that they belong to, and the steps of each band. */
function scale(county: County, category?: string): { edges: string[]; bands: string[] } {
  const { edges, bands } = scaleOf(procedureOf(county), category === undefined ? {} : { category });
  return {
    edges: edges.map(({ at, belongs }) => `${String(at / FEN.万元)} ${belongs}`),
    bands: bands.map(({ steps }) =>
      steps.map(({ step, condition }) => step.id + (condition === null ? '' : '?')).join(' '),
    ),
  };
}

describe('scaleOf', () => {
  it('has the numbers of a county, the side each belongs to, and the steps between them', () => {
    assert.deepEqual(scale('yunyang'), {
      edges: ['50 both', '500 above'],
      bands: [
        'filing-of-small-projects acceptance-by-unit',
        'next-years-list? next-years-list-of-schools? acceptance-by-unit',
        'next-years-list? next-years-list-of-schools? acceptance-on-application',
      ],
    });
    assert.deepEqual(scale('gaoqing').edges, ['100 above', '200 above']);
    assert.deepEqual(scale('yuzhong').edges, ['20 below', '100 above', '1000 below']);
    assert.deepEqual(scale('fengdu').edges, ['50 below', '3000 above']);
  });

  it('leaves out numbers that do not matter to the category', () => {
    assert.deepEqual(scale('fengdu', '新建'), {
      edges: ['3000 above'],
      bands: [
        'approval-in-one-step acceptance-by-unit',
        'approval-of-feasibility approval-of-design acceptance-by-commission',
      ],
    });
    assert.deepEqual(scale('fengdu', '运行维护项目'), { edges: [], bands: [''] });
    assert.deepEqual(scale('yuzhong', '购买服务类项目'), { edges: ['100 above'], bands: ['', 'supervision'] });
    assert.deepEqual(scale('jinzhai'), { edges: [], bands: [''] });
  });

  it('has numbers by which it is decided what a project counts as, and not all that follows from that', () => {
    assert.deepEqual(scale('fengdu', '升级改造'), {
      edges: ['50 below', '3000 above'],
      bands: [
        'upgrade-as-operation? upgrade-as-construction? approval-in-one-step? acceptance-by-unit?',
        'upgrade-as-construction approval-in-one-step acceptance-by-unit',
        'upgrade-as-construction approval-of-feasibility approval-of-design acceptance-by-commission',
      ],
    });
  });
});

describe('placeOn', () => {
  const cases: readonly (readonly [county: County, total: string, bands: number[], edge: number | null])[] = [
    ['yunyang', '49.999999', [0], null],
    ['yunyang', '50', [0, 1], 0],
    ['yunyang', '50.000001', [1], null],
    ['yunyang', '499.999999', [1], null],
    ['yunyang', '500', [2], 1],
    ['yuzhong', '20', [0], 0],
    ['yuzhong', '1000', [2], 2],
    ['yuzhong', '1000.000001', [3], null],
    ['jinzhai', '300', [0], null],
  ];
  for (const [county, total, bands, edge] of cases) {
    it(`${county} ${total}万元`, () => {
      const fen = fenOf(total, FEN.万元);
      assert.ok(fen !== undefined);
      assert.deepEqual(placeOn(scaleOf(procedureOf(county), {}), fen), { bands, edge });
    });
  }

  it('the steps of the bands are those of the procedure, whatever the total', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COUNTIES),
        fc.integer({ min: 1, max: 5_000_000_000 }),
        fc.nat(),
        (county, any, n) => {
          const procedure = procedureOf(county);
          const { edges, bands } = scaleOf(procedure, {});
          // Half of them exactly at an edge, or a fen beside it.
          const edge = edges[n % (edges.length + 1)];
          const total = edge ? edge.at + (n % 3) - 1 : any;
          const here = placeOn({ edges }, total).bands.flatMap((band) => bands[band]?.steps ?? []);
          const all = new Set(bands.flatMap(({ steps }) => steps.map(({ step }) => step.id)));
          const taken = procedureFor(procedure, { total }).steps.filter(({ step }) => all.has(step.id));
          assert.deepEqual(
            [...new Set(here.map(({ step }) => step.id))].sort(),
            taken.map(({ step }) => step.id).sort(),
          );
        },
      ),
    );
  });
});
