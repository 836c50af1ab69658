/** How one kind of WPS differs from another, as far as somebody has measured it or it is not known which way it is. */
export interface Profile {
  readonly name: string;
  readonly version: string;
  readonly build: number;
  /** Members that stand on `wps` and not on `Application`. */
  readonly onlyOnWps: readonly string[];
  /** Properties that are functions there: `Application.EtApplication`. */
  readonly asFunctions: readonly string[];
  /** Members that are not there at all: `Range.FormatConditions`. */
  readonly without: readonly string[];
  /** Events that can be listened to. */
  readonly events: readonly string[];
  /** Events that can be listened to, and never come. */
  readonly silentEvents: readonly string[];
  /** What a block of one row or one column is as an array; what it is in JavaScript is not documented. */
  readonly lines: 'nested' | 'flat';
  /** What a property is that differs from cell to cell. */
  readonly mixed: null | undefined;
  /** Writes of add-ins raise events, also where events are switched off. */
  readonly eventsDespiteSwitch: boolean;
  /** Whether `readAsBinaryString` and the like take a path, or a bare name in the temporary folder. */
  readonly binaryPaths: 'absolute' | 'bare';
  readonly temporaryFolder: string;
  readonly separator: '\\' | '/';
  /** A new workbook from a file: not every WPS heeds the file. */
  readonly addsFromFile: boolean;
  /** A custom XML part does not come out word for word. */
  readonly writesXmlAnew?: true;
}

const EVENTS: readonly string[] = [
  ...['WorkbookOpen', 'NewWorkbook', 'WorkbookBeforeSave', 'WorkbookAfterSave', 'WorkbookBeforeClose'],
  ...['SheetSelectionChange', 'SheetChange', 'SheetActivate', 'SheetDeactivate', 'WindowActivate', 'WindowDeactivate'],
  ...['SheetCalculate', 'WorkbookActivate', 'WorkbookDeactivate', 'WorkbookNewSheet', 'SheetBeforeDelete'],
  ...['AfterTaskPaneShow', 'AfterTaskPaneHidden', 'FileAfterSave', 'DocumentBeforePaste'],
];

/** WPS 12.1 on Windows. */
export const WINDOWS_12: Profile = {
  name: 'WPS 12.1 on Windows',
  version: '12.0',
  build: 28_043,
  onlyOnWps: [],
  asFunctions: [],
  without: [],
  events: EVENTS,
  silentEvents: [],
  lines: 'nested',
  mixed: null,
  eventsDespiteSwitch: false,
  binaryPaths: 'absolute',
  temporaryFolder: 'C:\\Users\\张三\\AppData\\Local\\Temp',
  separator: '\\',
  addsFromFile: true,
};

/** WPS 11.8 and 12.8 on UOS, with what was measured on macOS of the same kind, and the worse of what is not known. */
export const UOS: Profile = {
  name: 'WPS 11.8 on UOS',
  version: '11.8',
  build: 26_885,
  onlyOnWps: ['ApiEvent', 'PluginStorage', 'CreateTaskPane', 'GetTaskPane', 'FileSystem', 'Env', 'OAAssist'],
  asFunctions: ['Application.EtApplication'],
  without: [
    ...[
      'Application.Enum',
      'Workbook.CustomXMLParts',
      'FormatCondition.SetFirstPriority',
      'FormatCondition.StopIfTrue',
    ],
    ...['WorksheetFunction.CountA'],
  ],
  events: EVENTS.filter((name) => !['WorkbookAfterSave', 'SheetBeforeDelete', 'WorkbookNewSheet'].includes(name)),
  silentEvents: [],
  lines: 'flat',
  mixed: undefined,
  eventsDespiteSwitch: true,
  binaryPaths: 'bare',
  temporaryFolder: '/tmp/王 五',
  separator: '/',
  addsFromFile: false,
};
