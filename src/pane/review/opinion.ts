import type { Language } from '../../forms/language.ts';
import type { FormName, ListedFinding } from '../check-calls.ts';
import { text, type TextKey, type TextParams } from '../texts.ts';

/** An opinion on a returned form, for its sender. */
export interface DraftedOpinion {
  /** Lines end in LF. */
  readonly text: string;
  readonly conclusion: 'return' | 'approve';
}

/** What of a check an opinion is made of. */
export interface CheckedForOpinion {
  readonly forms: readonly { readonly form: FormName }[];
  readonly findings: readonly ListedFinding[];
}

export interface OpinionOptions {
  readonly language: Language;
  /** The sender's reasons are good enough: what is ignored need not be mended. */
  readonly acceptsIgnored: boolean;
}

/** So many cells are named where several have the same wrong. */
const CELLS_NAMED = 12;
/** Of one rule at one field so many different sentences are written out. */
const SENTENCES_OF_A_KIND = 5;
/** So many items are written out under one heading. */
const MOST_ITEMS = 100;

/** Findings that come to one sentence. */
interface Item {
  readonly first: ListedFinding;
  readonly cells: string[];
}

/**
 * Drafts an opinion: what must be corrected, what is to be looked into, and what was found fit to be tidied, each with
 * its cells and what it rests on; and the conclusion that follows, for the reviewer to decide.
 */
export function draftOpinion({ forms, findings }: CheckedForOpinion, options: OpinionOptions): DraftedOpinion {
  const { language, acceptsIgnored } = options;
  const say = (key: TextKey, params?: TextParams): string => text(language, key, params);
  const accepted = findings.filter(({ ignored }) => acceptsIgnored && ignored !== null);
  const open = findings.filter(({ ignored }) => !acceptsIgnored || ignored === null);
  const of = (severity: ListedFinding['severity']): ListedFinding[] => open.filter((one) => one.severity === severity);
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  const composer = new Composer(language, new Set(findings.map(({ sheetId }) => sheetId)).size > 1);
  // What nobody has filled in has no errors, and is nothing to approve of.
  const isBlank = open.some(({ rule }) => rule === 'not-filled');
  const conclusion = errors.length > 0 || isBlank ? 'return' : 'approve';

  composer.heading(forms.map(({ form }) => form));
  const counts = { error: errors.length, warning: warnings.length, info: infos.length };
  composer.line(say(open.length === 0 ? 'opinion.clean' : 'opinion.found', counts));
  composer.section('opinion.errors', errors);
  composer.section('opinion.warnings', warnings);
  composer.untidy(infos);
  composer.section('opinion.accepted', accepted);
  composer.line('');
  const ending =
    conclusion === 'return' ? 'opinion.returned' : warnings.length > 0 ? 'opinion.approved-with' : 'opinion.approved';
  composer.line(say(ending));
  composer.line('');
  composer.line(say('opinion.signature'));
  return { text: composer.text(), conclusion };
}

class Composer {
  readonly #language: Language;
  /** Whether cells need their sheet's name. */
  readonly #manySheets: boolean;
  readonly #lines: string[] = [];
  #sections = 0;

