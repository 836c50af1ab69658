import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import type { Finding } from '../../src/check/finding.ts';
import { exitCodeOf, type CheckedEntry, type Entry, type FailedEntry } from '../../src/cli/entry.ts';
import { Output } from '../../src/cli/output.ts';
import { JsonReport } from '../../src/cli/report-json.ts';
import { TextReport, type TextOptions } from '../../src/cli/report-text.ts';
import type { Form } from '../../src/forms/form.ts';
import type { Language } from '../../src/forms/language.ts';

const FORM: Form = {
  id: 'county/form',
  version: '2026-01-01',
  county: '某县',
  title: '某表',
  otherTitles: [],
  source: { document: '某文', name: '某办法', annex: '附件1' },
  clauses: {},
  sections: [],
  sentences: [],
  fields: [],
  tables: [],
  rules: [],
  figures: [
    { key: 'rows', label: { zh: '行', en: 'Rows' }, unit: '行', parts: { table: 't', column: 'c' } },
    { key: 'rate', label: { zh: '比率', en: 'Rate' }, unit: '', parts: { table: 't', column: 'c' } },
    { key: 'share', label: { zh: '份额', en: 'Share' }, unit: '', percent: true, parts: { table: 't', column: 'c' } },
  ],
  printed: [],
};

function finding(cell: string | null, severity: Finding['severity'], rest: Partial<Finding> = {}): Finding {
  return {
    rule: 'r',
    severity,
    sheet: '表一',
    sheetIndex: 0,
    cell,
    field: '栏',
    case: 'c',
    params: {},
    fix: [],
    basis: null,
    ...rest,
  };
}

function checked(findings: readonly Finding[], rest: Partial<CheckedEntry> = {}): CheckedEntry {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  const figures = {
    rows: { value: 3, unit: '行', parts: { 是: 2, 否: 1 }, skipped: 1 },
    rate: { value: 1 / 3, unit: '' },
    share: { value: 0.785, unit: '' },
  };
  const form = {
    form: FORM,
    sheet: '表一',
    sheetIndex: 0,
    score: 1,
    landmarks: [],
    tables: [],
    range: 'A1:C9',
    counts,
    figures,
  };
  return {
    file: 'a.xlsx',
    status: 'checked',
    forms: [form],
    findings,
    ignored: [],
    acceptsIgnored: false,
    copies: [],
    changes: [],
    left: null,
    ...rest,
  };
}

const FAILED: FailedEntry = {
  file: 'b.xlsx',
  status: 'unreadable',
  error: { code: 'empty-file', message: '文件是空的。', next: '请重新发送。' },
};

const sentence = ({ cell }: Finding, language: Language): string => `${language} ${cell ?? '–'} 不对`;

/** A stream that takes a little at a time. */
class Slow extends Writable {
  text = '';
  constructor() {
    super({ highWaterMark: 100, decodeStrings: false });
  }
  override _write(chunk: string, _: string, done: () => void): void {
    this.text += chunk;
    setImmediate(done);
  }
}

async function print(
  entries: readonly Entry[],
  options: Partial<TextOptions> | 'json',
  skipped?: readonly string[],
): Promise<string> {
  const stream = new Slow();
  const out = new Output(stream);
  const report =
    options === 'json'
      ? new JsonReport(out, { language: 'zh', sentence })
      : new TextReport(out, { language: 'zh', sentence, coloured: false, columns: null, ...options });
  for (const entry of entries) await report.entry(entry);
  await report.end(skipped);
  return stream.text;
}

