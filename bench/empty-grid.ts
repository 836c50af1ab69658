import { createUniverGrid } from '../src/hosts/browser/univer.ts';
import { univerWorkbook } from '../src/hosts/browser/univer-workbook.ts';
import { GridBuilder, StringTable } from '../src/sheets/grid-builder.ts';

// A page with nothing but an empty sheet in the grid.
const element = document.createElement('div');
element.style.height = '100vh';
document.body.append(element);
const grid = createUniverGrid(element, { language: 'zh', dark: false });
const sheets = [new GridBuilder('1', new StringTable()).finish()];
const workbook = { sheets, date1904: false, properties: new Map<string, string>() };
void univerWorkbook('empty', 'empty', workbook, null, () => Promise.resolve()).then((data) => grid.show(data));
