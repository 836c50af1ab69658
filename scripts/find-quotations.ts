import type { Quotation } from './quotations.ts';

/** What the texts of the regulations are known not to have word for word. */
export interface Declared {
  /** Slips of the texts: what stands there, and what it is to be read as. */
  readonly slips: readonly { readonly document: string; readonly text: string; readonly read: string }[];
  /** Numbers of documents that are quoted and are not among the texts. */
  readonly elsewhere: readonly string[];
  /** Words of our own on a form that its annex does not have, by the form's file. With … behind it: what a quotation begins with. */
  readonly ours: Readonly<Record<string, readonly string[]>>;
}

export interface QuotationsFound {
  /** How many different ones stand in the texts. */
  readonly found: number;
  /** How many stand there once a slip is read as it is meant. */
  readonly slips: number;
  readonly elsewhere: number;
  readonly ours: number;
  readonly missing: readonly Quotation[];
  /** What was declared for nothing. */
  readonly idle: readonly string[];
}

/** Looks for each different quotation in the text of its document, which is known by its number. */
export function findQuotations(
  quotations: readonly Quotation[],
  texts: readonly string[],
  declared: Declared,
): QuotationsFound {
  const bodies = texts.map(bare);
  const needed = new Set<string>();
  const counts = { found: 0, slips: 0, elsewhere: 0, ours: 0 };
  const missing: Quotation[] = [];
  for (const quotation of different(quotations)) {
    const { where, document, text } = quotation;
    const sought = bare(text);
    const own = bodies.filter((body) => body.includes(bare(document)));
    const slips = declared.slips.filter((slip) => slip.document === document);
    const file = where.replace(/ .*$/u, '');
    if (own.some((body) => body.includes(sought))) counts.found++;
    else if (declared.elsewhere.includes(document) && own.length === 0) {
      counts.elsewhere++;
      needed.add(document);
    } else if (own.some((body) => mended(body, slips).includes(sought))) {
      counts.slips++;
      for (const slip of slips) {
        const others = slips.filter((other) => other !== slip);
        if (!own.some((body) => mended(body, others).includes(sought))) needed.add(slipName(slip));
      }
    } else {
      const words = declared.ours[file]?.map(bare).find((each) => isOurs(each, sought, own));
      if (words === undefined) missing.push(quotation);
      else {
        counts.ours++;
        needed.add(`${file} ${words}`);
      }
    }
  }
  const idle = [
    ...declared.slips.map(slipName),
    ...declared.elsewhere,
    ...Object.entries(declared.ours).flatMap(([file, words]) => words.map((each) => `${file} ${bare(each)}`)),
  ].filter((name) => !needed.has(name));
  return { ...counts, missing, idle };
}

/** Whether a quotation is words of ours, or begins with them and goes on with what stands in the text. */
function isOurs(words: string, sought: string, bodies: readonly string[]): boolean {
  if (!words.endsWith('…')) return words === sought;
  const lead = words.slice(0, -1);
  return sought.startsWith(lead) && bodies.some((body) => body.includes(sought.slice(lead.length)));
}

function slipName({ document, text }: Declared['slips'][number]): string {
  return `${document} ${text}`;
}

/** One of each text of a document. */
function different(quotations: readonly Quotation[]): readonly Quotation[] {
  const seen = new Map<string, Quotation>();
  for (const quotation of quotations) {
    const key = JSON.stringify([quotation.document, bare(quotation.text)]);
    if (!seen.has(key)) seen.set(key, quotation);
  }
  return [...seen.values()];
}

function mended(body: string, slips: Declared['slips']): string {
  return slips.reduce((text, slip) => text.replaceAll(bare(slip.text), bare(slip.read)), body);
}

/** Lines that a page repeats, and that stand in the middle of sentences. */
const RUNNING_HEADS = /^[#\s]*\S{2,12}人民政府行政规范性文件\s*$/gmu;

/** A text without blanks and without the marks of Markdown and HTML. */
function bare(text: string): string {
  return text
    .replace(RUNNING_HEADS, '')
    .replace(/<input[^>]*>/gu, '□')
    .replace(/[\s\u3000*#|\\]+|^-{3,}$/gmu, '');
}
