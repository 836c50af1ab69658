import { TagScanner } from './tags.ts';

/** The colours that a file names by number (ECMA-376 part 1, 18.8.27, the usual palette from 8 on). */
const INDEXED: readonly string[] = [
  ...['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'],
  ...['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'],
  ...['800000', '008000', '000080', '808000', '800080', '008080', 'C0C0C0', '808080'],
  ...['9999FF', '993366', 'FFFFCC', 'CCFFFF', '660066', 'FF8080', '0066CC', 'CCCCFF'],
  ...['000080', 'FF00FF', 'FFFF00', '00FFFF', '800080', '800000', '008080', '0000FF'],
  ...['00CCFF', 'CCFFFF', 'CCFFCC', 'FFFF99', '99CCFF', 'FF99CC', 'CC99FF', 'FFCC99'],
  ...['3366FF', '33CCCC', '99CC00', 'FFCC00', 'FF9900', 'FF6600', '666699', '969696'],
  ...['003366', '339966', '003300', '333300', '993300', '993366', '333399', '333333'],
];

/** A theme's colours as `theme` counts them: light 1, dark 1, light 2, dark 2, then the accents and the two of links. */
const THEME_ORDER = [
  ...['lt1', 'dk1', 'lt2', 'dk2'],
  ...['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'],
];

/** Office's own theme, for files without one. */
export const OFFICE_THEME: readonly string[] = [
  ...['FFFFFF', '000000', 'EEECE1', '1F497D', '4F81BD', 'C0504D'],
  ...['9BBB59', '8064A2', '4BACC6', 'F79646', '0000FF', '800080'],
];

/** The colours of a theme part (ECMA-376 part 1, 20.1.6.2 clrScheme), RRGGBB, in the order in which cells count them. */
export function readThemeColours(xml: Uint8Array): readonly string[] {
  const found = new Map<string, string>();
  const tag = new TagScanner(xml);
  let name: string | undefined;
  while (tag.next()) {
    const here = THEME_ORDER.find((one) => tag.opens(one));
    if (here !== undefined) name = here;
    else if (name !== undefined && (tag.opens('srgbClr') || tag.opens('sysClr'))) {
      const value = hexOf(tag.attribute('lastClr') ?? tag.attribute('val'));
      if (value !== undefined && !found.has(name)) found.set(name, value);
      name = undefined;
    } else if (tag.closes('clrScheme')) break;
  }
  return THEME_ORDER.map((one, index) => found.get(one) ?? OFFICE_THEME[index] ?? '000000');
}

/** The colour that the present element names by `rgb`, `theme` or `indexed`, with its tint; RRGGBB. */
export function colourOf(tag: TagScanner, theme: readonly string[]): string | undefined {
  const base =
    hexOf(tag.attribute('rgb')) ??
    theme[Number(tag.attribute('theme') ?? NaN)] ??
    INDEXED[Number(tag.attribute('indexed') ?? NaN)];
  const tint = Number(tag.attribute('tint') ?? 0);
  return base === undefined || !(Math.abs(tint) > 0) ? base : tinted(base, tint);
}

function hexOf(text: string | undefined): string | undefined {
  const match = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(text ?? '');
  return match?.[1]?.toUpperCase();
}

/** Lighter (tint up to 1) or darker (down to -1), by luminance (18.8.3 color). */
function tinted(colour: string, tint: number): string {
  const [hue, saturation, light] = toHsl(colour);
  const amount = Math.max(-1, Math.min(1, tint));
  const luminance = amount < 0 ? light * (1 + amount) : light * (1 - amount) + amount;
  return fromHsl(hue, saturation, luminance);
}

function toHsl(colour: string): [hue: number, saturation: number, light: number] {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const light = (most + least) / 2;
  const spread = most - least;
  if (spread === 0) return [0, 0, light];
  const saturation = spread / (1 - Math.abs(2 * light - 1));
  if (most === red) return [((green - blue) / spread + 6) % 6, saturation, light];
  return [most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4, saturation, light];
}

function fromHsl(hue: number, saturation: number, light: number): string {
  const spread = (1 - Math.abs(2 * light - 1)) * saturation;
  const middle = spread * (1 - Math.abs((hue % 2) - 1));
  const parts = [
    [spread, middle, 0],
    [middle, spread, 0],
    [0, spread, middle],
    [0, middle, spread],
    [middle, 0, spread],
    [spread, 0, middle],
  ][Math.floor(hue) % 6] ?? [0, 0, 0];
  return parts
    .map((part) => Math.round((part + light - spread / 2) * 255))
    .map((part) => part.toString(16).padStart(2, '0').toUpperCase())
    .join('');
}
