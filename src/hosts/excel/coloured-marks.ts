import type { Mark } from '../../marks/plan.ts';
import { groupCells } from '../../marks/refs.ts';
import {
  MARK_COLOURS,
  MARK_SEVERITIES,
  markFormula,
  REFS_PER_BLOCK,
  severityOfFormula,
} from '../../marks/signature.ts';
import { rangeToA1, type Range } from '../../sheets/address.ts';
import { edgesOf, type PacedBatch, REQUEST_BYTES } from './excel-batch.ts';

/** Excel takes addresses of 8,192 characters (Worksheet.getRange). */
const ADDRESS_LENGTH = 8000;

/** Our conditional formats of one sheet. Asked for in two steps, with a sync after each. */
export class ColouredMarks {
  readonly #sheet: Excel.Worksheet;
  readonly #formats: Excel.ConditionalFormatCollection;
  readonly #custom: { readonly format: Excel.ConditionalFormat; readonly areas: Excel.RangeCollection }[] = [];

  constructor(sheet: Excel.Worksheet) {
    this.#sheet = sheet;
    this.#formats = sheet.getRange().conditionalFormats;
    this.#formats.load('items/id,items/type');
  }

  /** Asks for what the formats of the kind of ours say, and where they are. */
  async askFormulas(batch: PacedBatch): Promise<void> {
    for (const format of this.#formats.items) {
      if (format.type !== 'Custom') continue;
      await batch.makeRoom(2 * REQUEST_BYTES);
      format.custom.rule.load('formula');
      const { areas } = format.getRanges();
      areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
      this.#custom.push({ format, areas });
    }
  }

  /** Where cells are coloured by us. */
  get ranges(): readonly Range[] {
    return this.#ours().flatMap(({ areas }) => areas.items.map(edgesOf));
  }

  get areThere(): boolean {
    return this.#ours().length > 0;
  }

  async clear(batch: PacedBatch): Promise<void> {
    for (const { format } of this.#ours()) {
      await batch.makeRoom(REQUEST_BYTES);
      format.delete();
    }
  }

  /** Colours cells. Excel puts a new format before the others: the graver one comes last, and so first. */
  async add(batch: PacedBatch, marks: readonly Mark[]): Promise<void> {
    for (const severity of [...MARK_SEVERITIES].reverse()) {
      const cells = marks.filter((mark) => mark.severity === severity);
      for (const address of addressesOf(groupCells(cells))) {
        await batch.makeRoom(4 * REQUEST_BYTES + address.length);
        const format = this.#sheet.getRanges(address).conditionalFormats.add('Custom');
        format.custom.rule.formula = `=${markFormula(severity)}`;
        format.custom.format.fill.color = `#${MARK_COLOURS[severity]}`;
        format.stopIfTrue = false;
      }
    }
  }

  #ours(): readonly { readonly format: Excel.ConditionalFormat; readonly areas: Excel.RangeCollection }[] {
    return this.#custom.filter(({ format }) => severityOfFormula(format.custom.rule.formula) !== undefined);
  }
}

/** Ranges as addresses that Excel takes, as few as need be. */
export function addressesOf(ranges: readonly Range[]): string[] {
  const addresses: string[] = [];
  let parts: string[] = [];
  let length = 0;
  for (const range of ranges) {
    const part = rangeToA1(range);
    if (parts.length === REFS_PER_BLOCK || length + part.length + 1 > ADDRESS_LENGTH) {
      addresses.push(parts.join(','));
      parts = [];
      length = 0;
    }
    parts.push(part);
    length += part.length + 1;
  }
  if (parts.length > 0) addresses.push(parts.join(','));
  return addresses;
}
