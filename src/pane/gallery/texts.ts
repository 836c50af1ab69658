import type { Wording } from '../wording.ts';

/** What the gallery of forms says. */
export const GALLERY_TEXTS = {
  'gallery-label': { zh: '空白表单', en: 'Blank forms' },
  'open-blank': { zh: '打开空白表', en: 'Open blank form' },
} as const satisfies Wording;
