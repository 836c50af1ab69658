import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Node } from '../../../src/forms/expressions/expression.ts';
import { ExpressionError, parseExpression } from '../../../src/forms/expressions/parse-expression.ts';

const cell = (column: string): Node => ({ kind: 'cell', column });
const one: Node = { kind: 'constant', value: 1 };

const trees: readonly (readonly [string, Node])[] = [
  ['=1', one],
  ['= 1', one],
  ['="他说""好"""', { kind: 'constant', value: '他说"好"' }],
  ['=TRUE', { kind: 'constant', value: true }],
  ['=-5', { kind: 'constant', value: -5 }],
  ['=[@数量]', cell('数量')],
  ['=[@[单价（元）]]', cell('单价（元）')],
  ['=[@产品配置.vcpu]', cell('产品配置.vcpu')],
  ['=[@数量/台]', cell('数量/台')],
  ['=fields[预算安排资金]', { kind: 'field', field: '预算安排资金' }],
  ['=fields[申请单位（全称）]', { kind: 'field', field: '申请单位（全称）' }],
  ['=-[@数量]', { kind: 'unary', operator: '-', operand: cell('数量') }],
  ['=[@数量]%', { kind: 'unary', operator: '%', operand: cell('数量') }],
  ['=[@数量]-1', { kind: 'binary', operator: '-', left: cell('数量'), right: one }],
  ['=[@数量]>=1', { kind: 'binary', operator: '>=', left: cell('数量'), right: one }],
  ['=rows(items)', { kind: 'call', name: 'ROWS', arguments: [{ kind: 'table', table: 'items' }] }],
  ['=SUM(items[金额])', { kind: 'call', name: 'SUM', arguments: [{ kind: 'column', table: 'items', column: '金额' }] }],
  [
    '=SUM(变更前[[金额（元）]])',
    { kind: 'call', name: 'SUM', arguments: [{ kind: 'column', table: '变更前', column: '金额（元）' }] },
  ],
  [
    '=Or([@类型]={"C","N"})',
    {
      kind: 'call',
      name: 'OR',
      arguments: [{ kind: 'binary', operator: '=', left: cell('类型'), right: { kind: 'array', values: ['C', 'N'] } }],
    },
  ],
];

const deep = (levels: number): string => `=${'('.repeat(levels)}1${')'.repeat(levels)}`;

const errors: readonly (readonly [string, string, number, object?])[] = [
  ['', 'not-a-formula', 0],
  ['=', 'not-a-formula', 0],
  ['[@数量]', 'not-a-formula', 0],
  [`=${'1'.repeat(2000)}`, 'too-long', 2000, { limit: 2000 }],
  [deep(101), 'too-deep', 101, { limit: 100 }],
  [`=${'1+'.repeat(200)}1`, 'too-deep', 1, { limit: 100 }],
  [`=${'-'.repeat(200)}[@数量]`, 'too-deep', 102, { limit: 100 }],
  ['=1+', 'syntax', 3],
  ['=()', 'syntax', 3],
  ['=SUM(1', 'syntax', 6],
  ['="没完', 'syntax', 4],
  ["=[@'数]", 'syntax', 2],
  ['=FOO(1)', 'unknown-function', 1, { name: 'FOO' }],
  ['=1+INDIRECT("A1")', 'unknown-function', 3, { name: 'INDIRECT' }],
  ['=ROUND(1)', 'argument-count', 1, { name: 'ROUND', given: 1, least: 2, most: 2 }],
  ['=LEN("a","b")', 'argument-count', 1, { name: 'LEN', given: 2, least: 1, most: 1 }],
  ['=IFS(TRUE,1,FALSE)', 'argument-count', 1, { name: 'IFS', given: 3, least: 2, most: 254 }],
  ['=SUM()', 'argument-count', 1, { name: 'SUM', given: 0, least: 1, most: 255 }],
  ['=A1+1', 'cell-reference', 1, { reference: 'A1' }],
  ['=SUM(A:A)', 'cell-reference', 5, { reference: 'A:A' }],
  ['=Sheet1!$B$2', 'cell-reference', 1, { reference: 'Sheet1!$B$2' }],
  ['=items', 'unknown-name', 1, { name: 'items' }],
  ['=SUM(items)', 'unknown-name', 5, { name: 'items' }],
  ['=ROWS(fields)', 'unknown-name', 6, { name: 'fields' }],
  ['=items[#Headers]', 'unknown-construct', 1, { text: 'items[#Headers]' }],
  ['=items[@金额]', 'unknown-construct', 1, { text: 'items[@金额]' }],
  ['=SUM(items[[#All],[金额]])', 'unknown-construct', 5, { text: 'items[[#All],[金额]]' }],
  ['=SUM(items[[a]:[b]])', 'unknown-construct', 5, { text: 'items[[a]:[b]]' }],
  ['=SUM([金额])', 'unknown-construct', 5, { text: '[金额]' }],
  ['=ROWS(items[])', 'unknown-construct', 6, { text: 'items[]' }],
  ['=#REF!', 'unknown-construct', 1, { text: '#REF!' }],
  ['=LET(x,1,x)', 'unknown-construct', 1, { text: 'LET' }],
  ['=LAMBDA(x,x)(1)', 'unknown-construct', 1, { text: '()' }],
  ['=@items[金额]', 'unknown-construct', 1, { text: '@' }],
  ['=IF(TRUE,,2)', 'unknown-construct', 1, { text: ',,' }],
  ['=SUM(1 2)', 'unknown-construct', 7, { text: '2' }],
  ['=1e999', 'unknown-construct', 1, { text: 'Infinity' }],
  ['={1,#N/A}', 'unknown-construct', 4, { text: '{…}' }],
  ['=COUNTIF([@数量],1)', 'column-expected', 1, { name: 'COUNTIF', argument: 1 }],
  ['=SUMIF(t[a],1,t[b]*2)', 'column-expected', 1, { name: 'SUMIF', argument: 3 }],
  ['=ROWS(1)', 'column-expected', 1, { name: 'ROWS', argument: 1 }],
  ['=items[金额]', 'several-values', 0],
  ['=[@类型]={"C","N"}', 'several-values', 0],
  ['=LEN(items[名称])', 'several-values', 0],
  ['=SUMPRODUCT(1/COUNTIF(t[a],t[a]))', 'several-values', 14],
];

