import type { DefinitionPath } from './definition-error.ts';
import type { DefinitionNames } from './definition-names.ts';
import { withNearest } from './definition-wording.ts';
import type { Faults } from './faults.ts';
import { foldLabel } from './fold.ts';
import type { Field, Wording } from './form.ts';
import type { LayoutContent } from './layout.ts';
import { LAYOUT_PARTS, type FieldCellDefinition, type SentenceCellDefinition } from './layout-definition.ts';
import type { LaidOut } from './layout-loader.ts';
import { hasOwn } from '../sheets/own.ts';

/** A cell whose place follows from those before it. `columns` is `null` where nothing is said of it. */
export interface OpenCell {
  readonly columns: number | null;
  readonly rows: number;
  readonly lines: number;
  readonly content: LayoutContent;
}

interface Common {
  readonly rows?: number | undefined;
  readonly lines?: number | undefined;
}

/** Reads the cells of a layout, and keeps count of the fields in them. */
export class LayoutCells {
  readonly #form: LaidOut;
  readonly #names: DefinitionNames;
  readonly #faults: Faults;
  readonly #labels = new Set<string>();
  readonly #values = new Set<string>();

  constructor(form: LaidOut, names: DefinitionNames, faults: Faults) {
    this.#form = form;
    this.#names = names;
    this.#faults = faults;
  }

