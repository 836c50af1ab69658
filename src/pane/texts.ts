import type { Language } from '../forms/language.ts';
import { DIAGNOSTICS_TEXTS } from './diagnostics/texts.ts';
import { GALLERY_TEXTS } from './gallery/texts.ts';
import { OVERVIEW_TEXTS } from './overview/texts.ts';
import { REVIEW_TEXTS } from './review/texts.ts';
import type { Wording } from './wording.ts';
import { hasOwn } from '../sheets/own.ts';

/** Every text of the pane in both languages; `{name}` is filled in. A key without both is an error of types. */
const TEXTS = {
  ...DIAGNOSTICS_TEXTS,
  ...GALLERY_TEXTS,
  ...OVERVIEW_TEXTS,
  ...REVIEW_TEXTS,
  'tabs-label': { zh: '侧边栏的四个部分', en: 'Parts of the pane' },
  'tab-findings': { zh: '问题', en: 'Findings' },
  'tab-overview': { zh: '概览', en: 'Overview' },
  'tab-review': { zh: '审阅', en: 'Review' },
  'tab-gallery': { zh: '模板', en: 'Forms' },
  'app-name': { zh: '填报助手', en: 'Tianbao' },
  'pane-label': { zh: '填报助手侧边栏', en: 'Tianbao side pane' },
  'other-language': { zh: 'English', en: '中文' },
  check: { zh: '校验', en: 'Check' },
  'check-again': { zh: '重新校验', en: 'Check again' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  checking: { zh: '正在校验…', en: 'Checking…' },
  reading: { zh: '正在读取…', en: 'Reading…' },
  'no-document': { zh: '还没有打开表格', en: 'No workbook is open' },
  'no-document.next': {
    zh: '打开一份填好的表，或从空白表单开始。',
    en: 'Open a form that is filled in, or begin with a blank one.',
  },
  'not-checked': { zh: '尚未校验', en: 'Not checked yet' },
  'not-checked.next': {
    zh: '点“校验”，逐格对照办法检查这份表。表格不会被改动。',
    en: 'Press “Check” to compare every cell with the rules. Nothing is changed.',
  },
  'form-on-sheet': { zh: '{county} · 工作表“{sheet}” {range}', en: '{county} · sheet “{sheet}” {range}' },
  'form-score': { zh: '匹配度 {percent}%', en: '{percent}% match' },
  'form-runner-up': { zh: '也像《{title}》', en: 'It also looks like “{title}”' },
  'choose-form': { zh: '按哪种表单检查', en: 'Check as' },
  'any-form': { zh: '自动识别', en: 'Recognise the form' },
  'more-forms': { zh: '另有 {count} 份表单', en: '{count} more forms' },
  error: { zh: '错误', en: 'Errors' },
  warning: { zh: '警告', en: 'Warnings' },
  info: { zh: '提示', en: 'Hints' },
  ignored: { zh: '已忽略', en: 'Ignored' },
  'one-error': { zh: '错误', en: 'Error' },
  'one-warning': { zh: '警告', en: 'Warning' },
  'one-info': { zh: '提示', en: 'Hint' },
  'filter-label': { zh: '按严重程度筛选', en: 'Filter by severity' },
  'filter-count': { zh: '{severity} {count} 条', en: '{severity} {count}' },
  'group-by': { zh: '排列', en: 'Group' },
  'by-cell': { zh: '按单元格', en: 'By cell' },
  'by-rule': { zh: '按规则', en: 'By rule' },
  'findings-label': { zh: '发现的问题', en: 'Findings' },
  'whole-sheet': { zh: '整张表', en: 'Whole sheet' },
  locate: { zh: '定位', en: 'Go to' },
  'locate-cell': { zh: '定位到 {cell}', en: 'Go to {cell}' },
  fix: { zh: '修复', en: 'Fix' },
  'fix-cell': { zh: '修复 {cell}：{before} 改为 {after}', en: 'Fix {cell}: {before} becomes {after}' },
  'fix-all': { zh: '全部修复（{count}）', en: 'Fix all ({count})' },
  'fix-all-of': { zh: '修复这条规则的全部 {count} 处', en: 'Fix all {count} of this rule' },
  'fix-everything': { zh: '修复全部可修复的（{count}）', en: 'Fix all that can be fixed ({count})' },
  'fix-preview': { zh: '将要改动 {count} 处', en: '{count} changes' },
  'fix-preview.note': {
    zh: '请先过目。改动可以一次撤销；带公式的单元格不动。',
    en: 'Look them over first. One undo takes them back; cells with formulas stay.',
  },
  'fix-apply': { zh: '改这 {count} 处', en: 'Make {count} changes' },
  'change-cell': { zh: '单元格', en: 'Cell' },
  'change-before': { zh: '原值', en: 'Now' },
  'change-after': { zh: '改为', en: 'Becomes' },
  becomes: { zh: '改为', en: 'becomes' },
  blank: { zh: '（空）', en: '(blank)' },
  'one-of': { zh: '可填：{values}', en: 'One of: {values}' },
  basis: { zh: '依据', en: 'Basis' },
  'basis-show': { zh: '看原文', en: 'Show the text' },
  'basis-hide': { zh: '收起原文', en: 'Hide the text' },
  ignore: { zh: '忽略', en: 'Ignore' },
  'ignore-cell': { zh: '忽略 {cell} 的这一条', en: 'Ignore this one of {cell}' },
  'ignore-title': { zh: '忽略这一条', en: 'Ignore this finding' },
  'ignore-reason': { zh: '理由', en: 'Reason' },
  'ignore-hint': {
    zh: '理由随表保存，审核人看得到。该格改成别的值后，会重新检查。',
    en: 'The reason is kept in the workbook and shown to the reviewer. Once the cell has another value it is judged anew.',
  },
  'ignore-missing': { zh: '请写明理由。', en: 'Give a reason.' },
  'ignored-because': { zh: '已忽略：{reason}', en: 'Ignored: {reason}' },
  restore: { zh: '恢复', en: 'Restore' },
  'restore-cell': { zh: '恢复 {cell} 的这一条', en: 'Restore this one of {cell}' },
  mark: { zh: '标记到表格', en: 'Mark in the sheet' },
  'clear-marks': { zh: '清除标记', en: 'Clear marks' },
  marked: {
    zh: '已标记 {count} 个单元格：错误标红、警告标黄，批注写明原因。',
    en: '{count} cells marked: errors red, warnings yellow, with a note each.',
  },
  'marked-without-note': {
    zh: '其中 {count} 格只有颜色，没有批注。',
    en: '{count} of them are coloured without a note.',
  },
  'nothing-to-mark': { zh: '没有需要标记的单元格。', en: 'There is nothing to mark.' },
  cleared: { zh: '已清除 {count} 个单元格的标记。', en: 'Marks of {count} cells cleared.' },
  'nothing-to-clear': { zh: '表格里没有我们的标记。', en: 'The sheets have no marks of ours.' },
  fixed: { zh: '已改 {count} 处。', en: '{count} cells changed.' },
  'fixed-skipped': { zh: '{cells} 有公式，没有动。', en: '{cells} have formulas and stay as they are.' },
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: '已还原 {count} 处。', en: '{count} cells restored.' },
  'undone-kept': {
    zh: '{cells} 后来又改过，保持现状。',
    en: '{cells} were changed since and stay as they are.',
  },
  'document-changed': {
    zh: '表格在校验之后改过，没有动它；已重新校验，请再看一遍。',
    en: 'The sheets were changed since the check, so nothing was done. They were checked again: look once more.',
  },
  'cell-clear': { zh: '{cell} 没有发现问题。', en: 'Nothing was found in {cell}.' },
  'cell-gone': { zh: '找不到这个单元格，请重新校验。', en: 'The cell is no longer there: check again.' },
  stale: { zh: '校验之后表格又改过。', en: 'The sheets were changed since the check.' },
  live: { zh: '边填边查', en: 'Check while filling in' },
  'all-clear': { zh: '没有发现问题', en: 'Nothing found' },
  'all-clear.next': {
    zh: '对照《{title}》的全部规则检查过了。',
    en: 'Checked against all rules for “{title}”.',
  },
  'none-shown': { zh: '筛选后没有要列出的。', en: 'The filter leaves nothing to list.' },
  unrecognised: { zh: '认不出这是哪种表单', en: 'The form is not recognised' },
  'no-form': {
    zh: '这份表里没有我们认识的表单。标题或表头可能被改动过。',
    en: 'There is no form in it that we know. Its title or headings may have been changed.',
  },
  'not-chosen-form': {
    zh: '《{title}》的标题和栏目在这份表里也没有找到。请选别的表单，或核对标题和表头。',
    en: 'Neither the title nor the headings of “{title}” are in it. Choose another form, or look at its title and headings.',
  },
  'ambiguous-form': {
    zh: '它同样像这几种表单：{forms}。请选定一种。',
    en: 'It looks equally like these: {forms}. Choose one.',
  },
  'no-header': {
    zh: '像是《{title}》，但找不到它的表头。请恢复表头后再校验。',
    en: 'It looks like “{title}”, but its headings are not there. Restore them and check again.',
  },
  'form-is-other': {
    zh: '这是《{title}》，不是所选的表单。',
    en: 'This is “{title}”, not the form chosen.',
  },
  failed: { zh: '没有校验成', en: 'The check failed' },
  'failed.next': {
    zh: '程序出了意外：{reason}。表格没有被改动，请再试一次。',
    en: 'Something unforeseen happened: {reason}. Nothing was changed; try again.',
  },
  'failed.worker': {
    zh: '检查程序中断了，多半是内存不够。请关掉不用的网页和表格，再点“校验”；还是不行，就刷新或重新打开本页。表格没有被改动。',
    en: 'The program that checks broke off, most likely for want of memory. Close pages and workbooks that you do not need and press “Check” again; if that does not help, reload this page. Nothing was changed.',
  },
  'check-lost': {
    zh: '这一步没有做成，正在重新校验，请稍后再试一次。',
    en: 'That was not done. The sheets are being checked again: try once more after it.',
  },
  'read-only': {
    zh: '这份表不许改动（只读或受保护）。请另存一份，在新文件里再试。',
    en: 'The workbook cannot be changed (read-only or protected). Save a copy and try again there.',
  },
  busy: { zh: '有单元格正在编辑，请先按回车结束编辑。', en: 'A cell is being edited: press Enter first.' },
  protected: {
    zh: '工作表受保护，没有改动。请先在“审阅”里撤销工作表保护，再试一次。',
    en: 'The sheet is protected, and nothing was changed. Unprotect it on the Review tab, then try again.',
  },
  'shared-workbook': {
    zh: '工作簿处于共享状态，不许加颜色和批注，没有改动。请先在“审阅”里取消共享工作簿，再试一次。',
    en: 'The workbook is shared, which leaves no room for colours and comments; nothing was changed. Stop sharing it on the Review tab, then try again.',
  },
  gone: {
    zh: '要改的工作表或单元格已经不在了。请重新校验。',
    en: 'The sheet or the cells are no longer there. Check again.',
  },
  filtered: {
    zh: '筛选隐藏了要改的行，没有改动。请先清除筛选，再试一次。',
    en: 'A filter hides rows that would be changed, and nothing was. Clear the filter, then try again.',
  },
  conflict: {
    zh: '表格程序正忙，或有别人正在改同一处，没有改完。请稍等片刻，重新校验后再试。',
    en: 'The program is busy, or somebody is editing the same place, and this was not finished. Wait a moment, check again, then try again.',
  },
  'fixed-cells': {
    zh: '要改的单元格属于数据透视表、数组公式或合并单元格，程序不许单独改动。请在表里手工修改。',
    en: 'The cells belong to a pivot table, an array formula or a merged block, which cannot be changed in part. Change them by hand.',
  },
  'too-large': {
    zh: '数据太多，表格程序一次处理不了。请把无关的工作表移到别的文件，再试一次。',
    en: 'This is more than the program takes at once. Move sheets that do not belong here to another file, then try again.',
  },
  inactive: {
    zh: '请先点一下这份表格的窗口，让它到最前面，再试一次。',
    en: 'Click the window of this workbook to bring it to the front, then try again.',
  },
  disconnected: {
    zh: '与表格程序的连接断开了，没有改完。请保存表格，关闭后重新打开，再试一次。',
    en: 'The connection to the program is lost, and this was not finished. Save the workbook, close and open it again, then try again.',
  },
  unsupported: {
    zh: '当前程序做不到这一步。请在表里手工操作，或换用较新的版本。',
    en: 'This program cannot do that. Do it by hand in the sheet, or use a newer version.',
  },
  'host-failed': { zh: '表格程序没有照办，请再试一次。', en: 'The spreadsheet program did not comply; try again.' },
  'summary-announced': {
    zh: '校验完成：错误 {error} 条，警告 {warning} 条，提示 {info} 条。',
    en: 'Checked: {error} errors, {warning} warnings, {info} hints.',
  },
  'rule-count': { zh: '{count} 条', en: '{count}' },
} as const satisfies Wording;

export type TextKey = keyof typeof TEXTS;

export type TextParams = Readonly<Record<string, string | number>>;

/** A text of the pane, its places filled in. */
export function text(language: Language, key: TextKey, params: TextParams = {}): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (place, name: string) =>
    hasOwn(params, name) ? String(params[name]) : place,
  );
}

/** All keys, for tests. */
export const TEXT_KEYS = Object.keys(TEXTS) as readonly TextKey[];
