import { zipped } from '../../files/rich-workbook.ts';
import { contractWorkbook } from '../contract.ts';

/** Some .xlsx in Base64, of two sheets: 目录, and 说明, which is hidden. */
export function blankForm(): string {
  return Buffer.from(zipped(contractWorkbook())).toString('base64');
}
