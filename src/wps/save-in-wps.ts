import { copyText } from '../pane/copy-text.ts';
import type { SaveFile } from '../pane/save-file.ts';
import type { WpsRoots } from './pane-link.ts';
import { desktopFolder, writeBytes } from './user-files.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Saves a file on the desktop, by WPS: its web view downloads nothing that anybody has seen. Where WPS does not write
 * either, the text is copied.
 */
export function saveInWps(roots: WpsRoots): SaveFile {
  return async ({ name, text }) => {
    const folder = desktopFolder(roots);
    if (folder !== null && writeBytes(roots, folder, name, BYTE_ORDER_MARK + text)) return 'saved';
    if (await copyText(text)) return 'copied';
    throw new Error(`${name} was neither saved nor copied`);
  };
}
