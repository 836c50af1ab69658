import { WpsHost } from '../hosts/wps/wps-host.ts';
import { loadBlankForm } from './blank-forms.ts';
import type { WpsRoots } from './pane-link.ts';

/** The spreadsheet program around the page; `null`: there is none. */
export function startHost(roots: WpsRoots): WpsHost | null {
  return WpsHost.start(roots, { blankForm: loadBlankForm, platform: navigator.platform });
}
