import { Writable } from 'node:stream';
import type { CheckedEntry } from './entry.ts';
import { Output } from './output.ts';
import { TextReport, type TextOptions } from './report-text.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The text report of one file as a file of its own: UTF-8 with a mark and CR LF, as the plainest editors of office
 * machines want it.
 */
export async function reportFile(
  entry: CheckedEntry,
  options: Pick<TextOptions, 'language' | 'sentence'>,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const report = new TextReport(new Output(stream), { ...options, coloured: false, columns: null });
  await report.entry(entry);
  await report.end();
  return Buffer.from(BYTE_ORDER_MARK + Buffer.concat(chunks).toString('utf8').replaceAll('\n', '\r\n'));
}
