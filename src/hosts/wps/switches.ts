import type { JsapiObject } from './jsapi.ts';
import { XL } from './members.ts';

/** While we write, nothing is drawn, computed, asked or told. */
const QUIET = [
  ['ScreenUpdating', false],
  ['EnableEvents', false],
  ['DisplayAlerts', false],
  ['Calculation', XL.calculationManual],
] as const;

/** What a switch is set to where it could not be read before. */
const USUAL = { ScreenUpdating: true, EnableEvents: true, DisplayAlerts: true, Calculation: undefined } as const;

/**
 * Does something while the program is quiet; whatever comes of it, every switch is as it was.
 * @param computing whether what is done may set off computing, which is put off then
 */
export function quietly<T>(application: JsapiObject<'Application'>, computing: boolean, act: () => T): T {
  const before: { readonly name: (typeof QUIET)[number][0]; readonly value: unknown }[] = [];
  try {
    for (const [name, quiet] of QUIET) {
      if (name === 'Calculation' && !computing) continue;
      const value = application.tryRead(name);
      // How a program computes is not changed where it does not say how to change it back.
      if (name === 'Calculation' && typeof value !== 'number') continue;
      before.push({ name, value: typeof value === 'boolean' || name === 'Calculation' ? value : USUAL[name] });
      if (value !== quiet) application.set(name, quiet);
    }
    return act();
  } finally {
    for (const { name, value } of before.reverse()) {
      try {
        application.set(name, value);
      } catch {
        // The others are to be restored all the same.
      }
    }
  }
}
