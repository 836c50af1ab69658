import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../src/check/finding.ts';
import { allForms, checkBytes, workbooksIn } from '../check-file.ts';
import { savedByLibreOffice } from './libreoffice.ts';

const SAMPLES = path.join(import.meta.dirname, '../samples');

/** What LibreOffice can save a form as, by the ending. Text is in GB18030, which GBK is part of, as Excel and WPS save it in China. */
const FORMATS: Readonly<Record<string, string>> = {
  '.xlsx': 'xlsx:Calc MS Excel 2007 XML',
  '.xls (Excel 97)': 'xls:MS Excel 97',
  '.ods': 'ods:calc8',
  '.csv in GB18030': 'csv:Text - txt - csv (StarCalc):44,34,85,1',
};

/**
 * What a text cannot hold decides in these: merged blocks that say something for several rows or that a label fills up
 * to where its value would stand, further sheets, decimals that are not shown, whether digits are a number, whether an
 * error is one.
 */
const NOT_AS_TEXT =
  /faulty-transport|faulty-forestry|clean-transport|faulty-health|faulty-police|-edges|letter.faulty-emergency|faulty-urban/;

const forms = allForms();

const serious = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, case: name, severity, cell, field }) => [cell, field, rule, name, severity].join(' '));

describe('a form that LibreOffice has saved has the verdict of the original', () => {
  const samples = new Map(
    workbooksIn(SAMPLES)
      .filter((name) => name.endsWith('.xlsx'))
      .map((name) => [name, readFileSync(path.join(SAMPLES, name))] as const),
  );
  for (const [format, target] of Object.entries(FORMATS)) {
    describe(format, () => {
      let saved = new Map<string, Uint8Array>();
      before(() => {
        saved = savedByLibreOffice(samples, target);
      });
      for (const [name, original] of samples) {
        if (format.startsWith('.csv') && NOT_AS_TEXT.test(name)) continue;
        it(name, async () => {
          const bytes = saved.get(name);
          assert.ok(bytes, 'LibreOffice has saved it');
          const expected = serious((await checkBytes(original, name, forms)).findings);
          assert.deepEqual(serious((await checkBytes(bytes, name, forms)).findings), expected);
        });
      }
    });
  }
});
