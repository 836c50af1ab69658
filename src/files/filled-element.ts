import { outlineOf } from './element-outline.ts';
import type { Splices } from './splices.ts';

/*
 * An element that we fill may have held nothing, or not have been there. By the blanks in front of its `>` we know how it
 * was when what we put in comes out again. A program that saves the file drops them, and then its own form stays.
 */

/** It was a self-closing tag. */
export const OPENED = '  ';
/** It was not there. */
const MADE = '     ';

const GREATER = 0x3e;

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Puts elements behind those that an element holds, be it a self-closing tag. */
export function appendInside(bytes: Uint8Array, element: Place, xml: string, splices: Splices): void {
  const outline = outlineOf(bytes.subarray(element.start, element.end));
  const at = element.start + outline.closeStart;
  if (outline.selfClosing) splices.replace(at, element.end, `${OPENED}>${xml}</${outline.prefix}${outline.name}>`);
  else splices.insert(at, xml);
}

/** A new element around others. */
export function elementAround(prefix: string, nameAndAttributes: string, xml: string): string {
  const name = nameAndAttributes.split(' ', 1)[0] ?? '';
  return `<${prefix}${nameAndAttributes}${MADE}>${xml}</${prefix}${name}>`;
}

/** Whether the element is one that we have made. */
export function isMade(bytes: Uint8Array, element: Place): boolean {
  const openEnd = Math.min(bytes.indexOf(GREATER, element.start) + 1, element.end);
  return new TextDecoder().decode(bytes.subarray(element.start, openEnd)).endsWith(`${MADE}>`);
}

/** Gives an element that holds nothing any more the form it had before it was filled; one that we made goes. */
export function restoreEmpty(bytes: Uint8Array, element: Place, splices: Splices): void {
  const { openEnd, closeStart, selfClosing } = outlineOf(bytes.subarray(element.start, element.end));
  if (selfClosing || openEnd !== closeStart) return;
  const opening = new TextDecoder().decode(bytes.subarray(element.start, element.start + openEnd));
  if (opening.endsWith(`${MADE}>`)) splices.remove(element.start, element.end);
  else if (opening.endsWith(`${OPENED}>`)) {
    splices.replace(element.start + openEnd - OPENED.length - 1, element.end, '/>');
  }
}
