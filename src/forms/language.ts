import type { Wording } from './form.ts';

/** The languages of our own words; the words of a form are only ever quoted. */
export type Language = keyof Wording;

export const LANGUAGES: readonly Language[] = ['zh', 'en'];
