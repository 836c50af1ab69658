import type { Writable } from 'node:stream';

const CHUNK = 1 << 16;

/**
 * Text on its way to a stream: gathered into pieces worth writing, never faster than the reader takes them. When the
 * reader goes away (`| head`), the rest is dropped and the work goes on: copies are still written.
 */
export class Output {
  readonly #stream: Writable;
  #waiting = '';
  #closed = false;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', () => {
      this.#closed = true;
    });
  }

  /** Takes a text; gives a promise only where the caller has to wait for the reader. */
  write(text: string): Promise<void> | undefined {
    this.#waiting += text;
    return this.#waiting.length < CHUNK ? undefined : this.flush();
  }

  /** Hands over what is gathered so far. */
  async flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text === '' || this.#closed || this.#stream.write(text)) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        for (const event of ['drain', 'error', 'close']) this.#stream.off(event, done);
        resolve();
      };
      for (const event of ['drain', 'error', 'close']) this.#stream.on(event, done);
    });
  }
}
