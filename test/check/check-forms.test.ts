import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkForms } from '../../src/check/check-forms.ts';
import type { Finding } from '../../src/check/finding.ts';
import {
  choiceOf,
  filledForm,
  filledForms,
  integer,
  money,
  text,
  type Row,
  type Sheet,
  type UseSpec,
} from '../rules/filled-form.ts';

/** Findings as one reads them: place, rule and case. */
function told(...sheets: readonly Sheet[]): readonly string[] {
  return checkForms(filledForms(...sheets)).findings.map(brief);
}

function brief({ sheet, cell, rule, case: name }: Finding): string {
  return `${sheet}!${cell ?? '*'} ${rule} ${name}`;
}

const purchase: Pick<Sheet, 'columns' | 'rules'> = {
  columns: { items: { 品目: text, 数量: integer, 单价: money, 金额: money } },
  rules: [
    { rule: 'computed', at: 'items[金额]', options: { value: '=[@数量]*[@单价]' } },
    { rule: 'required', at: 'items[品目]' },
    { rule: 'required', at: 'items[数量]' },
    ...['数量', '单价', '金额'].flatMap((column): UseSpec[] => [
      { rule: 'formula-error', at: `items[${column}]` },
      { rule: 'type', at: `items[${column}]` },
    ]),
    { rule: 'example', at: 'items[品目]' },
    { rule: 'layout' },
    { rule: 'not-filled' },
  ],
};

