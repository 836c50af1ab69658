/** What a file's first bytes say it is; never its name. */
export type FileKind = 'zip' | 'ole2' | 'text' | OtherKind;

/** Kinds that are no workbook. */
export type OtherKind =
  | 'pdf'
  | 'image'
  | 'archive'
  | 'program'
  | 'media'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'xml-spreadsheet'
  | 'json'
  | 'mail'
  | 'binary';

const SIGNATURES: readonly (readonly [string, FileKind])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole2'],
  ['%PDF', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['BM', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['BZh', 'archive'],
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
  ['RIFF', 'media'],
  ['ID3', 'media'],
  ['{\\rtf', 'rtf'],
];

const HEAD = 4096;

/** Judges a file that is not empty by its content. */
export function sniff(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const signature = SIGNATURES.find(
    ([start, kind]) => head.startsWith(start) && (start.length > 2 || isBinary(bytes, kind)),
  );
  if (signature) return signature[1];
  // A zip that breaks off before its first four bytes are over is still no text.
  if (head.startsWith('PK') && bytes.length < 30) return 'zip';
  const wide = /^(?:\xff\xfe|\xfe\xff)/.test(head);
  if (!wide && hasBinary(bytes)) return 'binary';
  return markup(head) ?? 'text';
}

/** Two letters alone could begin a text as well. */
function isBinary(bytes: Uint8Array, kind: FileKind): boolean {
  return kind === 'archive' || hasBinary(bytes);
}

/** Text has no NUL, and next to none of the control characters that are no white space. */
function hasBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  let controls = 0;
  const end = Math.min(bytes.length, HEAD);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) controls++;
  }
  return controls * 100 > end;
}

/** The XML of Excel 2003 and the flat form of OpenDocument. */
const XML_SPREADSHEET =
  /<(?:\w{1,9}:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet|opendocument\.spreadsheet/;

/** Texts that are something else than a table: pages, XML, data, mails saved from a browser. */
function markup(head: string): OtherKind | undefined {
  const text = head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (/^<(?:!doctype html|html|head|body|table|meta|div|script|style)\b/i.test(text)) return 'html';
  if (/^<(?:\?xml|!--|!doctype|[a-z][\w:.-]*[\s>/])/i.test(text)) {
    if (XML_SPREADSHEET.test(text)) return 'xml-spreadsheet';
    return /<html\b/i.test(text) ? 'html' : 'xml';
  }
  if (/^(?:\{\s*(?:"|\})|\[\s*(?:\{|\[|"))/.test(text)) return 'json';
  return /^mime-version:/i.test(text) ? 'mail' : undefined;
}
