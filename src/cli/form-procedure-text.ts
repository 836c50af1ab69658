import type { Language } from '../forms/language.ts';
import { amountInChinese, amountInEnglish, decimal } from '../procedure/money.ts';
import type { Answer, StepToTake } from '../procedure/project.ts';
import { FEN } from '../procedure/range.ts';
import { saidOverlaps, saidSteps } from '../procedure/said.ts';
import { say } from './texts.ts';

/**
 * What follows from a form's amount, in a few lines: the steps that depend on it (all that are certain, where none does),
 * and how to have the rest.
 */
export function formProcedureLines(answer: Answer, language: Language): readonly string[] {
  const zh = language === 'zh';
  const dependent = answer.steps.filter(dependsOnAmount);
  const shown = dependent.length > 0 ? dependent : answer.steps.filter(({ condition }) => condition === null);
  const said = new Map(saidSteps(answer, language).map((step) => [step.id, step]));
  const lines = shown.flatMap(({ step: { id } }): string[] => {
    const step = said.get(id);
    if (!step) return [];
    const { by, to, decides, condition, deadline, basis } = step;
    const people = [...new Set([by, to, decides].flatMap((one) => one ?? []))].join(' → ');
    const tail = condition === null ? '' : say(language, 'form-procedure-condition', { condition });
    const when = deadline === null ? '' : say(language, 'form-procedure-deadline', { deadline });
    return [say(language, 'form-procedure-step', { step: step.step + tail, by: people + when, basis })];
  });
  const total = answer.total ?? 0;
  const params = {
    amount: zh ? amountInChinese(total) : amountInEnglish(total),
    category: answer.category === null ? '' : `${zh ? '，' : ', '}${answer.category}`,
  };
  const command = {
    county: answer.county,
    total: decimal(total, FEN.万元),
    category: answer.category === null ? '' : ` --category ${answer.category}`,
  };
  const count = answer.steps.length - shown.length;
  return [
    say(language, 'form-procedure', params),
    ...lines,
    ...saidOverlaps(answer, language).map(({ why }) => why),
    say(language, dependent.length > 0 ? 'form-procedure-rest' : 'form-procedure-all', { ...command, count }),
  ];
}

function dependsOnAmount({ ranges }: StepToTake): boolean {
  return ranges.length > 0;
}
