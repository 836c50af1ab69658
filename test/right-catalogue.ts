import type { CellValue } from '../src/sheets/grid.ts';

/** The headings of 云阳 附件2 in one row, as people retype them. */
export const CATALOGUE_HEADINGS = [
  '部门名称',
  '信息资源名称',
  '格式分类',
  '格式类型',
  '信息项名称',
  '数据类型',
  '数据长度',
  '共享类型',
  '共享方式',
  '是否向社会开放',
  '开放条件',
  '数据更新周期',
] as const;

/** A row below them that is right in every cell. */
export const CATALOGUE_ROW: readonly CellValue[] = [
  '县卫健委',
  '医疗机构信息',
  '数据库类',
  'oracle',
  '机构名称',
  '字符型C',
  100,
  '无条件共享',
  '接口',
  '否',
  null,
  '每月',
];
