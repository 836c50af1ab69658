import { nodeCodec } from '../../../src/files/codec-node.ts';
import { OfficePackage } from '../../../src/files/package.ts';
import { readXlsx } from '../../../src/files/xlsx.ts';
import { rangeFromA1, type Range } from '../../../src/sheets/address.ts';
import { zipped } from '../../files/rich-workbook.ts';
import { contractWorkbook } from '../contract.ts';
import { openStandIn, type OpenedWorkbook, type OpenOptions } from './opened-workbook.ts';
import { cellKey, newId, type StandInSheet } from './stand-in/sheet.ts';

/**
 * The workbook of the contract, opened. Notes, the comment and the conditional formats, which no reader of ours tells,
 * are put there by hand; the sheet's protection, which would refuse every write, is left out.
 */
export function openContractWorkbook(options: OpenOptions = {}): OpenedWorkbook {
  const opened = openStandIn(readXlsx(new OfficePackage(zipped(contractWorkbook()), nodeCodec)), options);
  dress(opened.workbook.document.firstSheet());
  return opened;
}

function dress(sheet: StandInSheet): void {
  sheet.notes = new Map([
    [cellKey(1, 0), { author: '张三', content: '张三:\n请核对 <部门> & 单位', visible: false }],
    [cellKey(3, 2), { author: '张三', content: '只有一段', visible: false }],
  ]);
  sheet.comments = new Map([[cellKey(4, 4), { id: newId(), author: '王五', content: '请说明' }]]);
  const theirs = { areas: [area('A1:F6')], fill: '', fontColour: '' };
  sheet.conditionalFormats = [
    { ...theirs, id: newId(), type: 'PresetCriteria', stopIfTrue: true, formula: '' },
    { ...theirs, id: newId(), type: 'Custom', stopIfTrue: false, formula: '=LEN(A1)>9' },
  ];
}

function area(address: string): Range {
  const range = rangeFromA1(address);
  if (!range) throw new Error(`no range: ${address}`);
  return range;
}
