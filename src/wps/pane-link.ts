/** What a page of WPS finds of the program, whatever the build has where. */
export interface WpsRoots {
  readonly Application?: unknown;
  readonly wps?: unknown;
}

/** Keys of PluginStorage, in which the ribbon (shell/ribbon.js) and the panes leave word for each other. */
const KEY = 'tianbao.et.';

/**
 * A pane's link to the ribbon that opened it: which pane it is, what it was told to do, and how it is put away. The two
 * pages are worlds of their own and share PluginStorage only.
 */
export class PaneLink {
  readonly #roots: readonly object[];
  readonly #token: string;

  /** @param hash of the page's address: `#pane=…` */
  constructor({ Application: application, wps }: WpsRoots, hash: string) {
    this.#roots = [application, wps].filter((root): root is object => root !== null && typeof root === 'object');
    this.#token = /^#pane=(\w+)$/.exec(hash)?.[1] ?? '';
  }

  /** What the ribbon asked of this pane since the last call: `check`, `form yunyang/catalogue`. */
  takeCommand(): string | null {
    const key = `${KEY}command.${this.#token}`;
    const command = this.#storage('getItem', key);
    if (typeof command !== 'string' || command === '') return null;
    this.#storage('removeItem', key);
    // Where nothing can be removed the word is put out of force.
    if (this.#storage('getItem', key) === command) this.#storage('setItem', key, '');
    return command;
  }

  /** Puts the pane away; false where the program does not let a pane do that. */
  hide(): boolean {
    const id = Number(this.#storage('getItem', `${KEY}id.${this.#token}`));
    const pane = Number.isFinite(id) ? this.#call(['GetTaskPane', 'GetTaskpane'], id) : null;
    if (typeof pane !== 'object' || pane === null) return false;
    try {
      return Reflect.set(pane, 'Visible', false);
    } catch {
      return false;
    }
  }

  #storage(method: 'getItem' | 'setItem' | 'removeItem', ...parameters: readonly string[]): unknown {
    for (const root of this.#roots) {
      try {
        const storage: unknown = Reflect.get(root, 'PluginStorage');
        if (typeof storage !== 'object' || storage === null) continue;
        const found: unknown = Reflect.get(storage, method);
        if (typeof found === 'function') return Reflect.apply(found, storage, parameters);
      } catch {
        // The other root may have it.
      }
    }
    return null;
  }

  /** Some builds have a member on `Application`, others on `wps`, and in two spellings. */
  #call(names: readonly string[], ...parameters: readonly unknown[]): unknown {
    for (const root of this.#roots) {
      for (const name of names) {
        try {
          const found: unknown = Reflect.get(root, name);
          const answer: unknown = typeof found === 'function' ? Reflect.apply(found, root, parameters) : undefined;
          if (answer !== null && answer !== undefined) return answer;
        } catch {
          // Of a pane that is no more some builds answer null, others throw.
        }
      }
    }
    return null;
  }
}
