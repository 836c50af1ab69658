import type { Finding } from '../check/finding.ts';
import type { CheckedWorkbook, FormSummary, WorkbookCheck } from '../check/check-workbook.ts';
import { Ignored, subjectOf, withIgnored, withoutIgnored, type IgnoredEntry } from '../check/ignored.ts';
import { ignoredXml, readIgnoredXml } from '../check/ignored-xml.ts';
import { KeptCheck } from '../check/kept-check.ts';
import type { Form } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import type { MarkPlan, PlanBasis } from '../hosts/host.ts';
import { planMarks } from '../marks/plan.ts';
import { dayOf } from '../procedure/day.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { WorkCalendar } from '../procedure/work-calendar.ts';
import { RULES } from '../rules/index.ts';
import { messageOf } from '../rules/messages.ts';
import { fromA1, toA1, type Address } from '../sheets/address.ts';
import { valueAt, type CellValue } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type {
  CheckCalls,
  CheckRequest,
  CheckSummary,
  EditedCell,
  FixPlan,
  FormName,
  FormOnSheet,
  ListChanges,
  ListedFinding,
  NotChecked,
  PlannedChange,
} from './check-calls.ts';
import { namedFigures } from './overview/figures.ts';
import { countiesOf, formProjectOf, tellProcedure } from './overview/tell-procedure.ts';
import { FindingIds } from './finding-ids.ts';
import { answerCalls, type OnPiece } from './worker-calls.ts';
import type { MessagePortLike } from './worker-port.ts';

/** So many findings are posted at once: taking them up is the page's work. */
const FINDINGS_IN_PIECE = 2000;

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** The worker that checks: it finds, judges and words, and plans what a host is to do. */
export function serveChecks(
  scope: MessagePortLike,
  forms: readonly Form[],
  procedures: readonly Procedure[],
  calendar: WorkCalendar,
): void {
  const checker = new Checker(forms, procedures);
  answerCalls<CheckCalls>(scope, {
    forms: () => forms.map(nameOf),
    check: (request, onPiece) => checker.check(request, onPiece),
    edit: ({ cells, language }) => checker.edit(cells, language),
    reword: (language, onPiece) => checker.reword(language, onPiece),
    marks: (language) => checker.marks(language),
    ignore: ({ finding, reason }) => checker.ignore(finding, reason),
    fixes: (ids) => checker.fixes(ids),
    counties: () => countiesOf(procedures),
    procedure: (question) => tellProcedure(question, procedures, calendar),
  });
}

class Checker {
  readonly #forms: readonly Form[];
  readonly #procedures: readonly Procedure[];
  #sheetIds: readonly string[] = [];
  #kept: KeptCheck | undefined;
  readonly #ids = new FindingIds();
  /** The findings that were told as ignored, by their numbers. */
  #ignored: ReadonlySet<number> = new Set();
  #entries: readonly IgnoredEntry[] = [];

  constructor(forms: readonly Form[], procedures: readonly Procedure[]) {
    this.#forms = forms;
    this.#procedures = procedures;
  }

  check(request: CheckRequest, onPiece: OnPiece): CheckSummary | NotChecked {
    this.#sheetIds = request.sheetIds;
    this.#entries = request.ignored === null ? [] : readIgnoredXml(request.ignored);
    const today = dayOf(request.today);
    const workbook = today === undefined ? request.workbook : { ...request.workbook, today };
    this.#kept = new KeptCheck(workbook, this.#forms, request.only, this.#procedures);
    this.#ids.reset(this.#kept.check.checked?.findings ?? []);
    return this.reword(request.language, onPiece);
  }

