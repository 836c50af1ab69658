import assert from 'node:assert/strict';
import { FileError } from '../../src/files/file-error.ts';
import { TagKind, TagScanner } from '../../src/files/tags.ts';
import { toUtf8 } from '../../src/files/xml-text.ts';
import { textBytes } from './zip-bytes.ts';

const scanner = (xml: string): TagScanner => new TagScanner(textBytes(xml));
const MARKS = ['', '<', '</', '<.'];

/** Every tag as `depth mark name`, with the text in front of it. */
function tags(tag: TagScanner): string[] {
  const seen: string[] = [];
  while (tag.next()) seen.push(`${tag.text()}|${String(tag.depth)}${MARKS[tag.kind] ?? '?'}${tag.name()}`);
  return seen;
}

function codeOf(xml: string | Uint8Array): string {
  try {
    const tag = new TagScanner(typeof xml === 'string' ? textBytes(xml) : xml);
    while (tag.next()) tag.text();
    return 'no error';
  } catch (error) {
    if (error instanceof FileError) return error.code;
    throw error;
  }
}

describe('tag scanner', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['elements and text', '<a><b>x</b>y<c/></a>', ['|0<a', '|1<b', 'x|1</b', 'y|1<.c', '|0</a']],
    ['a declaration and line breaks', '<?xml version="1.0"?>\n<a\n>\n</a >', ['\n|0<a', '\n|0</a']],
    ['prefixes', '<x:a><x:b/></x:a>', ['|0<a', '|1<.b', '|0</a']],
    ['comments', '<a><!-- <b> --> x <!---->y</a>', ['|0<a', ' x y|0</a']],
    ['CDATA as text', '<a>1<![CDATA[<&amp;]]]]>2&lt;</a>', ['|0<a', '1<&amp;]]2<|0</a']],
    ['instructions', '<a><?x <b> ?>t</a>', ['|0<a', 't|0</a']],
    [
      'entities',
      '<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x4E91;&#x1F600;&#0;&no;&</a>',
      ['|0<a', `<>&"'A云😀\ufffd&no;&|0</a`],
    ],
    ['line ends', '<a>1\r\n2\r3</a>', ['|0<a', '1\n2\n3|0</a']],
    ['long text beyond ASCII', `<a>${'云阳县'.repeat(50)}</a>`, ['|0<a', `${'云阳县'.repeat(50)}|0</a`]],
    ['a > in an attribute', '<a b="1>2"><c d=\'"/>\'/></a>', ['|0<a', '|1<.c', '|0</a']],
    ['a byte order mark', '\ufeff<a/>', ['|0<.a']],
  ];
  for (const [what, xml, expected] of table) {
    it(`reads ${what}`, () => assert.deepEqual(tags(scanner(xml)), expected));
  }

  it('finds attributes by local name, without prefix first', () => {
    const tag = scanner(`<s r:id="p" name='a&amp;"b' id = "own" x:only="o"/>`);
    tag.next();
    assert.deepEqual(
      ['id', 'name', 'only', 'nam', 'd'].map((name) => tag.attribute(name)),
      ['own', 'a&"b', 'o', undefined, undefined],
    );
  });

  it('tells where to cut', () => {
    const xml = '<a>云<b c="1">t</b></a>';
    const tag = scanner(xml);
    const cut = (from: number, to: number): string => new TextDecoder().decode(tag.bytes.subarray(from, to));
    tag.next();
    tag.next();
    const at = 4 * tag.attributeIndex('c');
    assert.deepEqual(
      [
        cut(tag.start, tag.end),
        cut(tag.textStart, tag.start),
        cut(tag.attributes[at + 2] ?? 0, tag.attributes[at + 3] ?? 0),
      ],
      ['<b c="1">', '云', '1'],
    );
    tag.next();
    assert.equal(cut(tag.start, tag.end), '</b>');
  });

  it('skips an element with all that is in it', () => {
    const tag = scanner('<a><b><b/><c>1</c></b><d/></a>');
    tag.next();
    tag.next();
    tag.skip();
    assert.ok(tag.closes('b'));
    tag.next();
    assert.ok(tag.opens('d'));
    tag.skip();
    assert.ok(tag.opens('d') && tag.kind === TagKind.empty);
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'dtd'],
    ['a part that breaks off in a tag', '<a><b', 'damaged'],
    ['in an attribute', '<a b="', 'damaged'],
    ['in text', '<a>text', 'damaged'],
    ['in a comment', '<a><!-- ', 'damaged'],
    ['in CDATA', '<a><![CDATA[ ]]', 'damaged'],
    ['in an instruction', '<a><?x ', 'damaged'],
    ['behind <', '<a><', 'damaged'],
    ['crossed tags', '<a><b></a></b>', 'damaged'],
    ['a closing tag of nothing', '</a>', 'damaged'],
    ['another prefix on the closing tag', '<x:a></y:a>', 'damaged'],
    ['an attribute without quotes', '<a b=1/>', 'damaged'],
    ['an attribute without value', '<a b/>', 'damaged'],
    ['a name missing', '<a>< /a>', 'damaged'],
    ['nesting without end', '<a>'.repeat(300) + '</a>'.repeat(300), 'damaged'],
    ['attributes without end', `<a ${'b="" '.repeat(2000)}/>`, 'damaged'],
    ['an unknown declaration', '<a><!x></a>', 'damaged'],
  ];
  for (const [what, xml, code] of refused) {
    it(`refuses ${what}`, () => assert.equal(codeOf(xml), code));
  }

  it('accepts an empty part', () => assert.equal(codeOf(''), 'no error'));

  const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
    const units = Array.from((mark ? '\ufeff' : '') + text, (character) => character.charCodeAt(0));
    return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8])));
  };
  const encoded: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-16 little-endian', utf16('<a>云</a>', false, true)],
    ['UTF-16 big-endian', utf16('<a>云</a>', true, true)],
    ['UTF-16 without a mark', utf16('<a>云</a>', false, false)],
    [
      'GBK, declared',
      Uint8Array.of(...textBytes('<?xml version="1.0" encoding="GBK"?><a>'), 0xd4, 0xc6, ...textBytes('</a>')),
    ],
    ['UTF-8, declared', textBytes('<?xml version="1.0" encoding="UTF-8"?><a>云</a>')],
  ];
  for (const [what, bytes] of encoded) {
    it(`reads ${what}`, () => assert.deepEqual(tags(new TagScanner(toUtf8(bytes))), ['|0<a', '云|0</a']));
  }
});
