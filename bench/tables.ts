/** A Markdown table, its columns as wide as their longest cell. `right`: the columns of numbers. */
export function tableOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string {
  const widths = headings.map((heading, at) =>
    Math.max(3, ...[heading, ...rows.map((row) => row[at] ?? '')].map(width)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, at) => {
      const blanks = ' '.repeat((widths[at] ?? 0) - width(cell));
      return right.includes(at) ? blanks + cell : cell + blanks;
    });
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((dashes, at) => (right.includes(at) ? '-'.repeat(dashes - 1) + ':' : '-'.repeat(dashes)));
  return [line(headings), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Chinese characters and punctuation take two columns. */
function width(text: string): number {
  return Array.from(text).reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uff01-\uff60]/u.test(character) ? 2 : 1),
    0,
  );
}

/**
 * A document with these parts between its markers `<!-- name:begin -->` and `<!-- name:end -->`.
 * @throws Error where a marker is missing.
 */
export function withTables(document: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`the document has no ${begin} … ${end}`);
    return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
  }, document);
}
