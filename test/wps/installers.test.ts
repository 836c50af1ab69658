import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import type { ArchiveEntry } from '../../scripts/archives.ts';
import { linuxDeb, linuxTarGz, offlinePackage, windowsZip } from '../../scripts/wps-packages.ts';
import { OURS, PUBLISH_CASES } from './publish-cases.ts';

const VERSION = '0.2.0';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OTHER =
  '<jspluginonline name="公文助手" type="wps" url="https://oa.example/" enable="enable_dev" install="null"/>';

/** What stands for the built add-in. */
const ADDIN: readonly ArchiveEntry[] = [
  { path: 'ribbon.xml', bytes: Buffer.from('<customUI/>'), mode: 0o644 },
  { path: 'icons/app.svg', bytes: Buffer.from('<svg/>'), mode: 0o644 },
];

function unpack(files: readonly ArchiveEntry[], folder: string): void {
  for (const { path: name, bytes, mode } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes, { mode });
  }
}

/** A home of its own, and the package unpacked in it, under a name as people have them. */
class Desk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tianbao-'));
  readonly home = path.join(this.folder, '家 home');
  readonly unpacked = path.join(this.home, '下载', '新建 文件夹 (2)');
  /** Where the scripts find the programs that they call. */
  programs = process.env.PATH ?? '';
  readonly jsaddons = path.join(this.home, '.local/share/Kingsoft/wps/jsaddons');

  constructor() {
    unpack(offlinePackage(ADDIN, VERSION), this.unpacked);
  }

  run(script: string, ...options: readonly string[]): { readonly status: number | null; readonly told: string } {
    const { status, stdout, stderr } = spawnSync('sh', [path.join(this.unpacked, script), ...options], {
      cwd: '/',
      env: { HOME: this.home, PATH: this.programs },
      encoding: 'utf8',
    });
    return { status, told: stdout + stderr };
  }

  install(...options: readonly string[]): string {
    const { status, told } = this.run('install.sh', ...options);
    assert.equal(status, 0, told);
    return told;
  }

  get publish(): string {
    return readFileSync(path.join(this.jsaddons, 'publish.xml'), 'utf8');
  }

  keepPublish(text: string | Buffer): void {
    mkdirSync(this.jsaddons, { recursive: true });
    writeFileSync(path.join(this.jsaddons, 'publish.xml'), text);
  }

  files(folder: string = this.jsaddons): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort();
  }

  clear(): void {
    rmSync(this.folder, { recursive: true });
  }
}

const isLinux = process.platform === 'linux';

