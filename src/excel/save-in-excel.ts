/// <reference types="office-js" />
import { copyText } from '../pane/copy-text.ts';
import { downloadFile, type SaveFile } from '../pane/save-file.ts';

/** Their web views download nothing and say nothing of it (OfficeDev/office-js, issues 2700 and 4681). */
const WITHOUT_DOWNLOADS: readonly string[] = ['Mac', 'iOS'];

/** Saves a file where Excel's web view can, and copies its text elsewhere. */
export function saveInExcel(platform: Office.PlatformType | undefined): SaveFile {
  // The types have an enumeration, which is a text when it runs.
  if (!WITHOUT_DOWNLOADS.includes(String(platform))) return downloadFile;
  return async ({ name, text }) => {
    if (await copyText(text)) return 'copied';
    throw new Error(`${name} was neither saved nor copied`);
  };
}
