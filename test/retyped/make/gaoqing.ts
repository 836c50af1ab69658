import { serial, Sheet } from '../../samples/make/ooxml.ts';
import { savePlain, saveStyled } from '../../samples/make/save.ts';

/** The letter, the application, the outline of the plan and the application for acceptance of Gaoqing. */
export function makeGaoqing(folder: string): void {
  savePlain(`${folder}/gaoqing-letter/lines-in-second-column.xlsx`, [
    {
      name: '申请文件',
      rows: [
        [null, '高青县卫生健康局文件'],
        [null, '高卫字〔2026〕31号', null, '签发人：高明'],
        [],
        [null, '高青县卫生健康局'],
        [null, '关于申请建设全民健康信息平台二期项目的请示'],
        [],
        [null, '县大数据局：'],
        [null, '　　根据《“十四五”全民健康信息化规划》，为实现检查检验结果互认，拟建设全民健康信息平台二期。'],
        [null, '　　主要内容为影像云、处方流转和居民健康档案三个模块，建成后群众少跑腿、少花钱。'],
        [null, '　　建设周期10个月，总投资概算186.4万元，资金来源为县财政预算资金。'],
        [null, '　　妥否，请批示。'],
        [],
        [null, '附件：1.项目申请表'],
        [null, '　　　2.全民健康信息平台二期建设方案'],
        [],
        [null, null, null, '高青县卫生健康局'],
        [null, null, null, '2026-09-10'],
        [null, '联系人：路晓　电话：0533-6961234'],
      ],
      merges: ['B1:D1', 'B4:D4', 'B5:D5'],
    },
  ]);
  saveStyled(`${folder}/gaoqing-letter/whole-in-few-cells.xlsx`, [letter()], 'WPS 表格');
  savePlain(`${folder}/gaoqing-application/one-label-a-row.xlsx`, [
    {
      name: 'Sheet1',
      rows: [
        ['附件2'],
        ['高青县电子政务建设项目申请表'],
        ['单位名称（盖章）：高青县民政局'],
        ['申请日期：2026.9.12'],
        ['项目名称', '智慧养老服务平台'],
        ['项目类别', '业务应用系统建设类√', '网站建设类', '硬件建设类', '其他'],
        ['运行网络', '政务外网√', '互联网', '政务专网', '业务专网'],
        ['投资概算', '76万元'],
        ['资金来源', '县级财政'],
        ['建设周期', '6个月'],
        ['起止时间', '2027年1月—2027年6月'],
        ['项目负责人', '宗伟', '联系方式', '0533-6967788'],
        ['项目联系人', '岳敏', '联系方式', '13964391234'],
        ['项目主要建设内容', '建设养老服务一张图、补贴发放和机构监管三个模块，接入全县31家养老机构。'],
        ['项目建设的软硬件需求', '部署在政务云，需云服务器2台，国产数据库1套。'],
        ['本单位近3-5年电子政务项目建设情况'],
        ['项目名称', '基于网络', '投资情况', '建设年份', '应用情况'],
        ['社会救助系统', '政务外网', '32万元', 2023, '正常使用'],
        ['婚姻登记系统', null, '18万元', '2022年', '正常使用'],
        ['本单位现有服务器、存储及网络安全设备情况'],
        ['设备名称', '数量', '主要配置', '购买年份', '应用情况'],
        ['服务器', '2台', '2路16核/128G/4T', 2021, '在用'],
        ['本单位网络建设情况'],
        ['网络类型', '带宽（M）', '运营商', '费用（万元/年）'],
        ['政务外网', 100, '联通', 0],
      ],
      merges: ['A2:E2', 'A3:E3', 'A4:E4', 'A16:E16', 'A20:E20', 'A23:E23'],
    },
  ]);
  saveStyled(`${folder}/gaoqing-application/lists-on-second-sheet.xlsx`, application());
  savePlain(`${folder}/gaoqing-plan/parts-numbered-by-chapter.xlsx`, [
    {
      name: '提纲',
      rows: [
        [null, '电子政务项目建设方案编写提纲'],
        [null, '建设单位：高青县市场监督管理局', null, '起止时间：2027年3月至2027年11月'],
        [null, '项目名称：智慧市场监管平台'],
        [null, '内容', '所在页', '完成情况', '说明'],
        ...PLAN.map((text, at) => [null, text, at + 1, '已完成', null]),
      ],
      merges: ['B1:E1', 'B2:C2', 'D2:E2', 'B3:E3'],
    },
  ]);
  saveStyled(`${folder}/gaoqing-plan/ticks-before-chapters.xlsx`, [plan()], 'WPS 表格');
  savePlain(`${folder}/gaoqing-acceptance/papers-as-a-text.xlsx`, [
    {
      name: '验收',
      rows: [
        ['高青县电子政务建设项目验收申请表'],
        ['项目名称：智慧城管平台'],
        ['项目起止时间：2025年4月至2026年3月'],
        ['申请单位：高青县综合行政执法局', null, '联系人：于涛', '联系电话：0533-6978899'],
        ['地址：高青县田镇街道中心路88号'],
        ['财政投资：90万元', '自筹资金：0', '合计：90万元'],
        ['项目简介：建设视频智能识别、案件派遣和考核评价三个模块，接入视频260路。'],
        [
          '提供验收文件的目录：1.验收申请表；2.合同、招标文件、投标文件；3.初验报告；4.完成情况总结；5.技术工作总结；6.效益分析；7.设备清单；8.用户使用报告；9.信息资源共享情况报告；10.软件过程文档',
        ],
        ['本单位意见：同意申请验收。'],
        ['备注：无'],
      ],
      merges: ['A1:D1', 'A2:D2', 'A3:D3', 'A5:D5', 'A7:D7', 'A8:D8', 'A9:D9', 'A10:D10'],
    },
  ]);
  saveStyled(`${folder}/gaoqing-acceptance/papers-with-states-before.xlsx`, acceptance());
}

