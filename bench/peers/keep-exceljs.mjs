// One cell coloured and one note added with exceljs: argv[2] in, argv[3] out.
import exceljs from 'exceljs';

const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(process.argv[2]);
const sheet = workbook.getWorksheet('目录');
// It reads conditional formats that refer to another sheet, but throws when it is to write them.
for (const format of sheet.conditionalFormattings) {
  format.rules = format.rules.filter((rule) => rule.type !== 'expression' || rule.formulae);
}
sheet.getCell('F7').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } };
sheet.getCell('H12').note = '错误：没有的格';
await workbook.xlsx.writeFile(process.argv[3]);
