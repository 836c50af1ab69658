import type { FieldDefinition, ListDefinition } from './definition.ts';
import type { DefinitionNames } from './definition-names.ts';
import type { Faults } from './faults.ts';
import type { List } from './form.ts';
import { columnReference } from './rule-loader.ts';
import { hasOwn } from '../sheets/own.ts';

type OptionDefinition = NonNullable<FieldDefinition['choices']>[number];

/** The lists of a definition: what formulas look up in them, and the options that a column of one gives. */
export class Lists {
  readonly list: readonly List[];
  readonly #written: ReadonlyMap<string, ListDefinition>;

  constructor(written: Readonly<Record<string, ListDefinition>>, names: DefinitionNames, faults: Faults) {
    this.#written = new Map(Object.entries(written));
    this.list = [...this.#written].map(([key, rows]) => {
      const columns = Object.keys(rows[0] ?? {});
      names.lists.set(key, new Set(columns));
      rows.forEach((row, index) => {
        const path = ['lists', key, index];
        for (const name of columns) {
          if (hasOwn(row, name)) continue;
          faults.add(path, { zh: `缺少“${name}”，第一行有这一列`, en: `"${name}" is lacking; the first row has it` });
        }
        for (const name of Object.keys(row)) {
          if (columns.includes(name)) continue;
          faults.add([...path, name], { zh: '第一行没有这一列', en: 'the first row has no such column' });
        }
      });
      return { key, columns: Object.fromEntries(columns.map((name) => [name, rows.map((row) => valueOf(row[name]))])) };
    });
  }

  /** The definition of a value with the options that it takes from a list. */
  withOptions<
    T extends { readonly choicesFrom?: string | undefined; readonly choices?: readonly OptionDefinition[] | undefined },
  >(definition: T): T {
    const from = columnReference(definition.choicesFrom ?? '');
    const rows = this.#written.get(from?.table ?? '');
    if (!from || !rows || definition.choices) return definition;
    return { ...definition, choices: rows.map((row) => optionOf(row[from.column])) };
  }
}

type Cell = ListDefinition[number][string];

function valueOf(cell: Cell | undefined): string | number | null {
  return typeof cell === 'object' ? cell.value : (cell ?? null);
}

function optionOf(cell: Cell | undefined): OptionDefinition {
  return typeof cell === 'object' ? cell : String(cell ?? '');
}
