/// <reference types="office-js" />
import { FLOOR, newestSet } from '../hosts/excel/requirement-sets.ts';
import type { Language } from '../forms/language.ts';

/** Milliseconds that office.js may take to load, and Excel to answer it. */
export const PATIENCE = 20_000;

/** What the page sees of office.js, or of its absence. */
export interface OfficeLoader {
  /** Where the library comes from, for the sentence about its absence. */
  readonly address: string;
  /** Fails where the library cannot be loaded. */
  load(): Promise<typeof Office>;
}

/** Why there is no pane. */
export type Refusal =
  | { readonly reason: 'no-office-js'; readonly address: string }
  | { readonly reason: 'no-answer'; readonly seconds: string }
  | { readonly reason: 'not-in-office' }
  | { readonly reason: 'other-host'; readonly program: string }
  | { readonly reason: 'too-old'; readonly needed: string; readonly has: string | null };

export type Startup =
  | { readonly status: 'ready'; readonly office: typeof Office; readonly language: Language }
  | { readonly status: 'refused'; readonly language: Language; readonly refusal: Refusal };

/**
 * Loads office.js, waits for Excel, and sees whether it can do what the pane needs.
 * @param displayLanguage of the web view, until Office tells its own
 */
export async function startUp(loader: OfficeLoader, displayLanguage: string, patience = PATIENCE): Promise<Startup> {
  const refused = (refusal: Refusal, language = languageOf(displayLanguage)): Startup => ({
    status: 'refused',
    language,
    refusal,
  });
  let office: typeof Office;
  try {
    office = await within(loader.load(), patience);
  } catch {
    return refused({ reason: 'no-office-js', address: loader.address });
  }
  let host: Office.HostType | null;
  try {
    ({ host } = await within(Promise.resolve(office.onReady()), patience));
  } catch {
    return refused({ reason: 'no-answer', seconds: String(Math.round(patience / 1000)) });
  }
  // The types know of no plain browser, where there is none.
  const program = host as unknown as string | null | undefined;
  if (program === null || program === undefined) return refused({ reason: 'not-in-office' });
  const language = languageOf(office.context.displayLanguage);
  if (program !== 'Excel') return refused({ reason: 'other-host', program }, language);
  const { requirements } = office.context;
  if (!requirements.isSetSupported('ExcelApi', FLOOR)) {
    const has = newestSet((set, version) => requirements.isSetSupported(set, version));
    return refused({ reason: 'too-old', needed: FLOOR, has }, language);
  }
  return { status: 'ready', office, language };
}

/** Chinese but for an Office in another language. */
export function languageOf(displayLanguage: string | undefined): Language {
  return displayLanguage === undefined || /^zh\b/i.test(displayLanguage) ? 'zh' : 'en';
}

/** The promise's value; fails where it does not come in time. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
