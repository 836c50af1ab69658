import type { Language } from '../forms/language.ts';
import { toA1, type Address } from '../sheets/address.ts';
import { append } from '../sheets/lists.ts';
import {
  HostError,
  type CellName,
  type Changed,
  type Host,
  type ReadOptions,
  type StopListening,
  type Written,
} from '../hosts/host.ts';
import type { CheckCalls, EditedCell, ListedFinding } from './check-calls.ts';
import { copyText } from './copy-text.ts';
import { EditedCells } from './edited-cells.ts';
import { Journal, recorded } from './diagnostics/journal.ts';
import { placeOf } from './findings/list-rows.ts';
import { downloadFile, type SaveFile, type TextFile } from './save-file.ts';
import {
  checkedOf,
  firstState,
  nextState,
  type Grouping,
  type Notice,
  type Opinion,
  type PaneAction,
  type PaneState,
  type PaneTab,
  type Shown,
} from './state.ts';
import { OverviewController } from './overview/overview-controller.ts';
import { localDay } from './today.ts';
import { WorkerBroken, WorkerCaller, WorkerStopped } from './worker-calls.ts';
import type { RunningWorker } from './worker-port.ts';

const IGNORED_NAMESPACE = 'urn:tianbao:ignored:1';

/** Milliseconds of quiet after an edit before the sheets are checked again. */
const QUIET = 400;

/** Milliseconds until a program that was busy is asked again. */
const BUSY = 1500;

const WHILE_TYPING: ReadOptions = { whileTyping: true };

const GRAVEST_FIRST = ['error', 'warning', 'info'] as const;

/** So many cells are named in a notice; more are counted. */
const CELLS_NAMED = 5;

/** Carries out what the user asks for: talks to the host and to the worker that checks, and keeps the pane's state. */
export class PaneController {
  readonly #host: Host;
  readonly #checker: WorkerCaller<CheckCalls>;
  readonly #saveFile: SaveFile;
  readonly #listeners = new Set<() => void>();
  /** What is asked of procedures. */
  readonly overview: OverviewController;
  /** How it went, for a report on trouble. */
  readonly journal = new Journal();
  #state: PaneState;
  /** Once the host has been asked to tell of edits: how to stop it. */
  #listening: Promise<StopListening> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #edits = new EditedCells();
  /** Counts the checks begun: an answer to an earlier one comes too late. */
  #checks = 0;

  /** @param saveFile for programs whose web view downloads nothing */
  constructor(host: Host, startChecker: () => RunningWorker, language: Language, saveFile: SaveFile = downloadFile) {
    this.#host = recorded(host, this.journal);
    this.#saveFile = saveFile;
    this.#checker = new WorkerCaller(startChecker);
    this.#state = firstState(language);
    this.overview = new OverviewController(this.#checker, (more) => this.#do({ type: 'overview', more }));
  }

  get host(): Host {
    return this.#host;
  }

  get state(): PaneState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): StopListening => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to follow the document. */
  async start(): Promise<void> {
    await this.#listen();
    await this.#documentChanged(false);
    await this.#loadForms();
    await this.overview.start();
  }

