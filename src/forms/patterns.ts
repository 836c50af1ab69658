import type { Wording } from './form.ts';
import { backtrackingFault } from './pattern-backtracking.ts';

/** What is wrong with a regular expression of a definition: it is none, or may take too long. */
export function patternFault(source: string): Wording | undefined {
  try {
    new RegExp(`^(?:${source})$`, 'u');
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/^.*: /s, '') : '';
    return { zh: `不是有效的正则表达式（${said}）`, en: `no valid regular expression (${said})` };
  }
  return backtrackingFault(source);
}

/** The names of a pattern's groups; none where it is no regular expression. */
export function groupsOf(source: string): readonly string[] {
  try {
    return Object.keys(new RegExp(`${source}|`, 'u').exec('')?.groups ?? {});
  } catch {
    return [];
  }
}
