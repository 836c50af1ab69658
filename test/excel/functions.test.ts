import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import type { Arguments, FunctionResult } from '../../src/excel/functions/custom-function.ts';
import { CUSTOM_FUNCTIONS } from '../../src/excel/functions/functions.ts';
import { functionsJson } from '../../src/excel/functions/metadata.ts';
import { registerFunctions } from '../../src/excel/functions/register.ts';
import type { Language } from '../../src/forms/language.ts';

const DOCS = path.join(import.meta.dirname, '..', '..', 'docs');

class CellError extends Error {
  readonly code: string;
  constructor(code: string, sentence = '') {
    super(sentence);
    this.code = code;
  }
}

/** The functions as Excel calls them. */
function excel(language: Language = 'zh'): (name: string, ...given: Arguments) => FunctionResult {
  const known = new Map<string, (...given: Arguments) => FunctionResult>();
  const associate = (id: string, compute: (...given: Arguments) => FunctionResult): void => void known.set(id, compute);
  registerFunctions({ associate, Error: CellError, ErrorCode: { invalidValue: '#VALUE!' } }, () => language);
  return (name, ...given) => {
    const compute = known.get(name);
    assert.ok(compute, name);
    return compute(...given);
  };
}

const call = excel();
const SHARING = [['无条件共享'], ['有条件共享'], ['不予共享'], ['']];

/** What Excel shows in the cell, an error with its sentence. */
function shown(name: string, ...given: Arguments): FunctionResult {
  try {
    return call(name, ...given);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return `${error.code} ${error.message}`;
  }
}

describe('TIANBAO.RMB', () => {
  for (const [amount, words] of [
    [5500, '伍仟伍佰元整'],
    [1409.5, '壹仟肆佰零玖元伍角'],
    [107000.53, '壹拾万柒仟元伍角叁分'],
    [0, '零元整'],
    [0.05, '伍分'],
    [1e-9, '零元整'],
    [1.005, '壹元零壹分'],
    [1.15 * 1.3, '壹元伍角'],
    [1100 / 3, '叁佰陆拾陆元陆角柒分'],
    [9_999_999_999_999.99, '玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['5,500.00', '伍仟伍佰元整'],
    ['1.2万元', '壹万贰仟元整'],
    ['￥12', '壹拾贰元整'],
    ['２０元', '贰拾元整'],
    ['', ''],
    ['  ', ''],
    [null, ''],
    [-1, '#VALUE! 金额不能是负数。'],
    ['-5元', '#VALUE! 金额不能是负数。'],
    [1e15, '#VALUE! 金额太大，写不成大写。'],
    [1e300, '#VALUE! 金额太大，写不成大写。'],
    [Number.NaN, '#VALUE! 这不是金额。请填一个数字，单位是元。'],
    [true, '#VALUE! 这不是金额。请填一个数字，单位是元。'],
    ['待定', '#VALUE! “待定”不是数字。请填写一个数字。'],
  ] as const) {
    it(`${JSON.stringify(amount)} → ${words}`, () => assert.equal(shown('RMB', amount), words));
  }

  it('of a range of one cell takes that cell', () => assert.equal(shown('RMB', [[5500]]), '伍仟伍佰元整'));

  it('is read back by RMBVALUE', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_99 }), (fen) => {
        assert.equal(call('RMBVALUE', call('RMB', fen / 100)), fen / 100);
      }),
    );
  });
});

describe('TIANBAO.RMBVALUE', () => {
  for (const [words, amount] of [
    ['伍仟伍佰元整', 5500],
    ['人民币壹万贰仟元整', 12000],
    ['人民幣壹萬貳仟圓正', 12000],
    ['五千五百元', 5500],
    ['拾万元', 100_000],
    ['壹仟肆佰零玖元伍角', 1409.5],
    ['零元整', 0],
    ['5500', 5500],
    [5500, 5500],
    ['', ''],
    ['三千五', '#VALUE! “三千五”不成一个大写金额。请按“壹万贰仟元整”的样子填写。'],
    [
      '伍仟贷佰元整',
      '#VALUE! “伍仟贷佰元整”中的“贷”不是大写金额用字。请用零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整书写。',
    ],
    ['伍佰元整（¥600）', '#VALUE! “伍佰元整（¥600）”中大写是 500 元，数字是 600 元，两者不符。请核对后改正。'],
    ['无', '#VALUE! 这不是大写金额。'],
    ['元整', '#VALUE! 这不是大写金额。'],
  ] as const) {
    it(`${JSON.stringify(words)} → ${amount}`, () => assert.equal(shown('RMBVALUE', words), amount));
  }
});

