import { MAX_COLUMNS, MAX_ROWS } from '../../../../src/sheets/address.ts';
import { BridgeObject, refuse } from './bridge.ts';
import { SheetModel, type BookModel } from './model.ts';
import { areasOf, CommentsObject, RangeObject } from './range-object.ts';
import type { StandInWps } from './stand-in-wps.ts';

export class SheetObject extends BridgeObject {
  readonly kind = 'Worksheet';
  readonly wps: StandInWps;
  readonly sheet: SheetModel;
  constructor(wps: StandInWps, sheet: SheetModel) {
    super();
    this.wps = wps;
    this.sheet = sheet;
  }
  get Name(): string {
    return this.sheet.name;
  }
  get CodeName(): string {
    return this.sheet.codeName;
  }
  get Index(): number {
    return this.sheet.book.sheets.indexOf(this.sheet) + 1;
  }
  get Parent(): WorkbookObject {
    return new WorkbookObject(this.wps, this.sheet.book);
  }
  get Visible(): number {
    return this.sheet.visible;
  }
  set Visible(visible: unknown) {
    if (this.sheet.book.structureProtected) refuse('工作簿受保护，不能更改。');
    this.sheet.visible = visible === true ? -1 : Number(visible);
  }
  get ProtectContents(): boolean {
    return this.sheet.protectedContents;
  }
  get ProtectionMode(): boolean {
    return this.sheet.openToPrograms;
  }
  get UsedRange(): RangeObject {
    return new RangeObject(this.wps, this.sheet, [this.sheet.used()]);
  }
  get Cells(): RangeObject {
    return new RangeObject(this.wps, this.sheet, [{ top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 }]);
  }
  get Comments(): CommentsObject {
    return new CommentsObject(this.wps, this.sheet);
  }
  Range(address: unknown): RangeObject {
    if (typeof address !== 'string' || address.length > 255) return refuse('类 Worksheet 的 Range 方法无效');
    return new RangeObject(this.wps, this.sheet, areasOf(address));
  }
  Activate(): void {
    if (this.sheet.visible !== -1) refuse('类 Worksheet 的 Activate 方法无效');
    this.sheet.book.active = this.sheet.book.sheets.indexOf(this.sheet);
  }
  Copy(): undefined {
    const copy = new SheetModel(this.sheet.book, `${this.sheet.name} (2)`, '');
    this.sheet.book.sheets.push(copy);
    this.sheet.book.active = this.sheet.book.sheets.length - 1;
    return undefined;
  }
}

class SheetsObject extends BridgeObject {
  readonly kind = 'Sheets';
  readonly wps: StandInWps;
  readonly book: BookModel;
  constructor(wps: StandInWps, book: BookModel) {
    super();
    this.wps = wps;
    this.book = book;
  }
  get Count(): number {
    return this.book.sheets.length;
  }
  Item(index: unknown): SheetObject {
    const sheet =
      typeof index === 'number' ? this.book.sheets[index - 1] : this.book.sheets.find(({ name }) => name === index);
    return new SheetObject(this.wps, sheet ?? refuse('下标越界'));
  }
}

export class WorkbookObject extends BridgeObject {
  readonly kind = 'Workbook';
  readonly wps: StandInWps;
  readonly book: BookModel;
  constructor(wps: StandInWps, book: BookModel) {
    super();
    this.wps = wps;
    this.book = book;
  }
  get Name(): string {
    return this.book.name;
  }
  get Path(): string {
    return this.book.path;
  }
  get FullName(): string {
    return this.book.path + this.book.name;
  }
  get ReadOnly(): boolean {
    return this.book.readOnly;
  }
  get MultiUserEditing(): boolean {
    return this.book.shared;
  }
  get ProtectStructure(): boolean {
    return this.book.structureProtected;
  }
  get Date1904(): boolean {
    return this.book.date1904;
  }
  get Worksheets(): SheetsObject {
    return new SheetsObject(this.wps, this.book);
  }
  get Sheets(): SheetsObject {
    return new SheetsObject(this.wps, this.book);
  }
  get ActiveSheet(): SheetObject | null {
    const sheet = this.book.sheets[this.book.active];
    return sheet ? new SheetObject(this.wps, sheet) : null;
  }
  get CustomXMLParts(): PartsObject {
    return new PartsObject(this.wps, this.book, [...this.book.parts.keys()]);
  }
  get CustomDocumentProperties(): PropertiesObject {
    return new PropertiesObject(this.wps, this.book);
  }
  Activate(): void {
    this.wps.activate(this.book);
  }
  Close(): void {
    this.wps.close(this.book);
  }
}

