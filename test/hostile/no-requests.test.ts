import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TemporaryFolder } from '../cli/temporary-folder.ts';
import { foreignWorkbook } from '../files/foreign-workbook.ts';
import { xlsxFiles } from './parts.ts';

const PROGRAM = path.join(import.meta.dirname, '../../dist/tianbao.mjs');
const SAMPLE = readFileSync(path.join(import.meta.dirname, '../samples/jinzhai-pc-purchase/faulty-tiantangzhai.xlsx'));

/** Modules of Node that reach a network, and what pages have for it. */
const MODULES = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector', 'cluster'];
const FUNCTIONS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'sendBeacon',
  'RTCPeerConnection',
  'importScripts',
];

/** Whatever way to a network is tried ends the process, and is told of. */
const GUARD = `import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
const refuse = (what) => (...args) => {
  process.stderr.write('network: ' + what + '\\n');
  process.exit(99);
};
net.Socket.prototype.connect = function (...args) { return refuse('connect')(...args); };
net.Server.prototype.listen = refuse('listen');
dgram.createSocket = refuse('datagram');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) dns[name] = refuse(name);
for (const name of ['lookup', 'resolve']) dns.promises[name] = refuse(name);
globalThis.fetch = refuse('fetch');
`;

describe('no request leaves the machine', () => {
  const program = readFileSync(PROGRAM, 'utf8');

  it('the program has no module that reaches a network', () => {
    const modules = [...program.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["'](?:node:)?([\w/]+)["']/g)];
    assert.ok(modules.length > 5, 'the modules are found');
    assert.deepEqual(
      modules.map(([, name]) => name).filter((name) => MODULES.includes(name ?? '')),
      [],
    );
    assert.doesNotMatch(program, new RegExp(`["']node:(?:${MODULES.join('|')})["']`));
  });

  for (const name of FUNCTIONS) {
    it(`nor calls ${name}`, () => assert.doesNotMatch(program, new RegExp(`\\b${name}\\b`)));
  }

  it('nor tries to when it reads, flags and mends files that name network places', () => {
    const folder = new TemporaryFolder();
    try {
      const outside = xlsxFiles.filter(({ what }) =>
        /127\.0\.0\.1|outside|reach out|entities|document type/.test(what),
      );
      assert.ok(outside.length > 10);
      folder.add(Object.fromEntries(outside.map(({ make }, i) => [`in/${String(i)}.xlsx`, make()])));
      folder.add({
        'in/form.xlsx': SAMPLE,
        'in/old.xls': foreignWorkbook([['=WEBSERVICE("http://127.0.0.1:9/")', 'http://127.0.0.1:9/']], 'biff8'),
        'guard.mjs': GUARD,
      });
      const args = ['check', 'in', '--format', 'json', '--annotate', 'flagged', '--fix', 'fixed'];
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', pathToFileURL(folder.at('guard.mjs')).href, PROGRAM, ...args],
        { cwd: folder.path, encoding: 'utf8' },
      );
      assert.equal(stderr, '');
      assert.equal(status, 2);
      assert.equal((JSON.parse(stdout) as { files: object[] }).files.length, outside.length + 2);
    } finally {
      folder.remove();
    }
  }).timeout(60_000);
});
