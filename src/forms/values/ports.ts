import type { Cell, CellValue } from '../../sheets/grid.ts';
import type { PortRange, Reader, Reading, Remark } from '../reading.ts';
import { saysNotApplicable } from './blank.ts';
import { remark } from './cases.ts';
import { blank, read, textOf, unreadable, withoutValue } from './outcomes.ts';

const LAST_PORT = 65_535;
const LONGEST = 2000;
const ALL = /^(?:全部|所有|全开|不限|任意|全部开放|全部端口|所有端口|all|any|\*)$/iu;
const RANGE = /^(\d{1,9})(?:(?:-|~|至|到|\.\.)(\d{1,9}))?$/u;
/** Digits, and what may stand between two ports and in a range. */
const TIDY = /^[\d\s、，,/;；|~～至到‐-―−－-]+$/u;
/** Nothing but ports and words that the heading says already: what is left out when the list is written anew. */
const PLAIN = /^(?:[\d\s、，,/;；|~～‐-―−－-]|\.\.|至|到|端口号?|以及|[和及与+])+$/u;
const REMARK = /[([]([^()[\]]*)[)\]]/gu;
/** In a remark: numbers that are no part of an address, a version, a time or a count. */
const PORT_IN_REMARK = /(?<![\d.:a-z])\d{2,5}(?![\d.:a-z%年月日时点分台个号人次位户])/giu;
/** The service of a port, before or behind it: SSH:22, 443https, 3306数据库. */
const NAMED =
  /^(?:[a-z_]{2,20}|\p{Script=Han}{2,20})?:?(\d{2,5}(?:[-~]\d{2,5})?)(?:[a-z_]{2,20}|(?![个多余台项几])\p{Script=Han}{2,20})?$/iu;
/** Between two ports: with a space, for Excel takes 80,443 that it is given for the number 80443. */
const SEPARATOR = ', ';

/**
 * Ports and ranges of ports, 1 to 65535, with a word on the service or a remark where somebody added one; the value is
 * the tidy list, `ports` the ranges in the order written (also beside a part that is none).
 */
export const readPorts: Reader = (cell) => {
  const early = withoutValue(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, text);
  if (saysNotApplicable(text)) return blank(cell.value, text);
  if (text.length > LONGEST) return unreadable(cell.value, text, [remark('not-a-port', { text })]);
  const folded = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]+/gu, '-')
    .replace(/\s*(-|~|至|到|:)\s*/gu, '$1');
  if (ALL.test(folded.trim())) return unreadable(cell.value, text, [remark('ports-all', { text })]);
  const parts = folded
    .replace(REMARK, (_, inside: string) => ` ${(inside.match(PORT_IN_REMARK) ?? []).join(' ')} `)
    .replace(/端口号?/gu, ' ')
    .split(/[\s,、;/|+。]+|以及|[和及与]/u)
    .filter((part) => part !== '');
  return partsOf(cell.value, text, parts);
};

function partsOf(raw: CellValue, text: string, parts: readonly string[]): Reading {
  const ports: PortRange[] = [];
  const problems: Remark[] = [];
  const words: string[] = [];
  for (const part of parts) {
    const port = RANGE.test(part) ? part : NAMED.exec(part)?.[1];
    if (port !== undefined) {
      const problem = takePort(port, text, ports);
      if (problem) problems.push(problem);
    } else if (/\d/u.test(part)) problems.push(remark('not-a-port', { text: part }));
    else words.push(part);
  }
  if (ports.length === 0 && problems.length === 0) problems.push(remark('not-a-port', { text }));
  // Those that can be read are open all the same.
  if (problems.length > 0) return unreadable(raw, text, problems.slice(0, 1), ports.length > 0 ? { ports } : {});
  const normal = ports
    .map(({ from, to }) => (from === to ? String(from) : `${String(from)}-${String(to)}`))
    .join(SEPARATOR);
  // What else is said of a port is worth keeping: there is no tidier spelling of it.
  const isTidy = TIDY.test(text) ? !/[\uff10-\uff19]/u.test(text) : !PLAIN.test(text.normalize('NFKC'));
  const remarks = isTidy ? [] : [remark('ports-tidied', { text, normal }, { normal })];
  return read(raw, text, normal, remarks, { ports });
}

/** Adds a port or range to the list; what is wrong with it, where it is none. */
function takePort(part: string, text: string, ports: PortRange[]): Remark | undefined {
  const match = RANGE.exec(part);
  const from = Number(match?.[1]);
  const to = match?.[2] === undefined ? from : Number(match[2]);
  const outside = [from, to].find((port) => port < 1 || port > LAST_PORT);
  if (outside !== undefined) return remark('port-out-of-range', { text, port: String(outside) });
  if (to < from) return remark('port-range-reversed', { text, range: part });
  ports.push({ from, to });
  return undefined;
}

function readNumber(cell: Cell, value: number, text: string): Reading {
  if (Number.isInteger(value) && value >= 1 && value <= LAST_PORT) {
    return read(value, text, text, [], { ports: [{ from: value, to: value }] });
  }
  if (Number.isInteger(value) && value > LAST_PORT && /[#0],[#0]/u.test(cell.format)) {
    const groups = Array.from(text.matchAll(/\d{1,3}(?=(?:\d{3})*$)/gu), ([group]) => Number(group));
    if (groups.every((port) => port >= 1)) {
      const normal = groups.map(String).join(SEPARATOR);
      return unreadable(value, text, [remark('port-comma-lost', { text, normal }, { normal })]);
    }
  }
  const problem = Number.isInteger(value)
    ? remark('port-out-of-range', { text, port: text })
    : remark('not-a-port', { text });
  return unreadable(value, text, [problem]);
}