class PartsObject extends BridgeObject {
  readonly kind = 'CustomXMLParts';
  readonly wps: StandInWps;
  readonly book: BookModel;
  readonly ids: readonly string[];
  constructor(wps: StandInWps, book: BookModel, ids: readonly string[]) {
    super();
    this.wps = wps;
    this.book = book;
    this.ids = ids;
  }
  get Count(): number {
    return this.ids.length;
  }
  Item(index: number): PartObject {
    return new PartObject(this.wps, this.book, this.ids[index - 1] ?? refuse('下标越界'));
  }
  Add(xml: unknown): PartObject {
    if (this.book.refuses.parts) refuse('无法添加部件');
    const id = `{${String(this.wps.nextId++)}}`;
    this.book.parts.set(id, String(xml));
    return new PartObject(this.wps, this.book, id);
  }
  SelectByNamespace(namespace: unknown): PartsObject {
    const ids = this.ids.filter((id) => new PartObject(this.wps, this.book, id).NamespaceURI === namespace);
    return new PartsObject(this.wps, this.book, ids);
  }
}

/** The same XML in other words. */
function rewritten(xml: string): string {
  return xml.replace(/<(\w+)([^<>]*[^<>/])><\/\1>/g, '<$1$2/>').replace(/'/g, '"');
}

class PartObject extends BridgeObject {
  readonly kind = 'CustomXMLPart';
  readonly wps: StandInWps;
  readonly book: BookModel;
  readonly id: string;
  constructor(wps: StandInWps, book: BookModel, id: string) {
    super();
    this.wps = wps;
    this.book = book;
    this.id = id;
  }
  get NamespaceURI(): string {
    return /xmlns(?::\w+)?="([^"]*)"/.exec(this.book.parts.get(this.id) ?? '')?.[1] ?? '';
  }
  get XML(): string {
    const text = this.book.parts.get(this.id) ?? '';
    return this.wps.profile.writesXmlAnew ? rewritten(text) : `<?xml version="1.0"?>\n${text}`;
  }
  Delete(): void {
    this.book.parts.delete(this.id);
  }
}

class PropertiesObject extends BridgeObject {
  readonly kind = 'DocumentProperties';
  readonly wps: StandInWps;
  readonly book: BookModel;
  constructor(wps: StandInWps, book: BookModel) {
    super();
    this.wps = wps;
    this.book = book;
  }
  get Count(): number {
    return this.book.properties.size;
  }
  Item(index: unknown): PropertyObject {
    const names = [...this.book.properties.keys()];
    const name = typeof index === 'number' ? names[index - 1] : names.find((one) => one === index);
    return new PropertyObject(this.book, name ?? refuse('下标越界'));
  }
  Add(name: unknown, linked: unknown, type: unknown, value: unknown): PropertyObject {
    if (this.book.refuses.properties) refuse('无法添加属性');
    if (linked !== false || type !== 4 || String(value).length > 255) refuse('参数错误');
    if (this.book.properties.has(String(name))) refuse('该属性已存在');
    this.book.properties.set(String(name), String(value));
    return new PropertyObject(this.book, String(name));
  }
}

class PropertyObject extends BridgeObject {
  readonly kind = 'DocumentProperty';
  readonly book: BookModel;
  readonly name: string;
  constructor(book: BookModel, name: string) {
    super();
    this.book = book;
    this.name = name;
  }
  get Name(): string {
    return this.name;
  }
  get Value(): string {
    return this.book.properties.get(this.name) ?? '';
  }
  set Value(_: unknown) {
    // Never reached: the bridge refuses the name.
  }
  Delete(): void {
    this.book.properties.delete(this.name);
  }
}

class WorkbooksObject extends BridgeObject {
  readonly kind = 'Workbooks';
  readonly wps: StandInWps;
  constructor(wps: StandInWps) {
    super();
    this.wps = wps;
  }
  get Count(): number {
    return this.wps.books.length;
  }
  Item(index: unknown): WorkbookObject {
    const book =
      typeof index === 'number' ? this.wps.books[index - 1] : this.wps.books.find(({ name }) => name === index);
    return new WorkbookObject(this.wps, book ?? refuse('下标越界'));
  }
  Open(path: unknown): WorkbookObject {
    return new WorkbookObject(this.wps, this.wps.openFile(String(path), false));
  }
  Add(template?: unknown): WorkbookObject {
    const heeds = typeof template === 'string' && this.wps.profile.addsFromFile;
    return new WorkbookObject(this.wps, heeds ? this.wps.openFile(template, true) : this.wps.newBook());
  }
  OpenFromUrl(url: unknown): void {
    this.wps.openFile(String(url), false);
  }
}

