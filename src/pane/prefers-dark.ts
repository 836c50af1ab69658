import { useSyncExternalStore } from 'react';

/** Whether the pane is to be dark: what says so, and tells of changes. */
export interface DarkSource {
  readonly isDark: () => boolean;
  /** @returns stops telling */
  readonly onChange: (listener: () => void) => () => void;
}

const DARK = '(prefers-color-scheme: dark)';

/** What the system asks for. */
export const systemDark: DarkSource = {
  isDark: () => matchMedia(DARK).matches,
  onChange(listener) {
    const query = matchMedia(DARK);
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  },
};

/** Whether dark colours are asked for, now and later. */
export function usePrefersDark(source: DarkSource = systemDark): boolean {
  return useSyncExternalStore(source.onChange, source.isDark);
}
