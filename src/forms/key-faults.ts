import type { DefinitionPath } from './definition-error.ts';
import type { Faults } from './faults.ts';
import { foldLabel } from './fold.ts';
import type { Field, Table } from './form.ts';
import { hasOwn } from '../sheets/own.ts';

/** Characters that mean something in formulas, messages and `表[列]`. */
const MEANINGFUL = /[[\]{}.@#'"!]|^\s|\s$|^$/u;
/** What formulas call all fields together. */
const FIELDS = 'fields';

/** Keys of fields, tables and columns that could not be told apart or referred to. */
export function findKeyFaults(
  fields: Readonly<Record<string, unknown>>,
  tables: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
  faults: Faults,
): void {
  const check = (key: string, path: DefinitionPath): void => {
    if (!MEANINGFUL.test(key)) return;
    const wording = {
      zh: '名称不能为空，首尾不能有空格，也不能含 [ ] { } . @ # ! 和引号',
      en: 'a name cannot be blank, begin or end with a space, or have [ ] { } . @ # ! or quotation marks in it',
    };
    faults.add(path, wording);
  };
  for (const key of Object.keys(fields)) check(key, ['fields', key]);
  for (const [key, rows] of Object.entries(lists)) {
    const path = ['lists', key];
    check(key, path);
    for (const column of Object.keys(rows[0] ?? {})) check(column, [...path, 0, column]);
    if (key !== FIELDS && !hasOwn(tables, key)) continue;
    const fault = { zh: `“${key}”已是表的名称，请另取名称`, en: `"${key}" is the name of a table; take another` };
    faults.add(path, fault);
  }
  for (const [key, table] of Object.entries(tables)) {
    const path = ['tables', key];
    check(key, path);
    if (key === FIELDS) faults.add(path, { zh: '表不能叫 fields', en: 'a table cannot be called fields' });
    if (hasOwn(fields, key)) {
      faults.add(path, {
        zh: `已有名为“${key}”的字段，表请另取名称`,
        en: `there is a field "${key}"; give the table another name`,
      });
    }
    if (typeof table !== 'object' || table === null || !('columns' in table)) continue;
    for (const column of Object.keys(table.columns ?? {})) check(column, [...path, 'columns', column]);
  }
}

/** Fields or columns with one label between them, and nothing that says which is which. */
export function findSharedLabels(fields: readonly Field[], tables: readonly Table[], faults: Faults): void {
  const ofFields = new Labels('字段', 'field', 'after 或 section', 'after or section');
  for (const { key, labels, after, section, type } of fields) {
    // Groups of ticks are told apart by their options.
    const place = [after, section, type.kind === 'ticks' ? key : ''].join('|');
    ofFields.add(key, labels, [place], ['fields', key], faults);
  }
  for (const table of tables) {
    const ofColumns = new Labels('列', 'column', 'group', 'group');
    for (const { key, labels, groups } of table.columns) {
      const places = groups.length === 0 ? [''] : groups.map(foldLabel);
      ofColumns.add(key, labels, places, ['tables', table.key, 'columns', key], faults);
    }
  }
}

class Labels {
  readonly #owners = new Map<string, string>();
  readonly #what: readonly [zh: string, en: string, zhBy: string, enBy: string];

  constructor(...what: readonly [zh: string, en: string, zhBy: string, enBy: string]) {
    this.#what = what;
  }

  add(key: string, labels: readonly string[], places: readonly string[], path: DefinitionPath, faults: Faults): void {
    const [zh, en, zhBy, enBy] = this.#what;
    for (const label of labels) {
      for (const place of places) {
        const name = `${foldLabel(label)}|${place}`;
        const other = this.#owners.get(name);
        this.#owners.set(name, key);
        if (other === undefined || other === key) continue;
        faults.add([...path, 'label'], {
          zh: `标签“${label}”与${zh}“${other}”相同；请用 ${zhBy} 说明是哪一个`,
          en: `the label "${label}" is that of the ${en} "${other}", too; say with ${enBy} which is meant`,
        });
      }
    }
  }
}
