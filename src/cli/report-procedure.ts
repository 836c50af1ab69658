import type { Language } from '../forms/language.ts';
import { isoOf } from '../procedure/day.ts';
import { amountInEnglish, decimal } from '../procedure/money.ts';
import { STAGES, type Procedure, type Stage } from '../procedure/procedure.ts';
import type { Answer, Project } from '../procedure/project.ts';
import { FEN } from '../procedure/range.ts';
import { saidOthers, saidOverlaps, saidSteps, type SaidStep } from '../procedure/said.ts';
import type { WorkCalendar } from '../procedure/work-calendar.ts';
import type { Output } from './output.ts';
import { wrapped, type Painter } from './terminal.ts';
import { say, type TextKey } from './texts.ts';

export interface ProcedureReport {
  readonly procedure: Procedure;
  readonly project: Project;
  readonly answer: Answer;
  readonly calendar: WorkCalendar;
  /** Also what does not apply. */
  readonly all: boolean;
}

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  规划: 'Planning',
  申报: 'Application',
  审批: 'Approval',
  建设: 'Building',
  变更: 'Changes',
  验收: 'Acceptance',
  运行: 'Operation',
};

/** One JSON object (`version` 1; docs/command-line.md). */
export function procedureJson(
  { procedure, project, answer, calendar, all }: ProcedureReport,
  language: Language,
): string {
  const { county, name, source, excluded } = procedure;
  const { from, to } = calendar;
  return JSON.stringify(
    {
      version: 1,
      county,
      name,
      source,
      total: project.total === undefined ? null : { value: Number(decimal(project.total, FEN.万元)), unit: '万元' },
      category: project.category ?? null,
      date: project.today === undefined ? null : isoOf(project.today),
      calendar: { from, to },
      procedure: saidSteps(answer, language),
      overlaps: saidOverlaps(answer, language).map((overlap) => ({
        ...overlap,
        at: { value: Number(decimal(overlap.at, FEN.万元)), unit: '万元' },
      })),
      ...(all
        ? {
            others: saidOthers(answer, language),
            excluded: excluded.map(({ what, clause }) => ({ what: what[language], ...clause })),
          }
        : {}),
    },
    null,
    2,
  );
}

/** Prints a procedure for people, by stage. */
export class ProcedureText {
  readonly #out: Output;
  readonly #language: Language;
  readonly #paint: Painter;
  readonly #columns: number | null;

  constructor(out: Output, language: Language, paint: Painter, columns: number | null) {
    this.#out = out;
    this.#language = language;
    this.#paint = paint;
    this.#columns = columns;
  }

  async print(report: ProcedureReport): Promise<void> {
    const { answer, calendar, procedure, all } = report;
    this.#head(report);
    for (const { why } of saidOverlaps(answer, this.#language)) {
      this.#line(0, '');
      this.#line(0, this.#paint('yellow', this.#say('procedure-overlap')));
      this.#wrap(2, why);
    }
    const steps = saidSteps(answer, this.#language);
    let number = 0;
    for (const stage of STAGES) {
      const here = steps.filter((step) => step.stage === stage);
      if (here.length === 0) continue;
      this.#line(0, '');
      this.#line(0, this.#paint('bold', this.#language === 'zh' ? stage : STAGE_NAMES[stage]));
      for (const step of here) this.#step(++number, step);
    }
    if (all) this.#others(report);
    if (answer.steps.some(({ step }) => isInWorkingDays(step.deadline))) {
      const { from, to } = calendar;
      this.#line(0, '');
      this.#wrap(0, this.#say('procedure-calendar', { from, to }));
    }
    if (all && procedure.excluded.length > 0) {
      this.#line(0, '');
      this.#line(0, this.#paint('bold', this.#say('procedure-excluded')));
      for (const { what, clause } of procedure.excluded) {
        this.#wrap(2, what[this.#language]);
        this.#wrap(4, this.#say('procedure-quote', { place: clause.place, text: clause.text }));
      }
    }
    await this.#out.finish();
  }

  #head({ procedure, project, answer }: ProcedureReport): void {
    const { name, source, categories } = procedure;
    this.#line(0, this.#paint('bold', this.#say('procedure-title', { name })));
    if (answer.total !== null) this.#line(2, this.#say('procedure-total', { amount: this.#amount(answer.total) }));
    if (answer.category !== null) this.#line(2, this.#say('procedure-category', { category: answer.category }));
    else if (categories.length > 0) {
      const names = categories.map(({ key }) => key).join('|');
      this.#wrap(2, this.#say('procedure-any-category', { categories: names }));
    }
    this.#line(2, this.#say('procedure-source', { document: source.document, title: source.name }));
    if (project.today !== undefined) this.#line(2, this.#say('procedure-today', { date: isoOf(project.today) }));
  }

  #amount(fen: number): string {
    return this.#language === 'zh'
      ? `${decimal(fen, FEN.万元)} 万元（${decimal(fen, FEN.元)} 元）`
      : `${amountInEnglish(fen)} (${decimal(fen, FEN.万元)} 万元)`;
  }

