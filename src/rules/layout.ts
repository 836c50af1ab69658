import { requiredUses } from '../forms/required-uses.ts';
import type { FilledForm } from '../locate/filled.ts';
import type { LayoutCase, Oddity } from '../locate/located.ts';
import { formRule, noOptions, type Messages, type RowView } from './rule.ts';

/** What the locator found odd in a form's layout: told once each, instead of once for each row that suffers from it. */
export const layout = formRule({
  id: 'layout',
  scope: 'form',
  summary: { zh: '表头、栏目和行的排列与表单一致', en: 'Headings, labels and rows are laid out as the form has them' },
  targets: { on: ['form'] },
  messages: {
    'missing-column': {
      severity: 'error',
      zh: '没有找到“{heading}”列。请补上这一列，或把表头改回原来的名称；这一列的内容没有检查。',
      en: 'The column “{heading}” was not found. Add it, or give its heading the official name again; it was not checked.',
    },
    'missing-field': {
      severity: 'error',
      zh: '没有找到“{label}”一栏。请补上，或改回原来的名称；这一栏没有检查。',
      en: 'The entry “{label}” was not found. Add it, or give it its official name again; it was not checked.',
    },
    'missing-paragraph': {
      severity: 'error',
      zh: '没有找到“{label}”。请写上，单独成段；这一部分没有检查。',
      en: 'The part “{label}” was not found. Write it, in a paragraph of its own; it was not checked.',
    },
    'missing-fields': {
      severity: 'error',
      zh: '有 {count} 栏没有找到：{names}。请补上，或改回原来的名称；这些栏没有检查。',
      en: 'Entries that were not found: {count} ({names}). Add them, or give them their official names again; they were not checked.',
    },
    'missing-table': {
      severity: 'error',
      zh: '没有找到“{headings}”等列组成的表。请补上；这张表没有检查。',
      en: 'The table with the columns “{headings}” was not found. Add it; it was not checked.',
    },
    'missing-table-of-section': {
      severity: 'error',
      zh: '“{section}”部分没有找到“{headings}”等列组成的表。请补上；这张表没有检查。',
      en: 'In the part “{section}” the table with the columns “{headings}” was not found. Add it; it was not checked.',
    },
    'doubled-column': {
      severity: 'warning',
      zh: '“{heading}”列出现了不止一次，已按 {used} 检查。请删除或改名多余的列。',
      en: 'The column “{heading}” stands there more than once; {used} was checked. Delete or rename the other.',
    },
    'renamed-column': {
      severity: 'info',
      zh: '表头“{found}”已按“{heading}”列读取，建议改用原来的名称。',
      en: 'The heading “{found}” was read as “{heading}”; better use the official name.',
    },
    'unnamed-column': {
      severity: 'warning',
      zh: '{column} 列没有表头，下面有 {count} 个值没有检查。请补上表头，或删除这一列。',
      en: 'Column {column} has no heading; what stands below it (values: {count}) was not checked. Add the heading, or delete the column.',
    },
    'blank-rows': {
      severity: 'warning',
      zh: '数据中间有 {count} 个空行（第 {rows} 行），后面的行已继续检查。请删除空行。',
      en: 'Between the data there are blank rows: {count} (row {rows}); what stands below was checked too. Delete them.',
    },
    'unchecked-rows': {
      severity: 'warning',
      zh: '从第 {row} 行起还有内容没有检查，像是另一份表，或这份表的续页。请把它改到单独的工作表上，或并入上面的表，再检查一次。',
      en: 'From row {row} on there is more that was not checked; it looks like another form, or this one going on. Put it on a sheet of its own, or into the form above, and check again.',
    },
    'preset-rows': {
      severity: 'warning',
      zh: '有 {count} 行只有预置的内容（{columns}），像是没有填写，未逐格检查。请填写或删除这些行。',
      en: 'Rows with nothing but preset values ({columns}), as if not filled in, were not checked: {count}. Fill them in or delete them.',
    },
    'example-row': {
      severity: 'warning',
      zh: '这一行像是模板的示例，没有检查。请删除，或改填实际内容。',
      en: 'This row looks like the example of the template; it was not checked. Delete it, or enter the actual content.',
    },
    ditto: {
      severity: 'info',
      zh: '“{text}”已按“同上”读取，即“{normal}”。建议写出内容。',
      en: '“{text}” was read as “as above”: “{normal}”. Better write it out.',
    },
    'ditto-of-nothing': {
      severity: 'error',
      zh: '“{text}”的上面没有内容，不知道指什么。请写出内容。',
      en: '“{text}” has nothing above it that it could stand for. Write out what is meant.',
    },
    'merged-ditto': {
      severity: 'warning',
      zh: '合并的单元格里写着“{text}”，不知道指哪一列。请拆分后逐列填写。',
      en: 'Merged cells say “{text}”, and it is not clear for which column. Split them and fill in each column.',
    },
    'merged-across': {
      severity: 'warning',
      zh: '“{text}”所在的单元格跨列合并，被盖住的列没有检查。请拆分后逐列填写。',
      en: 'The cell with “{text}” is merged over several columns; those it covers were not checked. Split it and fill in each column.',
    },
    'carried-down': {
      severity: 'info',
      zh: '“{heading}”有 {count} 行留空，已按上一行的内容读取。建议向下填充。',
      en: '“{heading}” is blank in some rows ({count}) and was read as in the row above. Better fill it down.',
    },
    'hidden-sheet': {
      severity: 'warning',
      zh: '这张工作表被隐藏，也已检查。请取消隐藏并核对。',
      en: 'This sheet is hidden; it was checked too. Unhide and review it.',
    },
    'hidden-fields': {
      severity: 'warning',
      zh: '“{labels}”所在的行或列被隐藏，也已检查。请取消隐藏并核对。',
      en: 'In hidden rows or columns, and checked too: “{labels}”. Unhide and review them.',
    },
    'hidden-rows': {
      severity: 'warning',
      zh: '有 {count} 个数据行被隐藏或筛掉（第一个在第 {row} 行），也已检查。请取消隐藏或筛选并核对。',
      en: 'Hidden or filtered rows of data, which were checked too: {count} (the first is row {row}). Show and review them.',
    },
    'hidden-columns': {
      severity: 'warning',
      zh: '“{headings}”列被隐藏，也已检查。请取消隐藏并核对。',
      en: 'Hidden columns, which were checked too: “{headings}”. Unhide and review them.',
    },
    'unchecked-sheet': {
      severity: 'error',
      zh: '这张工作表像《{title}》，但没有找到它的表头行，没有检查。请把原表的表头行补回去，再检查一次。',
      en: 'This sheet looks like 《{title}》, but its header row was not found; it was not checked. Put the header row back, and check again.',
    },
    'ambiguous-sheet': {
      severity: 'warning',
      zh: '这张工作表同样像几张表单（{titles}），没有检查。请单独存成一份，用 --form 指定表单再检查。',
      en: 'This sheet fits several forms equally well ({titles}); it was not checked. Save it by itself, and check it with --form.',
    },
    recalculated: {
      severity: 'info',
      zh: '有 {count} 个公式没有保存计算结果，已重新计算，按算得的结果检查。建议用 Excel 或 WPS 打开并保存一次。',
      en: 'Formulas without a stored result were calculated anew and checked by what they come to: {count}. Better open the file in Excel or WPS once, and save it.',
    },
    'older-version': {
      severity: 'info',
      zh: '这份表出自 {found} 版，已按现行的 {current} 版检查。',
      en: 'This is the form in its version of {found}; it was checked by the present one of {current}.',
    },
    'other-form': {
      severity: 'warning',
      zh: '按指定的《{title}》检查，但这份表更像《{other}》（{id}）。请确认表单是否指定对了。',
      en: 'It was checked as “{title}”, as you asked, but looks more like “{other}” ({id}). Make sure that you named the right form.',
    },
  } satisfies Messages<LayoutCase | 'missing-fields'>,
  together: { 'missing-field': { fields: 'missing-fields', cells: 'missing-fields' } },
  options: noOptions,
  *check(form, _use, evaluate) {
    for (const oddity of form.oddities) {
      if (!isMissed(oddity, form, evaluate)) continue;
      const { case: name, severity, sheet, at, field, params, fixes = [] } = oddity;
      yield {
        at: { sheet, cell: at, name: field },
        case: name,
        severity,
        params,
        fixes: fixes.map((fix) => ({ at: { sheet, cell: fix.at, name: field }, value: fix.value })),
      };
    }
  },
});

/** A field that is not there is missed unless it is needed only on a condition, and that does not hold. */
function isMissed(oddity: Oddity, form: FilledForm, evaluate: RowView['evaluate']): boolean {
  const { case: name, field } = oddity;
  if (field === null || (name !== 'missing-field' && name !== 'missing-paragraph')) return true;
  const uses = requiredUses(form.located.form, { field });
  return uses.length === 0 || uses.some(({ when }) => when === undefined || evaluate(when) !== false);
}
