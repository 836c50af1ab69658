/**
 * Symbol fonts show letters as signs: a Wingdings 2 `R` is a ticked box on the screen, and only there. Readers of text see
 * the sign instead. Only boxes, ticks, dots and the like are here, as forms use them; every other character stays.
 */
const WINGDINGS =
  'l● m○ n■ o□ p□ q□ r□ s◆ t◆ u◆ x☒ ü✓ û✗ þ☑ ý☒ ¨□ §■ ¡○ ¢○ £○ ¤◉ ¥◉ ª✦ «★ \u009f• \u006e■ à→ ß← á↑ â↓ Ø➢ v❖';
const WINGDINGS_2 = 'O✗ P✓ Q☒ R☑ S☒ T☒ V☒ X☒ £□ ¢■ ¤□ ¥□ *□ \u0097● \u0098● \u0099● \u009e• \u00a0■ \u00a1■ \u009a○';
const WEBDINGS = 'a✓ c□ g■ r✗ n●';
const MARLETT = 'a✓ b✓';
const SYMBOL = 'Ö√ ·•';

/** The sign of each character code of a font. */
export type SymbolFont = ReadonlyMap<number, string>;

const FONTS = new Map<string, SymbolFont>([
  ['wingdings', signs(WINGDINGS)],
  ['wingdings 2', signs(WINGDINGS_2)],
  ['webdings', signs(WEBDINGS)],
  ['marlett', signs(MARLETT)],
  ['symbol', signs(SYMBOL)],
]);

function signs(list: string): SymbolFont {
  return new Map(list.split(' ').map((pair) => [pair.charCodeAt(0), pair.slice(1)]));
}

/** The signs of a font by its name, `undefined` for a font of ordinary letters. */
export function symbolFont(name: string): SymbolFont | undefined {
  return FONTS.get(name.trim().toLowerCase());
}

/** Symbol fonts keep their signs at U+F000 + code as well; Office writes either. */
const PRIVATE_USE = 0xf000;

/** A text as it looks in a symbol font; the very same text where no character of it has a sign. */
export function decodeSymbols(text: string, font: SymbolFont): string {
  let decoded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    decoded += font.get((code & 0xff00) === PRIVATE_USE ? code & 0xff : code) ?? text.charAt(at);
  }
  return decoded;
}
