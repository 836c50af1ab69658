/// <reference types="office-js" />
import type { HostDiagnostics } from '../host.ts';
import { newestSet, type IsSetSupported } from './requirement-sets.ts';

/** Sets beside ExcelApi that tell one Excel from another, with the newest number of each that there is. */
const OTHER_SETS = [
  ['ExcelApiOnline', '1.1'],
  ['ExcelApiDesktop', '1.1'],
  ['SharedRuntime', '1.2'],
  ['SharedRuntime', '1.1'],
  ['CustomFunctionsRuntime', '1.3'],
  ['CustomFunctionsRuntime', '1.1'],
  ['KeyboardShortcuts', '1.1'],
  ['RibbonApi', '1.1'],
] as const;

/** What Excel says of itself. */
export type ExcelProgram = Pick<HostDiagnostics, 'version' | 'platform'>;

/** What `Office.context` says of the program. */
export function excelProgram(context: Pick<Office.Context, 'diagnostics'>): ExcelProgram {
  // The types promise them; an Excel that does not keep it is one to be told of.
  const { version, platform } = (context.diagnostics as Partial<Office.ContextInformation> | undefined) ?? {};
  return { version: version ?? null, platform: platform === undefined ? null : String(platform) };
}

/** Excel as a report on trouble names it: its version, kind, and the sets of interfaces that it has. */
export function excelDiagnostics(isSetSupported: IsSetSupported, program?: ExcelProgram): HostDiagnostics {
  const newest = newestSet(isSetSupported);
  const others = new Map<string, string>();
  for (const [set, version] of OTHER_SETS) {
    if (!others.has(set) && isSetSupported(set, version)) others.set(set, `${set} ${version}`);
  }
  return {
    program: 'Excel',
    version: program?.version ?? null,
    platform: program?.platform ?? null,
    interfaces: [...(newest === null ? [] : [newest]), ...others.values()],
  };
}
