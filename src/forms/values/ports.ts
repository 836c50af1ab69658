import type { Cell, CellValue } from '../../sheets/grid.ts';
import type { PortRange, Reader, Reading } from '../reading.ts';
import { remark } from './cases.ts';
import { read, textOf, unreadable, withoutValue } from './outcomes.ts';

const LAST_PORT = 65_535;
const LONGEST = 2000;
const ALL = /^(?:全部|所有|全开|不限|任意|全部开放|全部端口|所有端口|all|any|\*)$/iu;
const TIDY = /^\d{1,5}(?:-\d{1,5})?(?:, ?\d{1,5}(?:-\d{1,5})?)*$/u;
const RANGE = /^(\d{1,9})(?:(?:-|~|至|到|\.\.)(\d{1,9}))?$/u;
/** Between two ports: with a space, for Excel takes 80,443 that it is given for the number 80443. */
const SEPARATOR = ', ';

/** Ports and ranges of ports, 1 to 65535; the value is the tidy list, `ports` the ranges in the order written. */
export const readPorts: Reader = (cell) => {
  const early = withoutValue(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, text);
  if (text.length > LONGEST) return unreadable(cell.value, text, [remark('not-a-port', { text })]);
  const folded = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]+/gu, '-')
    .replace(/\s*(-|~|至|到)\s*/gu, '$1');
  if (ALL.test(folded.trim())) return unreadable(cell.value, text, [remark('ports-all', { text })]);
  const parts = folded
    .replace(/端口号?|tcp|udp|https?|[():：]/giu, ' ')
    .split(/[\s,、;/|+和及与]+/u)
    .filter((part) => part !== '');
  return partsOf(cell.value, text, parts);
};

function partsOf(raw: CellValue, text: string, parts: readonly string[]): Reading {
  const ports: PortRange[] = [];
  for (const part of parts) {
    const match = RANGE.exec(part);
    if (!match) return unreadable(raw, text, [remark('not-a-port', { text: part })]);
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    const outside = [from, to].find((port) => port < 1 || port > LAST_PORT);
    if (outside !== undefined)
      return unreadable(raw, text, [remark('port-out-of-range', { text, port: String(outside) })]);
    if (to < from) return unreadable(raw, text, [remark('port-range-reversed', { text, range: part })]);
    ports.push({ from, to });
  }
  if (ports.length === 0) return unreadable(raw, text, [remark('not-a-port', { text })]);
  const normal = ports
    .map(({ from, to }) => (from === to ? String(from) : `${String(from)}-${String(to)}`))
    .join(SEPARATOR);
  const remarks = TIDY.test(text) ? [] : [remark('ports-tidied', { text, normal }, { normal })];
  return read(raw, text, normal, remarks, { ports });
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
