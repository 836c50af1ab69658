import { escapeAttribute } from '../xml-escape.ts';
import type { Borders, CellStyle, Condition } from './drawing.ts';

/** Number formats of one's own are numbered from here on (ECMA-376 part 1, 18.8.30). */
const OWN_FORMATS = 164;
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['#,##0.00', 4],
  ['@', 49],
]);

/** Light, so that what is written there can be read, and printed. */
const FILLS: Readonly<Record<Condition['colour'], string>> = { contradictory: 'FFFFC7CE', missing: 'FFFFF2CC' };
const COLOURS: readonly Condition['colour'][] = ['contradictory', 'missing'];

/** The differential format of a colour, by its place in the styles. */
export function colourId(colour: Condition['colour']): number {
  return COLOURS.indexOf(colour);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The styles of a new workbook: each style, font, border and number format once, in the order in which they come up. */
export class StyleList {
  readonly #fonts = new Entries();
  readonly #borders = new Entries();
  readonly #formats = new Entries();
  readonly #cells = new Entries();

  constructor() {
    this.#fonts.id(font('宋体', 11, false));
    this.#borders.id(border({ left: false, right: false, top: false, bottom: false }));
    this.#cells.id('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  id(style: CellStyle): number {
    const { horizontal, vertical, unlocked } = style;
    const numberFormat = this.#numberFormat(style.numberFormat);
    const fontId = this.#fonts.id(font(style.font, style.size, style.bold));
    const borderId = this.#borders.id(border(style.borders));
    return this.#cells.id(
      `<xf numFmtId="${String(numberFormat)}" fontId="${String(fontId)}" fillId="0" borderId="${String(borderId)}" xfId="0"` +
        `${numberFormat > 0 ? ' applyNumberFormat="1"' : ''} applyFont="1" applyBorder="1" applyAlignment="1"` +
        `${unlocked ? ' applyProtection="1"' : ''}>` +
        `<alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"/>` +
        `${unlocked ? '<protection locked="0"/>' : ''}</xf>`,
    );
  }

  xml(): string {
    const numbers = this.#formats.list.map(
      (code, at) => `<numFmt numFmtId="${String(OWN_FORMATS + at)}" formatCode="${escapeAttribute(code)}"/>`,
    );
    const differences = COLOURS.map(
      (colour) =>
        `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${FILLS[colour]}"/><bgColor rgb="${FILLS[colour]}"/></patternFill></fill></dxf>`,
    );
    return (
      `<styleSheet xmlns="${MAIN}">` +
      (numbers.length > 0 ? listed('numFmts', numbers) : '') +
      listed('fonts', this.#fonts.list) +
      listed(
        'fills',
        ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`),
      ) +
      listed('borders', this.#borders.list) +
      listed('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      listed('cellXfs', this.#cells.list) +
      listed('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      `${listed('dxfs', differences)}</styleSheet>`
    );
  }

  #numberFormat(code: string): number {
    return BUILT_IN.get(code) ?? OWN_FORMATS + this.#formats.id(code);
  }
}

/** Things told apart by their text, each with its place. */
class Entries {
  readonly #ids = new Map<string, number>();

  get list(): readonly string[] {
    return [...this.#ids.keys()];
  }

  id(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.#ids.set(text, this.#ids.size);
    return this.#ids.size - 1;
  }
}

function listed(element: string, items: readonly string[]): string {
  return `<${element} count="${String(items.length)}">${items.join('')}</${element}>`;
}

/** Family 3 is modern, character set 134 GB 2312: without them Excel takes a Chinese font for a Western one. */
function font(name: string, size: number, bold: boolean): string {
  const face = `<sz val="${String(size)}"/><name val="${escapeAttribute(name)}"/><family val="3"/><charset val="134"/>`;
  return `<font>${bold ? '<b/>' : ''}${face}</font>`;
}

function border(borders: Borders): string {
  const side = (name: keyof Borders): string =>
    borders[name] ? `<${name} style="thin"><color auto="1"/></${name}>` : `<${name}/>`;
  return `<border>${(['left', 'right', 'top', 'bottom'] as const).map(side).join('')}<diagonal/></border>`;
}
