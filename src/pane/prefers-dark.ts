import { useEffect, useState } from 'react';

const DARK = '(prefers-color-scheme: dark)';

/** Whether the system asks for dark colours, now and later. */
export function usePrefersDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const query = matchMedia(DARK);
    const listen = (): void => setDark(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  return dark;
}
