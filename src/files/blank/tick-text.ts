import type { Option } from '../../forms/form.ts';
import { halfWidth } from './text-size.ts';

const GAP = '  ';

/**
 * The options of a group of ticks as a form prints them, each with its box, broken between options where a line is full.
 * @param ticked The option that has a tick in its box.
 */
export function tickText(
  options: readonly Option[],
  room: number,
  boxes: 'before' | 'behind' = 'before',
  ticked?: Option,
): string {
  const lines: string[] = [];
  let line = '';
  for (const option of options) {
    const box = option === ticked ? '☑' : '□';
    const words = boxes === 'before' ? box + option.value : `${option.value} ${box}`;
    if (line === '') line = words;
    else if (halfWidth(line + GAP + words) <= room) line += GAP + words;
    else {
      lines.push(line);
      line = words;
    }
  }
  return [...lines, line].join('\n');
}
