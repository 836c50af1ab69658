import assert from 'node:assert/strict';
import * as XLSX from 'xlsx';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { flagXlsx, unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { notesIn } from '../files/read-back.ts';
import { PLAN } from './flagging.ts';
import { PackageView } from './package-view.ts';
import { rewritten } from './rewriting.ts';
import { fidelityWorkbook } from './workbook/fidelity-workbook.ts';
import { all, at } from './xml-tree.ts';

const flagged = flagXlsx(fidelityWorkbook({ wellFormed: true }), PLAN, nodeCodec).bytes;

function bySheetJs(bytes: Uint8Array): Uint8Array {
  const written: unknown = XLSX.write(XLSX.read(bytes, { cellStyles: true }), { type: 'array', bookType: 'xlsx' });
  assert.ok(written instanceof ArrayBuffer);
  return new Uint8Array(written);
}

/** Formulas with their quotation marks escaped, priorities and formats of their own, one author for all notes. */
function asOthersWriteIt(bytes: Uint8Array): Uint8Array {
  let priority = 0;
  return rewritten(bytes, /sheet\d\.xml$|comments\d\.xml$|styles\.xml$/, (text) =>
    text
      .replace(/N\("tianbao:(\w+)"\)=0/g, 'N(&quot;tianbao:$1&quot;) = 0')
      .replace(/(<cfRule [^>]*)priority="\d+"/g, (_, start: string) => `${start}priority="${String(++priority)}"`)
      .replace(/<authors>.*<\/authors>/, '<authors><author>Author</author></authors>')
      .replace(/authorId="\d"/g, 'authorId="0"')
      .replaceAll('【填报助手】\n', '【填报助手】&#10;')
      .replace(/<dxf><fill><patternFill>(<bgColor[^>]*>)/g, '<dxf><fill><patternFill patternType="solid">$1'),
  );
}

const PROGRAMS: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array, formats: number])[] = [
  ['SheetJS, which drops the colours', bySheetJs, 0],
  ['a program that words our formulas and notes in its own way', asOthersWriteIt, 6],
];

describe('a flagged copy that another program has saved', () => {
  for (const [program, save, formats] of PROGRAMS) {
    const saved = save(flagged);
    const unflagged = unflagXlsx(saved, nodeCodec);
    it(`by ${program}: still has flags`, () => assert.ok(unflagged));
    it(`by ${program}: our notes come off, those of others stay`, () => {
      assert.ok(unflagged);
      const notes = notesIn(unflagged, '目录');
      assert.equal(notes.B3, '张三:\n请核对 <部门> & 单位');
      assert.equal(notes.D4, '只有一段');
      assert.deepEqual(Object.keys(notes).sort(), ['B3', 'D4', 'E5']);
      for (const sheet of ['汇总', '说明', '字典', '透视']) assert.deepEqual(notesIn(unflagged, sheet), {}, sheet);
    });
    it(`by ${program}: our colours come off, the other formats stay`, () => {
      assert.ok(unflagged);
      const sheet = new PackageView(unflagged).sheet('目录');
      const blocks = sheet?.children.filter((child) => child.name === 'conditionalFormatting') ?? [];
      assert.equal(blocks.length, formats);
      assert.ok(blocks.every((block) => all(block, 'formula').every(({ text }) => !text.includes('tianbao'))));
      assert.equal(unflagXlsx(unflagged, nodeCodec), undefined);
    });
    it(`by ${program}: flagged again it has each flag once`, () => {
      const again = new PackageView(flagXlsx(saved, PLAN, nodeCodec).bytes);
      const rules = all(again.sheet('目录'), 'cfRule').filter((rule) => at(rule, 'formula')?.text.includes('tianbao'));
      assert.deepEqual(
        rules.map((rule) => rule.attributes.priority),
        ['1', '2'],
      );
    });
  }

  it('points to its new parts as Excel does, relative to the sheet: exceljs opens nothing else', () => {
    const view = new PackageView(flagged);
    for (const sheet of ['说明', '字典']) {
      const part = view.sheetPart(sheet) ?? '';
      const links = view.text(part.replace('worksheets/', 'worksheets/_rels/') + '.rels');
      assert.match(links, /Target="\.\.\/comments\d\.xml".*|Target="\.\.\/drawings\/vmlDrawing\d\.vml"/);
      assert.doesNotMatch(links, /Target="\//);
    }
  });
});
