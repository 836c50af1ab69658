/** What the ribbon, the cells' menu and the keys can do; the names under which the functions are known to Office. */
export const COMMANDS = {
  pane: 'showPane',
  check: 'checkWorkbook',
  mark: 'markFindings',
  clear: 'clearMarks',
  cell: 'explainCell',
  help: 'showHelp',
} as const;

export type Command = keyof typeof COMMANDS;

/** The name of the function that opens a blank form: `yunyang/catalogue` → `newForm_yunyang_catalogue`. */
export function newFormCommand(formId: string): string {
  return `newForm_${formId.replace(/[^A-Za-z0-9]+/g, '_')}`;
}
