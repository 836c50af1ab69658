import { nodeCodec } from '../../src/files/codec-node.ts';
import type { Platform } from '../../src/files/open.ts';
import { readWithSheetJs } from '../../src/files/sheetjs.ts';

/** The machine as tests of reading see it: SheetJS here and now, no process beside. */
export const readingPlatform: Platform = {
  codec: nodeCodec,
  readWithSheetJs: (bytes) =>
    new Promise((resolve) => {
      resolve(readWithSheetJs(bytes));
    }),
};
