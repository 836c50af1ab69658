import type { Writable } from 'node:stream';
import { systemCode } from './system-reason.ts';

const CHUNK = 1 << 16;
/** Bytes of UTF-8 that a UTF-16 unit takes at most. */
const MOST_BYTES = 3;

/** After an error nothing drains any more: waiting must end then too. */
const ENDS_OF_WAITING = ['drain', 'error', 'close'] as const;

/** What was to be printed could not all be written; the cause is the stream's own error. */
export class OutputError extends Error {
  constructor(cause: unknown) {
    super('output could not be written', { cause });
    this.name = 'OutputError';
  }
}

/**
 * Text on its way to a stream: gathered into pieces worth writing, never faster than the reader takes them. When the
 * reader goes away (`| head`) or the stream fails (a full disk), the rest is dropped and the work goes on: copies are
 * still written. That it failed is told at the end.
 */
export class Output {
  readonly #stream: Writable;
  #gathered = Buffer.allocUnsafe(CHUNK);
  #length = 0;
  #closed = false;
  #failure: unknown;
  /** While the stream has more than it wants. */
  #draining: Promise<void> | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error) => {
      this.#closed = true;
      this.#failure ??= error;
    });
  }

  /** Takes a text; gives a promise only where the caller has to wait for the reader before it writes more. */
  write(text: string): Promise<void> | undefined {
    if (text.length * MOST_BYTES > CHUNK) return this.writeBytes(Buffer.from(text));
    if (this.#length + text.length * MOST_BYTES > CHUNK) this.#handOver();
    this.#length += this.#gathered.write(text, this.#length);
    return this.#draining;
  }

  /** As {@link write}, for text in UTF-8. */
  writeBytes(bytes: Uint8Array): Promise<void> | undefined {
    if (this.#length + bytes.length > CHUNK) this.#handOver();
    if (bytes.length > CHUNK) this.#pass(bytes);
    else {
      this.#gathered.set(bytes, this.#length);
      this.#length += bytes.length;
    }
    return this.#draining;
  }

  /** Hands over what is gathered so far. */
  async flush(): Promise<void> {
    this.#handOver();
    await this.#draining;
  }

  /**
   * Hands over the rest and waits until the stream has written it all.
   * @throws OutputError where it could not; a reader who has seen enough is no failure.
   */
  async finish(): Promise<void> {
    await this.flush();
    await new Promise<void>((resolve) => {
      if (this.#closed) resolve();
      else this.#stream.write('', () => resolve());
    });
    // An error is told of after the write that it befell.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#failure === undefined || systemCode(this.#failure) === 'EPIPE') return;
    throw new OutputError(this.#failure);
  }

  #handOver(): void {
    if (this.#length === 0) return;
    const bytes = this.#gathered.subarray(0, this.#length);
    // The stream keeps what it was given until it is written.
    this.#gathered = Buffer.allocUnsafe(CHUNK);
    this.#length = 0;
    this.#pass(bytes);
  }

  #pass(bytes: Uint8Array): void {
    if (this.#closed || this.#stream.write(bytes)) return;
    this.#draining ??= new Promise<void>((resolve) => {
      const done = (): void => {
        for (const event of ENDS_OF_WAITING) this.#stream.off(event, done);
        this.#draining = undefined;
        resolve();
      };
      for (const event of ENDS_OF_WAITING) this.#stream.on(event, done);
    });
  }
}