  stop(): void {
    clearTimeout(this.#timer);
    void this.#listening?.then((stop) => stop()).catch(() => undefined);
    this.overview.stop();
    this.#checker.stop();
  }

  /** Opens a blank form in place of the document, or beside it: what the host does. */
  async openForm(formId: string): Promise<void> {
    await this.#attempt(() => this.#host.openForm(formId));
  }

  async check(): Promise<void> {
    await this.#checkAll();
  }

  /** @param options for a check that follows edits: somebody may be at the next one */
  async #checkAll(options?: ReadOptions): Promise<void> {
    const number = ++this.#checks;
    clearTimeout(this.#timer);
    this.#edits.clear();
    if (!options) this.#do({ type: 'started', step: 'reading' });
    try {
      await this.#listen();
      const document = await this.#host.read(options);
      if (number !== this.#checks) return;
      if (!document) {
        this.#do({ type: 'document', isOpen: false, isSame: false });
        return;
      }
      this.#do({ type: 'named', name: document.name ?? null });
      this.#do({ type: 'started', step: 'checking' });
      if (this.#state.forms.length === 0) await this.#loadForms();
      const { language, only } = this.#state;
      const ignored = await this.#host.readDocumentData(IGNORED_NAMESPACE);
      const sheetIds = document.sheets.map(({ id }) => id);
      const request = { workbook: document.workbook, sheetIds, only, language, ignored, today: localDay() };
      await this.#take(number, false, (onPiece) => this.#checker.call('check', request, onPiece));
    } catch (error) {
      if (number !== this.#checks || error instanceof WorkerStopped) return;
      if (options && isBusy(error)) this.#checkLater(null);
      else this.#do({ type: 'failed', reason: reasonOf(error), host: error instanceof HostError ? error.code : null });
    }
  }

  cancel(): void {
    this.#checks++;
    this.#checker.stop();
    this.#do({ type: 'cancelled' });
  }

  async setLanguage(language: Language): Promise<void> {
    this.#do({ type: 'language', language });
    const { check } = this.#state;
    if (check.status === 'checked' || check.status === 'unrecognised') await this.#planned(() => this.#reword());
  }

  async choose(only: string | null): Promise<void> {
    this.#do({ type: 'only', only });
    await this.check();
  }

  showTab(tab: PaneTab): void {
    this.#do({ type: 'tab', tab });
  }

  toggle(shown: Shown): void {
    this.#do({ type: 'toggle', shown });
  }

  group(by: Grouping): void {
    this.#do({ type: 'group', by });
  }

  setLive(live: boolean): void {
    this.#do({ type: 'live', live });
    if (live && checkedOf(this.#state)?.stale) this.#edited();
  }

  /** @param opinion `null`: the one drafted */
  setOpinion(opinion: Opinion | null): void {
    this.#do({ type: 'opinion', opinion });
  }

  acceptIgnored(accepts: boolean): void {
    this.#do({ type: 'accept-ignored', accepts });
  }

  /** Copies a text, or saves it as a file, and tells how it went. */
  async copy(text: string): Promise<void> {
    if (await copyText(text)) this.#notice('done', [{ key: 'copied' }]);
    else this.#notice('attention', [{ key: 'not-copied' }]);
  }

  async save(file: TextFile): Promise<void> {
    try {
      const saved = await this.#saveFile(file);
      this.#notice('done', [{ key: `file-${saved}`, params: { name: file.name } }]);
    } catch {
      this.#notice('attention', [{ key: 'file-not-saved', params: { name: file.name } }]);
    }
  }

  dismiss(): void {
    this.#do({ type: 'notice', notice: null });
  }

  closeDialog(): void {
    this.#do({ type: 'dialog', dialog: null });
  }

  async reveal(finding: ListedFinding): Promise<void> {
    this.#do({ type: 'current', finding: finding.id });
    const shown = await this.#attempt(() => this.#host.reveal(finding.sheetId, placeOf(finding)));
    if (shown === false) this.#notice('attention', [{ key: 'cell-gone' }]);
  }

  /** Goes to the gravest finding of a cell, or says that it has none. */
  async explain(sheetId: string, { row, column }: Address): Promise<void> {
    const cell = toA1(row, column);
    const own = checkedOf(this.#state)?.findings.filter((one) => one.sheetId === sheetId && one.cell === cell) ?? [];
    const open = own.filter(({ ignored }) => ignored === null);
    const [gravest = own[0]] = GRAVEST_FIRST.flatMap((grave) => open.filter(({ severity }) => severity === grave));
    this.showTab('findings');
    if (gravest) await this.reveal(gravest);
    else this.#notice('done', [{ key: 'cell-clear', params: { cell } }]);
  }

  /** Makes the fixes of one finding, which the list shows beforehand. */
  async fix(finding: ListedFinding): Promise<void> {
    const fixes = await this.#planned(() => this.#checker.call('fixes', [finding.id]));
    if (fixes) await this.#changing(() => this.#host.write(fixes.plan));
  }

  /** Shows what the fixes of these findings would change. */
  async previewFixes(ids: readonly number[]): Promise<void> {
    const plan = await this.#planned(() => this.#checker.call('fixes', ids));
    if (plan) this.#do({ type: 'dialog', dialog: { kind: 'fixes', plan } });
  }

  async applyFixes(): Promise<void> {
    const { dialog } = this.#state;
    if (dialog?.kind !== 'fixes') return;
    this.closeDialog();
    await this.#changing(() => this.#host.write(dialog.plan.plan));
  }

  async undo(written: Written): Promise<void> {
    this.dismiss();
    const undone = await this.#attempt(() => this.#host.undo(written));
    if (!undone) return;
    this.#notice('done', [
      { key: 'undone', params: { count: undone.restored } },
      ...(undone.kept.length > 0 ? [{ key: 'undone-kept' as const, params: { cells: cellList(undone.kept) } }] : []),
    ]);
    for (const { sheetId, cells } of written.sheets) this.#edits.add(sheetId, cells);
    await this.#checkEdited();
  }

  openIgnore(finding: ListedFinding): void {
    this.#do({ type: 'dialog', dialog: { kind: 'ignore', finding } });
  }

  /** @param reason `null`: ignored no longer */
  async ignore(finding: ListedFinding, reason: string | null): Promise<void> {
    this.closeDialog();
    const xml = await this.#planned(() => this.#checker.call('ignore', { finding: finding.id, reason }));
    if (xml === undefined) return;
    await this.#attempt(() => this.#host.keepDocumentData(IGNORED_NAMESPACE, xml));
    await this.#planned(() => this.#reword());
  }

  async mark(): Promise<void> {
    const plan = await this.#planned(() => this.#checker.call('marks', this.#state.language));
    if (!plan) return;
    const marked = await this.#attempt(() => this.#host.mark(plan));
    if (!marked) return;
    if (marked.status === 'changed') {
      await this.#changedMeanwhile();
      return;
    }
    this.#notice('done', [
      marked.marked === 0 ? { key: 'nothing-to-mark' } : { key: 'marked', params: { count: marked.marked } },
      ...(marked.withoutNote > 0
        ? [{ key: 'marked-without-note' as const, params: { count: marked.withoutNote } }]
        : []),
    ]);
  }

  async clearMarks(): Promise<void> {
    const count = await this.#attempt(() => this.#host.clearMarks());
    if (count === undefined) return;
    this.#notice('done', [count === 0 ? { key: 'nothing-to-clear' } : { key: 'cleared', params: { count } }]);
  }

  /** Listens for edits. Where the program does not have that just now, for somebody is typing, the next check tries again. */
  async #listen(): Promise<void> {
    this.#listening ??= this.#host.onEdit(({ sheetId, cells, ours, opened = false }) => {
      if (sheetId === null && cells === null) void this.#documentChanged(!opened);
      else {
        if (sheetId !== null) this.#edits.add(sheetId, cells);
        if (!ours) this.#edited();
      }
    });
    try {
      await this.#listening;
    } catch (error) {
      this.#listening = undefined;
      if (!(error instanceof HostError)) throw error;
    }
  }

