import { foldLabel } from '../forms/fold.ts';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const ANCHOR_LENGTH = 4;

/**
 * A quick look whether a text can hold one of some phrases: each must have its last few Chinese characters in it, one
 * after the other. It errs on the side of yes; what it lets through is looked at closely.
 */
export class Phrases {
  readonly #anchors = new Set<string>();
  readonly #lengths = new Set<number>();
  /** 1 for each character that an anchor begins with. */
  readonly #first = new Uint8Array(0x10000);
  /** A phrase that is not Chinese may be written in too many ways. */
  #anything = false;

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const runs = foldLabel(phrase).match(/[\u4e00-\u9fff]+/gu) ?? [];
      const last = runs.reduce((best, run) => (run.length >= Math.min(best.length, ANCHOR_LENGTH) ? run : best), '');
      const anchor = last.slice(-ANCHOR_LENGTH);
      if (anchor === '') this.#anything = true;
      else {
        this.#anchors.add(anchor);
        this.#lengths.add(anchor.length);
        this.#first[anchor.charCodeAt(0)] = 1;
      }
    }
  }

  mayStandIn(text: string): boolean {
    if (this.#anything) return true;
    if (this.#standsIn(text)) return true;
    // Spread over spaces and line breaks, or in characters that fold to others: rare, and looked at again as folded.
    return isPlain(text) ? false : this.#standsIn(foldLabel(text.replace(/[()（）[\]【】]/gu, ' ')));
  }

  #standsIn(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      if (this.#first[text.charCodeAt(at)] !== 1) continue;
      for (const length of this.#lengths) if (this.#anchors.has(text.slice(at, at + length))) return true;
    }
    return false;
  }
}

/** Without spaces between Chinese characters, and without characters that folding would turn into them. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < FIRST_HAN ? code <= 0x20 || (code >= 0x80 && code < 0x3001) : code > LAST_HAN && code < 0xff00)
      return false;
  }
  return true;
}
