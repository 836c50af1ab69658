import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { flagXlsx } from '../../src/files/xlsx-flag.ts';
import { MARK_COLOURS } from '../../src/marks/signature.ts';
import { foreignWorkbook } from '../files/foreign-workbook.ts';
import { madeWorkbook } from '../files/made-workbook.ts';
import { richWorkbook, zipped } from '../files/rich-workbook.ts';
import { odsWith, table } from '../hostile/other-formats.ts';

const SAMPLES = path.join(import.meta.dirname, '../samples');

const ROWS = [['县信息资源', 1.5, true, '110101196001010256'], [], [null, '甲\n乙', -3, '=1+1']];

const flagged = (bytes: Uint8Array): Uint8Array => {
  const mark = { row: 1, column: 1, severity: 'error', colour: MARK_COLOURS.error, note: '旧' } as const;
  return flagXlsx(bytes, { sheets: [{ sheetIndex: 0, sheet: '', marks: [mark], withoutNote: 0 }] }, nodeCodec).bytes;
};

const rich = zipped(richWorkbook());

/** Sound workbooks that are made unsound. */
export const XLSX: readonly Uint8Array[] = [
  rich,
  flagged(rich),
  foreignWorkbook(ROWS),
  flagged(foreignWorkbook(ROWS)),
  readFileSync(path.join(SAMPLES, 'jinzhai-pc-purchase/faulty-forestry.xlsx')),
  readFileSync(path.join(SAMPLES, 'gaoqing-cloud-new/faulty-transport.xlsx')),
  madeWorkbook({
    strict: true,
    strings: '<si><t>甲</t></si><si><r><rPr><rFont val="Wingdings"/></rPr><t>a</t></r><r><t>b</t></r></si><si/>',
    styles: '<fonts><font><name val="Wingdings"/></font></fonts><cellXfs><xf numFmtId="14" fontId="0"/></cellXfs>',
    properties: '<property name="form"><vt:lpwstr>x</vt:lpwstr></property>',
    sheets: [
      {
        rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><f t="shared" si="0" ref="B1:B3">1+1</f><v>2</v></c><c t="inlineStr"><is><t>乙</t></is></c></row><row r="3" hidden="1"><c r="B3"><f t="shared" si="0"/><v>3</v></c><c t="s"><v>1</v></c><c t="d"><v>2024-02-29</v></c></row>',
        before: '<cols><col min="2" max="3" hidden="1"/></cols>',
        after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      },
      { name: '二', state: 'hidden', rows: '<x:row xmlns:x="y"/><row><c><v>1</v></c></row>' },
    ],
  }),
];

export const ODS: readonly Uint8Array[] = [
  foreignWorkbook(ROWS, 'ods'),
  odsWith(
    table(
      '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>甲<text:s text:c="3"/>乙</text:p><text:p>丙</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row table:visibility="filter"><table:table-cell office:value-type="date" office:date-value="2024-02-29" table:formula="of:=[.A1]+1"/><table:table-cell office:value-type="time" office:time-value="PT08H30M00S" table:number-columns-repeated="3"/></table:table-row>',
    ),
  ),
];

export const OLD: readonly Uint8Array[] = [
  foreignWorkbook(ROWS, 'biff8'),
  foreignWorkbook(ROWS, 'biff5'),
  foreignWorkbook(ROWS, 'xlsb'),
];