  async #documentChanged(isSame: boolean): Promise<void> {
    this.#checks++;
    clearTimeout(this.#timer);
    this.#edits.clear();
    this.#do({ type: 'document', isOpen: await this.#hasDocument(), isSame });
  }

  /** A program that does not answer just now has one all the same: a check tells what stands in its way. */
  async #hasDocument(): Promise<boolean> {
    try {
      return (await this.#host.listSheets()).length > 0;
    } catch (error) {
      if (error instanceof HostError) return true;
      throw error;
    }
  }

  #edited(): void {
    this.#do({ type: 'edited' });
    clearTimeout(this.#timer);
    if (!this.#state.live || !checkedOf(this.#state)) return;
    this.#timer = setTimeout(() => void this.#checkEdited(), QUIET);
  }

  /** Checks what was edited since the last check; where that cannot be told by cells, all of it. */
  async #checkEdited(): Promise<void> {
    clearTimeout(this.#timer);
    const edited = this.#edits.take();
    if (edited === null || this.#state.check.status !== 'checked') return this.#checkAll(WHILE_TYPING);
    const number = this.#checks;
    try {
      const cells: EditedCell[] = [];
      for (const { sheetId, at } of edited) {
        const read = await this.#host.readCells(sheetId, at);
        if (read === null) {
          await this.#checkAll(WHILE_TYPING);
          return;
        }
        append(
          cells,
          read.map((cell) => ({ ...cell, sheetId })),
        );
      }
      const { language } = this.#state;
      const changes = await this.#checker.call('edit', { cells, language });
      // A check of all began meanwhile: what it finds counts.
      if (number !== this.#checks) return;
      if (changes === null) {
        await this.#checkAll(WHILE_TYPING);
        return;
      }
      this.#do({ type: 'relisted', changes });
      // Edited once more meanwhile.
      if (!this.#edits.isEmpty) this.#do({ type: 'edited' });
    } catch (error) {
      if (number !== this.#checks) return;
      // A worker that broke off, or a host that does not answer: a check of all tells what is wrong.
      if (isBusy(error)) this.#checkLater(edited);
      else await this.#checkAll(WHILE_TYPING);
    }
  }

  /** Somebody is typing, and the program answers nothing meanwhile: what was edited stays to be checked. */
  #checkLater(edited: ReturnType<EditedCells['take']>): void {
    if (edited === null) this.#edits.addAll();
    for (const { sheetId, at } of edited ?? []) this.#edits.add(sheetId, at);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#checkEdited(), BUSY);
  }

  async #reword(): Promise<void> {
    const number = ++this.#checks;
    await this.#take(number, true, (onPiece) => this.#checker.call('reword', this.#state.language, onPiece));
  }

  /** Takes an answer with its findings, of a check or (`isSame`) of the one before, unless something newer was asked for. */
  async #take(
    number: number,
    isSame: boolean,
    ask: (onPiece: (piece: unknown) => void) => Promise<CheckCalls['check'][1]>,
  ): Promise<void> {
    const pieces: (readonly ListedFinding[])[] = [];
    const onPiece = (piece: unknown): unknown => pieces.push(piece as readonly ListedFinding[]);
    const answer = await this.journal.timed('check', () => ask(onPiece));
    if (number !== this.#checks) return;
    if (answer.status === 'unrecognised') this.#do({ type: 'unrecognised', answer });
    else this.#do({ type: 'checked', summary: answer, findings: pieces.flat(), isSame });
    if (!this.#edits.isEmpty) this.#edited();
  }

  /** Writes, tells what was written, and checks again. */
  async #changing(write: () => Promise<Written | Changed>): Promise<void> {
    const written = await this.#attempt(write);
    if (!written) return;
    if (written.status === 'changed') {
      await this.#changedMeanwhile();
      return;
    }
    const count = written.sheets.reduce((sum, { cells }) => sum + cells.length, 0);
    this.#do({
      type: 'notice',
      notice: {
        kind: 'done',
        lines: [
          { key: 'fixed', params: { count } },
          ...(written.skipped.length > 0
            ? [{ key: 'fixed-skipped' as const, params: { cells: cellList(written.skipped) } }]
            : []),
        ],
        ...(count > 0 ? { undo: written } : {}),
      },
    });
    for (const { sheetId, cells } of written.sheets) this.#edits.add(sheetId, cells);
    await this.#checkEdited();
  }

  async #changedMeanwhile(): Promise<void> {
    this.#notice('attention', [{ key: 'document-changed' }]);
    await this.check();
  }

