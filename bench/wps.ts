import { catalogue, counted, scatteredMarks } from '../test/hosts/wps/bridge-calls.ts';
import { UOS, WINDOWS_12 } from '../test/hosts/wps/stand-in/profile.ts';
import { tableOf } from './tables.ts';

const ROWS = 100_000;
const MARKS = 1000;
/** Milliseconds that one call takes, by the figure of WPS's maker. */
const CALL = 0.2;

/** What passes over the bridge between the add-in and WPS, counted on a stand-in. */
export async function wps(): Promise<string> {
  const rows: string[][] = [];
  for (const profile of [WINDOWS_12, UOS]) {
    const { wps: program, host } = catalogue(profile, ROWS);
    const plan = await scatteredMarks(host, ROWS, MARKS);
    const steps: readonly (readonly [what: string, act: () => Promise<unknown>])[] = [
      [`read a sheet of ${ROWS.toLocaleString('en')} rows`, () => host.read()],
      [`mark ${MARKS.toLocaleString('en')} of its cells, each with a note`, () => host.mark(plan)],
      ['take the marks away', () => host.clearMarks()],
    ];
    for (const [what, act] of steps) {
      const { calls } = await counted(program, act);
      rows.push([profile.name, what, calls.toLocaleString('en'), ((calls * CALL) / 1000).toFixed(2)]);
    }
  }
  return tableOf(['WPS', 'What', 'Calls', `s at ${String(CALL)} ms each`], rows, [2, 3]);
}
