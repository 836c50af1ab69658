import type { Workbook } from '../../../../src/sheets/workbook.ts';
import { ExcelEvents } from './events.ts';
import { ExcelDocument } from './excel-document.ts';
import type { Program } from './program.ts';
import { Refusal, type RefusalCode } from './refusal.ts';
import { Granted, type RequirementTable } from './requirement-table.ts';
import { RequestRun, type KeptObjects } from './request-run.ts';
import { WAITS_FOR_CELL_EDIT, type WireAnswer, type WireRequest } from './wire.ts';

/** Excel on the web takes and sends no more than 5 MB at once. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The first version whose undo takes back what add-ins do. */
const UNDOES_ADD_INS = '1.20';

export interface StandInOptions {
  /** The ExcelApi version that is granted: `1.14`. */
  readonly excelApi: string;
  readonly requirements: RequirementTable;
  /** On the desktop no limit of size holds. */
  readonly platform?: 'web' | 'desktop';
  readonly userName?: string;
  /** Reads an .xlsx, for what inserts sheets from one. */
  readonly readPackage?: (base64: string) => Workbook;
}

/** What a request's executor answers to office.js. */
export interface StandInResponse {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly HttpStatusCode?: number;
  readonly Headers: Record<string, string>;
  readonly Body: unknown;
}

/** What was sent to and fro since the counts were last set to nothing. */
export interface Counts {
  /** Requests, of which each is a `context.sync()` or the cleaning up behind an `Excel.run`. */
  syncs: number;
  /** UTF-8 bytes of all requests and of the largest. */
  requestBytes: number;
  largestRequest: number;
  responseBytes: number;
  largestResponse: number;
}

const NOTHING: Counts = { syncs: 0, requestBytes: 0, largestRequest: 0, responseBytes: 0, largestResponse: 0 };

/**
 * A workbook that answers office.js in Excel's place: the far side of `context.sync()`. It is strict where Excel is, as far
 * as the documentation says; where it says nothing, it refuses rather than does more than Excel might.
 */
export class StandInWorkbook {
  readonly document: ExcelDocument;
  readonly events = new ExcelEvents();
  readonly granted: Granted;
  /** Base64 of the workbooks that were opened in windows of their own. */
  readonly opened: string[] = [];
  counts: Counts = { ...NOTHING };
  /** No workbook is open, or it does not let itself be worked with yet. */
  isOpen = true;
  /** What happens before a request is carried out, by how many were before it: somebody else is faster. */
  beforeRequest: (earlier: number) => void = () => undefined;
  /** The next requests fail with these codes, whatever they ask for. */
  readonly failures: RefusalCode[] = [];
  readonly #platform: 'web' | 'desktop';
  readonly #program: Program;
  readonly #kept: KeptObjects = new Map();
  #isEditingCell = false;
  #whenEdited: (() => void)[] = [];
  #underWay = 0;
  #group: number | null = null;

  constructor(workbook: Workbook, options: StandInOptions) {
    this.document = new ExcelDocument(workbook, this.events);
    this.granted = new Granted(options.excelApi, options.requirements);
    this.#platform = options.platform ?? 'web';
    this.#program = {
      document: this.document,
      events: this.events,
      userName: options.userName ?? '李四',
      opened: this.opened,
      readPackage: options.readPackage ?? (() => refuse('NotImplemented')),
    };
  }

  /** How many objects the add-in keeps from sync to sync. */
  get keptCount(): number {
    return this.#kept.size;
  }

  resetCounts(): void {
    this.counts = { ...NOTHING };
  }

  /** The person begins to type in a cell: until {@link endCellEdit} no request is carried out. */
  beginCellEdit(): void {
    this.#isEditingCell = true;
  }

  endCellEdit(): void {
    this.#isEditingCell = false;
    const waiting = this.#whenEdited;
    this.#whenEdited = [];
    for (const go of waiting) go();
  }

  /** What is changed between the two becomes one step of undo (`mergeUndoGroup`). */
  beginUndoGroup(): void {
    if (this.granted.isSetSupported('ExcelApi', UNDOES_ADD_INS)) this.#group = this.document.stepCount;
  }

  endUndoGroup(): void {
    if (this.#group !== null) this.document.joinSteps(this.#group);
    this.#group = null;
  }

  /** Carries out a request, as the executor of a session of office.js. */
  async execute(flags: number, body: WireRequest): Promise<StandInResponse> {
    this.#underWay++;
    try {
      const sent = JSON.stringify(body);
      const size = new TextEncoder().encode(sent).length;
      this.beforeRequest(this.counts.syncs++);
      this.counts.requestBytes += size;
      this.counts.largestRequest = Math.max(this.counts.largestRequest, size);
      if (this.#isEditingCell && (flags & WAITS_FOR_CELL_EDIT) !== 0)
        await new Promise<void>((go) => this.#whenEdited.push(go));
      const response = this.#respond(JSON.parse(sent) as WireRequest, size);
      // An answer comes later, never at once.
      await new Promise((go) => setTimeout(go, 0));
      return response;
    } finally {
      this.#underWay--;
    }
  }

  /** Waits until no request and no event is under way. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet++) {
      await new Promise((go) => setTimeout(go, 0));
      if (this.#underWay > 0 || this.events.underWay > 0) quiet = 0;
    }
  }

  #respond(request: WireRequest, size: number): StandInResponse {
    if (!this.isOpen) return failed('GeneralException', 'no workbook is open');
    if (this.#isEditingCell) return failed('InvalidOperationInCellEditMode');
    if (this.#platform === 'web' && size > PAYLOAD_LIMIT) return failed('RequestPayloadSizeLimitExceeded');
    const failure = this.failures.shift();
    if (failure !== undefined) return failed(failure);
    const answer = new RequestRun(this.#program, this.granted, this.#kept, request).answer();
    this.#endRequest();
    return this.#sent(answer);
  }

  /** From one version on each request that changes something is a step of undo; before, undo is lost by it. */
  #endRequest(): void {
    if (this.granted.isSetSupported('ExcelApi', UNDOES_ADD_INS)) this.document.endStep();
    else this.document.forgetSteps();
  }

  #sent(answer: WireAnswer): StandInResponse {
    const text = JSON.stringify(answer);
    const size = new TextEncoder().encode(text).length;
    if (this.#platform === 'web' && size > PAYLOAD_LIMIT) return failed('ResponsePayloadSizeLimitExceeded');
    this.counts.responseBytes += size;
    this.counts.largestResponse = Math.max(this.counts.largestResponse, size);
    return { ErrorCode: '', ErrorMessage: '', Headers: {}, Body: JSON.parse(text) };
  }
}

function failed(code: RefusalCode, message: string = code): StandInResponse {
  return { ErrorCode: code, ErrorMessage: message, HttpStatusCode: 400, Headers: {}, Body: null };
}

function refuse(code: RefusalCode): never {
  throw new Refusal(code);
}
