import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { pathText, type DefinitionError, type DefinitionPath } from '../src/forms/definition-error.ts';

/** What a loader makes of data, or what is wrong with it. */
export type Loaded<T> =
  | { readonly value: T; readonly errors?: undefined }
  | { readonly value?: undefined; readonly errors: readonly DefinitionError[] };

export type ReadYaml<T> =
  | { readonly value: T; readonly complaints?: undefined }
  | { readonly value?: undefined; readonly complaints: readonly string[] };

/** What the most frequent faults of YAML are, in Chinese; the parser says them in English only. */
const YAML_FAULTS: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对：同一级的内容要对齐',
  TAB_AS_INDENT: '缩进只能用空格，不能用制表符（Tab）',
  DUPLICATE_KEY: '同一个名称写了两次',
  MISSING_CHAR: '缺少冒号、引号或括号，或没有对齐',
  UNEXPECTED_TOKEN: '这里多了字符，或前面少了引号、括号',
  BLOCK_AS_IMPLICIT_KEY: '一行里只能有一个“名称: 内容”；内容含冒号时请加引号',
  MULTILINE_IMPLICIT_KEY: '名称要写在一行里，后面跟冒号',
  BLOCK_IN_FLOW: '花括号、方括号里不能换成缩进的写法',
  BAD_ALIAS: '没有这个锚点（&名称）；内容以 * 开头时请加引号',
  BAD_DQ_ESCAPE: '双引号里的 \\ 写法不对；请改用单引号',
  BAD_SCALAR_START: '内容不能以这个字符开头；请加引号',
};

/**
 * Reads a YAML text. Complaints say `file:line:column: path: what is wrong`, in Chinese and English, in the order of the
 * lines; lines and columns count from 1.
 * @param name The file's path below templates/, with `/`.
 */
export function readYaml<T>(text: string, name: string, load: (data: unknown) => Loaded<T>): ReadYaml<T> {
  const lines = new LineCounter();
  const file = `templates/${name}`;
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${String(Math.max(1, line))}:${String(Math.max(1, col))}`;
  };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) return { complaints: broken.map((error) => `${at(error.pos[0])}: ${yamlWords(error)}`) };
  const result = load(document.toJS());
  if (!result.errors) return { value: result.value };
  const errors = result.errors.map(({ path, message }) => ({
    offset: offsetOf(document, path),
    said: `${path.length === 0 ? '' : `${pathText(path)}: `}${message.zh} / ${message.en}`,
  }));
  return {
    complaints: errors.sort((a, b) => a.offset - b.offset).map(({ offset, said }) => `${at(offset)}: ${said}`),
  };
}

function yamlWords({ code, message }: YAMLError): string {
  const english = message.replace(/ at line \d+, column \d+:[^]*$/, '');
  return `${YAML_FAULTS[code] ?? 'YAML 写法有误'} / ${english}`;
}

/** Where the value at a path begins, or its key where there is no value; of what is not there, the part that lacks it. */
function offsetOf(document: Document.Parsed, path: DefinitionPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const [at, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (!pair) return offset;
      const value = isLast(path, at) && isScalar(pair.value) && pair.value.value !== null ? pair.value : pair.key;
      offset = beginning(value) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = beginning(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function isLast(path: DefinitionPath, at: number): boolean {
  return at === path.length - 1;
}

function beginning(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}
