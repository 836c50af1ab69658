// What react-spreadsheet-import does with a file between dropping it and showing the table of errors, by its own
// functions and in its own order, without a screen: read, heading, columns matched, values matched, validated. It can say
// which columns must be filled and what may stand in them; rules over several columns would be code of the page around it.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { CHOICES, COLUMNS, headerOf, LENGTH, REQUIRED, ROWS_ABOVE, WAYS } from './catalogue-form.mjs';

const require = createRequire(import.meta.url);

// Its functions stand in modules that also load the screen; a process without one need not pay for React and Chakra.
const SCREEN = /^(?:react|react-.*|@chakra-ui\/.*|chakra-.*|framer-motion|@emotion\/.*)(?:\/|$)/;
const load = Module._load;
const nothing = new Proxy(() => nothing, { get: () => nothing });
Module._load = (request, ...others) => (SCREEN.test(request) ? nothing : load(request, ...others));
const part = (path) => require(`../node_modules/react-spreadsheet-import/dist-commonjs/${path}.js`);
const { mapWorkbook } = part('utils/mapWorkbook');
const { getMatchedColumns } = part('steps/MatchColumnsStep/utils/getMatchedColumns');
const { normalizeTableData } = part('steps/MatchColumnsStep/utils/normalizeTableData');
const { addErrorsAndRunHooks } = part('steps/ValidationStep/utils/dataMutations');
const { read } = createRequire(require.resolve('../node_modules/react-spreadsheet-import/package.json'))('xlsx-ugnis');

/** A list for a column that must be filled (an unlisted value is dropped and then missing), a pattern for one that need not. */
function fieldOf(column) {
  const required = REQUIRED.includes(column);
  const listed = required ? CHOICES[column] : undefined;
  const pattern = { 共享方式: WAYS, 数据长度: LENGTH, 数据类型: `^(${CHOICES.数据类型.join('|')})?$` }[column];
  return {
    key: column,
    label: column,
    fieldType: listed
      ? { type: 'select', options: listed.map((value) => ({ label: value, value })) }
      : { type: 'input' },
    validations: [
      ...(required ? [{ rule: 'required', errorMessage: '必填', level: 'error' }] : []),
      ...(pattern ? [{ rule: 'regex', value: pattern, errorMessage: '不符合要求', level: 'error' }] : []),
    ],
  };
}

const fields = COLUMNS.map(fieldOf);
// As UploadStep reads a file.
const workbook = read(readFileSync(process.argv[2]), { cellDates: true, raw: true, dense: true, codepage: 65001 });
const rows = mapWorkbook(workbook);
const header = headerOf(rows);
const data = rows.slice(ROWS_ABOVE);
// As MatchColumnsStep begins: no column has a type yet (0), headings may differ by two characters, lists are matched.
const untyped = header.map((value, index) => ({ type: 0, index, header: value }));
const columns = getMatchedColumns(untyped, fields, data, 2, true);
const table = await addErrorsAndRunHooks(normalizeTableData(columns, data, fields), fields);
const errors = table.reduce((sum, { __errors }) => sum + Object.keys(__errors ?? {}).length, 0);
console.log(JSON.stringify({ rows: table.length, errors }));
