/** Runs in a page before any of its own scripts: a WPS (a stand-in) around it. */
import { fflateCodec } from '../../src/files/codec-fflate.ts';
import { UOS, WINDOWS_12 } from '../hosts/wps/stand-in/profile.ts';
import { bookOf } from '../hosts/wps/stand-in/seed.ts';
import { StandInWps } from '../hosts/wps/stand-in/stand-in-wps.ts';

declare global {
  /** Which WPS, and the workbook that is open in it, in base64; before the stand-in. */
  var standInOptions: { readonly profile: 'windows' | 'uos'; readonly file: string | null };
  /** For tests: the program around the page. */
  var standIn: StandInWps;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

const { profile, file } = globalThis.standInOptions;
const isWindows = profile === 'windows';
const read = (bytes: Uint8Array, name: string): ReturnType<typeof bookOf> =>
  bookOf(bytes, name, fflateCodec, isWindows);
const wps = new StandInWps(isWindows ? WINDOWS_12 : UOS, file === null ? null : read(bytesOf(file), '目录.xlsx'));
wps.readBook = (data, name) =>
  read(
    Uint8Array.from(data, (character) => character.charCodeAt(0)),
    name,
  );
globalThis.standIn = wps;
Object.assign(globalThis, wps.globals);
