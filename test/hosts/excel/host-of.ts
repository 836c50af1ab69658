import { ExcelHost } from '../../../src/hosts/excel/excel-host.ts';
import { blankForm } from './blank-form.ts';
import type { ConnectedClient } from './stand-in/office-js-session.ts';

/** The adapter over office.js that talks to a stand-in. */
export function hostOf(client: ConnectedClient): ExcelHost {
  return new ExcelHost({
    run: (batch, options) => client.run(batch, options),
    isSetSupported: (set, version) => client.isSetSupported(set, version),
    createWorkbook: (base64) => client.createWorkbook(base64),
    blankForm: () => Promise.resolve(blankForm()),
  });
}
