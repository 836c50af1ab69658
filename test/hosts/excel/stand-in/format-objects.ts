import type { Range } from '../../../../src/sheets/address.ts';
import type { Program } from './program.ts';
import { Refusal } from './refusal.ts';
import { ServerObject } from './server-object.ts';
import type { CellStyle, StandInCell, StandInSheet } from './sheet.ts';

const NAMED = new Map([
  ['red', '#FF0000'],
  ['yellow', '#FFFF00'],
  ['green', '#008000'],
  ['blue', '#0000FF'],
  ['orange', '#FFA500'],
  ['black', '#000000'],
  ['white', '#FFFFFF'],
]);

/** `#RRGGBB` in capitals, as Excel answers colours. @throws Refusal InvalidArgument for what is no colour */
export function colourArgument(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal('InvalidArgument');
  const named = NAMED.get(value.toLowerCase());
  if (named !== undefined) return named;
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw new Refusal('InvalidArgument', 'no colour');
  return value.toUpperCase();
}

/** What `getCellProperties` tells of a cell's format: those parts of it that were asked for. */
export function rangeFormatOf({ style }: StandInCell, wanted: Readonly<Record<string, unknown>>): object {
  const font = { name: style.font?.name ?? '等线', size: style.font?.size ?? 11 };
  return {
    ...('fill' in wanted ? { fill: { color: style.fill ?? '#FFFFFF' } } : {}),
    ...('font' in wanted ? { font } : {}),
    ...('protection' in wanted ? { protection: { locked: style.locked } } : {}),
  };
}

/** What cells of a range have in common; where they differ, `null`. */
abstract class StyleObject extends ServerObject {
  protected readonly program: Program;
  protected readonly sheet: StandInSheet;
  protected readonly areas: () => readonly Range[];

  constructor(program: Program, sheet: StandInSheet, areas: () => readonly Range[]) {
    super();
    this.program = program;
    this.sheet = sheet;
    this.areas = areas;
  }

  protected alike<T>(of: (style: CellStyle) => T): T | null {
    let first: T | undefined;
    for (const area of this.areas()) {
      for (let row = area.top; row <= Math.min(area.bottom, area.top + 5000); row++) {
        for (let column = area.left; column <= Math.min(area.right, area.left + 200); column++) {
          const one = of(this.sheet.cell(row, column).style);
          if (first === undefined) first = one;
          else if (one !== first) return null;
        }
      }
    }
    return first ?? null;
  }

  protected restyle(change: Partial<CellStyle>): void {
    for (const area of this.areas()) {
      this.program.document.restyle(this.sheet, area, (cell) => ({ ...cell, style: { ...cell.style, ...change } }));
    }
  }
}

export class RangeFormatObject extends StyleObject {
  readonly type = 'RangeFormat';

  override get(member: string): unknown {
    switch (member) {
      case 'fill':
        return new RangeFillObject(this.program, this.sheet, this.areas);
      case 'font':
        return new RangeFontObject(this.program, this.sheet, this.areas);
      case 'protection':
        return new FormatProtectionObject(this.program, this.sheet, this.areas);
      default:
        return super.get(member);
    }
  }
}

class RangeFillObject extends StyleObject {
  readonly type = 'RangeFill';

  override get(member: string): unknown {
    // No fill reads as white; cells that differ read as an empty text.
    if (member === 'color') return this.alike(({ fill }) => fill ?? '#FFFFFF') ?? '';
    return super.get(member);
  }

  override set(member: string, value: unknown): void {
    if (member !== 'color') {
      super.set(member, value);
      return;
    }
    this.restyle({ fill: colourArgument(value) });
  }

  override call(member: string, given: readonly unknown[]): unknown {
    if (member !== 'clear') return super.call(member, given);
    this.restyle({ fill: null });
    return undefined;
  }
}

class RangeFontObject extends StyleObject {
  readonly type = 'RangeFont';

  override get(member: string): unknown {
    if (member === 'name') return this.alike(({ font }) => font?.name ?? '等线');
    if (member === 'size') return this.alike(({ font }) => font?.size ?? 11);
    return super.get(member);
  }
}

class FormatProtectionObject extends StyleObject {
  readonly type = 'FormatProtection';

  override get(member: string): unknown {
    return member === 'locked' ? this.alike(({ locked }) => locked) : super.get(member);
  }

  override set(member: string, value: unknown): void {
    if (member !== 'locked' || typeof value !== 'boolean') {
      super.set(member, value);
      return;
    }
    this.restyle({ locked: value });
  }
}
