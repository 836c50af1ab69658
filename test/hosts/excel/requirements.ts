import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RequirementTable } from './stand-in/requirement-table.ts';

let table: RequirementTable | undefined;

/** The requirement set of each member of the classes in `@types/office-js`, as its comments tell (`[Api set: ExcelApi 1.x]`). */
export function excelRequirements(): RequirementTable {
  table ??= parseRequirements(
    readFileSync(createRequire(import.meta.url).resolve('@types/office-js/index.d.ts'), 'utf8'),
  );
  return table;
}

const SET = /\[Api set: (\w+) (\d+\.\d+)/;

/** A member without a set of its own has its class's. Of overloads the first to come is told. */
export function parseRequirements(declarations: string): RequirementTable {
  const found: Record<string, string> = {};
  let inExcel = false;
  let type: { readonly name: string; readonly set: string } | undefined;
  let comment: string | undefined;
  let inComment = false;
  for (const line of declarations.split('\n')) {
    if (line.startsWith('declare namespace ')) inExcel = line.startsWith('declare namespace Excel ');
    if (!inExcel) continue;
    const trimmed = line.trim();
    if (trimmed.startsWith('/**')) {
      comment = '';
      inComment = true;
    }
    if (inComment) {
      comment = `${comment ?? ''}${trimmed}\n`;
      inComment = !trimmed.endsWith('*/');
      continue;
    }
    const set = SET.exec(comment ?? '')
      ?.slice(1, 3)
      .join(' ');
    const opened = /^ {4}class (\w+) /.exec(line);
    if (opened?.[1] !== undefined) type = { name: opened[1], set: set ?? '' };
    else if (line.startsWith('    }')) type = undefined;
    else if (type) {
      const member = /^ {8}(?:readonly )?(\w+)\??(?:<[^>]*>)?[(:]/.exec(line)?.[1];
      const of = set ?? type.set;
      if (member !== undefined && of !== '') found[`${type.name}.${member}`] ??= of;
    }
    comment = undefined;
  }
  return found;
}
