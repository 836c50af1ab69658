import assert from 'node:assert/strict';
import { tidy } from '../../src/forms/fold.ts';
import type { Form } from '../../src/forms/form.ts';
import type { FilledForm } from '../../src/locate/filled.ts';
import { fillForm } from '../../src/locate/fill-form.ts';
import { locateForms } from '../../src/locate/locate-forms.ts';
import { allForms } from '../check-file.ts';
import { type AnswerCell, type BlankSheet, blankSheet, type Written } from './blank-sheet.ts';
import { fieldOf, locateIn, odditiesOf, rowsOf, smallForm, workbookOf } from './small-form.ts';

/** How a note begins: in the last row of a form it is one. */
const NOTES = [
  '说明：项目2026年2月开工，8月试运行。',
  '注：本项目已完成。',
  '备注：已与县财政局沟通。',
  '附件：建设总结一份。',
  '1.建设背景和依据：上级要求。\n2.建设内容：平台。',
];
const OTHERS = [
  '项目名称：就业系统。资金来源：自筹资金。',
  '联系电话：023-70701234，联系人张三。',
  '申请单位：县教育局  日期：2026年3月1日',
  '合计 95 万元，其中软件 60 万元。',
  '合计：95万元',
  '一、项目概况\n项目名称：就业系统\n二、建设内容：略',
  '（一）项目简介：就业系统',
  '项目名称\n就业系统',
  '申请IP地址数量：2个，服务器名称：应用服务器',
  '单位意见：同意\n负责人：张三',
];

const FORMS = allForms().filter(({ fields }) => fields.every(({ paragraph }) => paragraph === undefined));

function readIn(form: Form, sheet: BlankSheet, texts: readonly Written[], known: readonly Form[] = [form]): FilledForm {
  const workbook = workbookOf(sheet.filled(texts));
  const { located, problem } = locateForms(workbook, known);
  assert.ok(located, problem?.code);
  assert.deepEqual(
    located.map((one) => one.form.id),
    [form.id],
  );
  const [only] = located;
  assert.ok(only);
  return fillForm(workbook, only);
}

/** What a form was read as, but for some fields. */
function restOf(filled: FilledForm, but: readonly string[]): unknown {
  const { fields, tables } = filled.located.form;
  return {
    fields: fields.filter(({ key }) => !but.includes(key)).map(({ key }) => [key, ...fieldOf(filled, key)]),
    tables: tables.map(({ key }) => [key, filled.tables.has(key) ? rowsOf(filled, [], key) : 'not found']),
    oddities: odditiesOf(filled),
  };
}

function openingsOf(form: Form): readonly string[] {
  const labels = form.fields.filter(({ optional, beside }) => !optional && beside === undefined);
  const headings = form.tables.flatMap(({ columns }) =>
    columns.slice(0, 2).flatMap(({ labels }) => labels.slice(0, 1)),
  );
  return [
    ...NOTES,
    ...OTHERS,
    `已按《${form.title}》准备材料，请审批。`,
    `《${form.title}》已报送`,
    ...headings.map((heading) => `${heading}：甲乙丙`),
    ...form.sections.flatMap(({ headings }) => headings.slice(0, 1).map((words) => `${words}服务器两台`)),
    ...labels.flatMap(({ labels }) => labels.slice(0, 1).map((label) => `${label}：甲乙丙。`)),
    ...labels.flatMap(({ labels }) => labels.slice(0, 1).map((label) => `本项目${label}：甲乙丙`)),
    labels.map(({ labels }) => `${labels[0] ?? ''}：甲`).join('\n'),
  ].filter((text) => text !== '');
}

/** What may be written into an answer: not a note at the very end, and not its own label. */
function mayBegin(text: string, { field, at }: AnswerCell, answers: readonly AnswerCell[]): boolean {
  // Labels with gaps between them may be meant as such where a name is asked for.
  const isShort = field.type.kind === 'text' && field.type.lines === 'join';
  if (isShort && /：.* {2}.*：/u.test(text)) return false;
  const isLast = answers.every((other) => other.at.row <= at.row);
  return !(isLast && NOTES.includes(text)) && !field.labels.some((label) => text.includes(label));
}

function asRead(text: string, { field: { type } }: AnswerCell): string {
  return type.kind === 'text' && type.lines === 'join' ? tidy(text).replaceAll('\n', '') : tidy(text);
}

