import assert from 'node:assert/strict';
import { compileExpression, evaluateFigure, Memory, Unknown } from '../../../src/forms/expressions/evaluate.ts';
import type { Scope } from '../../../src/forms/expressions/evaluate.ts';
import { parseExpression } from '../../../src/forms/expressions/parse-expression.ts';
import type { Scalar } from '../../../src/forms/reading.ts';

type Column = readonly (Scalar | Unknown)[];

const cells = new Map<string, Scalar | Unknown>([
  ['数量', 3],
  ['单价', 19.99],
  ['金额', 59.97],
  ['类型', '字符型C'],
  ['文本数', '1,200'],
  ['真', true],
  ['空', null],
  ['坏', Unknown],
  ['产品配置.vcpu', 4],
]);

const columns = new Map<string, Column>([
  ['金额', [100.1, 200.2, null, 300.3]],
  ['数量', [1, 2, 3, 4]],
  ['共享', ['无条件共享', '有条件共享', null, '不予共享']],
  ['混', [5, '5', 'x', true]],
  ['坏', [1, Unknown, 3, Unknown]],
  ['也坏', [1, 2, Unknown, Unknown]],
  ['名', ['Web', 'db', 'DB', '']],
  ['全空', [null, null, null, null]],
]);

const scope: Scope = {
  cell: (column) => cells.get(column) ?? null,
  field: (key) => (key === '坏' ? Unknown : key === '预算' ? 600.6 : null),
  column: (_, column) => columns.get(column) ?? [],
  rows: () => 4,
};

const evaluate = (source: string, over = scope): Scalar | Unknown => compileExpression(parseExpression(source))(over);

