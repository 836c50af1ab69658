import type { EntryDefinition } from './definition.ts';
import type { DefinitionPath } from './definition-error.ts';
import type { Faults } from './faults.ts';
import type { Entry } from './form.ts';

/** The printed entries of a table in the order in which they stand, each heading before its parts. */
export function loadEntries(
  written: readonly EntryDefinition[],
  path: DefinitionPath,
  faults: Faults,
): readonly Entry[] {
  const entries: Entry[] = [];
  const known = new Set<string>();
  const take = (items: readonly EntryDefinition[], at: DefinitionPath, heading: number | null): void => {
    items.forEach((item, index) => {
      const own = typeof item === 'string' ? { text: item } : item;
      const place = [...at, index];
      if (known.has(own.text)) {
        faults.add(place, { zh: `“${own.text}”出现了两次`, en: `"${own.text}" stands there twice` });
      }
      known.add(own.text);
      const { text, note, same = [], optional = false } = own;
      // Left in the cell, the note is part of its words.
      const noted = note === undefined ? { same } : { note, same: [...same, withNote({ text, note })] };
      const number = entries.push({ text, ...noted, optional, heading }) - 1;
      if (own.parts) take(own.parts, [...place, 'parts'], number);
    });
  };
  take(written, path, null);
  return entries;
}

/** What the cell of an entry has printed in it. */
export function withNote({ text, note }: Pick<Entry, 'text' | 'note'>): string {
  return note === undefined ? text : `${text}\n${note}`;
}
