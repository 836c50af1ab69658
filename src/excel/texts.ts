import type { Language } from '../forms/language.ts';

/** What the pane says in Excel before it can be shown, or in its place; `{name}` is filled in. */
const TEXTS = {
  'no-office-js': { zh: '连不上 Office 的脚本库', en: 'The script library of Office cannot be reached' },
  'no-office-js.next': {
    zh: '没能取到 {address}。请检查网络后再试；内网用户请告诉管理员：构建时可以选用随附的脚本库（部署说明里的 OFFICE_JS=local）。表格没有被改动。',
    en: '{address} could not be loaded. Check the network and try again. On a closed network tell your administrator: a build can bring the library along (OFFICE_JS=local in the deployment guide). Nothing was changed.',
  },
  'no-answer': { zh: 'Excel 没有应答', en: 'Excel does not answer' },
  'no-answer.next': {
    zh: '等了 {seconds} 秒，Excel 还没有与窗格接上。请关掉窗格再打开；还是不行，就重新启动 Excel。表格没有被改动。',
    en: 'Excel has not met the pane within {seconds} seconds. Close the pane and open it again; if that does not help, restart Excel. Nothing was changed.',
  },
  'not-in-office': { zh: '这一页要在 Excel 里打开', en: 'This page belongs into Excel' },
  'not-in-office.next': {
    zh: '它是 Excel 加载项的窗格，单独用浏览器打开没有表格可查。请在 Excel 的“填报助手”选项卡里点“打开面板”；没有 Excel 的机器，请用工作台。',
    en: 'It is the pane of an add-in for Excel; in a browser by itself it has no workbook to check. Press “Open pane” on the tab 填报助手 of Excel; without Excel use the workbench.',
  },
  'other-host': { zh: '填报助手不能在 {program} 里用', en: 'Tianbao does not work in {program}' },
  'other-host.next': {
    zh: '它检查的是 Excel 表格。请用 Excel 打开表格，再打开填报助手。',
    en: 'It checks workbooks. Open yours in Excel, and Tianbao there.',
  },
  'too-old': { zh: '这个 Excel 太旧', en: 'This Excel is too old' },
  'too-old.next': {
    zh: '填报助手需要 Excel 2021 或更新的版本，或者 Microsoft 365（接口 ExcelApi {needed}；本机是 {has}）。请联系管理员更新；在此之前，可以用浏览器打开工作台校验表格。',
    en: 'Tianbao needs Excel 2021 or later, or Microsoft 365 (ExcelApi {needed}; this one has {has}). Ask your administrator for an update; until then the workbench in a browser checks workbooks too.',
  },
  'no-set': { zh: '没有', en: 'none' },
  'went-wrong': { zh: '窗格没能打开', en: 'The pane could not be opened' },
  'went-wrong.next': {
    zh: '程序出了意外（{reason}）。请关掉窗格再打开。表格没有被改动。',
    en: 'Something unforeseen happened ({reason}). Close the pane and open it again. Nothing was changed.',
  },
  retry: { zh: '再试一次', en: 'Try again' },
} as const;

export type ShellText = keyof typeof TEXTS;

/** A text of Excel's shell, its places filled in. */
export function shellText(language: Language, key: ShellText, params: Readonly<Record<string, string>> = {}): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}

export const SHELL_TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = TEXTS;
