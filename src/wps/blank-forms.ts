import { HostError } from '../hosts/host.ts';
import type { BlankFile } from '../hosts/wps/blank-file.ts';

declare global {
  /** Blank forms by the form's id; from a script of its own (scripts/build-wps.ts). */
  var tianbaoBlankForms: Readonly<Record<string, Pick<BlankFile, 'name' | 'data'>>> | undefined;
}

/** Beside the page; a script, for a page that was opened from a file can fetch nothing, and can load scripts. */
export const BLANK_FORMS_SCRIPT = 'blank-forms.js';

/** Where the same forms lie as files, on a server. */
export const BLANK_FORMS_FOLDER = 'forms';

/**
 * A blank form. The script with them all is loaded when the first is asked for.
 * @throws HostError `failed`
 */
export async function loadBlankForm(formId: string): Promise<BlankFile> {
  if (!globalThis.tianbaoBlankForms) await loadScript(BLANK_FORMS_SCRIPT);
  const blank = new Map(Object.entries(globalThis.tianbaoBlankForms ?? {})).get(formId);
  if (blank === undefined) throw new HostError('failed', 'there is no such blank form');
  // WPS can fetch from a server what it does not let itself be handed.
  const url = new URL(`${BLANK_FORMS_FOLDER}/${formId}.xlsx`, location.href);
  return /^https?:$/.test(url.protocol) ? { ...blank, url: url.href } : blank;
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new HostError('failed', `${address} cannot be loaded`));
    };
    document.head.append(script);
  });
}
