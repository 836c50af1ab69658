// The part of the form that both peers can express: which columns must be filled, and what may stand in them.

export const COLUMNS = [
  ...['部门名称', '信息资源名称', '分类', '类型', '信息项名称', '数据类型', '数据长度'],
  ...['共享类型', '共享方式', '是否向社会开放', '开放条件', '数据更新周期'],
];

export const REQUIRED = [
  ...['部门名称', '信息资源名称', '分类', '类型', '信息项名称', '共享类型', '是否向社会开放', '数据更新周期'],
];

export const FORMATS = {
  电子文件: ['OFD', 'wps', 'xml', 'txt', 'doc', 'docx', 'html', 'pdf', 'ppt'],
  电子表格: ['et', 'xls', 'xlsx'],
  数据库类: ['Dm', 'KingbaseES', 'access', 'dbf', 'dbase', 'sysbase', 'oracle', 'sql server', 'db2'],
  图形图像类: ['jpg', 'gif', 'bmp'],
  流媒体类: ['swf', 'rm', 'mpg'],
  自表述格式: [],
};

export const CHOICES = {
  分类: Object.keys(FORMATS),
  类型: Object.values(FORMATS).flat(),
  数据类型: [
    ...['字符型C', '数值型N', '货币型Y', '日期型D', '日期时间型T', '逻辑型L', '备注型M', '通用型G', '双精度型B'],
    ...['整型I', '浮点型F'],
  ],
  共享类型: ['无条件共享', '有条件共享', '不予共享'],
  是否向社会开放: ['是', '否'],
  数据更新周期: ['实时', '每日', '每周', '每月', '每季度', '每年'],
};

/** Several of these, with marks between them, or nothing. */
export const WAYS = '^((共享交换平台|接口|数据库|电子文档)([、，,/;\\n](共享交换平台|接口|数据库|电子文档))*)?$';

/** A positive whole number, precision and scale, or nothing. */
export const LENGTH = '^([1-9]\\d*(,\\d+)?)?$';

/** The two rows of the heading as one: the lower word where there is one. The rows of data follow them. */
export function headerOf([, upper = [], lower = []]) {
  return COLUMNS.map((_, at) => String(lower[at] || upper[at] || ''));
}

/** How many rows stand above the data: a title and the two rows of the heading. */
export const ROWS_ABOVE = 3;
