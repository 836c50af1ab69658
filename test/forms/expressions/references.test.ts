import assert from 'node:assert/strict';
import { parseExpression } from '../../../src/forms/expressions/parse-expression.ts';
import { referencesOf } from '../../../src/forms/expressions/references.ts';

const table: readonly (readonly [string, ReturnType<typeof referencesOf>])[] = [
  ['=1+1', { cells: [], columns: [], tables: [], fields: [] }],
  ['=[@数量]*[@单价]+[@数量]', { cells: ['数量', '单价'], columns: [], tables: [], fields: [] }],
  [
    '=IF(-[@a]%>1,SUM(t[x],t[y],t[x],u[x]),ROWS(t)+ROWS(t)+fields[p]+fields[q]+fields[p])',
    {
      cells: ['a'],
      columns: [
        { table: 't', column: 'x' },
        { table: 't', column: 'y' },
        { table: 'u', column: 'x' },
      ],
      tables: ['t'],
      fields: ['p', 'q'],
    },
  ],
  ['=[@产品配置.vcpu]', { cells: ['产品配置.vcpu'], columns: [], tables: [], fields: [] }],
];

describe('referencesOf', () => {
  for (const [source, references] of table) {
    it(source, () => {
      assert.deepEqual(referencesOf(parseExpression(source)), references);
    });
  }
});