  /** Of a worker that does not start a check tells; it asks for the forms once more. */
  async #loadForms(): Promise<void> {
    try {
      this.#do({ type: 'forms', forms: await this.#checker.call('forms', null) });
    } catch (error) {
      if (!(error instanceof WorkerBroken || error instanceof WorkerStopped)) throw error;
    }
  }

  /** Asks about the last check. A worker started anew since knows of none: that is told, and the check made again. */
  async #planned<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof WorkerStopped)) {
        this.#notice('attention', [{ key: 'check-lost' }]);
        await this.check();
      }
      return undefined;
    }
  }

  /** Does something to the document; what goes wrong is told, and the answer is `undefined`. */
  async #attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    this.#do({ type: 'busy', busy: true });
    try {
      return await act();
    } catch (error) {
      const code = error instanceof HostError ? error.code : 'failed';
      this.#notice('attention', [{ key: code === 'failed' ? 'host-failed' : code }]);
      return undefined;
    } finally {
      this.#do({ type: 'busy', busy: false });
    }
  }

  #notice(kind: Notice['kind'], lines: Notice['lines']): void {
    this.#do({ type: 'notice', notice: { kind, lines } });
  }

  #do(action: PaneAction): void {
    this.#state = nextState(this.#state, action);
    for (const listener of this.#listeners) listener();
  }
}

function cellList(cells: readonly CellName[]): string {
  const named = cells.slice(0, CELLS_NAMED).map(({ cell }) => cell);
  return named.join('、') + (cells.length > CELLS_NAMED ? `…（${String(cells.length)}）` : '');
}

function isBusy(error: unknown): boolean {
  return error instanceof HostError && error.code === 'busy';
}

function reasonOf(error: unknown): string | null {
  if (error instanceof WorkerBroken) return null;
  return error instanceof Error ? error.message : String(error);
}
