import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { run } from '../../src/cli/main.ts';

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

async function procedure(args: string): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const code = await run(['procedure', ...args.split(' ').filter((one) => one !== '')], {
    stdout,
    stderr,
    program: '',
    environment: {},
    today: () => '2026-09-28',
  });
  return { code, out: stdout.text, err: stderr.text };
}

interface Told {
  readonly version: number;
  readonly county: string;
  readonly total: { readonly value: number; readonly unit: string };
  readonly category: string | null;
  readonly date: string;
  readonly calendar: { readonly from: number; readonly to: number };
  readonly procedure: readonly {
    readonly id: string;
    readonly step: string;
    readonly by: string;
    readonly deadline: string | null;
    readonly basis: string;
    readonly condition: string | null;
    readonly due: { readonly until: string | null } | null;
    readonly quotes: readonly { readonly text: string }[];
    readonly overlap: string | null;
  }[];
  readonly overlaps: readonly { readonly steps: readonly string[]; readonly why: string }[];
  readonly others?: readonly { readonly id: string; readonly reason: string }[];
  readonly excluded?: readonly { readonly place: string }[];
}

async function told(args: string): Promise<Told> {
  const { code, out, err } = await procedure(`${args} --format json`);
  assert.deepEqual({ code, err }, { code: 0, err: '' });
  return JSON.parse(out) as Told;
}

