import path from 'node:path';
import fc from 'fast-check';
import { SheetJsProcess } from '../../src/cli/sheetjs-process.ts';
import { fuzzProperties } from './properties.ts';

const PROGRAM = path.join(import.meta.dirname, '../../dist/tianbao.mjs');

/** So many files in every run of the tests; `npm run fuzz` tries as many as it is told to. */
const RUNS = 400;

describe('files changed at random are read or refused, and patched without harm', () => {
  const reader = new SheetJsProcess(PROGRAM, { seconds: 20, heap: 256 });
  after(() => reader.close());
  for (const { what, share, property } of fuzzProperties(reader)) {
    it(what, () => fc.assert(property, { numRuns: RUNS * share })).timeout(120_000);
  }
});
