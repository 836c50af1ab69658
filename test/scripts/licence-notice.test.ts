import assert from 'node:assert/strict';
import path from 'node:path';
import { isPermissive, noticeOf, packageOf } from '../../scripts/licence-notice.js';

const ROOT = path.join(import.meta.dirname, '..', '..');

describe('licences of what the product carries', () => {
  for (const licence of ['MIT', 'Apache-2.0', '(MIT OR GPL-3.0)', 'MIT AND ISC', 'BSD-2-Clause OR WTFPL']) {
    it(`${licence} may be carried`, () => assert.equal(isPermissive(licence), true));
  }

  for (const licence of [
    'GPL-3.0',
    'LGPL-2.1',
    'MPL-2.0',
    'MIT AND GPL-2.0',
    'UNKNOWN',
    'SEE LICENSE IN LICENSE',
    '',
  ]) {
    it(`${licence === '' ? 'none at all' : licence} may not`, () => assert.equal(isPermissive(licence), false));
  }

  it('are read from the package that a file belongs to, whatever is in between', () => {
    const file = path.join(ROOT, 'node_modules', '@fluentui', 'react-button', 'lib', 'index.js');
    const found = packageOf(file);
    assert.equal(found?.name, '@fluentui/react-button');
    assert.equal(found.licence, 'MIT');
    assert.match(found.text, /Permission is hereby granted/);
  });

  it('there are none for a file of our own', () => {
    assert.equal(packageOf(path.join(ROOT, 'src', 'pane', 'pane.tsx')), undefined);
  });

  it('stand once in the notice for the packages that share their words', () => {
    const one = { version: '1.0.0', licence: 'MIT', author: 'A. Person', address: '', text: 'Do what you like.' };
    const notice = noticeOf([
      { ...one, name: 'b' },
      { ...one, name: 'a' },
      { ...one, name: 'without-a-file', licence: 'ISC', text: '' },
    ]);
    assert.equal(notice.split('Do what you like.').length, 2);
    assert.match(notice, /^a 1\.0\.0 \(MIT\)\nb 1\.0\.0 \(MIT\)$/m);
    assert.match(notice, /^without-a-file 1\.0\.0 \(ISC\)\n\nISC\. By A\. Person\.$/m);
  });
});
