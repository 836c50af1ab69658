import type { Range } from '../../../../src/sheets/address.ts';
import { ConditionalFormatCollectionObject } from './conditional-format-objects.ts';
import { RangeFormatObject } from './format-objects.ts';
import type { Program } from './program.ts';
import { cellCount } from './references.ts';
import { Refusal } from './refusal.ts';
import { RangeObject } from './range-object.ts';
import { Collection, ServerObject, type Argument } from './server-object.ts';
import type { StandInSheet } from './sheet.ts';
import { WorksheetObject } from './worksheet-objects.ts';

/** Excel.RangeAreas: several rectangles of one sheet. */
export class RangeAreasObject extends ServerObject {
  readonly type = 'RangeAreas';
  override readonly isKept = true;
  readonly program: Program;
  readonly sheet: StandInSheet;
  readonly ranges: readonly RangeObject[];

  constructor(program: Program, sheet: StandInSheet, areas: readonly Range[]) {
    super();
    this.program = program;
    this.sheet = sheet;
    this.ranges = areas.map((area) => new RangeObject(program, sheet, area));
  }

  get areas(): readonly Range[] {
    return this.ranges.map(({ area }) => area);
  }

  override get(member: string): unknown {
    const { program, sheet, ranges } = this;
    program.document.assertCells(sheet);
    switch (member) {
      case 'address':
      case 'addressLocal':
        return ranges.map(({ address }) => address).join(',');
      case 'areaCount':
        return ranges.length;
      case 'cellCount':
        return this.areas.reduce((sum, area) => sum + cellCount(area), 0);
      case 'areas':
        return new RangeCollectionObject(ranges);
      case 'format':
        return new RangeFormatObject(program, sheet, () => this.areas);
      case 'conditionalFormats':
        return new ConditionalFormatCollectionObject(program, sheet, () => this.areas);
      case 'worksheet':
        return new WorksheetObject(program, sheet);
      default:
        return super.get(member);
    }
  }

  override call(member: string, given: readonly Argument[]): unknown {
    this.program.document.assertCells(this.sheet);
    if (member !== 'clear') return super.call(member, given);
    for (const range of this.ranges) range.call('clear', given);
    return undefined;
  }
}

class RangeCollectionObject extends Collection {
  readonly type = 'RangeCollection';
  readonly #ranges: readonly RangeObject[];

  constructor(ranges: readonly RangeObject[]) {
    super();
    this.#ranges = ranges;
  }

  override items(): readonly RangeObject[] {
    return this.#ranges;
  }

  override item(_key: unknown): RangeObject {
    throw new Refusal('ApiNotFound');
  }
}
