import { serial, Sheet } from '../../samples/make/ooxml.ts';
import { savePlain, saveStyled } from '../../samples/make/save.ts';

/** The applications of Jinzhai, Yunyang and Yuzhong. */
export function makeApplications(folder: string): void {
  saveStyled(`${folder}/jinzhai-application/funds-below-each-other.xlsx`, [jinzhai()], 'WPS 表格');
  savePlain(`${folder}/jinzhai-application/values-behind-colons.xlsx`, [
    {
      name: '信息化项目',
      rows: [
        ['金寨县政务信息化项目申报表'],
        ['申请单位：金寨县应急管理局    申报日期：2023年9月20日'],
        ['负责人：徐峰    联系人：丁娟    联系电话：0564-7351190    电子邮箱：jzyjj@jinzhai.gov.cn'],
        ['项目名称：应急指挥视频调度系统'],
        ['建设年度：2024年3月至2025年2月    投资额：168.2万元'],
        ['资金渠道  财政资金：100万元    单位自筹：68.2万元    银行贷款：0    其它：0'],
        ['项目实施依据及主要内容：省应急厅要求2024年底前接入省级指挥平台，建设视频会商、指挥调度、值班值守三个模块。'],
        ['项目主管部门意见：同意申报（盖章）'],
      ],
      merges: [1, 2, 3, 4, 5, 6, 7, 8].map((row) => `A${row}:F${row}`),
    },
  ]);
  savePlain(`${folder}/yunyang-application/one-label-a-row.xlsx`, [
    {
      name: 'Sheet1',
      rows: [
        [null, '附件1'],
        [null, '云阳县政务信息化项目建设申报表'],
        [null, '项目申报单位（盖章）：云阳县应急管理局'],
        [null, null, null, '2023年9月5日'],
        [null, '1.项目名称', '应急广播平台（二期）'],
        [null, '2.项目类别', '续建'],
        [null, '3.项目业主', '云阳县应急管理局'],
        [null, '4.行政主管部门', '云阳县应急管理局'],
        [null, '5.分管领导', '彭涛', '联系电话', '023-55180011'],
        [null, '6.项目联系人', '郑洁', '联系电话', '15923312345'],
        [null, '7.建设背景和依据', '市应急局《关于推进应急广播体系建设的通知》（渝应急发〔2022〕18号）。'],
        [null, '8.经费估算（万元）', 86],
        [null, '9.前期准备情况', '一期已建成并通过验收。'],
        [null, '10.进度计划和年度资金估算', '2024年6月建成，当年支付86万元。'],
        [null, '11.申报时应附材料', '已附'],
        [null, '填表人：郑洁', null, '联系电话：15923312345'],
        [null, '填报说明：“项目类别”一栏填:新建、续建、改扩建。'],
      ],
      merges: ['B2:E2'],
    },
  ]);
  saveStyled(`${folder}/yunyang-application/phones-beside-names.xlsx`, [yunyang()]);
  saveStyled(`${folder}/yuzhong-application/labels-above-values.xlsx`, [yuzhong()], 'WPS 表格');
  savePlain(`${folder}/yuzhong-application/boxes-before-words.xlsx`, [
    {
      name: '申报',
      rows: [
        ['重庆市渝中区政务信息化项目申报表'],
        ['单位名称', '渝中区民政局', '填报日期', '2023-09-01'],
        ['项目名称', '养老服务平台运维'],
        ['项目类别', '□建设类  □购买服务类  ☑运维类'],
        ['项目负责人', '田波'],
        ['联系电话', '023-63502001'],
        ['项目联系人', '龙燕'],
        ['联系电话', '13883012345'],
        ['投资估算（万元）', 18.6],
        ['资金来源', '本单位部门预算'],
        ['项目建设理由', '平台2021年建成，质保期满。'],
        ['项目内容简介', '全年驻场运维、等保测评和数据更新。'],
        ['预期效果', '平台全年稳定运行。'],
        ['项目进展情况', '2024年1月起实施，服务期一年。'],
        ['填表人', '龙燕', '联系电话', '13883012345'],
      ],
    },
  ]);
}

