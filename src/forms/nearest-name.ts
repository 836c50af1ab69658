import { alignmentDistance } from './values/nearest.ts';

/** Longer names are not compared. */
const LONGEST = 64;

/** The name that another is a slip of, of those that exist; `undefined` where none is near. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const characters = Array.from(name.toLowerCase());
  if (characters.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(characters.length / 3)) + 1;
  for (const other of known) {
    if (other.length > LONGEST) continue;
    const others = Array.from(other.toLowerCase());
    const distance = alignmentDistance(characters, others, bestDistance);
    // Nothing in common is no slip: 甲 is not 乙.
    if (distance < bestDistance && distance < Math.max(characters.length, others.length)) {
      best = other;
      bestDistance = distance;
    }
  }
  return best;
}
