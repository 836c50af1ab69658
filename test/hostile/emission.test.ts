import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import type { CheckedEntry } from '../../src/cli/entry.ts';
import { Output } from '../../src/cli/output.ts';
import { JsonReport } from '../../src/cli/report-json.ts';
import { TextReport } from '../../src/cli/report-text.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { openWorkbook } from '../../src/files/open.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { TagScanner } from '../../src/files/tags.ts';
import { writeFlaggedXlsx } from '../../src/files/xlsx-write.ts';
import { writeXlsxValues } from '../../src/files/xlsx-values.ts';
import { planMarks } from '../../src/marks/plan.ts';
import { messageOf } from '../../src/rules/messages.ts';
import { toA1 } from '../../src/sheets/address.ts';
import { CellKind, valueAt } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { allForms } from '../check-file.ts';
import { readingPlatform } from '../files/reading-platform.ts';

const SAMPLE = readFileSync(
  path.join(import.meta.dirname, '../samples/yunyang-catalogue/faulty-market-regulation.xlsx'),
);

const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]/u;

/** Words that mean something to a terminal, to XML, to VML, to a spreadsheet or to a reading order. */
const words = fc.constantFrom(
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "=cmd|'/C calc'!A0", '=HYPERLINK("http://127.0.0.1/")', '=DDE("a","b")'],
  ...[
    '<script>alert(1)</script>',
    '</t></si></sst>',
    ']]>',
    '&lt;',
    '&#x1b;',
    '"',
    "'",
    '</xml>',
    '<!--',
    '_x001B_',
    '_x005F_x001B_',
  ],
  ...['\u001b[2J', '\u001b]8;;http://127.0.0.1/\u0007', '\u009b31m', '\r\n', '\0', '\b\b', '\u007f'],
  ...['\u202e', '\u2066', '\u061c', '\u200f', '\ufeff', '\ud800', '\udc00', '\ufffe', '\uffff', '\u2028'],
  ...['__proto__', '县信息资源', '【填报助手】', '\n【填报助手】\n', '${1}', '{field}', '$&'],
);
const hostile = fc
  .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 3 })), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''));

async function print(entry: CheckedEntry, format: 'text' | 'json'): Promise<string> {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const out = new Output(stream);
  const options = { language: 'zh', sentence: messageOf } as const;
  const report =
    format === 'json'
      ? new JsonReport(out, options)
      : new TextReport(out, { ...options, coloured: false, columns: 80 });
  await report.entry(entry);
  await report.end([entry.file]);
  return Buffer.concat(chunks).toString();
}

/** The texts of the parts, each read to its end. */
function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = new OfficePackage(bytes, nodeCodec);
  const texts = new Map<string, string>();
  for (const name of parts.names()) {
    const part = parts.required(name);
    const tag = new TagScanner(part);
    while (tag.next());
    texts.set(name, new TextDecoder('utf-8', { fatal: true }).decode(part));
  }
  return texts;
}

function assertOnlyTexts(bytes: Uint8Array): void {
  for (const [name, xml] of partsOf(bytes)) {
    assert.doesNotMatch(xml, /[\0-\x08\x0b-\x1f\ufffe\uffff]/, name);
    assert.doesNotMatch(xml, /<script|javascript:|<!ENTITY|<!DOCTYPE/i, name);
    if (name.includes('worksheets/')) assert.doesNotMatch(xml, /<f[ >/]/, name);
    if (/comments|vml/i.test(name)) assert.doesNotMatch(xml, UNSAFE, name);
    if (name.endsWith('.rels')) assert.doesNotMatch(xml, /TargetMode/, name);
  }
}

describe('what a file says is passed on as text, never as something that acts', () => {
  let forms: ReturnType<typeof allForms>;
  let sample: Workbook;
  before(async () => {
    forms = allForms();
    sample = (await openWorkbook(SAMPLE, 'a.xlsx', readingPlatform)).workbook;
  });

  /** The sample with hostile words in the cells below the headings, as its sheet's name and as a property. */
  function poisoned(texts: readonly string[]): Workbook {
    const name = texts[0] ?? '';
    const sheets = sample.sheets.map((grid) => {
      const strings = [...grid.strings];
      const values = grid.values.slice();
      const kinds = grid.kinds.slice();
      const from = grid.rowStarts[8] ?? 0;
      texts.forEach((text, i) => {
        const at = from + 3 + 7 * i;
        if (at >= values.length) return;
        kinds[at] = CellKind.text;
        values[at] = strings.push(text) - 1;
      });
      return { ...grid, name, strings, values, kinds };
    });
    return { ...sample, sheets, properties: new Map([[name, name]]) };
  }

  it('in the reports, in notes, and in new workbooks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 6, maxLength: 20 }), hostile, async (texts, file) => {
        const workbook = poisoned(texts);
        const { checked } = checkWorkbook(workbook, forms);
        if (!checked) return;
        const entry: CheckedEntry = {
          file,
          status: 'checked',
          ...checked,
          ignored: checked.findings.slice(0, 3).map((finding) => ({ finding, reason: file })),
          acceptsIgnored: false,
          copies: [{ kind: 'annotated', file, remarks: [file] }],
          changes: [{ sheet: file, cell: 'A1', from: file, to: file }],
          left: null,
        };
        assert.doesNotMatch(await print(entry, 'text'), UNSAFE);
        const json = await print(entry, 'json');
        assert.doesNotMatch(json, UNSAFE);
        assert.equal((JSON.parse(json) as { files: [{ file: string }] }).files[0].file, file);
        const plan = planMarks(checked.findings, 'zh', (finding) => messageOf(finding, 'zh'));
        for (const { marks } of plan.sheets) for (const { note } of marks) assert.doesNotMatch(note ?? '', UNSAFE);
        const { bytes } = writeFlaggedXlsx(workbook, plan, nodeCodec);
        assertOnlyTexts(bytes);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('in values written into a file, which are read back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 8 }), async (texts) => {
        const writes = texts.map((value, i) => ({ sheetIndex: 0, cell: toA1(200 + i, 2), value }));
        const { bytes } = writeXlsxValues(SAMPLE, writes, nodeCodec);
        for (const [name, xml] of partsOf(bytes)) if (name.includes('worksheets/')) assert.doesNotMatch(xml, /<f[ >/]/);
        const [grid] = (await openWorkbook(bytes, 'a.xlsx', readingPlatform)).workbook.sheets;
        assert.ok(grid);
        texts.forEach((text, i) => assert.equal(valueAt(grid, 200 + i, 2) ?? '', text.replaceAll('\r\n', '\n')));
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);
});