class WindowObject extends BridgeObject {
  readonly kind = 'Window';
  readonly wps: StandInWps;
  constructor(wps: StandInWps) {
    super();
    this.wps = wps;
  }
  get VisibleRange(): RangeObject {
    const sheet = this.wps.activeSheet ?? refuse('没有窗口');
    const top = this.wps.scrollRow - 1;
    return new RangeObject(this.wps, sheet, [{ top, left: 0, bottom: top + 29, right: 14 }]);
  }
  get ScrollRow(): number {
    return this.wps.scrollRow;
  }
  set ScrollRow(row: unknown) {
    this.wps.scrollRow = Math.max(1, Number(row));
  }
}

class WorksheetFunctionObject extends BridgeObject {
  readonly kind = 'WorksheetFunction';
  CountA(range: unknown): number {
    if (!(range instanceof RangeObject)) return refuse('参数错误');
    const { top, left, bottom, right } = range.first;
    let count = 0;
    const { rows } = range.sheet;
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      const cells = rows[row] ?? [];
      for (let column = left; column <= Math.min(right, cells.length - 1); column++)
        if ((cells[column] ?? null) !== null) count++;
    }
    return count;
  }
}

/** `window.Application`, or `window.wps`: the same but for members that stand on one of them only. */
export class ApplicationObject extends BridgeObject {
  readonly kind: 'Application' | 'wps';
  readonly wps: StandInWps;
  constructor(wps: StandInWps, kind: 'Application' | 'wps') {
    super();
    this.wps = wps;
    this.kind = kind;
  }
  get Name(): string {
    return this.wps.programName;
  }
  get Version(): string {
    return this.wps.profile.version;
  }
  get Build(): number {
    return this.wps.profile.build;
  }
  get Path(): string {
    return this.wps.profile.separator === '/' ? '/opt/kingsoft/wps-office/office6' : 'C:\\WPS\\office6';
  }
  get EtApplication(): ApplicationObject {
    return new ApplicationObject(this.wps, 'Application');
  }
  get Enum(): undefined {
    return undefined;
  }
  get Workbooks(): WorkbooksObject {
    return new WorkbooksObject(this.wps);
  }
  get ActiveWorkbook(): WorkbookObject | null {
    return this.wps.book ? new WorkbookObject(this.wps, this.wps.book) : null;
  }
  get ActiveSheet(): SheetObject | null {
    return this.wps.activeSheet ? new SheetObject(this.wps, this.wps.activeSheet) : null;
  }
  get ActiveWindow(): WindowObject | null {
    return this.wps.book ? new WindowObject(this.wps) : null;
  }
  get WorksheetFunction(): WorksheetFunctionObject {
    return new WorksheetFunctionObject();
  }
  get ScreenUpdating(): unknown {
    return this.wps.switches.ScreenUpdating;
  }
  set ScreenUpdating(on: unknown) {
    this.wps.switches.ScreenUpdating = on;
  }
  get EnableEvents(): unknown {
    return this.wps.switches.EnableEvents;
  }
  set EnableEvents(on: unknown) {
    this.wps.switches.EnableEvents = on;
  }
  get DisplayAlerts(): unknown {
    return this.wps.switches.DisplayAlerts;
  }
  set DisplayAlerts(on: unknown) {
    this.wps.switches.DisplayAlerts = on;
  }
  get Calculation(): unknown {
    return this.wps.switches.Calculation;
  }
  set Calculation(mode: unknown) {
    this.wps.switches.Calculation = mode;
  }
  get ApiEvent(): ApiEventObject {
    return new ApiEventObject(this.wps);
  }
  get FileSystem(): FileSystemObject {
    return new FileSystemObject(this.wps);
  }
  get Env(): EnvObject {
    return new EnvObject(this.wps);
  }
  get PluginStorage(): PluginStorageObject {
    return new PluginStorageObject(this.wps);
  }
  CreateTaskPane(url: unknown): TaskPaneObject {
    const id = this.wps.nextId++;
    this.wps.panes.set(id, { url: String(url), visible: false });
    return new TaskPaneObject(this.wps, id);
  }
  /** `null` for an id of another window, an exception for one that is gone. */
  GetTaskPane(id: unknown): TaskPaneObject | null {
    if (this.wps.panes.has(Number(id))) return new TaskPaneObject(this.wps, Number(id));
    return Number(id) < this.wps.nextId ? null : refuse('无效的任务窗格');
  }
}

