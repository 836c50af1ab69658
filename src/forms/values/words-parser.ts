/**
 * Reads amounts in words as a person would: whatever the spelling, as long as it can mean one amount only. Whether the
 * spelling is allowed is not asked here.
 */

/** Numerals by the value of a digit, capital, lower-case and colloquial. */
const DIGIT_CHARACTERS: readonly string[] = [
  '零〇○另Oo',
  '壹一弌',
  '贰二两貮弍',
  '叁三参弎',
  '肆四',
  '伍五',
  '陆六',
  '柒七',
  '捌八',
  '玖九',
];

const TOKENS: ReadonlyMap<string, Token> = new Map<string, Token>([
  ...DIGIT_CHARACTERS.flatMap((characters, value) =>
    Array.from(characters, (character): [string, Token] => [character, { kind: 'number', value, isDigit: true }]),
  ),
  ...place('拾十', 10),
  ...place('佰百', 100),
  ...place('仟千', 1000),
  ['万', { kind: 'group', value: 10_000 }],
  ['亿', { kind: 'group', value: 100_000_000 }],
  ...money('元圆块', 100),
  ...money('角毛', 10),
  ...money('分', 1),
  ['整', { kind: 'end' }],
  ['正', { kind: 'end' }],
]);

/** Characters for two tens and three tens. */
const TENS: ReadonlyMap<string, string> = new Map([
  ['廿', '二十'],
  ['念', '二十'],
  ['卄', '二十'],
  ['卅', '三十'],
]);

type Token =
  /** A numeral, or a number in figures (`isDigit` false). */
  | { readonly kind: 'number'; readonly value: number; readonly isDigit: boolean }
  | { readonly kind: 'place'; readonly value: number }
  | { readonly kind: 'group'; readonly value: number }
  /** 元, 角, 分, in fen. */
  | { readonly kind: 'money'; readonly value: number }
  | { readonly kind: 'end' };

export type WordsParse =
  | { readonly kind: 'amount'; readonly fen: number }
  /** Nothing but the printed words between which to write: 万 仟 佰 拾 元整. */
  | { readonly kind: 'printed' }
  /** Characters that belong to no amount, each once. */
  | { readonly kind: 'unknown'; readonly characters: readonly string[] }
  /** Known characters in an order that means nothing, or more than one thing. */
  | { readonly kind: 'senseless' };

/** Reads a text without spaces, in simplified characters and half-width figures. */
export function parseWords(text: string): WordsParse {
  const { tokens, unknown } = tokenize(text);
  if (unknown.length > 0) return { kind: 'unknown', characters: unknown };
  const isTen = /^[拾十](?:万|亿|万亿)?[元圆块]?[整正]?$/u.test(text);
  if (!isTen && tokens.every((token) => token.kind !== 'number')) return { kind: 'printed' };
  const fen = new Accumulator().read(tokens);
  // 0.07 yuan in figures times 100 is not quite 7.
  const whole = fen === undefined ? NaN : Math.round(fen);
  return Math.abs(whole - (fen ?? 0)) < 1e-3 ? { kind: 'amount', fen: whole } : { kind: 'senseless' };
}

function tokenize(text: string): { readonly tokens: readonly Token[]; readonly unknown: readonly string[] } {
  const tokens: Token[] = [];
  const unknown = new Set<string>();
  for (const [part] of text.matchAll(/\d[\d,]*(?:\.\d+)?|./gsu)) {
    const character = TENS.get(part) ?? part;
    if (/^\d/.test(character)) {
      tokens.push({ kind: 'number', value: Number(character.replaceAll(',', '')), isDigit: false });
      continue;
    }
    for (const one of character) {
      const token = TOKENS.get(one);
      if (token === undefined) unknown.add(one);
      else tokens.push(token);
    }
  }
  return { tokens, unknown: [...unknown] };
}

/** Adds up numerals as they come; every method answers whether the numeral makes sense where it stands. */
class Accumulator {
  /** Fen of what stands before 元, 角 and 分. */
  #fen = 0;
  /** In 元: what stands before 亿, and behind it before 万. */
  #yi = 0;
  #wan = 0;
  #section = 0;
  /** The numeral waiting for its place. */
  #pending: number | undefined;
  #isFigures = false;
  /** The place of the last numeral: the next is lower. */
  #lastPlace = Infinity;
  #hasWan = false;
  #hasYi = false;
  /** Whether a 零 stands before the numeral that waits. */
  #afterZero = false;
  #lastMoney = Infinity;
  #isEnded = false;

