import type { RowShift } from './row-shift.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * What is drawn over the cells moves with them (ECMA-376 part 1, 20.5.2.33): by both corners, by the upper one, or not at
 * all, as its anchor says. `twoCellAnchor`, `oneCellAnchor`, and the `anchor` of controls.
 */
export function shiftAnchor(anchor: XmlElement, shift: RowShift): void {
  const from = corner(anchor, 'from');
  const to = corner(anchor, 'to');
  const way = wayOf(anchor);
  if (!from || way === 'absolute') return;
  const { at } = shift.change;
  const top = shift.row(from.row);
  from.set(top ?? at, top === undefined);
  if (!to) return;
  if (way === 'oneCell') {
    to.set(to.row + (top ?? at) - from.row, false);
    return;
  }
  const bottom = shift.row(to.row);
  to.set(bottom ?? at, bottom === undefined);
}

function wayOf(anchor: XmlElement): 'absolute' | 'oneCell' | 'twoCell' {
  if (anchor.name === 'anchor') {
    const isOn = (name: string): boolean => ['1', 'true'].includes(anchor.attribute(name) ?? '');
    if (isOn('sizeWithCells')) return 'twoCell';
    return isOn('moveWithCells') ? 'oneCell' : 'absolute';
  }
  const edit = anchor.attribute('editAs');
  return edit === 'absolute' || edit === 'oneCell' ? edit : 'twoCell';
}

interface Corner {
  readonly row: number;
  /** @param isCut the row is gone: the corner stands at the upper edge of the one that took its place */
  set(row: number, isCut: boolean): void;
}

function corner(anchor: XmlElement, name: string): Corner | undefined {
  const element = anchor.child(name);
  const row = element?.child('row');
  const offset = element?.child('rowOff');
  if (!row || !/^\s*\d{1,7}\s*$/.test(row.text)) return undefined;
  const before = Number(row.text);
  return {
    row: before,
    set: (after, isCut) => {
      if (after !== before) row.text = String(after);
      if (isCut && offset) offset.text = '0';
    },
  };
}
