import { CustomXmlPartCollectionObject } from './custom-xml-objects.ts';
import { CommentCollectionObject, NoteCollectionObject } from './note-objects.ts';
import type { Program } from './program.ts';
import { Refusal } from './refusal.ts';
import { RangeAreasObject } from './range-areas-object.ts';
import { isRecord, oneCell, RangeObject } from './range-object.ts';
import { Collection, flagArgument, ServerObject, textArgument, type Argument } from './server-object.ts';
import { StandInSheet } from './sheet.ts';
import { WorksheetCollectionObject, WorksheetObject } from './worksheet-objects.ts';

/** Excel.Workbook, where every path begins. */
export class WorkbookObject extends ServerObject {
  readonly type = 'Workbook';
  readonly #program: Program;

  constructor(program: Program) {
    super();
    this.#program = program;
  }

  override get(member: string): unknown {
    const program = this.#program;
    const { document } = program;
    switch (member) {
      case 'worksheets':
        return new WorksheetCollectionObject(program);
      case 'application':
        return new ApplicationObject(program);
      case 'properties':
        return new DocumentPropertiesObject(program);
      case 'customXmlParts':
        return new CustomXmlPartCollectionObject(document);
      case 'comments':
        return new CommentCollectionObject(program, () => document.sheets);
      case 'notes':
        return new NoteCollectionObject(program, () => document.sheets);
      case '_Runtime':
        return new RuntimeObject(program);
      case 'name':
        return '工作簿1.xlsx';
      case 'readOnly':
        return false;
      default:
        return super.get(member);
    }
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const { document } = this.#program;
    const { sheet, areas } = document.selection;
    const [first] = areas;
    switch (member) {
      case 'getActiveCell':
        return new RangeObject(this.#program, sheet, oneCell(first?.top ?? 0, first?.left ?? 0));
      case 'getSelectedRange':
        if (areas.length !== 1 || !first) throw new Refusal('InvalidSelection');
        return new RangeObject(this.#program, sheet, first);
      case 'getSelectedRanges':
        return new RangeAreasObject(this.#program, sheet, areas);
      case 'insertWorksheetsFromBase64':
        return this.#insertWorksheets(textArgument(given[0]), given[1]);
      default:
        return super.call(member, given);
    }
  }

  #insertWorksheets(base64: string, given: Argument): readonly string[] {
    const { document, readPackage } = this.#program;
    const options = isRecord(given) ? given : {};
    const grids = readPackage(base64).sheets;
    const names = Array.isArray(options.sheetNamesToInsert) ? options.sheetNamesToInsert : [];
    const wanted = grids.filter(({ name }) => names.length === 0 || names.includes(name));
    if (wanted.length < names.length) throw new Refusal('InvalidArgument', 'no such sheet in the file');
    let at = this.#placeOf(options);
    const ids: string[] = [];
    for (const grid of wanted) {
      const sheet = StandInSheet.of(grid);
      const name = grid.name;
      const isTaken = (one: string): boolean => document.sheets.some((other) => other.name === one);
      for (let number = 2; isTaken(sheet.name); number++) sheet.name = `${name} (${String(number)})`;
      document.addSheet(sheet, at++, 'add-in');
      ids.push(sheet.id);
    }
    // It cannot be undone, nor what was done before.
    document.forgetSteps();
    return ids;
  }

  #placeOf(options: Readonly<Record<string, unknown>>): number {
    const { document } = this.#program;
    const beside = options.relativeTo;
    const key = beside instanceof WorksheetObject ? beside.id : beside;
    const at = document.sheets.findIndex(({ id, name }) => key !== undefined && (id === key || name === key));
    switch (options.positionType ?? 'End') {
      case 'Beginning':
        return 0;
      case 'End':
        return document.sheets.length;
      case 'Before':
      case 'After':
        if (at < 0) throw new Refusal('ItemNotFound');
        return options.positionType === 'Before' ? at : at + 1;
      default:
        throw new Refusal('InvalidArgument');
    }
  }
}

class DocumentPropertiesObject extends ServerObject {
  readonly type = 'DocumentProperties';
  readonly #program: Program;

  constructor(program: Program) {
    super();
    this.#program = program;
  }

  override get(member: string): unknown {
    return member === 'custom' ? new CustomPropertyCollectionObject(this.#program) : super.get(member);
  }
}

class CustomPropertyCollectionObject extends Collection {
  readonly type = 'CustomPropertyCollection';
  readonly #program: Program;

  constructor(program: Program) {
    super();
    this.#program = program;
  }

  override items(): readonly CustomPropertyObject[] {
    return [...this.#program.document.properties].map(([key, value]) => new CustomPropertyObject(key, value));
  }
}

class CustomPropertyObject extends ServerObject {
  readonly type = 'CustomProperty';
  override readonly id: string;
  readonly #value: unknown;

  constructor(key: string, value: unknown) {
    super();
    this.id = key;
    this.#value = value;
  }

  override get(member: string): unknown {
    if (member === 'key') return this.id;
    return member === 'value' ? this.#value : super.get(member);
  }
}

class ApplicationObject extends ServerObject {
  readonly type = 'Application';
  readonly #program: Program;

  constructor(program: Program) {
    super();
    this.#program = program;
  }

  override get(member: string): unknown {
    return member === 'calculationMode' ? 'Automatic' : super.get(member);
  }

  override call(member: string, given: readonly Argument[]): unknown {
    switch (member) {
      // Neither shows in what a workbook holds.
      case 'suspendScreenUpdatingUntilNextSync':
      case 'suspendApiCalculationUntilNextSync':
        return undefined;
      case 'calculate': {
        this.#program.document.calculate();
        return;
      }
      case 'createWorkbook':
        return new WorkbookCreatedObject(this.#program, given[0]);
      default:
        return super.call(member, given);
    }
  }
}

class WorkbookCreatedObject extends ServerObject {
  readonly type = 'WorkbookCreated';
  readonly #program: Program;
  readonly #base64: string;

  constructor(program: Program, given: Argument) {
    super();
    this.#program = program;
    this.#base64 = given === undefined || given === null ? '' : textArgument(given);
    if (this.#base64 !== '') program.readPackage(this.#base64);
  }

  override call(member: string, given: readonly Argument[]): unknown {
    if (member !== 'open') return super.call(member, given);
    this.#program.opened.push(this.#base64);
    return undefined;
  }
}

class RuntimeObject extends ServerObject {
  readonly type = 'Runtime';
  readonly #program: Program;

  constructor(program: Program) {
    super();
    this.#program = program;
  }

  override get(member: string): unknown {
    return member === 'enableEvents' ? this.#program.events.areEnabled : super.get(member);
  }

  override set(member: string, value: unknown): void {
    if (member !== 'enableEvents') {
      super.set(member, value);
      return;
    }
    this.#program.events.areEnabled = flagArgument(value);
  }
}