const PLAN: readonly string[] = [
  '一、建设单位主要职责、电子政务建设和应用现状',
  '二、项目需求分析与建设依据',
  '三、项目建设的原则和目标',
  '四、项目建设内容',
  '五、项目总体架构和部署',
  '六、项目设计方案',
  '6.1 应用系统设计',
  '6.2 系统拓扑图',
  '6.3 终端系统及接口设计',
  '6.4 其他系统设计',
  '6.5 项目形成的信息资源目录',
  '6.6 云服务需求或系统软硬件配置及部署方案',
  '七、项目组织管理',
  '7.1 项目组织机构',
  '7.2 项目进度安排',
  '7.3 安全管理制度',
  '7.4 人员培训',
  '7.5 保障措施',
  '八、项目投资',
  '8.1 项目资金预算',
  '8.2 项目资金来源和资金安排计划',
  '九、效益分析',
];

/** Both paragraphs in one cell each, the number and who signs in two, the sender's name behind 单位名称. */
function letter(): Sheet {
  const sheet = new Sheet('函', { widths: [18, 18, 18, 18] });
  sheet.put('A1:B1', '文号：高交函〔2026〕9号', 'line').put('C1:D1', '签发人：贾斌', 'line');
  sheet.put('A3:D3', '关于申请交通运行监测平台建设项目的函', 'title').height(3, 36);
  sheet.put('A4:D4', '高青县大数据局：', 'line');
  const first =
    '　　《山东省“十四五”综合交通运输发展规划》要求县级建立交通运行监测体系。我局拟建设交通运行监测平台，汇聚客货运车辆、公路视频和治超数据，为应急处置和公众出行服务。';
  const second = '　　建设周期为2027年2月至2027年9月，资金概算143万元，由县财政统筹安排。';
  sheet.put('A5:D5', first, 'box').height(5, 90).put('A6:D6', second, 'box').height(6, 60);
  sheet.put('A7:D7', '附件：1.电子政务建设项目申请表；2.交通运行监测平台项目建设方案', 'box');
  sheet.put('C9:D9', '单位名称（公章）：高青县交通运输局', 'line').put('C10:D10', '2026年9月18日', 'line');
  return sheet.put('A11:D11', '（联系人：曹颖    联系电话：13505331122）', 'line');
}

/** The facts two to a row, titled in other words; the three lists on a sheet of their own. */
function application(): readonly Sheet[] {
  const sheet = new Sheet('申请表', { widths: [16, 26, 16, 26] });
  sheet.put('A1:D1', '高青县电子政务项目申请表', 'title').height(1, 36);
  sheet.row('A2', ['申报单位', '高青县档案馆', '填报日期', serial(2026, 9, 8)], ['cell', 'cell', 'cell', 'date']);
  sheet.row('A3', ['申报项目名称', '数字档案馆（三期）', '项目投资概算\n（万元）', 54.3]);
  sheet.put('A4', '项目类型', 'head').put('B4:D4', '☐网站建设类 ☑硬件建设类 ☑业务应用系统建设类 ☐其他', 'left');
  sheet.put('A5', '基于网络', 'head').put('B5:D5', '☐互联网 ☑政务外网 ☐政务专网 ☐业务专网 ☐其他', 'left');
  sheet.row('A6', ['经费来源', '县级财政资金', '建设工期', '9个月']);
  sheet.put('A7', '起止年月', 'head').put('B7:D7', '2027.01-2027.09', 'left');
  sheet.row('A8', ['负责人', '傅刚', '手机', 13_805_339_876]);
  sheet.row('A9', ['联系人', '柴静', '联系电话', '0533－6962211']);
  sheet.put('A10:D10', '项目主要建设内容（500字以内）', 'head');
  sheet.put('A11:D11', '馆藏档案数字化80万页，建设电子档案接收和利用系统。', 'box').height(11, 80);
  sheet.put('A12:D12', '项目建设的软硬件需求', 'head');
  sheet.put('A13:D13', '档案扫描仪4台；档案管理软件1套；政务云存储5TB。', 'box').height(13, 60);
  const lists = new Sheet('附表', { widths: [8, 22, 14, 14, 14, 14] });
  lists.put('A1:F1', '本单位近3-5年电子政务项目建设情况', 'head');
  lists.row('A2', ['序号', '已建项目名称', '基于网络', '投资金额（万元）', '建成年份', '使用情况'], 'head');
  lists.row('A3', [1, '数字档案馆（一期）', '政务外网', 60, '2021', '良好']);
  lists.row('A4', [2, '数字档案馆（二期）', '政务外网', 48.5, '2024', '良好']);
  lists.put('A6:F6', '本单位现有服务器、存储及网络安全设备情况', 'head');
  lists.row('A7', ['序号', '设备名称', '台数', '配置', '购置年份', '使用情况'], 'head');
  lists.row('A8', [1, '磁盘阵列', 1, '双控，48TB', '2021年', '在用']);
  lists.put('A10:F10', '本单位网络建设情况', 'head');
  lists.row('A11', ['序号', '网络名称', '带宽', '运营商名称', '年费用（万元）', null], 'head');
  lists.row('A12', [1, '政务外网', '50M', '移动', 0.6, null]);
  return [sheet, lists];
}

