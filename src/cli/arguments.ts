import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../forms/language.ts';
import type { TotalUnit } from '../procedure/read-total.ts';
import { say, type TextKey } from './texts.ts';

export type Format = 'text' | 'json';

/** What the user asked for. */
export type Command =
  | { readonly name: 'help' | 'version' | 'forms'; readonly language: Language }
  | CheckRequest
  | UnflagRequest
  | NewRequest
  | ProcedureRequest;

export interface CheckRequest {
  readonly name: 'check';
  readonly language: Language;
  /** Files and folders as typed. */
  readonly inputs: readonly string[];
  /** Check as this form only. */
  readonly form: string | null;
  readonly format: Format;
  /** Where flagged (fixed) copies go. */
  readonly annotate: string | null;
  readonly fix: string | null;
  /** What the sender ignores for a reason does not count. */
  readonly acceptIgnored: boolean;
}

export interface UnflagRequest {
  readonly name: 'unflag';
  readonly language: Language;
  readonly inputs: readonly string[];
  /** Where the files without flags go. */
  readonly output: string;
}

export interface NewRequest {
  readonly name: 'new';
  readonly language: Language;
  /** The id of the form. */
  readonly form: string;
  /** The file to be written. */
  readonly output: string;
  /** Replace a file that is there. */
  readonly force: boolean;
}

/** Amount, county, category and date are as typed. */
export interface ProcedureRequest {
  readonly name: 'procedure';
  readonly language: Language;
  readonly county: string | null;
  readonly total: string | null;
  readonly unit: TotalUnit | null;
  readonly category: string | null;
  readonly date: string | null;
  /** Also what does not apply, with the reason. */
  readonly all: boolean;
  readonly format: Format;
}

/** The command line was not understood; `message` says what is wrong with it, in the user's language. */
export class UsageError extends Error {
  readonly language: Language;

  constructor(language: Language, key: TextKey, params: Readonly<Record<string, string>> = {}) {
    super(say(language, key, params));
    this.name = 'UsageError';
    this.language = language;
  }
}

const FORMATS: readonly Format[] = ['text', 'json'];
const UNITS: readonly TotalUnit[] = ['万元', '元'];
const FLAGS: ReadonlySet<string> = new Set(['help', 'version', 'all', 'force', 'accept-ignored']);
const OF_COMMAND: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['forms', new Set(['lang'])],
  ['check', new Set(['form', 'format', 'annotate', 'fix', 'accept-ignored', 'lang'])],
  ['unflag', new Set(['output', 'lang'])],
  ['new', new Set(['output', 'force', 'lang'])],
  ['procedure', new Set(['county', 'total', 'unit', 'category', 'date', 'all', 'format', 'lang'])],
]);
const VALUED = new Set([...OF_COMMAND.values()].flatMap((names) => [...names]).filter((name) => !FLAGS.has(name)));
/** A negative amount is an answer of its own, not a missing one. */
const NEGATIVE = /^-[\d.]/u;

/**
 * Reads the arguments behind `tianbao`.
 * @throws {UsageError} for anything it does not know: nothing is guessed, nothing ignored.
 */
export function parseArguments(args: readonly string[]): Command {
  // Not strict: the parser's own complaints are in English and name no way out.
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
      all: { type: 'boolean' },
      force: { type: 'boolean' },
      'accept-ignored': { type: 'boolean' },
      ...Object.fromEntries([...VALUED].map((name) => [name, { type: 'string' as const }])),
      output: { type: 'string', short: 'o' },
    },
  });
  const positionals: string[] = [];
  const options: Option[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    else if (token.kind === 'option') options.push(token);
  }
  const language = languageOf(options);
  const values = readOptions(options, language);
  if (options.some((option) => option.name === 'help')) return { name: 'help', language };
  if (options.some((option) => option.name === 'version')) return { name: 'version', language };
  return commandOf(positionals, values, language);
}

