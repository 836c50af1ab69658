import type { Wording } from '../../forms/form.ts';

/** Words of the ribbon: titles have room for 125 characters, descriptions for 250. */
export const RIBBON_TEXTS = {
  app: { zh: '填报助手', en: 'Tianbao' },
  'app.about': {
    zh: '逐格对照办法检查县区政务信息化项目的表单：指出错在哪里、依据哪一条、怎么改，并能标记和修复。全部在本机进行，表格不会上传。',
    en: 'Checks the forms of county IT projects, cell by cell, against the regulations they come from: what is wrong, by which article, and how to mend it. All on this machine; nothing is uploaded.',
  },
  'started.title': { zh: '填报助手已就绪', en: 'Tianbao is ready' },
  'started.text': {
    zh: '打开填好的表，到“填报助手”选项卡点“校验”。表格不会被改动。',
    en: 'Open a form that is filled in and press Check on the Tianbao tab. Nothing is changed.',
  },
  'group.check': { zh: '检查', en: 'Check' },
  'group.marks': { zh: '标记', en: 'Marks' },
  'group.new': { zh: '新建表单', en: 'New form' },
  'group.help': { zh: '帮助', en: 'Help' },
  pane: { zh: '打开面板', en: 'Open pane' },
  'pane.tip': {
    zh: '打开右侧的面板：问题、概览、审阅、模板。',
    en: 'Opens the pane at the right: findings, overview, review, forms.',
  },
  check: { zh: '校验', en: 'Check' },
  'check.tip': {
    zh: '逐格对照办法检查这份表，结果列在面板里。表格不会被改动。',
    en: 'Compares every cell with the rules; what is found is listed in the pane. Nothing is changed.',
  },
  mark: { zh: '标记', en: 'Mark' },
  'mark.tip': {
    zh: '把错误标红、警告标黄，并写上原因。单元格原有的格式和批注不动，随时可以清除。',
    en: 'Colours errors red and warnings yellow, and says why. Your own formats and notes stay; it can be cleared at any time.',
  },
  clear: { zh: '清除标记', en: 'Clear marks' },
  'clear.tip': {
    zh: '去掉本工具加的颜色和说明，别的一概不动。',
    en: 'Takes away the colours and texts that this tool has put in, and nothing else.',
  },
  cell: { zh: '填报助手：本格的问题', en: 'Tianbao: this cell' },
  'cell.tip': {
    zh: '说明所选单元格有什么问题、依据哪一条、怎么改。',
    en: 'Tells what is wrong with the cell selected, by which article, and how to mend it.',
  },
  help: { zh: '帮助', en: 'Help' },
  'help.tip': {
    zh: '各按钮的用处、快捷键和自定义函数。',
    en: 'What each button does, keys and custom functions.',
  },
  'county.tip': { zh: '打开{county}的空白正式表单。', en: 'Opens a blank official form of {county}.' },
} as const satisfies Readonly<Record<string, Wording>>;

export type RibbonText = keyof typeof RIBBON_TEXTS;
