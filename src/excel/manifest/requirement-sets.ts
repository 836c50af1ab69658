/**
 * The newest version of each requirement set that an add-in for Excel may ask for in its manifest (learn.microsoft.com,
 * Office requirement sets, as of August 2026). RibbonApi 1.2 cannot be asked for there.
 */
const NEWEST: ReadonlyMap<string, readonly [major: number, minor: number]> = new Map([
  ['AddinCommands', [1, 1]],
  ['BindingEvents', [1, 1]],
  ['CompressedFile', [1, 1]],
  ['CustomFunctionsRuntime', [1, 5]],
  ['CustomXmlParts', [1, 1]],
  ['DialogApi', [1, 2]],
  ['DialogOrigin', [1, 1]],
  ['DocumentEvents', [1, 1]],
  ['ExcelApi', [1, 21]],
  ['File', [1, 1]],
  ['IdentityAPI', [1, 3]],
  ['ImageCoercion', [1, 2]],
  ['KeyboardShortcuts', [1, 1]],
  ['MatrixBindings', [1, 1]],
  ['MatrixCoercion', [1, 1]],
  ['OpenBrowserWindowApi', [1, 1]],
  ['RibbonApi', [1, 1]],
  ['Selection', [1, 1]],
  ['Settings', [1, 1]],
  ['SharedRuntime', [1, 2]],
  ['TableBindings', [1, 1]],
  ['TableCoercion', [1, 1]],
  ['TextBindings', [1, 1]],
  ['TextCoercion', [1, 1]],
]);

/** Whether there is such a set in that version, or a newer one. */
export function isKnownSet(name: string, version: string): boolean {
  const newest = NEWEST.get(name);
  const [, major = '', minor = ''] = /^(\d{1,3})\.(\d{1,3})$/.exec(version) ?? [];
  return newest !== undefined && major !== '' && Number(major) === newest[0] && Number(minor) <= newest[1];
}
