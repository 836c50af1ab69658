import { readFileSync, writeFileSync } from 'node:fs';
import { nodeCodec } from '../src/files/codec-node.ts';
import { OfficePackage } from '../src/files/package.ts';
import { flagXlsx } from '../src/files/xlsx-flag.ts';
import { readXlsx } from '../src/files/xlsx.ts';
import { NOTES_PER_SHEET, type Mark } from '../src/marks/plan.ts';
import { MARK_COLOURS } from '../src/marks/signature.ts';
import { REGISTER } from './register.ts';

// What is measured of reading and flagging: read FILE | flag FILE COUNT COPY.
const [command, file = '', count = '0', copy = ''] = process.argv.slice(2);
const bytes = readFileSync(file);

if (command === 'read') {
  const cells = readXlsx(new OfficePackage(bytes, nodeCodec)).sheets.map(({ columns }) => columns.length);
  process.stdout.write(JSON.stringify({ cells }));
} else {
  const total = REGISTER.rows * REGISTER.columns;
  const marks = Array.from({ length: Number(count) }, (_, i): Mark => {
    const place = Math.floor((i * total) / Number(count));
    return {
      row: Math.floor(place / REGISTER.columns),
      column: place % REGISTER.columns,
      severity: 'error',
      colour: MARK_COLOURS.error,
      note: i < NOTES_PER_SHEET ? `错误：第 ${i + 1} 处。` : null,
    };
  });
  const plan = {
    sheets: [{ sheetIndex: 0, sheet: 'Sheet1', marks, withoutNote: Math.max(0, marks.length - NOTES_PER_SHEET) }],
  };
  writeFileSync(copy, flagXlsx(bytes, plan, nodeCodec).bytes);
  process.stdout.write(JSON.stringify({ flags: marks.length }));
}
