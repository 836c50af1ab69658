interface Splice {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** Changes to a part, gathered by byte offsets of the part as it stands and made all at once. They must not overlap. */
export class Splices {
  readonly #splices: Splice[] = [];

  get isEmpty(): boolean {
    return this.#splices.length === 0;
  }

  /** Puts text in front of the byte at `at`; texts for one place stand in the order of the calls. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Replaces the bytes from `from` up to, not including, `to`. */
  replace(from: number, to: number, text: string): void {
    this.replaceBytes(from, to, encoder.encode(text));
  }

  replaceBytes(from: number, to: number, bytes: Uint8Array): void {
    this.#splices.push({ from, to, bytes });
  }

  remove(from: number, to: number): void {
    this.replace(from, to, '');
  }

  /** As {@link remove}, with the changes gathered last, as far as they lie in it. */
  removeAll(from: number, to: number): void {
    while ((this.#splices[this.#splices.length - 1]?.from ?? -1) >= from) this.#splices.pop();
    this.remove(from, to);
  }

  /** The part with all changes made; the very same array where there are none. */
  apply(bytes: Uint8Array): Uint8Array {
    if (this.isEmpty) return bytes;
    const splices = this.#splices.map((splice, order) => ({ ...splice, order }));
    splices.sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order);
    const length = splices.reduce((sum, one) => sum + one.bytes.length - (one.to - one.from), bytes.length);
    const result = new Uint8Array(length);
    let read = 0;
    let written = 0;
    for (const { from, to, bytes: inserted } of splices) {
      if (from < read) throw new RangeError('splices overlap');
      result.set(bytes.subarray(read, from), written);
      written += from - read;
      result.set(inserted, written);
      written += inserted.length;
      read = to;
    }
    result.set(bytes.subarray(read), written);
    return result;
  }
}
