import type { Finding } from '../check/finding.ts';
import { fromA1, type Address } from '../sheets/address.ts';
import { cleanNote, cutNote, NOTE_LENGTH } from './note.ts';
import { MARK_COLOURS, MARK_SEVERITIES, type MarkSeverity } from './signature.ts';

/** What to mark in a workbook, as data: a host or the patcher of files only carries it out. */
export interface MarksPlan {
  /** In the order in which the sheets first come up among the findings; only sheets with a mark. */
  readonly sheets: readonly SheetMarks[];
}

export interface SheetMarks {
  /** The sheet by its place among the workbook's worksheets. */
  readonly sheetIndex: number;
  /** Its name, for people. */
  readonly sheet: string;
  /** By row, then column; one a cell. */
  readonly marks: readonly Mark[];
  /** How many cells lack their note, because the sheet has as many notes as it can bear. */
  readonly withoutNote: number;
}

export interface Mark extends Address {
  /** The gravest of the cell's findings; `null` for a cell with nothing but a note, on what was changed in it. */
  readonly severity: MarkSeverity | null;
  /** Fill, RRGGBB; `null` without a severity. */
  readonly colour: string | null;
  /** Our text, without the heading that sets it off from what others wrote; `null`: coloured only. */
  readonly note: string | null;
}

/** The most notes on one sheet: some programs take minutes and gigabytes to open tens of thousands of them. */
export const NOTES_PER_SHEET = 2000;

export type MarkLanguage = 'zh' | 'en';

/** A cell that was changed, with what its note says of it. */
export interface ChangedCell {
  readonly sheetIndex: number;
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly note: string;
}

/** A sheet's cells with what is to be said of them, by A1. */
interface SheetWords {
  readonly sheet: string;
  readonly cells: Map<string, CellWords>;
}

/** What is to be said of one cell. */
interface CellWords {
  readonly findings: Finding[];
  /** Findings that are told in another cell. */
  readonly like: Finding[];
  change?: string;
}

/** A cell in the making of its mark. */
interface Marked extends CellWords {
  readonly at: Address;
  readonly severity: MarkSeverity | null;
}

/**
 * Plans the marks for findings: errors and warnings, each cell once with its gravest severity and a note of all it has
 * wrong, errors first. `sentence` words a finding; it is asked only for findings that a note quotes. Cells that were
 * changed have a note, behind what is still wrong with them, and no colour of their own.
 */
export function planMarks(
  findings: readonly Finding[],
  language: MarkLanguage,
  sentence: (finding: Finding) => string,
  changed: readonly ChangedCell[] = [],
): MarksPlan {
  const sheets = new Map<number, SheetWords>();
  const wordsOf = ({ sheetIndex, sheet }: Finding | ChangedCell, cell: string): CellWords => {
    let known = sheets.get(sheetIndex);
    if (!known) sheets.set(sheetIndex, (known = { sheet, cells: new Map<string, CellWords>() }));
    let words = known.cells.get(cell);
    if (!words) known.cells.set(cell, (words = { findings: [], like: [] }));
    return words;
  };
  for (const finding of findings) {
    if (finding.severity === 'info' || finding.cell === null) continue;
    wordsOf(finding, finding.cell).findings.push(finding);
    // What many cells have in common is said in the first of them.
    for (const cell of finding.isSpread ? (finding.related ?? []) : []) wordsOf(finding, cell).like.push(finding);
  }
  for (const change of changed) wordsOf(change, change.cell).change = change.note;
  return { sheets: [...sheets].map(([sheetIndex, words]) => planSheet(sheetIndex, words, language, sentence)) };
}

