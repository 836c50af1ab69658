import { type Content, Sheet } from './ooxml.ts';
import { savePlain, saveStyled } from './save.ts';

const TITLE = '金寨县行政事业单位办公电脑采购申报表';
const WIDTHS = [8, 18, 40, 8, 14, 16];
const HEAD = ['序号', '采购品目', '规格型号', '数量', '单 价\n\n(元）', '金  额\n（元）'];

/** 序号, 采购品目, 规格型号, 数量, 单价 and 金额 of one line. */
type Item = readonly [number, Content, Content, Content, Content, Content];

export function makeJinzhaiPcPurchase(folder: string): void {
  saveStyled(`${folder}/clean-education.xlsx`, [education()]);
  saveStyled(`${folder}/faulty-forestry.xlsx`, [forestry()], 'WPS 表格');
  saveStyled(`${folder}/faulty-not-filled.xlsx`, [blank()]);
  savePlain(`${folder}/faulty-tiantangzhai.xlsx`, [tiantangzhai()]);
}

/** Annex line, title and the table with its six printed rows (4 to 10). */
function printed(items: readonly Item[]): Sheet {
  const sheet = new Sheet('附件2', { widths: WIDTHS });
  sheet.put('A1', '附件2', 'annex').put('A2:F2', TITLE, 'title').height(2, 36);
  sheet.row('A4', HEAD, 'head').height(4, 42);
  for (let at = 0; at < 6; at++) {
    const item = items[at] ?? [at + 1, null, null, null, null, null];
    sheet.row(`A${5 + at}`, item, ['cell', 'cell', 'left', 'count', 'money', 'money']);
  }
  return sheet;
}

/** The amount as Excel reckons it, with its stored result. */
function product(row: number, value: number): Content {
  return { formula: `D${row}*E${row}`, value };
}

/** As the annex is printed: labels and values of one line share a cell. */
function education(): Sheet {
  const sheet = printed([
    [1, '台式计算机', '清华同方 超翔TL630-V4001（飞腾D2000/8G/256G固态，23.8英寸）', 12, 4860, product(5, 58320)],
    [2, '便携式计算机', '联想开天 N80z G1（兆芯KX-6780A/16G/512G固态，14英寸）', 3, 6480.5, product(6, 19441.5)],
    [3, '台式计算机', '长城 世恒TD120A2（飞腾D2000/8G/256G固态，23.8英寸）', 5, 4599.99, product(7, 22999.95)],
  ]);
  return sheet
    .put('A3:F3', '申请单位名称：金寨县教育局                   日期：2023年5月12日', 'line')
    .put('A11:B11', '合计金额（大写）', 'head')
    .put('C11:F11', '壹拾万零柒佰陆拾壹元肆角伍分', 'left')
    .put(
      'A12:F12',
      '  购置依据或理由：\n    我局现有办公电脑20台购置于2014年，已超过最低使用年限，不能安装国产操作系统，按县正版化工作要求更新。',
      'box',
    )
    .height(12, 80)
    .put('A13:F13', '预算安排资金：80000元          财政专项资金：20000元                其他资金：761.45元', 'left')
    .put(
      'A14:F14',
      '经办人签名（联系电话）：汪勇（0564-7356218）          单位意见：（盖章）\n\n                                 单位负责人签名：   ',
      'box',
    )
    .height(14, 60)
    .put('A15:F15', '项目主管部门意见 （盖章）： ', 'box')
    .height(15, 60);
}

/** The printed form, handed back with nothing in it. */
function blank(): Sheet {
  return printed([])
    .put('A3:F3', '申请单位名称：                   日期：   年     月     日', 'line')
    .put('A11:B11', '合计金额（大写）', 'head')
    .put('C11:F11', null, 'left')
    .put('A12:F12', '  购置依据或理由：', 'box')
    .put('A13:F13', '预算安排资金：          财政专项资金：                其他资金： ', 'left')
    .put(
      'A14:F14',
      '经办人签名（联系电话）：          单位意见：（盖章）\n\n                                 单位负责人签名：   ',
      'box',
    )
    .put('A15:F15', '项目主管部门意见 （盖章）： ', 'box');
}

/** Labels and values in cells of their own; the printed date is not filled in. */
function forestry(): Sheet {
  const sheet = printed([
    [1, '台式计算机', '浪潮 CE520F（飞腾D2000/8G/256G）', 8, 4750, 38000],
    [2, '便携式计算机', '华为 擎云L410（麒麟9000C/8G/512G）', 2, 6599.995, 13199.99],
    [3, '台式计算机', '浪潮 CE520F（飞腾D2000/16G/512G）', 1.5, 4000, 6000],
    [4, '图形工作站', null, 1, null, null],
    [5, '平板式计算机', '华为 MatePad 11英寸 8G/256G', 0, 3200, 0],
    [6, '台式计算机', '浪潮 CE520F（飞腾D2000/8G/1T）', 4, 4750, 18000],
  ]);
  return sheet
    .row('A3', ['申请单位名称：'], 'line')
    .put('B3:C3', '金寨县林业局', 'line')
    .row('D3', ['日期：'], 'line')
    .put('E3:F3', '   年     月     日', 'line')
    .put('A11:B11', '合计金额（大写）', 'head')
    .put('C11:F11', '柒万伍仟壹佰玖拾玖元整', 'left')
    .put('A12:F12', '  购置依据或理由：', 'box')
    .height(12, 80)
    .row('A13', ['预算安排资金：', 50000, '财政专项资金：', 20000, '其他资金：', 5000], 'cell')
    .put('A14:B14', '经办人签名（联系电话）：', 'left')
    .put('C14', '余敏 13856401127', 'left')
    .put('D14', '单位意见：', 'left')
    .put('E14:F14', '（盖章）', 'left')
    .put('A15:B15', '项目主管部门意见 （盖章）：', 'left')
    .put('C15:F15', null, 'left');
}

/** Retyped by hand: no borders, numbers as text, one value below the title each. */
function tiantangzhai(): { name: string; rows: (string | number | null)[][]; merges: string[] } {
  return {
    name: '采购申报',
    rows: [
      [TITLE],
      ['申请单位名称：', '金寨县天堂寨镇人民政府', null, '日期：', '2023/6/8'],
      ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'],
      [1, '台式计算机', '联想开天 M90h G1t（海光3350/16G/512G）', '3台', '4,999.00', 14997],
      [2, '便携式计算机', '联想开天 N80z G1（兆芯KX-6780A/16G/512G）', 1, '6407.09元', 6407.09],
      [3, '台式计算机', '联想开天 M90f G1s（飞腾D2000/8G/256G）', null, 4300, null],
      [4, '显示器', '联想 23.8英寸（随主机配送）', 1, 0, 0],
      ['合计金额（大写）', null, '贰万壹仟肆佰肆元零玖分'],
      ['购置依据或理由', null, '便民服务中心窗口增设，《关于做好为民服务工作的通知》（天政〔2023〕11号）'],
      ['预算安排资金', null, 21404.09],
      ['财政专项资金', null, '无'],
      ['其他资金', null, '/'],
      ['经办人签名（联系电话）', null, '陈晓东 0564-7063512'],
    ],
    merges: [
      'A1:F1',
      'B2:C2',
      'E2:F2',
      ...[8, 9, 10, 11, 12, 13].flatMap((row) => [`A${row}:B${row}`, `C${row}:F${row}`]),
    ],
  };
}