  /**
   * The cells of a row; two rows where a value stands below its label.
   * @param colon Whether labels end in a colon.
   */
  rows(written: readonly unknown[], path: DefinitionPath, colon: boolean): OpenCell[][] {
    const cells = written.flatMap((cell, index) => this.#cell(cell, [...path, index], colon));
    const below = cells.findIndex((cell) => 'below' in cell);
    if (below < 0) return [cells];
    if (written.length === 1) return cells.map((cell) => [cell]);
    this.#faults.add([...path, Math.min(below, written.length - 1)], {
      zh: 'below 的字段要独占一行',
      en: 'a field with below has its row to itself',
    });
    return [];
  }

  /** A printed line. */
  words(
    definition: {
      readonly text: string;
      readonly printed?: Readonly<Record<string, string>> | undefined;
      readonly align?: 'left' | 'center' | 'right' | undefined;
      readonly bold?: true | undefined;
    } & Common,
    path: DefinitionPath,
  ): OpenCell[] {
    const { text, printed = {}, align = null, bold = false } = definition;
    const pieces = this.#withClauses(text).split(/\{([^{}]*)\}/);
    const words = pieces.filter((_, at) => at % 2 === 0);
    const blanks = pieces.filter((_, at) => at % 2 === 1);
    blanks.forEach((field, index) => {
      if (this.#faults.add([...path, 'text'], this.#names.field(field))) return;
      this.#count(field, [...path, 'text'], 'both');
      this.#findUnlabelled(field, words[index] ?? '', [...path, 'text']);
    });
    const content = { kind: 'text' as const, words, blanks: this.#blanks(blanks, printed, path), align, bold };
    return [open(definition, null, content)];
  }

  /** `{条款}`: the words of a clause. */
  #withClauses(text: string): string {
    return text.replace(/\{([^{}]*)\}/g, (place, name: string) => {
      const clause = this.#names.fields.has(name) ? undefined : this.#form.clauses[name];
      return clause?.text ?? place;
    });
  }

  /** Tells of fields that a form has and its layout lacks. */
  findMissing(path: DefinitionPath): void {
    for (const { key, optional, labels, beside, paragraph } of this.#form.fields) {
      if (!this.#values.has(key)) {
        if (optional) continue;
        this.#faults.add(path, { zh: `版面上没有字段“${key}”`, en: `the field "${key}" is not placed` });
      } else if (
        !this.#labels.has(key) &&
        beside === undefined &&
        paragraph === undefined &&
        !this.#sharesLabel(key, labels)
      ) {
        const fault = {
          zh: `字段“${key}”只有值，没有标签`,
          en: `of the field "${key}" there is the value, but no label`,
        };
        this.#faults.add(path, fault);
      }
    }
  }

  /** Groups of ticks may stand beside one another behind one label. */
  #sharesLabel(key: string, labels: readonly string[]): boolean {
    return this.#form.fields.some(
      (other) => other.key !== key && this.#labels.has(other.key) && other.labels[0] === labels[0],
    );
  }

  #cell(written: unknown, path: DefinitionPath, colon: boolean): (OpenCell | (OpenCell & { below: true }))[] {
    if (typeof written === 'string') return this.#field({ field: written }, path, path, colon);
    const { cells } = LAYOUT_PARTS;
    const has = (key: string): boolean => typeof written === 'object' && written !== null && key in written;
    if (has('field')) {
      const field = this.#faults.parse(cells.field, written, path, Object.keys(cells.field.shape));
      return field ? this.#field(field, [...path, 'field'], path, colon) : [];
    }
    if (has('label')) {
      const label = this.#faults.parse(cells.label, written, path, Object.keys(cells.label.shape));
      return label ? this.#label(label.label, label, [...path, 'label'], path, colon) : [];
    }
    if (has('value')) {
      const value = this.#faults.parse(cells.value, written, path, Object.keys(cells.value.shape));
      return value ? this.#value(value.value, value, [...path, 'value']) : [];
    }
    if (has('sentence')) {
      const sentence = this.#faults.parse(cells.sentence, written, path, Object.keys(cells.sentence.shape));
      return sentence ? this.#sentence(sentence, path) : [];
    }
    const known = ['field', 'label', 'value', 'sentence', ...Object.keys(cells.text.shape)];
    const text = this.#faults.parse(cells.text, written, path, known);
    return text ? this.words(text, path).map((cell) => ({ ...cell, columns: text.span ?? null })) : [];
  }

  #field(cell: FieldCellDefinition, at: DefinitionPath, path: DefinitionPath, colon: boolean): OpenCell[] {
    const { field: name, label, value, below = false, inline = false, wording, rows, lines, ...says } = cell;
    const field = this.#known(name, at);
    if (!field) return [];
    if (inline || below) this.#findIdle(cell, path);
    if (inline) {
      this.#count(name, at, 'both');
      const words = [withColon(this.#wording(field, wording, path)), ''];
      const blanks = this.#blanks([name], says.printed === undefined ? {} : { [name]: says.printed }, path);
      const content = { kind: 'text' as const, words, blanks, align: null, bold: false };
      return [open({ rows, lines }, value ?? null, content)];
    }
    const cells = [
      ...this.#label(name, { span: below ? null : (label ?? 1), rows, wording }, at, path, colon || below),
      ...this.#value(name, { span: value ?? null, rows, lines, ...says }, at),
    ];
    return below ? cells.map((one) => ({ ...one, below: true as const })) : cells;
  }

  #label(
    name: string,
    says: { readonly span?: number | null | undefined; readonly wording?: string | undefined } & Common,
    at: DefinitionPath,
    path: DefinitionPath,
    colon: boolean,
  ): OpenCell[] {
    const field = this.#known(name, at);
    if (!field) return [];
    this.#count(name, at, 'label');
    const wording = this.#wording(field, says.wording, path);
    const text = colon ? withColon(wording) : wording;
    return [open(says, says.span === undefined ? 1 : says.span, { kind: 'label', field: name, text })];
  }

  #value(
    name: string,
    says: {
      readonly span?: number | null | undefined;
      readonly printed?: string | undefined;
      readonly suffix?: string | undefined;
      readonly boxes?: 'behind' | undefined;
      readonly align?: 'left' | 'center' | 'right' | undefined;
      readonly title?: true | undefined;
    } & Common,
    at: DefinitionPath,
  ): OpenCell[] {
    if (!this.#known(name, at)) return [];
    this.#count(name, at, 'value');
    const { printed = '', suffix = '', span = null, boxes = 'before', align = null, title: isTitle = false } = says;
    return [open(says, span, { kind: 'value', field: name, printed, suffix, boxes, align, isTitle })];
  }

  #sentence(cell: SentenceCellDefinition, path: DefinitionPath): OpenCell[] {
    const { sentence: name, printed = {}, before = '', behind = '' } = cell;
    const sentence = this.#form.sentences.find(({ blanks }) => blanks.includes(name));
    if (!sentence) {
      const wording = { zh: `没有含空格“${name}”的句子`, en: `no sentence has a blank "${name}"` };
      const known = this.#form.sentences.flatMap(({ blanks }) => blanks);
      this.#faults.add([...path, 'sentence'], withNearest(wording, name, known));
      return [];
    }
    for (const field of sentence.blanks) this.#count(field, [...path, 'sentence'], 'both');
    const blanks = this.#blanks(sentence.blanks, printed, path);
    const last = sentence.words.length - 1;
    const words = sentence.words.map((word, at) => (at === 0 ? before : '') + word + (at === last ? behind : ''));
    const content = { kind: 'text' as const, words, blanks, align: null, bold: false };
    return [open(cell, cell.span ?? null, content)];
  }

  #blanks(
    fields: readonly string[],
    printed: Readonly<Record<string, string>>,
    path: DefinitionPath,
  ): { readonly field: string; readonly printed: string }[] {
    for (const name of Object.keys(printed)) {
      if (fields.includes(name)) continue;
      const wording: Wording = { zh: `这里没有空格“${name}”`, en: `there is no blank "${name}" here` };
      this.#faults.add([...path, 'printed', name], withNearest(wording, name, fields));
    }
    return fields.map((field) => ({ field, printed: printed[field] ?? '' }));
  }

  #known(name: string, path: DefinitionPath): Field | undefined {
    if (this.#names.tables.has(name) && !this.#names.fields.has(name)) {
      const fault = {
        zh: `“${name}”是表；请另起一行写作 { table: ${name} }`,
        en: `"${name}" is a table; give it a row: { table: ${name} }`,
      };
      this.#faults.add(path, fault);
      return undefined;
    }
    if (this.#faults.add(path, this.#names.field(name))) return undefined;
    return this.#form.fields.find(({ key }) => key === name);
  }

  #count(name: string, path: DefinitionPath, what: 'label' | 'value' | 'both'): void {
    for (const [part, seen, zh, en] of [
      ['label', this.#labels, '标签', 'label'],
      ['value', this.#values, '值', 'value'],
    ] as const) {
      if (what !== part && what !== 'both') continue;
      if (seen.has(name)) {
        const fault = { zh: `“${name}”的${zh}已放过一次`, en: `the ${en} of "${name}" has been placed already` };
        this.#faults.add(path, fault);
      }
      seen.add(name);
    }
  }

  #wording({ key, labels }: Field, given: string | undefined, path: DefinitionPath): string {
    const official = labels[0] ?? key;
    if (given === undefined) return official;
    if (labels.some((label) => foldLabel(label) === foldLabel(given))) return given;
    const fault = {
      zh: `“${given}”除去括号里的话，不是“${key}”的任何一种标签`,
      en: `"${given}", without its remarks in brackets, is no label of "${key}"`,
    };
    this.#faults.add([...path, 'wording'], fault);
    return given;
  }

  /** A blank among printed words stands behind its label, or is one of a sentence. */
  #findUnlabelled(name: string, before: string, path: DefinitionPath): void {
    const field = this.#form.fields.find(({ key }) => key === name);
    if (!field || this.#form.sentences.some(({ blanks }) => blanks.includes(name))) return;
    const folded = foldLabel(before);
    if (field.labels.some((label) => folded.endsWith(foldLabel(label)))) return;
    const fault = {
      zh: `{${name}} 前面应是它的标签和冒号；句子中间的空格请写在 sentences 里`,
      en: `before {${name}} its label and a colon are expected; blanks inside sentences go into \`sentences\``,
    };
    this.#faults.add(path, fault);
  }

  #findIdle(cell: FieldCellDefinition, path: DefinitionPath): void {
    const idle = cell.inline ? ['label', 'suffix', 'below'] : ['label', 'value', 'rows'];
    for (const key of idle) {
      if (!hasOwn(cell, key)) continue;
      const other = cell.inline ? 'inline' : 'below';
      const fault = { zh: `有 ${other} 时，${key} 不起作用`, en: `with ${other}, ${key} does nothing` };
      this.#faults.add([...path, key], fault);
    }
  }
}

function open({ rows = 1, lines = 1 }: Common, columns: number | null, content: LayoutContent): OpenCell {
  return { columns, rows, lines, content };
}

function withColon(label: string): string {
  return /[：:]\s*$/u.test(label) ? label : `${label}：`;
}
