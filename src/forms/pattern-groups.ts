/** The names of a pattern's groups; none where it is no regular expression. */
export function groupsOf(source: string): readonly string[] {
  try {
    return Object.keys(new RegExp(`${source}|`, 'u').exec('')?.groups ?? {});
  } catch {
    return [];
  }
}
