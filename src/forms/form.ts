import type { Expression } from './expressions/expression.ts';
import type { Layout } from './layout.ts';

/**
 * A form as the rest of the core uses it: what the loader makes of a definition in `templates/`, with defaults
 * filled in, shorthand spelled out as rules and formulas parsed. Plain data, so it can be stored as JSON.
 */
export interface Form {
  /** `<county>/<form>`, the path of its definition below `templates/`. */
  readonly id: string;
  /** The date of this edition of the definition, `YYYY-MM-DD`. */
  readonly version: string;
  /** The county or district, in Chinese. */
  readonly county: string;
  readonly title: string;
  /** Other titles the same form goes by. */
  readonly otherTitles: readonly string[];
  /** Its name in English, for lists. */
  readonly englishTitle?: string;
  /** In one line what it is for. */
  readonly purpose?: Wording;
  readonly source: { readonly document: string; readonly name: string; readonly annex: string };
  /** The clauses that findings rest on, by the short name used in `basis`. */
  readonly clauses: Readonly<Record<string, Clause>>;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly fields: readonly Field[];
  readonly tables: readonly Table[];
  /** Reference data that formulas look up. */
  readonly lists?: readonly List[];
  readonly rules: readonly RuleUse[];
  readonly figures: readonly Figure[];
  /** What the procedure of its county is told for. */
  readonly procedure?: ProcedureLink;
  /** Wording printed on the form that is neither label nor heading nor value (notes, seals, opinions). */
  readonly printed: readonly string[];
  /** The blank official form. */
  readonly layout?: Layout;
}

export type Severity = 'error' | 'warning' | 'info';

/** A sentence of ours in both languages, with `{name}` where a parameter goes. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** A clause of a regulation or standard: where it stands, and its words. */
export interface Clause {
  readonly document: string;
  readonly place: string;
  readonly text: string;
}

/** A part of a form that repeats labels of another part (before and after a change); known by a line above it. */
export interface Section {
  readonly key: string;
  readonly headings: readonly string[];
}

/** A printed sentence with blanks in it: `{原系统名称}系统于{原申请日期}申请…`; each blank is a field. */
export interface Sentence {
  readonly section: string | null;
  /** Printed words and blanks in turn; the first and last entries are words, possibly empty. */
  readonly words: readonly string[];
  readonly blanks: readonly string[];
}

/** A labelled value. */
export interface Field {
  readonly key: string;
  /** The spellings of its label, the official one first; empty for a blank in a sentence. */
  readonly labels: readonly string[];
  /** For a label that stands several times (联系电话): the field whose label it follows. */
  readonly after: string | null;
  /** For a date that is printed without a label: the field in whose cell or row, or just below which, it stands. */
  readonly beside?: string;
  /** For a part of a letter, which has no label: which paragraph of its section it is. */
  readonly paragraph?: ParagraphPlace;
  readonly section: string | null;
  /** Whether the official form has it on every copy; an optional one may be absent without a word. */
  readonly optional: boolean;
  /** Printed words that mean nothing has been filled in yet (`2020年   月   日起`). */
  readonly hints: readonly string[];
  readonly type: ValueType;
}

export interface ParagraphPlace {
  /** What the whole paragraph is like; its first group, where it has one, is the value. `null`: all that are no other field's. */
  readonly like: string | null;
  /** The last paragraph that is like that, not the first. */
  readonly last: boolean;
}

export interface Table {
  readonly key: string;
  readonly section: string | null;
  readonly columns: readonly Column[];
  /** Columns that alone do not make a row (序号). */
  readonly ignoreIfOnly: readonly string[];
  /** Rows printed on the official form. */
  readonly printedRows: number;
  /** Whether the table may be absent (annexed) without a word. */
  readonly optional: boolean;
  /** The rows that the form prints, by what stands in one column of them. */
  readonly entries?: { readonly column: string; readonly list: readonly Entry[] };
}

/** Reference data: columns of equal length. */
export interface List {
  readonly key: string;
  readonly columns: Readonly<Record<string, readonly (string | number | null)[]>>;
}

/** What a form prints in a row that is to be filled in: a chapter of an outline, a paper to hand in. */
export interface Entry {
  /** With its number, as it is printed. */
  readonly text: string;
  /** What is printed below it in its cell. */
  readonly note?: string;
  /** Other words for it. */
  readonly same: readonly string[];
  /** Its row may be left out without a word. */
  readonly optional: boolean;
  /** The entry that heads it, by its place in the list, above; `null`: none. */
  readonly heading: number | null;
}

export interface Column {
  readonly key: string;
  readonly labels: readonly string[];
  /** Spellings of the heading above it in a two-row header; empty where there is none. */
  readonly groups: readonly string[];
  /** A blank below a value means "as above". */
  readonly carryDown: boolean;
  /** The official form has it, but a copy without it is still complete. */
  readonly optional: boolean;
  readonly type: ValueType;
}

export type MoneyUnit = '元' | '万元' | '亿元';
export type DatePrecision = 'year' | 'month' | 'day';

/** How a cell is to be read; each kind has its reader in `values/`. */
export type ValueType = Kind & {
  /** Answers that leave the value open (待定, 长期): a warning, whatever the kind. */
  readonly doubtful?: readonly string[];
};

