import type { Wording } from '../wording.ts';

/** What the overview says. */
export const OVERVIEW_TEXTS = {
  'overview-none': { zh: '还没有数字', en: 'No figures yet' },
  'overview-none.next': {
    zh: '校验之后，这里是表里的合计、构成，以及按金额要走的程序。',
    en: 'After a check this shows the totals of the form, what they are made of, and the procedure its amount calls for.',
  },
} as const satisfies Wording;
