import { foldLabel, tidy } from '../forms/fold.ts';

/** What a text says of its row where it stands first in it. */
export const RowWord = {
  plain: 1,
  /** 合计, 小计 … */
  total: 2,
  /** 注：… */
  note: 3,
  /** 一、…, （二）…, or a line that ends in a colon: the heading of what follows. */
  caption: 4,
  /** 示例 */
  example: 5,
  /** 填表人：… */
  label: 6,
  /** The same without a colon, its value in the next cell: 填表人 | 李四 */
  signer: 7,
  /** A seal's place or a date, as below a letter. */
  closing: 8,
} as const;

const TOTAL = /^(?:[^\d]{0,12})?(?:合计|总计|小计|共计|累计|总合计)(?:金额|数量|数)?(?:小写)?$/u;
const NOTE = /^(?:注|备注|说明|填表说明|填报说明|填写说明|附注|注意事项|提示)\s*(?:[:：]|\d|[（(])/u;
const CAPTION =
  /^(?:\d{1,2}\s*[.．、]\s*\S|[（(][一二三四五六七八九十\d]{1,3}[）)]\s*\S|[一二三四五六七八九十]{1,3}\s*、|[（(]?(?:详?见)?附(?:件|页|表))/u;
const LABEL = /^[\u4e00-\u9fff]{2,8}(?:[（(][^（()）]{1,8}[）)])?[:：]/u;
const EXAMPLE = /^(?:示例|样例|举例|例\s*\d*|填写示例|填报示例|填写样例)(?:[:：]|$)/u;

/** Who signs under a table, where to reach them, and when. */
const SIGNER = new RegExp(
  `^(?:${[
    '(?:单位|项目|部门|科室|业务|财务)?(?:经办|填表|填报|填写|制表|制单|编制|审核|复核|审批|批准|审定|负责|联系|申报|报送|上报)人员?',
    '(?:填表|填报|制表|审核|复核|审批|经办)',
    '(?:单位|分管|主管|主要|部门|科室)?领导|(?:部门|单位|财务)?主管|会计|出纳|局长|科长|主任',
    '(?:联系|办公|固定|移动)?电话|联系方式|手机号?码?|传真|(?:电子)?邮箱',
    '(?:填表|填报|制表|报送|上报|审核|申请)?(?:日期|时间)',
    '(?:填报|填表|报送|申报|编制|申请)?单位',
  ].join('|')})(?:签名|签字|签章|盖章|公章)?$`,
  'u',
);

const CLOSING =
  /^(?:(?:\d{2,4}|[〇○零一二三四五六七八九]{4})?年(?:[\d一二三四五六七八九十]{1,2})?月(?:[\d一二三四五六七八九十]{1,3})?日?|.{0,30}[（(](?:盖章|公章|签章|单位盖章|章)[）)].?)$/u;

/** Classes a text; {@link RowWord}. */
export function rowWordOf(text: string): number {
  const words = tidy(text);
  if (words.length <= 24 && TOTAL.test(foldLabel(words))) return RowWord.total;
  if (EXAMPLE.test(words)) return RowWord.example;
  if (NOTE.test(words)) return RowWord.note;
  if (LABEL.test(words)) return RowWord.label;
  if (CAPTION.test(words) || /[:：]$/u.test(words)) return RowWord.caption;
  if (words.length <= 40 && CLOSING.test(words.replace(/\s+/gu, ''))) return RowWord.closing;
  if (words.length <= 24 && SIGNER.test(foldLabel(words))) return RowWord.signer;
  return RowWord.plain;
}
