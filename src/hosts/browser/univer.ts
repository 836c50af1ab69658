import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
  type Injector,
  type IWorkbookData,
  type Workbook as UniverWorkbook,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import { defaultTheme } from '@univerjs/themes';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import coreChinese from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import formatsEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import formatsChinese from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEnglish from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationChinese from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import notesEnglish from '@univerjs/preset-sheets-note/locales/en-US';
import notesChinese from '@univerjs/preset-sheets-note/locales/zh-CN';

/** The spreadsheet grid, with what of its inside the host needs. All that is half private of it stays in this file. */
export interface UniverGrid {
  readonly facade: FUniver;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly undoRedo: IUndoRedoService;
  /** From here until it is disposed of, all changes are one step of undo. */
  oneStep(unitId: string): { dispose(): void };
  /** Open while rows are inserted or deleted on our behalf; the grid's own ways to do so are shut. */
  readonly rowGate: { open: boolean };
  /** The document that is shown. */
  workbook(): UniverWorkbook | null;
  /** Shows a document in place of the present one. */
  show(data: IWorkbookData): void;
  close(): void;
  /** Once it has drawn a document: before, it cannot go to a cell. */
  drawn(): Promise<void>;
  /** Gives the sheet the keyboard. */
  focus(): void;
  /** Undo and redo in the document, also where the keyboard is in a cell's editor. */
  undo(): void;
  redo(): void;
}

/** What takes the keys typed into the sheet. */
const CELL_EDITOR = '[id^="__editor___INTERNAL_EDITOR__DOCS_NORMAL"]';

export interface GridLooks {
  readonly language: 'zh' | 'en';
  readonly dark: boolean;
}

/** Puts a spreadsheet grid into an element: values and formulas can be edited, nothing else (see `plain-edits.ts`). */
export function createUniverGrid(container: HTMLElement, looks: GridLooks): UniverGrid {
  const univer = new Univer({
    theme: defaultTheme,
    darkMode: looks.dark,
    logLevel: LogLevel.ERROR,
    locale: looks.language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(coreChinese, validationChinese, notesChinese, formatsChinese),
      [LocaleType.EN_US]: mergeLocales(coreEnglish, validationEnglish, notesEnglish, formatsEnglish),
    },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: false,
      toolbar: false,
      contextMenu: false,
      disableAutoFocus: true,
      formulaBar: true,
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: true,
        addSheetButtonConfig: { show: false },
      },
      // Results stand in the file; what the file has none for is computed.
      formula: { initialFormulaComputing: CalculationMode.WHEN_EMPTY },
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    UniverSheetsNotePreset(),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const injector = univer.__getInjector();
  const facade = FUniver.newAPI(injector);
  const instances = injector.get(IUniverInstanceService);
  let shown: string | null = null;
  const close = (): void => {
    if (shown !== null) facade.disposeUnit(shown);
    shown = null;
  };
  return {
    facade,
    injector,
    commands: injector.get(ICommandService),
    undoRedo: injector.get(IUndoRedoService),
    // There is no other way yet; the version is pinned.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    oneStep: (unitId) => injector.get(IUndoRedoService).__tempBatchingUndoRedo(unitId),
    rowGate: { open: false },
    workbook: () =>
      shown === null ? null : (instances.getUnit<UniverWorkbook>(shown, UniverInstanceType.UNIVER_SHEET) ?? null),
    show(data) {
      const before = shown;
      facade.createWorkbook(data);
      shown = data.id;
      if (before !== null) facade.disposeUnit(before);
      // Else the one that is gone keeps the keyboard, and what is typed next is lost.
      instances.focusUnit(data.id);
    },
    close,
    drawn: () => injector.get(LifecycleService).onStage(LifecycleStages.Rendered),
    focus() {
      if (shown !== null) instances.focusUnit(shown);
      container.querySelector<HTMLElement>(CELL_EDITOR)?.focus();
    },
    undo() {
      if (shown !== null) instances.focusUnit(shown);
      void facade.undo();
    },
    redo() {
      if (shown !== null) instances.focusUnit(shown);
      void facade.redo();
    },
  };
}
