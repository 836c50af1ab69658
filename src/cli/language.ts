import type { Language } from '../rules/messages.ts';

export type { Language } from '../rules/messages.ts';

/** The languages of our own words; the words of a form are only ever quoted. */
export const LANGUAGES: readonly Language[] = ['zh', 'en'];
