import { holdTo } from './reading-limits.ts';
import type { TagScanner } from './tags.ts';

/** Elements inside a cell that hold other texts than its own: notes, shapes and their captions. */
const APART = ['annotation', 'frame', 'shapes', 'g', 'custom-shape', 'rect', 'line', 'ellipse', 'control', 'ruby-text'];

/** One element of spaces stands for no more than fit into a cell. */
const MOST_SPACES = 32_767;

/**
 * The text of the present cell element (ODF 1.3 part 3, 5.1.1): its paragraphs with line breaks between them; goes to
 * its closing tag. Runs of white space are one space (6.1.3), more are written as elements; `made` counts those of the
 * whole file, which takes a few bytes for as many as it likes.
 * @throws FileError `too-large`.
 */
export function readOdsText(tag: TagScanner, made: { spaces: number }): string {
  const { depth } = tag;
  const paragraphs: string[] = [];
  let current = '';
  let length = 0;
  while (tag.next() && tag.depth > depth) {
    const inside = tag.depth > depth + 1 || !(tag.opens('p') || tag.opens('h'));
    if (inside) current += collapsed(tag.text(), current === '');
    if (APART.some((name) => tag.opens(name))) tag.skip();
    else if (tag.opens('s')) current += spaces(tag, made);
    else if (tag.opens('tab')) current += '\t';
    else if (tag.opens('line-break')) current += '\n';
    else if (tag.closes('p') || tag.closes('h')) {
      length += current.length + 1;
      holdTo('text', length);
      paragraphs.push(current);
      current = '';
    } else if (tag.isEmpty && (tag.opens('p') || tag.opens('h'))) paragraphs.push('');
    else if (tag.opens('p') || tag.opens('h')) current = '';
  }
  return paragraphs.join('\n');
}

function spaces(tag: TagScanner, made: { spaces: number }): string {
  const count = Number(tag.attribute('c') ?? 1);
  const most = count >= 1 ? Math.min(Math.trunc(count), MOST_SPACES) : 1;
  holdTo('spaces', (made.spaces += most - 1));
  return ' '.repeat(most);
}

function collapsed(text: string, isFirst: boolean): string {
  const spaced = text.replaceAll(/[ \t\r\n]+/g, ' ');
  return isFirst ? spaced.replace(/^ /, '') : spaced;
}
