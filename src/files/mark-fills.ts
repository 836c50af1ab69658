import { MARK_COLOURS, MARK_SEVERITIES, type MarkSeverity } from '../marks/signature.ts';
import { addOverride, removeOverride, STYLES_TYPE } from './content-types.ts';
import {
  insertionPoint,
  isStrict,
  outlineOf,
  outlineUnder,
  selfCloseStart,
  type ElementOutline,
} from './element-outline.ts';
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

/** Two blanks in a tag: by them a list that we have made is told from one that was there and empty. */
const MADE_BY_US = '  ';

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
    splices.insert(at, `<${p}dxfs${MADE_BY_US}count="${String(count)}">${fills}</${p}dxfs>`);
  } else {
    setCount(formats, count, splices);
    if (formats.selfClosing) splices.replace(formats.closeStart, formats.openEnd, `>${fills}</${formats.prefix}dxfs>`);
    else splices.insert(formats.closeStart, fills);
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
  if (!ours || used(left)) return;
  const splices = new Splices();
  setCount(formats, left, splices);
  const first = own[0]?.start ?? formats.closeStart;
  // An empty list is written as Excel writes it.
  if (left > 0) splices.remove(first, formats.closeStart);
  else if (formats.madeByUs) {
    parts.set(workbook.styles, withoutRange(bytes, formats.start, formats.end));
    removeStyles(parts, workbook, workbook.styles);
    return;
  } else splices.replace(formats.openEnd - 1, formats.end, '/>');
  parts.set(workbook.styles, splices.apply(bytes));
}

function withoutRange(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const splices = new Splices();
  splices.remove(from, to);
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
  readonly prefix: string;
  readonly madeByUs: boolean;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  readonly closeStart: number;
  readonly end: number;
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
    prefix: inner.prefix,
    madeByUs: new TextDecoder().decode(scanner.bytes.subarray(scanner.nameEnd, inner.openEnd)).startsWith(MADE_BY_US),
    start: child.start,
    openEnd: at(inner.openEnd),
    selfClosing: inner.selfClosing,
    closeStart: at(inner.selfClosing ? selfCloseStart(scanner.bytes, inner.openEnd) : inner.closeStart),
    end: child.end,
    count:
      index < 0
        ? undefined
        : { from: at(scanner.attributes[4 * index + 2]), to: at(scanner.attributes[4 * index + 3]) },
    items: inner.children
      .filter((item) => item.name === 'dxf')
      .map((item) => ({ start: at(item.start), end: at(item.end) })),
  };
}

function setCount(formats: DifferentialFormats, count: number, splices: Splices): void {
  if (formats.count) splices.replace(formats.count.from, formats.count.to, String(count));
}

function addStyles(parts: OfficePackage, workbook: WorkbookParts): string {
  const slash = workbook.workbook.lastIndexOf('/');
  const folder = workbook.workbook.slice(0, slash + 1);
  const name = parts.has(`${folder}styles.xml`) ? parts.freeName(`${folder}styles`, '.xml') : `${folder}styles.xml`;
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
