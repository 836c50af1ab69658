import fc from 'fast-check';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { zipOf } from '../files/made-workbook.ts';

/** Any place of a file, as a share of its length. */
const place = fc.nat(0xffffff);
const placeIn = (length: number, at: number): number => Math.floor((at / 0x1000000) * length);

/** Numbers that lengths, counts and offsets are wrong with. */
const LYING = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

type ByteEdit =
  | { readonly kind: 'set'; readonly at: number; readonly value: number }
  | { readonly kind: 'lie'; readonly at: number; readonly value: number }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'end'; readonly at: number };

const byteEdit: fc.Arbitrary<ByteEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('set'), at: place, value: fc.nat(255) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lie'), at: place, value: fc.constantFrom(...LYING) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut'), at: place, length: fc.nat(600) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat'), at: place, length: fc.nat(600) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end'), at: place }) },
);

export const byteEdits = fc.array(byteEdit, { minLength: 1, maxLength: 8 });

/** The file with its bytes changed. */
export function withByteEdits(bytes: Uint8Array, edits: readonly ByteEdit[]): Uint8Array {
  let all = Array.from(bytes);
  for (const edit of edits) {
    const at = placeIn(all.length, edit.at);
    if (edit.kind === 'set') all[at] = edit.value;
    else if (edit.kind === 'lie') {
      for (let i = 0; i < 4 && at + i < all.length; i++) all[at + i] = (edit.value >>> (8 * i)) & 0xff;
    } else if (edit.kind === 'cut') all.splice(at, edit.length);
    else if (edit.kind === 'repeat') all.splice(at, 0, ...all.slice(at, at + edit.length));
    else all = all.slice(0, at);
  }
  return Uint8Array.from(all);
}

/** What no attribute and no text should be. */
const NASTY = [
  ...['', ' ', '-1', '0', '00', '0.5', '1e9', '99999999999', 'NaN', 'x', 'true', '#REF!', '__proto__', '../../x', '/'],
  ...['A0', 'A1', 'XFD1048576', 'XFE1', 'A1:XFD1048576', 'B2:A1', 'A1 B2', 'a1', 'A1:', '$A$1', 'rId1', 'rId999'],
  ...[
    '&',
    '&amp;',
    '&#0;',
    '&#x1F600;',
    '&#xD800;',
    '_x000D_',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\0',
    ']]>',
    '<',
    '>',
    '"',
    "'",
  ],
  ...['s', 'str', 'inlineStr', 'shared', 'array', 'd', 'e', 'b', 'External', 'hidden', 'worksheet', 'comments'],
  ...['【填报助手】', '\n【填报助手】\nx', '_x0000_t202', '65536', '1048577', '16385', '4294967296', '2147483648'],
];

/** Pieces of markup that turn up where they should not. */
const PIECES = [
  ...[
    '<c>',
    '</c>',
    '<c/>',
    '<row/>',
    '<v>1</v>',
    '<f>A1</f>',
    '<f t="shared" si="0"/>',
    '<is><t>x</t></is>',
    '<sheetData/>',
  ],
  ...[
    '</sheetData>',
    '<mergeCell ref="A1:C3"/>',
    '<col min="1" max="16384" hidden="1"/>',
    '<extLst/>',
    '<legacyDrawing/>',
  ],
  ...['<!-- -->', '<!--', '-->', '<![CDATA[x]]>', '<?x?>', '<!DOCTYPE x>', '<x:c xmlns:x="y"/>', '<a><a><a>', '</a>'],
  ...[
    '<cfRule type="expression" priority="1"><formula>1</formula></cfRule>',
    '<comment ref="A1" authorId="9"/>',
    '<dxf/>',
  ],
  ...[
    '<mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent>',
    '<v:shape ',
    '</v:shape>',
    '</xml',
    '<xf/>',
  ],
];

interface PartEdit {
  readonly part: number;
  readonly kind: 'delete' | 'double' | 'many' | 'swap' | 'attribute' | 'unnamed' | 'text' | 'insert' | 'gone' | 'other';
  readonly at: number;
  readonly to: number;
  readonly nasty: string;
  readonly piece: string;
}

