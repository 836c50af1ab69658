import { trafficOf, type Traffic } from '../test/hosts/excel/request-counts.ts';
import { tableOf } from './tables.ts';

const ROWS = 100_000;
const MARKS = 1000;

const WHAT: Readonly<Record<Traffic['what'], string>> = {
  read: `read a sheet of ${ROWS.toLocaleString('en')} rows`,
  mark: `mark ${MARKS.toLocaleString('en')} of its cells, each with a note`,
  'clear marks': 'take the marks away',
};

/** What passes between the add-in and Excel, by office.js and a workbook that answers in Excel's place. */
export async function excel(): Promise<string> {
  const rows: string[][] = [];
  for (const version of ['1.14', '1.21']) {
    for (const { what, ...counts } of await trafficOf(version, ROWS, MARKS)) {
      rows.push([
        version,
        WHAT[what],
        String(counts.syncs),
        megabytes(counts.requestBytes),
        megabytes(counts.responseBytes),
        megabytes(Math.max(counts.largestRequest, counts.largestResponse)),
      ]);
    }
  }
  return tableOf(['ExcelApi', 'What', 'Requests', 'MB sent', 'MB answered', 'Largest MB'], rows, [2, 3, 4, 5]);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}
