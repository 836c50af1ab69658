import assert from 'node:assert/strict';
import type { ChoiceType, Option } from '../../../src/forms/form.ts';
import { readValue } from '../../../src/forms/values/read-value.ts';
import { cell, checkReadings, PLAIN } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';

function option(value: string, more: Partial<Option> = {}): Option {
  return { value, same: [], synonyms: [], not: [], ...more };
}

function choice(options: readonly Option[], more: Partial<ChoiceType> = {}): ChoiceType {
  return { kind: 'choice', options, open: false, multiple: false, doubtful: [], ...more };
}

const SHARING = choice([
  option('无条件共享', { not: ['共享', '可以共享', '部分共享'] }),
  option('有条件共享', { synonyms: ['有条件'], not: ['视情况', '部分共享'] }),
  option('不予共享', { synonyms: ['不共享'], not: ['暂不共享', '待定'] }),
]);

const PERIOD = choice(
  [
    option('实时', { like: ['准实时'] }),
    option('每日', { synonyms: ['每天', '日'] }),
    option('每周'),
    option('每月', { synonyms: ['按月'] }),
    option('每季度', { synonyms: ['季度', '每季', '按季', '每3个月'] }),
    option('每年', { synonyms: ['年', '每一年', '每年度', '1年', '年度更新', '每年一次'], not: ['每半年', '半年'] }),
  ],
  { open: true },
);

const FORMAT = choice(
  [
    option('doc'),
    option('wps'),
    option('pdf'),
    option('ppt'),
    option('xls'),
    option('xlsx'),
    option('Dm', { synonyms: ['达梦'], like: ['DM8*', '达梦*'] }),
    option('KingbaseES', { synonyms: ['人大金仓'] }),
    option('sysbase', { same: ['sybase'] }),
    option('oracle'),
    option('sql server'),
    option('db2'),
  ],
  { open: true, multiple: true },
);

const DATA_TYPE = choice(
  [
    option('字符型C', { code: 'C', synonyms: ['字符串', '文本', 'varchar*', 'nvarchar2*'] }),
    option('数值型N', { code: 'N', synonyms: ['数字', 'number*', 'decimal*'] }),
    option('整型I', { code: 'I', synonyms: ['int', 'integer'] }),
    option('日期型D', { code: 'D' }),
  ],
  { open: true },
);

const OPEN = choice([option('是', { synonyms: ['开放', '√', '1'] }), option('否', { synonyms: ['不开放', '0'] })], {
  doubtful: ['有条件开放'],
});

const WAYS = choice(
  [option('共享交换平台'), option('接口'), option('数据库', { synonyms: ['库表'] }), option('电子文档')],
  {
    multiple: true,
  },
);

