import type { FormName, ListedFinding } from '../../../src/pane/check-calls.ts';

/** A finding as the pane lists it, with what a test is about put in. */
export function listed(rest: Partial<ListedFinding> = {}): ListedFinding {
  return {
    id: 0,
    rule: 'required',
    severity: 'error',
    sheetId: 's1',
    sheet: '表一',
    cell: 'B2',
    field: '联系人',
    message: '“联系人”未填写。请补填。',
    expected: [],
    fix: [],
    basis: null,
    ignored: null,
    ...rest,
  };
}

export const FORM: FormName = {
  id: 'county/form',
  title: '某县某申报表',
  englishTitle: 'Application, Some County',
  county: '某县',
  otherTitles: [],
  purpose: null,
  source: { document: '某文〔2022〕1号', name: '某县项目管理办法', annex: '附件1' },
};
