import type { Wording } from '../wording.ts';

/** What the gallery of forms says. */
export const GALLERY_TEXTS = {
  'gallery-label': { zh: '空白表单', en: 'Blank forms' },
  'gallery-search': { zh: '查找表单', en: 'Find a form' },
  'gallery-search.hint': { zh: '表名、区县、用途或拼音首字母', en: 'Title, county, purpose' },
  'gallery-found': { zh: '{count} 份表单', en: 'Forms: {count}' },
  'gallery-none': { zh: '没有这样的表单', en: 'No such form' },
  'gallery-none.next': {
    zh: '换个词试试，例如“申报”“验收”“云资源”，或区县的名称。',
    en: 'Try another word, such as “application”, “acceptance”, “cloud”, or the name of a county.',
  },
  'gallery-all': { zh: '显示全部表单', en: 'Show all forms' },
  'gallery-loading': { zh: '正在取表单目录…', en: 'Getting the list of forms…' },
  'open-blank': { zh: '打开空白表', en: 'Open blank form' },
  'open-blank-of': { zh: '打开空白表：{title}', en: 'Open blank form: {title}' },
} as const satisfies Wording;
