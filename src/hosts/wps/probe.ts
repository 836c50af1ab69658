/**
 * What somebody has found out about the WPS at hand by its diagnosis, where the host has a choice that depends on it.
 * Nothing of it is taken for granted: what was not found out is absent.
 */
export interface WpsFacts {
  /** What one step of the program's own undo takes back of what an add-in wrote in several steps. */
  readonly undo?: 'all' | 'last' | 'none';
}

/** The part of localStorage that is used; a page from a file may have none. */
export type FactStore = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'tianbao.wps.facts';

const UNDO: readonly unknown[] = ['all', 'last', 'none'];

/** @param build version and build of WPS: facts of another build are none */
export function readFacts(store: FactStore | undefined, build: string): WpsFacts {
  try {
    const kept: unknown = JSON.parse(store?.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('build' in kept) || kept.build !== build) return {};
    return 'undo' in kept && UNDO.includes(kept.undo) ? { undo: kept.undo as 'all' | 'last' | 'none' } : {};
  } catch {
    return {};
  }
}

/** Keeps facts for the same build; false where the page can keep nothing. */
export function keepFacts(store: FactStore | undefined, build: string, facts: WpsFacts): boolean {
  try {
    store?.setItem(KEY, JSON.stringify({ build, ...facts }));
    return store !== undefined;
  } catch {
    return false;
  }
}
