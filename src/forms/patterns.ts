import type { Wording } from './form.ts';
import { backtrackingFault } from './pattern-backtracking.ts';

/** What is wrong with a regular expression of a definition: it is none, or may take too long. */
export function patternFault(source: string): Wording | undefined {
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^(?:${source})$`, 'u');
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/^.*: /s, '') : '';
    return { zh: `不是有效的正则表达式（${said}）`, en: `no valid regular expression (${said})` };
  }
  return backtrackingFault(pattern);
}
