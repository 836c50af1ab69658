import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { readCsv } from '../../src/files/csv.ts';
import { FileError } from '../../src/files/file-error.ts';
import { CellKind, textAt, type Grid } from '../../src/sheets/grid.ts';
import { textBytes } from './zip-bytes.ts';

function read(content: string | Uint8Array): Grid {
  const [grid] = readCsv(typeof content === 'string' ? textBytes(content) : content, '表').sheets;
  assert.ok(grid);
  return grid;
}

/** Rows of texts, empty fields as '', without empty fields at the end of a row. */
function rowsOf(grid: Grid): string[][] {
  return Array.from({ length: grid.rowCount }, (_, row) => {
    const columns = grid.columns.subarray(grid.rowStarts[row] ?? 0, grid.rowStarts[row + 1] ?? 0);
    return Array.from({ length: (columns[columns.length - 1] ?? -1) + 1 }, (_, column) => textAt(grid, row, column));
  });
}

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0)).flatMap((unit) => [unit & 0xff, unit >> 8]),
  );

describe('csv', () => {
  const table: readonly (readonly [string, string | Uint8Array, readonly (readonly string[])[]])[] = [
    [
      'fields and records',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['every line ending, also mixed', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    [
      'identity numbers, zeros and numbers as text',
      '110101196001010256,0571,1.50',
      [['110101196001010256', '0571', '1.50']],
    ],
    ['ragged rows and separators at the end', 'a,b,c,,\nd\n,e', [['a', 'b', 'c'], ['d'], ['', 'e']]],
    ['empty lines as rows', 'a\n\n\nb', [['a'], [], [], ['b']]],
    [
      'quoted separators, quotes and line breaks',
      '"a,b","say ""x""","1\r\n2\n3"\nz',
      [['a,b', 'say "x"', '1\n2\n3'], ['z']],
    ],
    ['empty quotes as no cell', '"",a,""""', [['', 'a', '"']]],
    ['what stands behind a closing quote', '"5"寸,"a" ,b', [['5寸', 'a', 'b']]],
    ['quotes within a field', 'a"b"c,5"', [['a"b"c', '5"']]],
    ['blanks as they are', ' a , ', [[' a ', ' ']]],
    ['a byte order mark', '\ufeff部门,名称', [['部门', '名称']]],
    [
      'UTF-16 with tabs, as Excel saves Unicode text',
      utf16('部门\t名称\r\n甲\t乙,丙'),
      [
        ['部门', '名称'],
        ['甲', '乙,丙'],
      ],
    ],
    [
      'GB18030',
      Uint8Array.of(0xb2, 0xbf, 0xc3, 0xc5, 0x2c, 0x95, 0x32, 0x82, 0x36, 0x0d, 0x0a, 0xbc, 0xd7),
      [['部门', '𠀀'], ['甲']],
    ],
    ['a declared separator', 'sep=;\na,b;c', [['a,b', 'c']]],
    ['a declared tab', 'SEP=\t\r\na,b\tc', [['a,b', 'c']]],
    [
      'semicolons',
      '单位;端口\n甲;80,443\n乙;22',
      [
        ['单位', '端口'],
        ['甲', '80,443'],
        ['乙', '22'],
      ],
    ],
    ['tabs under a title', '目录\na\tb\tc\nd\te\tf', [['目录'], ['a', 'b', 'c'], ['d', 'e', 'f']]],
    [
      'bars',
      'a|b\nc|d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'commas between lists with semicolons',
      'a,1;2;3\nb,1;2;3\nc,x\nd,y',
      [
        ['a', '1;2;3'],
        ['b', '1;2;3'],
        ['c', 'x'],
        ['d', 'y'],
      ],
    ],
    ['a single field', '甲', [['甲']]],
    [
      'equal texts',
      '是,否,是\n否,是,是',
      [
        ['是', '否', '是'],
        ['否', '是', '是'],
      ],
    ],
  ];
  for (const [what, content, expected] of table)
    it(`reads ${what}`, () => assert.deepEqual(rowsOf(read(content)), expected));

  it('makes every field a text and keeps equal texts once', () => {
    const grid = read('1,1,TRUE\n1,,1');
    assert.ok(grid.kinds.every((kind) => kind === CellKind.text));
    assert.deepEqual([grid.values.length, grid.strings.length, grid.name], [5, 2, '表']);
  });

  it('keeps many texts apart', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `第${i % 15_000}号`);
    assert.deepEqual(rowsOf(read(texts.join('\n'))).flat(), texts);
  });

  it('keeps apart texts made to share one place', () => {
    const place = (text: string): number => {
      let hash = text.length;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash ^ (hash >>> 15)) & 1023;
    };
    const crowd = Array.from({ length: 100_000 }, (_, i) => `x${i}`).filter((text) => place(text) === 7);
    assert.ok(crowd.length > 50);
    const texts = [...crowd, ...crowd];
    assert.deepEqual(rowsOf(read(texts.join('\n'))).flat(), texts);
  });

  it('tells a field from the one above that it begins like', () => {
    const rows = [
      ['甲', 'ab', '1'],
      ['甲', 'abc', '1'],
      ['甲乙', 'ab', '12'],
      ['甲', 'a', '1'],
    ];
    assert.deepEqual(rowsOf(read(rows.map((row) => row.join(',')).join('\n'))), rows);
  });

  const refused: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['a quote that is never closed', 'a\n"b,c\nd', 'damaged'],
    ['bytes of no encoding', Uint8Array.of(0x61, 0xff, 0xff, 0x0a), 'not-a-workbook'],
    ['a record of too many fields', `${','.repeat(16_384)}x`, 'too-large'],
    ['too many records', '\n'.repeat(1_048_577), 'too-large'],
  ];
  for (const [what, content, code] of refused) {
    it(`refuses ${what}`, () =>
      assert.throws(
        () => read(content),
        (error) => error instanceof FileError && error.code === code,
      ));
  }

  it('reads what any other program wrote as that program meant it', () => {
    const field = fc.oneof(
      fc.constantFrom('', '是', '是否', 'a,b', 'x"y', '1\n2', ' z ', '；;'),
      fc.string({ maxLength: 8 }),
    );
    const clean = field.map((text) => text.replaceAll(/\r\n?|\0/g, '\n'));
    const records = fc.array(fc.array(clean, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        records,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\r\n', '\n'),
        fc.boolean(),
        (rows, delimiter, newline, quotes) => {
          const text = `sep=${delimiter}\n${Papa.unparse(rows, { delimiter, newline, quotes })}${newline}`;
          const expected = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== '') + 1));
          while (expected.at(-1)?.length === 0) expected.pop();
          assert.deepEqual(rowsOf(read(text)), expected);
        },
      ),
    );
  });
});
