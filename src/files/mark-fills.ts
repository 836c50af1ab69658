import { MARK_COLOURS, MARK_SEVERITIES, type MarkSeverity } from '../marks/signature.ts';
import { addOverride, STYLES_TYPE } from './content-types.ts';
import { insertionPoint, isStrict, outlineOf, selfCloseStart, type ElementOutline } from './element-outline.ts';
import type { OfficePackage } from './package.ts';
import { addRelationship, OFFICE_RELATIONSHIPS, STRICT_RELATIONSHIPS } from './relationships.ts';
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
  const outline = outlineOf(bytes, STYLES_ORDER);
  const splices = new Splices();
  const formats = differentialFormats(bytes, outline);
  const p = outline.prefix;
  const fills = MARK_SEVERITIES.map((severity) => fillOf(p, severity)).join('');
  const count = (formats?.items.length ?? 0) + MARK_SEVERITIES.length;
  if (!formats) {
    const at = insertionPoint(outline, STYLES_ORDER, 'dxfs');
    splices.insert(at, `<${p}dxfs count="${String(count)}">${fills}</${p}dxfs>`);
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
  const outline = outlineOf(bytes, STYLES_ORDER);
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
  if (left === 0) splices.replace(formats.openEnd - 1, formats.end, '/>');
  else splices.remove(first, formats.closeStart);
  parts.set(workbook.styles, splices.apply(bytes));
}

interface DifferentialFormats {
  readonly prefix: string;
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

/** The least that Excel takes for styles: one font, its two fixed fills, one border, one cell format. */
function addStyles(parts: OfficePackage, workbook: WorkbookParts): string {
  const slash = workbook.workbook.lastIndexOf('/');
  const folder = workbook.workbook.slice(0, slash + 1);
  const name = parts.has(`${folder}styles.xml`) ? parts.freeName(`${folder}styles`, '.xml') : `${folder}styles.xml`;
  const root = outlineOf(parts.part(workbook.workbook) ?? new Uint8Array(0));
  const namespace = root.namespaces.get(root.prefix.slice(0, -1)) ?? '';
  const strict = isStrict(root);
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">` +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  parts.set(name, new TextEncoder().encode(xml));
  addOverride(parts, name, STYLES_TYPE);
  addRelationship(parts, workbook.workbook, `${strict ? STRICT_RELATIONSHIPS : OFFICE_RELATIONSHIPS}/styles`, name);
  return name;
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
