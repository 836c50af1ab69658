import { MAX_COLUMNS, MAX_ROWS } from '../../../../src/sheets/address.ts';
import { ALL_SHEETS } from './events.ts';
import { CommentCollectionObject, NoteCollectionObject } from './note-objects.ts';
import type { Program } from './program.ts';
import { parseReference, parseReferences } from './references.ts';
import { Refusal } from './refusal.ts';
import { RangeAreasObject } from './range-areas-object.ts';
import { isRecord, oneCell, RangeObject } from './range-object.ts';
import { Collection, countArgument, ServerObject, textArgument, type Argument } from './server-object.ts';
import { StandInSheet } from './sheet.ts';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** `Excel.WorksheetProtectionOptions` of a sheet that is protected without any. */
const NOTHING_ALLOWED = {
  ...{ allowAutoFilter: false, allowDeleteColumns: false, allowDeleteRows: false, allowEditObjects: false },
  ...{ allowEditScenarios: false, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false },
  ...{ allowInsertColumns: false, allowInsertHyperlinks: false, allowInsertRows: false, allowPivotTables: false },
  ...{ allowSort: false, selectionMode: 'Normal' },
};

export class WorksheetCollectionObject extends Collection {
  readonly type = 'WorksheetCollection';
  readonly #program: Program;

  constructor(program: Program) {
    super();
    this.#program = program;
  }

  override items(): readonly WorksheetObject[] {
    return this.#program.document.sheets.map((sheet) => new WorksheetObject(this.#program, sheet));
  }

  protected override means(item: ServerObject, key: string): boolean {
    return item.id === key || (item instanceof WorksheetObject && item.sheet.name.toLowerCase() === key.toLowerCase());
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const { document, events } = this.#program;
    const shown = this.items().filter(({ sheet }) => given[0] !== true || sheet.visibility === 'visible');
    switch (member) {
      case 'getActiveWorksheet':
        return new WorksheetObject(this.#program, document.active);
      case 'getFirst':
        return shown[0] ?? null;
      case 'getLast':
        return shown.at(-1) ?? null;
      case 'getCount':
        return shown.length;
      case 'add': {
        const name = given[0] ?? `Sheet${String(document.sheets.length + 1)}`;
        const sheet = new StandInSheet('');
        document.rename(sheet, textArgument(name));
        document.addSheet(sheet, document.sheets.length, 'add-in');
        return new WorksheetObject(this.#program, sheet);
      }
      default:
        return events.register(member, ALL_SHEETS) ? undefined : super.call(member, given);
    }
  }
}

export class WorksheetObject extends ServerObject {
  readonly type = 'Worksheet';
  override readonly id: string;
  readonly program: Program;
  readonly sheet: StandInSheet;

  constructor(program: Program, sheet: StandInSheet) {
    super();
    this.program = program;
    this.sheet = sheet;
    this.id = sheet.id;
  }

  override get(member: string): unknown {
    const { program, sheet } = this;
    if (sheet.isDeleted) throw new Refusal('ItemNotFound');
    switch (member) {
      case 'id':
        return sheet.id;
      case 'name':
        return sheet.name;
      case 'position':
        return program.document.sheets.indexOf(sheet);
      case 'visibility':
        return VISIBILITY[sheet.visibility];
      case 'protection':
        return new WorksheetProtectionObject(program, sheet);
      case 'notes':
        return new NoteCollectionObject(program, () => [sheet]);
      case 'comments':
        return new CommentCollectionObject(program, () => [sheet]);
      default:
        return super.get(member);
    }
  }

  override set(member: string, value: unknown): void {
    const { program, sheet } = this;
    if (member === 'name') {
      program.document.rename(sheet, textArgument(value));
      return;
    }
    if (member !== 'visibility') {
      super.set(member, value);
      return;
    }
    const visibility = (['visible', 'hidden', 'veryHidden'] as const).find((known) => VISIBILITY[known] === value);
    if (!visibility) throw new Refusal('InvalidArgument');
    const shown = program.document.sheets.filter((one) => one.visibility === 'visible');
    if (visibility !== 'visible' && shown.length === 1 && shown[0] === sheet) throw new Refusal('InvalidOperation');
    const before = sheet.visibility;
    program.document.changed({ takeBack: () => (sheet.visibility = before) });
    sheet.visibility = visibility;
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const { program, sheet } = this;
    if (sheet.isDeleted) throw new Refusal('ItemNotFound');
    switch (member) {
      case 'getRange':
        return given[0] === undefined || given[0] === null ? this.#whole() : this.#range(textArgument(given[0]));
      case 'getCell':
        return new RangeObject(program, sheet, oneCell(countArgument(given[0]), countArgument(given[1])));
      case 'getRangeByIndexes': {
        const [top, left] = [countArgument(given[0]), countArgument(given[1])];
        const [rows, columns] = [countArgument(given[2], 1), countArgument(given[3], 1)];
        return new RangeObject(program, sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
      }
      case 'getRanges':
        return this.#ranges(given[0]);
      case 'getUsedRange':
      case 'getUsedRangeOrNullObject':
        return this.#whole().call(member, given);
      case 'activate': {
        program.document.activate(sheet);
        return;
      }
      case 'delete': {
        program.document.deleteSheet(sheet, 'add-in');
        return;
      }
      case 'calculate': {
        program.document.calculate();
        return;
      }
      case '_GetSheetById':
      case '_GetAnotherWorksheetById':
        return new WorksheetCollectionObject(program).item(given[0]);
      default:
        return program.events.register(member, sheet.id) ? undefined : super.call(member, given);
    }
  }

  #whole(): RangeObject {
    const area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };
    return new RangeObject(this.program, this.sheet, area);
  }

  #range(address: string): RangeObject {
    const { sheet, area } = parseReference(address);
    if (sheet !== null && sheet.toLowerCase() !== this.sheet.name.toLowerCase())
      throw new Refusal('InvalidArgument', 'the address is of another sheet');
    return new RangeObject(this.program, this.sheet, area);
  }

  #ranges(address: Argument): RangeAreasObject {
    if (address === undefined || address === null)
      return new RangeAreasObject(this.program, this.sheet, [this.#whole().area]);
    const areas = parseReferences(textArgument(address)).map(({ area }) => area);
    return new RangeAreasObject(this.program, this.sheet, areas);
  }
}

class WorksheetProtectionObject extends ServerObject {
  readonly type = 'WorksheetProtection';
  readonly #program: Program;
  readonly #sheet: StandInSheet;

  constructor(program: Program, sheet: StandInSheet) {
    super();
    this.#program = program;
    this.#sheet = sheet;
  }

  override get(member: string): unknown {
    if (member === 'protected') return this.#sheet.isProtected;
    return member === 'options' ? { ...NOTHING_ALLOWED, ...this.#sheet.protectionOptions } : super.get(member);
  }

  override call(member: string, given: readonly Argument[]): unknown {
    if (member !== 'protect' && member !== 'unprotect') return super.call(member, given);
    const sheet = this.#sheet;
    if (member === 'protect' && sheet.isProtected) throw new Refusal('InvalidOperation');
    if (member === 'unprotect' && sheet.password !== null && given[0] !== sheet.password)
      throw new Refusal('AccessDenied');
    sheet.isProtected = member === 'protect';
    sheet.password = member === 'protect' && typeof given[1] === 'string' ? given[1] : null;
    sheet.protectionOptions = member === 'protect' && isRecord(given[0]) ? given[0] : {};
    // Neither can be undone, nor what was done before.
    this.#program.document.forgetSteps();
    return undefined;
  }
}