describe('checkForms', () => {
  it('puts findings in the order of sheet, row, column and rule', () => {
    const rows = {
      items: [
        [null, null, 1, null],
        ['甲', '２', 5, 11],
      ],
    };
    assert.deepEqual(told({ ...purchase, rows }, { ...purchase, rows }), [
      'Sheet1!A2 required missing',
      'Sheet1!B2 required missing',
      'Sheet1!B3 type number-tidied',
      'Sheet1!D3 computed differs',
      'Sheet2!A2 required missing',
      'Sheet2!B2 required missing',
      'Sheet2!B3 type number-tidied',
      'Sheet2!D3 computed differs',
    ]);
  });

  it('says a thing once, however many uses of a rule find it', () => {
    const rules: UseSpec[] = [
      { rule: 'required', at: 'items[品目]' },
      { rule: 'required', at: 'items[品目]', when: '=[@数量]>0' },
    ];
    assert.deepEqual(told({ ...purchase, rules, rows: { items: [[null, 1]] } }), ['Sheet1!A2 required missing']);
  });

  it('keeps two conditions on one cell apart', () => {
    const rules = ['甲', '乙'].map((zh): UseSpec => ({
      rule: 'formula',
      at: 'items[数量]',
      options: { condition: '=[@数量]>5' },
      message: { zh, en: zh },
    }));
    const { findings } = checkForms([filledForm({ ...purchase, rules, rows: { items: [['甲', 1]] } })]);
    assert.deepEqual(
      findings.map(({ wording }) => wording?.zh),
      ['甲', '乙'],
    );
  });

  describe('one cause, one finding', () => {
    const cases: readonly (readonly [title: string, sheet: Sheet, findings: readonly string[]])[] = [
      [
        'a blank form is told once',
        { ...purchase, fields: { 单位: [text, null] }, rows: { items: [] } },
        ['Sheet1!* not-filled blank'],
      ],
      [
        'an unreadable value is told where it stands, not where it is used',
        { ...purchase, rows: { items: [['甲', '无数', 5, 11]] } },
        ['Sheet1!B2 type not-a-number'],
      ],
      [
        'a formula without a result is not a missing value, nor a zero elsewhere',
        { ...purchase, rows: { items: [['甲', { value: null, formula: 'B9' }, 5, 11]] } },
        ['Sheet1!B2 formula-error not-calculated'],
      ],
      [
        'an error value is not a wrong type',
        { ...purchase, rows: { items: [['甲', { value: { error: '#N/A' }, formula: 'NA()' }, 5, 11]] } },
        ['Sheet1!B2 formula-error error-value'],
      ],
      [
        'of an example row nothing else is said',
        {
          ...purchase,
          rows: {
            items: [
              ['如：台式机', null, 5, 11],
              ['台式机', 1, 5, 5],
            ],
          },
        },
        ['Sheet1!A2 example left-in'],
      ],
      [
        'of a missing column nothing is said in the rows',
        {
          ...purchase,
          missing: ['items[数量]'],
          oddities: [
            {
              case: 'missing-column',
              severity: 'error',
              sheet: 0,
              at: { row: 0, column: 0 },
              field: '数量',
              params: { heading: '数量' },
            },
          ],
          rows: {
            items: [
              ['甲', null, 5, 11],
              ['乙', null, 5, 11],
            ],
          },
        },
        ['Sheet1!A1 layout missing-column'],
      ],
    ];
    for (const [title, sheet, findings] of cases) it(title, () => assert.deepEqual(told(sheet), findings));
  });

  describe('a carried-down value', () => {
    const columns = { items: { 资源: { type: choiceOf('甲', '乙'), carryDown: true }, 项: text } };

    it('is told where it was written, once', () => {
      const rules: UseSpec[] = [
        { rule: 'choice', at: 'items[资源]' },
        { rule: 'formula', at: 'items[资源]', options: { condition: '=[@项]="x"' } },
      ];
      const rows = {
        items: [
          ['丙', 'a'],
          [null, 'b'],
          [null, 'c'],
          ['甲', 'x'],
          [null, 'd'],
          [null, 'e'],
        ],
      };
      assert.deepEqual(told({ columns, rules, rows }), [
        'Sheet1!A2 choice not-listed',
        'Sheet1!A2 formula broken',
        'Sheet1!A5 formula broken',
      ]);
    });

    it('is no missing value', () => {
      const rules: UseSpec[] = [{ rule: 'required', at: 'items[资源]' }];
      assert.deepEqual(
        told({
          columns,
          rules,
          rows: {
            items: [
              ['甲', 'a'],
              [null, 'b'],
            ],
          },
        }),
        [],
      );
    });
  });

  it('takes severity, clause and message from the definition, but leaves advice on spelling as it is', () => {
    const message = { zh: '请写明', en: 'State it' };
    const clauses = { 说明2: { document: '某府发〔2024〕1号', place: '附件1说明2', text: '…' } };
    const rules: UseSpec[] = [{ rule: 'choice', at: 'items[类]', severity: 'warning', basis: '说明2', message }];
    const sheet: Sheet = {
      columns: { items: { 类: choiceOf('无条件') } },
      clauses,
      rules,
      rows: { items: [['丙'], ['無條件']] },
    };
    const { findings } = checkForms([filledForm(sheet)]);
    assert.deepEqual(
      findings.map(({ severity, basis, wording }) => [severity, basis, wording]),
      [
        ['warning', '某府发〔2024〕1号 附件1说明2', message],
        ['info', '某府发〔2024〕1号 附件1说明2', undefined],
      ],
    );
  });

  it('keeps the definition’s message where it makes a check mild', () => {
    const message = { zh: '宜写明', en: 'Better state it' };
    for (const rule of [
      { rule: 'formula', options: { condition: '=[@数量]>5' } },
      { rule: 'required', options: {} },
    ]) {
      const rules: UseSpec[] = [
        { ...rule, at: `items[${rule.rule === 'formula' ? '数量' : '品目'}]`, severity: 'info', message },
      ];
      const { findings } = checkForms([filledForm({ ...purchase, rules, rows: { items: [[null, 1]] } })]);
      assert.deepEqual(
        findings.map(({ severity, wording }) => [severity, wording]),
        [['info', message]],
      );
    }
  });

  it('never offers to write over a formula', () => {
    const rows: Row[] = [
      ['甲', { value: '５', formula: 'LEFT("５台",1)' }],
      ['乙', '５'],
    ];
    const { findings } = checkForms([filledForm({ ...purchase, rows: { items: rows } })]);
    assert.deepEqual(
      findings.map(({ cell, fix }) => [cell, fix]),
      [
        ['B2', []],
        ['B3', [{ cell: 'B3', value: 5 }]],
      ],
    );
  });

  it('mends a value that shares its cell with its label inside the cell', () => {
    const form = filledForm({ fields: { 数量: [integer, '５台左右'] }, rules: [{ rule: 'type', at: '数量' }] });
    const [field] = [...form.fields.values()];
    assert.ok(field);
    const remark = { case: 'number-tidied', severity: 'info', params: { text: '５台', normal: 5 }, normal: 5 } as const;
    const inline = {
      ...field,
      located: { ...field.located, inline: '５台' },
      reading: { ...field.reading, remarks: [remark] },
    };
    const { findings } = checkForms([{ ...form, fields: new Map([['数量', inline]]) }]);
    assert.deepEqual(
      findings.map(({ fix }) => fix),
      [[{ cell: 'B1', value: '5左右' }]],
    );
  });

  it('lets a rule of the form see no row, whatever its condition looks at', () => {
    const equal = (left: string, when?: string): UseSpec => ({
      rule: 'equal',
      at: 'items[金额]',
      options: { left, right: '=1' },
      ...(when === undefined ? {} : { when }),
    });
    const items = [
      ['甲', 2, 3, 6],
      ['乙', 1, 5, 5],
    ];
    for (const [left, when, expected] of [
      ['=[@金额]', undefined, []],
      ['=[@金额]', '=1=1', []],
      ['=[@金额]', '=[@数量]>1', []],
      ['=SUM(items[金额])', '=[@数量]>1', ['Sheet1!* equal differs']],
    ] as const) {
      assert.deepEqual(
        told({ ...purchase, rules: [equal(left, when)], rows: { items } }),
        expected,
        `${left} ${when ?? ''}`,
      );
    }
  });

  it('tells by its place which of two sheets of one name is meant', () => {
    const rows = { items: [[null, 1]] };
    const { findings } = checkForms(filledForms({ ...purchase, name: '表', rows }, { ...purchase, name: '表', rows }));
    assert.deepEqual(
      findings.map(({ sheet, sheetIndex, cell }) => [sheet, sheetIndex, cell]),
      [
        ['表', 0, 'A2'],
        ['表', 1, 'A2'],
      ],
    );
  });

  it('counts the findings of each form', () => {
    const [first, second] = checkForms(
      filledForms({ ...purchase, rows: { items: [[null, 1]] } }, { ...purchase, rows: { items: [['甲', '２']] } }),
    ).forms;
    assert.deepEqual(
      [first?.counts, second?.counts],
      [
        { error: 1, warning: 0, info: 0 },
        { error: 0, warning: 0, info: 1 },
      ],
    );
  });

  it('judges the rows of a table as it would judge each alone', () => {
    const cell = fc.constantFrom(null, '甲', '如：甲', 0, 1, 2, 5, '２', '若干', 10);
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 });
    const rules = (purchase.rules ?? []).filter(({ rule }) => rule !== 'not-filled');
    const findingsOf = (items: readonly Row[]): readonly Finding[] =>
      checkForms([filledForm({ ...purchase, rules, rows: { items } })]).findings;
    fc.assert(
      fc.property(rows, (items) => {
        const alone = items.flatMap((row, at) => findingsOf([...items.slice(0, at).map(() => null), row]));
        assert.deepEqual(findingsOf(items), alone);
      }),
    );
  });
});
