import type { Counts } from '../check/check-forms.ts';
import type { FormSummary } from '../check/check-workbook.ts';
import type { FigureValue, Finding } from '../check/finding.ts';
import type { Severity } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import { unitWord } from '../forms/unit-words.ts';
import type { Answer } from '../procedure/project.ts';
import { greatestOf } from '../sheets/lists.ts';
import { sumOfCounts, type CheckedEntry, type Entry, type EntryError } from './entry.ts';
import { formProcedureLines } from './form-procedure-text.ts';
import type { Output } from './output.ts';
import { painter, padded, visible, widthOf, wrapped, type Colour, type Painter } from './terminal.ts';
import { say, texts, type TextKey } from './texts.ts';

/** Words a finding in a language; made only when it is printed. */
export type Sentence = (finding: Finding, language: Language) => string;

export interface TextOptions {
  readonly language: Language;
  readonly sentence: Sentence;
  readonly coloured: boolean;
  /** The terminal's width, for breaking lines; `null` where the text goes to a file or another program. */
  readonly columns: number | null;
}

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** A list longer than this is cut: the reader wants an idea of it, not all of it. */
const LONGEST_LIST = 12;

/** Prints entries as they come, for people: by file, sheet, cell and field. */
export class TextReport {
  readonly #out: Output;
  readonly #language: Language;
  readonly #options: TextOptions;
  readonly #paint: Painter;
  readonly #severityWidth: number;
  readonly #tally = { files: 0, clean: 0, faulty: 0, failed: 0 };
  readonly #counts: Counts[] = [];
  /** As {@link #counts}, with what the fixed copies have left. */
  readonly #left: Counts[] = [];
  #anyFixed = false;
  #ignored = 0;
  #acceptsIgnored = false;

  constructor(out: Output, options: TextOptions) {
    this.#out = out;
    this.#options = options;
    this.#language = options.language;
    this.#paint = painter(options.coloured);
    const words = (['error', 'warning', 'info'] as const).map((key) => texts[key][options.language]);
    this.#severityWidth = greatestOf(words.map(widthOf)) + 1;
  }

  async entry(entry: Entry): Promise<void> {
    if (this.#tally.files++ > 0) this.#line(0, '');
    this.#line(0, this.#paint('bold', visible(entry.file)));
    if (entry.status === 'checked') await this.#checked(entry);
    else {
      this.#tally.failed++;
      this.#error(entry.error);
    }
    await this.#out.flush();
  }

  /** The last lines: what it all comes to. */
  async end(skipped: readonly string[] = []): Promise<void> {
    if (this.#tally.files > 1) {
      const counts = this.#say('counts', sumOfCounts(this.#counts));
      this.#line(0, '');
      this.#line(0, this.#paint('bold', this.#say('summary', { ...this.#tally, counts })));
      if (this.#ignored > 0) this.#line(0, this.#ignoredLine(this.#ignored, this.#acceptsIgnored));
      if (this.#anyFixed) this.#line(0, this.#say('after', { counts: this.#say('counts', sumOfCounts(this.#left)) }));
    }
    if (skipped.length > 0) {
      this.#line(0, '');
      this.#line(0, this.#say('skipped-files', { count: skipped.length, kinds: this.#kinds(skipped) }));
    }
    await this.#out.finish();
  }

  /** The endings of files, the most frequent ones first. */
  #kinds(files: readonly string[]): string {
    const counts = new Map<string, number>();
    for (const file of files) {
      const ending = /[^/]\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? this.#say('without-ending');
      counts.set(ending, (counts.get(ending) ?? 0) + 1);
    }
    const kinds = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([ending]) => visible(ending));
    const shown = kinds.slice(0, LONGEST_LIST).join(this.#language === 'zh' ? '、' : ', ');
    return kinds.length > LONGEST_LIST ? `${shown}…` : shown;
  }

  async #checked(entry: CheckedEntry): Promise<void> {
    const counts = sumOfCounts(entry.forms.map((form) => form.counts));
    this.#counts.push(counts);
    this.#left.push(entry.left ?? counts);
    if (entry.left) this.#anyFixed = true;
    this.#tally[counts.error > 0 ? 'faulty' : 'clean']++;
    for (const form of entry.forms) this.#form(form);
    await this.#findings(entry.findings);
    await this.#ignoredFindings(entry);
    const isClean = entry.findings.length + entry.ignored.length === 0;
    if (!isClean) this.#line(0, '');
    const word = isClean
      ? this.#paint('green', `✓ ${this.#say('clean')}`)
      : this.#paint(counts.error > 0 ? 'red' : counts.warning > 0 ? 'yellow' : 'blue', this.#say('counts', counts));
    this.#line(2, entry.left ? this.#say('before', { counts: word }) : word);
    this.#copies(entry);
  }

  #form(form: FormSummary): void {
    const { id, title } = form.form;
    this.#line(2, `《${visible(title)}》 ${this.#paint('dim', `${id} · ${visible(form.sheet)} ${form.range}`)}`);
    const other = form.runnerUp;
    if (other) this.#line(2, this.#paint('dim', this.#say('runner-up', { title: other.title, id: other.id })));
    const figures = this.#figures(form);
    if (figures !== '') this.#line(2, this.#say('figures', { figures }));
    if (form.procedure) this.#procedure(form.procedure);
  }

