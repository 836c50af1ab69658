import type { Timers } from '../../../src/hosts/wps/wps-edits.ts';

/** Timers that go off when they are told to; those of no time at all go off by themselves. */
export class ManualTimers implements Timers {
  readonly #waiting = new Map<object, () => void>();

  set(act: () => void, milliseconds: number): object {
    const timer = {};
    if (milliseconds === 0) {
      setTimeout(act, 0);
      return timer;
    }
    this.#waiting.set(timer, act);
    return timer;
  }

  clear(timer: unknown): void {
    if (typeof timer === 'object' && timer !== null) this.#waiting.delete(timer);
  }

  /** Everything that waits goes off once. */
  passAll(): void {
    const due = [...this.#waiting];
    for (const [timer, act] of due) {
      this.#waiting.delete(timer);
      act();
    }
  }

  get waiting(): number {
    return this.#waiting.size;
  }
}
