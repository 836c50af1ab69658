import { type Content, serial, Sheet } from '../../samples/make/ooxml.ts';
import { savePlain, saveStyled } from '../../samples/make/save.ts';

export function makePcPurchase(folder: string): void {
  saveStyled(`${folder}/values-below-labels.xlsx`, [hospital()], 'WPS 表格');
  savePlain(`${folder}/values-behind-colons.xlsx`, [
    {
      name: '办公电脑采购',
      rows: [
        ['金寨县行政事业单位办公电脑采购申报表'],
        ['申请单位名称：金寨县汤家汇镇人民政府'],
        ['日期：2023年11月3日'],
        ['采购品目', '规格型号', '单价', '数量', '金额'],
        ['台式计算机', '同方 超越E500（兆芯KX-U6780A/8G/256G）', 4500, 6, 27000],
        ['便携式计算机', '同方 超锐L860-T2（飞腾D2000/8G/256G）', 5650.5, 2, 11301],
        ['合计金额（大写）：人民币叁万捌仟叁佰零壹圆正'],
        ['购置依据或理由：新录用公务员5人，机关干部轮岗3人，现有电脑不足。\n依据：镇党委会议纪要〔2023〕第14期'],
        ['预算安排资金：38301     财政专项资金：0    其他资金：0'],
        ['经办人签名（联系电话）：漆海军 18256412290'],
        ['单位意见：同意（盖章）'],
        ['单位负责人签名：'],
        ['项目主管部门意见（盖章）：'],
      ],
      merges: ['A1:E1', ...[2, 3, 7, 8, 9, 10, 11, 12, 13].map((row) => `A${row}:E${row}`)],
    },
  ]);
}

/** Labels above their values, eight items, a total row, and an empty cell between the amount in words and its label. */
function hospital(): Sheet {
  const sheet = new Sheet('申报表', { widths: [4, 8, 18, 36, 10, 12, 14] });
  sheet.put('B2:G2', '金寨县行政事业单位办公电脑采购申报表', 'title');
  sheet.put('B4:D4', '申请单位名称', 'head').put('E4:G4', '日期', 'head');
  sheet.put('B5:D5', '金寨县中医医院', 'cell').put('E5:G5', serial(2023, 3, 8), 'date');
  sheet.row('B7', ['序号', '采购品目', '规格型号', '数量（台）', '单价（元）', '金额（元）'], 'head');
  const items: readonly (readonly [string, string, number, number])[] = [
    ['台式计算机', '宝德 PT620K（鲲鹏920/8G/256G）门诊', 10, 4800],
    ['台式计算机', '宝德 PT620K（鲲鹏920/8G/256G）住院', 8, 4800],
    ['台式计算机', '宝德 PT620K（鲲鹏920/16G/512G）影像', 2, 5299.5],
    ['便携式计算机', '宝德 PN210P（飞腾D2000/8G/256G）', 3, 6200],
    ['一体式计算机', '宝德 自助机主机 8G/256G', 4, 3980],
    ['台式计算机', '宝德 PT620K（鲲鹏920/8G/512G）财务', 2, 4999],
    ['便携式计算机', '宝德 PN210P（飞腾D2000/16G/512G）', 1, 6900],
    ['平板式计算机', '查房平板 10.1英寸 8G/128G', 6, 2100],
  ];
  let total = 0;
  items.forEach(([kind, model, count, price], at) => {
    const row = 8 + at;
    const amount: Content = { formula: `E${row}*F${row}`, value: count * price };
    total += count * price;
    sheet.row(
      `B${row}`,
      [at + 1, kind, model, count, price, amount],
      ['cell', 'cell', 'left', 'count', 'money', 'money'],
    );
  });
  sheet.put('B16:D16', '合    计', 'head').row('E16', [{ formula: 'SUM(E8:E15)', value: 36 }, null], 'count');
  sheet.row('G16', [{ formula: 'SUM(G8:G15)', value: total }], 'money');
  sheet
    .put('B17:C17', '合计金额（大写）', 'head')
    .row('D17', [null], 'cell')
    .put('E17:G17', '壹拾陆万壹仟零壹拾柒元整', 'left');
  sheet
    .put('B18:G18', '购置依据或理由', 'head')
    .put('B19:G19', '新门诊楼启用，增设挂号、收费窗口和医生工作站，见县卫健委批复（金卫健〔2023〕19号）。', 'box');
  sheet.put('B20:C20', '预算安排资金', 'head').row('D20', ['财政专项资金'], 'head').put('E20:G20', '其他资金', 'head');
  sheet.put('B21:C21', 100000, 'money').row('D21', [50000], 'money').put('E21:G21', 11017, 'money');
  return sheet
    .put('B22:D22', '经办人签名（联系电话）', 'head')
    .put('E22:G22', '单位意见（盖章）', 'head')
    .put('B23:D23', '桂芳 0564-7351120', 'cell')
    .put('E23:G23', null, 'cell')
    .put('B24:G24', '注：本表由县智慧办审核。', 'note');
}
