import { nameKey } from './name-keys.ts';

/**
 * The one name of a list that a misspelt one must mean: near it by a distance that grows with the length, and nearer
 * than any other; `undefined` when unsure. Names that differ in a digit are different names (应用服务器1, 应用服务器2).
 */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const wanted = nameKey(text);
  let limit = Math.floor(wanted.length / 4);
  let nearest: string | undefined;
  let alone = false;
  for (const name of names) {
    const key = nameKey(name);
    if (key.length > MOST_CHARACTERS || Math.abs(key.length - wanted.length) > limit) continue;
    if (digitsOf(key) !== digitsOf(wanted)) continue;
    const distance = distanceBetween(wanted, key, limit);
    if (distance > limit) continue;
    alone = distance < limit || nearest === undefined;
    limit = distance;
    nearest = name;
  }
  return alone ? nearest : undefined;
}

/** Longer texts are no names; comparing them would take long. */
const MOST_CHARACTERS = 100;

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** Levenshtein's distance, or more than `limit` as soon as it must be. */
function distanceBetween(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
