import assert from 'node:assert/strict';
import { readValue } from '../../../src/forms/values/read-value.ts';
import { cell, checkReadings, PLAIN } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';

const tidied = (text: string, months: number, normal: string): [string, number, string, string] => [
  text,
  months,
  'info period-tidied',
  normal,
];

describe('stretches of time', () => {
  it('by their length, in months', () => {
    checkReadings({ kind: 'period' }, [
      [12, 12],
      ['12', 12],
      ['12个月', 12],
      ['1.5个月', 1.5],
      ['90天', 3],
      ['60日', 2],
      ['2周', 0.5],
      ['30个工作日', 1.4],
      tidied('１２个月', 12, '12个月'),
      tidied('12 个月', 12, '12个月'),
      tidied('6月', 6, '6个月'),
      tidied('六个月', 6, '6个月'),
      ['约6个月', 6],
      ['6个月内', 6],
      ['6个月以内', 6],
      ['6个月左右', 6],
      ['约一年', 12, 'info period-tidied'],
      ['一年以内', 12, 'info period-tidied'],
      tidied('工期6个月', 6, '6个月'),
      tidied('1年', 12, '12个月'),
      tidied('一年', 12, '12个月'),
      tidied('两年期', 24, '24个月'),
      tidied('半年', 6, '6个月'),
      tidied('一年半', 18, '18个月'),
      tidied('1.5年', 18, '18个月'),
      tidied('1年6个月', 18, '18个月'),
      tidied('一个半月', 1.5, '1.5个月'),
    ]);
  });

  it('from when to when', () => {
    checkReadings({ kind: 'period' }, [
      ['2024年1月至2024年12月', 12],
      ['2024年1月1日至2024年12月31日', 12],
      ['2024年', 12],
      ['2024年度', 12],
      ['2024', 12],
      [2024, 12],
      ['2024年至2025年', 24],
      tidied('“2024年01月至2024年12月”', 12, '2024年1月至2024年12月'),
      tidied('2024.1—2024.12', 12, '2024年1月至2024年12月'),
      tidied('2024.1-12', 12, '2024年1月至2024年12月'),
      tidied('2024年1月至12月', 12, '2024年1月至2024年12月'),
      tidied('2024-01至2024-12', 12, '2024年1月至2024年12月'),
      tidied('2024-01-2024-12', 12, '2024年1月至2024年12月'),
      tidied('202401-202412', 12, '2024年1月至2024年12月'),
      tidied('2024年～2025年', 24, '2024年至2025年'),
      tidied('2024.1.1-2024.12.31', 12, '2024年1月1日至2024年12月31日'),
      tidied('2024-01-01至2024-12-31', 12, '2024年1月1日至2024年12月31日'),
      tidied('2024/1/1--2024/12/31', 12, '2024年1月1日至2024年12月31日'),
      tidied('自2024年3月15日起至2024年9月15日止', 6, '2024年3月15日至2024年9月15日'),
      tidied('2024年3月1日至5月31日', 3, '2024年3月1日至2024年5月31日'),
    ]);
    const { parts } = readValue(cell('2024年1月至2024年2月'), { kind: 'period' }, PLAIN);
    assert.deepEqual(parts, { from: 45292, to: 45351 });
    assert.equal(readValue(cell('12个月'), { kind: 'period' }, PLAIN).parts, undefined);
  });

  it('from when to when only, where that is asked', () => {
    checkReadings({ kind: 'period', range: true }, [
      ['2024年1月至2024年12月', 12],
      ['2024年', 12],
      ['12个月', UNREADABLE, 'error period-without-dates'],
      [12, UNREADABLE, 'error period-without-dates'],
      ['12', UNREADABLE, 'error period-without-dates'],
      ['', BLANK],
    ]);
  });

  it('from which month to which, where the months are asked for', () => {
    checkReadings({ kind: 'period', range: 'months' }, [
      ['2024年1月至2024年12月', 12],
      ['2024年1月5日至2024年12月5日', 11],
      tidied('2024.1-2024.12', 12, '2024年1月至2024年12月'),
      ['2024年', 12, 'warning period-without-months'],
      [2024, 12, 'warning period-without-months'],
      ['2024年度', 12, 'warning period-without-months'],
      ['2024年至2025年', 24, 'warning period-without-months'],
      ['2024-2025年', 24, 'warning period-without-months'],
      ['2024年3月至2025年', 22, 'warning period-without-months'],
      ['2024年3月', UNREADABLE, 'error not-a-range'],
      ['2024年13月至2024年12月', UNREADABLE, 'error not-a-range'],
      ['12个月', UNREADABLE, 'error period-without-dates'],
    ]);
  });

  it('in words of any kind, where they are welcome', () => {
    const silent = ['合同签订后6个月内', '分两期实施', '6个月（其中试运行3个月）', '2027年底前', '2027年3月', '长期'];
    checkReadings({ kind: 'period', inText: true }, [
      ...silent.map((text) => [text, text] as const),
      ['12个月', 12],
      ['一年', 12],
      ['2027—2028年度', 24],
      ['2027.3-2027.12', 10],
      ['2027年3月-12月', 10],
      ['2027年3月至2027年12月，共10个月', '2027年3月至2027年12月，共10个月'],
      ...[
        '2027年12月至2027年3月',
        '2027.12-2027.3',
        '2027.12—2027.3',
        '2027年12月1日-2027年3月1日',
        '2027年12月至2027年3月（4个月）',
        '计划2027年12月至2027年3月，分两期',
        '一期：2027年1月至2027年3月；二期：2027年12月底至2027年4月底',
        '自2027年12月1日起至2027年3月1日止',
      ].map((text) => [text, UNREADABLE, 'error period-reversed'] as const),
      ['202X年XX月至202X年XX月', UNREADABLE, 'warning placeholder-left'],
      ['        个月', BLANK],
      ['', BLANK],
    ]);
  });

  it('does not guess', () => {
    checkReadings({ kind: 'period' }, [
      ['2024年6月至2024年3月', UNREADABLE, 'error period-reversed'],
      ['2024.6-3', UNREADABLE, 'error period-reversed'],
      ['202X年XX月至202X年XX月', UNREADABLE, 'warning placeholder-left'],
      ['2024年XX月至2024年12月', UNREADABLE, 'warning placeholder-left'],
      ['2024年13月至2025年1月', UNREADABLE, 'error not-a-period'],
      ['2024-01-15', UNREADABLE, 'error not-a-period'],
      ['2024-01-12', UNREADABLE, 'error not-a-period'],
      ['2024-6-3', UNREADABLE, 'error not-a-period'],
      ['1949', UNREADABLE, 'error not-a-period'],
      ['2024年6月', UNREADABLE, 'error not-a-period'],
      ['2024年底前', UNREADABLE, 'error not-a-period'],
      ['长期', UNREADABLE, 'error not-a-period'],
      [0, UNREADABLE, 'error not-a-period'],
      ['0个月', UNREADABLE, 'error not-a-period'],
      [45306, UNREADABLE, 'error not-a-period'],
      [cell(45306, 'yyyy-mm-dd'), UNREADABLE, 'error not-a-period'],
      ['   年  月至   年  月', BLANK],
      ['202 年 月至202 年 月', BLANK],
      ['        个月', BLANK],
      ['年', BLANK],
      ['无', BLANK],
      ['', BLANK],
    ]);
    checkReadings({ kind: 'period', doubtful: ['长期'] }, [['长期', UNREADABLE, 'warning left-open']]);
  });
});
