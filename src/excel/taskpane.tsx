/// <reference types="office-js" />
import { excelProgram } from '../hosts/excel/excel-diagnostics.ts';
import { ExcelHost } from '../hosts/excel/excel-host.ts';
import { mountPane } from '../pane/mount.tsx';
import { fetchBlankForm } from './blank-forms.ts';
import { officeJs } from './office-js.ts';
import { officeDark } from './office-theme.ts';
import { showFailure, showRefusal } from './refusal-page.ts';
import { saveInExcel } from './save-in-excel.ts';
import { paneToCome, withCommands, type PaneToCome } from './shared-runtime.ts';
import { startUp } from './startup.ts';

/** Opens the pane, or says in its place what is missing. */
async function start(element: HTMLElement, pane: PaneToCome): Promise<void> {
  const startup = await startUp(withCommands(officeJs(document), pane.mounted), navigator.language);
  if (startup.status === 'refused') {
    pane.fails();
    showRefusal(element, startup.language, startup.refusal);
    return;
  }
  const { office, language } = startup;
  const { context } = office;
  const host = new ExcelHost({
    run: (batch, options) => (options ? Excel.run(options, batch) : Excel.run(batch)),
    isSetSupported: (set, version) => context.requirements.isSetSupported(set, version),
    blankForm: fetchBlankForm,
    createWorkbook: (base64) => Excel.createWorkbook(base64),
    about: excelProgram(context),
  });
  element.replaceChildren();
  pane.comes(
    mountPane(element, host, { language, saveFile: saveInExcel(context.platform), dark: officeDark(context) }),
  );
}

const element = document.getElementById('pane');
const pane = paneToCome();
if (element) {
  start(element, pane).catch((error: unknown) => {
    pane.fails();
    showFailure(element, error);
  });
}