  /** Fen, or `undefined` where the words make no sense. */
  read(tokens: readonly Token[]): number | undefined {
    for (const token of tokens) {
      if (this.#isEnded || !this.#take(token)) return undefined;
    }
    return this.#finish();
  }

  #take(token: Token): boolean {
    switch (token.kind) {
      case 'number':
        return this.#number(token.value, token.isDigit);
      case 'place':
        return this.#place(token.value);
      case 'group':
        return this.#group(token.value);
      case 'money':
        return this.#money(token.value);
      case 'end':
        this.#isEnded = true;
        return true;
    }
  }

  #number(value: number, isDigit: boolean): boolean {
    if (this.#pending !== undefined && this.#pending !== 0) return false;
    if (!this.#fits(value)) return false;
    this.#afterZero = this.#pending === 0;
    this.#pending = value;
    this.#isFigures = !isDigit;
    return true;
  }

  /** Figures of several digits fill all places up to the group before: 壹万5500, never 壹仟500. */
  #fits(value: number): boolean {
    if (Number.isInteger(value) && value <= 9) return true;
    const limit = this.#hasWan ? 10_000 : this.#hasYi ? 100_000_000 : Infinity;
    return this.#lastPlace === Infinity && this.#lastMoney === Infinity && value < limit;
  }

  #place(place: number): boolean {
    if (place >= this.#lastPlace || this.#lastMoney !== Infinity) return false;
    // 拾伍 is 15 to everybody; 佰伍 is nothing.
    const value = this.#pending ?? (place === 10 && this.#lastPlace === Infinity ? 1 : undefined);
    if (value === undefined || value > 9 || !Number.isInteger(value)) return false;
    this.#section += value * place;
    this.#pending = undefined;
    this.#afterZero = false;
    this.#lastPlace = place;
    return true;
  }

  #group(group: number): boolean {
    const isYi = group > 10_000;
    if ((isYi ? this.#hasYi : this.#hasWan) || this.#lastMoney !== Infinity) return false;
    // 万亿 is the one place where a group follows a group.
    if (this.#isEmptySection() && !(isYi && this.#hasWan)) return false;
    const value = this.#takeSection();
    if (isYi) {
      this.#yi = (this.#wan + value) * group;
      this.#wan = 0;
      this.#hasYi = true;
      this.#hasWan = false;
    } else {
      this.#wan = value * group;
      this.#hasWan = true;
    }
    return true;
  }

  #money(unit: number): boolean {
    if (unit >= this.#lastMoney) return false;
    if (unit === 100) {
      if (this.#isEmptySection() && !this.#hasWan && !this.#hasYi) return false;
      this.#fen += this.#whole() * unit;
    } else {
      if (this.#pending === undefined || this.#pending > 9 || !Number.isInteger(this.#pending)) return false;
      const small = this.#pending;
      this.#pending = undefined;
      // 伍仟元 without 元 before 角: what was read so far are yuan.
      if (this.#lastMoney === Infinity) this.#fen += this.#whole() * 100;
      this.#fen += small * unit;
    }
    this.#lastMoney = unit;
    return true;
  }

  #finish(): number | undefined {
    if (this.#lastMoney !== Infinity) return this.#pending === undefined || this.#pending === 0 ? this.#fen : undefined;
    // 三千五 is 3500 to one and 3005 to another.
    const isLoose = this.#pending !== undefined && this.#pending > 0 && !this.#isFigures && !this.#afterZero;
    const hasHigher =
      (this.#lastPlace !== Infinity && this.#lastPlace > 10) ||
      (this.#lastPlace === Infinity && (this.#hasWan || this.#hasYi));
    if (isLoose && hasHigher) return undefined;
    return this.#whole() * 100;
  }

  #isEmptySection(): boolean {
    return this.#pending === undefined && this.#lastPlace === Infinity;
  }

  #takeSection(): number {
    const value = this.#section + (this.#pending ?? 0);
    this.#section = 0;
    this.#pending = undefined;
    this.#afterZero = false;
    this.#lastPlace = Infinity;
    return value;
  }

  #whole(): number {
    const whole = this.#yi + this.#wan + this.#takeSection();
    this.#yi = 0;
    this.#wan = 0;
    return whole;
  }
}

function place(characters: string, value: number): [string, Token][] {
  return Array.from(characters, (character) => [character, { kind: 'place', value }]);
}

function money(characters: string, value: number): [string, Token][] {
  return Array.from(characters, (character) => [character, { kind: 'money', value }]);
}
