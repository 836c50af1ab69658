import type { Font } from '../sheets/grid.ts';
import { builtInFormat } from './number-formats.ts';
import { symbolFont, type SymbolFont } from './symbol-fonts.ts';
import { TagScanner } from './tags.ts';

/** What a reader of values needs of a cell's style. */
export interface CellStyle {
  /** The number format code. */
  readonly format: string;
  /** The signs of its font, where that is a symbol font. */
  readonly symbols: SymbolFont | undefined;
  readonly font: Font | undefined;
}

type CellFont = Pick<CellStyle, 'symbols' | 'font'>;

const PLAIN: CellFont = { symbols: undefined, font: undefined };
const GENERAL: CellStyle = { format: 'General', ...PLAIN };

/** Excel's own limit on cell formats, and more than it has of anything else here; what comes after is not kept. */
const MAX_STYLES = 65_490;

/** The cell formats (`cellXfs`) of styles.xml in order; a cell's `s` is the index. */
export function readStyles(xml: Uint8Array): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const fonts: CellFont[] = [];
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

function readFonts(tag: TagScanner, fonts: CellFont[]): void {
  eachChild(tag, 'font', () => {
    let name = '';
    let size = NaN;
    if (!tag.isEmpty) {
      const { depth } = tag;
      while (tag.next() && tag.depth > depth) {
        if (tag.opens('name')) name = tag.attribute('val') ?? '';
        else if (tag.opens('sz')) size = Number(tag.attribute('val') ?? NaN);
        tag.skip();
      }
    }
    const font = name !== '' && size > 0 ? { name, size } : undefined;
    if (fonts.length < MAX_STYLES) fonts.push({ symbols: symbolFont(name), font });
  });
}

function readCellFormats(
  tag: TagScanner,
  formats: ReadonlyMap<number, string>,
  fonts: readonly CellFont[],
  styles: CellStyle[],
): void {
  eachChild(tag, 'xf', () => {
    const id = Number(tag.attribute('numFmtId') ?? 0);
    const font = fonts[Number(tag.attribute('fontId') ?? 0)] ?? PLAIN;
    if (styles.length < MAX_STYLES) styles.push({ format: formats.get(id) ?? builtInFormat(id), ...font });
    tag.skip();
  });
}
