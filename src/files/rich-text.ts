import { decodeSymbols, symbolFont, type SymbolFont } from './symbol-fonts.ts';
import type { TagScanner } from './tags.ts';
import { decodeEscapes } from './text-pool.ts';
import { decodeXml } from './xml-text.ts';

/** One run of a text with the signs of its font. */
export interface TextRun {
  readonly text: string;
  /** `undefined` for ordinary letters, `cell` where the run names no font and takes the cell's. */
  readonly symbols: SymbolFont | 'cell' | undefined;
}

/** A cell's text: plain, as the offsets of its bytes in the part, or as runs. */
export interface RichText {
  readonly start: number;
  readonly end: number;
  /** `undefined` where the text is plain. */
  readonly runs: readonly TextRun[] | undefined;
}

/**
 * The text of an `si` or `is` element (ECMA-376 part 1, 18.4.8 CT_Rst), whose opening tag is the present one; goes to its
 * closing tag. Phonetic hints (`rPh`) are no part of the text.
 */
export function readRichText(tag: TagScanner): RichText {
  let start = tag.end;
  let end = start;
  if (tag.isEmpty) return { start, end, runs: undefined };
  if (tag.leaf('t')) return { start: tag.leafStart, end: tag.leafEnd, runs: undefined };
  const { depth } = tag;
  const runs: TextRun[] = [];
  let plain = false;
  while (tag.next() && tag.depth > depth) {
    if (tag.opens('t')) {
      const text = plainText(tag);
      if (text === undefined && !plain && runs.length === 0) {
        plain = true;
        start = tag.textStart;
        end = tag.start;
      } else runs.push({ text: text ?? decodeEscapes(tag.text()), symbols: 'cell' });
    } else if (tag.opens('r')) runs.push(readRun(tag));
    else tag.skip();
  }
  if (runs.length === 0) return { start, end, runs: undefined };
  if (plain) runs.unshift({ text: decodeEscapes(decodeXml(tag.bytes, start, end)), symbols: 'cell' });
  return { start, end, runs };
}

function readRun(tag: TagScanner): TextRun {
  let text = '';
  let symbols: TextRun['symbols'] = 'cell';
  const { depth } = tag;
  if (tag.isEmpty) return { text, symbols };
  while (tag.next() && tag.depth > depth) {
    if (tag.opens('t')) text += plainText(tag) ?? decodeEscapes(tag.text());
    else if (tag.opens('rFont')) symbols = symbolFont(tag.attribute('val') ?? '');
    else if (!tag.opens('rPr')) tag.skip();
  }
  return { text, symbols };
}

/**
 * Goes to the end of a `t` element. Answers `undefined` where its text is one run of bytes in front of the closing tag,
 * otherwise the text; elements inside it are passed over.
 */
function plainText(tag: TagScanner): string | undefined {
  if (tag.isEmpty) return '';
  const { depth } = tag;
  tag.next();
  if (tag.depth === depth && tag.textIsPlain) return undefined;
  let text = tag.text();
  while (tag.depth > depth) {
    tag.skip();
    tag.next();
    text += tag.text();
  }
  return decodeEscapes(text);
}

/** The runs as one text; those without a font of their own in the cell's. */
export function joinRuns(runs: readonly TextRun[], cellSymbols: SymbolFont | undefined): string {
  return runs
    .map(({ text, symbols }) => {
      const font = symbols === 'cell' ? cellSymbols : symbols;
      return font ? decodeSymbols(text, font) : text;
    })
    .join('');
}
