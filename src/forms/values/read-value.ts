import type { Cell } from '../../sheets/grid.ts';
import type { ValueType } from '../form.ts';
import type { Reading, ReadingContext } from '../reading.ts';
import { readAmountInWords } from './amount-in-words.ts';
import { readChoice } from './choice.ts';
import { readDate } from './date.ts';
import { readEmail } from './email.ts';
import { readLength } from './length.ts';
import { readCount, readMoney } from './number.ts';
import { readPattern } from './pattern.ts';
import { readPhone } from './phone.ts';
import { readPorts } from './ports.ts';
import { readSpecification } from './specification.ts';
import { readText } from './text.ts';
import { readTicks } from './ticks.ts';

/** Reads one cell by its type. Never throws; the same cell, type and context always give the same reading. */
export function readValue(cell: Cell, type: ValueType, context: ReadingContext): Reading {
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
