import type { CDPSession, Page } from 'playwright-core';

/** What keeps the main thread of a page from anything else, in milliseconds of its CPU time. */
export interface LongTask {
  readonly cpu: number;
  /** Without the time spent in one script. */
  readonly outside: number;
}

/**
 * The tasks of the main thread while something is done.
 * @param script the script whose time is told apart, with all that it calls
 */
export async function tasksOf(page: Page, script: string, act: () => Promise<void>): Promise<readonly LongTask[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-v8.cpu_profiler', 'blink.user_timing'],
    },
  });
  // The profiler takes the main thread for itself when it starts.
  await page.waitForTimeout(SETTLING);
  await page.evaluate((name) => performance.mark(name), BEGIN);
  await act();
  await end(session);
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  );
  const begin = events.find(({ name }) => name === BEGIN)?.ts ?? 0;
  const profile = events.find((event) => event.name === 'Profile' && main.has(threadOf(event)));
  const samples = samplesOf(events.filter(({ pid, id }) => pid === profile?.pid && id === profile.id));
  return events
    .filter(
      (event) =>
        event.name.endsWith('RunTask') && main.has(threadOf(event)) && event.ts > begin && event.dur > SHORTEST,
    )
    .map(({ ts, dur, tdur = dur }) => {
      // The engine's own work, as collecting garbage, is shared between the scripts in the same proportion.
      const here = samples.filter(({ time, scripts }) => time >= ts && time <= ts + dur && scripts.size > 1);
      const inside = here.filter(({ scripts }) => scripts.has(script)).length;
      return { cpu: tdur / 1000, outside: (tdur / 1000) * (here.length === 0 ? 1 : 1 - inside / here.length) };
    });
}

/** A mark in the page's timeline, and the milliseconds before it. */
const BEGIN = 'tianbao-bench';
const SETTLING = 2000;

/** Shorter tasks hold up nobody; microseconds. */
const SHORTEST = 20_000;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  /** Microseconds; `tdur` of the thread's CPU time. */
  readonly ts: number;
  readonly dur: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
  };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly url?: string };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

async function end(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
}

/** What the main thread was in, about each millisecond: the scripts of all calls open. */
function samplesOf(
  events: readonly TraceEvent[],
): readonly { readonly time: number; readonly scripts: ReadonlySet<string> }[] {
  let time = events.find(({ name }) => name === 'Profile')?.args.data?.startTime ?? 0;
  const scripts = new Map<number, ReadonlySet<string>>();
  return profileChunks(events).flatMap(({ cpuProfile, timeDeltas = [] }) => {
    for (const { id, parent, callFrame } of cpuProfile?.nodes ?? []) {
      const own = callFrame.url?.split('/').at(-1) ?? '';
      scripts.set(id, new Set([...(scripts.get(parent ?? -1) ?? []), own]));
    }
    return (cpuProfile?.samples ?? []).map((id, at) => {
      time += timeDeltas[at] ?? 0;
      return { time, scripts: scripts.get(id) ?? new Set<string>() };
    });
  });
}

/** Chunks come from a thread of the profiler's own, but bear the id of the main thread's profile. */
function profileChunks(events: readonly TraceEvent[]): readonly NonNullable<TraceEvent['args']['data']>[] {
  return events
    .filter(({ name }) => name === 'ProfileChunk')
    .sort((a, b) => a.ts - b.ts)
    .flatMap(({ args: { data } }) => data ?? []);
}
