import assert from 'node:assert/strict';
import { addMonths, dayOf, isoOf, weekdayOf } from '../../src/procedure/day.ts';
import { procedureFor } from '../../src/procedure/procedure-for.ts';
import { saidSteps } from '../../src/procedure/said.ts';
import { WorkingDays, type WorkCalendar } from '../../src/procedure/work-calendar.ts';
import { ask, CALENDAR, day, procedureOf, type Asked, type County } from './ask.ts';

function dueOf(county: County, id: string, asked: Asked): string | null {
  const step = ask(county, { total: '100', ...asked }).steps.find((each) => each.step.id === id);
  assert.ok(step, id);
  const { due } = step;
  if (!due) return null;
  const said = (at: number | null): string => (at === null ? '' : isoOf(at));
  const extended = due.extended === null ? '' : ` → ${isoOf(due.extended)}`;
  const estimated = due.estimated.length === 0 ? '' : ` ?${due.estimated.join()}`;
  return `${said(due.from)}..${said(due.until)}${extended}${estimated}`;
}

describe('procedure/day', () => {
  it('knows the days of the week', () => {
    for (const [iso, weekday] of [
      ['2026-11-21', 6],
      ['2026-11-22', 0],
      ['2024-02-29', 4],
      ['1949-10-01', 6],
    ] as const) {
      assert.equal(weekdayOf(day(iso)), weekday, iso);
    }
  });
  it('adds months, to the last day where there is no such day (Civil Code, article 202)', () => {
    for (const [from, months, to] of [
      ['2026-03-01', 6, '2026-09-01'],
      ['2026-08-31', 6, '2027-02-28'],
      ['2027-08-31', 6, '2028-02-29'],
      ['2026-11-30', 3, '2027-02-28'],
      ['2026-12-31', 2, '2027-02-28'],
      ['2026-01-15', 12, '2027-01-15'],
      ['2026-01-15', 24, '2028-01-15'],
    ] as const) {
      assert.equal(isoOf(addMonths(day(from), months)), to, from);
    }
  });
  it('knows no days that there are not', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '', '1899-12-31'])
      assert.equal(dayOf(text), undefined, text);
  });
});

describe('procedure/work-calendar', () => {
  const workingDays = new WorkingDays(CALENDAR);
  it('is that of the State Council', () => {
    for (const [iso, works] of [
      ['2026-10-01', false],
      ['2026-10-07', false],
      ['2026-10-08', true],
      ['2026-10-10', true],
      ['2026-10-11', false],
      ['2026-02-14', true],
      ['2026-02-16', false],
      ['2025-01-26', true],
      ['2025-10-08', false],
      ['2024-02-18', true],
      ['2026-11-20', true],
      ['2026-11-21', false],
    ] as const) {
      assert.equal(workingDays.isWorkingDay(day(iso)), works, iso);
    }
  });
  it('does not count the first day, and says which years it does not know', () => {
    for (const [from, count, to, estimated] of [
      ['2026-11-20', 1, '2026-11-23', []],
      ['2026-09-28', 7, '2026-10-13', []],
      ['2026-12-30', 1, '2026-12-31', []],
      ['2026-12-31', 1, '2027-01-04', [2027]],
      ['2027-04-30', 1, '2027-05-03', [2027]],
      ['2027-09-30', 1, '2027-10-04', [2027]],
    ] as const) {
      assert.deepEqual(workingDays.after(day(from), count), { day: day(to), estimated }, from);
    }
  });
  it('may be another one', () => {
    const other: WorkCalendar = { from: 2026, to: 2026, off: ['2026-03-02'], worked: ['2026-03-07'] };
    assert.equal(isoOf(new WorkingDays(other).after(day('2026-02-27'), 5).day), '2026-03-07');
  });
});