function planSheet(
  sheetIndex: number,
  { sheet, cells }: SheetWords,
  language: MarkLanguage,
  sentence: (finding: Finding) => string,
): SheetMarks {
  const marked: Marked[] = [];
  for (const [cell, words] of cells) {
    const at = fromA1(cell);
    if (at) marked.push({ ...words, at, severity: gravestOf([...words.findings, ...words.like]) });
  }
  marked.sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);

  const speaking = marked.filter(({ findings, change }) => findings.length > 0 || change !== undefined);
  let room = NOTES_PER_SHEET;
  const noted = new Set<object>();
  for (const severity of [...MARK_SEVERITIES, null]) {
    for (const cell of speaking) if (cell.severity === severity && room-- > 0) noted.add(cell);
  }
  const marks = marked.flatMap((cell): Mark[] => {
    const { at, severity } = cell;
    const note = noted.has(cell) ? noteText(cell, language, sentence) : null;
    if (severity === null) return note === null ? [] : [{ ...at, severity, colour: null, note }];
    return [{ ...at, severity, colour: MARK_COLOURS[severity], note }];
  });
  return { sheetIndex, sheet, marks, withoutNote: speaking.length - noted.size };
}

function gravestOf(findings: readonly Finding[]): MarkSeverity | null {
  if (findings.length === 0) return null;
  return findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

const WORDS = {
  zh: {
    error: '错误：',
    warning: '警告：',
    write: (value: string) => `改为：${value}`,
    oneOf: (values: readonly string[]) => `可填：${values.join('、')}`,
    basis: (basis: string) => `依据：${basis}`,
    more: (count: number) => `……另有${String(count)}条，见清单。`,
  },
  en: {
    error: 'Error: ',
    warning: 'Warning: ',
    write: (value: string) => `Write: ${value}`,
    oneOf: (values: readonly string[]) => `One of: ${values.join('、')}`,
    basis: (basis: string) => `Basis: ${basis}`,
    more: (count: number) => `… and ${String(count)} more, see the list.`,
  },
} as const;

/**
 * All findings of a cell, errors first: what is wrong, how to mend it, what it rests on; then what was changed. Cut
 * between them.
 */
function noteText(
  { findings, change }: CellWords,
  language: MarkLanguage,
  sentence: (finding: Finding) => string,
): string {
  const ordered = [...findings].sort(
    (a, b) => MARK_SEVERITIES.findIndex((s) => s === a.severity) - MARK_SEVERITIES.findIndex((s) => s === b.severity),
  );
  const said = ordered.map((finding) => paragraph(finding, language, sentence));
  const paragraphs = [...said, ...(change === undefined ? [] : [change])].map((text) => cleanNote(text).trim());
  const whole = paragraphs.join('\n');
  if (whole.length <= NOTE_LENGTH) return whole;
  const words = WORDS[language];
  const room = NOTE_LENGTH - words.more(paragraphs.length).length - 1;
  let text = cutNote(paragraphs[0] ?? '', room);
  let shown = 1;
  for (; shown < paragraphs.length; shown++) {
    const longer = `${text}\n${paragraphs[shown] ?? ''}`;
    if (longer.length > room) break;
    text = longer;
  }
  return shown < paragraphs.length ? `${text}\n${words.more(paragraphs.length - shown)}` : text;
}

function paragraph(finding: Finding, language: MarkLanguage, sentence: (finding: Finding) => string): string {
  const words = WORDS[language];
  const said = sentence(finding);
  const lines = [(finding.severity === 'error' ? words.error : words.warning) + said];
  const way = howToMend(finding, said, language);
  if (way !== undefined) lines.push(way);
  if (finding.basis !== null && !said.includes(finding.basis)) lines.push(words.basis(finding.basis));
  return lines.join('\n');
}

/** The value to write, or the values to choose from; nothing where the sentence already says it. */
function howToMend(finding: Finding, said: string, language: MarkLanguage): string | undefined {
  const words = WORDS[language];
  const fix = finding.fix.find((one) => one.cell === finding.cell);
  if (fix) {
    const value = String(fix.value);
    return said.includes(value) ? undefined : words.write(value);
  }
  const expected = finding.expected ?? [];
  return expected.length === 0 || expected.every((value) => said.includes(value)) ? undefined : words.oneOf(expected);
}
