import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Reading } from '../../../src/forms/reading.ts';
import {
  plainSpellings,
  readAmountInWords,
  spellingsOf,
  writeAmountInWords,
} from '../../../src/forms/values/amount-in-words.ts';
import type { CellValue } from '../../../src/sheets/grid.ts';

const read = (value: CellValue): Reading =>
  readAmountInWords({ value, format: 'General' }, { kind: 'amount-in-words' }, { date1904: false });

const cases = (reading: Reading): readonly string[] =>
  reading.remarks.map(({ case: name, severity }) => `${severity} ${name}`);

/** Amounts and all their allowed spellings in 元 and 整, the one we write first. */
const amounts: readonly (readonly [number, ...string[]])[] = [
  [0, '零元整'],
  [0.01, '壹分'],
  [0.05, '伍分'],
  [0.1, '壹角', '壹角整'],
  [0.35, '叁角伍分'],
  [1, '壹元整'],
  [1.01, '壹元零壹分'],
  [1.1, '壹元壹角', '壹元壹角整'],
  [9.99, '玖元玖角玖分'],
  [10, '壹拾元整'],
  [10.05, '壹拾元零伍分'],
  [10.5, '壹拾元伍角', '壹拾元零伍角', '壹拾元伍角整', '壹拾元零伍角整'],
  [15, '壹拾伍元整'],
  [20, '贰拾元整'],
  [100, '壹佰元整'],
  [101, '壹佰零壹元整'],
  [110, '壹佰壹拾元整'],
  [111.11, '壹佰壹拾壹元壹角壹分'],
  [210.9, '贰佰壹拾元玖角', '贰佰壹拾元零玖角', '贰佰壹拾元玖角整', '贰佰壹拾元零玖角整'],
  [325.04, '叁佰贰拾伍元零肆分'],
  [1000, '壹仟元整'],
  [1000.5, '壹仟元伍角', '壹仟元零伍角', '壹仟元伍角整', '壹仟元零伍角整'],
  [1001, '壹仟零壹元整'],
  [1010, '壹仟零壹拾元整'],
  [1100, '壹仟壹佰元整'],
  [1409.5, '壹仟肆佰零玖元伍角', '壹仟肆佰零玖元伍角整'],
  [1680.32, '壹仟陆佰捌拾元叁角贰分', '壹仟陆佰捌拾元零叁角贰分'],
  [2003, '贰仟零叁元整'],
  [4999, '肆仟玖佰玖拾玖元整'],
  [5500, '伍仟伍佰元整'],
  [6007.14, '陆仟零柒元壹角肆分'],
  [7080.06, '柒仟零捌拾元零陆分'],
  [10000, '壹万元整'],
  [10001, '壹万零壹元整'],
  [10010.1, '壹万零壹拾元壹角', '壹万零壹拾元零壹角', '壹万零壹拾元壹角整', '壹万零壹拾元零壹角整'],
  [11000, '壹万壹仟元整'],
  [16409.02, '壹万陆仟肆佰零玖元零贰分'],
  [20000, '贰万元整'],
  [30500, '叁万零伍佰元整'],
  [75200, '柒万伍仟贰佰元整'],
  [100000, '壹拾万元整'],
  [100005, '壹拾万零伍元整'],
  [105000, '壹拾万伍仟元整', '壹拾万零伍仟元整'],
  [107000.53, '壹拾万柒仟元伍角叁分', '壹拾万柒仟元零伍角叁分', '壹拾万零柒仟元伍角叁分', '壹拾万零柒仟元零伍角叁分'],
  [
    123400.5,
    '壹拾贰万叁仟肆佰元伍角',
    '壹拾贰万叁仟肆佰元零伍角',
    '壹拾贰万叁仟肆佰元伍角整',
    '壹拾贰万叁仟肆佰元零伍角整',
  ],
  [305000, '叁拾万伍仟元整', '叁拾万零伍仟元整'],
  [1000000, '壹佰万元整'],
  [1000300, '壹佰万零叁佰元整'],
  [1020304, '壹佰零贰万零叁佰零肆元整'],
  [3005000, '叁佰万伍仟元整', '叁佰万零伍仟元整'],
  [10000000, '壹仟万元整'],
  [10001000, '壹仟万壹仟元整', '壹仟万零壹仟元整'],
  [30500000, '叁仟零伍拾万元整'],
  [99999999.99, '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  [100000000, '壹亿元整'],
  [100000300, '壹亿零叁佰元整'],
  [100005000, '壹亿零伍仟元整', '壹亿伍仟元整'],
  [100010000, '壹亿零壹万元整'],
  [110000000, '壹亿壹仟万元整'],
  [120300000, '壹亿贰仟零叁拾万元整'],
  [1000000000, '壹拾亿元整'],
  [1000000001, '壹拾亿零壹元整'],
  [1005000000, '壹拾亿零伍佰万元整'],
  [1050000000, '壹拾亿伍仟万元整', '壹拾亿零伍仟万元整'],
  [10000000100.01, '壹佰亿零壹佰元零壹分'],
  [100000000000, '壹仟亿元整'],
  [101000000000, '壹仟零壹拾亿元整'],
  [999900000000, '玖仟玖佰玖拾玖亿元整'],
  [999999999999.99, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  [1000000000000, '壹万亿元整'],
  [1000000000003, '壹万亿零叁元整'],
  [1200000000000, '壹万贰仟亿元整'],
];

const fenOf = (yuan: number): number => Math.round(yuan * 100);

describe('writeAmountInWords', () => {
  it('has a table of at least sixty amounts', () => {
    assert.ok(amounts.length >= 60);
  });

  for (const [yuan, spelling] of amounts) {
    it(`${String(yuan)} is ${spelling}`, () => {
      assert.equal(writeAmountInWords(fenOf(yuan)), spelling);
      assert.equal(writeAmountInWords(BigInt(fenOf(yuan))), spelling);
    });
  }

  for (const wrong of [-1, 0.5, NaN, 10 ** 15]) {
    it(`refuses ${String(wrong)} fen`, () => {
      assert.throws(() => writeAmountInWords(wrong), RangeError);
    });
  }
});

describe('plainSpellings', () => {
  for (const [yuan, ...spellings] of amounts) {
    it(`of ${String(yuan)}`, () => {
      assert.deepEqual([...plainSpellings(fenOf(yuan))].sort(), [...spellings].sort());
    });
  }
});

describe('readAmountInWords', () => {
  for (const [yuan, ...spellings] of amounts) {
    it(`takes ${spellings.join(', ')} for ${String(yuan)} without a word`, () => {
      for (const spelling of spellings) {
        assert.deepEqual(read(spelling), { raw: spelling, text: spelling, state: 'read', value: yuan, remarks: [] });
      }
    });
  }

  const accepted: readonly (readonly [string, number])[] = [
    ['伍仟伍佰圆整', 5500],
    ['伍仟伍佰元正', 5500],
    ['伍仟伍佰圆正', 5500],
    ['人民币伍仟伍佰元整', 5500],
    ['人民币：伍仟伍佰圆整', 5500],
    ['人民币:伍仟伍佰圆整', 5500],
    ['人民币 伍仟伍佰元整', 5500],
    ['人民币（大写）：伍仟伍佰元整', 5500],
    ['（大写）伍仟伍佰元整', 5500],
    ['伍仟伍佰元整。', 5500],
    ['伍仟伍佰元整；', 5500],
    [' 伍 仟 伍 佰 元 整 ', 5500],
    ['伍仟　伍佰元\n整', 5500],
    ['壹拾貳萬參仟圓整', 123000],
    ['壹億零陸佰圓正', 100000600],
    ['人民幣貳萬圓整', 20000],
    ['叄佰元整', 300],
  ];
  for (const [text, yuan] of accepted) {
    it(`takes ${JSON.stringify(text)} without a word`, () => {
      const reading = read(text);
      assert.deepEqual([reading.state, reading.value, reading.remarks], ['read', yuan, []]);
    });
  }

  const faulty: readonly (readonly [string, number, string])[] = [
    // 零 missing or too many.
    ['壹仟肆佰玖元伍角', 1409.5, '壹仟肆佰零玖元伍角'],
    ['壹万陆仟肆佰零玖元贰分', 16409.02, '壹万陆仟肆佰零玖元零贰分'],
    ['叁佰贰拾伍元肆分', 325.04, '叁佰贰拾伍元零肆分'],
    ['壹亿叁佰元整', 100000300, '壹亿零叁佰元整'],
    ['陆仟零零柒元整', 6007, '陆仟零柒元整'],
    ['伍仟零伍佰元整', 5500, '伍仟伍佰元整'],
    ['伍仟伍佰零元整', 5500, '伍仟伍佰元整'],
    ['伍仟伍佰元零整', 5500, '伍仟伍佰元整'],
    ['玖元零玖角', 9.9, '玖元玖角'],
    ['零伍分', 0.05, '伍分'],
    ['零元伍角', 0.5, '伍角'],
    ['壹万零贰仟元整', 12000, '壹万贰仟元整'],
    ['伍仟伍佰元零角零分', 5500, '伍仟伍佰元整'],
    ['零万伍仟零佰零拾零元整', 5000, '伍仟元整'],
    // 整 missing or too many, 元 missing.
    ['伍仟伍佰元', 5500, '伍仟伍佰元整'],
    ['伍仟伍佰', 5500, '伍仟伍佰元整'],
    ['伍仟伍佰整', 5500, '伍仟伍佰元整'],
    ['伍仟伍佰伍角', 5500.5, '伍仟伍佰元伍角'],
    ['叁角伍分整', 0.35, '叁角伍分'],
    ['壹元零伍分正', 1.05, '壹元零伍分'],
    // Lower-case, colloquial, mixed.
    ['五千五百元', 5500, '伍仟伍佰元整'],
    ['五千五百元整', 5500, '伍仟伍佰元整'],
    ['伍仟伍百元整', 5500, '伍仟伍佰元整'],
    ['伍千伍佰元整', 5500, '伍仟伍佰元整'],
    ['九仟元整', 9000, '玖仟元整'],
    ['六仟元整', 6000, '陆仟元整'],
    ['参仟元整', 3000, '叁仟元整'],
    ['两万元', 20000, '贰万元整'],
    ['两万元整', 20000, '贰万元整'],
    ['二十元整', 20, '贰拾元整'],
    ['廿伍元整', 25, '贰拾伍元整'],
    ['念元整', 20, '贰拾元整'],
    ['卅元整', 30, '叁拾元整'],
    ['壹佰另伍元整', 105, '壹佰零伍元整'],
    ['壹佰〇伍元整', 105, '壹佰零伍元整'],
    ['壹佰○伍元整', 105, '壹佰零伍元整'],
    ['壹佰0伍元整', 105, '壹佰零伍元整'],
    ['壹佰O伍元整', 105, '壹佰零伍元整'],
    ['伍元伍毛', 5.5, '伍元伍角'],
    ['伍块伍毛', 5.5, '伍元伍角'],
    ['拾万元整', 100000, '壹拾万元整'],
    ['拾伍元', 15, '壹拾伍元整'],
    ['拾元整', 10, '壹拾元整'],
    ['拾亿元整', 1000000000, '壹拾亿元整'],
    ['十五元整', 15, '壹拾伍元整'],
    ['伍仟5佰元', 5500, '伍仟伍佰元整'],
    ['伍仟５佰元整', 5500, '伍仟伍佰元整'],
    ['壹万5500元整', 15500, '壹万伍仟伍佰元整'],
    ['贰万零伍', 20005, '贰万零伍元整'],
    ['（伍仟伍佰元整）', 5500, '伍仟伍佰元整'],
    ['￥伍仟伍佰元整', 5500, '伍仟伍佰元整'],
  ];
  for (const [text, yuan, normal] of faulty) {
    it(`warns of ${text}: ${normal}`, () => {
      const reading = read(text);
      assert.deepEqual([reading.state, reading.value, cases(reading)], ['read', yuan, ['warning faulty-spelling']]);
      assert.deepEqual(reading.remarks[0]?.params, { text, normal });
      assert.equal(reading.remarks[0].normal, normal);
    });
  }

  const inFigures: readonly (readonly [string | number, number, string])[] = [
    [5500, 5500, '伍仟伍佰元整'],
    [59.97, 59.97, '伍拾玖元玖角柒分'],
    ['5500', 5500, '伍仟伍佰元整'],
    ['5,500元', 5500, '伍仟伍佰元整'],
    ['￥5,500.00', 5500, '伍仟伍佰元整'],
    ['人民币5500元整', 5500, '伍仟伍佰元整'],
    ['2万元整', 20000, '贰万元整'],
    ['3.5万元', 35000, '叁万伍仟元整'],
    ['0.07元', 0.07, '柒分'],
    ['５５００元', 5500, '伍仟伍佰元整'],
  ];
  for (const [value, yuan, normal] of inFigures) {
    it(`wants words for ${String(value)}`, () => {
      const reading = read(value);
      assert.deepEqual([reading.state, reading.value, cases(reading)], ['read', yuan, ['warning figures-for-words']]);
      assert.equal(reading.remarks[0]?.normal, normal);
    });
  }

  it('takes signs that guard the blank before an amount', () => {
    for (const text of [
      '⊗伍仟伍佰元整',
      '×伍仟伍佰元整',
      '人民币⊗伍仟伍佰元整',
      '⊗拾⊗万伍仟伍佰元整',
      '⊗万伍仟伍佰元整',
      'ⓧ伍仟伍佰元整',
    ]) {
      const reading = read(text);
      assert.deepEqual([reading.text, reading.value, cases(reading)], [text, 5500, []], text);
    }
    assert.deepEqual(cases(read('⊗伍仟伍佰元')), ['warning faulty-spelling']);
    assert.equal(read('⊗').state, 'blank');
  });

  it('compares figures that stand behind the words', () => {
    const rows: readonly (readonly [string, number, readonly string[]])[] = [
      ['伍仟伍佰元整（￥5,500.00）', 5500, ['info figures-beside-words']],
      ['伍仟伍佰元整 小写：5500元', 5500, ['info figures-beside-words']],
      ['伍仟伍佰元整（5500元）', 5500, ['info figures-beside-words']],
      ['伍仟伍佰元（¥5500）', 5500, ['warning faulty-spelling']],
      ['伍仟伍佰元整（￥5,600.00）', 5500, ['error figures-disagree']],
    ];
    for (const [text, yuan, expected] of rows) {
      const reading = read(text);
      assert.deepEqual([reading.text, reading.value, cases(reading)], [text, yuan, expected], text);
    }
  });

  const unreadable: readonly (readonly [string, readonly string[], string])[] = [
    ['贷仟元整', ['贷'], '贰仟元整'],
    ['肄佰元整', ['肄'], '肆佰元整'],
    ['染佰元整', ['染'], '柒佰元整'],
    ['伍仟伍佰园整', ['园'], '伍仟伍佰元整'],
    ['贷仟肄佰园整', ['贷', '肄', '园'], '贰仟肆佰元整'],
    ['伍仟伍佰美元整', ['美'], ''],
    ['约伍仟元整', ['约'], ''],
    ['负伍仟元整', ['负'], ''],
    ['伍仟x佰元整', ['x'], ''],
    ['见附件', ['见', '附', '件'], ''],
  ];
  for (const [text, characters, guess] of unreadable) {
    it(`cannot read ${text}`, () => {
      const reading = read(text);
      assert.deepEqual([reading.state, reading.value], ['unreadable', null]);
      assert.deepEqual(reading.remarks, [
        {
          case: 'unreadable-words',
          severity: 'error',
          params: { text, characters, guess },
          ...(guess === '' ? {} : { expected: [guess] }),
        },
      ]);
    });
  }

  const senseless: readonly (string | number | boolean)[] = [
    '伍伍佰元整',
    '伍仟伍仟元整',
    '伍佰伍仟元整',
    '佰伍元整',
    '伍元拾元',
    '伍元伍佰',
    '伍元伍拾角',
    '伍分伍角',
    '伍角伍元',
    '伍元伍元',
    '伍元整伍角',
    '伍元整整',
    '伍元伍',
    '壹万贰万元整',
    '壹亿贰亿元整',
    '壹万万元整',
    '壹仟500元整',
    '25佰元整',
    '三千五',
    '两万五',
    '0.001元',
    5500.123,
    -5,
    1e15,
    true,
    '玖佰万亿元整',
    '伍'.repeat(300),
  ];
  for (const value of senseless) {
    it(`makes no sense of ${String(value).slice(0, 20)}`, () => {
      const reading = read(value);
      assert.deepEqual([reading.state, reading.value, cases(reading)], ['unreadable', null, ['error senseless-words']]);
    });
  }

  for (const value of [
    null,
    '',
    ' 　',
    '/',
    '元整',
    '人民币：',
    '　万　仟　佰　拾　元　角　分',
    '佰拾元整',
    '（大写）',
    '（请用大写填写）',
  ]) {
    it(`takes ${JSON.stringify(value)} for blank`, () => {
      const reading = read(value);
      assert.deepEqual([reading.state, reading.value, reading.remarks], ['blank', null, []]);
    });
  }

  it('leaves an Excel error to the rule for formula errors', () => {
    assert.deepEqual(read({ error: '#REF!' }).remarks, []);
    assert.equal(read({ error: '#REF!' }).state, 'unreadable');
  });
});

describe('amounts in words, any amount', () => {
  /** Amounts with many zeros, where the spellings differ. */
  const fen = fc.oneof(
    fc.integer({ min: 0, max: 999_999_999_999_99 }),
    fc
      .array(fc.constantFrom('0', '0', '0', '1', '5', '9'), { minLength: 1, maxLength: 15 })
      .map((digits) => Number(digits.join(''))),
  );
  const spelling = fen.chain((amount) => fc.constantFrom(...spellingsOf(amount)).map((words) => ({ amount, words })));

  it('what we write is allowed', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        assert.ok(plainSpellings(amount).includes(writeAmountInWords(amount)));
      }),
    );
  });

  it('has at most 16 plain spellings, all different, and 640 in all', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        const plain = plainSpellings(amount);
        const all = [...spellingsOf(amount)];
        assert.ok(plain.length <= 16 && all.length <= 640);
        assert.deepEqual([new Set(plain).size, new Set(all).size], [plain.length, all.length]);
      }),
    );
  });

  it('each allowed spelling is read as its amount without a word', () => {
    fc.assert(
      fc.property(spelling, ({ amount, words }) => {
        const reading = read(words);
        assert.deepEqual([reading.state, reading.value, reading.remarks], ['read', amount / 100, []], words);
      }),
      { numRuns: 1000 },
    );
  });

  const mutations: Readonly<Record<string, (words: string, at: number) => string>> = {
    'a character lost': (words, at) => words.slice(0, at) + words.slice(at + 1),
    'a character twice': (words, at) => words.slice(0, at + 1) + words.slice(at),
    'a 零 too many': (words, at) => `${words.slice(0, at)}零${words.slice(at)}`,
    'two characters swapped': (words, at) =>
      words.slice(0, at) + words.charAt(at + 1) + words.charAt(at) + words.slice(at + 2),
    'a 零 lost': (words) => words.replace('零', ''),
    'the 整 lost': (words) => words.replace(/[整正]$/u, ''),
    'a lower-case numeral': (words, at) =>
      replaced(words, at, '壹贰叁肆伍陆柒捌玖拾佰仟零', '一二三四五六七八九十百千〇'),
    'a look-alike': (words, at) => replaced(words, at, '贰肆柒圆佰仟', '贷肄染园伯任'),
    'another numeral': (words, at) => replaced(words, at, '壹贰叁肆伍陆柒捌玖', '贰叁肆伍陆柒捌玖壹'),
  };
  for (const [name, mutate] of Object.entries(mutations)) {
    it(`${name}: silent only where the result is allowed`, () => {
      fc.assert(
        fc.property(spelling, fc.nat(40), ({ words }, position) => {
          const mutated = mutate(words, position % words.length);
          fc.pre(mutated !== words);
          const reading = read(mutated);
          const isSilent = reading.state === 'read' && reading.remarks.length === 0;
          if (!isSilent) {
            assert.ok(reading.state === 'blank' || reading.remarks.length > 0);
            return;
          }
          assert.ok(typeof reading.value === 'number');
          // Another amount is no matter of spelling: the rule that compares it with the sum speaks.
          const allowed = Array.from(spellingsOf(Math.round(reading.value * 100)), withoutShapes);
          assert.ok(allowed.includes(withoutShapes(mutated)), mutated);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('never fails, whatever the text', () => {
    const characters = fc.constantFrom(...'零壹贰十拾佰仟万亿元角分整正5.,人民币（）¥廿x'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 20 }), (text) => {
        const { state, value, remarks } = read(text);
        if (state === 'read') assert.ok(typeof value === 'number' && value >= 0);
        else assert.ok(value === null);
        assert.ok(state !== 'unreadable' || remarks.length > 0);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Without spaces and 人民币, and with the simplified characters. */
function withoutShapes(words: string): string {
  const simplified = Array.from(
    words,
    (character) => '万亿圆贰叁陆币'['萬億圓貳參陸幣'.indexOf(character)] ?? character,
  );
  return simplified
    .join('')
    .replace(/\s/gu, '')
    .replace(/^人民币[：:]*/u, '');
}

function replaced(words: string, at: number, from: string, to: string): string {
  for (let index = at; index < words.length; index++) {
    const found = from.indexOf(words.charAt(index));
    if (found >= 0) return words.slice(0, index) + to.charAt(found) + words.slice(index + 1);
  }
  return words;
}
