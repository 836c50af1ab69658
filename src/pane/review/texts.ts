import type { Wording } from '../wording.ts';

/** What the review says. */
export const REVIEW_TEXTS = {
  'review-none': { zh: '还没有可审阅的', en: 'Nothing to review yet' },
  'review-none.next': {
    zh: '校验之后，这里起草审核意见，列出填报人忽略的问题及其理由。',
    en: 'After a check an opinion is drafted here, beside what the sender has ignored and why.',
  },
  'opinion-title': { zh: '审核意见', en: 'Opinion' },
  'opinion-label': { zh: '审核意见的正文', en: 'Text of the opinion' },
  'opinion-hint': {
    zh: '按校验结果起草，可以直接修改。',
    en: 'Drafted from the findings; edit it as you like.',
  },
  'opinion-edited': { zh: '已修改。', en: 'Edited.' },
  'opinion-outdated': {
    zh: '您改过之后，起草的内容有了变化（重新校验过，或换了语言）。您改的还在。',
    en: 'The draft has changed since you edited it (another check, or another language). Your text is still here.',
  },
  'opinion-keep': { zh: '保留我的', en: 'Keep mine' },
  'opinion-redraft': { zh: '重新起草', en: 'Draft anew' },
  'opinion-restore': { zh: '换回我改的', en: 'Back to my text' },
  'opinion-redrafted': { zh: '已按现在的结果重新起草。', en: 'Drafted anew from the present findings.' },
  'opinion-return': { zh: '建议结论：退回修改', en: 'Proposed: return for correction' },
  'opinion-approve': { zh: '建议结论：同意', en: 'Proposed: approve' },
  'accept-ignored': {
    zh: '采纳填报人的理由，忽略的问题不计入意见',
    en: 'Accept the reasons: leave ignored findings out',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制。', en: 'Copied.' },
  'not-copied': {
    zh: '没能复制：请在文本框里全选后按 Ctrl+C。',
    en: 'It could not be copied: select all of the text and press Ctrl+C.',
  },
  'save-text': { zh: '存为 .txt', en: 'Save as .txt' },
  'file-saved': { zh: '已保存 {name}。', en: 'Saved {name}.' },
  'file-not-saved': { zh: '{name} 没能保存。', en: '{name} could not be saved.' },
  'opinion-file': { zh: '审核意见-{title}.txt', en: 'Opinion-{title}.txt' },
  'ignored-title': { zh: '填报人忽略的问题（{count}）', en: 'Ignored by the sender ({count})' },
  'ignored-none': { zh: '填报人没有忽略任何问题。', en: 'The sender has ignored nothing.' },
  'ignored-reason': { zh: '理由：{reason}', en: 'Reason: {reason}' },
  'ignored-more': {
    zh: '另有 {count} 条，见“问题”中的“已忽略”，或导出的清单。',
    en: '{count} more: see “Ignored” among the findings, or the exported list.',
  },
  'list-title': { zh: '问题清单', en: 'List of findings' },
  'list-note': {
    zh: '全部 {count} 条，含已忽略的及理由。可用 Excel、WPS 打开，内容不会当作公式执行。',
    en: 'All {count}, those ignored with their reasons. Opens in Excel and WPS; nothing in it acts as a formula.',
  },
  'save-list': { zh: '存为 .csv', en: 'Save as .csv' },
  'list-file': { zh: '问题清单-{title}.csv', en: 'Findings-{title}.csv' },
} as const satisfies Wording;
