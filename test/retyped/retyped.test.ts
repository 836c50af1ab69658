import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allForms, assertAsExpected, checkFile, expectationOf, workbooksIn } from '../check-file.ts';

const HERE = import.meta.dirname;

describe('retyped: forms in layouts of their own', () => {
  const forms = allForms();
  for (const name of workbooksIn(HERE)) {
    it(name, async () => {
      const file = path.join(HERE, name);
      assertAsExpected(await checkFile(file, forms), expectationOf(file));
    });
  }

  it('each form is there in two layouts', () => {
    for (const { id } of forms) {
      const folder = path.join(HERE, id.replace('/', '-'));
      assert.ok(existsSync(folder) && workbooksIn(folder).length >= 2, id);
    }
  });

  it('are those that make-retyped.ts writes', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'retyped-'));
    try {
      // SheetJS remembers formats of what it has read: it writes the same bytes only in a process of its own.
      execFileSync(process.execPath, ['--import', 'tsx', path.join(HERE, 'make-retyped.ts'), folder]);
      assert.deepEqual(workbooksIn(folder), workbooksIn(HERE));
      for (const name of workbooksIn(folder)) {
        assert.ok(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(HERE, name))), name);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
