/** localStorage, where the page may have it. */
export function factStore(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
