/** An amount of memory or disk in a configuration; `role` is undefined where no word says which. */
export interface Size {
  readonly gib: number;
  readonly role: Role | undefined;
  /** Whether a count stands behind it: 500G*2. */
  readonly times: boolean;
}

type Role = 'memory' | 'disk' | 'other';

interface Token {
  readonly kind: 'size' | 'word';
  readonly from: number;
  readonly to: number;
  readonly gib: number;
  readonly role: Role | undefined;
  readonly times: boolean;
}

const GIB: Readonly<Record<string, number>> = { m: 1 / 1024, 兆: 1 / 1024, g: 1, t: 1024 };
const SIZE =
  /(?:(\d{1,2}) ?(?:块|个|[*x×]) ?)?(\d{1,6}(?:\.\d{1,3})?) ?([mgt兆])(?:i?b(?![a-z])|(?![a-z]))(?: ?[*x×] ?(\d{1,2})(?!\d|\.))?/gu;
const WORD =
  /(内存|运存|显存|缓存|带宽|网络|网卡|gpu|mem(?:ory)?|ram|ddr\d?)|((?:系统|数据|本地|云|固态|机械)?(?:硬盘|磁盘|云盘|存储|盘)(?:空间|容量)?|ssd|hdd|sas|sata|nvme|disk|storage)/gu;
const MEMORY = /^(?:内存|运存|mem|ram|ddr)/u;

/**
 * The sizes in a configuration (lower case, width folded), with what each is of. Words stand before their sizes
 * (内存16G) or behind them (16G内存): whichever way fits all of the text. `undefined` where neither does.
 */
export function sizesIn(text: string): readonly Size[] | undefined {
  const tokens = tokensOf(text);
  const sizes = tokens.filter(({ kind }) => kind === 'size');
  // 8-16G and 16G以上 name no size.
  if (
    sizes.some(
      ({ from, to }) =>
        /(?:[-~至.] ?|\d)$/u.test(text.slice(0, from)) || /^(?: ?[-~至] ?\d|及?以[上下])/u.test(text.slice(to)),
    )
  ) {
    return undefined;
  }
  const roles = rolesOf(tokens, text);
  if (!roles) return undefined;
  const known = sizes.map((size): Size => ({ gib: size.gib, role: roles.get(size) ?? size.role, times: size.times }));
  // Bare M is as likely a bandwidth.
  if (sizes.some((size) => size.gib < 1 && !roles.has(size) && !text.slice(size.from, size.to).includes('b')))
    return undefined;
  return known.filter(({ role }) => role !== 'other');
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(SIZE)) {
    const [all, before = '1', amount = '', unit = '', behind] = match;
    const gib = Number(amount) * (GIB[unit] ?? 1) * Number(before) * Number(behind ?? '1');
    tokens.push({
      kind: 'size',
      from: match.index,
      to: match.index + all.length,
      gib,
      role: undefined,
      times: behind !== undefined,
    });
  }
  for (const match of text.matchAll(WORD)) {
    const [all, other, disk] = match;
    const role: Role = disk !== undefined ? 'disk' : MEMORY.test(other ?? '') ? 'memory' : 'other';
    const last = tokens.at(-1);
    // "数据盘SSD" and "SAS硬盘" are one word.
    if (last?.kind === 'word' && last.role === role && /^[ (]?$/u.test(text.slice(last.to, match.index))) {
      tokens[tokens.length - 1] = { ...last, to: match.index + all.length };
    } else tokens.push({ kind: 'word', from: match.index, to: match.index + all.length, gib: 0, role, times: false });
  }
  return tokens.sort((a, b) => a.from - b.from);
}

function rolesOf(tokens: readonly Token[], text: string): ReadonlyMap<Token, Role> | undefined {
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.length === 0) return new Map();
  const before = assigned(tokens, 1, text);
  const behind = assigned(tokens, -1, text);
  if (!before && !behind) return oneByOne(tokens);
  if (!before || !behind) return (before ?? behind)?.roles;
  return before.gap <= behind.gap ? before.roles : behind.roles;
}

/** Gives each word's role to the size next to it; the gap is how many characters lie between them in all. */
function assigned(
  tokens: readonly Token[],
  step: 1 | -1,
  text: string,
): { readonly roles: ReadonlyMap<Token, Role>; readonly gap: number } | undefined {
  const roles = new Map<Token, Role>();
  let gap = 0;
  for (const [at, word] of tokens.entries()) {
    if (word.kind !== 'word' || word.role === undefined) continue;
    const size = tokens[at + step];
    if (size?.kind !== 'size') {
      if (word.role === 'other') continue;
      return undefined;
    }
    const between = step === 1 ? text.slice(word.to, size.from) : text.slice(size.to, word.from);
    // A colon binds a word to what follows it.
    if (step === -1 && /^ ?[:=]/u.test(text.slice(word.to))) return undefined;
    gap += between.replace(/[:=为]/gu, '').length;
    roles.set(size, word.role);
  }
  return { roles, gap };
}

/** For a text that has both orders (64G内存、系统盘100G): each word takes the one free size beside it, while there is but one. */
function oneByOne(tokens: readonly Token[]): ReadonlyMap<Token, Role> | undefined {
  const roles = new Map<Token, Role>();
  const open = new Set(tokens.filter(({ kind }) => kind === 'word'));
  for (let before = -1; open.size > 0 && open.size !== before;) {
    before = open.size;
    for (const word of open) {
      const at = tokens.indexOf(word);
      const beside = [tokens[at - 1], tokens[at + 1]].filter((token) => token?.kind === 'size' && !roles.has(token));
      const [size] = beside;
      if (beside.length !== 1 || !size || word.role === undefined) continue;
      roles.set(size, word.role);
      open.delete(word);
    }
  }
  return open.size === 0 ? roles : undefined;
}