describe('cli/report-text', () => {
  it('groups findings by sheet, cell and field, and says how to mend them and what they rest on', async () => {
    const findings = [
      finding(null, 'warning', { field: null }),
      finding('B2', 'error', { expected: ['甲', '乙'], basis: '某文 第三条' }),
      finding('B2', 'info', { fix: [{ cell: 'B2', value: '甲' }] }),
      finding('C2', 'error', { field: '另一栏', fix: [{ cell: 'D2', value: '' }] }),
      finding('A1', 'info', { sheet: '表二', sheetIndex: 1, field: null }),
    ];
    assert.equal(
      await print([checked(findings)], {}),
      [
        'a.xlsx',
        '  《某表》 county/form · 表一 A1:C9',
        '  统计：行 是 2、否 1 行（1 行填写有误，未计入），比率 0.3333，份额 78.5%',
        '',
        '  表一',
        '    整张工作表',
        '      警告 zh – 不对',
        '    B2 栏',
        '      错误 zh B2 不对',
        '           可填：甲、乙',
        '           依据：某文 第三条',
        '      提示 zh B2 不对',
        '           改为：甲',
        '    C2 另一栏',
        '      错误 zh C2 不对',
        '           D2 改为：（清空）',
        '',
        '  表二',
        '    A1',
        '      提示 zh A1 不对',
        '',
        '  2 个错误，1 个警告，2 个提示',
        '',
      ].join('\n'),
    );
  });
  it('says of a clean file that it is clean, and what several files come to', async () => {
    const text = await print([checked([]), FAILED, checked([finding('A1', 'error')])], { language: 'en' });
    assert.match(text, /Rows 是 2、否 1 \(/);
    assert.match(text, /✓ nothing found/);
    assert.match(text, /✗ 文件是空的。 \(empty-file\)\n {4}Next: 请重新发送。/);
    assert.match(
      text,
      /\nFiles: 3 \(without errors: 1, with errors: 1, not checked: 1\)\. In all: errors: 1, warnings: 0, infos: 0\.\n$/,
    );
  });
  it('lists what the sender ignores apart, with the reasons, and says whether it counts', async () => {
    const ignored = [
      { finding: finding('B2', 'error', { basis: '某文 第三条' }), reason: '已请示\u001b[2J' },
      { finding: finding('B3', 'warning'), reason: '另有批复' },
    ];
    assert.equal(
      await print([checked([], { ignored })], {}),
      [
        'a.xlsx',
        '  《某表》 county/form · 表一 A1:C9',
        '  统计：行 是 2、否 1 行（1 行填写有误，未计入），比率 0.3333，份额 78.5%',
        '',
        '  填报人忽略了 2 条（照样计入数目；采纳其理由请加 --accept-ignored）',
        '',
        '  表一',
        '    B2 栏',
        '      错误 zh B2 不对',
        '           忽略的理由：已请示␛[2J',
        '           依据：某文 第三条',
        '    B3 栏',
        '      警告 zh B3 不对',
        '           忽略的理由：另有批复',
        '',
        '  0 个错误，0 个警告，0 个提示',
        '',
      ].join('\n'),
    );
    const accepted = checked([], { ignored, acceptsIgnored: true });
    assert.match(
      await print([accepted, accepted], { language: 'en' }),
      /\n {2}Ignored by the sender: 2 \(the reasons are accepted: not counted\)\n[^]*\nIgnored by the sender: 4 \(/,
    );
  });
  it('lists copies and every change', async () => {
    const text = await print(
      [
        checked([], {
          copies: [{ kind: 'fixed', file: 'out/a.xlsx', remarks: ['备注'] }],
          changes: [{ sheet: '表一', cell: 'B2', from: '', to: 5 }],
          left: { error: 0, warning: 0, info: 1 },
        }),
      ],
      {},
    );
    assert.match(text, /\n {2}改动前：✓ 没有发现问题\n/);
    assert.match(
      text,
      /已改 1 处：\n {4}表一 B2：（空） → 5\n {2}改动后：0 个错误，0 个警告，1 个提示\n {2}改好的副本：out\/a\.xlsx\n {4}备注\n/,
    );
  });
  it('says what several files come to before and after the changes', async () => {
    const left = { error: 0, warning: 0, info: 0 };
    const mended = checked([finding('A1', 'error')], { changes: [{ sheet: '表', cell: 'A1', from: '', to: 1 }], left });
    const text = await print([mended, checked([finding('A1', 'error')])], {});
    assert.match(
      text,
      /2 个有错误，0 个未能检查。合计 2 个错误，0 个警告，0 个提示。\n改动后：1 个错误，0 个警告，0 个提示\n$/,
    );
  });
  it('counts the files that are no workbooks, by their endings', async () => {
    const skipped = ['in/a.docx', 'in/b.PDF', 'in/c.docx', 'in/d.e/f'];
    assert.match(await print([checked([])], {}, skipped), /\n\n已跳过 4 个非表格文件（docx、pdf、无扩展名）。\n$/);
    assert.match(
      await print([checked([])], { language: 'en' }, skipped),
      /no workbooks: 4 \(docx, no extension, pdf\)\.\n$/,
    );
  });
  it('colours only where asked to', async () => {
    assert.doesNotMatch(await print([checked([finding('A1', 'error')]), FAILED], {}), /\u001b/);
    assert.match(
      await print([checked([finding('A1', 'error')])], { coloured: true }),
      /\u001b\[31m错误 \u001b\[39mzh A1/,
    );
  });
  it('breaks lines at the width of the terminal, under where they began', async () => {
    const long = { language: 'zh', columns: 40, sentence: () => '很长的一句话'.repeat(6) } as const;
    const lines = (await print([checked([finding('A1', 'error')])], long)).split('\n');
    assert.equal(lines[6], '      错误 很长的一句话很长的一句话很长');
    assert.equal(lines[7], '           的一句话很长的一句话很长的一');
  });
  it('shows what would steer the terminal, in names and sentences from files', async () => {
    const evil = 'x\u001b[2J\u202ey';
    const entry = checked([finding('A1', 'error', { sheet: evil, field: evil, basis: evil })], { file: evil });
    const text = await print([entry, { ...FAILED, file: evil }], { sentence: () => evil });
    assert.doesNotMatch(text, /[\u001b\u202e]/);
  });
});

describe('cli/report-json', () => {
  it('prints one object of version 1 with the fields of the contract', async () => {
    const error = finding('B2', 'error', { expected: ['甲'], params: { value: 'x' }, basis: '某文 第三条' });
    const figures = checked([]).forms[0].figures;
    const counts = { error: 1, warning: 0, info: 0 };
    assert.deepEqual(JSON.parse(await print([checked([error]), FAILED], 'json')), {
      version: 1,
      files: [
        {
          file: 'a.xlsx',
          status: 'checked',
          template: 'county/form',
          sheet: '表一',
          counts,
          figures,
          procedure: [],
          forms: [
            {
              template: 'county/form',
              formVersion: '2026-01-01',
              sheet: '表一',
              range: 'A1:C9',
              counts,
              figures,
              procedure: [],
            },
          ],
          findings: [
            {
              rule: 'r',
              severity: 'error',
              sheet: '表一',
              cell: 'B2',
              field: '栏',
              case: 'c',
              params: { value: 'x' },
              message: 'zh B2 不对',
              expected: ['甲'],
              fix: [],
              basis: '某文 第三条',
            },
          ],
          ignored: [],
        },
        FAILED,
      ],
    });
  });
  it('has what the sender ignores apart, with the reasons', async () => {
    const gone = finding('B2', 'error', { expected: ['甲'], related: ['B3'] });
    const entry = checked([finding('A1', 'info')], { ignored: [{ finding: gone, reason: '已请示' }] });
    const { files } = JSON.parse(await print([entry], 'json')) as {
      files: [{ ignored: object[]; findings: { cell: string }[] }];
    };
    assert.deepEqual(files[0].ignored, [
      {
        rule: 'r',
        severity: 'error',
        sheet: '表一',
        cell: 'B2',
        field: '栏',
        case: 'c',
        params: {},
        message: 'zh B2 不对',
        expected: ['甲'],
        fix: [],
        basis: null,
        related: ['B3'],
        reason: '已请示',
      },
    ]);
    assert.deepEqual(
      files[0].findings.map(({ cell }) => cell),
      ['A1'],
    );
  });
  it('is an object without files too', async () => {
    assert.deepEqual(JSON.parse(await print([], 'json')), { version: 1, files: [] });
  });
  it('lists the files that are no workbooks', async () => {
    assert.deepEqual(JSON.parse(await print([], 'json', ['in/a.docx'])), {
      version: 1,
      files: [],
      skipped: ['in/a.docx'],
    });
    assert.deepEqual(JSON.parse(await print([FAILED], 'json', ['a.pdf'])), {
      version: 1,
      files: [FAILED],
      skipped: ['a.pdf'],
    });
  });
  it('gives a hundred thousand findings to a slow reader whole', async () => {
    const findings = Array.from({ length: 100_000 }, (_, row) => finding(`A${String(row + 1)}`, 'error'));
    const { files } = JSON.parse(await print([checked(findings)], 'json')) as { files: { findings: object[] }[] };
    assert.equal(files[0]?.findings.length, 100_000);
  });
  it('writes what a terminal may obey as escapes', async () => {
    const text = await print([{ ...FAILED, file: 'x\u001b\u009b\u202e' }], 'json');
    assert.match(text, /"x\\u001b\\u009b\\u202e"/);
  });
});

describe('the exit code', () => {
  const failedCopy = { kind: 'fixed', file: 'x', remarks: [], error: FAILED.error } as const;
  const codes: [name: string, entries: readonly Entry[], code: number][] = [
    ['nothing', [], 0],
    ['clean', [checked([])], 0],
    ['warnings and infos', [checked([finding('A1', 'warning'), finding('A1', 'info')])], 0],
    ['an error', [checked([]), checked([finding('A1', 'error')])], 1],
    ['a file not read', [FAILED, checked([])], 2],
    ['an error and a file not read', [checked([finding('A1', 'error')]), FAILED], 2],
    ['a copy not written', [checked([], { copies: [failedCopy] })], 2],
  ];
  for (const [name, entries, code] of codes) {
    it(`is ${String(code)} for ${name}`, () => assert.equal(exitCodeOf(entries), code));
  }
});
