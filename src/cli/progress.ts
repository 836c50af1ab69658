import { beforeInterruption } from './interruption.ts';
import { shortened, visible } from './terminal.ts';

/** A terminal as far as the bar needs it; `process.stderr` is one. */
export interface ProgressTerminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const BAR = 20;

/** A bar of files done, on a terminal only, and only where there are several files. */
export class Progress {
  readonly #terminal: ProgressTerminal | undefined;
  readonly #total: number;
  #shown: (() => void) | undefined;

  constructor(terminal: ProgressTerminal, total: number) {
    this.#terminal = terminal.isTTY === true && total > 1 ? terminal : undefined;
    this.#total = total;
  }

  /** Shows how many files are done and which one is next. */
  show(done: number, file: string): void {
    if (!this.#terminal) return;
    this.#shown ??= beforeInterruption(() => {
      this.#wipe();
    });
    const full = Math.floor((done / this.#total) * BAR);
    const head = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${String(done)}/${String(this.#total)} `;
    const room = (this.#terminal.columns ?? 80) - head.length - 1;
    this.#terminal.write(`\r\u001b[K${head}${room > 4 ? shortened(visible(file), room) : ''}`);
  }

  /** Takes the bar away, so that other lines may follow. */
  clear(): void {
    this.#wipe();
    this.#shown?.();
    this.#shown = undefined;
  }

  #wipe(): void {
    this.#terminal?.write('\r\u001b[K');
  }
}
