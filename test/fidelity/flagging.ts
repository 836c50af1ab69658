import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { ZipArchive } from '../../src/files/zip.ts';
import type { Mark, MarksPlan } from '../../src/marks/plan.ts';
import { MARK_COLOURS, type MarkSeverity } from '../../src/marks/signature.ts';
import { fromA1 } from '../../src/sheets/address.ts';

type MarkedCell = readonly [cell: string, severity: MarkSeverity, note: string | null];

/** The worksheets of the workbook, in order. */
const SHEETS = ['目录', '汇总', '说明', '字典', '透视'] as const;
type SheetName = (typeof SHEETS)[number];

/** A sheet of the workbook by its place and its name. */
export function sheetAt(sheet: SheetName): { readonly sheetIndex: number; readonly sheet: string } {
  return { sheetIndex: SHEETS.indexOf(sheet), sheet };
}

/** A plan from cells: `null` for a colour without a note. */
export function planOf(sheets: Readonly<Partial<Record<SheetName, readonly MarkedCell[]>>>): MarksPlan {
  return {
    sheets: SHEETS.map((sheet) => ({
      ...sheetAt(sheet),
      marks: (sheets[sheet] ?? []).map(([cell, severity, note]): Mark => {
        const at = fromA1(cell);
        assert.ok(at);
        return { ...at, severity, colour: MARK_COLOURS[severity], note };
      }),
      withoutNote: 0,
    })),
  };
}

/** Flags on all that makes a cell or a sheet hard to flag. */
export const PLAN: MarksPlan = planOf({
  目录: [
    ['B3', 'error', '错误：已有批注'],
    ['C3', 'warning', '警告：重复\n依据：说明6'],
    ['D4', 'error', '错误：一直显示的批注'],
    ['E5', 'error', '错误：会话'],
    ['B6', 'warning', '警告：合并格里'],
    ['F7', 'error', null],
    ['C8', 'error', '错误：隐藏行'],
    ['I9', 'warning', '警告：隐藏列'],
    ['H12', 'error', '错误：没有的格 <&> _x0041_'],
  ],
  汇总: [
    ['E2', 'error', '错误：表格里'],
    ['B3', 'warning', '警告：筛选掉的行'],
  ],
  说明: [['A3', 'error', '错误：缺']],
  字典: [['A2', 'warning', '警告：深藏']],
  透视: [['B4', 'error', '错误：透视']],
});

/** A file's parts in order, each as it is stored. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const archive = new ZipArchive(bytes, nodeCodec);
  return new Map(archive.entries.map((entry) => [entry.name, Buffer.from(archive.read(entry)).toString('latin1')]));
}