describe('the installer for Linux', function () {
  if (!isLinux) return;
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  it('puts the folder and the row where WPS looks, and says what comes next', () => {
    const told = desk.install();
    assert.deepEqual(desk.files(), ['publish.xml', 'tianbao_0.2.0/icons/app.svg', 'tianbao_0.2.0/ribbon.xml']);
    assert.equal(desk.publish, `${HEAD}<jsplugins>\n  ${OURS}\n</jsplugins>\n`);
    assert.match(told, /第一次会问是否信任/);
  });

  it('installed twice is installed once', () => {
    desk.install();
    const first = desk.publish;
    desk.install('--quiet');
    assert.equal(desk.publish, first);
    assert.deepEqual(desk.files(), ['publish.xml', 'tianbao_0.2.0/icons/app.svg', 'tianbao_0.2.0/ribbon.xml']);
  });

  it('takes the place of an older version', () => {
    desk.install();
    const older = desk.publish.replaceAll('0.2.0', '0.1.9');
    desk.keepPublish(older);
    mkdirSync(path.join(desk.jsaddons, 'tianbao_0.1.9'));
    mkdirSync(path.join(desk.jsaddons, 'tianbao_extra'));
    desk.install();
    assert.equal(desk.publish.includes('0.1.9'), false);
    assert.equal(existsSync(path.join(desk.jsaddons, 'tianbao_0.1.9')), false);
    assert.equal(existsSync(path.join(desk.jsaddons, 'tianbao_extra')), true);
    assert.equal(readFileSync(path.join(desk.jsaddons, 'publish.xml.tianbao-backup'), 'utf8'), older);
  });

  for (const { what, before, installed, broken = false } of PUBLISH_CASES) {
    it(`writes publish.xml as the table has it: ${what}`, () => {
      if (before !== null) desk.keepPublish(before);
      desk.install('--quiet');
      assert.equal(desk.publish, installed ?? before);
      const kept = path.join(desk.jsaddons, broken ? 'publish.xml.broken' : 'publish.xml.tianbao-backup');
      if (before === null || installed === null) assert.equal(existsSync(kept), false);
      else assert.equal(readFileSync(kept, 'utf8'), before);
    });
  }

  it('keeps each broken file under a name of its own, and says where', () => {
    desk.keepPublish('<jsplugins>');
    assert.match(desk.install(), /publish\.xml 已损坏，原样保存为 .*publish\.xml\.broken；/);
    desk.keepPublish('<jsplugins><');
    desk.install();
    assert.equal(readFileSync(path.join(desk.jsaddons, 'publish.xml.broken-2'), 'utf8'), '<jsplugins><');
  });

  it('reads a file in UTF-16, and writes it anew', () => {
    desk.keepPublish(Buffer.from(`\ufeff<jsplugins>${OTHER}</jsplugins>`, 'utf16le'));
    desk.install();
    assert.equal(desk.publish, `${HEAD}<jsplugins>\n  ${OTHER}\n  ${OURS}\n</jsplugins>\n`);
  });

  it('leaves a file in UTF-16 alone where nothing can read it', () => {
    const before = Buffer.from(`\ufeff<jsplugins>${OTHER}</jsplugins>`, 'utf16le');
    desk.keepPublish(before);
    const bin = path.join(desk.folder, 'bin');
    command(bin, 'iconv', 'exit 127');
    desk.programs = `${bin}:${desk.programs}`;
    const { status, told } = desk.run('install.sh');
    assert.equal(status, 1);
    assert.match(told, /publish\.xml/);
    assert.ok(readFileSync(path.join(desk.jsaddons, 'publish.xml')).equals(before));
    assert.deepEqual(
      desk.files().filter((name) => name.startsWith('publish')),
      ['publish.xml'],
    );
  });

  it('leaves the bytes of other encodings as they are', () => {
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="gb2312"?><jsplugins><jsplugin name="'),
      Buffer.from([0xb9, 0xab, 0xce, 0xc4, 0x81, 0x7c]),
      Buffer.from('" type="wps"/></jsplugins>'),
    ]);
    desk.keepPublish(gbk);
    desk.install();
    const now = readFileSync(path.join(desk.jsaddons, 'publish.xml'));
    assert.ok(now.includes(gbk.subarray(0, gbk.length - '</jsplugins>'.length)));
    assert.ok(now.includes(OURS));
  });

  it('writes through a link', () => {
    const elsewhere = path.join(desk.home, 'elsewhere.xml');
    mkdirSync(desk.jsaddons, { recursive: true });
    writeFileSync(elsewhere, '<jsplugins/>');
    symlinkSync(elsewhere, path.join(desk.jsaddons, 'publish.xml'));
    desk.install();
    assert.match(readFileSync(elsewhere, 'utf8'), /name="tianbao"/);
  });

  it('serves builds that read a folder in small letters too', () => {
    mkdirSync(path.join(desk.home, '.local/share/kingsoft/wps'), { recursive: true });
    desk.install();
    const other = path.join(desk.home, '.local/share/kingsoft/wps/jsaddons');
    assert.deepEqual(desk.files(other), desk.files());
    desk.run('uninstall.sh');
    assert.deepEqual(desk.files(other), ['publish.xml']);
  });

  it('writes the address that some builds on Kylin were seen with', () => {
    desk.install('--file-url');
    assert.ok(desk.publish.includes(OURS.replace('url="tianbao_0.2.0"', 'url="file://"')));
  });

  it('goes without a trace, and leaves what others have', () => {
    const before = `${HEAD}<jsplugins>\n  ${OTHER}\n</jsplugins>\n`;
    desk.keepPublish(before);
    mkdirSync(path.join(desk.jsaddons, 'et-tool_2.0'));
    writeFileSync(path.join(desk.jsaddons, 'et-tool_2.0', 'ribbon.xml'), '');
    desk.install();
    const { status, told } = desk.run('uninstall.sh');
    assert.equal(status, 0);
    assert.match(told, /已卸载/);
    assert.equal(desk.publish, before);
    assert.deepEqual(desk.files(), ['et-tool_2.0/ribbon.xml', 'publish.xml']);
  });

  it('removes nothing where nothing is', () => {
    assert.equal(desk.run('uninstall.sh').status, 0);
    assert.equal(existsSync(desk.jsaddons), false);
  });

  it('says what is missing where only a part was unpacked', () => {
    rmSync(path.join(desk.unpacked, 'tianbao_0.2.0'), { recursive: true });
    const { status, told } = desk.run('install.sh');
    assert.equal(status, 1);
    assert.match(told, /请重新解压整个压缩包/);
    assert.equal(existsSync(desk.jsaddons), false);
  });

  it('does nothing for people who have it, where it is asked to look first', () => {
    desk.install();
    writeFileSync(path.join(desk.jsaddons, 'publish.xml'), '');
    desk.install('--if-missing');
    assert.equal(desk.publish, '');
  });
});

