/**
 * All that we use of the object model of WPS Spreadsheets (JSAPI), by interface, with the names of et-jsapi-declare; its
 * own declarations make globals, which would be there for every folder. Written out, the list can be held against them,
 * and a user's WPS can be asked for each.
 */
export const MEMBERS = {
  Application: [
    ...(['Workbooks', 'ActiveWorkbook', 'ActiveWindow', 'WorksheetFunction', 'Version', 'Build', 'Ready'] as const),
    ...(['ScreenUpdating', 'EnableEvents', 'DisplayAlerts', 'Calculation'] as const),
    ...(['ApiEvent', 'FileSystem', 'Env', 'OAAssist', 'EtApplication'] as const),
  ],
  Workbooks: ['Count', 'Item', 'Open', 'Add', 'OpenFromUrl'],
  Workbook: [
    ...(['Name', 'FullName', 'Worksheets', 'Date1904', 'ReadOnly', 'MultiUserEditing', 'ProtectStructure'] as const),
    ...(['CustomXMLParts', 'CustomDocumentProperties', 'ActiveSheet', 'Activate', 'Close'] as const),
  ],
  Sheets: ['Count', 'Item'],
  Worksheet: [
    ...(['Name', 'CodeName', 'Visible', 'Parent', 'UsedRange', 'Cells', 'Range', 'Comments', 'Activate'] as const),
    ...(['ProtectContents', 'ProtectionMode'] as const),
  ],
  Range: [
    ...([
      'Row',
      'Column',
      'Rows',
      'Columns',
      'Count',
      'Areas',
      'Item',
      'Address',
      'EntireRow',
      'EntireColumn',
    ] as const),
    ...(['Value2', 'Formula', 'HasFormula', 'NumberFormat', 'MergeCells', 'MergeArea', 'Hidden', 'AllowEdit'] as const),
    ...(['ClearContents', 'Select', 'AddComment', 'FormatConditions', 'Worksheet'] as const),
  ],
  Areas: ['Count', 'Item'],
  FormatConditions: ['Count', 'Item', 'Add'],
  FormatCondition: ['Type', 'Formula1', 'Interior', 'AppliesTo', 'StopIfTrue', 'SetFirstPriority', 'Delete'],
  Interior: ['Color'],
  Comments: ['Count', 'Item'],
  Comment: ['Text', 'Parent', 'Delete'],
  Window: ['VisibleRange', 'ScrollRow', 'ScrollColumn'],
  WorksheetFunction: ['CountA'],
  CustomXMLParts: ['Count', 'Item', 'Add', 'SelectByNamespace'],
  CustomXMLPart: ['XML', 'Delete'],
  DocumentProperties: ['Count', 'Item', 'Add'],
  DocumentProperty: ['Name', 'Value', 'Delete'],
  ApiEvent: ['AddApiEventListener', 'RemoveApiEventListener'],
  FileSystem: [
    ...(['writeAsBinaryString', 'readAsBinaryString', 'WriteFile', 'ReadFile', 'Exists', 'Remove', 'tmpdir'] as const),
  ],
  Env: ['GetTempPath'],
  OAAssist: ['DownloadFile'],
} as const;

export type Kind = keyof typeof MEMBERS;
export type Member<K extends Kind> = (typeof MEMBERS)[K][number];

/** Old hosts lack `Application.Enum`; the numbers are those of VBA. */
export const XL = {
  calculationManual: -4135,
  sheetVisible: -1,
  sheetHidden: 0,
  sheetVeryHidden: 2,
  conditionExpression: 2,
  propertyTypeString: 4,
} as const;
