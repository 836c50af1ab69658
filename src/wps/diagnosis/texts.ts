import type { Language } from '../../forms/language.ts';

const TEXTS = {
  title: { zh: 'WPS 诊断', en: 'WPS diagnosis' },
  what: {
    zh: '查一查本机的 WPS 在各版本不一样的地方是怎样的：能读写什么、告诉加载项什么、用多少时间。',
    en: 'Finds out how the WPS on this machine does what builds differ in: what can be read and written, what add-ins are told, how long it takes.',
  },
  how: {
    zh: '诊断会新建一个空白工作簿，只在里面试，完成后不保存、直接关闭；打开着的表格不会被改动。约需十秒，其间请不要操作 WPS。要连“撤销”一起查，请先关闭其他所有表格。',
    en: 'It makes a new empty workbook, tries things in there only, and closes it without saving; workbooks that are open are not changed. It takes about ten seconds; leave WPS alone meanwhile. To have undo looked at too, close all other workbooks first.',
  },
  sent: {
    zh: '结果可以发给技术人员。里面没有单元格内容、文件名、路径和人名。',
    en: 'The result can be sent to whoever helps you. It holds no content of cells, no name of a file, a folder or a person.',
  },
  start: { zh: '开始诊断', en: 'Start' },
  running: { zh: '正在诊断：{percent}%', en: 'Finding out: {percent}%' },
  done: { zh: '诊断完成。', en: 'Done.' },
  failed: {
    zh: '没能新建工作簿，什么都没有查。请关闭打开着的对话框、结束单元格编辑，再试一次。',
    en: 'No workbook could be made, and nothing was found out. Close open dialogs, end the editing of cells, and try again.',
  },
  result: { zh: '诊断结果', en: 'Result' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制。', en: 'Copied.' },
  'not-copied': { zh: '没能复制，请在下面全选后按 Ctrl+C。', en: 'Not copied: select all below and press Ctrl+C.' },
  save: { zh: '保存到桌面', en: 'Save on the desktop' },
  saved: { zh: '已保存：{name}', en: 'Saved: {name}' },
  'not-saved': { zh: '没能保存，请改用“复制”。', en: 'Not saved: use Copy instead.' },
  back: { zh: '返回', en: 'Back' },
} as const;

export type DiagnosisText = keyof typeof TEXTS;

export function diagnosisText(
  language: Language,
  key: DiagnosisText,
  params: Readonly<Record<string, string>> = {},
): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}

export const DIAGNOSIS_TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = TEXTS;
