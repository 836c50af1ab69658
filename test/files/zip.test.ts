import assert from 'node:assert/strict';
import * as zlib from 'node:zlib';
import * as XLSX from 'xlsx';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { crc32 } from '../../src/files/crc32.ts';
import { FileError } from '../../src/files/file-error.ts';
import { ZIP_LIMITS, ZipArchive } from '../../src/files/zip.ts';
import { writeZip } from '../../src/files/zip-write.ts';
import { foreignWorkbook } from './foreign-workbook.ts';
import { descriptorZip, patched, textBytes, u16, u32, zip64Zip } from './zip-bytes.ts';

const open = (bytes: Uint8Array): ZipArchive => new ZipArchive(bytes, nodeCodec);

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    if (error instanceof FileError) return error.code;
    throw error;
  }
}

/** The code and where the container contradicts itself, or what there is too much of. */
function reasonOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    if (error instanceof FileError) return `${error.code}: ${error.params.detail ?? error.params.what ?? ''}`;
    throw error;
  }
}

/** Opens and reads everything. */
function readAll(bytes: Uint8Array): string[] {
  const archive = open(bytes);
  return archive.entries.map((entry) => `${entry.name}=${new TextDecoder().decode(archive.read(entry)).slice(0, 20)}`);
}

const entry = (name: string, text: string): { name: string; data: Uint8Array } => ({ name, data: textBytes(text) });
const long = '数据'.repeat(500);
const two = writeZip([entry('a.xml', long), entry('文/b.xml', 'b')], nodeCodec);