describe('locate: an answer is read whole, whatever words it begins with', () => {
  for (const form of FORMS) {
    it(`in all text cells of ${form.id}`, () => {
      const sheet = blankSheet(form);
      const texts = sheet.answers.filter(({ field }) => field.type.kind === 'text');
      const keys = texts.map(({ field }) => field.key);
      const openings = openingsOf(form);
      const before = restOf(readIn(form, sheet, []), keys);
      const lost = openings.flatMap((_, shift) => {
        // Each cell has another opening, and each opening comes to each cell.
        const written = texts.map((answer, i) => {
          const text = openings[(i + shift) % openings.length] ?? '';
          return { answer, at: answer.at, text: mayBegin(text, answer, sheet.answers) ? text : '正常内容' };
        });
        const filled = readIn(form, sheet, written);
        assert.deepEqual(restOf(filled, keys), before, written.map(({ text }) => text).join(' | '));
        return written.flatMap(({ answer, text }) => {
          const value = filled.fields.get(answer.field.key)?.reading.value ?? null;
          return value === asRead(text, answer) ? [] : [{ field: answer.field.key, text, value }];
        });
      });
      assert.deepEqual(lost, []);
    });
  }

  it('also as the only one of its form, among all forms', () => {
    for (const form of FORMS) {
      const sheet = blankSheet(form);
      const prose = sheet.answers.find(({ field: { type } }) => type.kind === 'text' && type.lines === 'keep');
      if (!prose) continue;
      const text = `说明：已按《${form.title}》要求编制。项目名称：就业系统`;
      const filled = readIn(form, sheet, [{ at: prose.at, text }], FORMS);
      assert.equal(filled.fields.get(prose.field.key)?.reading.value, text, form.id);
    }
  });
});

const FACTS = smallForm(`
fields:
  申请单位: { required: true }
  负责人: { required: true }
  电话: { label: [联系电话], required: true }
  理由: { label: 购置依据, type: lines, required: true }
  备注: { type: lines, optional: true }
tables:
  items: { optional: true, columns: { 名称: {}, 数量: {}, 备注: {} } }
`);

describe('locate: words in an answer, and labels', () => {
  for (const [title, rows, merges, expected] of [
    [
      'a label that the form has nowhere else is one, behind an answer',
      [
        ['申请单位', '县教育局'],
        ['负责人', '张三  联系电话：023-70701234'],
        ['购置依据', '更新'],
      ],
      [],
      { 负责人: 'B2 张三', 电话: 'B2 023-70701234' },
    ],
    [
      'labels with their values may share a cell',
      [['申请单位：县教育局  负责人：张三'], ['联系电话：023-70701234'], ['购置依据：更新']],
      [],
      { 申请单位: 'A1 县教育局', 负责人: 'A1 张三', 电话: 'A2 023-70701234' },
    ],
    [
      'a label with its own cell goes before one in a sentence',
      [
        ['我单位拟购置电脑，联系电话：见下。'],
        ['申请单位', '县教育局'],
        ['负责人', '张三'],
        ['联系电话', '12345'],
        ['购置依据', '更新'],
      ],
      [],
      { 电话: 'B4 12345' },
    ],
    [
      'a box below a label holds its answer',
      [
        ['申请单位', '县教育局', '负责人', '张三'],
        ['联系电话', '12345'],
        ['购置依据'],
        ['说明：申请单位：县教育局。'],
        ['备注'],
      ],
      ['A3:D3', 'A4:D4', 'A5:D5'],
      { 申请单位: 'B1 县教育局', 理由: 'A4 说明：申请单位：县教育局。' },
    ],
    [
      'a note in the last row is none',
      [['申请单位', '县教育局', '负责人', '张三'], ['联系电话', '12345'], ['购置依据'], ['说明：本表一式三份。']],
      ['A3:D3', 'A4:D4'],
      { 理由: 'E3 null' },
    ],
    [
      'a label below an empty one is a label',
      [['申请单位', '县教育局'], ['负责人', '张三'], ['购置依据'], ['联系电话：12345']],
      [],
      { 电话: 'A4 12345' },
    ],
    [
      'no label for what the form need not have begins an answer',
      [
        ['申请单位', '县教育局'],
        ['负责人', '张三'],
        ['联系电话', '12345'],
        ['购置依据', '备注：更新'],
      ],
      [],
      { 理由: 'B4 备注：更新', 备注: 'not found' },
    ],
    [
      'a text goes on behind labels that have cells of their own',
      [
        ['申请单位', '县教育局'],
        ['负责人', '张三'],
        ['联系电话', '12345'],
        ['购置依据：更新。联系电话：见上。备注：自用'],
      ],
      [],
      { 理由: 'A4 更新。联系电话：见上。', 电话: 'B3 12345', 备注: 'A4 自用' },
    ],
    [
      'a text in the lines below its label, in the same cell',
      [['申请单位', '县教育局'], ['负责人', '张三'], ['联系电话', '12345'], ['购置依据\n说明：更新。']],
      [],
      { 理由: 'A4 说明：更新。' },
    ],
    [
      'a label said again with its value is left out',
      [
        ['申请单位', '申请单位：县教育局'],
        ['负责人', '张三'],
        ['联系电话', '12345'],
        ['购置依据', '更新'],
      ],
      [],
      { 申请单位: 'B1 县教育局' },
    ],
  ] as const) {
    it(title, () => {
      const filled = locateIn(FACTS, rows, merges);
      const found = Object.keys(expected).map((key) => [key, fieldOf(filled, key).map(String).join(' ')]);
      assert.deepEqual(Object.fromEntries(found), expected);
    });
  }
});
