import { WorkerStopped, type WorkerCaller } from '../worker-calls.ts';
import type { OverviewState } from './overview-state.ts';
import type { ProcedureCalls, ProcedureQuestion } from './procedure-calls.ts';
import type { TypedProject } from './project-input.ts';

/** Asks about procedures, and keeps what was typed. */
export class OverviewController {
  readonly #caller: Pick<WorkerCaller<ProcedureCalls>, 'call'>;
  readonly #keep: (more: Partial<OverviewState>) => void;
  /** Counts the questions: an answer to an earlier one comes too late. */
  #asked = 0;

  constructor(caller: Pick<WorkerCaller<ProcedureCalls>, 'call'>, keep: (more: Partial<OverviewState>) => void) {
    this.#caller = caller;
    this.#keep = keep;
  }

  async start(): Promise<void> {
    this.#keep({ counties: await this.#caller.call('counties', null) });
  }

  type(typed: TypedProject): void {
    this.#keep({ typed });
  }

  showForm(form: number): void {
    this.#keep({ form });
  }

  /** Has a question answered, unless a newer one is asked meanwhile. */
  async ask(question: ProcedureQuestion): Promise<void> {
    const number = ++this.#asked;
    this.#keep({ failed: false });
    while (number === this.#asked) {
      try {
        const told = await this.#caller.call('procedure', question);
        if (number === this.#asked) this.#keep({ told });
        return;
      } catch (error) {
        // A check that is cancelled ends the worker, and with it what was asked beside: it is asked again.
        if (error instanceof WorkerStopped) continue;
        if (number === this.#asked) this.#keep({ failed: true });
        return;
      }
    }
  }

  /** Nobody waits any more. */
  stop(): void {
    this.#asked++;
  }
}
