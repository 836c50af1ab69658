import { nodeCodec } from '../../../src/files/codec-node.ts';
import { WpsHost } from '../../../src/hosts/wps/wps-host.ts';
import { zipped } from '../../files/rich-workbook.ts';
import { contractWorkbook, hostContract, type HostUnderTest, type Person } from '../contract.ts';
import { ManualTimers } from './manual-timers.ts';
import { UOS, WINDOWS_12, type Profile } from './stand-in/profile.ts';
import { bookOf } from './stand-in/seed.ts';
import { StandInWps } from './stand-in/stand-in-wps.ts';

const FILE = zipped(contractWorkbook());

/** Every build that is known differs from the others; one tells of no edits at all. */
const PROFILES: readonly Profile[] = [
  WINDOWS_12,
  UOS,
  { ...UOS, name: 'WPS on UOS that tells of no edits', silentEvents: ['SheetChange', 'WindowActivate'] },
];

for (const profile of PROFILES) {
  hostContract(`${profile.name} (a stand-in)`, (): Promise<HostUnderTest> => {
    const wps = new StandInWps(profile, bookOf(FILE, '目录.xlsx', nodeCodec, profile === WINDOWS_12));
    const timers = new ManualTimers();
    const host = WpsHost.start(wps.globals, { timers });
    if (!host) throw new Error('not taken for WPS');
    return Promise.resolve({
      host,
      person: personAt(wps, timers),
      programUndo: host.capabilities.programUndo,
      close: () => Promise.resolve(),
    });
  });
}

function personAt(wps: StandInWps, timers: ManualTimers): Person {
  /** Does something, and waits as long as it takes until a look is had. */
  const seen = (act: () => void): Promise<void> => {
    act();
    timers.passAll();
    return Promise.resolve();
  };
  return {
    looks: () => Promise.resolve(wps.looks()),
    type: (cell, text) => seen(() => wps.type(0, [[cell, text]])),
    paste: (cell, text) => seen(() => wps.paste(0, cell, text)),
    fillDown: (first, last) => seen(() => wps.fillDown(0, first, last)),
    undo: () => seen(() => wps.undo()),
  };
}
