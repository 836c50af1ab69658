import assert from 'node:assert/strict';
import { WorkerBroken, WorkerCaller, answerCalls } from '../../src/pane/worker-calls.ts';
import { runInPage, startBeside, type RunningWorker, type WorkerLike } from '../../src/pane/worker-port.ts';

interface Doubling {
  double: readonly [Uint8Array, number];
}

const program = (scope: Parameters<Parameters<typeof runInPage>[0]>[0]): void => {
  answerCalls<Doubling>(scope, { double: (bytes) => 2 * (bytes[0] ?? 0) });
};

/** A worker as a browser has it, and what it was sent. */
class Worker implements WorkerLike {
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly sent: unknown[] = [];
  ended = false;

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  say(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent<unknown>);
  }

  fail(): void {
    this.onerror?.({} as ErrorEvent);
  }
}

describe('a program that is to run beside the page', () => {
  const started: RunningWorker[] = [];
  const running = (worker: RunningWorker): RunningWorker => {
    started.push(worker);
    return worker;
  };
  let runsInPage = 0;
  const inPage = (): RunningWorker => {
    runsInPage++;
    return runInPage(program);
  };
  const callerOf = (start: () => WorkerLike, here = inPage): WorkerCaller<Doubling> =>
    new WorkerCaller<Doubling>(() => running(startBeside(start, here)));

  afterEach(() => {
    runsInPage = 0;
    // An open port keeps the process alive.
    for (const worker of started.splice(0)) worker.terminate();
  });

  it('is sent nothing before it says that it has started, and then all in order', async () => {
    const worker = new Worker();
    const beside = running(startBeside(() => worker, inPage));
    beside.postMessage(1);
    beside.postMessage(2);
    assert.deepEqual(worker.sent, []);
    worker.say('started');
    beside.postMessage(3);
    assert.deepEqual(worker.sent, [1, 2, 3]);
    const heard = new Promise((resolve) => (beside.onmessage = ({ data }) => resolve(data)));
    worker.say('started');
    assert.equal(await heard, 'started');
  });

  it('runs in the page where workers are refused at once', async () => {
    const caller = callerOf(() => {
      throw new Error('SecurityError');
    });
    assert.equal(await caller.call('double', Uint8Array.of(7)), 14);
  });

  it('runs in the page where the worker is refused a moment later, with what it was sent meanwhile', async () => {
    const worker = new Worker();
    const caller = callerOf(() => worker);
    const answer = caller.call('double', Uint8Array.of(7));
    worker.fail();
    assert.equal(await answer, 14);
    assert.ok(worker.ended);
  });

  it('is broken once it has started and fails', async () => {
    const worker = new Worker();
    const caller = callerOf(() => worker);
    const answer = caller.call('double', Uint8Array.of(7));
    worker.say('started');
    worker.fail();
    await assert.rejects(answer, WorkerBroken);
    assert.equal(runsInPage, 0);
  });

  it('is broken where it fails in the page too', async () => {
    const worker = new Worker();
    const caller = callerOf(
      () => worker,
      () => {
        throw new SyntaxError('an old engine');
      },
    );
    const answer = caller.call('double', Uint8Array.of(7));
    worker.fail();
    await assert.rejects(answer, WorkerBroken);
  });

  it('is ended before it has started', () => {
    const worker = new Worker();
    const beside = startBeside(() => worker, inPage);
    beside.postMessage(1);
    beside.terminate();
    worker.say('started');
    worker.fail();
    assert.deepEqual([worker.ended, worker.sent, runsInPage], [true, [], 0]);
  });
});

describe('a program in the page', () => {
  it('is handed copies, later', async () => {
    const sent = { list: [1] };
    const seen: unknown[] = [];
    const page = runInPage((scope) => {
      scope.onmessage = ({ data }) => {
        seen.push(data);
        scope.postMessage('heard');
      };
    });
    const heard = new Promise((resolve) => (page.onmessage = ({ data }) => resolve(data)));
    page.postMessage(sent);
    sent.list.push(2);
    assert.deepEqual(seen, []);
    assert.equal(await heard, 'heard');
    assert.deepEqual(seen, [{ list: [1] }]);
    page.terminate();
  });

  it('hears and says nothing once it is ended', async () => {
    const page = runInPage((scope) => {
      scope.onmessage = () => scope.postMessage('too late');
    });
    let said = 0;
    page.onmessage = () => said++;
    page.postMessage(1);
    page.terminate();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(said, 0);
  });
});
