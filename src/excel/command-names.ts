/** What the ribbon, the cells' menu and the keys can do; the names under which the functions are known to Office. */
export const COMMANDS = {
  pane: 'showPane',
  check: 'checkWorkbook',
  mark: 'markFindings',
  clear: 'clearMarks',
  cell: 'explainCell',
  form: 'newForm',
  help: 'showHelp',
} as const;

export type Command = keyof typeof COMMANDS;

const NEW_FORM = 'Tianbao.Ribbon.new.';

/** The id of the menu item that opens a blank form; Office tells it to the function. */
export function newFormControl(formId: string): string {
  return NEW_FORM + formId.replace('/', '.');
}

/** The form that a menu item is for; `undefined` for any other control. */
export function formOfControl(controlId: string): string | undefined {
  return controlId.startsWith(NEW_FORM) ? controlId.slice(NEW_FORM.length).replace('.', '/') : undefined;
}
