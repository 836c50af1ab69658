import assert from 'node:assert/strict';
import { FileError } from '../../src/files/file-error.ts';
import { MAX_FILE } from '../../src/files/open.ts';
import { readInput } from '../../src/cli/read-input.ts';

const INPUT = { file: 'a', path: '/nowhere/at/all', below: 'a', size: 0 };

describe('reading what was asked for', () => {
  it('says that it is a folder which may not be read', async () => {
    await assert.rejects(
      readInput({ ...INPUT, problem: 'no-permission', isFolder: true }),
      new FileError('no-permission', { what: 'folder' }),
    );
  });

  it('refuses by its size what has not been read', async () => {
    await assert.rejects(
      readInput({ ...INPUT, size: MAX_FILE + 1 }),
      new FileError('too-large', { what: 'file', limit: MAX_FILE }),
    );
  });

  it('says that a file is gone that was there', async () => {
    await assert.rejects(readInput(INPUT), ({ code }: FileError) => code === 'not-found');
  });
});
