import type { ValueType } from '../../../src/forms/form.ts';
import { cell, checkReadings, PLAIN } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';
const DATE = 'yyyy-mm-dd';

describe('dates', () => {
  it('doubts a day years ahead, where the present one is known', () => {
    const context = { ...PLAIN, today: 45306 };
    const day: ValueType = { kind: 'date', precision: 'day' };
    checkReadings(
      day,
      [
        ['2026-01-15', 46037],
        ['2034-01-15', 48959, 'warning date-far-ahead'],
        ['2042年9月12日', 52121, 'warning date-far-ahead'],
        [cell(52121, DATE), 52121, 'warning date-far-ahead'],
      ],
      context,
    );
    checkReadings(day, [['2042年9月12日', 52121]]);
  });

  it('reads days', () => {
    checkReadings({ kind: 'date', precision: 'day' }, [
      [cell(45306, DATE), 45306],
      [cell(45306, 'yyyy"年"m"月"d"日"'), 45306],
      [cell(45306.5, DATE), 45306],
      ['2024-01-15', 45306],
      ['2024-01-15 00:00:00', 45306],
      ['2024年3月15日起', 45366],
      ['2024-12-31止', 45657],
      ['2024/1/15', 45306, 'info date-tidied', '2024-01-15'],
      ['2024年1月15日', 45306],
      ['2024年01月15日', 45306],
      ['2024 年 1 月 15 日', 45306],
      ['2024-01-15；', 45306],
      ['2024.1.15', 45306, 'info date-tidied', '2024-01-15'],
      ['２０２４年１月１５日', 45306, 'info date-tidied', '2024-01-15'],
      ['2024年1月15日（星期一）', 45306, 'info date-tidied', '2024-01-15'],
      ['2024/1/15 10:30', 45306, 'info date-tidied'],
      ['2024/1/15 0:00:00', 45306, 'info date-tidied', '2024-01-15'],
      ['二〇二四年一月十五日', 45306, 'info date-tidied', '2024-01-15'],
      ['二O二四年十二月三十一日', 45657, 'info date-tidied', '2024-12-31'],
      ['二○二四年元月廿五日', 45316, 'info date-tidied', '2024-01-25'],
      [20240115, 45306, 'info date-tidied', '2024-01-15'],
      ['20240115', 45306, 'info date-tidied', '2024-01-15'],
      ['20220316', 44636, 'info date-tidied', '2022-03-16'],
      [45306, 45306, 'info date-unformatted', '2024-01-15'],
      ['45306', 45306, 'info date-unformatted', '2024-01-15'],
      [45306.5, 45306, 'info date-unformatted', '2024-01-15'],
    ]);
  });

  it('says of what is none which is asked for: a day, a month or a year', () => {
    for (const [precision, name] of [
      ['day', 'not-a-date'],
      ['month', 'not-a-month'],
      ['year', 'not-a-year'],
    ] as const) {
      checkReadings({ kind: 'date', precision }, [
        ['2027—2028年度', UNREADABLE, `error ${name}`],
        ['本年度', UNREADABLE, `error ${name}`],
        [12.5, UNREADABLE, `error ${name}`],
      ]);
    }
  });

  it('writes days as the form prints their gap', () => {
    checkReadings({ kind: 'date', precision: 'day', inCharacters: true }, [
      [cell(45306, DATE), 45306],
      ['2024-01-15', 45306],
      ['2024年1月15日', 45306],
      ['2024 年 01 月 15 日', 45306],
      ['2024.1.15', 45306, 'info date-tidied', '2024年1月15日'],
      ['2024/1/15', 45306, 'info date-tidied', '2024年1月15日'],
      ['20240115', 45306, 'info date-tidied', '2024年1月15日'],
      ['二〇二四年一月十五日', 45306, 'info date-tidied', '2024年1月15日'],
      ['２０２４年１月１５日', 45306, 'info date-tidied', '2024年1月15日'],
      ['2024/1/15 10:30', 45306, 'info date-tidied'],
      [45306, 45306, 'info date-unformatted', '2024年1月15日'],
      [cell('2024/1/15', DATE), 45306, 'info date-tidied', 45306],
      ['2024年1月', UNREADABLE, 'warning date-incomplete'],
    ]);
    checkReadings({ kind: 'date', precision: 'month', inCharacters: true }, [
      ['2024年1月', 45292],
      ['二〇二四年一月', 45292, 'info date-tidied', '2024年1月'],
    ]);
    checkReadings({ kind: 'date', precision: 'year', inCharacters: true }, [
      ['２０２４年', 45292, 'info date-tidied', '2024'],
    ]);
  });

  it('takes the first day of a span, where the beginning is asked for', () => {
    const spans = [
      '2024年1月15日起至2024年12月31日',
      '自2024年1月15日起至2024年12月31日止',
      '2024年1月15日至2024年12月31日',
      '2024-01-15至2024-12-31',
      '2024.1.15-2024.12.31',
      '2024-1-15-2024-12-31',
      '2024年1月15日—12月31日',
      '2024年1月15日起，使用三年',
      '2024年1月15日起长期使用',
      '2024年1月15日至长期',
    ];
    checkReadings({ kind: 'date', precision: 'day', begins: true }, [
      ...spans.map((text) => [text, 45306, 'info date-with-end'] as const),
      ['2024年1月15日起', 45306],
      ['自2024年1月15日起', 45306],
      ['从2024年1月15日', 45306],
      ['2024.1.15', 45306, 'info date-tidied', '2024-01-15'],
      ['2024年1月至2024年12月', UNREADABLE, 'warning date-incomplete'],
      ['2024年至2025年', UNREADABLE, 'warning date-incomplete'],
      ['2024年12月31日至2024年1月15日', UNREADABLE, 'error period-reversed'],
      ['2024年2月30日起至2024年12月31日', UNREADABLE, 'error not-a-date'],
      ['尽快', UNREADABLE, 'error not-a-date'],
      ['长期', UNREADABLE, 'error not-a-date'],
      ['    年   月   日起', BLANK],
    ]);
    checkReadings({ kind: 'date', precision: 'day' }, [
      ['2024年1月15日起至2024年12月31日', UNREADABLE, 'error not-a-date'],
    ]);
  });

  it('writes a serial day only where the cell already shows dates', () => {
    checkReadings({ kind: 'date', precision: 'day' }, [
      [cell('2024/1/15', DATE), 45306, 'info date-tidied', 45306],
      [cell(20240115, DATE), 45306, 'info date-tidied', 45306],
      [cell('2024/1/15', '@'), 45306, 'info date-tidied', '2024-01-15'],
    ]);
  });

  it('counts in the 1904 system where the workbook does', () => {
    checkReadings(
      { kind: 'date', precision: 'day' },
      [
        [cell(43844, DATE), 45306],
        [43844, 45306, 'info date-unformatted', '2024-01-15'],
        [cell('2024/1/15', DATE), 45306, 'info date-tidied', 43844],
      ],
      { ...PLAIN, date1904: true },
    );
  });

  it('does not guess', () => {
    checkReadings({ kind: 'date', precision: 'day' }, [
      ['2024.1', UNREADABLE, 'warning date-incomplete'],
      ['2024年1月', UNREADABLE, 'warning date-incomplete'],
      ['2024-01', UNREADABLE, 'warning date-incomplete'],
      ['2024年', UNREADABLE, 'warning date-incomplete'],
      [2024, UNREADABLE, 'warning date-incomplete'],
      ['二O二四年', UNREADABLE, 'warning date-incomplete'],
      ['1月15日', UNREADABLE, 'warning date-incomplete'],
      [2024.1, UNREADABLE, 'warning ambiguous-date'],
      [2024.2, UNREADABLE, 'warning date-incomplete'],
      ['24.1.15', UNREADABLE, 'warning ambiguous-date'],
      ['24/1/15', UNREADABLE, 'warning ambiguous-date'],
      ['1/15/24', UNREADABLE, 'warning ambiguous-date'],
      ['1/2/2024', UNREADABLE, 'warning ambiguous-date'],
      ['XXXX年XX月XX日', UNREADABLE, 'warning placeholder-left'],
      ['2020年XX月XX日', UNREADABLE, 'warning placeholder-left'],
    ]);
  });

  it('refuses what is no date', () => {
    checkReadings({ kind: 'date', precision: 'day' }, [
      [0, UNREADABLE, 'error zero-date'],
      [cell(0, DATE), UNREADABLE, 'error zero-date'],
      ['1900-01-00', UNREADABLE, 'error zero-date'],
      ['1899-12-30', UNREADABLE, 'error zero-date'],
      ['2024-02-30', UNREADABLE, 'error impossible-date'],
      ['2024-13-01', UNREADABLE, 'error impossible-date'],
      [20240230, UNREADABLE, 'error impossible-date'],
      ['31/31/24', UNREADABLE, 'error impossible-date'],
      [cell(60, DATE), UNREADABLE, 'error impossible-date'],
      [12, UNREADABLE, 'error not-a-date'],
      [-3, UNREADABLE, 'error not-a-date'],
      ['尽快', UNREADABLE, 'error not-a-date'],
      ['2024.1.1-2024.12.31', UNREADABLE, 'error not-a-date'],
      [true, UNREADABLE, 'error not-a-date'],
    ]);
  });

  it('takes a printed gap for nothing', () => {
    checkReadings(
      { kind: 'date', precision: 'day' },
      ['    年   月   日', '2020年  月  日', '年月日', '____年__月__日', '年  月  日起', '无', ''].map((value) => [
        value,
        BLANK,
      ]),
    );
  });

  it('asks for no more than the precision', () => {
    checkReadings({ kind: 'date', precision: 'month' }, [
      ['2024.1', 45292],
      ['2024年1月', 45292],
      ['2024-01', 45292],
      [202401, 45292],
      [cell(45292, 'yyyy-mm'), 45292],
      ['二〇二四年一月', 45292, 'info date-tidied', '2024-01'],
      ['2024-01-15', 45306],
      ['2024年', UNREADABLE, 'warning date-incomplete'],
      [2024.1, UNREADABLE, 'warning ambiguous-date'],
      [2024.11, 45597],
    ]);
    checkReadings({ kind: 'date', precision: 'year' }, [
      ['2024年', 45292],
      ['2024年度', 45292],
      ['2024', 45292],
      [2024, 45292],
      ['２０２４年', 45292, 'info date-tidied', '2024'],
      ['2024.13', UNREADABLE, 'error impossible-date'],
    ]);
  });
});
