/** Text as it stands, in a table's cell as elsewhere. */
export function plain(words: string): string {
  return words.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\n/g, '<br>');
}

export function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Blocks with a blank line between them. */
export function lines(...blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
