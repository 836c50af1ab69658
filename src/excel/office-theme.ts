/// <reference types="office-js" />
import { systemDark, type DarkSource } from '../pane/prefers-dark.ts';

/**
 * Whether Office is dark. Excel tells nobody when its theme changes: it is looked at again whenever the pane gets the
 * focus, or the system's colours change. Where Office says nothing of its theme, the system's counts.
 */
export function officeDark(context: Pick<Office.Context, 'officeTheme'>): DarkSource {
  return {
    // The types promise a theme, and a property that came late; not every Excel has them.
    isDark: () => isDarkTheme(context.officeTheme) ?? systemDark.isDark(),
    onChange(listener) {
      addEventListener('focus', listener);
      const stop = systemDark.onChange(listener);
      return () => {
        removeEventListener('focus', listener);
        stop();
      };
    },
  };
}

/** `undefined`: it does not say. */
export function isDarkTheme(theme: Partial<Office.OfficeTheme> | undefined): boolean | undefined {
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme;
  const colour = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(theme?.bodyBackgroundColor ?? '');
  if (!colour) return undefined;
  const [red, green, blue] = colour.slice(1).map((part) => parseInt(part, 16));
  // Rec. 601, of 255.
  return 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0) < 128;
}
