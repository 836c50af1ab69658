import { analyse } from 'scslre';
import type { Wording } from './form.ts';

/**
 * What is wrong with a regular expression that tries exponentially many ways on some text, such as `(\d+)*x`: one cell
 * could hold up the whole check. Polynomial ones pass: a pattern is judged on a thousand characters at most.
 * @param pattern as it is run, with its anchors
 */
export function backtrackingFault(pattern: RegExp): Wording | undefined {
  const { reports } = analyse(pattern, { reportTypes: { Move: false } });
  const report = reports.find(({ exponential }) => exponential);
  if (!report) return undefined;
  const quantifier = 'quant' in report ? report.quant.raw : `${report.startQuant.raw} … ${report.endQuant.raw}`;
  return {
    zh: `正则表达式里的“${quantifier}”遇到某些内容会几乎停不下来（重复里又有重复），请改写`,
    en: `“${quantifier}” in the regular expression may run practically for ever on some texts (a repetition within a repetition); write it otherwise`,
  };
}