const tables: Readonly<Record<string, readonly (readonly [string, Scalar | Unknown])[]>> = {
  'arithmetic is decimal': [
    ['=0.1+0.2', 0.3],
    ['=0.1+0.2=0.3', true],
    ['=0.3-0.1-0.2', 0],
    ['=1000000.1-1000000', 0.1],
    ['=3*19.99', 59.97],
    ['=[@数量]*[@单价]=[@金额]', true],
    ['=0.3/0.1', 3],
    ['=1/3*3', 1],
    ['=2/3+1/3', 1],
    ['=1.1*1.1', 1.21],
    ['=0.7*3=2.1', true],
    ['=4.35*100', 435],
    ['=-0', 0],
    ['=50%', 0.5],
    ['=7%*100', 7],
    ['=2^10', 1024],
    ['=2^-1', 0.5],
    ['=-2^2', 4],
    ['=2^3^2', 64],
    ['=8-3-2', 3],
    ['=1+2*3', 7],
  ],
  'blank, text and truth in arithmetic': [
    ['=[@空]+1', 1],
    ['=[@文本数]*2', 2400],
    ['="5%"+0', 0.05],
    ['=" 7 "+0', 7],
    ['=TRUE+1', 2],
    ['=[@类型]+1', Unknown],
    ['=""+1', Unknown],
    ['="1,20"+0', Unknown],
    ['=[@空]&"a"', 'a'],
    ['=1/4&"元"', '0.25元'],
    ['=0.1+0.2&""', '0.3'],
    ['=10^15&""', '1E+15'],
    ['=1/100000&""', '1E-05'],
    ['=TRUE&""', 'TRUE'],
    ['=+[@类型]', '字符型C'],
  ],
  comparisons: [
    ['="ABC"="abc"', true],
    ['="ABC"<>"abd"', true],
    ['="b">"A"', true],
    ['=2<10', true],
    ['="2"<"10"', false],
    ['=5="5"', false],
    ['=9999<"1"', true],
    ['="zzz"<FALSE', true],
    ['=FALSE<TRUE', true],
    ['=[@空]=0', true],
    ['=[@空]=""', true],
    ['=[@空]=FALSE', true],
    ['=[@空]=[@空]', true],
    ['=[@空]<1', true],
    ['=1.0000000000000002=1', true],
    ['=1.0000000000000002>1', false],
    ['=3>=3', true],
    ['=3<=2', false],
  ],
  'Excel errors are unknown': [
    ['=1/0', Unknown],
    ['=0^0', Unknown],
    ['=10^400', Unknown],
    ['=MOD(1,0)', Unknown],
    ['=SEARCH("x","abc")', Unknown],
    ['=IFERROR(1/0,7)', 7],
    ['=IFERROR(1/2,7)', 0.5],
    ['=ISERROR(1/0)', true],
    ['=ISERROR(SEARCH("x","abc"))', true],
    ['=ISERROR(1)', false],
    ['=ISNUMBER(SEARCH("b","abc"))', true],
    ['=ISNUMBER(SEARCH("x","abc"))', false],
    ['=SUM(1,1/0)', Unknown],
    ['=IFS(FALSE,1)', Unknown],
    ['=AND(FALSE,1/0)', Unknown],
    ['=IF(1/0,1,1)', Unknown],
  ],
  'an unreadable operand': [
    ['=[@坏]+1', Unknown],
    ['=0*[@坏]', Unknown],
    ['=[@坏]=1', Unknown],
    ['=LEN([@坏])', Unknown],
    ['=SUM([@数量],[@坏])', Unknown],
    ['=SUM(t[坏])', Unknown],
    ['=COUNTIF(t[坏],1)', Unknown],
    ['=fields[坏]', Unknown],
    ['=IFERROR([@坏],0)', Unknown],
    ['=ISERROR([@坏])', Unknown],
    ['=ISNUMBER([@坏])', Unknown],
    ['=AND(TRUE,[@坏])', Unknown],
    ['=OR(FALSE,[@坏])', Unknown],
    ['=NOT([@坏])', Unknown],
    ['=IF([@坏],1,2)', Unknown],
    ['=IF([@坏],[@坏],[@坏])', Unknown],
    ['=IF([@坏],1,"1")', Unknown],
  ],
  'an unreadable operand that does not matter': [
    ['=AND(FALSE,[@坏])', false],
    ['=AND([@坏],FALSE)', false],
    ['=OR([@坏],TRUE)', true],
    ['=AND(t[坏]>2)', false],
    ['=IF(TRUE,1,[@坏])', 1],
    ['=IF(FALSE,[@坏],2)', 2],
    ['=IF([@坏],5,5)', 5],
    ['=IF([@坏]>1,"a","a")', 'a'],
    ['=IFS(TRUE,1,[@坏],2)', 1],
    ['=IFS([@坏],1,TRUE,1)', 1],
    ['=ISBLANK([@坏])', false],
    ['=COUNTA(t[坏])', 4],
    ['=COUNTBLANK(t[坏])', 0],
    ['=ROWS(t)', 4],
  ],
  aggregates: [
    ['=SUM(t[金额])', 600.6],
    ['=SUM(t[金额])=fields[预算]', true],
    ['=SUM(t[金额],t[数量],1,"2",TRUE)', 614.6],
    ['=SUM({1,2,3})', 6],
    ['=SUM({1;"2";3})', 4],
    ['=SUM([@文本数])', 0],
    ['=SUM("x")', Unknown],
    ['=SUM(t[全空])', 0],
    ['=SUM(0.1,0.2)=0.3', true],
    ['=SUM(0.1,0.2,-0.3)', 0],
    ['=SUM(t[没有])', 0],
    ['=COUNT(t[混])', 1],
    ['=COUNT(t[混],1,"2","x",1/0)', 3],
    ['=COUNTA(t[金额])', 3],
    ['=COUNTA(t[名])', 4],
    ['=COUNTA([@空],"")', 1],
    ['=COUNTBLANK(t[金额])', 1],
    ['=COUNTBLANK(t[名])', 1],
    ['=MIN(t[金额])', 100.1],
    ['=MAX(t[金额],500)', 500],
    ['=MAX(t[全空])', 0],
    ['=MIN(-1,2)', -1],
    ['=AVERAGE(t[金额])', 200.2],
    ['=AVERAGE(t[全空])', Unknown],
    ['=SUMPRODUCT(t[金额],t[数量])', 1701.7],
    ['=SUMPRODUCT((t[共享]="无条件共享")*t[金额])', 100.1],
    ['=SUMPRODUCT(t[数量],{1,2})', Unknown],
    ['=SUM(IF(t[数量]>2,t[数量],0))', 7],
    ['=SUM(ROUND(t[金额],0))', 600],
    ['=SUM(LEN(t[名]))', 7],
    ['=AND(t[数量]>0)', true],
    ['=OR(t[数量]>4)', false],
    ['=OR([@类型]={"字符型c","数值型N"})', true],
    ['=OR([@类型]={"数值型N","整型I"})', false],
    ['=AND(1,2,TRUE)', true],
    ['=OR("TRUE",FALSE)', true],
    ['=AND("x")', Unknown],
    ['=AND([@类型],[@空])', Unknown],
    ['=AND([@类型],TRUE)', true],
    ['=ROWS(t[金额])', 4],
  ],
  'COUNTIF, SUMIF, XLOOKUP': [
    ['=COUNTIF(t[共享],"无条件共享")', 1],
    ['=COUNTIF(t[共享],"*条件共享")', 2],
    ['=COUNTIF(t[共享],"?条件*")', 2],
    ['=COUNTIF(t[共享],"无条件*")', 1],
    ['=COUNTIF(t[共享],"<>不予共享")', 3],
    ['=COUNTIF(t[共享],"")', 1],
    ['=COUNTIF(t[共享],"=")', 1],
    ['=COUNTIF(t[共享],"<>")', 3],
    ['=COUNTIF(t[名],"=")', 0],
    ['=COUNTIF(t[名],"")', 1],
    ['=COUNTIF(t[名],"Db")', 2],
    ['=COUNTIF(t[混],5)', 2],
    ['=COUNTIF(t[混],"5")', 2],
    ['=COUNTIF(t[混],"<>5")', 2],
    ['=COUNTIF(t[混],TRUE)', 1],
    ['=COUNTIF(t[混],"TRUE")', 1],
    ['=COUNTIF(t[混],"*")', 2],
    ['=COUNTIF(t[混],">4")', 1],
    ['=COUNTIF(t[数量],">=2")', 3],
    ['=COUNTIF(t[数量],"<"&[@数量])', 2],
    ['=COUNTIF(t[数量],[@数量])', 1],
    ['=COUNTIF(t[数量],[@坏])', Unknown],
    ['=SUM(COUNTIF(t[名],{"web","db"}))', 3],
    ['=SUMIF(t[共享],"*条件共享",t[金额])', 300.3],
    ['=SUMIF(t[数量],">2")', 7],
    ['=SUMIF(t[共享],"不予共享",t[金额])=300.3', true],
    ['=SUMIF(t[数量],1,t[坏])', 1],
    ['=SUMIF(t[数量],2,t[坏])', Unknown],
    ['=XLOOKUP("DB",t[名],t[数量])', 2],
    ['=XLOOKUP("?b",t[名],t[数量])', Unknown],
    ['=XLOOKUP("没有",t[名],t[数量],"无")', '无'],
    ['=XLOOKUP("5",t[混],t[数量])', 2],
    ['=XLOOKUP(5,t[混],t[数量])', 1],
    ['=XLOOKUP(1,t[坏],t[数量])', 1],
    ['=XLOOKUP(3,t[坏],t[数量])', Unknown],
  ],
  rounding: [
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUND(-1.005,2)', -1.01],
    ['=ROUND(2.5,0)', 3],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(0.285,2)', 0.29],
    ['=ROUND(1.255,2)', 1.26],
    ['=ROUND(1234.5,-2)', 1200],
    ['=ROUND(50,-2)', 100],
    ['=ROUND(-0.4,0)', 0],
    ['=ROUND(1E-7,7)', 1e-7],
    ['=ROUND(1.5,400)', 1.5],
    ['=ROUND(1.5,-400)', 0],
    ['=ROUND(3*19.995,2)', 59.99],
    ['=ROUNDUP(1.001,2)', 1.01],
    ['=ROUNDUP(-1.001,2)', -1.01],
    ['=ROUNDUP(1.1+2.2,1)', 3.3],
    ['=ROUNDDOWN(1.999,2)', 1.99],
    ['=ROUNDDOWN(-1.999,2)', -1.99],
    ['=ROUNDDOWN(0.1*3*10,0)', 3],
    ['=INT(-1.5)', -2],
    ['=INT(0.1*3*10)', 3],
    ['=ABS(-2)', 2],
    ['=MOD(7,3)', 1],
    ['=MOD(-7,3)', 2],
    ['=MOD(7,-3)', -2],
    ['=MOD(5.3,0.1)', 0],
  ],
  text: [
    ['=LEN("县大数据局")', 5],
    ['=LEN("𠮷野")', 2],
    ['=LEN([@空])', 0],
    ['=LEN(1.50)', 3],
    ['=TRIM("  a   b ")', 'a b'],
    ['=LEFT("丰都县")', '丰'],
    ['=LEFT("丰都县",2)', '丰都'],
    ['=LEFT("a",5)', 'a'],
    ['=LEFT("a",-1)', Unknown],
    ['=LEFT("𠮷野",1)', '𠮷'],
    ['=RIGHT("丰都县",2)', '都县'],
    ['=RIGHT("丰都县",0)', ''],
    ['=MID("丰都县",2,1)', '都'],
    ['=MID("丰都县",9,1)', ''],
    ['=MID("丰都县",0,1)', Unknown],
    ['=EXACT("a","A")', false],
    ['=EXACT("a","a")', true],
    ['=SEARCH("B","abcb")', 2],
    ['=SEARCH("b","abcb",3)', 4],
    ['=SEARCH("c?d","abcxd")', 3],
    ['=SEARCH("b*d","abcxd")', 2],
    ['=SEARCH("*d","abcd")', 1],
    ['=SEARCH("~*","a*b")', 2],
    ['=SEARCH("","abc")', 1],
    ['=SEARCH("a","abc",9)', Unknown],
    ['=SEARCH("野","𠮷野")', 2],
    ['=FIND("B","abB")', 3],
    ['=FIND("*","a*")', 2],
    ['=FIND("b","abcb",3)', 4],
    ['=SUBSTITUTE("a-b-c","-","")', 'abc'],
    ['=TEXT(1203,"0""仟""0""佰""00")', '1仟2佰03'],
    ['=TEXT(7.5,"0""佰""0""元""")', '0佰8元'],
    ['=TEXT(1234,"0""拾""0")', '123拾4'],
    ['=TEXT(0,"0")', '0'],
    ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
    ['=SUBSTITUTE("a-b","-","+",5)', 'a-b'],
    ['=SUBSTITUTE("ab","","x")', 'ab'],
    ['=UPPER("web应用")', 'WEB应用'],
    ['=LOWER("WEB")', 'web'],
    ['=VALUE("1,234.5")', 1234.5],
    ['=VALUE("5台")', Unknown],
    ['=NOT(0)', true],
    ['=ISBLANK([@空])', true],
    ['=ISBLANK("")', false],
    ['=ISNUMBER([@数量])', true],
    ['=ISNUMBER([@文本数])', false],
  ],
  dates: [
    ['=DATE(2024,2,29)', 45351],
    ['=DATE(2024,14,1)', 45689],
    ['=DATE(2024,3,0)', 45351],
    ['=DATE(124,2,29)', 45351],
    ['=DATE(10000,1,1)', Unknown],
    ['=DATE(-1,1,1)', Unknown],
    ['=YEAR(45351)', 2024],
    ['=MONTH(45351.9)', 2],
    ['=DAY(45351)', 29],
    ['=YEAR(-1)', Unknown],
    ['=YEAR("去年")', Unknown],
  ],
  'cells, fields, choices': [
    ['=[@产品配置.vcpu]*[@数量]', 12],
    ['=[@空]', null],
    ['=[@真]', true],
    ['=IF([@真],"是","否")', '是'],
    ['=IF(FALSE,1)', false],
    ['=IF("x",1,2)', Unknown],
    ['=if([@空],1,2)', 2],
    ['=IFS([@数量]>5,"多",[@数量]>2,"中",TRUE,"少")', '中'],
  ],
};

