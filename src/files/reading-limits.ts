import { FileError } from './file-error.ts';

/**
 * What a reader still takes from one workbook. Each number is far above any form (a million rows of one have half the
 * cells) and keeps what a few megabytes of a hostile file can ask for within a gigabyte of memory.
 */
export const READING_LIMITS = {
  sheets: 4096,
  cells: 20_000_000,
  merges: 500_000,
  formulas: 4_000_000,
  /** Different texts, of the shared ones all. */
  texts: 5_000_000,
  /** UTF-16 units of the text of one cell; Excel itself takes 32,767. */
  text: 1_000_000,
  /** Runs of shared texts with fonts of their own. */
  runs: 1_000_000,
  /** Cells made by saying that one is repeated, which takes a file a few bytes. */
  repeated: 2_000_000,
  /** Spaces made by saying how many there are. */
  spaces: 10_000_000,
  /** Rows and columns said to be hidden, of all sheets. */
  hidden: 20_000_000,
  /** Elements in a part's root, where its outline is needed. */
  children: 200_000,
  /** Notes of a sheet. */
  notes: 500_000,
  /** Custom properties of a document. */
  properties: 10_000,
  /** Relationships of one part, content types of a package; Excel writes at most 65,530 links a sheet. */
  relationships: 100_000,
} as const;

export type ReadingLimit = keyof typeof READING_LIMITS;

/** @throws FileError `too-large` where there is more than the limit. */
export function holdTo(what: ReadingLimit, count: number): void {
  const limit = READING_LIMITS[what];
  if (count > limit) throw new FileError('too-large', { what, limit });
}