/** A script for sh, in a folder that comes first in PATH. */
function command(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
}

describe('the packages', () => {
  it('for Debian: installed for everybody with a home, as that person, and taken away again', function () {
    if (!isLinux) this.skip();
    const desk = new Desk();
    try {
      const deb = linuxDeb(ADDIN, VERSION);
      const members = arMembers(deb);
      assert.deepEqual([...members.keys()], ['debian-binary', 'control.tar.gz', 'data.tar.gz']);
      const root = path.join(desk.folder, 'root');
      extract(members.get('control.tar.gz'), path.join(desk.folder, 'control'));
      extract(members.get('data.tar.gz'), root);
      assert.match(
        readFileSync(path.join(desk.folder, 'control', 'control'), 'utf8'),
        /^Package: tianbao-wps\nVersion: 0\.2\.0\n/,
      );
      assert.match(readFileSync(path.join(desk.folder, 'control', 'postinst'), 'utf8'), /all-users\.sh install/);

      const bin = path.join(desk.folder, 'bin');
      const people = [
        `root:x:0:0:root:/root:/bin/bash`,
        `zhang:x:1000:1000::${desk.home}:/bin/bash`,
        `ghost:x:1001:1001::${desk.folder}/none:/bin/bash`,
        `service:x:1002:1002::${desk.home}:/usr/sbin/nologin`,
      ];
      command(bin, 'getent', people.map((line) => `echo '${line}'`).join('\n'));
      command(bin, 'runuser', `echo "$2" >>'${desk.folder}/users'\nshift 3\nexec "$@"`);
      const all = (mode: string): void => {
        const { status, stderr } = spawnSync('sh', [path.join(root, 'opt/tianbao-wps/all-users.sh'), mode], {
          env: { PATH: `${bin}:${process.env.PATH ?? ''}` },
          encoding: 'utf8',
        });
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      };
      all('install');
      assert.equal(readFileSync(path.join(desk.folder, 'users'), 'utf8'), 'zhang\n');
      assert.ok(desk.publish.includes(OURS));
      const own = (script: string, ...options: readonly string[]): void => {
        const { status, stderr } = spawnSync('sh', [path.join(root, 'opt/tianbao-wps', script), ...options], {
          env: { HOME: desk.home, PATH: process.env.PATH ?? '' },
          encoding: 'utf8',
        });
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      };
      own('uninstall.sh');
      own('install.sh', '--quiet', '--if-missing');
      assert.ok(!desk.publish.includes(OURS), 'who has taken it away does not get it back by signing in');
      own('install.sh');
      own('install.sh', '--quiet', '--if-missing');
      assert.ok(desk.publish.includes(OURS));
      all('remove');
      assert.equal(desk.publish, `${HEAD}<jsplugins>\n</jsplugins>\n`);
      assert.deepEqual(desk.files(), ['publish.xml']);
    } finally {
      desk.clear();
    }
  });

  it('for Debian: dpkg reads it', function () {
    if (spawnSync('dpkg-deb', ['--version']).status !== 0) this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'tianbao-'));
    try {
      const file = path.join(folder, 'a.deb');
      writeFileSync(file, linuxDeb(ADDIN, VERSION));
      const field = spawnSync('dpkg-deb', ['--field', file, 'Version', 'Architecture'], { encoding: 'utf8' });
      assert.equal(field.stdout, 'Version: 0.2.0\nArchitecture: all\n');
      const contents = spawnSync('dpkg-deb', ['--contents', file], { encoding: 'utf8' });
      assert.equal(contents.stderr, '');
      assert.match(contents.stdout, /-rwxr-xr-x root\/root .* \.\/opt\/tianbao-wps\/install\.sh/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('for Linux: tar reads it, and scripts can be run', function () {
    if (!isLinux) this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'tianbao-'));
    try {
      extract(linuxTarGz(ADDIN, VERSION), folder);
      const { status } = spawnSync(path.join(folder, 'tianbao-wps_0.2.0', 'install.sh'), ['--quiet'], {
        env: { HOME: folder, PATH: process.env.PATH ?? '' },
      });
      assert.equal(status, 0);
      assert.ok(existsSync(path.join(folder, '.local/share/Kingsoft/wps/jsaddons/tianbao_0.2.0/ribbon.xml')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('for Windows: scripts that its old programs can read', () => {
    const files = new Map(
      offlinePackage(ADDIN, VERSION).map((file) => [file.path, Buffer.from(file.bytes).toString()]),
    );
    for (const name of ['install.cmd', 'uninstall.cmd', 'install.ps1']) {
      const text = files.get(name) ?? '';
      assert.equal(text.replaceAll('\r\n', '').includes('\n'), false, `${name} has the line ends of Windows`);
      assert.equal(/@[A-Z]+@/.test(text), false, `${name} is filled in`);
    }
    assert.match(files.get('install.ps1') ?? '', /^\ufeff/);
    for (const name of ['install.cmd', 'uninstall.cmd']) assert.match(files.get(name) ?? '', /^[\x00-\x7f]+$/);
    assert.deepEqual(namesInZip(Buffer.from(windowsZip(ADDIN, VERSION))).sort(), [
      'README.txt',
      'install.cmd',
      'install.ps1',
      'tianbao_0.2.0/icons/app.svg',
      'tianbao_0.2.0/ribbon.xml',
      'uninstall.cmd',
    ]);
  });
});

/** The names in a zip file's local headers; each entry is unpacked, to see that it can be. */
function namesInZip(zip: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [packed, nameLength, more] = [
      zip.readUInt32LE(at + 18),
      zip.readUInt16LE(at + 26),
      zip.readUInt16LE(at + 28),
    ];
    names.push(zip.toString('utf8', at + 30, at + 30 + nameLength));
    const start = at + 30 + nameLength + more;
    if (zip.readUInt16LE(at + 8) === 8) inflateRawSync(zip.subarray(start, start + packed));
    at = start + packed;
  }
  return names;
}

function arMembers(archive: Buffer): Map<string, Buffer> {
  assert.equal(archive.toString('latin1', 0, 8), '!<arch>\n');
  const members = new Map<string, Buffer>();
  for (let at = 8; at < archive.length;) {
    const name = archive.toString('latin1', at, at + 16).trim();
    const size = Number(archive.toString('latin1', at + 48, at + 58));
    members.set(name, archive.subarray(at + 60, at + 60 + size));
    at += 60 + size + (size % 2);
  }
  return members;
}

function extract(archive: Buffer | undefined, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-x', '-C', folder], { input: gunzipSync(archive ?? Buffer.alloc(0)) });
  assert.equal(status, 0, stderr.toString());
}
