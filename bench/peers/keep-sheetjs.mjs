// One cell coloured and one note added with SheetJS, every option on that keeps something: argv[2] in, argv[3] out.
import { readFileSync, writeFileSync } from 'node:fs';
import { read, write, utils } from '@e965/xlsx';

const everything = {
  cellFormula: true,
  cellNF: true,
  cellStyles: true,
  cellDates: false,
  bookVBA: true,
  bookFiles: true,
};
const workbook = read(readFileSync(process.argv[2]), { ...everything, sheetStubs: true, xlfn: true });
const sheet = workbook.Sheets['目录'];
utils.sheet_add_aoa(sheet, [['新']], { origin: 'H12' });
utils.cell_add_comment(sheet.H12, '错误：没有的格', '填报助手');
sheet.F7.s = { patternType: 'solid', fgColor: { rgb: 'FFC7CE' } };
writeFileSync(
  process.argv[3],
  write(workbook, {
    type: 'buffer',
    bookType: 'xlsm',
    bookVBA: true,
    cellStyles: true,
    compression: true,
    bookSST: true,
  }),
);
