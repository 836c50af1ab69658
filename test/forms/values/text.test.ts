import { cell, checkReadings } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';

describe('text', () => {
  it('joins names that a line break cuts, and keeps the lines of descriptions', () => {
    const name = '天津城市建设管理职业技术\n学院';
    checkReadings({ kind: 'text', lines: 'join' }, [
      [name, name.replace('\n', ''), 'info text-joined', name.replace('\n', '')],
      ['Windows\r\nServer', 'Windows Server', 'info text-in-lines'],
      ['电信\n联通', '电信联通', 'info text-in-lines'],
      ['姓\n名', '姓名', 'info text-in-lines'],
      ['业务系统\n平台', '业务系统平台', 'info text-in-lines'],
      ['应用\n服务器', '应用服务器', 'info text-joined', '应用服务器'],
      ['智慧水利平台\n（一期）', '智慧水利平台（一期）', 'info text-joined', '智慧水利平台（一期）'],
      ['智慧水利平台（一\n期）', '智慧水利平台（一期）', 'info text-joined', '智慧水利平台（一期）'],
      ['高青县人口与\n健康信息', '高青县人口与健康信息', 'info text-joined', '高青县人口与健康信息'],
      ['；', BLANK],
      ['接口  ', '接口'],
      ['\u00a0接口\u200b', '接口'],
      ['接口\n', '接口'],
      ['a\u000bb', 'ab'],
      ['ＫｉｎｇｂａｓｅＥＳ　Ｖ８', 'KingbaseES V8', 'info text-half-width', 'KingbaseES V8'],
      ['（一）申请，审批。', '（一）申请，审批。'],
      [123, '123'],
      [0.1 + 0.2, '0.3'],
      [330100202400010000, UNREADABLE, 'error digits-lost'],
      [cell(45306, 'yyyy-mm-dd'), '2024-01-15'],
      [{ error: '#N/A' }, UNREADABLE],
    ]);
    checkReadings({ kind: 'text', lines: 'keep' }, [['一、现状\n二、需求', '一、现状\n二、需求']]);
  });

  it('tells nothing from the answer that there is none', () => {
    checkReadings({ kind: 'text', lines: 'join' }, [
      ...['无', '/', '——', 'N/A', '暂无', '空', '____', '（见附页）', '\u3000', '\u200b'].map(
        (text) => [text, BLANK] as const,
      ),
      ['无条件', '无条件'],
      ['空调', '空调'],
    ]);
    checkReadings({ kind: 'text', lines: 'join', none: 'value' }, [
      ['无', '无'],
      ['暂无', '暂无'],
      ['/', BLANK],
      ['——', BLANK],
      ['', BLANK],
    ]);
  });
});
