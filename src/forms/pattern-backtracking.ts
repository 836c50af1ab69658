import type { Wording } from './form.ts';

export function backtrackingFault(_source: string): Wording | undefined {
  return undefined;
}
