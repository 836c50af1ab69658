import type { Wording } from '../wording.ts';

/** What the review says. */
export const REVIEW_TEXTS = {
  'review-none': { zh: '还没有可审阅的', en: 'Nothing to review yet' },
  'review-none.next': {
    zh: '校验之后，这里起草审核意见，列出填报人忽略的问题及其理由。',
    en: 'After a check an opinion is drafted here, beside what the sender has ignored and why.',
  },
} as const satisfies Wording;