describe('TIANBAO.CHECK', () => {
  const closed = '请从 无条件共享、有条件共享、不予共享 中选填。';
  for (const [value, sentence] of [
    ['无条件共享', ''],
    [' 无条件共享 ', ''],
    ['', ''],
    [null, ''],
    ['无条件共亨', `“无条件共亨”不在规定的选项中，是否应为“无条件共享”？${closed}`],
    ['無條件共享', '“無條件共享”已按“无条件共享”读取，建议改为表中所列的写法。'],
    ['部分共享', `“部分共享”不在规定的选项中。${closed}`],
    ['无', `“无”不在规定的选项中。${closed}`],
    [3, `“3”不在规定的选项中。${closed}`],
  ] as const) {
    it(`${JSON.stringify(value)} → ${sentence === '' ? 'nothing' : sentence}`, () =>
      assert.equal(shown('CHECK', value, SHARING), sentence));
  }

  for (const [what, value, list, sentence] of [
    ['a list as one text', '是', '是、否', ''],
    ['a list as one text with spaces', '否', '是, 否', ''],
    ['a list of numbers', 2, [[1, 2, 3]], ''],
    ['a number against numbers as text', 2, [['1'], ['2']], ''],
    ['无 where the list has it', '无', [['有'], ['无']], ''],
    ['an empty list', '是', [[''], ['']], '#VALUE! 列表是空的。请给出可选的值。'],
    ['no list at all', '是', undefined, '#VALUE! 列表是空的。请给出可选的值。'],
  ] as const) {
    it(`takes ${what}`, () => assert.equal(shown('CHECK', value, list), sentence));
  }
});

describe('functions for formulas', () => {
  it('speak English where Excel does', () => {
    assert.throws(() => excel('en')('RMB', -1), { code: '#VALUE!', message: 'An amount cannot be negative.' });
    assert.equal(
      excel('en')('CHECK', '对', '是、否'),
      '“对” is not one of the prescribed options. Choose from 是, 否.',
    );
  });

  it('whatever a cell holds, give a value or an error with a sentence', () => {
    const character = fc.constantFrom(
      ...Array.from('零壹三贰拾佰万亿元圆整角分，、是否无¥$1.0-（）Ａa e⊗'),
      '😀',
      '\u0000',
      '\ud83d',
    );
    const cell = fc.oneof(fc.string({ unit: character }), fc.double(), fc.boolean(), fc.constant(null));
    const range = fc.oneof(cell, fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }));
    fc.assert(
      fc.property(fc.constantFrom(...CUSTOM_FUNCTIONS), range, range, ({ id }, first, second) => {
        const result = shown(id, first, second);
        assert.ok(typeof result === 'string' || Number.isFinite(result));
        assert.notEqual(result, '#VALUE! ');
      }),
    );
  });

  for (const [language, page] of [
    ['zh', 'functions.zh-CN.md'],
    ['en', 'functions.md'],
  ] as const) {
    describe(page, () => {
      const text = readFileSync(path.join(DOCS, page), 'utf8');
      for (const { id, parameters } of CUSTOM_FUNCTIONS) {
        it(`has ${id} with its arguments`, () => {
          const names = parameters.map(({ name }) => name[language]).join(', ');
          assert.ok(text.includes(`\`TIANBAO.${id}(${names})\``));
        });
      }
      const examples = [...text.matchAll(/^\| `=TIANBAO\.(\w+)\((.*)\)` +\| (.*?) +\|$/gm)];
      it('has examples', () => assert.ok(examples.length >= 10));
      for (const [, id = '', written = '', result = ''] of examples) {
        it(`=TIANBAO.${id}(${written}) is ${result}`, () => {
          const given = JSON.parse(`[${written}]`) as Arguments;
          const isError = result.startsWith('`#VALUE!`');
          const expected = result.replace('`#VALUE!`', '#VALUE!').replace(/^（空）$|^\(nothing\)$/, '');
          const cell = language === 'zh' ? shown(id, ...given) : english(id, given);
          assert.equal(String(cell), isError ? expected : expected.replaceAll('`', ''));
        });
      }
    });
  }

  function english(id: string, given: Arguments): FunctionResult {
    try {
      return excel('en')(id, ...given);
    } catch (error) {
      return error instanceof CellError ? `${error.code} ${error.message}` : 'failed';
    }
  }
});

describe('what Excel is told of the functions', () => {
  interface Metadata {
    readonly functions: readonly {
      readonly id: string;
      readonly name: string;
      readonly description: string;
      readonly parameters: readonly { readonly name: string; readonly type: string; readonly dimensionality: string }[];
      readonly result: { readonly type: string; readonly dimensionality: string };
    }[];
  }
  const read = (language: Language): Metadata => JSON.parse(functionsJson(language)) as Metadata;

  it('names exactly the functions that are registered', () => {
    const registered: string[] = [];
    const associate = (id: string): void => void registered.push(id);
    registerFunctions({ associate, Error: CellError, ErrorCode: { invalidValue: '' } }, () => 'zh');
    assert.deepEqual(
      read('zh').functions.map(({ id }) => id),
      registered,
    );
  });

  it('keeps to what ids and names may be', () => {
    for (const { id, name, parameters, result } of read('zh').functions) {
      assert.match(id, /^[A-Z][A-Z0-9_.]{2,}$/);
      assert.equal(name, id);
      assert.equal(result.dimensionality, 'scalar');
      for (const { type, dimensionality } of parameters) {
        assert.match(type, /^(?:any|string|number|boolean)$/);
        assert.match(dimensionality, /^(?:scalar|matrix)$/);
      }
    }
  });

  it('is the same in both languages but for the words', () => {
    const bare = (language: Language): unknown =>
      read(language).functions.map((one) => ({
        ...one,
        description: '',
        parameters: one.parameters.map((parameter) => ({ ...parameter, name: '', description: '' })),
      }));
    assert.deepEqual(bare('en'), bare('zh'));
    assert.ok(read('zh').functions.every(({ description }) => /\p{Script=Han}/u.test(description)));
  });
});