const KINDS: readonly PartEdit['kind'][] = [
  ...(['delete', 'double', 'many', 'swap', 'attribute', 'attribute', 'attribute', 'attribute'] as const),
  ...(['unnamed', 'text', 'text', 'insert', 'insert', 'gone', 'other'] as const),
];

const partEdit: fc.Arbitrary<PartEdit> = fc.record({
  part: place,
  kind: fc.constantFrom(...KINDS),
  at: place,
  to: place,
  nasty: fc.constantFrom(...NASTY),
  piece: fc.constantFrom(...PIECES),
});

export const partEdits = fc.array(partEdit, { minLength: 1, maxLength: 5 });

/** The package with its parts changed, in a sound container. */
export function withPartEdits(bytes: Uint8Array, edits: readonly PartEdit[]): Uint8Array {
  const parts = textParts(bytes);
  for (const edit of edits) {
    const names = [...parts.keys()];
    const name = names[placeIn(names.length, edit.part)];
    if (name === undefined) break;
    const other = names[placeIn(names.length, edit.to)] ?? name;
    const text = parts.get(name) ?? '';
    if (edit.kind === 'gone') parts.delete(name);
    else if (edit.kind === 'other') parts.set(name, parts.get(other) ?? '');
    else parts.set(name, edited(text, edit));
  }
  return zipOf(parts);
}

const known = new WeakMap<Uint8Array, ReadonlyMap<string, string>>();

function textParts(bytes: Uint8Array): Map<string, string> {
  let parts = known.get(bytes);
  if (!parts) {
    const file = new OfficePackage(bytes, nodeCodec);
    parts = new Map(file.names().map((name) => [name, new TextDecoder().decode(file.part(name))]));
    known.set(bytes, parts);
  }
  return new Map(parts);
}

/** Characters that one edit adds; several on top of each other would else not fit into a text. */
const MOST_ADDED = 5_000_000;

function edited(text: string, { kind, at, to, nasty, piece }: PartEdit): string {
  const tokens = text.match(/<[^>]*>|[^<]+/g) ?? [];
  const from = placeIn(tokens.length, at);
  const target = placeIn(tokens.length, to);
  const token = tokens[from];
  if (token === undefined) return piece;
  if (kind === 'delete') tokens.splice(from, 1 + (to % 3));
  else if (kind === 'double') tokens.splice(target, 0, ...tokens.slice(from, from + 1 + (to % 12)));
  else if (kind === 'many') tokens[from] = token.repeat(Math.max(1, Math.min(300, MOST_ADDED / token.length)));
  else if (kind === 'swap') [tokens[from], tokens[target]] = [tokens[target] ?? '', token];
  else if (kind === 'attribute') tokens[from] = withAttribute(token, to, () => `"${nasty}"`);
  else if (kind === 'unnamed') tokens[from] = token.replace(/\s[\w:]+="[^"]*"/, '');
  else if (kind === 'text') tokens.splice(from + 1, token.startsWith('<') ? 0 : 1, nasty);
  else tokens.splice(from, 0, piece);
  return tokens.join('');
}

/** One of a tag's attribute values replaced. */
function withAttribute(tag: string, which: number, value: () => string): string {
  const count = tag.match(/"[^"]*"/g)?.length ?? 0;
  let left = count === 0 ? -1 : which % count;
  return tag.replace(/"[^"]*"/g, (whole) => (left-- === 0 ? value() : whole));
}

const csvPiece = fc.oneof(
  fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    'sep=;\n',
    '\ufeff',
    '\0',
    'x',
    '甲',
    '=1',
    ' ',
    "'",
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

/** Any text, as a file. */
export const csvFile: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.array(csvPiece, { maxLength: 60 }).map((pieces) => new TextEncoder().encode(pieces.join(''))),
  fc.uint8Array({ maxLength: 200 }),
  fc
    .array(csvPiece, { maxLength: 30 })
    .map((pieces) => Uint8Array.from(Buffer.from(`\ufeff${pieces.join('')}`, 'utf16le'))),
);
