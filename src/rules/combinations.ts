/** A number for each row, 0 up to but not including `count`; rows with the same number have the same content. */
export interface RowClasses {
  readonly ids: Uint32Array;
  readonly count: number;
}

/** Up to so many possible pairs are looked up in a plain table of all of them. */
const PLAIN_TABLE = 1 << 20;

/**
 * The classes of rows that are the same in each of several columns, numbered in the order of the rows. Takes time in
 * proportion to the rows, whatever the columns hold.
 */
export function combine(columns: readonly RowClasses[], rows: number): RowClasses {
  const [first = { ids: new Uint32Array(rows), count: 1 }, ...others] = columns;
  return others.reduce((combined, column) => combinePair(combined, column, rows), first);
}

/** What pairs were combined to, as long as both are in use: several rules ask for the same columns. */
const combined = new WeakMap<RowClasses, WeakMap<RowClasses, RowClasses>>();

function combinePair(a: RowClasses, b: RowClasses, rows: number): RowClasses {
  if (b.count <= 1) return a;
  if (a.count <= 1) return b;
  const withFirst = combined.get(a) ?? new WeakMap<RowClasses, RowClasses>();
  combined.set(a, withFirst);
  let pair = withFirst.get(b);
  if (!pair) {
    pair = a.count * b.count <= PLAIN_TABLE ? combineFew(a, b, rows) : combineMany(a, b, rows);
    withFirst.set(b, pair);
  }
  return pair;
}

function combineFew(a: RowClasses, b: RowClasses, rows: number): RowClasses {
  const ids = new Uint32Array(rows);
  const known = new Uint32Array(a.count * b.count);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const pair = (a.ids[row] ?? 0) * b.count + (b.ids[row] ?? 0);
    let id = known[pair] ?? 0;
    if (id === 0) known[pair] = id = ++count;
    ids[row] = id - 1;
  }
  return { ids, count };
}

/** With a table of open addresses, at most half full: a Map of as many pairs takes several times the time and memory. */
function combineMany(a: RowClasses, b: RowClasses, rows: number): RowClasses {
  const ids = new Uint32Array(rows);
  const capacity = 2 ** Math.ceil(Math.log2(rows * 2 + 2));
  const mask = capacity - 1;
  const slots = new Uint32Array(capacity);
  const firstOf = new Uint32Array(rows);
  const secondOf = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const first = a.ids[row] ?? 0;
    const second = b.ids[row] ?? 0;
    let slot = scatter(first, second) & mask;
    let id = slots[slot] ?? 0;
    while (id !== 0 && (firstOf[id - 1] !== first || secondOf[id - 1] !== second)) {
      slot = (slot + 1) & mask;
      id = slots[slot] ?? 0;
    }
    if (id === 0) {
      firstOf[count] = first;
      secondOf[count] = second;
      slots[slot] = id = ++count;
    }
    ids[row] = id - 1;
  }
  return { ids, count };
}

/** Spreads neighbouring pairs over the table (the multipliers are those of MurmurHash3's 32-bit mixers). */
function scatter(a: number, b: number): number {
  let hash = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b, 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
