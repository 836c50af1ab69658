import assert from 'node:assert/strict';
import { hasRightChecksum } from '../../../src/forms/values/checksum.ts';
import { readValue } from '../../../src/forms/values/read-value.ts';
import { cell, checkReadings, PLAIN } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';
const hint = { zh: '照说明填写', en: 'as the notes say' };

describe('patterns', () => {
  it('judges the whole text', () => {
    checkReadings({ kind: 'pattern', pattern: '\\d{4}-\\d+|临时', hint }, [
      ['2024-12', '2024-12'],
      ['临时', '临时'],
      ['２０２４-１２', '2024-12', 'info text-half-width', '2024-12'],
      ['2024 - 12', '2024-12', 'info code-tidied', '2024-12'],
      ['2024－12', '2024-12', 'info code-tidied', '2024-12'],
      ['2024-l2', UNREADABLE, 'error code-letters'],
      ['2024-12号', UNREADABLE, 'error pattern-mismatch'],
      [`2024-${'1'.repeat(1000)}`, UNREADABLE, 'error pattern-mismatch'],
      [330100202400010000, UNREADABLE, 'error digits-lost'],
      ['无', BLANK],
    ]);
  });

  it('tells codes that the spreadsheet program took for numbers or dates', () => {
    checkReadings({ kind: 'pattern', pattern: '\\d{4}', hint }, [
      ['0101', '0101'],
      [1010, '1010'],
      [101, UNREADABLE, 'warning code-zero-lost', '0101'],
      [7, UNREADABLE, 'warning code-zero-lost', '0007'],
      [10.1, UNREADABLE, 'error pattern-mismatch'],
      [-101, UNREADABLE, 'error pattern-mismatch'],
      [12345, UNREADABLE, 'error pattern-mismatch'],
      [cell(45293, 'm"月"d"日"'), UNREADABLE, 'warning code-shown-as-date'],
    ]);
    // 0101 or 00101: which was meant is not known.
    checkReadings({ kind: 'pattern', pattern: '\\d{4,5}', hint }, [[101, UNREADABLE, 'error pattern-mismatch']]);
  });

  it('takes several codes, however separated', () => {
    const type = { kind: 'pattern', pattern: '\\d{6}/\\d{3}', multiple: true, hint } as const;
    checkReadings(type, [
      ['307001/001', '307001/001'],
      ['307001/001、307001/002', '307001/001、307001/002'],
      ['307001/001;307001/002', '307001/001、307001/002'],
      ['307001/001\n307001/002', '307001/001、307001/002'],
      [
        '307001/001、307001/002;307001/003',
        '307001/001、307001/002、307001/003',
        'info code-tidied',
        '307001/001、307001/002、307001/003',
      ],
      ['307001/001，307001 /002', '307001/001、307001/002', 'info code-tidied', '307001/001、307001/002'],
      ['307001/001、307', UNREADABLE, 'error pattern-mismatch'],
      ['无', BLANK],
    ]);
    assert.deepEqual(readValue(cell('307001/001;307001/002'), type, PLAIN).list, ['307001/001', '307001/002']);
    checkReadings({ kind: 'pattern', pattern: '\\d{6}', hint }, [
      ['307001、307002', UNREADABLE, 'error pattern-mismatch'],
    ]);
  });
});

describe('check characters', () => {
  it('of GB 32100, whose codes have neither I, O, S, V nor Z', () => {
    checkReadings({ kind: 'pattern', pattern: '[0-9A-HJ-NPQRTUWXY]{18}', checksum: 'GB 32100', hint }, [
      ...['11330100MB1A23456A', '91350100M000100Y43', '91440300708461136T'].map((code) => [code, code] as const),
      ...['11330100mb1a23456a', '11330100 MB1A23456A', '11330100-MB1A23456A', '11330100－MB1A23456A'].map(
        (code) => [code, '11330100MB1A23456A', 'info code-tidied', '11330100MB1A23456A'] as const,
      ),
      ['１１３３０１００ＭＢ１Ａ２３４５６Ａ', '11330100MB1A23456A', 'info text-half-width', '11330100MB1A23456A'],
      ['11330100MB1A23456B', UNREADABLE, 'error check-character-wrong'],
      ['11330100mb1a23465a', UNREADABLE, 'error check-character-wrong'],
      ['1133O100MB1A23456A', UNREADABLE, 'error code-letters'],
      ['1133O100MBIA23456A', UNREADABLE, 'error code-letters'],
      ['1133S100MB1A23456A', UNREADABLE, 'error pattern-mismatch'],
      ['11330100MB1A23456', UNREADABLE, 'error pattern-mismatch'],
      [330100202400010000, UNREADABLE, 'error digits-lost'],
    ]);
  });

  it('of GB 11643, X for ten', () => {
    checkReadings({ kind: 'pattern', pattern: '\\d{17}[\\dX]', checksum: 'GB 11643', hint }, [
      ['11010519491231002X', '11010519491231002X'],
      ['440524188001010014', '440524188001010014'],
      ['11010519491231002x', '11010519491231002X', 'info code-tidied', '11010519491231002X'],
      ['440524188001010015', UNREADABLE, 'error check-character-wrong'],
    ]);
  });

  it('catch every single wrong character and every swap of neighbours', () => {
    const code = '11330100MB1A23456A';
    for (let place = 0; place < code.length; place++) {
      for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (other === code[place]) continue;
        assert.equal(hasRightChecksum(code.slice(0, place) + other + code.slice(place + 1), 'GB 32100'), false);
      }
      const [a = '', b = ''] = [code[place], code[place + 1]];
      if (a === b || b === '') continue;
      assert.equal(hasRightChecksum(code.slice(0, place) + b + a + code.slice(place + 2), 'GB 32100'), false);
    }
  });
});
