import type { FormSummary } from '../check/check-workbook.ts';
import type { Finding } from '../check/finding.ts';
import type { IgnoredFinding } from '../check/ignored.ts';
import type { Language } from '../forms/language.ts';
import type { Params } from '../forms/reading.ts';
import { saidSteps, type SaidStep } from '../procedure/said.ts';
import { replaceUnseen } from '../sheets/unsafe-characters.ts';
import type { CheckedEntry, Entry } from './entry.ts';
import type { Output } from './output.ts';
import type { Sentence } from './report-text.ts';

export interface JsonOptions {
  readonly language: Language;
  readonly sentence: Sentence;
}

/**
 * Prints entries as they come, as one JSON object (`version` 1; docs/command-line.md). Findings are worded and written one at
 * a time, so that a report is never held in memory.
 */
export class JsonReport {
  readonly #out: Output;
  readonly #options: JsonOptions;
  readonly #known = new Map<string | null, string>();
  /** By the parameters, which the findings of one content share. */
  readonly #parts = new Map<Params, readonly Parts[]>();
  #files = 0;

  constructor(out: Output, options: JsonOptions) {
    this.#out = out;
    this.#options = options;
  }

  async entry(entry: Entry): Promise<void> {
    await this.#out.write(this.#files++ === 0 ? '{"version":1,"files":[\n' : ',\n');
    if (entry.status === 'checked') await this.#checked(entry);
    else await this.#out.write(json(entry));
  }

  /** `skipped`: the files in the folders that are no workbooks; there is no such key where there are none. */
  async end(skipped: readonly string[] = []): Promise<void> {
    await this.#out.write(this.#files === 0 ? '{"version":1,"files":[' : '\n');
    await this.#out.write(skipped.length === 0 ? ']}\n' : `],"skipped":${json(skipped)}}\n`);
    await this.#out.finish();
  }

  async #checked(entry: CheckedEntry): Promise<void> {
    const [best] = entry.forms;
    const head = {
      file: entry.file,
      status: entry.status,
      template: best.form.id,
      sheet: best.sheet,
      counts: best.counts,
      figures: best.figures,
      procedure: this.#procedure(best),
      forms: entry.forms.map((summary) => ({
        template: summary.form.id,
        formVersion: summary.form.version,
        sheet: summary.sheet,
        range: summary.range,
        counts: summary.counts,
        figures: summary.figures,
        procedure: this.#procedure(summary),
        ...(summary.runnerUp ? { runnerUp: summary.runnerUp.id } : {}),
      })),
      ...(entry.copies.length > 0
        ? { copies: entry.copies, changes: entry.changes, ...(entry.left ? { countsAfterFix: entry.left } : {}) }
        : {}),
    };
    await this.#out.write(`${json(head).slice(0, -1)},"ignored":[`);
    let first = true;
    for (const one of entry.ignored) {
      await this.#out.write(`${first ? '' : COMMA}\n${json(this.#ignored(one))}`);
      first = false;
    }
    await this.#out.write('],"findings":[');
    first = true;
    for (const finding of entry.findings) {
      const wait = this.#write(finding, first);
      first = false;
      if (wait) await wait;
    }
    await this.#out.write(']}');
  }

  #procedure({ procedure }: FormSummary): readonly SaidStep[] {
    return procedure ? saidSteps(procedure, this.#options.language) : [];
  }

  /** A finding like any other, with the sender's reason behind it. */
  #ignored({ finding, reason }: IgnoredFinding): object {
    const { rule, severity, sheet, cell, field, params, expected, fix, basis, related } = finding;
    return {
      rule,
      severity,
      sheet,
      cell,
      field,
      case: finding.case,
      params,
      message: this.#options.sentence(finding, this.#options.language),
      ...(expected === undefined ? {} : { expected }),
      fix,
      basis,
      ...(related === undefined ? {} : { related }),
      reason,
    };
  }

  #write(finding: Finding, isFirst: boolean): Promise<void> | undefined {
    const { cell, fix } = finding;
    const parts = this.#partsOf(finding);
    void this.#out.writeBytes(isFirst ? parts.before.subarray(COMMA.length) : parts.before);
    // A cell's address is plain A1.
    void this.#out.write(cell === null ? 'null' : `"${cell}"`);
    if (fix.length === 0) return this.#out.writeBytes(parts.behind);
    void this.#out.writeBytes(parts.behind.subarray(0, parts.fixFrom));
    void this.#out.write(json(fix));
    return this.#out.writeBytes(parts.behind.subarray(parts.fixFrom + NO_FIX.length));
  }

  /** What a finding says but for its cell and fix: the same for all cells with one content, which come one after the other. */
  #partsOf(finding: Finding): Parts {
    // What points to another cell is said once.
    if (finding.related !== undefined) return this.#makeParts(finding);
    const alike = this.#parts.get(finding.params) ?? [];
    const known = alike.find((parts) => isSameBut(parts.finding, finding));
    if (known) return known;
    if (this.#parts.size >= MOST_PARTS || alike.length >= MOST_PARTS) this.#parts.clear();
    const parts = this.#makeParts(finding);
    this.#parts.set(finding.params, [...alike, parts]);
    return parts;
  }

  #makeParts(finding: Finding): Parts {
    const { rule, severity, sheet, field, params, expected, basis, related } = finding;
    const often = this.#often;
    const message = this.#options.sentence(finding, this.#options.language);
    const before = `${COMMA}\n{"rule":${often(rule)},"severity":${often(severity)},"sheet":${often(sheet)},"cell":`;
    const between =
      `,"field":${often(field)},"case":${often(finding.case)},"params":${json(params)},"message":${json(message)}` +
      `${expected === undefined ? '' : `,"expected":${json(expected)}`},"fix":`;
    const after = `,"basis":${often(basis)}${related === undefined ? '' : `,"related":${json(related)}`}}`;
    return {
      finding,
      before: Buffer.from(before),
      behind: Buffer.from(between + NO_FIX + after),
      fixFrom: Buffer.byteLength(between),
    };
  }

  /** The JSON of a text that one finding after the other has, made once. */
  readonly #often = (value: string | null): string => {
    let known = this.#known.get(value);
    if (known === undefined) this.#known.set(value, (known = json(value)));
    return known;
  };
}

const COMMA = ',';
const NO_FIX = '[]';

/** A finding's JSON in UTF-8 but for its cell, and without a fix, whose place is told. */
interface Parts {
  readonly finding: Finding;
  /** With the comma behind the finding before. */
  readonly before: Uint8Array;
  readonly behind: Uint8Array;
  readonly fixFrom: number;
}

/** So many different contents (about a kilobyte each) are remembered at once; a report has far more findings than kinds of them. */
const MOST_PARTS = 4096;

function isSameBut(known: Finding, other: Finding): boolean {
  return (
    known.rule === other.rule &&
    known.case === other.case &&
    known.severity === other.severity &&
    known.sheet === other.sheet &&
    known.field === other.field &&
    known.label === other.label &&
    known.basis === other.basis &&
    known.expected === other.expected &&
    known.wording === other.wording
  );
}

/** What JSON lets stand, but a terminal or an editor may obey, is written as an escape. */
function json(value: object | string | null): string {
  return replaceUnseen(
    JSON.stringify(value),
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
