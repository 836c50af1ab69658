/** Text for an attribute value in double quotes; what XML 1.0 cannot hold is shown as U+FFFD. */
export function escapeAttribute(text: string): string {
  const allowed = NOT_IN_XML.test(text)
    ? text.replace(ALL_NOT_IN_XML, (one) => (one === '\r' ? '\n' : '\ufffd'))
    : text;
  return escapeMarkup(allowed).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/**
 * Text for an element of type ST_Xstring (ECMA-376 part 1, 22.9.2.19): what XML 1.0 cannot hold, and a carriage return,
 * which XML would make a line feed, is written `_xHHHH_`; a text that looks like such an escape has its `_` escaped.
 */
export function escapeXstring(text: string): string {
  const plain = text.includes('_x') ? text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : text;
  return escapeMarkup(NOT_IN_XML.test(plain) ? plain.replace(ALL_NOT_IN_XML, xEscape) : plain);
}

/** Text of an element that came out of XML before. */
export function escapeMarkup(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// Control characters, halves of surrogate pairs, and the two non-characters of the basic plane.
const FORBIDDEN =
  '[\\0-\\x08\\x0b-\\x1f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const NOT_IN_XML = new RegExp(FORBIDDEN);
const ALL_NOT_IN_XML = new RegExp(FORBIDDEN, 'g');

function xEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** `xml:space="preserve"` with a space before it, where a text needs it for the white space at its ends. */
export function spaceAttribute(text: string): string {
  return text.trim() === text ? '' : ' xml:space="preserve"';
}