describe('zip container', () => {
  it('reads back what it wrote, deflated where that is smaller', () => {
    assert.deepEqual(readAll(two), [`a.xml=${long.slice(0, 20)}`, '文/b.xml=b']);
    assert.deepEqual(
      open(two).entries.map(({ method }) => method),
      [8, 0],
    );
  });

  it('writes the same bytes for the same entries', () => {
    assert.deepEqual(writeZip([entry('a.xml', long), entry('文/b.xml', 'b')], nodeCodec), two);
  });

  it('writes what another program reads', () => {
    const again = writeZip(open(foreignWorkbook([['乙']])).entries, nodeCodec);
    const cell: unknown = XLSX.read(again).Sheets.Sheet1?.A1;
    assert.ok(cell instanceof Object && 'v' in cell && cell.v === '乙');
  });

  for (const [what, name] of [
    ['another case', 'A.XML'],
    ['a leading slash', '/a.xml'],
    ['backslashes', '文\\B.xml'],
  ] as const) {
    it(`finds an entry by ${what}`, () => assert.ok(open(two).entry(name)));
  }

  it('does not find what is not there', () => assert.equal(open(two).entry('__proto__'), undefined));

  it('bears a comment behind the end record', () => {
    const commented = new Uint8Array([...two, ...textBytes('hello')]);
    commented.set(u16(5), two.length - 2);
    assert.equal(readAll(commented).length, 2);
  });

  it('copies untouched entries byte for byte', () => {
    const copy = writeZip(open(two).entries, nodeCodec);
    assert.deepEqual(copy, two);
  });

  it('leaves the file alone that it copies from, also a Buffer', () => {
    const source = Buffer.from(two);
    const copy = writeZip(open(source).entries.slice(1), nodeCodec);
    assert.deepEqual(new Uint8Array(source), two);
    assert.deepEqual(readAll(copy), ['文/b.xml=b']);
  });

  it('copies an entry whose sizes stand behind its data', () => {
    const source = descriptorZip('a.xml', long);
    const [first] = open(source).entries;
    assert.ok(first);
    const copy = writeZip([first, entry('new.xml', 'x')], nodeCodec);
    assert.deepEqual(readAll(copy), [`a.xml=${long.slice(0, 20)}`, 'new.xml=x']);
    const record = first.local.length + first.packed.length + 16;
    assert.deepEqual(copy.subarray(0, record), source.subarray(0, record));
    const [copied] = open(copy).entries;
    assert.deepEqual([copied?.flags, copied?.local, copied?.packed], [first.flags, first.local, first.packed]);
  });

  it('reads zip64 fields that tell the truth, and copies without them', () => {
    const source = zip64Zip('a.xml', long);
    assert.deepEqual(readAll(source), [`a.xml=${long.slice(0, 20)}`]);
    const copy = writeZip(open(source).entries, nodeCodec);
    assert.deepEqual(readAll(copy), [`a.xml=${long.slice(0, 20)}`]);
    assert.deepEqual(open(copy).entries[0]?.packed, open(source).entries[0]?.packed);
    assert.ok(copy.length < source.length);
  });

  it('refuses zip64 fields that do not', () => {
    const lie = zip64Zip('a.xml', long, { count: 2 });
    assert.equal(
      codeOf(() => readAll(lie)),
      'damaged',
    );
  });

  const local = 30 + 'a.xml'.length;
  const central = two.length - 22 - (46 + 5) - (46 + '文/b.xml'.length + 2);
  const hostile: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing at all', new Uint8Array(0), 'damaged: no end record'],
    [
      'an end record alone that names entries',
      patched(two.slice(-22), [[0, u32(0x06054b50)]]),
      'damaged: no end record',
    ],
    ['a name twice', writeZip([entry('a.xml', '1'), entry('/A.xml', '2')], nodeCodec), 'damaged: duplicate entry'],
    [
      'two entries at one place',
      patched(writeZip([entry('a', '1'), entry('a', '1')], nodeCodec), [[32 * 2 + 47 + 42, u32(0)]]),
      'damaged: overlapping entries',
    ],
    ['an entry outside the file', patched(two, [[central + 42, u32(0x7fffffff)]]), 'damaged: local header'],
    ['an encrypted entry', patched(two, [[central + 8, u16(1)]]), 'encrypted: '],
    ['an entry encrypted by its own header only', patched(two, [[6, u16(1)]]), 'encrypted: '],
    ['another compression', patched(two, [[central + 10, u16(12)]]), 'damaged: compression method 12'],
    [
      'a wrong checksum',
      patched(two, [
        [central + 16, u32(1)],
        [14, u32(1)],
      ]),
      'damaged: checksum differs',
    ],
    ['a local header of another size', patched(two, [[22, u32(7)]]), 'damaged: two sizes'],
    ['a local header of another name', patched(two, [[30, textBytes('b')]]), 'damaged: two names'],
    ['broken data', patched(two, [[local, u32(0xffffffff)]]), 'damaged: cannot be unpacked'],
    [
      'more data than declared',
      patched(two, [
        [central + 24, u32(9)],
        [22, u32(9)],
      ]),
      'damaged: cannot be unpacked',
    ],
    [
      'less data than declared',
      patched(two, [
        [central + 24, u32(3001)],
        [22, u32(3001)],
      ]),
      'damaged: length differs',
    ],
    [
      'too many entries',
      writeZip(
        Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => entry(String(i), '')),
        nodeCodec,
      ),
      'too-large: entries',
    ],
    [
      'a part that says it is too large',
      patched(two, [
        [central + 24, u32(ZIP_LIMITS.part + 1)],
        [22, u32(ZIP_LIMITS.part + 1)],
      ]),
      'too-large: part',
    ],
    [
      'a bomb with an honest header',
      writeZip([{ name: 'a', data: new Uint8Array(ZIP_LIMITS.ratioFrom + 1) }], nodeCodec),
      'too-large: ratio',
    ],
  ];
  for (const [what, bytes, code] of hostile) {
    it(`refuses ${what}: ${code}`, () =>
      assert.equal(
        reasonOf(() => readAll(bytes)),
        code,
      ));
  }

  it('opens a part that is packed very tight as long as it is small: a column of equal formulas is', () => {
    const data = new Uint8Array(5_000_000);
    const [entry] = new ZipArchive(writeZip([{ name: 'a', data }], nodeCodec), nodeCodec).entries;
    assert.equal(entry?.size, data.length);
  });

  it('stops a bomb with a lying header at the declared size', () => {
    const bomb = writeZip([{ name: 'a', data: new Uint8Array(5_000_000) }], nodeCodec);
    const at = bomb.length - 22 - 47;
    const lying = patched(bomb, [
      [at + 24, u32(1000)],
      [22, u32(1000)],
    ]);
    assert.equal(
      codeOf(() => readAll(lying)),
      'damaged',
    );
  });

  it('refuses parts that are too large together', () => {
    const parts = Array.from({ length: 140 }, (_, i) => entry(String(i), ''));
    const bytes = writeZip(parts, nodeCodec);
    let at = bytes.length - 22 - parts.reduce((sum, { name }) => sum + 46 + name.length, 0);
    let from = 0;
    for (const { name } of parts) {
      for (const field of [at + 24, from + 22]) bytes.set(u32(4_000_000), field);
      // Deflated, or the two sizes would have to be one.
      for (const field of [at + 10, from + 8]) bytes.set(u16(8), field);
      at += 46 + name.length;
      from += 30 + name.length;
    }
    assert.equal(
      codeOf(() => open(bytes)),
      'too-large',
    );
  });

  it('refuses every truncation', () => {
    for (let length = 0; length < two.length; length++) {
      assert.equal(
        codeOf(() => readAll(two.slice(0, length))),
        'damaged',
        String(length),
      );
    }
  });

  it('computes CRC-32 as zlib does', () => {
    assert.equal(crc32(textBytes('123456789')), 0xcbf43926);
    assert.equal(nodeCodec.crc32(textBytes('123456789')), 0xcbf43926);
  });

  it('inflates with a hard limit', () => {
    const packed = zlib.deflateRawSync(new Uint8Array(1000));
    assert.equal(nodeCodec.inflate(packed, 1000).length, 1000);
    assert.throws(() => nodeCodec.inflate(packed, 999));
  });
});
