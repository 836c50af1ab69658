import type { Range } from '../../../../src/sheets/address.ts';
import { colourArgument } from './format-objects.ts';
import type { Program } from './program.ts';
import { intersection } from './references.ts';
import { Refusal } from './refusal.ts';
import { RangeAreasObject } from './range-areas-object.ts';
import { RangeObject } from './range-object.ts';
import { Collection, flagArgument, ServerObject, textArgument, type Argument } from './server-object.ts';
import { newId, type StandInConditionalFormat, type StandInSheet } from './sheet.ts';

const TYPES = new Set([
  ...['Custom', 'DataBar', 'ColorScale', 'IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText', 'CellValue'],
]);

/** The conditional formats that a range takes part in. */
export class ConditionalFormatCollectionObject extends Collection {
  readonly type = 'ConditionalFormatCollection';
  readonly #program: Program;
  readonly #sheet: StandInSheet;
  readonly #areas: () => readonly Range[];

  constructor(program: Program, sheet: StandInSheet, areas: () => readonly Range[]) {
    super();
    this.#program = program;
    this.#sheet = sheet;
    this.#areas = areas;
  }

  override items(): readonly ConditionalFormatObject[] {
    this.#program.document.assertCells(this.#sheet);
    const areas = this.#areas();
    return this.#sheet.conditionalFormats
      .filter((format) => format.areas.some((one) => areas.some((area) => intersection(one, area))))
      .map((format) => new ConditionalFormatObject(this.#program, this.#sheet, format));
  }

  override call(member: string, given: readonly Argument[]): unknown {
    if (member !== 'add' && member !== 'clearAll') return super.call(member, given);
    const { document } = this.#program;
    const sheet = this.#sheet;
    for (const area of this.#areas()) document.assertMayWrite(sheet, area, false);
    const before = sheet.conditionalFormats;
    document.changed({ takeBack: () => (sheet.conditionalFormats = before) });
    if (member === 'clearAll') {
      const cleared = new Set(this.items().map(({ id }) => id));
      sheet.conditionalFormats = before.filter(({ id }) => !cleared.has(id));
      return undefined;
    }
    const type = textArgument(given[0]);
    if (!TYPES.has(type)) throw new Refusal('InvalidArgument');
    const added = { id: newId(), type, areas: this.#areas(), stopIfTrue: false, formula: '', fill: '', fontColour: '' };
    sheet.conditionalFormats = [added, ...before];
    return new ConditionalFormatObject(this.#program, sheet, added);
  }
}

class ConditionalFormatObject extends ServerObject {
  readonly type = 'ConditionalFormat';
  override readonly id: string;
  readonly #program: Program;
  readonly #sheet: StandInSheet;
  readonly #format: StandInConditionalFormat;

  constructor(program: Program, sheet: StandInSheet, format: StandInConditionalFormat) {
    super();
    this.#program = program;
    this.#sheet = sheet;
    this.#format = format;
    this.id = format.id;
  }

  override get(member: string): unknown {
    const format = this.#format;
    switch (member) {
      case 'id':
        return format.id;
      case 'type':
        return format.type;
      case 'priority':
        return this.#sheet.conditionalFormats.indexOf(format);
      case 'stopIfTrue':
        return format.stopIfTrue;
      case 'custom':
        if (format.type !== 'Custom') throw new Refusal('InvalidOperation', 'the format is of another type');
        return new CustomFormatObject(this.#program, format);
      case 'customOrNullObject':
        return format.type === 'Custom' ? new CustomFormatObject(this.#program, format) : null;
      default:
        return super.get(member);
    }
  }

  override set(member: string, value: unknown): void {
    const format = this.#format;
    const sheet = this.#sheet;
    if (member === 'stopIfTrue') {
      const before = format.stopIfTrue;
      this.#program.document.changed({ takeBack: () => (format.stopIfTrue = before) });
      format.stopIfTrue = flagArgument(value);
    } else if (member === 'priority') {
      const before = sheet.conditionalFormats;
      if (typeof value !== 'number' || value < 0 || value >= before.length) throw new Refusal('InvalidArgument');
      this.#program.document.changed({ takeBack: () => (sheet.conditionalFormats = before) });
      const others = before.filter((one) => one !== format);
      sheet.conditionalFormats = [...others.slice(0, value), format, ...others.slice(value)];
    } else super.set(member, value);
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const sheet = this.#sheet;
    const [first, ...others] = this.#format.areas;
    switch (member) {
      case 'delete': {
        for (const area of this.#format.areas) this.#program.document.assertMayWrite(sheet, area, false);
        const before = sheet.conditionalFormats;
        this.#program.document.changed({ takeBack: () => (sheet.conditionalFormats = before) });
        sheet.conditionalFormats = before.filter((format) => format !== this.#format);
        return undefined;
      }
      case 'getRange':
      case 'getRangeOrNullObject':
        if (first && others.length === 0) return new RangeObject(this.#program, sheet, first);
        if (member === 'getRange') throw new Refusal('InvalidOperation', 'the format has several ranges');
        return null;
      case 'getRanges':
        return new RangeAreasObject(this.#program, sheet, this.#format.areas);
      default:
        return super.call(member, given);
    }
  }
}

/** A custom format, its rule, and how it shows: all parts of one. */
class CustomFormatObject extends ServerObject {
  readonly type: string = 'CustomConditionalFormat';
  protected readonly program: Program;
  protected readonly format: StandInConditionalFormat;

  constructor(program: Program, format: StandInConditionalFormat) {
    super();
    this.program = program;
    this.format = format;
  }

  override get(member: string): unknown {
    if (member === 'rule') return new FormatRuleObject(this.program, this.format);
    if (member === 'format') return new ConditionalRangeFormatObject(this.program, this.format);
    return super.get(member);
  }

  protected put(what: 'formula' | 'fill' | 'fontColour', value: string): void {
    const { format } = this;
    const before = format[what];
    this.program.document.changed({ takeBack: () => (format[what] = before) });
    format[what] = value;
  }
}

class FormatRuleObject extends CustomFormatObject {
  override readonly type = 'ConditionalFormatRule';

  override get(member: string): unknown {
    if (member === 'formula' || member === 'formulaLocal') return this.format.formula;
    return ServerObject.prototype.get.call(this, member);
  }

  override set(member: string, value: unknown): void {
    if (member !== 'formula') {
      super.set(member, value);
      return;
    }
    const formula = textArgument(value);
    // Without its sign of equality a formula is a text.
    this.put('formula', formula.startsWith('=') ? formula : `="${formula.replaceAll('"', '""')}"`);
  }
}

class ConditionalRangeFormatObject extends CustomFormatObject {
  override readonly type = 'ConditionalRangeFormat';

  override get(member: string): unknown {
    if (member === 'fill') return new ConditionalColourObject(this.program, this.format, 'fill');
    if (member === 'font') return new ConditionalColourObject(this.program, this.format, 'fontColour');
    return ServerObject.prototype.get.call(this, member);
  }
}

class ConditionalColourObject extends CustomFormatObject {
  override readonly type: string;
  readonly #what: 'fill' | 'fontColour';

  constructor(program: Program, format: StandInConditionalFormat, what: 'fill' | 'fontColour') {
    super(program, format);
    this.#what = what;
    this.type = what === 'fill' ? 'ConditionalRangeFill' : 'ConditionalRangeFont';
  }

  override get(member: string): unknown {
    return member === 'color' ? this.format[this.#what] : ServerObject.prototype.get.call(this, member);
  }

  override set(member: string, value: unknown): void {
    if (member !== 'color') {
      super.set(member, value);
      return;
    }
    this.put(this.#what, colourArgument(value));
  }
}
