import assert from 'node:assert/strict';
import { readValue } from '../../../src/forms/values/read-value.ts';
import { cell, checkReadings, PLAIN } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';

describe('phone numbers', () => {
  it('reads mobile numbers', () => {
    checkReadings({ kind: 'phone' }, [
      ['13800138000', '13800138000'],
      [13800138000, '13800138000'],
      ['13800138000；', '13800138000', 'info phone-tidied', '13800138000'],
      ...[
        '138-0013-8000',
        '138 0013 8000',
        '+86 13800138000',
        '0086-13800138000',
        '86-13800138000',
        '１３８００１３８０００',
      ].map((text) => [text, '13800138000', 'info phone-tidied', '13800138000'] as const),
    ]);
  });

  it('reads landline and service numbers', () => {
    checkReadings({ kind: 'phone' }, [
      ['0571-87052114', '0571-87052114'],
      ['010-62345678', '010-62345678'],
      ['0571-87052114-8001', '0571-87052114-8001'],
      ['12345', '12345'],
      ['400-820-8820', '400-820-8820'],
      ...[
        '057187052114',
        '(0571)87052114',
        '（0571）87052114',
        '0571－87052114',
        '0571-8705 2114',
        '+86 571 87052114',
      ].map((text) => [text, '0571-87052114', 'info phone-tidied', '0571-87052114'] as const),
      ['0571-87052114转801', '0571-87052114-801', 'info phone-tidied', '0571-87052114-801'],
      ['87052114', '87052114', 'info phone-no-area-code'],
      ['2787-7468', '27877468', 'info phone-no-area-code'],
      [57187052114, '0571-87052114', 'warning phone-zero-lost', '0571-87052114'],
      [5336961234, '0533-6961234', 'warning phone-zero-lost', '0533-6961234'],
      [2355551234, '023-55551234', 'warning phone-zero-lost', '023-55551234'],
      ['57187052114', '0571-87052114', 'warning phone-zero-missing', '0571-87052114'],
      ['571-87052114', '0571-87052114', 'warning phone-zero-missing', '0571-87052114'],
      ['5336961234', '0533-6961234', 'warning phone-zero-missing', '0533-6961234'],
      // Local numbers of Zibo have seven digits, those of Hangzhou eight: the 0 is not all that is wrong.
      [53369612340, UNREADABLE, 'error phone-beginning'],
      ['53369612340', UNREADABLE, 'error phone-beginning'],
      [5717052114, UNREADABLE, 'error phone-digit-count'],
      ['023-6376510', UNREADABLE, 'error phone-digit-count'],
      ['010-6234567', UNREADABLE, 'error phone-digit-count'],
      ['0571-8705211', UNREADABLE, 'error phone-digit-count'],
    ]);
  });

  it('takes apart several numbers, and names', () => {
    checkReadings({ kind: 'phone' }, [
      ['13800138000/0571-87052114', '13800138000、0571-87052114', 'info several-phones'],
      ['13800138000、13900139000', '13800138000、13900139000', 'info several-phones'],
      ['张工 13800138000', '13800138000', 'info phone-with-words'],
      ['办公：87052114', '87052114', 'info phone-with-words'],
    ]);
    assert.deepEqual(readValue(cell('张工 13800138000'), { kind: 'phone' }, PLAIN).remarks[0]?.params, {
      text: '张工 13800138000',
      phones: ['13800138000'],
      words: '张工',
    });
  });

  it('refuses what is no number', () => {
    checkReadings({ kind: 'phone' }, [
      ['1380013800', UNREADABLE, 'error phone-digit-count'],
      ['138001380001', UNREADABLE, 'error phone-digit-count'],
      ['02-27877030', UNREADABLE, 'error phone-digit-count'],
      ['138OO138000', UNREADABLE, 'error phone-letters'],
      ['23800138000', UNREADABLE, 'error phone-beginning'],
      [23800138000, UNREADABLE, 'error phone-beginning'],
      ['张三', UNREADABLE, 'error not-a-phone'],
      ['张工13800138000 李工1390013900', UNREADABLE, 'error phone-digit-count'],
      ['无', BLANK],
    ]);
  });
});

describe('e-mail addresses', () => {
  it('reads addresses', () => {
    checkReadings({ kind: 'email' }, [
      ['zhang.san@example.gov.cn', 'zhang.san@example.gov.cn'],
      [' a@b.cn ', 'a@b.cn'],
      ['ａ＠b。cn', 'a@b.cn', 'info email-tidied', 'a@b.cn'],
      ['mailto:a@b.cn', 'a@b.cn', 'info email-tidied', 'a@b.cn'],
      ['a @ b. cn', 'a@b.cn', 'info email-tidied', 'a@b.cn'],
      ['zhang a@b.cn', UNREADABLE, 'error not-an-email'],
      ['zhang @b.cn', 'zhang@b.cn', 'info email-tidied', 'zhang@b.cn'],
      ['x@y.com；z@w.cn', 'x@y.com、z@w.cn', 'info several-emails'],
      ['a@b', UNREADABLE, 'error not-an-email'],
      ['a..b@c.cn', UNREADABLE, 'error not-an-email'],
      ['12345678', UNREADABLE, 'error not-an-email'],
      [`${'a'.repeat(300)}@b.cn`, UNREADABLE, 'error not-an-email'],
      ['/', BLANK],
    ]);
  });
});
