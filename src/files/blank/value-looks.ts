import type { ValueType } from '../../forms/form.ts';
import type { CellStyle } from './drawing.ts';

/** Where a value stands in the cell of a table. */
export function alignment(type: ValueType): CellStyle['horizontal'] {
  if (type.kind === 'money') return 'right';
  return ['integer', 'number', 'date', 'choice', 'length', 'phone'].includes(type.kind) ? 'center' : 'left';
}

/** How a value is shown; as text where a spreadsheet would take it for a number or a date (10,2; 1-2; 0564…). */
export function numberFormat(type: ValueType, suffix: string): string {
  const unit = suffix === '' ? '' : `"${suffix.replaceAll('"', '')}"`;
  switch (type.kind) {
    case 'money':
      return (type.unit === '元' ? '#,##0.00' : 'General') + unit;
    case 'date':
      return type.precision === 'day' ? 'yyyy"年"m"月"d"日"' : type.precision === 'month' ? 'yyyy"年"m"月"' : 'General';
    case 'integer':
    case 'number':
    case 'period':
      return `General${unit}`;
    case 'text':
      return type.lines === 'keep' ? 'General' : '@';
    case 'phone':
    case 'pattern':
    case 'ports':
    case 'specification':
    case 'length':
    case 'email':
      return '@';
    default:
      return 'General';
  }
}
