/** One end of a conversation by messages: a worker seen from the page, or the page seen from a worker. */
export interface MessagePortLike {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown, transfer?: Transferable[]): void;
}

/** A worker's program. The build wraps each in a function, so that its source can be had where nothing can be fetched. */
export type WorkerProgram = (scope: MessagePortLike) => void;

declare global {
  var tianbaoWorkers: Readonly<Record<string, WorkerProgram>> | undefined;
}

/** A program that runs beside the page, or in it. */
export interface RunningWorker extends MessagePortLike {
  /** The program could not be started, or broke off. */
  onerror: (() => void) | null;
  terminate(): void;
}

/** What a worker says first: until then it may still be refused. */
const STARTED = 'started';

/**
 * Starts a worker from the source of its own bundle: a page opened from a file may start no other. Where even that is
 * refused, at once or by a policy a moment later, the program runs in the page itself.
 * @throws Error where the bundle was not loaded.
 */
export function startWorker(name: string): RunningWorker {
  const program = globalThis.tianbaoWorkers?.[name];
  if (!program) throw new Error(`the worker ${name} was not loaded`);
  const source = ['(', program.toString(), `)(self);self.postMessage(${JSON.stringify(STARTED)})`];
  const url = URL.createObjectURL(new Blob(source, { type: 'text/javascript' }));
  try {
    return startBeside(
      () => new Worker(url),
      () => runInPage(program),
    );
  } finally {
    // The worker has taken it up by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

/** As much of a Worker as is needed of one. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
}

/**
 * Runs a program in a worker, or in the page where there is to be none.
 * @param start may throw, or give a worker that fails before it says that it has started
 * @param inPage what runs then
 */
export function startBeside(start: () => WorkerLike, inPage: () => RunningWorker): RunningWorker {
  let program: Pick<RunningWorker, 'postMessage' | 'terminate'>;
  // What is handed over to a worker is gone; it waits here until it is known who gets it.
  let waiting: [message: unknown, transfer: Transferable[]][] | null = [];
  const running: RunningWorker = {
    onmessage: null,
    onerror: null,
    postMessage(message, transfer = []) {
      if (waiting) waiting.push([message, transfer]);
      else program.postMessage(message, transfer);
    },
    terminate() {
      waiting = null;
      running.onmessage = null;
      running.onerror = null;
      program.terminate();
    },
  };
  const handOver = (): void => {
    const messages = waiting ?? [];
    waiting = null;
    for (const [message, transfer] of messages) program.postMessage(message, transfer);
  };
  const runHere = (): void => {
    const here = inPage();
    here.onmessage = (event) => running.onmessage?.(event);
    here.onerror = () => running.onerror?.();
    program = here;
    handOver();
  };
  try {
    const worker = start();
    program = worker;
    worker.onmessage = ({ data }) => {
      if (waiting && data === STARTED) handOver();
      else running.onmessage?.({ data });
    };
    worker.onerror = () => {
      if (!waiting) {
        running.onerror?.();
        return;
      }
      worker.terminate();
      try {
        runHere();
      } catch {
        // It breaks off here as it did there.
        running.onerror?.();
      }
    };
  } catch {
    runHere();
  }
  return running;
}

/** The program in the page, spoken to in the same way: what is sent is copied, and arrives a little later. */
export function runInPage(program: WorkerProgram): RunningWorker {
  const { port1, port2 } = new MessageChannel();
  const inside: MessagePortLike = {
    onmessage: null,
    postMessage: (message, transfer = []) => port2.postMessage(message, transfer),
  };
  const page: RunningWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message, transfer = []) => port1.postMessage(message, transfer),
    terminate: () => port1.close(),
  };
  program(inside);
  port1.onmessage = ({ data }: MessageEvent<unknown>) => page.onmessage?.({ data });
  port2.onmessage = ({ data }: MessageEvent<unknown>) => inside.onmessage?.({ data });
  return page;
}
