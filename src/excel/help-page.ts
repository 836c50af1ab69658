import type { Wording } from '../forms/form.ts';
import { CUSTOM_FUNCTIONS, NAMESPACE } from './functions/functions.ts';
import { keysOf, SHORTCUTS } from './manifest/shortcuts.ts';
import { RIBBON_TEXTS, type RibbonText } from './manifest/texts.ts';

const TEXTS = {
  title: { zh: '填报助手 · 帮助', en: 'Tianbao · Help' },
  begin: {
    zh: '打开填好的表，点“校验”。右侧列出每一处问题：在哪一格、错在哪里、依据哪一条、怎么改。全部在本机进行，表格不会上传；不点“修复”“标记”，表格就不会改动。',
    en: 'Open a form that is filled in and press Check. The pane lists what is wrong: the cell, the reason, the article, the way to mend it. All on this machine, nothing is uploaded; nothing is changed unless you press Fix or Mark.',
  },
  ribbon: { zh: '“填报助手”选项卡', en: 'The tab Tianbao' },
  cells: { zh: '右击单元格', en: 'The menu of a cell' },
  new: {
    zh: '按区县列出空白正式表单，点一下就打开。',
    en: 'The blank official forms, a menu for each county; one click opens a form.',
  },
  keys: { zh: '快捷键', en: 'Keys' },
  'keys.note': {
    zh: 'Mac 上用 Command、Option 代替 Ctrl、Alt。光标要在表格里。批量许可的 Excel 2021、2024 可能没有加载项快捷键。',
    en: 'On a Mac Command and Option stand for Ctrl and Alt. The sheet must have the focus. Volume-licensed Excel 2021 and 2024 may have no keys for add-ins.',
  },
  functions: { zh: '公式里的函数', en: 'Functions for formulas' },
} as const satisfies Readonly<Record<string, Wording>>;

const BUTTONS = ['pane', 'check', 'mark', 'clear'] as const;

/** The page that 帮助 opens: one file without scripts, Chinese first. */
export function helpPage(): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="icons/app-32.png" />
    <title>${TEXTS.title.zh}</title>
    <style>
      body { max-width: 46em; margin: 2em auto; padding: 0 1em; color: #242424; background: #fff; font: 15px/1.7 'Segoe UI', 'Microsoft YaHei', sans-serif; }
      h1 { font-size: 1.5em; }
      h2 { margin-top: 1.6em; font-size: 1.15em; }
      dt { font-weight: 600; }
      dd { margin: 0 0 0.5em 1.5em; }
      section + section { margin-top: 3em; border-top: 1px solid #d1d1d1; }
    </style>
  </head>
  <body>
${section('zh')}
${section('en')}
  </body>
</html>
`;
}

function section(language: keyof Wording): string {
  const ribbon = (text: RibbonText): string => RIBBON_TEXTS[text][language];
  const commands = Object.keys(SHORTCUTS) as (keyof typeof SHORTCUTS)[];
  return `    <section lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <h1>${escaped(TEXTS.title[language])}</h1>
      <p>${escaped(TEXTS.begin[language])}</p>
      <h2>${escaped(TEXTS.ribbon[language])}</h2>
${list([
  ...BUTTONS.map((name) => [ribbon(name), ribbon(`${name}.tip`)] as const),
  [ribbon('group.new'), TEXTS.new[language]],
])}
      <h2>${escaped(TEXTS.cells[language])}</h2>
${list([[ribbon('cell'), ribbon('cell.tip')]])}
      <h2>${escaped(TEXTS.keys[language])}</h2>
${list(commands.map((command) => [keysOf(command), ribbon(command)] as const))}
      <p>${escaped(TEXTS['keys.note'][language])}</p>
      <h2>${escaped(TEXTS.functions[language])}</h2>
${list(
  CUSTOM_FUNCTIONS.map(({ id, parameters, description }) => {
    const names = parameters.map(({ name }) => name[language]).join(', ');
    return [`=${NAMESPACE}.${id}(${names})`, description[language]] as const;
  }),
)}
    </section>`;
}

function list(rows: readonly (readonly [term: string, description: string])[]): string {
  const items = rows.map(([term, said]) => `        <dt>${escaped(term)}</dt>\n        <dd>${escaped(said)}</dd>`);
  return `      <dl>\n${items.join('\n')}\n      </dl>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
