import type { Language } from '../forms/language.ts';

/** What the pane's frame says in WPS; `{name}` is filled in. */
const TEXTS = {
  hide: { zh: '收起', en: 'Hide' },
  'hide.why': {
    zh: '收起面板。有的 WPS 版本在面板打开时点不动功能区，收起就好。',
    en: 'Hide the pane. In some versions of WPS the ribbon takes no clicks while a pane is open.',
  },
  'not-hidden': {
    zh: '这个 WPS 不让面板收起自己，请点面板右上角的“×”。',
    en: 'This WPS does not let a pane hide itself: press × at its top right.',
  },
  diagnosis: { zh: 'WPS 诊断', en: 'WPS diagnosis' },
  'not-in-wps': { zh: '这一页要在 WPS 表格里打开', en: 'This page belongs into WPS Spreadsheets' },
  'not-in-wps.next': {
    zh: '它是 WPS 表格加载项的面板，单独用浏览器打开没有表格可查。请在 WPS 表格的“填报助手”选项卡里点“打开面板”；没有 WPS 的机器，请用工作台。',
    en: 'It is the pane of an add-in for WPS Spreadsheets; in a browser by itself it has no workbook to check. Press “Pane” on the tab 填报助手 of WPS; without WPS use the workbench.',
  },
  'went-wrong': { zh: '面板没能打开', en: 'The pane could not be opened' },
  'went-wrong.next': {
    zh: '程序出了意外（{reason}）。请收起面板，再从“填报助手”选项卡打开；还是不行，就重新启动 WPS。表格没有被改动。',
    en: 'Something unforeseen happened ({reason}). Hide the pane and open it again from the tab 填报助手; if that does not help, restart WPS. Nothing was changed.',
  },
} as const;

export type WpsText = keyof typeof TEXTS;

/** A text of the frame, its places filled in. */
export function wpsText(language: Language, key: WpsText, params: Readonly<Record<string, string>> = {}): string {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}

export const WPS_TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = TEXTS;

/** Chinese but for a WPS in English. */
export function languageOf(displayLanguage: string): Language {
  return /^en\b/i.test(displayLanguage) ? 'en' : 'zh';
}
