/** A row whose height is a matter of taste: a box for a text, an opinion. */
export interface Fitted {
  readonly height: number;
  /** Whether it may be higher or lower; what it needs for its words. */
  readonly least: number;
  readonly isRoomy: boolean;
}

/** How much higher a box may become, and how much lower. */
const MOST = 2;
const LEAST = 0.6;

/**
 * Heights of the rows that fill a page, where the rows fit one: what is left over goes to the roomy ones, which also give
 * way where a little is lacking. Forms of several pages stay as they are.
 * @param page The height of the page, in points.
 */
export function fitToPage(rows: readonly Fitted[], page: number): readonly number[] {
  const total = sum(rows.map(({ height }) => height));
  const roomy = sum(rows.map(({ height, isRoomy }) => (isRoomy ? height : 0)));
  const heights = rows.map(({ height }) => height);
  if (roomy === 0) return heights;
  const factor = Math.min(MOST, (roomy + page - total) / roomy);
  if (factor < LEAST) return heights;
  const fitted = rows.map(({ height, least, isRoomy }) =>
    isRoomy ? Math.max(least, Math.floor(height * factor)) : height,
  );
  return factor < 1 && sum(fitted) > page ? heights : fitted;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
