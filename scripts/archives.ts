import { gzipSync } from 'node:zlib';

/** A file or folder of an archive; folders end in `/` and have no bytes. */
export interface ArchiveEntry {
  /** With `/`, relative. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `0o755` for what can be run, `0o644` for the rest. */
  readonly mode: number;
}

/** Seconds since 1970; the same in every build, so that the same files make the same archive. */
const TIME = 1_577_836_800;

const BLOCK = 512;

function octal(value: number, digits: number): string {
  return `${value.toString(8).padStart(digits, '0')}\0`;
}

function tarHeader({ path, bytes, mode }: ArchiveEntry): Buffer {
  const header = Buffer.alloc(BLOCK);
  const name = Buffer.from(path);
  // POSIX.1-1988 (ustar): longer names would have to be cut in two.
  if (name.length > 100) throw new RangeError(`${path} is too long a name`);
  name.copy(header, 0);
  const isFolder = path.endsWith('/');
  header.write(octal(isFolder ? 0o755 : mode, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(bytes.length, 11), 124);
  header.write(octal(TIME, 11), 136);
  header.write('        ', 148);
  header.write(isFolder ? '5' : '0', 156);
  header.write('ustar\0' + '00', 257);
  header.write('root', 265);
  header.write('root', 297);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A tar archive with its folders, gzipped. */
export function tarGz(files: readonly ArchiveEntry[]): Buffer {
  const parts: Buffer[] = [];
  for (const entry of withFolders(files)) {
    parts.push(tarHeader(entry), Buffer.from(entry.bytes));
    const rest = entry.bytes.length % BLOCK;
    if (rest > 0) parts.push(Buffer.alloc(BLOCK - rest));
  }
  parts.push(Buffer.alloc(2 * BLOCK));
  return gzipSync(Buffer.concat(parts), { level: 9 });
}

/** Every folder before what lies in it. */
function withFolders(files: readonly ArchiveEntry[]): ArchiveEntry[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at + 1));
  }
  const made = [...folders].map((path) => ({ path, bytes: new Uint8Array(), mode: 0o755 }));
  return [...made, ...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a Debian package says of itself, and what it runs. */
export interface DebPackage {
  readonly name: string;
  readonly version: string;
  readonly maintainer: string;
  /** The first line is a summary. */
  readonly description: readonly string[];
  /** By where they are put, without a `/` at the start. */
  readonly files: readonly ArchiveEntry[];
  /** `postinst`, `prerm`: scripts for sh. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** A Debian package (deb(5), format 2.0), for every architecture; made without dpkg. */
export function debPackage({ name, version, maintainer, description, files, scripts }: DebPackage): Buffer {
  const [summary = '', ...more] = description;
  const kilobytes = Math.ceil(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024);
  const control = [
    `Package: ${name}`,
    `Version: ${version}`,
    'Section: misc',
    'Priority: optional',
    'Architecture: all',
    `Installed-Size: ${String(kilobytes)}`,
    `Maintainer: ${maintainer}`,
    `Description: ${summary}`,
    ...more.map((line) => ` ${line}`),
    '',
  ].join('\n');
  const text = (path: string, content: string, mode: number): ArchiveEntry => ({
    path,
    bytes: Buffer.from(content),
    mode,
  });
  const controls = [
    text('./control', control, 0o644),
    ...Object.entries(scripts).map(([script, content]) => text(`./${script}`, content, 0o755)),
  ];
  const data = files.map((file) => ({ ...file, path: `./${file.path}` }));
  return Buffer.concat([
    Buffer.from('!<arch>\n'),
    arMember('debian-binary', Buffer.from('2.0\n')),
    arMember('control.tar.gz', tarGz(controls)),
    arMember('data.tar.gz', tarGz(data)),
  ]);
}

function arMember(name: string, bytes: Buffer): Buffer {
  const header = [
    name.padEnd(16),
    String(TIME).padEnd(12),
    '0'.padEnd(6),
    '0'.padEnd(6),
    '100644'.padEnd(8),
    String(bytes.length).padEnd(10),
    '`\n',
  ].join('');
  return Buffer.concat([Buffer.from(header), bytes, Buffer.alloc(bytes.length % 2, '\n')]);
}
