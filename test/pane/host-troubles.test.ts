import assert from 'node:assert/strict';
import { HostError, type Edit, type Host } from '../../src/hosts/host.ts';
import { PaneController } from '../../src/pane/pane-controller.ts';
import { answerCalls } from '../../src/pane/worker-calls.ts';
import { runInPage, type RunningWorker } from '../../src/pane/worker-port.ts';

const workers: RunningWorker[] = [];

function startChecker(): RunningWorker {
  const worker = runInPage((scope) => {
    answerCalls<{ forms: readonly [null, readonly never[]]; counties: readonly [null, readonly never[]] }>(scope, {
      forms: () => [],
      counties: () => [],
    });
  });
  workers.push(worker);
  return worker;
}

/** A host that answers nothing while somebody types in a cell, and then that no document is open. */
function typedInHost(): { readonly host: Host; readonly state: { isTyping: boolean; listeners: number } } {
  const state = { isTyping: true, listeners: 0 };
  const whenDone = <T>(answer: T): Promise<T> =>
    state.isTyping ? Promise.reject(new HostError('busy')) : Promise.resolve(answer);
  const host = {
    kind: 'excel',
    capabilities: {
      colours: true,
      notes: true,
      edits: true,
      opensForms: true,
      documentData: true,
      programUndo: false,
    },
    listSheets: () => whenDone([]),
    read: () => whenDone(null),
    onEdit: async (_listener: (edit: Edit) => void) => {
      await whenDone(null);
      state.listeners++;
      return () => {
        state.listeners--;
      };
    },
  };
  return { host: host as unknown as Host, state };
}

describe('the pane, where the program does not answer', () => {
  let pane: PaneController | undefined;

  afterEach(() => {
    pane?.stop();
    for (const worker of workers.splice(0)) worker.terminate();
  });

  it('says what stands in the way, and follows the document once it can', async () => {
    const { host, state } = typedInHost();
    pane = new PaneController(host, startChecker, 'zh');
    await pane.start();
    assert.equal(pane.state.hasDocument, true);
    await pane.check();
    assert.deepEqual(pane.state.check, { status: 'failed', reason: 'busy', host: 'busy' });
    assert.equal(state.listeners, 0);
    state.isTyping = false;
    await pane.check();
    assert.equal(state.listeners, 1);
    assert.equal(pane.state.hasDocument, false);
    await pane.check();
    assert.equal(state.listeners, 1);
  });

  it('listens once, also where a check is asked for while it starts, and no longer once it is gone', async () => {
    const { host, state } = typedInHost();
    state.isTyping = false;
    pane = new PaneController(host, startChecker, 'zh');
    const started = pane.start();
    await Promise.all([started, pane.check()]);
    assert.equal(state.listeners, 1);
    pane.stop();
    await Promise.resolve();
    assert.equal(state.listeners, 0);
  });
});