  /** What became of the findings by edits of cells; `null` where the workbook is to be read anew. */
  edit(cells: readonly EditedCell[], language: Language): ListChanges | null {
    const kept = this.#kept;
    // Results of formulas change by themselves.
    if (!kept?.check.checked || kept.workbook.sheets.some(({ formulas }) => formulas.size > 0)) return null;
    const edits = cells.map(({ sheetId, ...cell }) => ({ ...cell, sheet: this.#sheetIds.indexOf(sheetId) }));
    if (edits.some(({ sheet, content }) => sheet < 0 || content.formula !== undefined)) return null;
    const { checked } = kept.edit(edits);
    if (!checked) return null;
    const ignored = new Ignored(this.#entries, kept.workbook, checked.forms);
    const isTouched = touchedBy(edits);
    const hunks = this.#ids.update(
      checked.findings,
      (finding, id) => isTouched(finding) || (ignored.reasonFor(finding) !== undefined) !== this.#ignored.has(id),
    );
    const splices = hunks.map(({ from, removed, added }) => ({
      ...{ from, removed },
      added: checked.findings
        .slice(added.from, added.to)
        .map((finding, at) => this.#listed(finding, added.from + at, language, ignored.reasonFor(finding))),
    }));
    return { summary: this.#summary(checked, ignored, language), splices };
  }

  reword(language: Language, onPiece: OnPiece): CheckSummary | NotChecked {
    const { unrecognised, checked } = this.#last();
    if (unrecognised) {
      const { code, forms, instead } = unrecognised;
      return { status: 'unrecognised', code, forms: forms.map(nameOf), instead: instead ? nameOf(instead) : null };
    }
    const { findings } = checked;
    const ignored = new Ignored(this.#entries, this.#workbook(), checked.forms);
    for (let from = 0; from < findings.length; from += FINDINGS_IN_PIECE) {
      const piece = findings.slice(from, from + FINDINGS_IN_PIECE);
      const listed = piece.map((finding, at) => this.#listed(finding, from + at, language, ignored.reasonFor(finding)));
      onPiece(listed);
    }
    return this.#summary(checked, ignored, language);
  }

  #summary(checked: CheckedWorkbook, ignored: Ignored, language: Language): CheckSummary {
    const { findings } = checked;
    const counts = { error: 0, warning: 0, info: 0, ignored: 0 };
    const ids = new Set<number>();
    findings.forEach((finding, at) => {
      const isIgnored = ignored.reasonFor(finding) !== undefined;
      counts[isIgnored ? 'ignored' : finding.severity]++;
      if (isIgnored) ids.add(this.#ids.idAt(at));
    });
    this.#ignored = ids;
    return {
      status: 'checked',
      forms: checked.forms.map((form) => this.#onSheet(form)),
      counts,
      rules: Object.fromEntries(
        [...new Set(findings.map(({ rule }) => rule))].map((rule) => [
          rule,
          RULES.get(rule)?.summary[language] ?? rule,
        ]),
      ),
      clauses: Object.fromEntries(
        checked.forms.flatMap(({ form }) =>
          Object.values(form.clauses).map(({ document, place, text }) => [`${document} ${place}`, text]),
        ),
      ),
    };
  }

  marks(language: Language): MarkPlan {
    const { checked } = this.#last();
    if (!checked) return { sheets: [] };
    const ignored = new Ignored(this.#entries, this.#workbook(), checked.forms);
    const open = checked.findings.filter((finding) => ignored.reasonFor(finding) === undefined);
    const plan = planMarks(open, language, (finding) => messageOf(finding, language));
    return {
      sheets: plan.sheets.map(({ sheetIndex, marks }) => ({ basis: this.#basis(sheetIndex, marks), marks })),
    };
  }

  ignore(id: number, reason: string | null): string | null {
    const { checked } = this.#last();
    const finding = this.#ids.finding(id);
    if (checked && finding) {
      const subject = subjectOf(finding, this.#workbook(), checked.forms);
      this.#entries =
        reason === null ? withoutIgnored(this.#entries, subject) : withIgnored(this.#entries, { ...subject, reason });
    }
    return this.#entries.length === 0 ? null : ignoredXml(this.#entries);
  }

  fixes(ids: readonly number[]): FixPlan {
    const { checked } = this.#last();
    if (!checked) return { plan: { sheets: [] }, changes: [] };
    const sheets = new Map<
      number,
      Map<
        string,
        { readonly finding: Finding; readonly write: Address & { value: string | number }; readonly id: number }
      >
    >();
    for (const id of ids) {
      const finding = this.#ids.finding(id);
      if (!finding) continue;
      for (const { cell, value } of finding.fix) {
        const at = fromA1(cell);
        if (!at) continue;
        const cells = sheets.get(finding.sheetIndex) ?? new Map<string, never>();
        sheets.set(finding.sheetIndex, cells);
        const known = cells.get(cell);
        // Of two fixes of one cell the graver finding's is made.
        if (known && GRAVITY[known.finding.severity] <= GRAVITY[finding.severity]) continue;
        cells.set(cell, { finding, id, write: { ...at, value } });
      }
    }
    const changes: PlannedChange[] = [];
    const plan = [...sheets].map(([sheetIndex, cells]) => {
      const writes = [...cells.values()].map(({ write }) => write);
      for (const { id, finding, write } of cells.values()) {
        const cell = toA1(write.row, write.column);
        changes.push({
          finding: id,
          sheet: finding.sheet,
          cell,
          before: this.#text(sheetIndex, write),
          after: String(write.value),
        });
      }
      return { basis: this.#basis(sheetIndex, writes), writes };
    });
    return { plan: { sheets: plan }, changes };
  }

  #last(): WorkbookCheck {
    return this.#keptCheck().check;
  }

  #workbook(): Workbook {
    return this.#keptCheck().workbook;
  }

  #keptCheck(): KeptCheck {
    if (!this.#kept) throw new Error('nothing has been checked yet');
    return this.#kept;
  }

  /** What a plan for these cells leans on: them, and the labels and headings by which the form was found. */
  #basis(sheetIndex: number, cells: readonly Address[]): PlanBasis {
    const grid = this.#kept?.workbook.sheets[sheetIndex];
    const landmarks = this.#last().checked?.forms.flatMap((form) => form.landmarks) ?? [];
    const here = [...landmarks.filter((landmark) => landmark.sheetIndex === sheetIndex), ...cells];
    return {
      sheetId: this.#sheetIds[sheetIndex] ?? '',
      rowCount: grid?.rowCount ?? 0,
      columnCount: grid?.columnCount ?? 0,
      cells: here.map(({ row, column }) => ({ row, column, value: grid ? valueAt(grid, row, column) : null })),
    };
  }

  #listed(finding: Finding, at: number, language: Language, ignored: string | undefined): ListedFinding {
    const { rule, severity, sheet, sheetIndex, cell, field, expected = [], fix, basis } = finding;
    return {
      id: this.#ids.idAt(at),
      rule,
      severity,
      sheet,
      sheetId: this.#sheetIds[sheetIndex] ?? '',
      cell,
      field,
      message: messageOf(finding, language),
      expected,
      fix: fix.map((one) => ({
        cell: one.cell,
        before: this.#text(sheetIndex, fromA1(one.cell)),
        after: String(one.value),
      })),
      basis,
      ignored: ignored ?? null,
    };
  }

  #text(sheetIndex: number, at: Address | undefined): string {
    const grid = this.#kept?.workbook.sheets[sheetIndex];
    const value: CellValue = grid && at ? valueAt(grid, at.row, at.column) : null;
    if (value === null) return '';
    return typeof value === 'object' ? value.error : String(value);
  }

  #onSheet({
    form,
    sheet,
    sheetIndex,
    range,
    score,
    counts,
    figures,
    procedure,
    runnerUp,
    tables,
  }: FormSummary): FormOnSheet {
    return {
      form: nameOf(form),
      sheet,
      sheetId: this.#sheetIds[sheetIndex] ?? '',
      range,
      score,
      counts,
      figures: namedFigures(form, figures),
      countsFigures: form.figures.length > 0,
      project: formProjectOf(form, procedure, this.#procedures),
      runnerUp: runnerUp ? nameOf(runnerUp) : null,
      tables: tables.map(({ sheetIndex: at, top, bottom }) => ({ sheetId: this.#sheetIds[at] ?? '', top, bottom })),
    };
  }
}

/** Whether a finding says something of these cells beside its message: what stands there before it is mended. */
function touchedBy(
  edits: readonly { readonly sheet: number; readonly row: number; readonly column: number }[],
): (finding: Finding) => boolean {
  const cells = new Set(edits.map(({ sheet, row, column }) => `${String(sheet)} ${toA1(row, column)}`));
  return ({ sheetIndex, fix }) => fix.some(({ cell }) => cells.has(`${String(sheetIndex)} ${cell}`));
}

function nameOf({ id, title, englishTitle = title, county, otherTitles, purpose, source }: Form): FormName {
  return { id, title, englishTitle, county, otherTitles, purpose: purpose ?? null, source };
}
