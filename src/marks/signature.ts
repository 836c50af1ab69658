import type { Severity } from '../forms/form.ts';

/** The severities that are marked; an `info` finding is only listed. */
export type MarkSeverity = Exclude<Severity, 'info'>;

/** Both, the graver one first: the order of our conditional formats' priorities. */
export const MARK_SEVERITIES: readonly MarkSeverity[] = ['error', 'warning'];

/** Fill colours, RRGGBB: the light red and light yellow that spreadsheets themselves offer for bad and doubtful values. */
export const MARK_COLOURS: Readonly<Record<MarkSeverity, string>> = { error: 'FFC7CE', warning: 'FFEB9C' };

/** At most so many ranges in one conditional format block. */
export const REFS_PER_BLOCK = 1000;

/** How many priorities ours take up: those of all other conditional formats of a marked sheet are raised by it. */
export const PRIORITIES_TAKEN = MARK_SEVERITIES.length;

/**
 * The formula of our conditional format, without `=`. It is always true (N of a text is 0), so that its cells are
 * always coloured, and no one else would write it, so that our formats are known again in any file and any host.
 */
export function markFormula(severity: MarkSeverity): string {
  return `N("tianbao:${severity}")=0`;
}

const SIGNATURE = /^=?\s*N\s*\(\s*"tianbao:(error|warning)"\s*\)\s*=\s*0\s*$/i;

/** Which of our conditional formats a formula belongs to, also as a host or another program re-spells it. */
export function severityOfFormula(formula: string): MarkSeverity | undefined {
  const severity = SIGNATURE.exec(formula.trim())?.[1]?.toLowerCase();
  return MARK_SEVERITIES.find((known) => known === severity);
}
