import type { Address } from '../../sheets/address.ts';
import type { PacedBatch } from './excel-batch.ts';

/** A text for a cell, without our heading. */
export interface CellText extends Address {
  readonly text: string;
}

/**
 * Where our texts stand on one sheet: in its notes or comments. Asked for in two steps: what the texts are, and, after a
 * sync, of which cells; the latter are there after another.
 */
export interface CellTexts {
  /** Asks for the cells of our texts, or of everybody's. */
  askCells(batch: PacedBatch, of: 'ours' | 'all'): Promise<void>;

  /** Whether there is a text of ours; known after the first sync. */
  readonly areThere: boolean;

  /** The cells with a text of ours. */
  readonly ours: readonly Address[];

  /** Takes away all that is ours, and nothing else. */
  clear(batch: PacedBatch): Promise<void>;

  /** Puts these texts in place of all that are ours. Answers for how many cells that could not be done. */
  replace(batch: PacedBatch, texts: readonly CellText[]): Promise<number>;
}
