import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HostError, type Host, type HostCapabilities } from '../../../src/hosts/host.ts';
import { Journal, recorded, STEPS } from '../../../src/pane/diagnostics/journal.ts';
import { diagnosticsReport, type Circumstances } from '../../../src/pane/diagnostics/report.ts';

const CAPABILITIES: HostCapabilities = {
  colours: true,
  notes: false,
  edits: true,
  opensForms: true,
  documentData: true,
  programUndo: false,
};

const of = (journal: Journal): Circumstances => ({
  version: '0.1.0',
  host: { program: 'Excel', version: '16.0.19000', platform: 'PC', interfaces: ['ExcelApi 1.17', 'SharedRuntime 1.1'] },
  capabilities: CAPABILITIES,
  webView: 'Mozilla/5.0 Edg/142.0',
  journal,
});

/** A clock that moves on by as much at each look. */
function clock(step: number): () => number {
  let now = new Date(2026, 10, 21, 14, 3, 22).getTime();
  return () => (now += step);
}

async function failing(journal: Journal, error: unknown): Promise<void> {
  await assert.rejects(journal.timed('mark', () => Promise.reject(error as Error)));
}

describe('the report on trouble', () => {
  it('says in Chinese what the program is, how long the last steps took, and what failed', async () => {
    const journal = new Journal(clock(1500));
    await journal.timed('read', () => Promise.resolve());
    await failing(journal, new HostError('read-only', 'A1 里是 5000', { cause: { code: 'AccessDenied' } }));
    assert.deepEqual(diagnosticsReport(of(journal), 'zh').split('\n'), [
      '填报助手：0.1.0',
      '表格程序：Excel 16.0.19000 PC',
      '接口：ExcelApi 1.17，SharedRuntime 1.1',
      '可用功能：colours，edits，opensForms，documentData',
      '网页视图：Mozilla/5.0 Edg/142.0',
      '界面语言：zh',
      '最近用时：读取 1.5 秒',
      '最近错误：14:03:28 标记 read-only (AccessDenied)',
    ]);
  });

  it('says so in English where nothing has happened yet, and the program does not answer', () => {
    assert.deepEqual(
      diagnosticsReport({ ...of(new Journal(clock(1))), host: null }, 'en')
        .split('\n')
        .slice(1),
      [
        'Program: none',
        'Interfaces: none',
        'Able to: colours, edits, opensForms, documentData',
        'Web view: Mozilla/5.0 Edg/142.0',
        'Language: en',
        'Last timings: none',
        'Last failures: none',
      ],
    );
  });

  const failures: readonly (readonly [error: unknown, code: string])[] = [
    [new HostError('busy'), 'busy'],
    [new HostError('failed', 'x', { cause: { code: 'GeneralException' } }), 'failed (GeneralException)'],
    [new HostError('failed', 'x', { cause: new TypeError('E7 是 张三') }), 'failed (TypeError)'],
    [new TypeError('cannot read 张三'), 'TypeError'],
    [new HostError('failed', 'x', { cause: { code: '张三的电话 13800000000' } }), 'failed (other)'],
    [Object.assign(new Error('x'), { name: '采购 申报表.xlsx' }), 'other'],
    ['张三', 'other'],
    [null, 'other'],
  ];
  for (const [error, code] of failures) {
    it(`tells of ${error instanceof Error ? `${error.name} ${error.message}` : String(error)} as ${code}`, async () => {
      const journal = new Journal(clock(0));
      await failing(journal, error);
      assert.deepEqual(
        journal.failures.map((one) => one.code),
        [code],
      );
    });
  }

  it('keeps the last ten failures, and the last time of each step', async () => {
    const journal = new Journal(clock(10));
    for (let index = 0; index < 12; index++) await failing(journal, new HostError(index < 2 ? 'busy' : 'failed'));
    for (let index = 0; index < 3; index++) await journal.timed('check', () => Promise.resolve());
    assert.deepEqual(new Set(journal.failures.map(({ code }) => code)), new Set(['failed']));
    assert.equal(journal.failures.length, 10);
    assert.deepEqual([...journal.took], [['check', 10]]);
  });

  it('has nothing of what a host was asked, answered or complained of, whatever that is', async () => {
    // What people write: anything that is no plain word of Latin letters and no number that a report might have by itself.
    const content = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 20 }).map((text) => `张${text}三`);
    await fc.assert(
      fc.asyncProperty(content, fc.constantFrom(...STEPS), fc.boolean(), async (secret, step, fails) => {
        const journal = new Journal(clock(7));
        const method = (...given: unknown[]): Promise<unknown> =>
          fails
            ? Promise.reject(
                new HostError('failed', secret, { cause: { code: secret, message: secret, name: secret } }),
              )
            : Promise.resolve({ name: secret, given });
        const host = recorded({ [step]: method } as unknown as Host, journal);
        const asked = Reflect.get(host, step) as (text: string) => Promise<unknown>;
        await asked(secret).catch(() => undefined);
        for (const language of ['zh', 'en'] as const) {
          assert.ok(!diagnosticsReport(of(journal), language).includes(secret));
        }
      }),
    );
  });
});

describe('a host with a journal', () => {
  class Counting {
    #asked = 0;
    readonly capabilities = CAPABILITIES;
    clearMarks(): Promise<number> {
      return Promise.resolve(++this.#asked);
    }
    hasMarks(): Promise<boolean> {
      return Promise.resolve(this.#asked > 0);
    }
  }

  it('does what it did, with its own state', async () => {
    const host = recorded(new Counting() as unknown as Host, new Journal(clock(1)));
    assert.equal(await host.hasMarks(), false);
    assert.equal(await host.clearMarks(), 1);
    assert.equal(await host.hasMarks(), true);
    assert.equal(host.capabilities, CAPABILITIES);
  });

  it('fails as it did', async () => {
    const error = new HostError('filtered');
    const host = recorded({ write: () => Promise.reject(error) } as unknown as Host, new Journal(clock(1)));
    await assert.rejects(host.write({ sheets: [] }), (thrown) => thrown === error);
  });
});
