import type { Language } from './check-calls.ts';

/** Texts by their keys, in each language. */
export type Wording = Readonly<Record<string, Readonly<Record<Language, string>>>>;