/** 资金渠道 as a list of its own below everything else, amounts as numbers, the unit in a line above. */
function jinzhai(): Sheet {
  const sheet = new Sheet('项目申报表', { widths: [16, 24, 16, 24] });
  sheet.put('A1:D1', '政务信息化建设项目申报表', 'title').put('A2:D2', '单位：万元', 'line');
  sheet.row('A3', ['项目名称*', '智慧林长平台', '项目负责人*', '方志']);
  sheet.row('A4', ['申报单位*', '金寨县林业局', '申请时间*', serial(2023, 9, 18)], ['cell', 'cell', 'cell', 'date']);
  sheet.row('A5', ['项目联系人*', '江云', '联系方式*', 13_856_498_765]);
  sheet.row('A6', ['E-mail*', 'linyeju@jinzhai.gov.cn', '建设年度*', '2024年1月1日至2024年12月31日']);
  sheet.put('A7:D7', '项目实施依据、主要内容*', 'head');
  sheet.put('A8:D8', '《安徽省林长制条例》要求建设林长制信息平台，含巡护、监测、考核三个模块。', 'box').height(8, 80);
  sheet.row('A9', ['总投资*', 260]).row('A10', ['财政资金', 200]).row('A11', ['银行贷款', 0]);
  return sheet.row('A12', ['单位自筹', { formula: 'B9-B10', value: 60 }]).row('A13', ['其它资金', null]);
}

/** Labels to the left in a narrow column with line breaks, the date as a number beside the unit. */
function yunyang(): Sheet {
  const sheet = new Sheet('申报表', { widths: [10, 26, 10, 24] });
  sheet.put('A1:D1', '云阳县政务信息化建设项目申报表', 'title');
  sheet.row('A2', ['项目申报\n单位：', '云阳县交通局']).put('D2', serial(2023, 8, 30), 'date');
  sheet.put('A3', '项目\n名称', 'head').put('B3:D3', '云阳县智慧交通综合平台（扩建）', 'left');
  sheet.row('A4', ['项目\n类型', '改扩建', '项目\n业主', '云阳县交通局']);
  sheet.row('A5', ['行政主\n管部门', '重庆市交通局', '分管\n领导', '熊伟']);
  sheet.row('A6', ['联系\n电话', '023-55161188', '项目\n联系人', '蒲敏']);
  sheet.row('A7', ['联系\n电话', '13996123456', '经费\n估算', '约420万元（含监理、测评）']);
  const wide = (row: number, label: string, value: string): void => {
    sheet.put(`A${row}`, label, 'head').put(`B${row}:D${row}`, value, 'box').height(row, 60);
  };
  wide(8, '建设背景\n及依据', '业务工作需要：在用系统不能接入两客一危车辆视频。');
  wide(9, '前期准备\n情况', '已完成初步设计，第三方后评价报告已出具。');
  wide(10, '进度计划\n和年度资\n金估算', '2024年投入260万元，2025年投入160万元。');
  wide(11, '备注', '/');
  return sheet.put('A12:B12', '填表人：蒲敏', 'line').put('C12:D12', '联系电话：13996123456', 'line');
}

/** Labels in one row and values in the next; ticks one below the other. */
function yuzhong(): Sheet {
  const sheet = new Sheet('渝中', { widths: [20, 20, 20, 20] });
  sheet.put('A1:D1', '渝中区政务信息化项目申报表', 'title');
  sheet.put('A2:C2', '单位名称（盖章）：渝中区交通局                2023年9月6日', 'line');
  sheet.row('A3', ['项目负责人', '联系电话', '项目联系人', '联系电话'], 'head');
  sheet.row('A4', ['万强', '023-63713001', '袁媛', '13896098765']);
  sheet.row('A5', ['项目名称', '项目投资估算', '资金来源', '预期效果描述'], 'head');
  sheet.row('A6', ['停车诱导系统建设', '总投资150万元，其中软件60万元', '区级财政资金', '停车诱导覆盖率90%']);
  sheet.put('A7:A9', '项目类别', 'head').row('B7', ['建设类■']).row('B8', ['购买服务类□']).row('B9', ['运维类□']);
  sheet.put('A10', '项目建设理由', 'head').put('B10:D10', '区政府专题会议纪要（2023年第21期）', 'left');
  sheet.put('A11', '项目内容简介', 'head').put('B11:D11', '接入30个公共停车场，建设诱导屏发布系统。', 'left');
  sheet.put('A12', '项目进展', 'head').put('B12:D12', '前期阶段', 'left');
  return sheet.put('A13:B13', '填表人：袁媛', 'line').put('C13:D13', '联系电话：13896098765', 'line');
}
