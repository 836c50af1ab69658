import { damaged } from './file-error.ts';

const AMPERSAND = 0x26;
const CARRIAGE_RETURN = 0x0d;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Text of an XML part from its UTF-8 bytes: entities decoded (the five named ones and numeric; an unknown one stays as
 * written), line ends made `\n` (XML 1.0, 2.11). In CDATA (`entities` false) `&` is a character like any other.
 */
export function decodeXml(bytes: Uint8Array, start: number, end: number, entities = true): string {
  let entity = false;
  let returns = false;
  let ascii = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === AMPERSAND) entity = entities;
    else if (byte === CARRIAGE_RETURN) returns = true;
    else if (byte > 0x7f) ascii = false;
  }
  let text = ascii && end - start <= SHORT ? asciiText(bytes, start, end) : decoder.decode(bytes.subarray(start, end));
  if (returns) text = text.replaceAll(/\r\n?/g, '\n');
  return entity ? decodeEntities(text) : text;
}

/** Below this length putting characters together is quicker than asking the decoder. */
const SHORT = 12;

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z]{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? whole;
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

/**
 * A part's bytes as UTF-8: those of UTF-16 parts (by their byte order mark or first character) and of parts that
 * declare another encoding are converted, all others are the very same array.
 * @throws FileError `damaged` for an encoding nobody knows.
 */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return bytes;
  try {
    return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
  } catch {
    throw damaged(`encoding ${encoding}`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  if (first !== 0x3c || second !== 0x3f) return 'utf-8';
  const declaration = asciiText(bytes, 0, Math.min(bytes.length, 200)).split('?>', 1)[0] ?? '';
  const declared = /\sencoding\s?=\s?["']([\w.:-]{1,40})["']/i.exec(declaration)?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration of UTF-16 in front of single bytes can only be a leftover.
  return ['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(declared) || declared.startsWith('utf-16')
    ? 'utf-8'
    : declared;
}
