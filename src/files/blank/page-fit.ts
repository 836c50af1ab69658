/** A row as far as pages are concerned. */
export interface Fitted {
  readonly height: number;
  /** What it needs for its words. */
  readonly least: number;
  /** A box for a text, an opinion: its height is a matter of taste. */
  readonly isRoomy: boolean;
  /** Whether it stays on one page with the row below. */
  readonly keepsWithNext: boolean;
  /** A row of a long table, which pages break as they come, under its repeated headings. */
  readonly flows: boolean;
}

export interface Pages {
  readonly heights: readonly number[];
  /** The rows that begin a page, but for the first. */
  readonly breaks: readonly number[];
}

/** How much higher a box may become, how much lower, and how much higher any other row. */
const MOST = 2;
const LEAST = 0.6;
const MOST_OF_OTHERS = 1.3;
/** For so few rows that lack a place the boxes above give way. */
const FEW = 3;

/**
 * Heights of the rows that fill their pages: what is left over goes to the roomy rows, which also give way where a little
 * is lacking for one page. On several pages, headings stay with their tables, and short tables
 * together, down to the first long table: from there on pages come as they come.
 * @param page The height of a page, in points.
 */
export function fitToPages(rows: readonly Fitted[], page: number): Pages {
  const total = sum(rows.map(({ height }) => height));
  const roomy = sum(rows.map(({ height, isRoomy }) => (isRoomy ? height : 0)));
  const heights = rows.map(({ height }) => height);
  if (total <= page && roomy === 0) return { heights, breaks: [] };
  const factor = Math.min(MOST, (roomy + page - total) / Math.max(1, roomy));
  if (factor >= LEAST) {
    const fitted = rows.map((row) => (row.isRoomy ? Math.max(row.least, Math.floor(row.height * factor)) : row.height));
    if (sum(fitted) <= page) return { heights: fitted, breaks: [] };
  }
  return paginate(rows, page);
}

function paginate(rows: readonly Fitted[], page: number): Pages {
  const heights = rows.map(({ height }) => height);
  const breaks: number[] = [];
  let first = 0;
  let used = 0;
  for (let at = 0; at < rows.length;) {
    let next = at + 1;
    while (next < rows.length && rows[next - 1]?.keepsWithNext) next++;
    let group = sum(heights.slice(at, next));
    // Where a long table ends on its page is not known for certain.
    if (rows[at]?.flows) return { heights, breaks };
    if (used + group > page && next - at <= FEW) {
      shrink(rows, heights, first, next, used + group - page);
      used = sum(heights.slice(first, at));
      group = sum(heights.slice(at, next));
    }
    if (used + group > page && used > 0 && group <= page) {
      stretch(rows, heights, first, at, page - used);
      breaks.push(at);
      first = at;
      used = 0;
    }
    used += group;
    // A group of several pages runs on.
    if (used > page) {
      used %= page;
      first = next;
    }
    at = next;
  }
  return { heights, breaks };
}

/** Makes the roomy rows of a page lower by so much in all, where they can give so much. */
function shrink(rows: readonly Fitted[], heights: number[], first: number, end: number, lacking: number): void {
  const among = rows.slice(first, end);
  const given = among.map(({ isRoomy, least }, at) =>
    isRoomy ? Math.max(0, Math.min((heights[first + at] ?? 0) * (1 - LEAST), (heights[first + at] ?? 0) - least)) : 0,
  );
  if (sum(given) < lacking) return;
  const factor = lacking / Math.max(1, sum(given));
  given.forEach((most, at) => {
    heights[first + at] = Math.floor((heights[first + at] ?? 0) - most * factor);
  });
}

/** Makes the rows of a page higher, the roomy ones if there are any, so that they fill it. */
function stretch(rows: readonly Fitted[], heights: number[], first: number, end: number, left: number): void {
  const among = rows.slice(first, end);
  const anyRoomy = among.some(({ isRoomy }) => isRoomy);
  const grows = ({ isRoomy }: Fitted): boolean => isRoomy || !anyRoomy;
  const growing = sum(among.map((row) => (grows(row) ? row.height : 0)));
  const factor = Math.min(anyRoomy ? MOST : MOST_OF_OTHERS, 1 + left / Math.max(1, growing));
  among.forEach((row, at) => {
    if (grows(row)) heights[first + at] = Math.floor(row.height * factor);
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
