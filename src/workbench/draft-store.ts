import type { FileChanges } from '../hosts/browser/browser-host.ts';

/** What was being worked on when the page went away: the file as it was opened, and all that was changed in it. */
export interface Draft {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly bytes: Uint8Array;
  readonly changes: FileChanges;
}

/** A draft as it is offered. */
export interface DraftName {
  readonly id: string;
  readonly name: string;
  readonly keptAt: number;
}

const DATABASE = 'tianbao-drafts';

/** Of each draft: its name and the changes, written often; and the file's bytes, written once. */
const CHANGES = 'changes';
const BYTES = 'bytes';

interface KeptChanges extends DraftName {
  readonly changes: FileChanges;
}

/**
 * Drafts in the browser's own database, on this computer only. Where there is none (a private window, a full disk, a
 * policy) nothing is kept, and nothing fails.
 */
export class DraftStore {
  readonly #database: Promise<IDBDatabase | null>;

  constructor() {
    this.#database = openDatabase().catch(() => null);
  }

  /** Those there are, the latest first; none where they cannot be read. */
  async list(): Promise<readonly DraftName[]> {
    const all = (await this.#within('readonly', (transaction) =>
      request(transaction.objectStore(CHANGES).getAll()),
    )) as readonly KeptChanges[] | undefined;
    return (all ?? []).map(({ id, name, keptAt }) => ({ id, name, keptAt })).sort((a, b) => b.keptAt - a.keptAt);
  }

  async read(id: string): Promise<Draft | undefined> {
    return await this.#within('readonly', async (transaction) => {
      const [kept, bytes] = (await Promise.all([
        request(transaction.objectStore(CHANGES).get(id)),
        request(transaction.objectStore(BYTES).get(id)),
      ])) as [KeptChanges | undefined, Uint8Array | undefined];
      if (!kept || !bytes) return undefined;
      const { name, keptAt, changes } = kept;
      return { name, keptAt, bytes, changes };
    });
  }

  /**
   * Keeps a draft in place of what is there under its id.
   * @param withBytes false: the bytes are the same as before
   * @returns whether it is kept
   */
  async keep(id: string, { name, keptAt, bytes, changes }: Draft, withBytes: boolean): Promise<boolean> {
    const kept = await this.#within('readwrite', async (transaction) => {
      await Promise.all([
        request(transaction.objectStore(CHANGES).put({ id, name, keptAt, changes } satisfies KeptChanges)),
        ...(withBytes ? [request(transaction.objectStore(BYTES).put(bytes, id))] : []),
      ]);
      return true;
    });
    return kept === true;
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#within('readwrite', async (transaction) => {
      await Promise.all(
        [CHANGES, BYTES].flatMap((store) => ids.map((id) => request(transaction.objectStore(store).delete(id)))),
      );
    });
  }

  async removeAll(): Promise<void> {
    await this.#within('readwrite', async (transaction) => {
      await Promise.all([CHANGES, BYTES].map((store) => request(transaction.objectStore(store).clear())));
    });
  }

  /** Does something in one transaction; `undefined` where there is no database, or it refuses. */
  async #within<T>(mode: IDBTransactionMode, act: (transaction: IDBTransaction) => Promise<T>): Promise<T | undefined> {
    try {
      const database = await this.#database;
      if (!database) return undefined;
      const transaction = database.transaction([CHANGES, BYTES], mode);
      const ended = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
      });
      const [answer] = await Promise.all([act(transaction), ended]);
      return answer;
    } catch {
      return undefined;
    }
  }
}

async function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(CHANGES, { keyPath: 'id' });
    opening.result.createObjectStore(BYTES);
  };
  return await request(opening);
}

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('refused'));
  });
}
