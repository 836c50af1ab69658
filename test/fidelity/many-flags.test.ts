import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { flagXlsx, unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { NOTES_PER_SHEET, type Mark } from '../../src/marks/plan.ts';
import { MARK_COLOURS, REFS_PER_BLOCK } from '../../src/marks/signature.ts';
import { rangeFromA1, toA1 } from '../../src/sheets/address.ts';
import { partsOf, sheetAt } from './flagging.ts';
import { PackageView } from './package-view.ts';
import { fidelityWorkbook } from './workbook/fidelity-workbook.ts';
import { all, at } from './xml-tree.ts';

const CELLS = 50_000;

/** Every other cell of every other row: no two can be joined to one range. */
const marks = Array.from({ length: CELLS }, (_, index): Mark => {
  const severity = index % 5 === 0 ? 'warning' : 'error';
  const note = index < NOTES_PER_SHEET ? `错误：第 ${String(index)} 处` : null;
  const [row, column] = [100 + 2 * Math.floor(index / 7), 2 * (index % 7)];
  return { row, column, severity, colour: MARK_COLOURS[severity], note };
});

describe('fifty thousand flagged cells on a sheet', () => {
  const original = fidelityWorkbook();
  const plan = { sheets: [{ ...sheetAt('目录'), marks, withoutNote: CELLS - NOTES_PER_SHEET }] };
  const flagged = flagXlsx(original, plan, nodeCodec).bytes;
  const view = new PackageView(flagged);

  it('are all coloured, each in its colour', () => {
    const blocks = view.sheet('目录')?.children.filter(({ name }) => name === 'conditionalFormatting') ?? [];
    const ours = blocks.filter((block) => all(block, 'formula')[0]?.text.includes('tianbao') === true);
    const cells = new Map<string, string>();
    for (const block of ours) {
      const refs = block.attributes.sqref?.split(' ') ?? [];
      assert.ok(refs.length <= REFS_PER_BLOCK);
      const severity = /tianbao:(\w+)/.exec(all(block, 'formula')[0]?.text ?? '')?.[1] ?? '';
      for (const ref of refs) {
        const range = rangeFromA1(ref);
        assert.ok(range && range.top === range.bottom && range.left === range.right);
        cells.set(ref, severity);
      }
    }
    assert.equal(cells.size, CELLS);
    for (const { row, column, severity } of marks) assert.equal(cells.get(toA1(row, column)), severity);
  });

  it('have as many notes as planned, each with a box of its own id', () => {
    const comments = view.tree(view.related(view.sheetPart('目录'), 'comments'));
    assert.equal(at(comments, 'commentList')?.children.length, NOTES_PER_SHEET + 3);
    const drawing = view.text(view.related(view.sheetPart('目录'), 'vmlDrawing'));
    const ids = [...drawing.matchAll(/<v:shape id="_x0000_s(\d+)"/g)].map((match) => Number(match[1]));
    assert.equal(new Set(ids).size, NOTES_PER_SHEET + 4);
    const blocks = /<o:idmap [^>]*data="([\d,]+)"/.exec(drawing)?.[1]?.split(',').map(Number);
    assert.deepEqual([...new Set(ids.map((id) => Math.floor(id / 1024)))], blocks);
  });

  it('come off without a trace', () => {
    const unflagged = unflagXlsx(flagged, nodeCodec);
    assert.ok(unflagged);
    assert.deepEqual(partsOf(unflagged), partsOf(original));
  });
});
