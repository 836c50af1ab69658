import type { Language } from '../forms/language.ts';

/** Texts by their keys, in each language. */
export type Wording = Readonly<Record<string, Readonly<Record<Language, string>>>>;
