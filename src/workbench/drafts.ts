import type { FileChanges } from '../hosts/browser/browser-host.ts';
import { DraftStore, type Draft, type DraftName } from './draft-store.ts';

/** Milliseconds of quiet after an edit before the draft is written. */
const QUIET = 1500;

/** Milliseconds that a draft is kept: seven days. */
export const DRAFT_LIFETIME = 7 * 24 * 3600 * 1000;

/** The document whose changes are kept. */
export interface DraftedDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DraftSource {
  /** Somebody is in the middle of typing into a cell: what changed cannot be asked yet. */
  isTyping(): boolean;
  changes(): Promise<FileChanges>;
}

/** Keeps a draft of the document that is being worked on, so that a crash or a closed window loses nothing. */
export class Drafts {
  readonly #store = new DraftStore();
  readonly #source: DraftSource;
  #document: DraftedDocument | null = null;
  #id = '';
  #bytesKept = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #release: () => void = () => undefined;
  /** What is being written or removed now; the next waits for it. */
  #queue: Promise<void> = Promise.resolve();

  constructor(source: DraftSource) {
    this.#source = source;
  }

  /** Those that may be gone on with: none that another window has open, and none older than seven days, which go. */
  async offered(now: number): Promise<readonly DraftName[]> {
    const all = await this.#store.list();
    const old = all.filter(({ keptAt }) => now - keptAt > DRAFT_LIFETIME);
    if (old.length > 0) await this.#store.remove(old.map(({ id }) => id));
    const open = await openElsewhere();
    return all.filter((draft) => !old.includes(draft) && !open.has(draft.id));
  }

  async read(id: string): Promise<Draft | undefined> {
    return await this.#store.read(id);
  }

  /** Another document is on the desk; the draft of the one before goes. */
  follow(document: DraftedDocument): void {
    this.forget();
    this.#release();
    this.#document = document;
    this.#bytesKept = false;
    this.#id = newId();
    this.#release = hold(this.#id);
  }

  /** Something was changed. */
  touch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keepNow(), QUIET);
  }

  /** Writes the draft without waiting for more changes. */
  async keepNow(): Promise<void> {
    clearTimeout(this.#timer);
    const document = this.#document;
    if (!document) return;
    if (this.#source.isTyping()) {
      this.touch();
      return;
    }
    const id = this.#id;
    const changes = await this.#source.changes();
    await this.#next(async () => {
      // Saved or put away meanwhile.
      if (id !== this.#id || document !== this.#document) return;
      const { name, bytes } = document;
      const kept = await this.#store.keep(id, { name, keptAt: Date.now(), bytes, changes }, !this.#bytesKept);
      this.#bytesKept ||= kept;
    });
  }

  /** The changes are in a file now, or given up: their draft goes. */
  forget(): void {
    clearTimeout(this.#timer);
    const id = this.#id;
    if (id === '') return;
    this.#bytesKept = false;
    void this.#next(() => this.#store.remove([id]));
  }

  async remove(id: string): Promise<void> {
    await this.#store.remove([id]);
  }

  /** Deletes all drafts on this computer, that of the present document too. */
  async removeAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#bytesKept = false;
    await this.#next(() => this.#store.removeAll());
  }

  async #next(act: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(act);
    await this.#queue;
  }
}

const LOCK = 'tianbao-draft ';

/** Says to other windows that a draft is being worked on, until the answer is called or the page goes away. */
function hold(id: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  locks()
    ?.request(`${LOCK}${id}`, () => held)
    .catch(() => undefined);
  return release;
}

async function openElsewhere(): Promise<ReadonlySet<string>> {
  try {
    const { held = [] } = (await locks()?.query()) ?? {};
    return new Set(held.map(({ name = '' }) => name.slice(LOCK.length)));
  } catch {
    return new Set();
  }
}

/** Pages from an insecure address have none. */
function locks(): LockManager | undefined {
  return (navigator as { readonly locks?: LockManager }).locks;
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
