/// <reference types="office-js" />
import type { MountedPane } from '../pane/mount.tsx';
import type { CommandSurface } from './commands.ts';
import { ADDIN_FILES } from './manifest/addin-files.ts';

/**
 * What commands are carried out with in Excel.
 * @param mounted the pane, when there is one; fails where the page shows why there is none
 */
export function officeSurface(office: typeof Office, mounted: Promise<MountedPane>): CommandSurface {
  const pane = mounted.then(async ({ controller, started }) => {
    await started;
    return controller;
  });
  // Nobody may ask for a command; the page says what failed.
  pane.catch(() => undefined);
  return {
    pane,
    showPane: async () => {
      await office.addin.showAsTaskpane();
    },
    showHelp: () => {
      const url = new URL(ADDIN_FILES.help, location.href).href;
      const opensBrowser = office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1');
      if (opensBrowser) office.context.ui.openBrowserWindow(url);
      else open(url, '_blank', 'noopener');
    },
    selectedCell: async () =>
      await Excel.run(async (context) => {
        const cell = context.workbook.getActiveCell();
        cell.load(['rowIndex', 'columnIndex']);
        cell.worksheet.load('id');
        await context.sync();
        return { sheetId: cell.worksheet.id, row: cell.rowIndex, column: cell.columnIndex };
      }),
  };
}
