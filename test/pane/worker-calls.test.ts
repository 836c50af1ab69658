import assert from 'node:assert/strict';
import { answerCalls, WorkerBroken, WorkerCaller, WorkerError, WorkerStopped } from '../../src/pane/worker-calls.ts';
import { runInPage, type RunningWorker } from '../../src/pane/worker-port.ts';

interface Sums {
  add: readonly [readonly [number, number], number];
  count: readonly [number, string];
  fail: readonly [string, never];
  wait: readonly [null, never];
}

const never = (): Promise<never> => new Promise(() => undefined);

class CodedError extends Error {
  readonly code = 'too-large';
  readonly params = { limit: 7 };
}

const started: RunningWorker[] = [];

const start = (): RunningWorker => {
  const worker = runInPage((scope) => {
    answerCalls<Sums>(scope, {
      add: ([a, b]) => a + b,
      count: (to, onPiece) => {
        for (let number = 1; number <= to; number++) onPiece(number);
        return 'counted';
      },
      fail: (message) => {
        throw new CodedError(message);
      },
      wait: never,
    });
  });
  started.push(worker);
  return worker;
};

describe('calls to a worker', () => {
  afterEach(() => {
    // An open port keeps the process alive.
    for (const worker of started.splice(0)) worker.terminate();
  });

  it('come back each to its own', async () => {
    const caller = new WorkerCaller<Sums>(start);
    assert.deepEqual(await Promise.all([caller.call('add', [1, 2]), caller.call('add', [3, 4])]), [3, 7]);
  });

  it('hand over pieces in order before the answer', async () => {
    const pieces: unknown[] = [];
    assert.equal(await new WorkerCaller<Sums>(start).call('count', 3, (piece) => pieces.push(piece)), 'counted');
    assert.deepEqual(pieces, [1, 2, 3]);
  });

  it('fail with what the worker says: its message, code and data', async () => {
    await assert.rejects(new WorkerCaller<Sums>(start).call('fail', 'no'), (error: unknown) => {
      assert.ok(error instanceof WorkerError);
      assert.equal(error.message, 'no');
      assert.equal(error.fault.code, 'too-large');
      assert.deepEqual(error.fault.params, { limit: 7 });
      return true;
    });
  });

  it('fail for a name that nobody answers, also one that every object has', async () => {
    const caller = new WorkerCaller<Record<string, readonly [null, null]>>(start);
    await assert.rejects(caller.call('subtract', null), WorkerError);
    await assert.rejects(caller.call('toString', null), WorkerError);
  });

  it('that hang can be ended, and the next starts a worker anew', async () => {
    const caller = new WorkerCaller<Sums>(start);
    const waiting = caller.call('wait', null);
    caller.stop();
    await assert.rejects(waiting, WorkerStopped);
    assert.equal(await caller.call('add', [1, 1]), 2);
  });

  it('fail when the worker breaks off, all that wait; the next starts one anew', async () => {
    const caller = new WorkerCaller<Sums>(start);
    const waiting = [caller.call('wait', null), caller.call('wait', null)];
    started[0]?.onerror?.();
    for (const one of waiting) await assert.rejects(one, WorkerBroken);
    assert.equal(await caller.call('add', [2, 2]), 4);
    assert.equal(started.length, 2);
  });

  it('fail alike when it cannot be started', async () => {
    const caller = new WorkerCaller<Sums>(() => {
      throw new Error('refused');
    });
    await assert.rejects(caller.call('add', [1, 2]), WorkerBroken);
  });
});
