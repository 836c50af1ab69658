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
  /** The sheet's name. */
  readonly sheet: string;
  /** By row, then column; one a cell. */
  readonly marks: readonly Mark[];
  /** How many of them are only coloured, because the sheet has as many notes as it can bear. */
  readonly withoutNote: number;
}

export interface Mark extends Address {
  /** The gravest of the cell's findings. */
  readonly severity: MarkSeverity;
  /** Fill, RRGGBB. */
  readonly colour: string;
  /** Our text, without the heading that sets it off from what others wrote; `null`: coloured only. */
  readonly note: string | null;
}

/** The most notes on one sheet: some programs take minutes and gigabytes to open tens of thousands of them. */
export const NOTES_PER_SHEET = 2000;

export type MarkLanguage = 'zh' | 'en';

/**
 * Plans the marks for findings: errors and warnings, each cell once with its gravest severity and a note of all it has
 * wrong, errors first. `sentence` words a finding; it is asked only for findings that a note quotes.
 */
export function planMarks(
  findings: readonly Finding[],
  language: MarkLanguage,
  sentence: (finding: Finding) => string,
): MarksPlan {
  const sheets = new Map<string, Map<string, Finding[]>>();
  for (const finding of findings) {
    if (finding.severity === 'info' || finding.cell === null) continue;
    let cells = sheets.get(finding.sheet);
    if (!cells) sheets.set(finding.sheet, (cells = new Map<string, Finding[]>()));
    const others = cells.get(finding.cell);
    if (others) others.push(finding);
    else cells.set(finding.cell, [finding]);
  }
  return { sheets: [...sheets].map(([sheet, cells]) => planSheet(sheet, cells, language, sentence)) };
}

function planSheet(
  sheet: string,
  cells: ReadonlyMap<string, readonly Finding[]>,
  language: MarkLanguage,
  sentence: (finding: Finding) => string,
): SheetMarks {
  const marked: { at: Address; severity: MarkSeverity; findings: readonly Finding[] }[] = [];
  for (const [cell, findings] of cells) {
    const at = fromA1(cell);
    if (!at) continue;
    marked.push({ at, severity: findings.some((one) => one.severity === 'error') ? 'error' : 'warning', findings });
  }
  marked.sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);

  let room = NOTES_PER_SHEET;
  const noted = new Set<object>();
  for (const severity of MARK_SEVERITIES) {
    for (const cell of marked) if (cell.severity === severity && room-- > 0) noted.add(cell);
  }
  const marks = marked.map((cell): Mark => ({
    ...cell.at,
    severity: cell.severity,
    colour: MARK_COLOURS[cell.severity],
    note: noted.has(cell) ? noteText(cell.findings, language, sentence) : null,
  }));
  return { sheet, marks, withoutNote: marked.length - noted.size };
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

/** All findings of a cell, errors first: what is wrong, how to mend it, what it rests on. Cut between findings. */
function noteText(
  findings: readonly Finding[],
  language: MarkLanguage,
  sentence: (finding: Finding) => string,
): string {
  const ordered = [...findings].sort(
    (a, b) => MARK_SEVERITIES.findIndex((s) => s === a.severity) - MARK_SEVERITIES.findIndex((s) => s === b.severity),
  );
  const paragraphs = ordered.map((finding) => cleanNote(paragraph(finding, language, sentence)).trim());
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
