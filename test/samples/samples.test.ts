import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allForms, assertAsExpected, checkFile, expectationOf, workbooksIn } from '../check-file.ts';

const HERE = import.meta.dirname;

describe('samples: workbooks as they are returned', () => {
  const forms = allForms();
  for (const name of workbooksIn(HERE)) {
    it(name, async () => {
      const file = path.join(HERE, name);
      assertAsExpected(await checkFile(file, forms), expectationOf(file));
    });
  }

  it('each form has a clean one and two faulty ones', () => {
    for (const form of forms) {
      const names = workbooksIn(path.join(HERE, form.id.replace('/', '-')));
      assert.ok(
        names.some((name) => name.startsWith('clean-')),
        form.id,
      );
      assert.ok(names.filter((name) => name.startsWith('faulty-')).length >= 2, form.id);
    }
  });

  it('are those that make-samples.ts writes', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'samples-'));
    try {
      // SheetJS remembers formats of what it has read: it writes the same bytes only in a process of its own.
      execFileSync(process.execPath, ['--import', 'tsx', path.join(HERE, 'make-samples.ts'), folder]);
      assert.deepEqual(workbooksIn(folder), workbooksIn(HERE));
      for (const name of workbooksIn(folder)) {
        assert.ok(readFileSync(path.join(folder, name)).equals(readFileSync(path.join(HERE, name))), name);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
