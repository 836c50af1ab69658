import type { MessagePortLike, RunningWorker } from './worker-port.ts';
import { hasOwn } from '../sheets/own.ts';

/** What a worker can be asked: by name, what is sent and what comes back. */
export type Calls<C> = { readonly [N in keyof C]: readonly [request: unknown, answer: unknown] };

/** Pieces of a long answer are handed over one by one, so that no single one holds up the page. */
export type OnPiece = (piece: unknown) => void;

interface CallMessage {
  readonly call: number;
  readonly name: string;
  readonly request: unknown;
}

interface AnswerMessage {
  readonly answerTo: number;
  readonly piece?: unknown;
  readonly result?: unknown;
  readonly error?: WorkerFault;
}

/** An error as it comes over: its name and data, for a stack means nothing on the other side. */
export interface WorkerFault {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly params?: unknown;
}

/** What a worker answered instead of a result. */
export class WorkerError extends Error {
  readonly fault: WorkerFault;

  constructor(fault: WorkerFault) {
    super(fault.message);
    this.name = 'WorkerError';
    this.fault = fault;
  }
}

/** The caller ended the worker while it was at work. */
export class WorkerStopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'WorkerStopped';
  }
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onPiece: OnPiece | undefined;
}

/** The worker could not be started, or broke off: most likely it ran out of memory. */
export class WorkerBroken extends Error {
  constructor(options?: ErrorOptions) {
    super('the worker broke off', options);
    this.name = 'WorkerBroken';
  }
}

/** Asks a worker, and starts it anew after it was ended or broke down. */
export class WorkerCaller<C extends Calls<C>> {
  readonly #start: () => RunningWorker;
  readonly #waiting = new Map<number, Waiting>();
  #worker: RunningWorker | undefined;
  #calls = 0;

  constructor(start: () => RunningWorker) {
    this.#start = start;
  }

  /** @throws WorkerError with what the worker answered instead; WorkerBroken; WorkerStopped */
  async call<N extends keyof C & string>(name: N, request: C[N][0], onPiece?: OnPiece): Promise<C[N][1]> {
    const worker = (this.#worker ??= this.#startListening());
    const call = ++this.#calls;
    return await new Promise<C[N][1]>((resolve, reject) => {
      this.#waiting.set(call, { resolve: (result) => resolve(result), reject, onPiece });
      worker.postMessage({ call, name, request } satisfies CallMessage);
    });
  }

  /** Ends the worker; what it was asked fails with {@link WorkerStopped}. */
  stop(error: Error = new WorkerStopped()): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  #startListening(): RunningWorker {
    const worker = this.#started();
    worker.onmessage = ({ data }) => this.#take(data as AnswerMessage);
    worker.onerror = () => this.stop(new WorkerBroken());
    return worker;
  }

  #started(): RunningWorker {
    try {
      return this.#start();
    } catch (error) {
      throw new WorkerBroken({ cause: error });
    }
  }

  #take({ answerTo, piece, result, error }: AnswerMessage): void {
    const waiting = this.#waiting.get(answerTo);
    if (!waiting) return;
    if (piece !== undefined) {
      waiting.onPiece?.(piece);
      return;
    }
    this.#waiting.delete(answerTo);
    if (error) waiting.reject(new WorkerError(error));
    else waiting.resolve(result);
  }
}

/** What does the work, by the names of the calls. */
export type Handlers<C extends Calls<C>> = {
  readonly [N in keyof C]: (request: C[N][0], onPiece: OnPiece) => C[N][1] | Promise<C[N][1]>;
};

/** Answers calls in a worker. */
export function answerCalls<C extends Calls<C>>(scope: MessagePortLike, handlers: Handlers<C>): void {
  scope.onmessage = ({ data }) => {
    const { call, name, request } = data as CallMessage;
    const answer = (message: Omit<AnswerMessage, 'answerTo'>): void => {
      scope.postMessage({ answerTo: call, ...message } satisfies AnswerMessage);
    };
    void (async () => {
      try {
        if (!hasOwn(handlers, name)) throw new Error(`nobody answers ${name}`);
        // Both ends are built from one table of calls: what comes under a name is that name's request.
        const handler = handlers[name as keyof C];
        const result = await handler(request, (piece) => answer({ piece }));
        answer({ result });
      } catch (error) {
        answer({ error: faultOf(error) });
      }
    })();
  };
}

function faultOf(error: unknown): WorkerFault {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  const code: unknown = Reflect.get(error, 'code');
  const params: unknown = Reflect.get(error, 'params');
  return { name, message, ...(typeof code === 'string' ? { code } : {}), ...(params === undefined ? {} : { params }) };
}
