import type { Writable } from 'node:stream';

const CHUNK = 1 << 16;

/** After an error nothing drains any more: waiting must end then too. */
const ENDS_OF_WAITING = ['drain', 'error', 'close'] as const;

/**
 * Text on its way to a stream: gathered into pieces worth writing, never faster than the reader takes them. When the
 * reader goes away (`| head`), the rest is dropped and the work goes on: copies are still written.
 */
export class Output {
  readonly #stream: Writable;
  #waiting = '';
  #closed = false;
  /** While the stream has more than it wants. */
  #draining: Promise<void> | undefined;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', () => {
      this.#closed = true;
    });
  }

  /** Takes a text; gives a promise only where the caller has to wait for the reader before it writes more. */
  write(text: string): Promise<void> | undefined {
    this.#waiting += text;
    if (this.#waiting.length >= CHUNK) this.#handOver();
    return this.#draining;
  }

  /** Hands over what is gathered so far. */
  async flush(): Promise<void> {
    this.#handOver();
    await this.#draining;
  }

  #handOver(): void {
    const text = this.#waiting;
    this.#waiting = '';
    if (text === '' || this.#closed || this.#stream.write(text)) return;
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
