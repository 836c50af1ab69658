import type { Wording } from '../form.ts';
import type { ExpressionError, ExpressionErrorCode } from './expression-error.ts';

const WORDINGS: Readonly<Record<ExpressionErrorCode, Wording>> = {
  'not-a-formula': { zh: '公式应以 = 开头', en: 'a formula begins with =' },
  'too-long': { zh: '公式太长，最多 {limit} 个字符', en: 'the formula is too long; {limit} characters at most' },
  'too-deep': { zh: '公式嵌套太深，最多 {limit} 层', en: 'the formula is nested too deep; {limit} levels at most' },
  syntax: { zh: '从这里起看不懂', en: 'it cannot be read on from here' },
  'unknown-function': { zh: '没有 {name} 这个函数', en: 'there is no function {name}' },
  'argument-count': {
    zh: '{name} 需要 {least} 到 {most} 个参数，这里有 {given} 个',
    en: '{name} takes {least} to {most} arguments, here are {given}',
  },
  'cell-reference': {
    zh: '不能引用单元格 {reference}，请写 [@列]、表[列] 或 fields[字段]',
    en: 'cells such as {reference} cannot be referred to; write [@列], 表[列] or fields[字段]',
  },
  'unknown-name': {
    zh: '不认识“{name}”；文字请加双引号，字段请写 fields[字段]',
    en: '"{name}" is unknown; texts need quotation marks, a field is fields[字段]',
  },
  'unknown-construct': { zh: '定义里的公式不能用 {text}', en: '{text} cannot be used in a definition' },
  'column-expected': {
    zh: '{name} 的第 {argument} 个参数应是一整列：表[列]',
    en: 'argument {argument} of {name} must be a whole column: 表[列]',
  },
  'several-values': {
    zh: '公式的结果是一整列；请用 SUM、COUNT 等得出一个值',
    en: 'the formula gives a whole column; make one value of it with SUM, COUNT …',
  },
};

/** What is wrong with a formula, and where in it, in both languages. */
export function wordingOf(error: ExpressionError): Wording {
  const { zh, en } = WORDINGS[error.code];
  const fill = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (_, name: string) => String(error.params[name] ?? name));
  const place = String(error.position + 1);
  return {
    zh: `公式第 ${place} 个字符处：${fill(zh)}`,
    en: `formula, character ${place}: ${fill(en)}`,
  };
}
