/**
 * A formula of OpenDocument (`of:=SUM([.A1:.B2];[$表2.C3])`, ODF 1.3 part 4) in Excel's notation, without its `=`:
 * references without brackets, a comma between arguments. `undefined` where there is none.
 */
export function openFormula(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const text = written.replace(/^[a-z]{1,9}:=|^=/i, '');
  if (text === '') return undefined;
  let formula = '';
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '"') {
      const end = endOfString(text, at);
      formula += text.slice(at, end);
      at = end;
    } else if (character === '[') {
      const end = text.indexOf(']', at);
      if (end < 0) return formula + text.slice(at);
      formula += reference(text.slice(at + 1, end));
      at = end + 1;
    } else {
      formula += character === ';' ? ',' : character;
      at++;
    }
  }
  return formula;
}

/** Behind the closing quote; two quotes within a string are one character of it. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    if (text[at] === '"' && text[at + 1] !== '"') return at + 1;
    at += text[at] === '"' ? 2 : 1;
  }
  return text.length;
}

/** `.A1:.B2` → `A1:B2`, `$表2.C3` → `表2!C3`, `'一 表'.C3` → `'一 表'!C3`. */
function reference(text: string): string {
  return text
    .split(':')
    .map((corner) => {
      const dot = corner.lastIndexOf('.');
      if (dot <= 0) return corner.slice(dot + 1);
      return `${corner.slice(0, dot).replace(/^\$/, '')}!${corner.slice(dot + 1)}`;
    })
    .join(':');
}
