import assert from 'node:assert/strict';
import { trafficOf } from './request-counts.ts';

/** Of all requests of a batch the last lets go of what Excel kept for it. */
const AND_LETTING_GO = 1;

const MB = 1_000_000;

describe('what passes between the add-in and Excel', function () {
  this.timeout(120_000);

  it('is at most four syncs to read a sheet that an answer can hold', async () => {
    const [read] = await trafficOf('1.14', 5_000, 10);
    assert.ok(read && read.syncs <= 4 + AND_LETTING_GO, JSON.stringify(read));
  });

  it('is blocks below the limit for 100,000 rows, and a few syncs for 1,000 marks', async () => {
    const [read, mark, clear] = await trafficOf('1.14', 100_000, 1_000);
    assert.ok(read && mark && clear);
    assert.ok(read.syncs <= 13, JSON.stringify(read));
    assert.ok(read.responseBytes <= 38 * MB && read.largestResponse <= 4.5 * MB, JSON.stringify(read));
    assert.ok(mark.syncs <= 6 && mark.requestBytes <= MB, JSON.stringify(mark));
    assert.ok(clear.syncs <= 5 && clear.requestBytes <= 1.2 * MB, JSON.stringify(clear));
  });

  it('is less for marks with notes than for marks with comments', async () => {
    const [, comments] = await trafficOf('1.17', 3_000, 1_000);
    const [, notes] = await trafficOf('1.21', 3_000, 1_000);
    assert.ok(comments && notes);
    assert.ok(notes.syncs <= 5 && notes.syncs <= comments.syncs, JSON.stringify(notes));
    assert.ok(notes.requestBytes < comments.requestBytes && notes.requestBytes <= 0.4 * MB, JSON.stringify(notes));
  });
});
