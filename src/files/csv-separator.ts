import { greatestOf } from '../sheets/lists.ts';
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** What may stand between fields, the likelier first. */
const SEPARATORS: readonly number[] = [',', ';', '\t', '|'].map((character) => character.charCodeAt(0));
/** So much of the file is looked at. */
const SAMPLE = 1 << 16;

/** What stands between the fields of a CSV file, and where its first record begins. */
export interface CsvStart {
  readonly separator: number;
  readonly at: number;
}

/** Takes the separator from a first line `sep=;`, which is no record then, or else from the records. */
export function findSeparator(bytes: Uint8Array): CsvStart {
  const first = String.fromCharCode(...bytes.subarray(0, 7));
  const declared = /^sep=(.)(\r\n|\r|\n|$)/i.exec(first);
  if (declared?.[1] !== undefined && !/["\r\n]/.test(declared[1]) && declared[1] < '\x80') {
    return { separator: declared[1].charCodeAt(0), at: declared[0].length };
  }
  return { separator: likeliest(bytes), at: 0 };
}

/** The separator that stands equally often in the most records; a comma where none does. */
function likeliest(bytes: Uint8Array): number {
  const counts = countBySeparator(bytes);
  let best = SEPARATORS[0] ?? 0;
  let bestScore = 0;
  SEPARATORS.forEach((separator, i) => {
    const records = new Map<number, number>();
    for (const count of counts[i] ?? []) if (count > 0) records.set(count, (records.get(count) ?? 0) + 1);
    const score = Math.max(0, greatestOf(records.values()));
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  });
  return best;
}

/** For each separator how often it stands in each record of the sample, outside quotes. */
function countBySeparator(bytes: Uint8Array): number[][] {
  const counts = SEPARATORS.map((): number[] => []);
  const inRecord = SEPARATORS.map(() => 0);
  let quoted = false;
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) quoted = !quoted;
    if (quoted) continue;
    const separator = SEPARATORS.indexOf(byte);
    if (separator >= 0) inRecord[separator] = (inRecord[separator] ?? 0) + 1;
    // The last record counts where the file ends with it, not where the sample cuts it.
    if (byte === LINE_FEED || byte === RETURN || at === bytes.length - 1) {
      counts.forEach((list, i) => list.push(inRecord[i] ?? 0));
      inRecord.fill(0);
    }
  }
  return counts;
}
