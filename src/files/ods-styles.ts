import { symbolFont, type SymbolFont } from './symbol-fonts.ts';
import type { TagScanner } from './tags.ts';

/** What of the styles of a file's own (ODF 1.3 part 3, 16.2) a reader of values must know. */
export interface OdsStyles {
  /** Styles of sheets that are not shown. */
  readonly hiddenTables: ReadonlySet<string>;
  /** The signs of cells' fonts, where these are symbol fonts. */
  readonly symbols: ReadonlyMap<string, SymbolFont>;
}

/** Reads the present `automatic-styles` element; goes to its closing tag. */
export function readOdsStyles(tag: TagScanner): OdsStyles {
  const hiddenTables = new Set<string>();
  const symbols = new Map<string, SymbolFont>();
  const { depth } = tag;
  let style = '';
  while (!tag.isEmpty && tag.next() && tag.depth > depth) {
    if (tag.opens('style')) style = tag.attribute('name') ?? '';
    else if (tag.opens('table-properties') && tag.attribute('display') === 'false') hiddenTables.add(style);
    else if (tag.opens('text-properties')) {
      const font = symbolFont(tag.attribute('font-name') ?? '');
      if (font) symbols.set(style, font);
    }
  }
  return { hiddenTables, symbols };
}
