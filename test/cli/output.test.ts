import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { Output, OutputError } from '../../src/cli/output.ts';

const PIECE = 'x'.repeat(70_000);

function collecting(): { stream: Writable; length: () => number } {
  let length = 0;
  const stream = new Writable({
    highWaterMark: 1000,
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      length += chunk.length;
      setImmediate(done);
    },
  });
  return { stream, length: () => length };
}

describe('cli/output', () => {
  it('gathers small texts and asks for no waiting', async () => {
    const { stream, length } = collecting();
    const out = new Output(stream);
    assert.equal(out.write('a'), undefined);
    assert.equal(out.write('b'), undefined);
    assert.equal(length(), 0);
    await out.flush();
    assert.equal(length(), 2);
  });
  it('asks to wait while the reader is behind, and no longer', async () => {
    const out = new Output(collecting().stream);
    const wait = out.write(PIECE);
    assert.ok(wait);
    assert.ok(out.write('a'), 'still behind');
    await wait;
    assert.equal(out.write('a'), undefined);
  });
  it('listens once, however much is written meanwhile', async () => {
    const { stream, length } = collecting();
    const out = new Output(stream);
    for (let i = 0; i < 50; i++) void out.write(PIECE);
    assert.equal(stream.listenerCount('drain'), 1);
    await out.flush();
    assert.equal(length(), 50 * PIECE.length);
    assert.equal(stream.listenerCount('drain'), 0);
  });
  function failing(code: string): Writable {
    return new Writable({
      write(_chunk, _encoding, done) {
        setImmediate(() => done(Object.assign(new Error(code), { code })));
      },
    });
  }
  it('tells at the end that the stream failed, but not that its reader has seen enough', async () => {
    for (const text of ['a', PIECE]) {
      const full = new Output(failing('ENOSPC'));
      await full.write(text);
      await assert.rejects(
        full.finish(),
        (error) => error instanceof OutputError && String(error.cause).includes('ENOSPC'),
      );
      const gone = new Output(failing('EPIPE'));
      await gone.write(text);
      await gone.finish();
    }
  });
  it('drops the rest and does not wait when the reader has gone', async () => {
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('EPIPE'));
      },
    });
    const out = new Output(stream);
    await out.write(PIECE);
    await out.write(PIECE);
    await out.flush();
  });
});
