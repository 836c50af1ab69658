// SheetJS reading a workbook, in the quickest way it offers.
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';

const book = read(readFileSync(process.argv[2]), { type: 'buffer', dense: true });
process.stdout.write(JSON.stringify({ sheets: book.SheetNames.length }));
