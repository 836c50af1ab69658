import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { addNotes } from './stand-in/notes-client.ts';
import type { OfficeJs, OfficeJsExtension } from './stand-in/office-js-session.ts';
import { connected, type ConnectedClient } from './stand-in/office-js-session.ts';
import type { StandInWorkbook } from './stand-in/stand-in-workbook.ts';

/*
 * Microsoft's own client library runs here, as it is shipped (`excel-web-16.00.debug.js`), and sends what it would send to
 * Excel to a stand-in workbook. It is evaluated in this realm, not in one of its own, so that the arrays and errors it
 * makes are those that tests compare with. The package's copy knows ExcelApi up to 1.15 only (it is of 2022, though
 * published later): `notes` of 1.18 are added to it by notes-client.ts, and `mergeUndoGroup` of 1.20 is carried out by
 * the stand-in, beside it.
 */
const FILE = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');

let script: { readonly run: (window: object) => LoadedOfficeJs; readonly globals: readonly string[] } | undefined;

interface LoadedOfficeJs {
  readonly Excel: OfficeJs;
  readonly OfficeExtension: OfficeJsExtension;
}

function compiled(): NonNullable<typeof script> {
  const code = readFileSync(FILE, 'utf8');
  const body = `(function (window) { with (window) { ${code}\nreturn { Excel, OfficeExtension }; } })`;
  const globals = [...code.matchAll(/^var (\w+)/gm)].map((match) => match[1] ?? '');
  const run = new vm.Script(body, { filename: 'excel-web-16.00.debug.js' }).runInThisContext() as (
    window: object,
  ) => LoadedOfficeJs;
  return { run, globals };
}

export interface ClientOptions {
  /** The package's copy as it is, which knows no notes whatever the program says of itself. */
  readonly withoutNotes?: boolean;
}

/** A fresh copy of office.js that talks to a stand-in; each has handlers of events of its own. */
export function officeJsFor(workbook: StandInWorkbook, options: ClientOptions = {}): ConnectedClient {
  script ??= compiled();
  const isSetSupported = (set: string, version?: string): boolean => workbook.granted.isSetSupported(set, version);
  const { Excel, OfficeExtension } = script.run(windowFor(isSetSupported, script.globals));
  if (options.withoutNotes !== true) addNotes(Excel, OfficeExtension);
  return connected(workbook, Excel, OfficeExtension);
}

/** As much of a page as the library looks at when it is loaded. */
function windowFor(isSetSupported: (set: string, version?: string) => boolean, globals: readonly string[]): object {
  const element = (): object => ({ setAttribute: noop, appendChild: noop, addEventListener: noop, style: {} });
  const document = {
    createElement: element,
    head: element(),
    body: element(),
    documentElement: element(),
    getElementsByTagName: () => [],
    getElementById: () => null,
    addEventListener: noop,
    cookie: '',
  };
  const href = 'https://stand-in.invalid/';
  const location = { href, search: '', hash: '', origin: href, protocol: 'https:', hostname: 'stand-in.invalid' };
  const window: Record<string, unknown> = {
    ...{ setTimeout, clearTimeout, Promise, document, location, addEventListener: noop, removeEventListener: noop },
    navigator: { userAgent: 'Node.js', language: 'zh-CN' },
    Office: { context: { requirements: { isSetSupported } } },
  };
  // What a page's scripts declare at their top is found on its window.
  for (const name of globals) if (!(name in window) && !(name in globalThis)) window[name] = undefined;
  return Object.assign(window, { window, self: window, top: window, parent: window });
}

function noop(): void {
  // Nobody looks at this page.
}
