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

/**
 * Starts a worker from the source of its own bundle: a page opened from a file may start no other. Where even that is
 * refused the program runs in the page itself.
 * @throws Error where the bundle was not loaded.
 */
export function startWorker(name: string): RunningWorker {
  const program = globalThis.tianbaoWorkers?.[name];
  if (!program) throw new Error(`the worker ${name} was not loaded`);
  const url = URL.createObjectURL(new Blob(['(', program.toString(), ')(self)'], { type: 'text/javascript' }));
  try {
    return beside(new Worker(url));
  } catch {
    return runInPage(program);
  } finally {
    // The worker has taken it up by then.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

function beside(worker: Worker): RunningWorker {
  const running: RunningWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message, transfer = []) => worker.postMessage(message, transfer),
    terminate: () => worker.terminate(),
  };
  worker.onmessage = (event: MessageEvent<unknown>) => running.onmessage?.(event);
  worker.onerror = () => running.onerror?.();
  return running;
}

/** The program in the page, spoken to in the same way; messages are handed over when the page has nothing else to do. */
export function runInPage(program: WorkerProgram): RunningWorker {
  let open = true;
  const later = (deliver: () => void): void => {
    setTimeout(() => {
      if (open) deliver();
    }, 0);
  };
  const page: RunningWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => later(() => inside.onmessage?.({ data: structuredClone(message) })),
    terminate: () => {
      open = false;
    },
  };
  const inside: MessagePortLike = {
    onmessage: null,
    postMessage: (message) => later(() => page.onmessage?.({ data: structuredClone(message) })),
  };
  program(inside);
  return page;
}
