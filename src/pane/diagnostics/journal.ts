import { HostError, type Host } from '../../hosts/host.ts';

/** What is told of by how long it took, and of what went wrong in it. */
export const STEPS = [
  'read',
  'readCells',
  'check',
  'mark',
  'clearMarks',
  'write',
  'undo',
  'reveal',
  'openForm',
] as const;

export type Step = (typeof STEPS)[number];

export interface Failure {
  readonly step: Step;
  /** Codes only: ours, and behind it that of the program. Never a message, which might quote anything. */
  readonly code: string;
  /** Milliseconds, by the clock that the journal was given. */
  readonly at: number;
}

const FAILURES_KEPT = 10;

/** What a code looks like: one word of Latin letters. */
const CODE = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;

/**
 * Remembers for a report on trouble how long the last step of each kind took, and what the last failures were. Of what
 * was read, written or checked nothing gets in here.
 */
export class Journal {
  readonly #now: () => number;
  readonly #took = new Map<Step, number>();
  #failures: readonly Failure[] = [];

  /** @param now milliseconds */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Milliseconds that the last step of each kind took which came to its end. */
  get took(): ReadonlyMap<Step, number> {
    return this.#took;
  }

  /** The last ones, oldest first. */
  get failures(): readonly Failure[] {
    return this.#failures;
  }

  /** Does a step, and remembers how it went. */
  async timed<T>(step: Step, act: () => Promise<T>): Promise<T> {
    const begun = this.#now();
    try {
      const done = await act();
      this.#took.set(step, this.#now() - begun);
      return done;
    } catch (error) {
      this.#failures = [...this.#failures, { step, code: codeOf(error), at: this.#now() }].slice(-FAILURES_KEPT);
      throw error;
    }
  }
}

/** `read-only (AccessDenied)`, `TypeError`; what looks like no code is `other`. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'other';
  const own = word(error instanceof HostError ? error.code : error.name);
  const { cause } = error;
  if (typeof cause !== 'object' || cause === null) return own;
  const behind = 'code' in cause ? cause.code : 'name' in cause ? cause.name : undefined;
  return behind === undefined ? own : `${own} (${word(behind)})`;
}

function word(code: unknown): string {
  return typeof code === 'string' && CODE.test(code) ? code : 'other';
}

/** The same host, with a journal kept of what it is asked. */
export function recorded(host: Host, journal: Journal): Host {
  return new Proxy(host, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const act = (...given: unknown[]): unknown => Reflect.apply(member, target, given);
      const step = STEPS.find((one) => one === name);
      return step === undefined ? act : (...given: unknown[]) => journal.timed(step, async () => await act(...given));
    },
  });
}
