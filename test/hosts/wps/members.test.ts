import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { MEMBERS } from '../../../src/hosts/wps/members.ts';

/** Members that are there though the declarations lack them, as Kingsoft's own template has it. */
const NOT_DECLARED = ['Workbooks.OpenFromUrl'];

/** `CustomDocumentProperties` is declared as anything. */
const NOT_DECLARED_AT_ALL = ['DocumentProperties', 'DocumentProperty'];

/** What several interfaces make up. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Application: ['Application', 'AddonRoot', 'EtAddonRoot'],
  Sheets: ['Sheets', 'Worksheets'],
  ApiEvent: ['ApiEvent', 'EtApiEvent'],
};

/** The members of each interface that et-jsapi-declare declares. */
function declared(): ReadonlyMap<string, ReadonlySet<string>> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('et-jsapi-declare/package.json'));
  const found = new Map<string, Set<string>>();
  for (const file of ['index.d.ts', 'addon.et.d.ts', 'lib.et.d.ts', 'lib.kso.d.ts']) {
    const source = ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.ES2022);
    const visit = (node: ts.Node): void => {
      if (ts.isInterfaceDeclaration(node)) {
        const members = found.get(node.name.text) ?? new Set<string>();
        for (const { name } of node.members) if (name && ts.isIdentifier(name)) members.add(name.text);
        found.set(node.name.text, members);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

it('every member of WPS that is used is one that et-jsapi-declare declares', () => {
  const known = declared();
  const missing = Object.entries(MEMBERS).flatMap(([kind, members]) =>
    NOT_DECLARED_AT_ALL.includes(kind)
      ? []
      : members
          .filter((member) => !(PARTS[kind] ?? [kind]).some((part) => known.get(part)?.has(member) === true))
          .map((member) => `${kind}.${member}`),
  );
  assert.deepEqual(missing, NOT_DECLARED);
});
