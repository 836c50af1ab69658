const DASH = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;

/** 10⁰ … 10²²: the powers of ten a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
/** With this many digits the digits alone are exact in a double, and one division rounds only once (Clinger 1990). */
const EXACT_DIGITS = 15;

/**
 * A decimal number from ASCII bytes, the nearest double, without making a string where that is safe; NaN for anything
 * that XML Schema's double does not allow (blanks around it are allowed).
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === DASH;
  if (negative) at++;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (byte === DOT && decimals < 0) decimals = 0;
    else return parseSlowly(bytes, start, end);
  }
  if (digits === 0 || digits > EXACT_DIGITS) return parseSlowly(bytes, start, end);
  const value = decimals > 0 ? mantissa / (POWERS[decimals] ?? NaN) : mantissa;
  return negative ? -value : value;
}

const LONGEST = 400;

function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST) return NaN;
  const text = String.fromCharCode(...bytes.subarray(start, end)).trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
