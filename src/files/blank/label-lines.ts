import { halfWidth, linesOf } from './text-size.ts';

/** What may not begin a line. */
const NOT_FIRST = /^[，。、：；！？）》”’:;,.)]/u;

/**
 * A label broken into lines as people set it where it does not fit into one: before its remark in brackets, else into
 * lines of about the same length. Line breaks mean nothing in labels.
 */
export function labelLines(label: string, room: number): string {
  if (label.includes('\n') || linesOf(label, room) === 1) return label;
  const remark = label.indexOf('（');
  if (remark > 0 && /）：?$/u.test(label)) {
    const [words, rest] = [label.slice(0, remark), label.slice(remark)];
    return `${labelLines(words, room)}\n${linesOf(rest, room) === 1 ? rest : evenLines(rest, room)}`;
  }
  return evenLines(label, room);
}

function evenLines(label: string, room: number): string {
  if (/[!-~]{2}/u.test(label)) return label;
  const lines = linesOf(label, room);
  const characters = Array.from(label);
  const each = Math.ceil(characters.length / lines);
  const broken: string[] = [];
  for (let at = 0; at < characters.length; at += each) broken.push(characters.slice(at, at + each).join(''));
  const isFine = broken.every((line, at) => halfWidth(line) <= room && (at === 0 || !NOT_FIRST.test(line)));
  return isFine ? broken.join('\n') : label;
}
