import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { serveFolder } from '../../scripts/static-server.ts';

describe('the server of the workbench', () => {
  let folder = '';
  let server: Server;
  let address = '';

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tianbao-'));
    const served = path.join(folder, 'served');
    mkdirSync(path.join(served, '表 格'), { recursive: true });
    writeFileSync(path.join(served, 'index.html'), '<p>here</p>');
    writeFileSync(path.join(served, '表 格', 'a.js'), 'a()');
    writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    mkdirSync(path.join(folder, 'served-too'));
    writeFileSync(path.join(folder, 'served-too', 'secret.txt'), 'secret');
    ({ server, address } = await serveFolder(served, 0));
  });

  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** The path as it is given: a URL would tidy it up first. */
  const ask = async (wanted: string, method = 'GET'): Promise<{ status: number; type: string; text: string }> =>
    await new Promise((resolve, reject) => {
      const asked = request({ port: new URL(address).port, host: '127.0.0.1', path: wanted, method }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text }),
        );
      });
      asked.on('error', reject);
      asked.end();
    });

  it('serves the page of the folder', async () => {
    assert.deepEqual(await ask('/'), { status: 200, type: 'text/html; charset=utf-8', text: '<p>here</p>' });
    assert.equal((await ask('/index.html?a=b')).status, 200);
  });

  it('serves files with Chinese names and blanks', async () => {
    assert.deepEqual(await ask(encodeURI('/表 格/a.js')), {
      status: 200,
      type: 'text/javascript; charset=utf-8',
      text: 'a()',
    });
  });

  for (const wanted of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%2fserved-too/secret.txt',
    '/%00',
    '/%zz',
    '/missing',
    '//',
  ]) {
    it(`gives nothing for ${wanted}`, async () => assert.equal((await ask(wanted)).status, 404));
  }

  it('only reads', async () => assert.equal((await ask('/', 'POST')).status, 404));

  it('listens to this computer only', () => {
    const bound = server.address();
    assert.equal(typeof bound === 'object' ? bound?.address : bound, '127.0.0.1');
  });
});