  #step(number: number, step: SaidStep): void {
    this.#wrap(2, `${String(number)}. ${step.step}`);
    const remark = (key: TextKey, params: Readonly<Record<string, string>>): void =>
      this.#wrap(5, this.#say(key, params));
    if (step.condition !== null) {
      const condition = this.#say('procedure-condition', { condition: step.condition });
      for (const line of this.#wrapped(5, condition)) this.#line(5, this.#paint('yellow', line));
    }
    for (const reason of step.because) remark('procedure-because', { reason });
    remark('procedure-by', { by: step.by });
    if (step.to !== null) remark('procedure-to', { to: step.to });
    if (step.decides !== null) remark('procedure-decides', { decides: step.decides });
    if (step.documents.length > 0) {
      const documents = step.documents.map(({ name, form }) =>
        form === null ? name : this.#say('procedure-document', { name, form }),
      );
      remark('procedure-documents', { documents: documents.join(this.#language === 'zh' ? '、' : ', ') });
    }
    if (step.deadline !== null) remark('procedure-deadline', { deadline: step.deadline });
    if (step.note !== null) remark('procedure-note', { note: step.note });
    for (const { place, text } of step.quotes) {
      const quote = this.#say('procedure-quote', { place, text: text.replace(/\s+/gu, '') });
      for (const line of this.#wrapped(5, quote)) this.#line(5, this.#paint('dim', line));
    }
  }

  #others({ answer }: ProcedureReport): void {
    const others = saidOthers(answer, this.#language);
    if (others.length === 0) return;
    this.#line(0, '');
    this.#line(0, this.#paint('bold', this.#say('procedure-others')));
    for (const { step, basis, reason } of others) {
      this.#wrap(2, this.#say('procedure-other', { step, basis }));
      this.#wrap(4, reason);
    }
  }

  #say(key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
    return say(this.#language, key, params);
  }

  #wrapped(indent: number, text: string): readonly string[] {
    const columns = this.#columns;
    return columns === null || columns < indent + 20 ? [text] : wrapped(text, columns - indent);
  }

  #wrap(indent: number, text: string): void {
    for (const line of this.#wrapped(indent, text)) this.#line(indent, line);
  }

  #line(indent: number, text: string): void {
    void this.#out.write(`${' '.repeat(indent)}${text}`.trimEnd() + '\n');
  }
}

function isInWorkingDays(deadline: Answer['steps'][number]['step']['deadline']): boolean {
  if (deadline === null) return false;
  const periods =
    deadline.kind === 'between' ? [deadline.from, deadline.to] : 'period' in deadline ? [deadline.period] : [];
  return periods.some((period) => 'workingDays' in period);
}
