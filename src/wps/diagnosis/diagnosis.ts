import { detectWps } from '../../hosts/wps/jsapi.ts';
import type { WpsRoots } from '../pane-link.ts';
import { Loose } from './loose-object.ts';
import { attempt, MEASURES, type Answers, type Scratch } from './measures.ts';

/** What was found out, to be sent: no content of a cell, no name of a file or a person is in it. */
export interface WpsReport {
  readonly report: 'tianbao-wps';
  readonly version: 1;
  readonly build: string;
  readonly page: Answers;
  readonly measures: Readonly<Record<string, Answers>>;
}

export interface DiagnosisOptions {
  readonly roots: WpsRoots;
  /** What is known without WPS: the web view, the kind of address. */
  readonly page: Answers;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  /** Tells how far it is, from 0 to 1. */
  readonly onStep: (part: number) => void;
}

/** Version and build as one word. */
function buildOf(roots: WpsRoots): string {
  const application = detectWps(roots);
  const words = [application?.tryRead('Version'), application?.tryRead('Build')];
  return words.filter((word) => typeof word === 'string' || typeof word === 'number').join(' ');
}

/**
 * Finds out how this WPS does what builds differ in. It works in a workbook that it makes for this and closes again
 * without saving; the one that was in front comes to the front again.
 * @returns `null` where there is no WPS, or no workbook can be made
 */
export async function diagnose({ roots, page, wait, now, onStep }: DiagnosisOptions): Promise<WpsReport | null> {
  const application = new Loose(detectWps(roots)?.raw);
  if (!application.isThere) return null;
  const alerts = attempt(() => application.member('DisplayAlerts'));
  const front = attemptLoose(() => application.at('ActiveWorkbook'));
  const workbook = attemptLoose(() => new Loose(application.at('Workbooks').call('Add')));
  if (!workbook.isThere) return null;
  const measures: Record<string, Answers> = {};
  try {
    const sheet = workbook.at('Worksheets').at('Item', 1);
    const scratch: Scratch = { application, beside: new Loose(roots.wps), workbook, sheet, wait, now };
    for (const [at, { name, take }] of MEASURES.entries()) {
      onStep(at / MEASURES.length);
      // The program gets a moment for itself.
      await wait(0);
      try {
        measures[name] = await take(scratch);
      } catch (error) {
        measures[name] = { failed: error instanceof Error ? error.name : typeof error };
      }
    }
  } finally {
    attempt(() => application.set('DisplayAlerts', false));
    attempt(() => workbook.call('Close', false));
    attempt(() => application.set('DisplayAlerts', alerts !== false));
    attempt(() => front.call('Activate'));
  }
  onStep(1);
  return { report: 'tianbao-wps', version: 1, build: buildOf(roots), page, measures };
}

function attemptLoose(act: () => Loose): Loose {
  try {
    return act();
  } catch {
    return new Loose(null);
  }
}
