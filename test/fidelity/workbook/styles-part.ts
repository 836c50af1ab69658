import { DECLARATION, MAIN } from './package-builder.ts';

/** Indices of the formats of cells. */
export const FORMATS = {
  plain: 0,
  title: 1,
  header: 2,
  date: 3,
  unlocked: 4,
  quoted: 5,
  turned: 6,
  good: 7,
  money: 8,
  crossed: 9,
} as const;

const thin = (side: string): string => `<${side} style="thin"><color indexed="64"/></${side}>`;

/** Fonts, a gradient, diagonal borders, named styles, a palette, a table style of its own. */
export function stylesPart(): string {
  const fonts = [
    '<font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/><scheme val="minor"/></font>',
    '<font><b/><sz val="16"/><color theme="4" tint="-0.249977111117893"/><name val="方正小标宋简体"/><family val="4"/><charset val="134"/></font>',
    '<font><i/><u val="double"/><strike/><sz val="10.5"/><color rgb="FF7030A0"/><name val="仿宋_GB2312"/><family val="3"/><charset val="134"/></font>',
    '<font><sz val="11"/><color rgb="FF006100"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  ];
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><gradientFill degree="90"><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color theme="4"/></stop></gradientFill></fill>',
    '<fill><patternFill patternType="lightGrid"><fgColor rgb="FFC6EFCE"/><bgColor indexed="65"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFC6EFCE"/></patternFill></fill>',
  ];
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(thin).join('')}<diagonal/></border>`,
    '<border diagonalUp="1" diagonalDown="1"><left/><right/><top/><bottom style="double"><color rgb="FFFF0000"/></bottom><diagonal style="mediumDashed"><color rgb="FFFF0000"/></diagonal></border>',
  ];
  const xf = (attributes: string, children = ''): string =>
    children === '' ? `<xf ${attributes}/>` : `<xf ${attributes}>${children}</xf>`;
  const cellXfs = [
    xf('numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"', '<alignment vertical="center"/>'),
    xf(
      'numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"',
      '<alignment horizontal="center" vertical="center"/>',
    ),
    xf(
      'numFmtId="0" fontId="0" fillId="3" borderId="1" xfId="0" applyFill="1" applyBorder="1" applyAlignment="1"',
      '<alignment horizontal="distributed" vertical="top" wrapText="1" indent="1"/>',
    ),
    xf('numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"'),
    xf(
      'numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyProtection="1"',
      '<protection locked="0" hidden="1"/>',
    ),
    xf('numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1"'),
    xf(
      'numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1" applyAlignment="1"',
      '<alignment textRotation="255" shrinkToFit="1"/>',
    ),
    xf('numFmtId="0" fontId="3" fillId="4" borderId="0" xfId="1"'),
    xf('numFmtId="177" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"'),
    xf('numFmtId="10" fontId="0" fillId="0" borderId="2" xfId="0" applyNumberFormat="1" applyBorder="1"'),
  ];
  const list = (name: string, items: readonly string[]): string =>
    `<${name} count="${String(items.length)}">${items.join('')}</${name}>`;
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}">` +
    '<numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="177" formatCode="_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* &quot;-&quot;??_ ;_ @_ "/></numFmts>' +
    list('fonts', fonts) +
    list('fills', fills) +
    list('borders', borders) +
    list('cellStyleXfs', [
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf>',
      '<xf numFmtId="0" fontId="3" fillId="4" borderId="0" applyNumberFormat="0" applyBorder="0" applyAlignment="0" applyProtection="0"><alignment vertical="center"/></xf>',
    ]) +
    list('cellXfs', cellXfs) +
    '<cellStyles count="2"><cellStyle name="常规" xfId="0" builtinId="0"/><cellStyle name="好" xfId="1" builtinId="26"/></cellStyles>' +
    list('dxfs', [
      '<dxf><font><b/><color rgb="FF9C0006"/></font></dxf>',
      '<dxf><fill><patternFill><bgColor rgb="FFFFEB9C"/></patternFill></fill></dxf>',
      '<dxf><font><b/><color theme="0"/></font><fill><patternFill patternType="solid"><fgColor theme="4"/><bgColor theme="4"/></patternFill></fill></dxf>',
    ]) +
    '<tableStyles count="1" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"><tableStyle name="清单样式" pivot="0" count="1"><tableStyleElement type="headerRow" dxfId="2"/></tableStyle></tableStyles>' +
    '<colors><mruColors><color rgb="FF7030A0"/></mruColors></colors></styleSheet>'
  );
}
