/**
 * Arithmetic on doubles that are meant as decimals. Money is counted in whole fen, so 0.1+0.2 must be 0.3 and 3×19.99
 * must be 59.97, as a person and (to 15 digits) Excel have it.
 */

/** Excel keeps and compares numbers to this many significant digits. */
const DIGITS = 15;

/** Above this a double has no room for 15 digits and a fraction. */
const LARGEST_EXACT = 1e15;

/** Decimals of a short number: one of up to so many decimals is found without a detour through text. */
const SHORT = 1e6;

/** How far, relative to its size, a double may be from the decimal it is meant as: two units in the last place. */
const NOISE = 4.5e-16;

/** The number to 15 significant digits. */
export function toFifteenDigits(value: number): number {
  if (shortUnits(value) / SHORT === value) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : value;
}

/** Whether two numbers are the same to 15 significant digits. */
export function isSameNumber(a: number, b: number): boolean {
  return a === b || toFifteenDigits(a) === toFifteenDigits(b);
}

export function add(a: number, b: number): number {
  return tidySum(a + b, Math.max(Math.abs(a), Math.abs(b)));
}

export function multiply(a: number, b: number): number {
  return tidy(a * b);
}

export function divide(a: number, b: number): number {
  return tidy(a / b);
}

export function power(base: number, exponent: number): number {
  return tidy(base ** exponent);
}

/**
 * The sum of numbers taken one by one: compensated (Neumaier), so that a hundred thousand amounts add up to the fen.
 */
export class Sum {
  #sum = 0;
  #lost = 0;
  #largest = 0;

  add(value: number): void {
    const sum = this.#sum + value;
    const [big, small] = Math.abs(this.#sum) >= Math.abs(value) ? [this.#sum, value] : [value, this.#sum];
    this.#lost += big - sum + small;
    this.#sum = sum;
    this.#largest = Math.max(this.#largest, Math.abs(value), Math.abs(sum));
  }

  get total(): number {
    // Infinity less infinity: an overflow has no compensation.
    return Number.isFinite(this.#sum) ? tidySum(this.#sum + this.#lost, this.#largest) : this.#sum;
  }
}

/** Half away from zero, on the decimal digits: (1.005, 2) is 1.01, (-2.5, 0) is -3. Negative places round before the point. */
export function roundHalfUp(value: number, places: number): number {
  return roundBy(Math.round, value, places);
}

/** Away from zero. */
export function roundUp(value: number, places: number): number {
  return roundBy(Math.ceil, value, places);
}

/** Towards zero. */
export function roundDown(value: number, places: number): number {
  return roundBy(Math.floor, value, places);
}

function roundBy(round: (magnitude: number) => number, value: number, places: number): number {
  const whole = Math.trunc(places);
  const units = shortUnits(value);
  if (whole >= 0 && whole <= 6 && units / SHORT === value) {
    const magnitude = round(Math.abs(units) / 10 ** (6 - whole)) / 10 ** whole;
    return value < 0 && magnitude !== 0 ? -magnitude : magnitude;
  }
  const scaled = shiftPoint(Math.abs(toFifteenDigits(value)), whole);
  // So many places that there is nothing to round, or so few that nothing remains.
  if (scaled >= LARGEST_EXACT) return value;
  const rounded = shiftPoint(round(scaled), -whole);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Moves the decimal point in the number's decimal text: multiplying by 10 would bring the binary fraction back. */
function shiftPoint(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${String(Number(exponent) + places)}`);
}

/** A sum cannot be more precise than the larger of what was added: 1000000.1-1000000 is 0.1. */
function tidySum(sum: number, magnitude: number): number {
  if (Number.isInteger(sum) || !Number.isFinite(sum)) return sum;
  const short = shortUnits(sum) / SHORT;
  if (Math.abs(short - sum) <= magnitude * NOISE) return short;
  const places = DIGITS - 1 - Math.floor(Math.log10(magnitude));
  return places < 1 || places > 100 ? sum : shortOr(sum.toFixed(places), sum);
}

/**
 * The number in millionths, if a double holds that many exactly; divided by a million it is the double nearest to that
 * decimal. NaN for larger numbers.
 */
function shortUnits(value: number): number {
  const units = Math.round(value * SHORT);
  return Math.abs(units) < LARGEST_EXACT ? units : NaN;
}

function tidy(product: number): number {
  if (Number.isInteger(product) || !Number.isFinite(product)) return product;
  const short = shortUnits(product) / SHORT;
  if (Math.abs(short - product) <= Math.abs(product) * NOISE) return short;
  return shortOr(product.toPrecision(DIGITS), product);
}

/** The decimal, if it ends before the last digit; otherwise (thirds and the like) the double, which says more. */
function shortOr(decimal: string, double: number): number {
  return /0(?:e|$)/.test(decimal) ? Number(decimal) + 0 : double;
}
