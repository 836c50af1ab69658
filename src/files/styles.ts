import { builtInFormat } from './number-formats.ts';
import { symbolFont, type SymbolFont } from './symbol-fonts.ts';
import { TagScanner } from './tags.ts';

/** What a reader of values needs of a cell's style. */
export interface CellStyle {
  /** The number format code. */
  readonly format: string;
  /** The signs of its font, where that is a symbol font. */
  readonly symbols: SymbolFont | undefined;
}

const GENERAL: CellStyle = { format: 'General', symbols: undefined };

/** Excel's own limit on cell formats, and more than it has of anything else here; what comes after is not kept. */
const MAX_STYLES = 65_490;

/** The cell formats (`cellXfs`) of styles.xml in order; a cell's `s` is the index. */
export function readStyles(xml: Uint8Array): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const fonts: (SymbolFont | undefined)[] = [];
  const styles: CellStyle[] = [];
  const tag = new TagScanner(xml);
  tag.next();
  while (tag.next()) {
    if (tag.opens('numFmts')) readFormats(tag, formats);
    else if (tag.opens('fonts')) readFonts(tag, fonts);
    else if (tag.opens('cellXfs')) readCellFormats(tag, formats, fonts, styles);
    else tag.skip();
  }
  return styles.length > 0 ? styles : [GENERAL];
}

/** Goes through the children of the present element, each left as a whole; the callback may look into it or not. */
function eachChild(tag: TagScanner, name: string, read: () => void): void {
  if (tag.isEmpty) return;
  const { depth } = tag;
  while (tag.next() && tag.depth > depth) {
    if (tag.opens(name)) read();
    else tag.skip();
  }
}

function readFormats(tag: TagScanner, formats: Map<number, string>): void {
  eachChild(tag, 'numFmt', () => {
    const code = tag.attribute('formatCode');
    if (code !== undefined && formats.size < MAX_STYLES) formats.set(Number(tag.attribute('numFmtId')), code);
    tag.skip();
  });
}

function readFonts(tag: TagScanner, fonts: (SymbolFont | undefined)[]): void {
  eachChild(tag, 'font', () => {
    let symbols: SymbolFont | undefined;
    eachChild(tag, 'name', () => {
      symbols = symbolFont(tag.attribute('val') ?? '');
      tag.skip();
    });
    if (fonts.length < MAX_STYLES) fonts.push(symbols);
  });
}

function readCellFormats(
  tag: TagScanner,
  formats: ReadonlyMap<number, string>,
  fonts: readonly (SymbolFont | undefined)[],
  styles: CellStyle[],
): void {
  eachChild(tag, 'xf', () => {
    const id = Number(tag.attribute('numFmtId') ?? 0);
    const symbols = fonts[Number(tag.attribute('fontId') ?? 0)];
    if (styles.length < MAX_STYLES) styles.push({ format: formats.get(id) ?? builtInFormat(id), symbols });
    tag.skip();
  });
}
