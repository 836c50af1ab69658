import { MARK_COLOURS, MARK_SEVERITIES, type MarkSeverity } from '../marks/signature.ts';
import { addOverride, removeOverride, STYLES_TYPE } from './content-types.ts';
import { insertionPoint, isStrict, outlineOf, outlineUnder, type ElementOutline } from './element-outline.ts';
import { appendInside, elementAround, isMade, restoreEmpty } from './filled-element.ts';
import { newPartName } from './new-part-name.ts';
import type { OfficePackage } from './package.ts';
import { addRelationship, OFFICE_RELATIONSHIPS, removeRelationship, STRICT_RELATIONSHIPS } from './relationships.ts';
import { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import type { WorkbookParts } from './workbook-parts.ts';

/** The children of CT_Stylesheet in order (ECMA-376 part 1, 18.8.39). */
const STYLES_ORDER: readonly string[] = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** The fill of a conditional format is its background colour, whatever the pattern (ECMA-376 part 1, 18.8.14). */
function fillOf(prefix: string, severity: MarkSeverity): string {
  const p = prefix;
  const colour = `<${p}bgColor rgb="FF${MARK_COLOURS[severity]}"/>`;
  return `<${p}dxf><${p}fill><${p}patternFill>${colour}</${p}patternFill></${p}fill></${p}dxf>`;
}

/** Appends our fills to the differential formats and answers their indices; a workbook without styles gets some. */
export function addMarkFills(parts: OfficePackage, workbook: WorkbookParts): Record<MarkSeverity, number> {
  const name = workbook.styles ?? addStyles(parts, workbook);
  const bytes = parts.part(name) ?? new Uint8Array(0);
  const outline = outlineUnder('styleSheet', bytes, STYLES_ORDER);
  const splices = new Splices();
  const formats = differentialFormats(bytes, outline);
  const p = outline.prefix;
  const fills = MARK_SEVERITIES.map((severity) => fillOf(p, severity)).join('');
  const count = (formats?.items.length ?? 0) + MARK_SEVERITIES.length;
  if (!formats) {
    const at = insertionPoint(outline, STYLES_ORDER, 'dxfs');
    splices.insert(at, elementAround(p, `dxfs count="${String(count)}"`, fills));
  } else {
    changeCount(bytes, formats, MARK_SEVERITIES.length, splices);
    appendInside(bytes, formats, fills, splices);
  }
  parts.set(name, splices.apply(bytes));
  return { error: count - 2, warning: count - 1 };
}

/**
 * Takes our fills away again, as long as they stand last and nothing uses them; `used` answers whether a conditional
 * format with an index from this one on is left in the workbook.
 */
export function removeMarkFills(parts: OfficePackage, workbook: WorkbookParts, used: (from: number) => boolean): void {
  if (workbook.styles === undefined) return;
  const bytes = parts.part(workbook.styles);
  if (!bytes) return;
  const outline = outlineUnder('styleSheet', bytes, STYLES_ORDER);
  const formats = differentialFormats(bytes, outline);
  const left = (formats?.items.length ?? 0) - MARK_SEVERITIES.length;
  if (!formats || left < 0) return;
  const own = formats.items.slice(left);
  const ours = MARK_SEVERITIES.every((severity, i) => {
    const item = own[i];
    return item && new TextDecoder().decode(bytes.subarray(item.start, item.end)) === fillOf(outline.prefix, severity);
  });
  if (!ours || (!formats.isMade && used(left))) return;
  const splices = new Splices();
  changeCount(bytes, formats, -MARK_SEVERITIES.length, splices);
  splices.remove(own[0]?.start ?? formats.end, own.at(-1)?.end ?? formats.end);
  parts.set(workbook.styles, withoutEmptyFormats(splices.apply(bytes)));
  removeStyles(parts, workbook, workbook.styles);
}

function withoutEmptyFormats(bytes: Uint8Array): Uint8Array {
  const formats = outlineOf(bytes).children.find((child) => child.name === 'dxfs');
  const splices = new Splices();
  if (formats) restoreEmpty(bytes, formats, splices);
  return splices.apply(bytes);
}

/** Takes the styles away where they are those that {@link addStyles} makes. */
function removeStyles(parts: OfficePackage, workbook: WorkbookParts, name: string): void {
  const bytes = parts.part(name);
  if (!bytes || new TextDecoder().decode(bytes) !== leastStyles(parts, workbook)) return;
  removeOverride(parts, name);
  removeRelationship(parts, workbook.workbook, name);
  parts.remove(name);
}

interface DifferentialFormats {
  readonly start: number;
  readonly end: number;
  /** By us: what uses formats of it had none before either. */
  readonly isMade: boolean;
  readonly count: { readonly from: number; readonly to: number } | undefined;
  readonly items: readonly { readonly start: number; readonly end: number }[];
}

function differentialFormats(bytes: Uint8Array, outline: ElementOutline): DifferentialFormats | undefined {
  const child = outline.children.find((one) => one.name === 'dxfs');
  if (!child) return undefined;
  const inner = outlineOf(bytes.subarray(child.start, child.end));
  const scanner = new TagScanner(bytes.subarray(child.start, child.end));
  scanner.next();
  const index = scanner.attributeIndex('count');
  const at = (offset: number | undefined): number => child.start + (offset ?? 0);
  return {
    start: child.start,
    end: child.end,
    isMade: isMade(bytes, child),
    count:
      index < 0
        ? undefined
        : { from: at(scanner.attributes[4 * index + 2]), to: at(scanner.attributes[4 * index + 3]) },
    items: inner.children
      .filter((item) => item.name === 'dxf')
      .map((item) => ({ start: at(item.start), end: at(item.end) })),
  };
}

/** Raises the stated count, or lowers it; a wrong one stays as wrong as it is, and what is no number stays. */
function changeCount(bytes: Uint8Array, { count }: DifferentialFormats, by: number, splices: Splices): void {
  if (!count) return;
  const stated = new TextDecoder().decode(bytes.subarray(count.from, count.to));
  const changed = Number(stated) + by;
  if (/^(?:0|[1-9]\d{0,8})$/.test(stated) && changed >= 0) splices.replace(count.from, count.to, String(changed));
}

function addStyles(parts: OfficePackage, workbook: WorkbookParts): string {
  const slash = workbook.workbook.lastIndexOf('/');
  const folder = workbook.workbook.slice(0, slash + 1);
  const name = newPartName(parts, `${folder}styles`, '.xml', `${folder}styles.xml`);
  parts.set(name, new TextEncoder().encode(leastStyles(parts, workbook)));
  addOverride(parts, name, STYLES_TYPE);
  const base = isStrict(workbookRoot(parts, workbook)) ? STRICT_RELATIONSHIPS : OFFICE_RELATIONSHIPS;
  addRelationship(parts, workbook.workbook, `${base}/styles`, name);
  return name;
}

function workbookRoot(parts: OfficePackage, workbook: WorkbookParts): ElementOutline {
  return outlineOf(parts.part(workbook.workbook) ?? new Uint8Array(0));
}

/** The least that Excel takes for styles: one font, its two fixed fills, one border, one cell format. */
function leastStyles(parts: OfficePackage, workbook: WorkbookParts): string {
  const root = workbookRoot(parts, workbook);
  const namespace = root.namespaces.get(root.prefix.slice(0, -1)) ?? '';
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">` +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** Whether a sheet has a conditional format whose `dxfId` is this index or a higher one. */
export function usesFormatFrom(bytes: Uint8Array, outline: ElementOutline, from: number): boolean {
  return outline.children.some((child) => {
    if (child.name !== 'conditionalFormatting') return false;
    const scanner = new TagScanner(bytes.subarray(child.start, child.end));
    while (scanner.next()) {
      if (scanner.kind !== TagKind.close && Number(scanner.attribute('dxfId') ?? -1) >= from) return true;
    }
    return false;
  });
}
