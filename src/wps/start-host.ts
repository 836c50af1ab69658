import { readFacts } from '../hosts/wps/probe.ts';
import { WpsHost } from '../hosts/wps/wps-host.ts';
import { buildOf } from './diagnosis/diagnosis.ts';
import { factStore } from './diagnosis/fact-store.ts';
import { loadBlankForm } from './blank-forms.ts';
import type { WpsRoots } from './pane-link.ts';

/** The spreadsheet program around the page; `null`: there is none. */
export function startHost(roots: WpsRoots): WpsHost | null {
  const facts = readFacts(factStore(), buildOf(roots));
  return WpsHost.start(roots, { blankForm: loadBlankForm, platform: navigator.platform, facts });
}
