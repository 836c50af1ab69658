import { FileError } from './file-error.ts';

const CHUNK = 1 << 20;

/**
 * A text file's bytes as UTF-8 without byte order mark: UTF-8 if that is what they are (then the very same memory), UTF-16
 * by its mark, otherwise GB18030, which is what Excel and WPS save as CSV in China.
 * @throws FileError `not-a-workbook` where they are none of these.
 */
export function textToUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return converted(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return converted(bytes, 'utf-16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  return isUtf8(bytes) ? bytes : converted(bytes, 'gb18030');
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    eachChunk(bytes, (chunk) => decoder.decode(chunk, { stream: true }));
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Piece by piece: a text of hundreds of megabytes is never one string. */
function converted(bytes: Uint8Array, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const add = (text: string): void => {
    const piece = encoder.encode(text);
    pieces.push(piece);
    length += piece.length;
  };
  try {
    eachChunk(bytes, (chunk) => add(decoder.decode(chunk, { stream: true })));
    add(decoder.decode());
  } catch (error) {
    throw new FileError('not-a-workbook', { looksLike: 'binary' }, { cause: error });
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

function eachChunk(bytes: Uint8Array, visit: (chunk: Uint8Array) => void): void {
  for (let at = 0; at < bytes.length; at += CHUNK) visit(bytes.subarray(at, at + CHUNK));
}
