import type { Reader } from '../reading.ts';
import { remark } from './cases.ts';
import { read, textOf, unreadable, withoutValue } from './outcomes.ts';
import { sizesIn, type Size } from './specification-sizes.ts';

/** What a server is made of; a part that is not said is absent. */
interface Specification {
  readonly vcpu?: number;
  readonly memoryGiB?: number;
  readonly diskGiB?: number;
}

const LONGEST = 300;
const CORES_EACH = /(\d{1,3}) ?(?:(?:路|颗|个) ?(?:cpu)? ?[*x×]? ?|[*x×] ?)(\d{1,3}) ?(?:核心?|c(?:ores?)?(?![a-z]))/u;
const CORES = /(\d{1,5}) ?(?:个? ?v?cpu|个?核心?|v?cores?|v?c(?![a-z]))/gu;
const CORES_BEHIND = /v?cpu(?:数量|核数|数)? ?[:=为]? ?(\d{1,4})(?![\d.]| ?(?:[gmt]|路|颗))/u;

/**
 * A server's configuration (4核8G 100G, 8C/16G/500GB, CPU:8核 内存:16GB 硬盘:200G, 系统盘100G 数据盘500G); parts
 * `vcpu`, `memoryGiB`, `diskGiB` (1T is 1024 GiB, several disks added). What is not certain is left unread, never guessed.
 */
export const readSpecification: Reader = (cell) => {
  const early = withoutValue(cell);
  if (early) return early;
  const text = textOf(cell.value);
  const parts = text.length <= LONGEST ? specificationOf(text) : undefined;
  if (!parts) return unreadable(cell.value, text, [remark('specification-unread', { text })]);
  return read(cell.value, text, text, [], { parts: { ...parts } });
};

function specificationOf(text: string): Specification | undefined {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[✕✖＊]/gu, '*');
  const cores = coresIn(folded);
  const sizes = sizesIn(folded);
  if (cores === undefined || sizes === undefined) return undefined;
  const memory: Size[] = [];
  const disks: Size[] = [];
  for (const size of sizes) {
    if (size.role === 'memory') memory.push(size);
    else if (size.role === 'disk') disks.push(size);
  }
  // Sizes without a word stand in the usual order: memory, then disk. 4核8G*2 may be two servers.
  for (const [at, size] of sizes.entries()) {
    if (size.role !== undefined) continue;
    if (at === 0 && memory.length === 0 && cores !== null && !size.times) memory.push(size);
    else if (disks.length === 0 && memory.length === 1) disks.push(size);
    else return undefined;
  }
  if (memory.length > 1 || (cores === null && memory.length === 0 && disks.length === 0)) return undefined;
  const [first] = memory;
  return {
    ...(cores === null ? {} : { vcpu: cores }),
    ...(first ? { memoryGiB: first.gib } : {}),
    ...(disks.length > 0 ? { diskGiB: disks.reduce((sum, disk) => sum + disk.gib, 0) } : {}),
  };
}

/** How many cores; `null` where none are said, `undefined` where it is not clear how many. */
function coresIn(text: string): number | null | undefined {
  const each = CORES_EACH.exec(text);
  if (each) {
    const rest = text.slice(0, each.index) + text.slice(each.index + each[0].length);
    return coresIn(rest) === null ? Number(each[1]) * Number(each[2]) : undefined;
  }
  const found = Array.from(text.matchAll(CORES), (match) => Number(match[1]));
  if (found.length > 1) return undefined;
  if (found[0] !== undefined)
    return found[0] > 0 && !/\d ?[-~至] ?\d+ ?(?:核|c(?![a-z])|v?cpu)/u.test(text) ? found[0] : undefined;
  const behind = CORES_BEHIND.exec(text);
  return behind ? Number(behind[1]) : null;
}
