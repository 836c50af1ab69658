import type { Language } from '../forms/language.ts';
import { hasOwn } from '../sheets/own.ts';

/** Every text of the workbench in both languages; `{name}` is filled in. */
const TEXTS = {
  title: { zh: '填报助手', en: 'Tianbao' },
  open: { zh: '打开', en: 'Open' },
  'open-label': { zh: '打开表格文件', en: 'Open a workbook' },
  'save-as': { zh: '另存为', en: 'Save as' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  'insert-rows': { zh: '在上方插入行', en: 'Insert rows above' },
  'insert-rows-below': { zh: '在下方插入行', en: 'Insert rows below' },
  'delete-rows': { zh: '删除行', en: 'Delete rows' },
  'rows-outside': {
    zh: '只能在表单的明细行里增删行：请先选中明细里的一行或几行。',
    en: 'Rows can be inserted and deleted inside a form’s table only: select one or more of its rows first.',
  },
  'rows-last': { zh: '明细至少要留一行。', en: 'At least one row of the table must stay.' },
  'rows-protected': {
    zh: '这个工作表设了保护，不能增删行。请先在 Excel 或 WPS 里撤销工作表保护。',
    en: 'The sheet is protected: its rows cannot be changed. Take the protection away in Excel or WPS first.',
  },
  'rows-array': {
    zh: '这里有数组公式，在它中间不能增删行。',
    en: 'There is an array formula here; rows inside it cannot be inserted or deleted.',
  },
  'rows-pivot': {
    zh: '这里有数据透视表，在它中间不能增删行。',
    en: 'There is a pivot table here; rows inside it cannot be inserted or deleted.',
  },
  'rows-table': {
    zh: '这样会删掉 Excel 表格的标题行、汇总行或全部数据行，请在 Excel 或 WPS 里删。',
    en: 'This would delete the headings, the totals or all rows of an Excel table. Do it in Excel or WPS.',
  },
  'rows-merge': {
    zh: '这样会删掉合并单元格的首行，里面的内容会丢。请先在 Excel 或 WPS 里拆分它。',
    en: 'This would delete the first row of a merged block, and its content with it. Split it in Excel or WPS first.',
  },
  'rows-full': { zh: '工作表已满，不能再插入行。', en: 'The sheet is full: no row can be inserted.' },
  'rows-mapping': {
    zh: '这个工作表与 XML 数据有映射，不能增删行。',
    en: 'The sheet is mapped to XML data: its rows cannot be changed here.',
  },
  samples: { zh: '示例', en: 'Samples' },
  'choose-sample': { zh: '打开示例…', en: 'Open a sample…' },
  'choose-blank': { zh: '新建空白表单…', en: 'New blank form…' },
  opening: { zh: '正在打开 {name}…', en: 'Opening {name}…' },
  saving: { zh: '正在保存…', en: 'Saving…' },
  saved: { zh: '已另存为 {name}。', en: 'Saved as {name}.' },
  'saved-new': {
    zh: '已另存为 {name}：原格式不能直接写入，另存成了新的 .xlsx。',
    en: 'Saved as {name}: the file’s own format cannot be written, so it became a new .xlsx.',
  },
  'saved-skipped': { zh: '{cells} 没能写入。', en: '{cells} could not be written.' },
  'saved-without-formula': {
    zh: '{cells} 的公式有误或这里不支持，没有存进文件，原来的内容保留。',
    en: 'The formula in {cells} is wrong or not supported here; it is not in the file, which keeps what was there.',
  },
  'saved-without-note': { zh: '{count} 格只有颜色，没有批注。', en: '{count} cells are coloured without a note.' },
  'not-saved': { zh: '没能保存：', en: 'Not saved:' },
  'not-opened': { zh: '打不开 {name}：', en: '{name} cannot be opened:' },
  unsaved: { zh: '未保存', en: 'not saved' },
  'unsaved-question': {
    zh: '“{name}”有改动还没有保存。要丢掉这些改动吗？',
    en: '“{name}” has changes that are not saved. Discard them?',
  },
  'drop-here': { zh: '把表格拖到这里', en: 'Drop a workbook here' },
  'drop-here.next': {
    zh: '支持 .xlsx .xls .et .ods .csv。文件只在这台电脑上处理，不会上传。',
    en: '.xlsx, .xls, .et, .ods and .csv. Files stay on this computer; nothing is sent.',
  },
  signed: {
    zh: '这份表带有数字签名：可以校验，保存会使签名失效，因此不提供保存。',
    en: 'The file bears a digital signature. It can be checked; saving would void the signature and is not offered.',
  },
  refused: {
    zh: '这里能改单元格的内容，并用上方按钮在表单的明细里增删行。列、合并和格式请在 Excel 或 WPS 里改。',
    en: 'Contents of cells can be changed here, and rows of a form’s table by the buttons above. Change columns, merges and formats in Excel or WPS.',
  },
  drafts: { zh: '上次没有保存的改动', en: 'Changes not saved last time' },
  'drafts.note': {
    zh: '只存在这台电脑的浏览器里，保存后或七天后自动删除。',
    en: 'Kept in this computer’s browser only, and deleted once saved or after seven days.',
  },
  restore: { zh: '恢复', en: 'Restore' },
  'restore-draft': { zh: '恢复 {name}', en: 'Restore {name}' },
  'delete-drafts': { zh: '删除全部草稿', en: 'Delete all drafts' },
  'drafts-deleted': {
    zh: '这台电脑的浏览器里的草稿都已删除；打开着的表没有动，再改动时会另存草稿。',
    en: 'All drafts in this computer’s browser are deleted. What is open stays; its next change begins a new draft.',
  },
  restored: { zh: '已恢复 {name} 的改动，还没有保存。', en: 'The changes of {name} are back; they are not saved yet.' },
  'not-restored': { zh: '没能恢复草稿：', en: 'The draft cannot be restored: ' },
  'draft-gone': { zh: '这份草稿已经不在了。', en: 'The draft is no longer there.' },
  'worker-broke': {
    zh: '处理文件的程序中断了，多半是内存不够。请关掉不用的网页再试；还是不行，就刷新本页。',
    en: ' the program that handles files broke off, most likely for want of memory. Close pages that you do not need and try again; if that does not help, reload this page.',
  },
  close: { zh: '关闭', en: 'Close' },
  'grid-label': { zh: '表格', en: 'Sheets' },
  'show-grid': { zh: '表格', en: 'Sheets' },
  'show-pane': { zh: '校验结果', en: 'Findings' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type WorkbenchTextKey = keyof typeof TEXTS;

export function workbenchText(
  language: Language,
  key: WorkbenchTextKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (place, name: string) =>
    hasOwn(params, name) ? String(params[name]) : place,
  );
}

export const WORKBENCH_TEXT_KEYS = Object.keys(TEXTS) as readonly WorkbenchTextKey[];
