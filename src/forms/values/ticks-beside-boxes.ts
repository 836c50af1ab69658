import type { Token } from './tick-marks.ts';

/**
 * The items ticked with a √ of its own beside printed boxes that were left empty: □公共云√, √□公共云, □√公共云. A tick
 * belongs to the only option of its line, else to the one it touches on one side alone. `unclear` where it may belong to
 * two; `undefined` where the text is not of this kind: every option has its box, and some are empty.
 */
export function tickedBesideBoxes(tokens: readonly Token[]): readonly Token[] | 'unclear' | undefined {
  const printed = tokens.filter(({ bare }) => !bare);
  if (printed.length === tokens.length || printed.every(({ kind, ticked }) => kind === 'item' || ticked)) {
    return undefined;
  }
  const side = sideOfBoxes(printed);
  if (side === undefined) return undefined;
  const owners = printed.flatMap((token, at) => {
    const item = token.kind === 'box' && token.ticked ? printed[at + (side === 'before' ? 1 : -1)] : undefined;
    return item ? [item] : [];
  });
  for (const [at, token] of tokens.entries()) {
    if (!token.bare) continue;
    const owner = ownerOf(tokens, at, side);
    if (!owner) return 'unclear';
    owners.push(owner);
  }
  return printed.filter((token) => owners.includes(token));
}

/** On which side of its option each box stands; `undefined` where options and boxes do not take turns. */
function sideOfBoxes(printed: readonly Token[]): 'before' | 'behind' | undefined {
  const [first] = printed;
  const takesTurns = printed.every(({ kind }, at) => kind !== printed[at - 1]?.kind);
  if (!first || !takesTurns || printed.length % 2 === 1) return undefined;
  return first.kind === 'box' ? 'before' : 'behind';
}

function ownerOf(tokens: readonly Token[], at: number, side: 'before' | 'behind'): Token | undefined {
  const tick = tokens[at];
  if (!tick) return undefined;
  const ofLine = tokens.filter(({ kind, line }) => kind === 'item' && line === tick.line);
  if (ofLine.length === 1) return ofLine[0];
  const onLine = (token: Token | undefined): Token | undefined => (token?.line === tick.line ? token : undefined);
  const previous = onLine(tokens[at - 1]);
  const next = onLine(tokens[at + 1]);
  // Between a box and its option it can be meant for nothing else.
  if (side === 'before' && previous?.kind === 'box' && next?.kind === 'item') return next;
  if (side === 'behind' && previous?.kind === 'item' && next?.kind === 'box') return previous;
  const touchesNext = next !== undefined && (!next.apart || previous === undefined);
  const touchesPrevious = previous !== undefined && (!tick.apart || next === undefined);
  if (touchesNext === touchesPrevious) return undefined;
  if (side === 'before') return touchesPrevious ? itemOf(previous) : itemOf(onLine(tokens[at + 2]));
  // 否□√: behind a box that stands behind its option a tick may be meant for the next one.
  return touchesNext ? itemOf(next) : undefined;
}

function itemOf(token: Token | undefined): Token | undefined {
  return token?.kind === 'item' ? token : undefined;
}