describe('compileExpression', () => {
  for (const [title, rows] of Object.entries(tables)) {
    describe(title, () => {
      for (const [source, expected] of rows) {
        it(`${source} is ${String(expected)}`, () => {
          assert.strictEqual(evaluate(source), expected);
        });
      }
    });
  }

  it('takes a criterion that is a cell for its content, never for a pattern', () => {
    const criteria: readonly (readonly [Scalar, number])[] = [
      ['*', 1],
      ['>1', 1],
      ['A', 2],
      [2, 2],
      [null, 0],
      ['', 2],
    ];
    for (const [criterion, count] of criteria) {
      const over = { ...scope, cell: () => criterion, column: () => ['*', '>1', 'a', 'A', 2, '2', null, ''] };
      assert.equal(evaluate('=COUNTIF(t[a],[@b])', over), count, String(criterion));
    }
  });

  it('adds a hundred thousand amounts to the fen', () => {
    const over = { ...scope, column: () => new Array<number>(130_000).fill(0.1) };
    assert.equal(evaluate('=SUM(t[a])', over), 13_000);
  });

  it('answers a text longer than a cell can hold as Excel does', () => {
    const long = 'x'.repeat(30_000);
    const over = { ...scope, cell: () => long };
    assert.equal(evaluate('=[@a]&[@a]', over), Unknown);
    assert.equal(evaluate('=LEN(SUBSTITUTE([@a],"x",[@a]))', over), Unknown);
  });

  it('walks a column once for all rows that share a memory', () => {
    const memory = new Memory();
    let walks = 0;
    const over = (amount: number): Scope => ({
      ...scope,
      cell: () => amount,
      column: () => {
        walks++;
        return [1, 2, 3];
      },
      memory,
    });
    const share = compileExpression(parseExpression('=[@a]/SUM(t[a])+COUNTIF(t[a],[@a])'));
    assert.deepEqual(
      [1, 2, 3, 3].map((amount) => share(over(amount))),
      [1 / 6 + 1, 2 / 6 + 1, 1.5, 1.5],
    );
    assert.equal(walks, 2);
  });
});

describe('evaluateFigure', () => {
  const figures: readonly (readonly [string, Scalar | Unknown, number])[] = [
    ['=SUM(t[金额])', 600.6, 0],
    ['=SUM(t[坏])', 4, 2],
    ['=SUM(t[坏]*t[数量])', 10, 2],
    ['=SUMPRODUCT(t[坏],t[也坏])', 1, 3],
    ['=COUNTIF(t[坏],">0")', 2, 2],
    ['=SUMIF(t[数量],">1",t[坏])', 3, 2],
    ['=COUNTIF(t[坏],1)+COUNTIF(t[坏],3)', 2, 2],
    ['=SUM(t[坏])+SUM(t[也坏])', 7, 3],
    ['=AVERAGE(t[坏])', 2, 2],
    ['=MAX(t[坏],fields[坏])', 3, 3],
    ['=COUNTA(t[坏])', 4, 0],
    ['=fields[坏]', Unknown, 0],
    ['=IF(AND(fields[坏]),1,2)', Unknown, 0],
  ];
  for (const [source, value, skipped] of figures) {
    it(`${source} is ${String(value)}, ${String(skipped)} left out`, () => {
      assert.deepEqual(evaluateFigure(parseExpression(source), scope), { value, skipped });
    });
  }
});