interface Option {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** Looked for first of all, so that complaints come in the language asked for. */
function languageOf(options: readonly Option[]): Language {
  const asked = options.find((option) => option.name === 'lang')?.value;
  return LANGUAGES.find((language) => language === asked) ?? 'zh';
}

function readOptions(options: readonly Option[], language: Language): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const seen = new Set<string>();
  for (const { name, rawName: option, value, inlineValue } of options) {
    if (FLAGS.has(name)) {
      if (value !== undefined) throw new UsageError(language, 'unwanted-value', { option });
      if (name !== 'help' && name !== 'version') values.set(name, '');
      continue;
    }
    if (!VALUED.has(name) || !(option.startsWith('--') || option === '-o'))
      throw new UsageError(language, 'unknown-option', { option });
    if (seen.has(name)) throw new UsageError(language, 'repeated-option', { option });
    seen.add(name);
    // "--fix --lang en": the next option is not a folder's name; one that starts with "-" is given as --fix=-x.
    const isNext = inlineValue !== true && value?.startsWith('-') && !(name === 'total' && NEGATIVE.test(value));
    if (value === undefined || value === '' || isNext) {
      throw new UsageError(language, 'missing-value', { option });
    }
    values.set(name, value);
  }
  return values;
}

function commandOf(
  [command, ...inputs]: readonly string[],
  values: ReadonlyMap<string, string>,
  language: Language,
): Command {
  if (command === undefined) throw new UsageError(language, 'no-command');
  const known = OF_COMMAND.get(command);
  if (!known) throw new UsageError(language, 'unknown-command', { command });
  for (const name of values.keys()) {
    if (!known.has(name)) throw new UsageError(language, 'unknown-option', { option: nameOf(name) });
  }
  oneOf(values, 'lang', LANGUAGES, language);
  if (command === 'forms' || command === 'procedure') {
    const argument = inputs[0];
    if (argument !== undefined) throw new UsageError(language, 'unwanted-argument', { command, argument });
    return command === 'forms' ? { name: 'forms', language } : procedureRequest(values, language);
  }
  if (command === 'new') return newRequest(inputs, values, language);
  if (inputs.length === 0 || inputs.includes('')) throw new UsageError(language, 'no-inputs');
  if (command === 'unflag') {
    const output = values.get('output');
    if (output === undefined) throw new UsageError(language, 'no-output');
    return { name: 'unflag', language, inputs, output };
  }
  return {
    name: 'check',
    language,
    inputs,
    form: values.get('form') ?? null,
    format: oneOf(values, 'format', FORMATS, language) ?? 'text',
    annotate: values.get('annotate') ?? null,
    fix: values.get('fix') ?? null,
    acceptIgnored: values.has('accept-ignored'),
  };
}

function newRequest(
  [form, argument]: readonly string[],
  values: ReadonlyMap<string, string>,
  language: Language,
): NewRequest {
  if (form === undefined || form === '') throw new UsageError(language, 'no-form-named');
  if (argument !== undefined) throw new UsageError(language, 'unwanted-argument', { command: 'new', argument });
  const output = values.get('output');
  if (output === undefined) throw new UsageError(language, 'no-output-file');
  return { name: 'new', language, form, output, force: values.has('force') };
}

function procedureRequest(values: ReadonlyMap<string, string>, language: Language): ProcedureRequest {
  return {
    name: 'procedure',
    language,
    county: values.get('county') ?? null,
    total: values.get('total') ?? null,
    unit: oneOf(values, 'unit', UNITS, language) ?? null,
    category: values.get('category') ?? null,
    date: values.get('date') ?? null,
    all: values.has('all'),
    format: oneOf(values, 'format', FORMATS, language) ?? 'text',
  };
}

/** An option as it is written in the help. */
function nameOf(name: string): string {
  return name === 'output' ? '-o' : `--${name}`;
}

function oneOf<T extends string>(
  values: ReadonlyMap<string, string>,
  name: string,
  allowed: readonly T[],
  language: Language,
): T | undefined {
  const value = values.get(name);
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(language, 'wrong-value', { option: `--${name}`, allowed: allowed.join(', '), value });
  }
  return found;
}
