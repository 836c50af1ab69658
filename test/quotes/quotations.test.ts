import assert from 'node:assert/strict';
import { quotationsOf } from '../../scripts/quotations.ts';
import { readTemplates } from '../../scripts/read-templates.ts';

const { forms, procedures } = readTemplates();
const quotations = quotationsOf(forms, procedures);

function quoted(file: string, document?: string): readonly string[] {
  return quotations
    .filter(
      ({ where, document: of }) =>
        where.startsWith(`templates/${file} `) && (document === undefined || of === document),
    )
    .map(({ text }) => text);
}

describe('scripts/quotations: what the definitions quote', () => {
  for (const [file, ...texts] of [
    ['jinzhai/pc-purchase.yaml', '金寨县行政事业单位办公电脑采购申报表', '规格型号', '购置依据或理由'],
    ['yunyang/catalogue.yaml', '信息资源格式', '无条件共享', '字符型C'],
    ['fengdu/application.yaml', '□新建    □续建', '备注：本表一式三份，项目实施单位、县发展改革委、县委网信办各一份。'],
    ['fengdu/procedure.yaml', '县发展改革委', '县委网信办', '审计报告', '建成后半年内'],
    ['gaoqing/letter.yaml', '关于申请', '建设项目的函'],
  ] as const) {
    it(`${file}: ${texts.join(', ')}`, () => {
      const all = quoted(file);
      for (const text of texts) assert.ok(all.includes(text), text);
    });
  }
  it('gives a clause of another document as of that document', () => {
    assert.equal(quoted('jinzhai/pc-purchase.yaml', '财资〔2016〕27号').length, 1);
  });
  it('gives all clauses of all definitions', () => {
    const clauses = forms.flatMap((form) => Object.values(form.clauses).map(({ text }) => text));
    const steps = procedures.flatMap(({ steps }) => steps.flatMap(({ clauses }) => clauses.map(({ text }) => text)));
    const all = new Set(quotations.map(({ text }) => text));
    assert.deepEqual(
      [...clauses, ...steps].filter((text) => !all.has(text)),
      [],
    );
  });
});
