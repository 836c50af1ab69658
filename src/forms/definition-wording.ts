import type * as z from 'zod';
import type { DefinitionError, DefinitionPath } from './definition-error.ts';
import type { Wording } from './form.ts';
import { nearestName } from './nearest-name.ts';

/** The form that a text must have, by the expression in the schema that says so. */
const FORMATS: ReadonlyMap<string, Wording> = new Map([
  ['/^=./s', { zh: '公式，以 = 开头', en: 'a formula, beginning with =' }],
  ['/^\\d{4}-\\d{2}-\\d{2}$/', { zh: '日期，写作 2026-01-31', en: 'a date, written 2026-01-31' }],
  [
    '/^[a-z]+\\/[a-z]+(-[a-z]+)*$/',
    {
      zh: '县/表单，用小写拼音或英文，例如 jinzhai/pc-purchase',
      en: 'county/form in lower case, like jinzhai/pc-purchase',
    },
  ],
  ['/^[^[\\]]+\\[[^[\\]]+\\]$/', { zh: '一列，写作 表[列]', en: 'a column, written 表[列]' }],
]);

const KINDS: ReadonlyMap<string, Wording> = new Map([
  ['string', { zh: '文字', en: 'a text' }],
  ['number', { zh: '数字', en: 'a number' }],
  ['int', { zh: '整数', en: 'a whole number' }],
  ['boolean', { zh: 'true 或 false', en: 'true or false' }],
  ['array', { zh: '列表 [ … ]', en: 'a list [ … ]' }],
  ['object', { zh: '一组“名称: 内容”', en: 'a group of `name: content`' }],
  ['record', { zh: '一组“名称: 内容”', en: 'a group of `name: content`' }],
]);

/** What a schema found wrong, in our words: each unknown key is an error of its own. */
export function schemaErrors(
  error: z.core.$ZodError,
  before: DefinitionPath,
  /** Keys that are right here beside those of the schema. */
  keys: readonly string[],
): DefinitionError[] {
  return error.issues.flatMap((issue) => issueErrors(issue, before, keys));
}

function issueErrors(issue: z.core.$ZodIssue, before: DefinitionPath, keys: readonly string[]): DefinitionError[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? keys : [];
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known) }));
  }
  return [{ path, message: issueWording(issue) }];
}

/** That a key means nothing here, and which one may be meant. */
export function unknownKey(key: string, known: Iterable<string>): Wording {
  return withNearest({ zh: `这里没有“${key}”这一项`, en: `"${key}" means nothing here` }, key, known);
}

/** A wording, with the existing name that is nearest to what was written. */
export function withNearest(wording: Wording, name: string, known: Iterable<string>): Wording {
  const near = nearestName(name, known);
  if (near === undefined) return wording;
  return { zh: `${wording.zh}；是否应为“${near}”？`, en: `${wording.en}; is "${near}" meant?` };
}

function issueWording(issue: z.core.$ZodIssue): Wording {
  switch (issue.code) {
    case 'invalid_type':
      return expected(kind(issue.expected), issue.input);
    case 'invalid_value': {
      const values = issue.values.map(String);
      const list: Wording = { zh: values.join('、'), en: values.join(', ') };
      const wording = expected(
        values.length === 1 ? list : { zh: `${list.zh} 之一`, en: `one of ${list.en}` },
        issue.input,
      );
      return typeof issue.input === 'string' ? withNearest(wording, issue.input, values) : wording;
    }
    case 'invalid_format': {
      const format = 'pattern' in issue ? FORMATS.get(issue.pattern ?? '') : undefined;
      return expected(format ?? { zh: '其他写法', en: 'something else' }, issue.input);
    }
    case 'too_small':
    case 'too_big':
      return sizeWording(issue);
    case 'invalid_union':
      return expected(alternatives(issue.errors), issue.input);
    case 'custom':
      return ownWording(issue.params) ?? { zh: issue.message, en: issue.message };
    default:
      return { zh: `写法不对（${issue.message}）`, en: issue.message };
  }
}

function ownWording(params: Readonly<Record<string, unknown>> | undefined): Wording | undefined {
  const { zh, en } = params ?? {};
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : undefined;
}

function sizeWording(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Wording {
  const least = issue.code === 'too_small';
  const limit = String(least ? issue.minimum : issue.maximum);
  const [zh, en] = least ? ['至少', 'at least'] : ['至多', 'at most'];
  if (issue.origin === 'string' && least) return { zh: '不能为空', en: 'must not be blank' };
  if (issue.origin === 'string') return { zh: `${zh} ${limit} 个字符`, en: `${limit} characters ${en}` };
  if (issue.origin === 'array') return { zh: `${zh} ${limit} 项`, en: `${limit} entries ${en}` };
  if (issue.inclusive === false && least) return { zh: `应大于 ${limit}`, en: `must be above ${limit}` };
  return { zh: `应为${zh} ${limit} 的数字`, en: `must be a number of ${en} ${limit}` };
}

function kind(name: string): Wording {
  return KINDS.get(name) ?? { zh: name, en: name };
}

/** What each alternative expects of the whole value. */
function alternatives(branches: readonly (readonly z.core.$ZodIssue[])[]): Wording {
  const wordings = branches.flat().flatMap((issue): Wording[] => {
    if (issue.path.length > 0) return [];
    if (issue.code === 'invalid_type') return [kind(issue.expected)];
    if (issue.code === 'invalid_value') return [{ zh: issue.values.join('、'), en: issue.values.join(', ') }];
    return issue.code === 'invalid_union' ? [alternatives(issue.errors)] : [];
  });
  const each = (language: keyof Wording): string[] => [...new Set(wordings.map((wording) => wording[language]))];
  return { zh: each('zh').join('，或 '), en: each('en').join(', or ') };
}

function expected({ zh, en }: Wording, given: unknown): Wording {
  if (given === undefined) return { zh: `缺少这一项：应为${zh}`, en: `missing: ${en} is expected` };
  if (given === null) return { zh: `没有填写：应为${zh}`, en: `nothing is given: ${en} is expected` };
  if (typeof given === 'number' || typeof given === 'boolean') {
    const said = String(given);
    const quoted = zh === KINDS.get('string')?.zh;
    const hint = quoted
      ? { zh: `；请加引号：'${said}'`, en: `; put it in quotation marks: '${said}'` }
      : { zh: '', en: '' };
    return { zh: `应为${zh}，而不是 ${said}${hint.zh}`, en: `${en} is expected, not ${said}${hint.en}` };
  }
  const said = typeof given === 'string' ? shortened(given) : undefined;
  if (said === undefined) return { zh: `应为${zh}`, en: `${en} is expected` };
  return { zh: `应为${zh}，而不是“${said}”`, en: `${en} is expected, not "${said}"` };
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}
