/** What a text of several clauses says of an amount of money, in 元. */
export type AmountInText =
  | { readonly kind: 'amount'; readonly yuan: number }
  /** Several amounts, and none of them is said to be the total. */
  | { readonly kind: 'unclear'; readonly amounts: readonly string[] }
  /** No amount at all. */
  | { readonly kind: 'none' };

interface Amount {
  readonly written: string;
  readonly yuan: number;
  /** How plainly it is called the total: 2 总投资 … 1 合计 … 0 not. */
  readonly rank: number;
  /** Whether what it is made of follows (其中). */
  readonly isSplit: boolean;
}

const LONGEST = 4000;
const AMOUNT =
  /(?:(\d[\d.,]{0,20})\s{0,3}(?:万元)?\s{0,3}[-~至到—–]\s{0,3})?(?<![\d.])(\d[\d.,]{0,20})\s{0,3}(?:(亿|千万|百万|万)\s{0,3}元?(?![人条次户个台套字册平])|元)/gu;
const GROUPED = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;
const MULTIPLIER: ReadonlyMap<string, number> = new Map([
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['万', 1e4],
]);
const TOTAL =
  /(?:总投资|投资总|总额|总计|总经费|经费总|总费用|费用总|总造价|总金额|总价|总预算|预算总|总概算|概算总|总估算|估算总|总体投资|(?:经费|投资|项目|资金)(?:估算|概算|预算))[^元。；;\n]{0,15}$/u;
const SUM = /(?:合计|共计|共需|总共|一共|共)[^元。；;，,、\n]{0,10}$/u;
const SPLIT = /^[^元。\n]{0,12}(?:其中|包括|包含|分别|明细)/u;
/** What is left of binary fractions when amounts are added up, in 元. */
const TOLERANCE = 0.001;

/**
 * The amount that a text gives as the total of a project: the only one, the one called so (总投资), the one that is then
 * split up (其中), or the one that the others add up to.
 */
export function amountInText(text: string): AmountInText {
  const amounts = amountsIn(text.slice(0, LONGEST).normalize('NFKC'));
  if (!amounts) return { kind: 'unclear', amounts: [] };
  if (amounts.length === 0) return { kind: 'none' };
  const sum = amounts.reduce((all, { yuan }) => all + yuan, 0);
  const candidates = [
    amounts,
    amounts.filter(({ rank }) => rank === 2),
    amounts.filter(({ isSplit }) => isSplit).slice(0, 1),
    amounts.filter(({ yuan }) => Math.abs(sum - 2 * yuan) < TOLERANCE),
    amounts.filter(({ rank }) => rank === 1),
  ];
  for (const some of candidates) {
    const [first, ...others] = some;
    if (first && others.every(({ yuan }) => yuan === first.yuan)) return { kind: 'amount', yuan: first.yuan };
  }
  return { kind: 'unclear', amounts: amounts.map(({ written }) => written) };
}

/** `undefined` where a span of amounts is given (300–350万元), which is none. */
function amountsIn(text: string): readonly Amount[] | undefined {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const [whole, from, digits = '', multiplier] = match;
    if (from !== undefined) return undefined;
    if (!GROUPED.test(digits)) continue;
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const yuan = Number(digits.replaceAll(',', '')) * (MULTIPLIER.get(multiplier ?? '') ?? 1);
    amounts.push({
      written: whole.trim(),
      yuan: Math.round(yuan * 100) / 100,
      rank: TOTAL.test(before) ? 2 : SUM.test(before) ? 1 : 0,
      isSplit: SPLIT.test(text.slice(match.index + whole.length)),
    });
  }
  return amounts;
}
