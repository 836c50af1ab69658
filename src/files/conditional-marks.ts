import { groupCells } from '../marks/refs.ts';
import {
  markFormula,
  MARK_SEVERITIES,
  PRIORITIES_TAKEN,
  REFS_PER_BLOCK,
  severityOfFormula,
  type MarkSeverity,
} from '../marks/signature.ts';
import { rangeToA1, type Address } from '../sheets/address.ts';
import { insertionPoint, type ChildElement, type ElementOutline } from './element-outline.ts';
import type { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import { WORKSHEET_ORDER } from './worksheet-outline.ts';

/** The largest xsd:int: a priority there stays where it is. */
const LOWEST_PRIORITY = 2 ** 31 - 1;

interface MarkedCell extends Address {
  readonly severity: MarkSeverity;
}

/**
 * Colours cells by conditional formats of ours (ECMA-376 part 1, 18.3.1.18), which come before all others of the sheet:
 * every other priority, those of extensions too, is raised. The sheet must be free of earlier ones of ours.
 */
export function addConditionalMarks(
  bytes: Uint8Array,
  outline: ElementOutline,
  cells: readonly MarkedCell[],
  formatIds: Readonly<Record<MarkSeverity, number>>,
  splices: Splices,
): void {
  for (const rule of otherRules(bytes, outline)) {
    splices.replace(rule.from, rule.to, String(Math.min(rule.priority + PRIORITIES_TAKEN, LOWEST_PRIORITY)));
  }
  const at = insertionPoint(outline, WORKSHEET_ORDER, 'conditionalFormatting');
  MARK_SEVERITIES.forEach((severity, index) => {
    const refs = groupCells(cells.filter((cell) => cell.severity === severity)).map(rangeToA1);
    for (let from = 0; from < refs.length; from += REFS_PER_BLOCK) {
      const block = refs.slice(from, from + REFS_PER_BLOCK);
      splices.insert(at, conditionalFormat(outline.prefix, block, severity, formatIds[severity], index + 1));
    }
  });
}

function conditionalFormat(
  p: string,
  refs: readonly string[],
  severity: MarkSeverity,
  id: number,
  priority: number,
): string {
  const rule =
    `<${p}cfRule type="expression" dxfId="${String(id)}" priority="${String(priority)}">` +
    `<${p}formula>${markFormula(severity)}</${p}formula></${p}cfRule>`;
  return `<${p}conditionalFormatting sqref="${refs.join(' ')}">${rule}</${p}conditionalFormatting>`;
}

/**
 * Takes our conditional formats out and gives the others their priorities back; false where there are none of ours.
 * After a program that numbers priorities anew there may be less room to lower them: they never fall below 1.
 */
export function removeConditionalMarks(bytes: Uint8Array, outline: ElementOutline, splices: Splices): boolean {
  let found = false;
  for (const child of outline.children) {
    if (child.name !== 'conditionalFormatting') continue;
    const rules = rulesIn(bytes, child);
    const ours = rules.filter((rule) => rule.ours);
    if (ours.length === 0) continue;
    found = true;
    if (ours.length === rules.length) splices.remove(child.start, child.end);
    else for (const rule of ours) splices.remove(rule.start, rule.end);
  }
  if (!found) return false;
  const others = otherRules(bytes, outline);
  const room = others.reduce((least, rule) => Math.min(least, rule.priority - 1), PRIORITIES_TAKEN);
  if (room > 0) for (const rule of others) splices.replace(rule.from, rule.to, String(rule.priority - room));
  return true;
}

interface ConditionalRule {
  readonly start: number;
  readonly end: number;
  readonly ours: boolean;
  /** 0 where the rule states none. */
  readonly priority: number;
  /** Where the priority's digits stand. */
  readonly from: number;
  readonly to: number;
}

/** The rules with a priority that are not ours, of the sheet itself and of its extensions. */
function otherRules(bytes: Uint8Array, outline: ElementOutline): ConditionalRule[] {
  return outline.children
    .filter((child) => child.name !== 'sheetData')
    .flatMap((child) => rulesIn(bytes, child))
    .filter((rule) => !rule.ours && rule.priority > 0);
}

function rulesIn(bytes: Uint8Array, child: ChildElement): ConditionalRule[] {
  const rules: ConditionalRule[] = [];
  const scanner = new TagScanner(bytes.subarray(child.start, child.end));
  while (scanner.next()) {
    if (!scanner.opens('cfRule')) continue;
    const start = child.start + scanner.start;
    const index = scanner.attributeIndex('priority');
    const written = index < 0 ? '' : scanner.attributeValue(index);
    const priority = /^\d{1,10}$/.test(written) ? Number(written) : 0;
    const from = child.start + (scanner.attributes[4 * index + 2] ?? 0);
    const to = child.start + (scanner.attributes[4 * index + 3] ?? 0);
    const ours = hasOurFormula(scanner);
    rules.push({ start, end: child.start + scanner.end, ours, priority, from, to });
  }
  return rules;
}

/** Reads a rule to its end. */
function hasOurFormula(scanner: TagScanner): boolean {
  if (scanner.kind === TagKind.empty) return false;
  const depth = scanner.depth;
  let ours = false;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.closes('formula') && severityOfFormula(scanner.text()) !== undefined) ours = true;
  }
  return ours;
}