  constructor(language: Language, manySheets: boolean) {
    this.#language = language;
    this.#manySheets = manySheets;
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  line(line: string): void {
    this.#lines.push(line);
  }

  heading(forms: readonly FormName[]): void {
    const [best] = forms;
    if (!best) return;
    const { title, englishTitle, source } = best;
    const params = {
      title,
      englishTitle,
      document: source.document,
      name: source.name,
      annex: source.annex,
      count: forms.length,
    };
    this.line(this.#say('opinion.heading', params));
    this.line('');
    this.line(this.#say(forms.length > 1 ? 'opinion.received-forms' : 'opinion.received', params));
  }

  /** Findings under a heading, numbered. */
  section(
    heading: 'opinion.errors' | 'opinion.warnings' | 'opinion.accepted',
    findings: readonly ListedFinding[],
  ): void {
    if (findings.length === 0) return;
    this.#begin(heading, findings.length);
    const { items, rest } = itemsOf(findings);
    items.forEach((item, at) => this.#item(item, at + 1));
    if (rest > 0) this.line(this.#say('opinion.rest', { count: rest }));
  }

  /** What is accepted as it is and could be tidier is named, not explained. */
  untidy(findings: readonly ListedFinding[]): void {
    if (findings.length === 0) return;
    this.#begin('opinion.infos', findings.length);
    const cells = [...new Set(findings.map((finding) => this.#place(finding)))];
    this.line(this.#say('opinion.untidy', { cells: this.#cells(cells) }));
  }

  #begin(heading: TextKey, count: number): void {
    this.#sections++;
    this.line('');
    this.line(this.#say(heading, { number: numeral(this.#sections, this.#language), count }));
  }

  #item({ first, cells }: Item, number: number): void {
    const { field, message, basis, expected, fix, ignored } = first;
    const places = cells.length > 1 ? this.#cells(this.#withSheet(first, cells)) : this.#place(first);
    const named = field === null || message.includes(field) ? '' : this.#say('opinion.field', { field });
    this.line(this.#say('opinion.item', { number, places: places + named, message }));
    if (fix.length === 0 && !expected.every((value) => message.includes(value))) {
      const values = this.#list(expected.slice(0, CELLS_NAMED)) + (expected.length > CELLS_NAMED ? '…' : '');
      this.line(this.#say('opinion.expected', { values }));
    }
    if (basis !== null && !message.includes(basis)) this.line(this.#say('opinion.basis', { basis }));
    if (ignored !== null) this.line(this.#say('opinion.reason', { reason: ignored }));
  }

  #place({ cell, sheet }: ListedFinding): string {
    const place = cell ?? this.#say('whole-sheet');
    return this.#manySheets ? this.#say('opinion.on-sheet', { sheet, place }) : place;
  }

  /** The sheet's name once, before the first cell. */
  #withSheet({ sheet }: ListedFinding, cells: readonly string[]): readonly string[] {
    const [first = '', ...others] = cells;
    return this.#manySheets ? [this.#say('opinion.on-sheet', { sheet, place: first }), ...others] : cells;
  }

  #cells(cells: readonly string[]): string {
    if (cells.length <= CELLS_NAMED) return this.#list(cells);
    return this.#say('opinion.cells', { cells: this.#list(cells.slice(0, CELLS_NAMED)), count: cells.length });
  }

  #list(words: readonly string[]): string {
    return words.join(this.#language === 'zh' ? '、' : ', ');
  }

  #say(key: TextKey, params?: TextParams): string {
    return text(this.#language, key, params);
  }
}

/** Stands in no text of a workbook. */
const APART = '\0';

/** Findings in the order of the sheet, those of one sentence together; `rest`: how many are not written out. */
function itemsOf(findings: readonly ListedFinding[]): { readonly items: readonly Item[]; readonly rest: number } {
  const items = new Map<string, Item>();
  const kinds = new Map<string, number>();
  let rest = 0;
  for (const finding of findings) {
    const { rule, sheetId, field, message, ignored, cell } = finding;
    const kind = [sheetId, rule, field ?? ''].join(APART);
    const key = [kind, message, ignored ?? ''].join(APART);
    const known = items.get(key);
    if (known) {
      if (cell !== null) known.cells.push(cell);
      continue;
    }
    const sentences = kinds.get(kind) ?? 0;
    if (sentences >= SENTENCES_OF_A_KIND || items.size >= MOST_ITEMS) {
      rest++;
      continue;
    }
    kinds.set(kind, sentences + 1);
    items.set(key, { first: finding, cells: cell === null ? [] : [cell] });
  }
  return { items: [...items.values()], rest };
}

const CHINESE_NUMERALS = '一二三四五六七八九';
const ROMAN_NUMERALS = ['I', 'II', 'III', 'IV', 'V'];

function numeral(number: number, language: Language): string {
  return language === 'zh' ? CHINESE_NUMERALS.charAt(number - 1) : (ROMAN_NUMERALS[number - 1] ?? String(number));
}