  #procedure(answer: Answer): void {
    const [head = '', ...lines] = formProcedureLines(answer, this.#language);
    this.#line(2, visible(head));
    for (const text of lines) for (const line of this.#wrap(visible(text), 4)) this.#line(4, line);
  }

  #figures({ form, figures }: FormSummary): string {
    const shown = form.figures.flatMap(({ key, label, percent }) => {
      const figure = figures[key];
      return figure ? [`${label[this.#language]} ${this.#figure(figure, percent)}`] : [];
    });
    return shown.join(this.#language === 'zh' ? '，' : ', ');
  }

  #figure(figure: FigureValue, percent = false): string {
    const word = unitWord(figure.unit, this.#language);
    const unit = word === '' ? '' : ` ${word}`;
    const parts = Object.entries(figure.parts ?? {}).map(([name, count]) => `${visible(name)} ${rounded(count)}`);
    const skipped = figure.skipped ? this.#say('skipped', { count: figure.skipped }) : '';
    return (parts.length > 0 ? parts.join('、') : percent ? percentage(figure.value) : inUnit(figure)) + unit + skipped;
  }

  /** Apart from the others, with the reasons: whoever reviews the form is to judge them. */
  async #ignoredFindings({ ignored, acceptsIgnored }: CheckedEntry): Promise<void> {
    if (ignored.length === 0) return;
    this.#ignored += ignored.length;
    this.#acceptsIgnored = acceptsIgnored;
    this.#line(0, '');
    this.#line(2, this.#paint('bold', this.#ignoredLine(ignored.length, acceptsIgnored)));
    const reasons = new Map(ignored.map(({ finding, reason }) => [finding, reason]));
    await this.#findings(
      ignored.map(({ finding }) => finding),
      reasons,
    );
  }

  #ignoredLine(count: number, accepted: boolean): string {
    return this.#say(accepted ? 'ignored-accepted' : 'ignored', { count });
  }

  async #findings(findings: readonly Finding[], reasons?: ReadonlyMap<Finding, string>): Promise<void> {
    let last: Finding | undefined;
    for (const finding of findings) {
      if (finding.sheetIndex !== last?.sheetIndex) {
        this.#line(0, '');
        this.#line(2, this.#paint('bold', visible(finding.sheet)));
        last = undefined;
      }
      if (finding.cell !== last?.cell || finding.field !== last.field) this.#line(4, this.#place(finding));
      this.#finding(finding, reasons?.get(finding));
      last = finding;
      const wait = this.#out.write('');
      if (wait) await wait;
    }
  }

  #place({ cell, field, label }: Finding): string {
    const name = label ?? field;
    const place = this.#paint('bold', cell ?? this.#say('whole-sheet'));
    return name === null ? place : `${place} ${visible(name)}`;
  }

  #finding(finding: Finding, reason?: string): void {
    const { severity } = finding;
    const indent = 6 + this.#severityWidth;
    const said = visible(this.#options.sentence(finding, this.#language));
    const [first = '', ...rest] = this.#wrap(said, indent);
    const word = this.#paint(COLOURS[severity], padded(texts[severity][this.#language], this.#severityWidth));
    this.#line(6, word + first);
    for (const line of rest) this.#line(indent, line);
    const because = reason === undefined ? [] : [this.#say('ignored-because', { reason })];
    for (const remark of [...because, ...this.#remarks(finding, said)]) {
      for (const line of this.#wrap(visible(remark), indent)) this.#line(indent, this.#paint('dim', line));
    }
  }

  /** How to mend it and what it rests on, where the sentence has not said so already. */
  #remarks({ cell, fix, expected = [], basis }: Finding, said: string): string[] {
    const remarks = fix
      .filter(({ cell: at, value }) => at !== cell || value === '' || !said.includes(String(value)))
      .map(({ cell: at, value }) => {
        const shown = value === '' ? this.#say('fix-empty') : String(value);
        return at === cell
          ? this.#say('fix', { value: shown })
          : this.#say('fix-elsewhere', { cell: at, value: shown });
      });
    if (fix.length === 0 && !expected.every((value) => said.includes(visible(value)))) {
      const values = expected.slice(0, LONGEST_LIST).join(this.#language === 'zh' ? '、' : ', ');
      const more = expected.length > LONGEST_LIST ? this.#say('more', { count: expected.length }) : '';
      remarks.push(this.#say('expected', { values: values + more }));
    }
    if (basis !== null && !said.includes(basis)) remarks.push(this.#say('basis', { basis }));
    return remarks;
  }

  #copies(entry: CheckedEntry): void {
    if (entry.changes.length > 0) {
      this.#line(2, this.#say('changes', { count: entry.changes.length }));
      for (const { sheet, cell, from, to } of entry.changes) {
        const params = {
          sheet: visible(sheet),
          cell,
          from: from === '' ? this.#say('blank') : visible(from),
          to: to === '' ? this.#say('blank') : visible(String(to)),
        };
        this.#line(4, this.#say('change', params));
      }
      if (entry.left) this.#line(2, this.#say('after', { counts: this.#say('counts', entry.left) }));
    }
    for (const copy of entry.copies) {
      if (copy.error) this.#error(copy.error);
      else this.#line(2, this.#say(copy.kind, { file: visible(copy.file) }));
      for (const remark of copy.remarks) this.#line(4, this.#paint('dim', visible(remark)));
    }
  }

  #error({ code, message, next }: EntryError): void {
    const lines = this.#wrap(this.#say('failure', { message: visible(message), code }), 4);
    lines.forEach((line, index) =>
      this.#line(index === 0 ? 2 : 4, this.#paint('red', index === 0 ? `✗ ${line}` : line)),
    );
    for (const line of this.#wrap(this.#say('next', { next: visible(next) }), 4)) this.#line(4, line);
  }

  #say(key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
    return say(this.#language, key, params);
  }

  #wrap(text: string, indent: number): string[] {
    const { columns } = this.#options;
    return columns === null || columns < indent + 20 ? [text] : wrapped(text, columns - indent);
  }

  #line(indent: number, text: string): void {
    void this.#out.write(`${' '.repeat(indent)}${text}`.trimEnd() + '\n');
  }
}

/** At most two decimals of a percentage. */
function percentage(rate: number): string {
  return `${rounded(Math.round(rate * 10_000) / 100)}%`;
}

/** To the fen: 万元 have six decimals. */
function inUnit({ value, unit }: FigureValue): string {
  return unit === '万元' ? String(Math.round(value * 1_000_000) / 1_000_000) : rounded(value);
}

/** At most four decimals: enough for rates and fen, without the noise of binary fractions. */
function rounded(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