describe('parseExpression', () => {
  for (const [source, tree] of trees) {
    it(`reads ${source}`, () => {
      assert.deepEqual(parseExpression(source), { source, tree });
    });
  }

  it('binds as Excel does: the minus of -2^2 before the power, & after +, comparisons last', () => {
    assert.deepEqual(parseExpression('=-[@a]^2').tree, {
      kind: 'binary',
      operator: '^',
      left: { kind: 'unary', operator: '-', operand: cell('a') },
      right: { kind: 'constant', value: 2 },
    });
    assert.equal(treeOperator('=1+2&3=4'), '=');
    assert.equal(treeOperator('=1+2&3'), '&');
  });

  it('gives plain data', () => {
    const expression = parseExpression('=IF([@a]="",SUM(t[b],{1,2}),ROWS(t)*fields[c])');
    assert.deepEqual(JSON.parse(JSON.stringify(expression)), expression);
  });

  it('takes a hundred brackets', () => {
    assert.deepEqual(parseExpression(deep(100)).tree, one);
  });

  for (const [source, code, position, params = {}] of errors) {
    it(`refuses ${source.length > 40 ? `${source.slice(0, 20)}…` : source}: ${code}`, () => {
      assert.throws(
        () => parseExpression(source),
        (error) => {
          assert.ok(error instanceof ExpressionError);
          assert.deepEqual([error.code, error.position, error.params], [code, position, params]);
          return true;
        },
      );
    });
  }
});

function treeOperator(source: string): string {
  const { tree } = parseExpression(source);
  return tree.kind === 'binary' ? tree.operator : tree.kind;
}

describe('parseExpression, any text', () => {
  const piece = fc.constantFrom(
    ...[
      '(',
      ')',
      '{',
      '}',
      ',',
      ';',
      '"',
      "'",
      '[',
      ']',
      '[@列]',
      't[列]',
      'fields[a]',
      'SUM(',
      'IF(',
      'ROWS(',
      'COUNTIF(',
    ],
    ...[
      '+',
      '-',
      '%',
      '^',
      '&',
      '<>',
      '=',
      '@',
      '#',
      ':',
      ' ',
      '1',
      '1e9',
      'A1',
      't',
      'LET(',
      'LAMBDA(',
      'x',
      '#REF!',
      '!',
    ],
  );

  it('gives a tree or an ExpressionError, nothing else', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          parseExpression(`=${pieces.join('')}`);
        } catch (error) {
          assert.ok(error instanceof ExpressionError, String(error));
          assert.ok(error.position >= 0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  for (const part of ['(', '{', '-', 'IF(', 'LAMBDA(x,', 'LET(x,1,', '[', '1+', '@', 't[a] ', '%']) {
    it(`refuses two thousand characters of ${part}`, () => {
      assert.throws(() => parseExpression(`=${part.repeat(1990 / part.length)}`), ExpressionError);
    });
  }
});