type Kind =
  /**
   * `lines`: a line break inside is an accident (`join`, names) or belongs there (`keep`, descriptions).
   * `none`: 无 means that nothing is filled in (`blank`, the default), or is itself the answer (`value`).
   */
  | { readonly kind: 'text'; readonly lines: 'join' | 'keep'; readonly none?: 'blank' | 'value' }
  | {
      readonly kind: 'integer' | 'number';
      readonly min?: number;
      readonly max?: number;
      readonly units: readonly string[];
      /** Those of the units that are not the column's own: how many of its own one of them is. */
      readonly conversions?: readonly { readonly unit: string; readonly times: number }[];
      /** Words that may stand before the number. */
      readonly before?: readonly string[];
      /** The form prints no unit beside the cell: one that is written there stays. */
      readonly unitInCell?: true;
    }
  /** Read into `unit`; at most so many `decimals` of the amount in 元, default 2: 0.055 万元 is 550 元 and has none. */
  | {
      readonly kind: 'money';
      readonly unit: MoneyUnit;
      readonly min?: number;
      readonly max?: number;
      readonly decimals: number;
      /** The cell may say more than the amount (总投资300万元，其中…); its unit is said with it. */
      readonly inText?: true;
    }
  /** The value is a serial day number, 1900 system. */
  | {
      readonly kind: 'date';
      readonly precision: DatePrecision;
      /** The form prints 年月日 in the gap: what is to be tidied becomes 2024年1月15日 there, not 2024-01-15. */
      readonly inCharacters?: true;
      /** The day from which on: of a span (自2024年1月15日起至…) the first one counts. */
      readonly begins?: true;
    }
  | ChoiceType
  /** Options printed in one or several cells, chosen with a mark (☑ √ ■ …). */
  | { readonly kind: 'ticks'; readonly options: readonly Option[]; readonly single: boolean }
  | { readonly kind: 'phone' | 'email' | 'ports' | 'specification' | 'amount-in-words' }
  /**
   * A stretch of time, in months. `range`: it must be said from when to when, with `months` to the month. `inText`: it may
   * be said in words of any kind (合同签订后半年); what can be read must be right.
   */
  | { readonly kind: 'period'; readonly range?: true | 'months'; readonly inText?: true }
  /** A length `n`, or precision and scale `p,s`. */
  | { readonly kind: 'length' }
  | PatternType;

/** Text that must match a pattern as a whole; `hint` says in words what is expected. */
export interface PatternType {
  readonly kind: 'pattern';
  readonly pattern: string;
  readonly hint: Wording;
  /** The standard that says how the last character follows from the others: GB 32100 (统一社会信用代码), GB 11643 (公民身份号码). */
  readonly checksum?: 'GB 32100' | 'GB 11643';
  /** Several codes may stand in one cell, separated by 、，,;； or line breaks. */
  readonly multiple?: boolean;
}

export interface ChoiceType {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** The list ends in 等: another value is a warning, not an error. */
  readonly open: boolean;
  /** Several options may stand in one cell, separated by 、，,/;； or line breaks. */
  readonly multiple: boolean;
  /** Answers that leave open which option is meant: a warning also where the list is closed. */
  readonly doubtful: readonly string[];
}

export interface Option {
  readonly value: string;
  /** The letter or number that stands for it and ends its `value` (字符型C: `C`): code and name mean the same alone or together; a name with another option's code is a contradiction. */
  readonly code?: string;
  /** Spellings as right as the listed one: accepted without a word. */
  readonly same: readonly string[];
  /** Other words for it: accepted, the listed one is offered (info). A `*` at the end stands for anything. */
  readonly synonyms: readonly string[];
  /** Words that say more than it or a little else (DM8, 准实时): read as it, but the listed one is never written over them. */
  readonly like?: readonly string[];
  /** Words that look like it but are not, or leave open which is meant: never proposed, never taken for it. */
  readonly not: readonly string[];
}

/** One application of a rule. Exactly one of field, table, table + column, or none (the form). */
export interface RuleUse {
  readonly rule: string;
  readonly field?: string;
  readonly table?: string;
  readonly column?: string;
  /** Only where this holds, for its row or the form; where that is unknown, not. */
  readonly when?: Expression;
  /** Instead of the rule's own severity. */
  readonly severity?: Severity;
  /** A key of {@link Form.clauses}; `null`: a check of ours. */
  readonly basis: string | null;
  /** Instead of the rule's own message. */
  readonly message?: Wording;
  /** As the rule's options schema made it; formulas (`=…`) are parsed to {@link Expression}. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What the procedure of a county is asked for from a filled form. */
export interface ProcedureLink {
  readonly total: Expression;
  readonly unit: '元' | '万元';
  /** A category of the procedure, or what gives its name. */
  readonly category?: string | Expression;
}

/** A number the form amounts to. */
export type Figure = {
  readonly key: string;
  readonly label: Wording;
  readonly unit: string;
  /** A rate from 0 to 1, shown to people as a percentage. */
  readonly percent?: true;
  /** The figure that says by how much it changes: before the change it was so much less. */
  readonly change?: string;
} & (
  | { readonly formula: Expression }
  /** How many different combinations of these columns of one table there are. */
  | { readonly distinct: { readonly table: string; readonly columns: readonly string[] } }
  /** What a column adds up to, and how that splits by what a formula says of each row. */
  | { readonly sum: { readonly table: string; readonly column: string }; readonly by: Expression }
  /** How a column's rows split by value. */
  | { readonly parts: { readonly table: string; readonly column: string } }
  /** What these fields add up to, and how that splits among them. */
  | { readonly fields: readonly string[] }
);
