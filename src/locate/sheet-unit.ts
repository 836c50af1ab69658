import type { MoneyUnit } from '../forms/form.ts';
import { CellKind, type Grid } from '../sheets/grid.ts';

/** Lines above a table are few; a unit further up belongs to something else. */
const REACH = 12;

/** The unit of money stated in a line above a row: 单位：万元. (填报单位：… names an office, not a unit.) */
export function unitAbove(grid: Grid, row: number): MoneyUnit | undefined {
  for (let above = row - 1; above >= Math.max(0, row - REACH); above--) {
    for (let index = grid.rowStarts[above] ?? 0; index < (grid.rowStarts[above + 1] ?? 0); index++) {
      if (grid.kinds[index] !== CellKind.text) continue;
      const text = grid.strings[grid.values[index] ?? 0] ?? '';
      const unit = unitStated(text);
      if (unit) return unit;
    }
  }
  return undefined;
}

/** The unit that a line states for what stands below it. */
export function unitStated(text: string): MoneyUnit | undefined {
  const unit = /(?:金额)?单位\s*[:：]?\s*(?:人民币)?\s*(亿元|万元|元)(?:\s|$|[，,；;）)])/u.exec(text)?.[1];
  return unit === '元' || unit === '万元' || unit === '亿元' ? unit : undefined;
}
