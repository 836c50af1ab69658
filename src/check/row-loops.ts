// The loops over all rows, kept small and of one type each: an engine compiles such a loop well, and there are as many
// runs over a column as a form has rules.

/** For each class the first row of it that is not to be skipped; -1 where there is none. */
export function firstRows(ids: Uint32Array, count: number, skip: Uint8Array | undefined): Int32Array {
  const first = new Int32Array(count).fill(-1);
  for (let row = ids.length - 1; row >= 0; row--) {
    if (skip === undefined || skip[row] === 0) first[ids[row] ?? 0] = row;
  }
  return first;
}

/** The rows, not to be skipped, whose class is marked. */
export function rowsOf(ids: Uint32Array, marked: Uint8Array, skip: Uint8Array | undefined): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < ids.length; row++) {
    if (marked[ids[row] ?? 0] === 1 && (skip === undefined || skip[row] === 0)) rows.push(row);
  }
  return rows;
}

/** The mark of each row's class. */
export function marksOfRows(ids: Uint32Array, marked: Uint8Array): Uint8Array {
  const marks = new Uint8Array(ids.length);
  for (let row = 0; row < ids.length; row++) marks[row] = marked[ids[row] ?? 0] ?? 0;
  return marks;
}

/** Where either is marked. */
export function either(a: Uint8Array, b: Uint8Array): Uint8Array {
  const marks = new Uint8Array(a.length);
  for (let row = 0; row < a.length; row++) marks[row] = (a[row] ?? 0) | (b[row] ?? 0);
  return marks;
}