describe('tianbao procedure', () => {
  it('is one JSON object with the steps in order', async () => {
    const {
      version,
      county,
      total,
      category,
      date,
      calendar,
      procedure: steps,
      others,
    } = await told('--county fengdu --total 3000 --category 新建');
    assert.deepEqual(
      { version, county, total, category, date, others },
      {
        version: 1,
        county: 'fengdu',
        total: { value: 3000, unit: '万元' },
        category: '新建',
        date: '2026-09-28',
        others: undefined,
      },
    );
    assert.ok(calendar.from <= 2021 && calendar.to >= 2026);
    assert.deepEqual(
      steps.flatMap(({ id, condition }) => (condition === null ? [id] : [])),
      [
        ...['overall-plan', 'demand', 'expenses-in-scope', 'approval-of-feasibility', 'approval-of-design'],
        ...['data-and-cryptography', 'product-safety', 'performance-goals', 'supervision', 'performance-report'],
        ...['archives', 'acceptance-by-commission', 'self-evaluation'],
      ],
    );
    for (const { step, by, basis, quotes } of steps) {
      assert.ok(step !== '' && by !== '' && basis.startsWith('丰都府办发〔2022〕11号 '));
      assert.ok(quotes.every(({ text }) => text !== ''));
    }
  });
  it('puts the steps of each category under their condition where none is named', async () => {
    const { procedure: steps } = await told('--county yuzhong --total 1000');
    const condition = (id: string): string | null | undefined => steps.find((step) => step.id === id)?.condition;
    assert.equal(condition('funds-of-operation'), '项目类别为运维类项目');
    assert.equal(condition('approval-in-one-step'), '项目类别为建设类项目');
    assert.equal(condition('application'), null);
    assert.equal(condition('approval-of-feasibility'), undefined);
  });
  it('tells the rest with --all, with the reason', async () => {
    const { others = [], excluded = [] } = await told('--county yuzhong --total 99.999999 --category 运维 --all');
    const reason = (id: string): string | undefined => others.find((other) => other.id === id)?.reason;
    assert.equal(reason('supervision'), '只适用于：总投资“100万元以上”（含 100 万元）');
    assert.equal(reason('proposal'), '只适用于：项目类别为新建');
    assert.equal(excluded[0]?.place, '第二条');
  });
  it('tells both rules at an edge that both include', async () => {
    const { overlaps, procedure: steps } = await told('--county yunyang --total 50');
    assert.equal(overlaps.length, 1);
    assert.deepEqual(overlaps[0]?.steps, ['next-years-list', 'next-years-list-of-schools', 'filing-of-small-projects']);
    assert.match(overlaps[0].why, /“50万元以上”和“50万元以下”都包括本数/);
    assert.equal(steps.filter(({ overlap }) => overlap !== null).length, 3);
    for (const total of ['49.999999', '50.000001']) {
      assert.deepEqual((await told(`--county yunyang --total ${total}`)).overlaps, []);
    }
  });
  const until = async (args: string, id: string): Promise<string | null | undefined> =>
    (await told(args)).procedure.find((step) => step.id === id)?.due?.until;
  it('counts from today, from a day given, and from the days of events', async () => {
    assert.equal(await until('--county yuzhong --total 1', 'application'), '2026-09-30');
    assert.equal(await until('--county yuzhong --total 1 --date 2026-10-01', 'application'), '2027-09-30');
    assert.equal(await until('--county yuzhong --total 1', 'contract-copy'), undefined);
    assert.equal(await until('--county yuzhong --total 1 --date 2026-09-28', 'contract-copy'), '2026-10-13');
    assert.equal(
      await until('--county yuzhong --total 1 --date 2026年11月1日,签订合同=2026.11.16', 'contract-copy'),
      '2026-11-25',
    );
  });
  it('is the same in 元 and 万元, and takes the unit from the amount', async () => {
    for (const amount of [
      '--total 480 --unit 万元',
      '--total 4800000 --unit 元',
      '--total 480',
      '--total 480万元',
      '--total 4,800,000元',
    ]) {
      assert.equal((await told(`--county jinzhai ${amount}`)).total.value, 480, amount);
    }
  });
  it('prints for people: by stage, with condition, people, papers, deadline and the clause', async () => {
    const { code, out } = await procedure('--county 渝中区 --total 100 --category 新建 --date 2026-09-28');
    assert.equal(code, 0);
    for (const line of [
      '渝中区政务信息化项目办理程序',
      '  总投资：100 万元（1000000 元）',
      '  项目类别：新建',
      '  依据：渝中府办〔2021〕19号《重庆市渝中区政务信息化项目管理细则（试行）》',
      '申报',
      '  1. 填报下一年度项目申报表',
      '     办理：项目单位',
      '     报送：区大数据发展局',
      '     材料：渝中区政务信息化项目申报表（yuzhong/application）',
      '     期限：每年9月底前：最迟 2026-09-30',
      '     期限：7个工作日内：如于 2026-09-28 签订项目合同，最迟 2026-10-13',
      '     金额：“100万元以上”（含 100 万元）：《民法典》第一千二百五十九条',
      '     第十六条：“项目单位签订项目合同后,应于7个工作日内将合同复印件报区大数据发展局备案。”',
    ]) {
      assert.ok(out.split('\n').includes(line), line);
    }
    assert.ok(!out.includes('运维类项目所需资金'));
    assert.match(out, /工作日按国务院办公厅 \d{4}—\d{4} 年的放假安排计算/);
  });
  it('prints in English, with the words of the text quoted', async () => {
    const { out } = await procedure('--county yunyang --total 50 --lang en --all');
    assert.match(out, /^Procedure for an IT project in 云阳县\n {2}Total: CNY 500,000 \(50 万元\)\n/);
    assert.match(out, /\nTwo rules overlap here\n {2}The total is exactly CNY 500,000/);
    assert.match(
      out,
      /\nSteps that do not apply\n {2}Apply for final acceptance \(云阳府办规〔2022〕4号 第二十五条\)\n {4}only where the total is at least CNY 5,000,000/,
    );
  });
  for (const [args, message] of [
    ['', /请用 --county 给出区县：fengdu（丰都县）/],
    ['--total 5', /请用 --county 给出区县/],
    ['--county wushan --total 5', /没有区县“wushan”；可选：fengdu（丰都县）/],
    ['--county fengdu', /请用 --total 给出总投资/],
    ['--county fengdu --total -5', /不能是负数：-5/],
    ['--county fengdu --total=-5', /不能是负数：-5/],
    ['--county fengdu --total 0', /应大于 0/],
    ['--county fengdu --total 许多', /应是金额/],
    ['--county fengdu --total 0.0000001', /最多精确到分/],
    ['--county fengdu --total 10000000000 --unit 万元', /超过 100 亿元/],
    ['--county fengdu --total 480万元 --unit 元', /不一致/],
    [
      '--county fengdu --total 500000',
      /500000 元（即 50 万元）请加 --unit 元；500000 万元（即 50 亿元）请加 --unit 万元/,
    ],
    [
      '--county fengdu --total 500000 --lang en',
      /500000 元 \(CNY 500,000\) with --unit 元; 500000 万元 \(CNY 5,000,000,000\) with --unit 万元/,
    ],
    ['--county fengdu --total 5 --unit 千元', /--unit 只能是：万元, 元/],
    ['--county fengdu --total 5 --category 旅游', /丰都县的规定里没有项目类别“旅游”；可选：建设项目 \| 新建/],
    ['--county fengdu --total 5 --date 2026-02-29', /--date 应是日期.*建成=2026-09-28；给出的是“2026-02-29”/],
    ['--county fengdu --total 5 --date 2026', /--date 应是日期/],
    ['--county fengdu --total 5 --date 0026-09-01', /--date 应是日期/],
    ['--county fengdu --total 5 --date 开工=2026-09-01', /不从“开工”算起；可选：建成、投入运行/],
    ['--county fengdu --total 5 --date 2026-09-01,2026-09-02', /给了两次/],
    ['--county fengdu --total 5 --date 建成=2026-09-01=3', /给出的是“建成=2026-09-01=3”/],
    ['--county fengdu --total 5 --date ,', /--date 应是日期/],
    ['--county fengdu --total 5 --date 建成=2026-09-01,建成=2026-09-02', /“建成”给了两次/],
    ['--county fengdu --total 5 --form x', /没有选项 --form/],
    ['--county fengdu --total 5 six', /命令 procedure 不带“six”/],
    ['--county fengdu --total 5 --total 6', /--total 只能给一次/],
    ['--county fengdu --total --lang zh', /--total 后面缺少内容/],
  ] as const) {
    it(`refuses with 2 and a way out: ${args}`, async () => {
      const { code, out, err } = await procedure(args);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, message);
    });
  }
});
