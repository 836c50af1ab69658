/** The requirement set of each member of Excel's: `Range.values` → `ExcelApi 1.1`. */
export type RequirementTable = Readonly<Record<string, string>>;

/** What `Excel.createWorkbook` (1.8) calls beneath; it is declared nowhere. */
const BENEATH: RequirementTable = {
  'Application.createWorkbook': 'ExcelApi 1.8',
  'WorkbookCreated.open': 'ExcelApi 1.8',
};

/**
 * What a program of a certain age knows: `1.14` for Excel 2021. Sets other than ExcelApi (ExcelApiOnline, ExcelApiDesktop)
 * are granted to nobody.
 */
export class Granted {
  readonly #version: number;
  readonly #table: RequirementTable;

  /** @param version of ExcelApi */
  constructor(version: string, table: RequirementTable) {
    this.#version = minorOf(version);
    this.#table = table;
  }

  /** `Office.context.requirements.isSetSupported`. */
  isSetSupported(set: string, version = '1.1'): boolean {
    if (set === 'DelayForCellEdit' || set === 'CustomXmlParts') return true;
    return set === 'ExcelApi' && minorOf(version) <= this.#version;
  }

  /** Whether a member is there; members that have no documented set are not. */
  has(type: string, member: string): boolean {
    const [set = '', version = ''] = (this.setOf(type, member) ?? '').split(' ');
    return set !== '' && this.isSetSupported(set, version);
  }

  setOf(type: string, member: string): string | undefined {
    return this.#table[`${type}.${member}`] ?? BENEATH[`${type}.${member}`];
  }
}

function minorOf(version: string): number {
  const match = /^1\.(\d+)$/.exec(version);
  return match ? Number(match[1]) : Number.POSITIVE_INFINITY;
}
