// A script as one would write it with ajv and SheetJS: read the sheet, make an object of each row, validate it against a
// compiled JSON Schema. It says more than the other peer (types by format, conditional requirements), and less than we do:
// no duplicates, nothing about names, no nearest match, no synonyms, no cells, no sentences.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { read, utils } from '@e965/xlsx';
import { CHOICES, FORMATS, headerOf, LENGTH, REQUIRED, ROWS_ABOVE, WAYS } from './catalogue-form.mjs';

const filled = { type: 'string', minLength: 1 };
const when = (column, value) => ({ properties: { [column]: { const: value } }, required: [column] });

const schema = {
  type: 'object',
  required: REQUIRED,
  properties: {
    部门名称: filled,
    信息资源名称: filled,
    信息项名称: filled,
    ...Object.fromEntries(Object.entries(CHOICES).map(([column, values]) => [column, { enum: values }])),
    共享方式: { type: 'string', pattern: WAYS },
    数据长度: { type: 'string', pattern: LENGTH },
  },
  allOf: [
    ...Object.entries(FORMATS)
      .filter(([, types]) => types.length > 0)
      .map(([format, types]) => ({ if: when('分类', format), then: { properties: { 类型: { enum: types } } } })),
    { if: when('分类', '数据库类'), then: { required: ['数据类型'] } },
    { if: when('是否向社会开放', '是'), then: { required: ['开放条件'] } },
    { if: { not: when('共享类型', '不予共享') }, then: { required: ['共享方式'] } },
  ],
};

const validate = new Ajv({ allErrors: true }).compile(schema);
const workbook = read(readFileSync(process.argv[2]), { dense: true, raw: true });
const rows = utils.sheet_to_json(workbook.Sheets[workbook.SheetNames[0]], { header: 1, blankrows: false });
const header = headerOf(rows);
let errors = 0;
for (let at = ROWS_ABOVE; at < rows.length; at++) {
  const entry = {};
  rows[at].forEach((value, column) => {
    if (value !== '') entry[header[column]] = String(value);
  });
  if (!validate(entry)) errors += validate.errors.filter(({ keyword }) => keyword !== 'if').length;
}
console.log(JSON.stringify({ rows: rows.length - ROWS_ABOVE, errors }));
