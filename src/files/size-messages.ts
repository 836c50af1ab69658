import type { FileMessage } from './file-messages.ts';
import type { Wording } from '../forms/form.ts';
import type { ReadingLimit } from './reading-limits.ts';

/** What a file can have too much of. */
type Measure =
  | ReadingLimit
  | 'file'
  | 'old-file'
  | 'part'
  | 'total'
  | 'ratio'
  | 'memory'
  | 'entries'
  | 'rows'
  | 'columns'
  | 'blocks';

const PRUNE: Wording = {
  zh: '请删去与表格无关的工作表、空白行和图片，或者拆成几个文件；来历不明的文件不要打开。',
  en: 'Remove sheets, blank rows and pictures that are not part of the form, or split the file; do not open a file you do not trust.',
};

const SPLIT: Wording = {
  zh: '请删去与表格无关的工作表、行和列，或者拆成几个文件再检查。',
  en: 'Remove sheets, rows and columns that are not part of the form, or split the file, and check again.',
};

const SAVE_ANEW: Wording = {
  zh: '请用 Excel 或 WPS 另存为新的 .xlsx 再检查；还不行就拆成几个文件。',
  en: 'Save it anew as .xlsx in Excel or WPS and check that; if that does not help, split the file.',
};

const TRUST_FIRST: Wording = {
  zh: '请核实文件来历；确认可信后，用 Excel 或 WPS 另存为新的 .xlsx 再检查。',
  en: 'Make sure where it comes from; if you trust it, save it anew as .xlsx in Excel or WPS and check that.',
};

type Words = readonly [zh: string, en: string, next: Wording];

/** What is too much, with `{limit}` in it, and what to do. */
const WORDS: Readonly<Record<Measure, Words>> = {
  file: ['文件超过 {limit}。', 'The file is larger than {limit}.', PRUNE],
  'old-file': ['这种格式的文件不能超过 {limit}。', 'A file of this format may not be larger than {limit}.', SAVE_ANEW],
  part: ['文件里有一部分解压后超过 {limit}。', 'A part of the file is larger than {limit} when unpacked.', PRUNE],
  total: ['文件解压后超过 {limit}。', 'The file is larger than {limit} when unpacked.', PRUNE],
  ratio: [
    '文件的压缩比异常（可能是“压缩包炸弹”），为安全起见不读取。',
    'The file is packed suspiciously tight (it may be a zip bomb); for safety it is not read.',
    TRUST_FIRST,
  ],
  memory: [
    '读取这个文件需要的内存过多，已停止。',
    'Reading the file takes too much memory and was stopped.',
    SAVE_ANEW,
  ],
  entries: ['文件里的部件超过 {limit} 个。', 'The file has more than {limit} parts.', PRUNE],
  cells: ['单元格超过 {limit} 个。', 'The file has more than {limit} cells.', SPLIT],
  rows: ['行数超过 {limit}。', 'The file has more than {limit} rows.', SPLIT],
  columns: ['列数超过 {limit}。', 'The file has more than {limit} columns.', SPLIT],
  sheets: ['工作表超过 {limit} 张。', 'The file has more than {limit} sheets.', SPLIT],
  formulas: ['公式超过 {limit} 个。', 'The file has more than {limit} formulas.', SPLIT],
  texts: ['不同的文字超过 {limit} 条。', 'The file has more than {limit} different texts.', SPLIT],
  text: [
    '有一个单元格的文字超过 {limit} 个字符。',
    'The text of one cell is longer than {limit} characters.',
    {
      zh: '请把太长的文字缩短，或移到附件里，再检查。',
      en: 'Shorten the text or move it to an attachment, and check again.',
    },
  ],
  runs: [
    '文字里单独设置的字体超过 {limit} 处。',
    'More than {limit} pieces of text have fonts of their own.',
    {
      zh: '请在 Excel 或 WPS 中选中文字，统一字体后再检查。',
      en: 'Give the texts one font in Excel or WPS and check again.',
    },
  ],
  repeated: ['重复的单元格超过 {limit} 个。', 'The file repeats more than {limit} cells.', SAVE_ANEW],
  spaces: ['文字里的空格超过 {limit} 个。', 'The texts have more than {limit} spaces.', SAVE_ANEW],
  hidden: [
    '隐藏的行和列超过 {limit}。',
    'More than {limit} rows and columns are hidden.',
    {
      zh: '请取消隐藏，或删去表格以外的行和列，再检查。',
      en: 'Unhide them or remove rows and columns beyond the form, and check again.',
    },
  ],
  merges: [
    '合并单元格超过 {limit} 处。',
    'The file has more than {limit} merged ranges.',
    {
      zh: '请在 Excel 或 WPS 中取消表格以外的合并单元格，再检查。',
      en: 'Split merged cells beyond the form in Excel or WPS and check again.',
    },
  ],
  children: [
    '一张工作表的条件格式等设置超过 {limit} 处。',
    'A sheet has more than {limit} settings such as conditional formats.',
    {
      zh: '请在 Excel 或 WPS 中清除多余的条件格式，再检查。',
      en: 'Clear conditional formats that nobody needs in Excel or WPS and check again.',
    },
  ],
  notes: [
    '一张工作表的批注超过 {limit} 条。',
    'A sheet has more than {limit} notes.',
    { zh: '请在 Excel 或 WPS 中删去多余的批注，再检查。', en: 'Delete notes in Excel or WPS and check again.' },
  ],
  properties: [
    '文件的自定义属性超过 {limit} 个。',
    'The file has more than {limit} custom properties.',
    {
      zh: '请把表格复制到新的工作簿，另存为 .xlsx 再检查。',
      en: 'Copy the form into a new workbook, save it as .xlsx and check that.',
    },
  ],
  relationships: [
    '一张工作表的超链接等引用超过 {limit} 个。',
    'A sheet has more than {limit} links and other references.',
    { zh: '请在 Excel 或 WPS 中删去超链接，再检查。', en: 'Remove links in Excel or WPS and check again.' },
  ],
  blocks: ['重叠的数组公式过多。', 'Too many array formulas lie over one another.', TRUST_FIRST],
};

const WORDS_BY_NAME: ReadonlyMap<string, Words> = new Map(Object.entries(WORDS));

const IN_BYTES: ReadonlySet<string> = new Set<Measure>(['file', 'old-file', 'part', 'total']);
const MEBIBYTE = 1024 * 1024;

/** The words for a file that has more of something than can be processed; `undefined` for what nobody knows. */
export function sizeMessage(what: string, limit: number): FileMessage | undefined {
  const words = WORDS_BY_NAME.get(what);
  if (!words) return undefined;
  const [zh, en, next] = words;
  const shown = IN_BYTES.has(what) ? `${String(Math.round(limit / MEBIBYTE))} MB` : limit.toLocaleString('en-US');
  return { message: { zh: zh.replace('{limit}', shown), en: en.replace('{limit}', shown) }, next };
}
