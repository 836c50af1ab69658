import { hostContract, type HostUnderTest } from '../contract.ts';
import { openContractWorkbook } from './contract-stand-in.ts';
import { hostOf } from './host-of.ts';
import { PersonAtExcel } from './stand-in/person.ts';

// Excel 2021, Excel 2024, and what Microsoft 365 has.
for (const excelApi of ['1.14', '1.17', '1.21']) {
  hostContract(`Excel by office.js, ExcelApi ${excelApi}`, (): Promise<HostUnderTest> => {
    const { workbook, client } = openContractWorkbook({ excelApi });
    const host = hostOf(client);
    return Promise.resolve({
      host,
      person: new PersonAtExcel(workbook),
      documentName: '工作簿1',
      programUndo: client.isSetSupported('ExcelApi', '1.20'),
      ...(client.isSetSupported('ExcelApi', '1.18') ? {} : { cannotJoinNotes: true as const }),
      close: () => workbook.settled(),
    });
  });
}
