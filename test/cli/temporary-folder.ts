import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An empty folder for one test, with files in it; taken away by {@link TemporaryFolder.remove}. */
export class TemporaryFolder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'tianbao-test-')));

  /** Writes files by their paths below the folder; `null` makes a folder. */
  add(files: Readonly<Record<string, string | Uint8Array | null>>): this {
    for (const [name, content] of Object.entries(files)) {
      const place = this.at(name);
      mkdirSync(content === null ? place : path.dirname(place), { recursive: true });
      if (content !== null) writeFileSync(place, content);
    }
    return this;
  }

  at(name: string): string {
    return path.join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
