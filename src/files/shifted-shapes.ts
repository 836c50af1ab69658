import { toBytes, toText } from './note-shapes.ts';
import type { RowShift } from './row-shift.ts';
import { escapeMarkup } from './xml-escape.ts';
import { decodeEntities } from './xml-text.ts';

/*
 * Legacy drawings (ECMA-376 part 4, 19.4) need not be well-formed XML: they are looked through as text. The boxes of notes go
 * with their cells; controls and what else there is move by their anchors.
 */

/** The legacy drawing of the sheet whose rows come or go. */
export function shiftShapes(bytes: Uint8Array, shift: RowShift): Uint8Array {
  const before = toText(bytes);
  const shapes = before.split(/(?=<v:shape\s)/);
  const after = shapes.map((chunk) => {
    const end = chunk.indexOf('</v:shape>');
    if (!chunk.startsWith('<v:shape') || end < 0) return chunk;
    const behind = end + '</v:shape>'.length;
    return (shiftShape(chunk.slice(0, behind), shift) ?? '') + chunk.slice(behind);
  });
  const text = after.join('');
  return text === before ? bytes : toBytes(text);
}

const ROW = /(<x:Row>\s?)(\d{1,7})(\s?<)/;
const ANCHOR = /(<x:Anchor>)([\d\s,-]{1,120})(<)/;
const LINK = /(<x:(?:FmlaLink|FmlaRange|FmlaTxbx|FmlaGroup)>)([^<]{1,400})(<)/g;

/** `undefined`: the note of a cell that is gone. */
function shiftShape(shape: string, shift: RowShift): string | undefined {
  const row = /ObjectType\s?=\s?["']Note["']/.test(shape) ? ROW.exec(shape)?.[2] : undefined;
  if (row !== undefined) {
    const after = shift.row(Number(row));
    if (after === undefined) return undefined;
    const by = after - Number(row);
    if (by === 0) return shape;
    return withAnchor(shape, (at) => Math.max(0, at + by)).replace(ROW, `$1${String(after)}$3`);
  }
  return withAnchor(shape, (at) => shift.row(at) ?? shift.change.at).replace(
    LINK,
    (_, start: string, formula: string, end: string) => {
      // One character a byte here; formulas name sheets.
      const text = decodeEntities(new TextDecoder().decode(toBytes(formula)));
      const after = shift.formula(text, true);
      return start + (after === text ? formula : toText(new TextEncoder().encode(escapeMarkup(after)))) + end;
    },
  );
}

/** Column, offset, row, offset of the upper corner, then of the lower one. */
function withAnchor(shape: string, moved: (row: number) => number): string {
  return shape.replace(ANCHOR, (all, start: string, written: string, end: string) => {
    const numbers = written.split(',');
    if (numbers.length !== 8) return all;
    for (const at of [2, 6]) numbers[at] = ` ${String(moved(Number(numbers[at])))}`;
    return start + numbers.join(',') + end;
  });
}
