import type { IRange } from '@univerjs/core';
import {
  CFRuleType,
  CFSubRuleType,
  type IConditionFormattingRule,
} from '@univerjs/preset-sheets-conditional-formatting';
import { MARK_COLOURS, markFormula, severityOfFormula, type MarkSeverity } from '../../marks/signature.ts';

/** The conditional format that colours marked cells of the grid, known again by its formula like those of a file. */
export function markRule(severity: MarkSeverity, ranges: IRange[]): IConditionFormattingRule {
  return {
    cfId: `tianbao-${severity}`,
    ranges,
    stopIfTrue: false,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: `=${markFormula(severity)}`,
      style: { bg: { rgb: `#${MARK_COLOURS[severity]}` } },
    },
  };
}

/** Which of our marks a conditional format of the grid is. */
export function severityOfRule({ rule }: IConditionFormattingRule): MarkSeverity | undefined {
  if (rule.type !== CFRuleType.highlightCell || !('subType' in rule) || rule.subType !== CFSubRuleType.formula)
    return undefined;
  return severityOfFormula(rule.value);
}
