import type { Cell } from '../../sheets/grid.ts';
import type { ValueType } from '../form.ts';
import type { Reading, ReadingContext } from '../reading.ts';
import { foldValue } from '../fold.ts';
import { readAmountInWords } from './amount-in-words.ts';
import { remark } from './cases.ts';
import { readChoice } from './choice.ts';
import { readDate } from './date.ts';
import { readEmail } from './email.ts';
import { readLength } from './length.ts';
import { readCount, readMoney } from './number.ts';
import { textOf, unreadable } from './outcomes.ts';
import { readPattern } from './pattern.ts';
import { readPeriod } from './period.ts';
import { readPhone } from './phone.ts';
import { readPorts } from './ports.ts';
import { readSpecification } from './specification.ts';
import { readText } from './text.ts';
import { readTicks } from './ticks.ts';

/** Reads one cell by its type. Never throws; the same cell, type and context always give the same reading. */
export function readValue(cell: Cell, type: ValueType, context: ReadingContext): Reading {
  if (type.doubtful !== undefined && type.kind !== 'choice' && isDoubtful(cell.value, type.doubtful)) {
    const text = textOf(cell.value);
    return unreadable(cell.value, text, [remark('left-open', { text })]);
  }
  switch (type.kind) {
    case 'text':
      return readText(cell, type, context);
    case 'integer':
    case 'number':
      return readCount(cell, type, context);
    case 'money':
      return readMoney(cell, type, context);
    case 'date':
      return readDate(cell, type, context);
    case 'period':
      return readPeriod(cell, type, context);
    case 'choice':
      return readChoice(cell, type, context);
    case 'ticks':
      return readTicks(cell, type, context);
    case 'phone':
      return readPhone(cell, type, context);
    case 'email':
      return readEmail(cell, type, context);
    case 'ports':
      return readPorts(cell, type, context);
    case 'specification':
      return readSpecification(cell, type, context);
    case 'length':
      return readLength(cell, type, context);
    case 'pattern':
      return readPattern(cell, type, context);
    case 'amount-in-words':
      return readAmountInWords(cell, type, context);
  }
}

function isDoubtful(value: Cell['value'], answers: readonly string[]): boolean {
  if (typeof value !== 'string') return false;
  const folded = foldValue(value);
  return answers.some((answer) => foldValue(answer) === folded);
}
