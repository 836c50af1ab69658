import type { Finding } from '../check/finding.ts';

/** A stretch of a list that is replaced: so many go from a place on, counted in the list before, and others come. */
export interface Hunk {
  readonly from: number;
  readonly removed: number;
  /** The places in the list from now on. */
  readonly added: { readonly from: number; readonly to: number };
}

/** Numbers for findings, which they keep as long as they are told, wherever in the list they stand. */
export class FindingIds {
  #findings: readonly Finding[] = [];
  #ids: readonly number[] = [];
  #byId = new Map<number, Finding>();
  #next = 0;

  /** Numbers a list anew, from 0. */
  reset(findings: readonly Finding[]): void {
    this.#findings = findings;
    this.#ids = findings.map((_, at) => at);
    this.#byId = new Map(findings.map((finding, at) => [at, finding]));
    this.#next = findings.length;
  }

  idAt(at: number): number {
    return this.#ids[at] ?? -1;
  }

  finding(id: number): Finding | undefined {
    return this.#byId.get(id);
  }

  /**
   * Takes a later list of the same findings and others.
   * @param toldAnew findings that are told anew though they are the same
   * @returns what of the list before is replaced, from its beginning to its end
   */
  update(list: readonly Finding[], toldAnew: (finding: Finding, id: number) => boolean): readonly Hunk[] {
    const before = this.#findings;
    const findings = withKnown(before, list);
    const ids: number[] = [];
    const hunks: { from: number; removed: number; added: { from: number; to: number } }[] = [];
    const replace = (from: number, to: number, removed: number, added: number): void => {
      const last = hunks.at(-1);
      if (last && last.from + last.removed === from && last.added.to === to) {
        last.removed += removed;
        last.added.to += added;
      } else hunks.push({ from, removed, added: { from: to, to: to + added } });
    };
    const kept = new Set(findings);
    let at = 0;
    for (const [to, finding] of findings.entries()) {
      const from = at;
      while (at < before.length && before[at] !== finding && !kept.has(before[at] ?? finding)) {
        this.#byId.delete(this.#ids[at] ?? -1);
        at++;
      }
      if (at > from) replace(from, to, at - from, 0);
      if (before[at] === finding) {
        const id = this.#ids[at] ?? -1;
        if (toldAnew(finding, id)) replace(at, to, 1, 1);
        ids.push(id);
        at++;
      } else {
        const id = this.#next++;
        this.#byId.set(id, finding);
        replace(at, to, 0, 1);
        ids.push(id);
      }
    }
    if (at < before.length) {
      for (const id of this.#ids.slice(at)) this.#byId.delete(id);
      replace(at, findings.length, before.length - at, 0);
    }
    this.#findings = findings;
    this.#ids = ids;
    return hunks;
  }
}

/** A list in which those findings that are as they were are the very same objects, in the order that they had. */
function withKnown(before: readonly Finding[], list: readonly Finding[]): readonly Finding[] {
  const same = new Set(before);
  const fresh = list.filter((finding) => !same.has(finding));
  if (fresh.length === 0) return list;
  const here = new Set(list);
  const known = new Map<string, Finding>();
  for (const finding of before) if (!here.has(finding)) known.set(JSON.stringify(finding), finding);
  if (known.size === 0) return list;
  return list.map((finding) => {
    if (same.has(finding)) return finding;
    const content = JSON.stringify(finding);
    const equal = known.get(content);
    known.delete(content);
    return equal ?? finding;
  });
}