describe('choice', () => {
  it('takes one of a closed list', () => {
    checkReadings(SHARING, [
      ['无条件共享', '无条件共享'],
      ['有条件 共享', '有条件共享'],
      ['有条件共享\u3000', '有条件共享'],
      ['有条件', '有条件共享', 'info choice-tidied', '有条件共享'],
      ['無條件共享', '无条件共享', 'info choice-tidied', '无条件共享'],
      ['（有条件共享）', '有条件共享', 'info choice-tidied', '有条件共享'],
      ['☑有条件共享', '有条件共享', 'info choice-tidied', '有条件共享'],
      ['□无条件共享 ■有条件共享 □不予共享', '有条件共享', 'info choice-tidied', '有条件共享'],
      ['有条件共享（需审批）', '有条件共享', 'info choice-with-remark'],
      ['有条件（仅限公安部门）', '有条件共享', 'info choice-with-remark'],
      ...[
        '有条件共享：仅限公安',
        '有条件共享:需审批',
        '有条件共享，需审批',
        '有条件共享——仅限公安',
        '有条件 需申请',
      ].map((text) => [text, '有条件共享', 'info choice-with-remark'] as const),
      ['有条件共享：部分共享', UNREADABLE, 'error not-listed'],
      ['有条件共享：或不予共享', UNREADABLE, 'error not-listed'],
      ['有条件共享：无条件共亨', UNREADABLE, 'error not-listed'],
      ['有条件共享、不予共享', UNREADABLE, 'error several-options'],
      ['有条件共享（不予共享）', UNREADABLE, 'error several-options'],
      ['共享', UNREADABLE, 'error not-listed'],
      ['可以共享', UNREADABLE, 'error not-listed'],
      ['是', UNREADABLE, 'error not-listed'],
      ['部分共享', UNREADABLE, 'error not-listed'],
      ['视情况', UNREADABLE, 'error not-listed'],
      ['暂不共享', UNREADABLE, 'error not-listed'],
      ['待定', UNREADABLE, 'error not-listed'],
      ['无', BLANK],
      ['/', BLANK],
      ['（请选择一项）', BLANK],
      [null, BLANK],
    ]);
  });

  it('proposes the nearest option only when sure', () => {
    checkReadings(SHARING, [
      ['有条件公享', UNREADABLE, 'error not-listed-near', '? 有条件共享'],
      ['有条共件享', UNREADABLE, 'error not-listed-near', '? 有条件共享'],
      ['不予共亨', UNREADABLE, 'error not-listed-near', '? 不予共享'],
      ['无条件', UNREADABLE, 'error not-listed-near', '? 无条件共享'],
      ['元条件共享', UNREADABLE, 'error not-listed'],
      ['没条件共享', UNREADABLE, 'error not-listed'],
      ['条件共享', UNREADABLE, 'error not-listed'],
      ['有条件共享'.repeat(13), UNREADABLE, 'error not-listed'],
    ]);
  });

  it('lists what would be right', () => {
    const reading = readValue(cell('待定'), SHARING, PLAIN);
    assert.deepEqual(reading.remarks[0]?.expected, ['无条件共享', '有条件共享', '不予共享']);
  });

  it('takes what an open list does not have with a warning', () => {
    checkReadings(PERIOD, [
      ['实时', '实时'],
      ['每 月', '每月'],
      ['准实时', '实时', 'info choice-tidied'],
      ['每3個月', '每季度', 'info choice-tidied', '每季度'],
      ['每季', '每季度', 'info choice-tidied', '每季度'],
      ['按季', '每季度', 'info choice-tidied', '每季度'],
      ['每年一次', '每年', 'info choice-tidied', '每年'],
      ['1年', '每年', 'info choice-tidied', '每年'],
      ['5分钟', '5分钟', 'warning not-listed-open'],
      ['每半年', '每半年', 'warning not-listed-open'],
      ['半年', '半年', 'warning not-listed-open'],
      ['不定期', '不定期', 'warning not-listed-open'],
      ['工作日每日', '工作日每日', 'warning not-listed-open'],
      ['每日/每月', UNREADABLE, 'warning several-options'],
      ['每年 两次', '每年 两次', 'warning not-listed-open'],
    ]);
    const bare = choice([option('每日'), option('每月'), option('每季度')], { open: true });
    checkReadings(bare, [
      ['每季', '每季', 'warning not-listed-open-near', '? 每季度'],
      ['每', '每', 'warning not-listed-open'],
      ['不定期', '不定期', 'warning not-listed-open'],
    ]);
  });

  it('minds neither case nor a leading dot, and tells apart formats that look alike', () => {
    checkReadings(FORMAT, [
      ['Oracle', 'oracle'],
      ['dm', 'Dm'],
      ['DB2', 'db2'],
      ['.xlsx', 'xlsx'],
      ['sybase', 'sysbase'],
      ['SQL Server', 'sql server'],
      ['ＳＱＬ Server', 'sql server', 'info choice-tidied', 'sql server'],
      ['DM8.1', 'Dm', 'info choice-tidied'],
      ...['DM8', '达梦8', '达梦V8', '达梦数据库管理系统'].map((text) => [text, 'Dm', 'info choice-tidied'] as const),
      ...['人大金仓V8', '人大金仓 V8R6', 'KingbaseES V8', 'KingbaseES v8.6版', 'ＫｉｎｇｂａｓｅＥＳ Ｖ８'].map(
        (text) => [text, 'KingbaseES', 'info choice-tidied'] as const,
      ),
      ['Oracle 19c', 'oracle', 'info choice-tidied'],
      ['MySQL V8', 'MySQL V8', 'warning not-listed-open'],
      ['人大金仓', 'KingbaseES', 'info choice-tidied', 'KingbaseES'],
      ['xls/xlsx', 'xls、xlsx'],
      ['doc/wps/pdf', 'doc、wps、pdf'],
      ['oracel', 'oracel', 'warning not-listed-open-near', '? oracle'],
      ['mysql', 'mysql', 'warning not-listed-open'],
      ['pptx', 'pptx', 'warning not-listed-open'],
      ['db3', 'db3', 'warning not-listed-open'],
      ['GaussDB', 'GaussDB', 'warning not-listed-open'],
    ]);
  });

  it('knows an option by its name, its code, or both', () => {
    checkReadings(DATA_TYPE, [
      ...['字符型C', 'C', 'c', '字符型', '字符型 C', '字符型（C）', '字符型(C)', 'C字符型', '字符型-C'].map(
        (text) => [text, '字符型C'] as const,
      ),
      ...['字符串', 'varchar', 'NVARCHAR2', '文本', 'Ｃ', '字符串C'].map(
        (text) => [text, '字符型C', 'info choice-tidied', '字符型C'] as const,
      ),
      ...['varchar(50)', 'NVARCHAR2(100)'].map((text) => [text, '字符型C', 'info choice-tidied'] as const),
      ['数值型N', '数值型N'],
      ['int', '整型I', 'info choice-tidied', '整型I'],
      ['number(10,2)', '数值型N', 'info choice-tidied'],
      ['decimal', '数值型N', 'info choice-tidied', '数值型N'],
      ['数字', '数值型N', 'info choice-tidied', '数值型N'],
      ['字符型 N', UNREADABLE, 'error option-contradiction'],
      ['N（字符型）', UNREADABLE, 'error option-contradiction'],
      ['枚举', '枚举', 'warning not-listed-open'],
    ]);
  });

  it('reads yes and no in many words', () => {
    checkReadings(OPEN, [
      ['是', '是'],
      ['否', '否'],
      ['开放', '是', 'info choice-tidied', '是'],
      ['不开放', '否', 'info choice-tidied', '否'],
      ['√', '是', 'info choice-tidied', '是'],
      [1, '是', 'info choice-tidied', '是'],
      [0, '否', 'info choice-tidied', '否'],
      ['□是 ☑否', '否', 'info choice-tidied', '否'],
      ['□是 □否', BLANK],
      ['有条件开放', UNREADABLE, 'warning doubtful-answer'],
      ['不是', UNREADABLE, 'error not-listed'],
    ]);
  });

  it('writes nothing over a word that stands for two options', () => {
    checkReadings(choice([option('doc', { synonyms: ['word'] }), option('docx', { synonyms: ['word', 'word文档'] })]), [
      ['word', 'doc', 'info choice-tidied'],
      ['word文档', 'docx', 'info choice-tidied', 'docx'],
    ]);
  });

  it('takes no other word for a slip of a short one', () => {
    const more = [option('每周', { synonyms: ['每星期'] }), option('每年', { synonyms: ['每年一次', '每一年'] })];
    checkReadings(choice(more, { open: true }), [
      ['每学期', '每学期', 'warning not-listed-open'],
      ['每年两次', '每年两次', 'warning not-listed-open'],
      ['每十年', '每十年', 'warning not-listed-open'],
    ]);
    checkReadings(choice([option('智慧平台一期')]), [['智慧平台二期', UNREADABLE, 'error not-listed']]);
  });

  it('takes several, however separated', () => {
    checkReadings(WAYS, [
      ['接口、数据库', '接口、数据库'],
      ['接口,数据库', '接口、数据库'],
      ['接口；数据库', '接口、数据库'],
      ['接口/数据库', '接口、数据库'],
      ['接口\n数据库', '接口、数据库'],
      ['接口 数据库', '接口、数据库'],
      ...['接口和数据库', '接口或数据库', '接口以及数据库', '接口 + 数据库', '接口、数据库。'].map(
        (text) => [text, '接口、数据库'] as const,
      ),
      ...['1.接口 2.数据库', '1、接口；2、数据库', '（1）接口（2）数据库', '①接口②数据库', '1. 接口\n2. 数据库'].map(
        (text) => [text, '接口、数据库'] as const,
      ),
      ['①接口', '接口'],
      ['接口；', '接口'],
      ['共享交换平台（接口）', '共享交换平台、接口', 'info choice-tidied'],
      ['接口或邮件', UNREADABLE, 'error not-listed'],
      ['1.接口 2.邮件', UNREADABLE, 'error not-listed'],
      ['库表；接口', '数据库、接口', 'info choice-tidied', '数据库、接口'],
      ['接口、接口', '接口', 'info choice-repeated', '接口'],
      ['接口（A、B）、数据库', '接口、数据库', 'info choice-with-remark'],
      ['接口：WebService', '接口', 'info choice-with-remark'],
      ['接口、文件', UNREADABLE, 'error not-listed'],
      ['接口、共享交换平抬', UNREADABLE, 'error not-listed-near', '? 接口、共享交换平台'],
      ['資料庫', '数据库', 'info choice-tidied', '数据库'],
    ]);
    assert.deepEqual(readValue(cell('接口、库表'), WAYS, PLAIN).list, ['接口', '数据库']);
    assert.equal(readValue(cell('接口、文件'), WAYS, PLAIN).remarks[0]?.params.text, '文件');
  });
});