describe('procedure: deadlines that run from a day', () => {
  for (const [county, id, asked, expected] of [
    // Seven working days from the contract, across a weekend and the National Day.
    ['yuzhong', 'contract-copy', { dates: { 签订合同: '2026-11-16' } }, '..2026-11-25'],
    ['yuzhong', 'contract-copy', { dates: { 签订合同: '2026-09-28' } }, '..2026-10-13'],
    ['yuzhong', 'contract-copy', { dates: { 签订合同: '2026-12-28' } }, '..2027-01-07 ?2027'],
    ['yuzhong', 'contract-copy', {}, null],
    // Twenty working days from complete papers.
    ['gaoqing', 'final-acceptance', { dates: { 收齐材料: '2026-11-02' } }, '..2026-11-30'],
    ['gaoqing', 'final-acceptance', { dates: { 收齐材料: '2026-02-02' } }, '..2026-03-06'],
    // Half a year from completion; the last day off is followed by the first one worked.
    ['fengdu', 'acceptance-by-unit', { dates: { 建成: '2026-03-02' } }, '..2026-09-02'],
    ['fengdu', 'acceptance-by-unit', { dates: { 建成: '2026-04-01' } }, '..2026-10-01 → 2026-10-08'],
    ['fengdu', 'acceptance-by-unit', { dates: { 建成: '2026-08-31' } }, '..2027-02-28 → 2027-03-01 ?2027'],
    ['yunyang', 'acceptance-by-unit', { dates: { 建成: '2025-12-15' } }, '..2026-06-15'],
    ['gaoqing', 'first-acceptance', { dates: { 建设完成: '2025-12-15' } }, '..2026-06-15'],
    // 12 to 24 months from operation.
    ['fengdu', 'self-evaluation', { dates: { 投入运行: '2024-06-03' } }, '2025-06-03..2026-06-03'],
    ['yunyang', 'self-evaluation', { dates: { 投入运行: '2024-02-29' } }, '2025-02-28..2026-02-28'],
    ['jinzhai', 'self-evaluation', { dates: { 投入运行: '2026-01-15' } }, '..2026-07-15'],
    // At least two, three months of trial run.
    ['yuzhong', 'compliance-review', { dates: { 试运行: '2026-07-31' } }, '2026-09-30..'],
    ['jinzhai', 'final-acceptance', { dates: { 试运行: '2026-05-20' } }, '2026-08-20..'],
    ['gaoqing', 'trial-run', { dates: { 试运行: '2026-11-30' } }, '2027-02-28..'],
  ] as const) {
    it(`${county} ${id} ${JSON.stringify(asked)}: ${String(expected)}`, () =>
      assert.equal(dueOf(county, id, asked), expected));
  }
});

describe('procedure: deadlines of every year against today', () => {
  for (const [county, id, today, until] of [
    ['yuzhong', 'application', '2026-09-29', '2026-09-30'],
    ['yuzhong', 'application', '2026-09-30', '2026-09-30'],
    ['yuzhong', 'application', '2026-10-01', '2027-09-30'],
    ['yunyang', 'next-years-list', '2026-01-01', '2026-09-30'],
    ['gaoqing', 'application', '2026-12-31', '2027-09-30'],
    // Review and plan belong to the round in which one can still apply.
    ['gaoqing', 'joint-review', '2026-09-30', '2026-11-30'],
    ['gaoqing', 'joint-review', '2026-10-01', '2027-11-30'],
    ['gaoqing', 'yearly-plan', '2026-09-30', '2026-12-31'],
    ['gaoqing', 'yearly-plan', '2026-11-21', '2027-12-31'],
    ['jinzhai', 'application', '2026-09-30', '2026-09-30'],
    ['jinzhai', 'application', '2026-10-01', '2027-09-30'],
    ['fengdu', 'performance-report', '2026-06-01', '2026-12-31'],
  ] as const) {
    it(`${county} ${id} on ${today}: ${until}`, () => assert.equal(dueOf(county, id, { today }), `..${until}`));
  }
  it('are in words only where today is not known', () => assert.equal(dueOf('yuzhong', 'application', {}), null));
});

describe('procedure: deadlines in words', () => {
  const deadline = (language: 'zh' | 'en', id: string, project: object): string | null | undefined =>
    saidSteps(procedureFor(procedureOf('yuzhong'), { total: 1, ...project }, new WorkingDays(CALENDAR)), language).find(
      (step) => step.id === id,
    )?.deadline;
  const signed = { dates: new Map([['签订合同', day('2026-12-28')]]) };
  it('says what the text says, and what it comes to', () => {
    assert.equal(
      deadline('zh', 'contract-copy', signed),
      '7个工作日内：签订项目合同：2026-12-28，最迟 2027-01-07（尚无 2027 年的放假安排，按周一至周五上班、固定日期的节日放假推算）',
    );
    assert.equal(
      deadline('en', 'contract-copy', signed),
      'within 7 working days of signing of the contract (“7 个工作日内”): signing of the contract on 2026-12-28, at the latest 2027-01-07 (the holidays of 2027 are not announced: Monday to Friday are counted, but for those of fixed date)',
    );
  });
  it('says where the day is only supposed', () => {
    assert.equal(
      deadline('zh', 'contract-copy', { supposed: day('2026-11-16') }),
      '7个工作日内：如于 2026-11-16 签订项目合同，最迟 2026-11-25',
    );
  });
  it('gives the days as data, and whether what they run from is only supposed', () => {
    const due = (project: object) =>
      saidSteps(procedureFor(procedureOf('yuzhong'), { total: 1, ...project }, new WorkingDays(CALENDAR)), 'zh').find(
        ({ id }) => id === 'contract-copy',
      )?.due;
    const days = { from: null, until: '2027-01-07', extended: null };
    assert.deepEqual(due(signed), { ...days, after: { event: '签订合同', date: '2026-12-28', supposed: false } });
    assert.deepEqual(due({ supposed: day('2026-12-28') }), {
      ...days,
      after: { event: '签订合同', date: '2026-12-28', supposed: true },
    });
    assert.equal(due({}), null);
  });
  it('is the words alone where no day is known', () => {
    assert.equal(deadline('zh', 'contract-copy', {}), '7个工作日内');
    assert.equal(deadline('en', 'application', {}), 'by the end of September every year (“每年9月底前”)');
  });
});
