import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  civilFromSerial,
  isCivilDate,
  isoDate,
  LAST_SERIAL,
  serialFromCivil,
} from '../../../src/forms/values/calendar.ts';

const iso = (serial: number): string | undefined => {
  const date = civilFromSerial(serial);
  return date && isoDate(date);
};

describe('calendar', () => {
  it('turns serial days into dates', () => {
    const rows: readonly [number, string | undefined][] = [
      [-1, undefined],
      [0, '1900-01-00'],
      [1, '1900-01-01'],
      [31, '1900-01-31'],
      [59, '1900-02-28'],
      [60, '1900-02-29'],
      [61, '1900-03-01'],
      [366, '1900-12-31'],
      [45292, '2024-01-01'],
      [45306, '2024-01-15'],
      [45306.999, '2024-01-15'],
      [45351, '2024-02-29'],
      [LAST_SERIAL, '9999-12-31'],
      [LAST_SERIAL + 1, undefined],
      [NaN, undefined],
    ];
    assert.deepEqual(
      rows.map(([serial]) => [serial, iso(serial)]),
      rows,
    );
  });

  it('turns dates into serial days, running over as DATE does', () => {
    const rows: readonly [[number, number, number], number][] = [
      [[1900, 1, 1], 1],
      [[1900, 1, 0], 0],
      [[1900, 2, 28], 59],
      [[1900, 2, 29], 60],
      [[1900, 2, 30], 61],
      [[1900, 3, 1], 61],
      [[1900, 3, 0], 60],
      [[2024, 1, 15], 45306],
      [[2023, 13, 15], 45306],
      [[2024, 2, 0], 45322],
      [[2024, 0, 1], 45261],
      [[2024, 2, 30], 45352],
      [[9999, 12, 31], LAST_SERIAL],
    ];
    assert.deepEqual(
      rows.map(([date]) => [date, serialFromCivil(...date)]),
      rows,
    );
  });

  it('agrees with itself and with a real calendar on every serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LAST_SERIAL }), (serial) => {
        const date = civilFromSerial(serial);
        assert.ok(date);
        assert.equal(serialFromCivil(date.year, date.month, date.day), serial);
        if (serial > 60) {
          const real = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
          assert.equal(isoDate(date), real.toISOString().slice(0, 10));
          assert.ok(isCivilDate(date.year, date.month, date.day));
        }
      }),
    );
  });

  it('knows the days there are', () => {
    const rows: readonly [[number, number, number], boolean][] = [
      [[2024, 2, 29], true],
      [[2023, 2, 29], false],
      [[1900, 2, 29], false],
      [[2000, 2, 29], true],
      [[2024, 2, 30], false],
      [[2024, 13, 1], false],
      [[2024, 4, 31], false],
      [[1899, 12, 30], false],
      [[2024, 1, 0], false],
      [[2024, 1.5, 1], false],
    ];
    assert.deepEqual(
      rows.map(([date]) => [date, isCivilDate(...date)]),
      rows,
    );
  });
});