/** The states first, as ticks; chapters broken over lines. */
function plan(): Sheet {
  const sheet = new Sheet('编写提纲', { widths: [10, 8, 60] });
  sheet.put('A1:C1', '高青县电子政务建设项目建设方案编写提纲', 'title');
  sheet.put('A2:B2', '申报单位（盖章）：', 'line').put('C2', '高青县供销合作社', 'line');
  sheet.put('A3:B3', '项目名称：', 'line').put('C3', '农资追溯平台', 'line');
  sheet.put('A4:B4', '项目起止日期：', 'line').put('C4', '2027年4月至2027年10月', 'line');
  sheet.row('A5', ['是否编制', '页码', '章节名称'], 'head');
  const numbers = '一二三四五六七八九'.split('');
  PLAN.forEach((text, at) => {
    const chapter = /^(.)、(.*)$/u.exec(text);
    const part = /^\d\.(\d) (.*)$/u.exec(text);
    const words = chapter
      ? `第${numbers.find((each) => each === chapter[1]) ?? ''}章\n${chapter[2] ?? ''}`
      : `${part?.[1] ?? ''}、${part?.[2] ?? ''}`;
    sheet.row(`A${String(6 + at)}`, ['√', 2 + at, words]);
  });
  return sheet;
}

/** The papers on a second sheet, with what is handed in before their names. */
function acceptance(): readonly Sheet[] {
  const sheet = new Sheet('验收申请表', { widths: [20, 16, 16, 16, 20] });
  sheet.put('B2:E2', '电子政务建设项目竣工验收申请表', 'title');
  sheet.put('A3', '申请验收项目名称', 'head').put('B3:E3', '智慧停车管理平台', 'left');
  sheet.put('A4', '项目起止日期', 'head').put('B4:E4', '2025.03.01-2025.12.31', 'left');
  sheet.row('A5', ['建设单位', '高青县住房和城乡建设局', '联系人', '耿磊', null]);
  sheet.row('A6', ['联系方式', '13864301357', '单位地址', '高青县青苑路17号', null]);
  sheet.row('A7', ['财政资金\n（万元）', '单位自筹\n（万元）', '总投资\n（万元）', null, null], 'head');
  sheet.row('A8', [110.25, 9.75, { formula: 'SUM(A8:B8)', value: 120 }, null, null]);
  sheet.put('A9', '项目概况', 'head').put('B9:E9', '接入28个停车场，建设诱导发布和无感支付系统。', 'box');
  sheet.put('A10', '项目内容', 'head').put('B10:E10', '√软件开发 √硬件设备采购 □机房装修 □运维', 'left');
  sheet.put('A11', '单个软件系统最高价值（万元）', 'head').put('B11', 68, 'cell');
  sheet.put('C11:D11', '第三方测试', 'head').put('E11', '是', 'cell');
  sheet.put('A12', '项目监理单位', 'head').put('B12:E12', '淄博某信息工程监理有限公司', 'left');
  sheet.put('A13', '部门意见', 'head').put('B13:E13', '同意', 'box');
  const papers = new Sheet('材料清单', { widths: [8, 10, 50, 10] });
  papers.put('A1:D1', '验收材料清单', 'title').row('A2', ['序号', '是否提供', '验收材料名称', '页码'], 'head');
  PAPERS.forEach((paper, at) => papers.row(`A${String(3 + at)}`, [at + 1, '有', paper, 1 + 5 * at]));
  return [sheet, papers];
}

const PAPERS: readonly string[] = [
  '项目验收申请表',
  '项目合同、招标文件、投标文件',
  '项目初步验收报告',
  '项目完成情况总结',
  '技术工作总结',
  '经济效益和社会效益',
  '设备、软件清单',
  '监理审查意见',
  '用户使用报告',
  '信息资源共享情况报告',
  '项目过程文档',
  '需求说明书',
  '详细设计说明书',
  '数据库设计说明书',
  '测试报告',
  '第三方测试报告',
  '系统部署手册',
  '试运行报告',
  '设备到货交接单',
  '设备调试记录',
  '设备授权文件',
  '设备照片',
  '设备试运行报告',
];
