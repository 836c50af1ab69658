import { fenOf } from './money.ts';
import { FEN } from './range.ts';

export type TotalUnit = '元' | '万元';

/** An amount, in whole fen, or why it is none that a procedure could be told for. */
export type ReadTotal =
  | { readonly fen: number; readonly fault?: undefined }
  | {
      readonly fen?: undefined;
      readonly fault: 'not-a-number' | 'negative' | 'zero' | 'too-fine' | 'too-large' | 'units-differ';
    }
  /** A number so large that 元 may be meant as well as 万元: both readings, in fen. */
  | { readonly fen?: undefined; readonly fault: 'which-unit'; readonly yuan: number; readonly wan: number };

/** In fen: a project of a county that costs more than 10,000,000,000 元 is a slip. */
export const MOST = 10_000_000_000 * FEN.元;

/** Integer digits from which an amount without a unit is asked about. */
const DOUBTFUL_DIGITS = 6;

const AMOUNT = /^([-+−－]?)¥?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:(亿)元?|(万)元?|(元))?$/u;

/**
 * Reads the total of a project: 480, 480.5, 4,800,000元, ４８０万. Without a unit it is in 万元, as the regulations count,
 * unless it is so large that it may be meant in 元: then nothing is guessed.
 * @param unit The unit stated beside it; `null` for none.
 */
export function readTotal(text: string, unit: TotalUnit | null): ReadTotal {
  const match = AMOUNT.exec(text.normalize('NFKC').replace(/\s+/gu, ''));
  if (!match) return { fault: 'not-a-number' };
  const [, sign = '', whole = '', fraction = '', hundredMillions, tenThousands, ones] = match;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  if (/[1-9]/u.test(digits + fraction) && /[-−－]/u.test(sign)) return { fault: 'negative' };
  if (!/[1-9]/u.test(digits + fraction)) return { fault: 'zero' };
  const own = hundredMillions ? '亿元' : tenThousands ? '万元' : ones ? '元' : null;
  if (own !== null && unit !== null && own !== unit) return { fault: 'units-differ' };
  const amount = digits + fraction;
  if (own === null && unit === null && digits.length >= DOUBTFUL_DIGITS) {
    const yuan = inFen(amount, '元');
    if (yuan.fen === undefined) return yuan;
    if (yuan.fen > MOST) return { fault: 'too-large' };
    return { fault: 'which-unit', yuan: yuan.fen, wan: Number(amount) * FEN.万元 };
  }
  const read = inFen(amount, own ?? unit ?? '万元');
  return read.fen !== undefined && read.fen > MOST ? { fault: 'too-large' } : read;
}

function inFen(amount: string, unit: keyof typeof FEN): ReadTotal {
  // By far, so that what is exact need not be asked yet.
  if (Number(amount) * FEN[unit] > 1000 * MOST) return { fault: 'too-large' };
  const fen = fenOf(amount, FEN[unit]);
  return fen === undefined ? { fault: 'too-fine' } : { fen };
}