class TaskPaneObject extends BridgeObject {
  readonly kind = 'CustomTaskpane';
  readonly wps: StandInWps;
  readonly id: number;
  constructor(wps: StandInWps, id: number) {
    super();
    this.wps = wps;
    this.id = id;
  }
  get ID(): number {
    return this.id;
  }
  get Visible(): boolean {
    return this.wps.panes.get(this.id)?.visible ?? false;
  }
  set Visible(visible: unknown) {
    const pane = this.wps.panes.get(this.id);
    if (pane) pane.visible = visible === true;
  }
  Delete(): void {
    this.wps.panes.delete(this.id);
  }
}

class ApiEventObject extends BridgeObject {
  readonly kind = 'ApiEvent';
  readonly wps: StandInWps;
  constructor(wps: StandInWps) {
    super();
    this.wps = wps;
  }
  AddApiEventListener(name: unknown, listener: unknown): void {
    if (!this.wps.profile.events.includes(String(name))) refuse(`${String(name)} is not a valid event name.`);
    this.wps.listen(String(name), listener);
  }
  RemoveApiEventListener(name: unknown, listener?: unknown): void {
    if (!this.wps.profile.events.includes(String(name))) refuse(`${String(name)} is not a valid event name.`);
    this.wps.unlisten(String(name), listener);
  }
}

class FileSystemObject extends BridgeObject {
  readonly kind = 'FileSystem';
  override readonly smallMembers = ['writeAsBinaryString', 'readAsBinaryString', 'existsSync', 'tmpdir'];
  readonly wps: StandInWps;
  constructor(wps: StandInWps) {
    super();
    this.wps = wps;
  }
  #path(path: unknown): string {
    const text = String(path);
    if (this.wps.profile.binaryPaths === 'absolute') return text.replace(/\\/g, '/');
    if (/[/\\]/.test(text)) refuse('path cannot contains "/" or "\\"');
    return `${this.wps.profile.temporaryFolder}/${text}`;
  }
  writeAsBinaryString(path: unknown, data: unknown): boolean {
    this.wps.files.set(this.#path(path), String(data));
    return true;
  }
  readAsBinaryString(path: unknown): string {
    return this.wps.files.get(this.#path(path)) ?? refuse('文件不存在');
  }
  tmpdir(): string {
    return this.wps.profile.temporaryFolder;
  }
  Exists(path: unknown): boolean {
    return this.wps.files.has(String(path).replace(/\\/g, '/'));
  }
  /** Text only: what is no text does not come out as it went in. */
  WriteFile(path: unknown, data: unknown): boolean {
    this.wps.files.set(String(path).replace(/\\/g, '/'), String(data).replace(/[^\x00-\x7f]/g, '?'));
    return true;
  }
  Remove(path: unknown): void {
    this.wps.files.delete(String(path).replace(/\\/g, '/'));
  }
}

class EnvObject extends BridgeObject {
  readonly kind = 'Env';
  readonly wps: StandInWps;
  constructor(wps: StandInWps) {
    super();
    this.wps = wps;
  }
  GetTempPath(): string {
    return this.wps.profile.temporaryFolder;
  }
  GetHomePath(): string {
    return this.wps.profile.separator === '/' ? '/home/王五' : 'C:\\Users\\张三';
  }
}

class PluginStorageObject extends BridgeObject {
  readonly kind = 'PluginStorage';
  override readonly smallMembers = ['getItem', 'setItem', 'removeItem'];
  readonly wps: StandInWps;
  constructor(wps: StandInWps) {
    super();
    this.wps = wps;
  }
  getItem(key: unknown): string | null {
    return this.wps.storage.get(String(key)) ?? null;
  }
  setItem(key: unknown, value: unknown): void {
    this.wps.storage.set(String(key), String(value));
  }
  removeItem(key: unknown): void {
    this.wps.storage.delete(String(key));
  }
}
