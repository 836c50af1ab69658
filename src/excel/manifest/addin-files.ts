/** Files of the add-in that its manifest names, beside one another at the address it is served from. */
export const ADDIN_FILES = {
  /** The pane, and the one page in which commands and custom functions run (shared runtime). */
  pane: 'taskpane.html',
  help: 'help.html',
  /** Named because the schema asks for a script of the functions; with a shared runtime the pane's page is what runs. */
  functionsScript: 'taskpane.js',
  /** What Excel shows of the custom functions, by language. */
  functions: { zh: 'functions.json', en: 'functions.en-us.json' },
  /** Key combinations in Chinese, and the words that take their place in English. */
  shortcuts: { zh: 'shortcuts.json', en: 'shortcuts.en-us.json' },
  icons: 'icons/',
} as const;

export const ICONS = ['app', 'pane', 'check', 'mark', 'clear', 'form', 'help'] as const;

export type IconName = (typeof ICONS)[number];

/** Pixels: 16, 32 and 80 are required of every icon, the others are for displays of other densities. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;

/** Where an icon's picture is, from the address that the add-in is served from. */
export function iconFile(icon: IconName, size: number): string {
  return `${ADDIN_FILES.icons}${icon}-${String(size)}.png`;
}
