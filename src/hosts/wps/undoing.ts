import { toA1 } from '../../sheets/address.ts';
import { sameValue } from '../../sheets/same-value.ts';
import type { CellName, WrittenCell, Written } from '../host.ts';
import type { SheetWork } from './carrying-out.ts';
import { refuseLocked } from './protection.ts';
import { readFormats, readPatches } from './sheet-reader.ts';
import { restoring } from './sheet-writing.ts';
import { partsOfId, type KnownSheet } from './wps-documents.ts';

/** What undoing comes to, looked up on all sheets before anything is put back. */
export interface UndoPlan {
  readonly work: readonly SheetWork[];
  /** Cells that hold something else by now, or are gone. */
  readonly kept: readonly CellName[];
}

/** @throws HostError `protected`, where a cell that would be put back is locked by now */
export function planUndo(written: Written, sheetOf: (id: string) => KnownSheet | undefined): UndoPlan {
  const kept: CellName[] = [];
  const work: SheetWork[] = [];
  for (const { sheetId, cells } of written.sheets) {
    const known = sheetOf(sheetId);
    const name = known?.name ?? partsOfId(sheetId).sheet.replace(/^#/, '');
    const ours = known ? cellsOfOurs(known, cells) : new Set<WrittenCell>();
    for (const cell of cells) if (!ours.has(cell)) kept.push({ sheet: name, cell: toA1(cell.row, cell.column) });
    if (!known || ours.size === 0) continue;
    const planned = puttingBack(known, [...ours]);
    refuseLocked(known.sheet, planned.settings);
    work.push(planned);
  }
  return { work, kept };
}

/** The cells that hold what was written to them. */
function cellsOfOurs({ sheet }: KnownSheet, cells: readonly WrittenCell[]): ReadonlySet<WrittenCell> {
  const contents = readPatches(sheet, cells);
  return new Set(
    cells.filter(({ row, column, after }) => {
      const { value, formula } = contents(row, column);
      return formula === undefined && sameValue(value, after);
    }),
  );
}

function puttingBack(known: KnownSheet, cells: readonly WrittenCell[]): SheetWork {
  const formats = readFormats(known.sheet, cells);
  return {
    known,
    cells,
    settings: cells.map((cell) => restoring(cell, formats(cell.row, cell.column))),
    back: cells.map(({ row, column, after }) => {
      const format = formats(row, column);
      return { row, column, value: after, format, formatAfter: format };
    }),
  };
}
