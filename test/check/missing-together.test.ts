import assert from 'node:assert/strict';
import { checkForms } from '../../src/check/check-forms.ts';
import { messageOf } from '../../src/rules/messages.ts';
import type { Oddity } from '../../src/locate/located.ts';
import { choiceOf, filledForms, text, type Sheet, type UseSpec } from '../rules/filled-form.ts';

const NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];

/** Fields of these names, all required; those in `given` are filled in. */
function fieldsOf(names: readonly string[], given: readonly string[], more: readonly UseSpec[] = []): Sheet {
  return {
    fields: Object.fromEntries(names.map((name) => [name, [text, given.includes(name) ? '有' : null] as const])),
    rules: [...names.map((at): UseSpec => ({ rule: 'required', at })), ...more],
  };
}

/** A table with three required columns; a dot is a blank cell. */
function tableOf(...rows: readonly string[]): Sheet {
  const columns = ['名称', '数量', '单位'];
  return {
    columns: { items: Object.fromEntries([...columns, '备注'].map((name) => [name, text])) },
    rows: { items: rows.map((row) => Array.from(row, (cell) => (cell === '.' ? null : cell))) },
    rules: columns.map((column): UseSpec => ({ rule: 'required', at: `items[${column}]` })),
  };
}

function told(...sheets: readonly Sheet[]): string[] {
  return checkForms(filledForms(...sheets)).findings.map((finding) => {
    const where = [finding.cell ?? '–', finding.field ?? '–', finding.case].join(' ');
    const also = finding.related ? ` also ${finding.related.join(' ')}` : '';
    return `${where}: ${messageOf(finding, 'zh')}${also}`;
  });
}

describe('check: what is missing', () => {
  it('is told in each cell where a few are blank', () => {
    assert.deepEqual(told(fieldsOf(NAMES, ['甲', '乙'])), [
      'B3 丙 missing: “丙”未填写。请补填。',
      'B4 丁 missing: “丁”未填写。请补填。',
      'B5 戊 missing: “戊”未填写。请补填。',
      'B6 己 missing: “己”未填写。请补填。',
      'B7 庚 missing: “庚”未填写。请补填。',
      'B8 辛 missing: “辛”未填写。请补填。',
    ]);
  });

  it('is told once where a form is half filled in', () => {
    assert.deepEqual(told(fieldsOf(NAMES, ['乙'])), [
      'B1 – missing-fields: 还有 7 栏必填的内容没有填写：甲、丙、丁、戊、己、庚、辛。请补填后再检查一次。 also B3 B4 B5 B6 B7 B8',
    ]);
  });

  it('is told in each cell where it is little of a long form', () => {
    const names = Array.from({ length: 24 }, (_, i) => `栏${String(i + 1)}`);
    assert.equal(told(fieldsOf(names, names.slice(7))).length, 7);
    assert.equal(told(fieldsOf(names, names.slice(8))).length, 1);
  });

  it('keeps what rests on other words, and what is graver, apart', () => {
    const sheet = fieldsOf(
      NAMES.slice(0, 6),
      [],
      [
        { rule: 'required', at: '庚', severity: 'warning' },
        { rule: 'required', at: '辛', basis: '第一条' },
      ],
    );
    const more = { ...sheet.fields, 庚: [text, null] as const, 辛: [text, null] as const };
    const clauses = { 第一条: { document: '某府发〔2024〕1号', place: '第一条', text: '……' } };
    assert.deepEqual(told({ ...sheet, fields: { ...more, 名称: [text, '某平台'] }, clauses }), [
      'B1 – missing-fields: 还有 6 栏必填的内容没有填写：甲、乙、丙、丁、戊、己。请补填后再检查一次。 also B2 B3 B4 B5 B6',
      'B7 庚 missing: “庚”未填写。请补填。',
      'B8 辛 missing: “辛”未填写。请补填。',
    ]);
  });

  it('is told of each copy by itself', () => {
    assert.equal(told(fieldsOf(NAMES, ['甲']), fieldsOf(NAMES, ['甲', '乙'])).length, 1 + 6);
  });

  it('is told once of columns that were left out', () => {
    assert.deepEqual(told(tableOf('甲..', '乙..', '丙..', '丁..', '戊..')), [
      'B2 – missing-cells: “数量、单位”有 10 格没有填写（第 2–6 行）。请逐行补填后再检查一次。 also C2 B3 C3 B4 C4 B5 C5 B6 C6',
    ]);
  });

  it('is told in each cell of a table where few are blank, or few in each column', () => {
    assert.equal(told(tableOf('甲..', '乙..', '丙..', '丁..')).length, 8);
    const scattered = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? '甲甲甲' : i < 20 ? '乙.乙' : '丙丙丙'));
    assert.equal(told(tableOf(...scattered)).length, 10);
  });

  it('is told of the cells in other columns beside it', () => {
    const rows = ['甲.一', '.二二', ...Array.from({ length: 9 }, () => '丙.三')];
    assert.deepEqual(
      told(tableOf(...rows)).map((line) => line.split(':')[0]),
      ['B2 数量 missing-cells', 'A3 名称 missing'],
    );
  });

  it('names few cells of a long table', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => (i % 3 === 0 ? '甲甲甲' : '甲.甲'));
    const [finding, ...others] = checkForms(filledForms(tableOf(...rows))).findings;
    assert.equal(others.length, 0);
    assert.ok(finding);
    assert.equal(finding.params.count, 3333);
    assert.equal(finding.related?.length, 2000);
    assert.match(messageOf(finding, 'en'), /^Cells under “数量” are still blank: 3333 \(rows 3–4, 6–7, .*…\)\./);
  });

  it('is told once of labels that are nowhere', () => {
    const oddities = NAMES.map((label): Oddity => {
      return { case: 'missing-field', severity: 'error', sheet: 0, at: null, field: label, params: { label } };
    });
    const sheet: Sheet = { fields: { 名称: [text, '某平台'] }, rules: [{ rule: 'layout' }] };
    assert.deepEqual(told({ ...sheet, oddities }), [
      '– – missing-fields: 有 8 栏没有找到：甲、乙、丙、丁、戊、己、庚、辛。请补上，或改回原来的名称；这些栏没有检查。',
    ]);
    assert.equal(told({ ...sheet, oddities: oddities.slice(2) }).length, 6);
  });

  it('is told once of a list of which nothing is said', () => {
    const list = Array.from({ length: 12 }, (_, i) => `第${String(i + 1)}项`);
    const sheet: Sheet = {
      columns: { list: { 材料: text, 情况: choiceOf('有', '不适用') } },
      entries: { list: { column: '材料', list } },
      rows: { list: list.map((entry, i) => [entry, i === 0 ? '有' : null]) },
      rules: [{ rule: 'checklist', at: 'list[情况]' }],
    };
    assert.deepEqual(
      told(sheet).map((line) => line.split(' also')[0]),
      ['B3 情况 no-states: 有 11 项没有写明情况（第 3–13 行）。请逐项填写；不涉及的也请写明。'],
    );
  });
});
