/**
 * Traditional characters and their simplified ones, in pairs: those of the vocabulary of forms, options, units,
 * departments and amounts. A whole conversion table (OpenCC) is some 4,000 characters and as many phrases, more than
 * the side pane should carry for a case this rare; and only single characters with one simplified form are safe to
 * fold without a dictionary (乾, 著, 瞭 are left out for that reason).
 */
const PAIRS =
  '條条資资據据庫库類类數数實实時时開开項项額额會会機机構构關关門门業业務务單单員员處处縣县區区鄉乡鎮镇廳厅國国財财' +
  '經经濟济發发電电話话郵邮網网絡络統统雲云計计儲储備备災灾難难異异無无與与為为從从這这還还個个們们來来東东車车馬马' +
  '鳥鸟魚鱼龍龙龜龟檔档書书寫写圖图畫画視视頻频聲声體体語语詞词記记錄录標标準准長长寬宽帶带內内盤盘碼码號号證证執执' +
  '許许認认審审報报請请規规範范則则測测試试評评價价監监護护險险級级別别屬属質质權权責责義义專专線线連连傳传輸输軟软' +
  '設设裝装運运維维環环應应學学醫医衛卫藥药師师樣样張张陳陈劉刘趙赵楊杨吳吴孫孙馮冯蔣蒋韓韩鄭郑貨货幣币萬万億亿圓圆' +
  '貳贰參参陸陆錢钱費费購购買买賣卖賬账貸贷貿贸稅税總总預预決决結结終终續续約约紀纪綱纲細细組组織织給给繳缴納纳農农' +
  '產产礦矿場场廠厂戶户樓楼層层園园圍围團团隊队黨党辦办點点熱热爾尔獨独獲获現现當当並并併并佈布後后裡里裏里邊边過过' +
  '進进遠远選选遞递達达導导對对將将尋寻屆届嚴严歲岁歷历曆历歸归殘残殺杀氣气漢汉滿满漁渔溝沟滅灭潔洁澤泽營营爭争獎奖' +
  '聯联職职聽听聞闻脫脱臨临興兴舊旧舉举藝艺節节蓋盖薦荐蟲虫術术衝冲補补複复復复見见覺觉覽览觀观訂订討讨訓训託托訪访' +
  '詢询詳详誌志誤误說说課课調调談谈論论諮咨謝谢識识議议譯译讀读變变讓让豐丰貝贝負负貢贡販贩貧贫貼贴賓宾賞赏賠赔賴赖' +
  '贈赠贊赞趨趋跡迹軌轨軍军載载較较輔辅輕轻輛辆輪轮轉转辭辞週周遊游適适遲迟遷迁遺遗醬酱釋释針针釘钉鈕钮鉤钩銀银銷销' +
  '鋼钢錯错鍵键鎖锁鏈链鐘钟鐵铁鑒鉴閉闭間间閱阅闊阔陣阵陰阴陽阳隨随雙双雜杂離离靈灵靜静頁页頂顶順顺須须頒颁領领頭头' +
  '題题顏颜願愿顯显風风飛飞飯饭飲饮餘余館馆駐驻驗验驛驿髮发鬆松鬥斗鮮鲜鹽盐麥麦黃黄齊齐齡龄僅仅優优償偿儘尽傷伤傾倾' +
  '債债協协勞劳動动勢势勵励勝胜勸劝啟启問问喪丧嘗尝壓压壞坏夠够夢梦奪夺婦妇寧宁寶宝屢屡島岛峽峡幹干幾几廢废廣广彈弹' +
  '強强徑径徵征憑凭憲宪懷怀戰战撥拨擔担擇择擬拟擴扩攝摄損损換换掛挂採采掃扫揚扬敗败斷断於于晝昼暫暂曉晓殼壳樂乐橋桥' +
  '檢检欄栏樹树極极榮荣槍枪樁桩檻槛沒没況况淨净淺浅減减湯汤湧涌滬沪濕湿灣湾煙烟燈灯燒烧爐炉牆墙狀状獄狱畢毕療疗癥症' +
  '盡尽眾众礎础祕秘禮礼種种稱称積积穩稳競竞筆笔築筑簡简簽签籌筹糧粮紅红紙纸紹绍絕绝綜综綠绿編编緊紧緩缓縮缩績绩繼继' +
  '罰罚羅罗聖圣肅肃腦脑膠胶臺台葉叶蘇苏蘭兰虛虚製制訊讯訴诉診诊誠诚閘闸閩闽闡阐隱隐雖虽霧雾韻韵響响騎骑騰腾驅驱鳳凤' +
  '鵬鹏鷹鹰係系禦御鈔钞淚泪';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...PAIRS.matchAll(/(.)(.)/gu)].flatMap(([, from, to]) => (from && to ? [[from, to] as const] : [])),
);

/** One mark for each UTF-16 unit: every text of a workbook passes here, and a Map of characters takes its time. */
const IS_TRADITIONAL = new Uint8Array(0x10000);
for (const character of SIMPLIFIED.keys()) IS_TRADITIONAL[character.charCodeAt(0)] = 1;

/** Whether a UTF-16 unit is a traditional character with a simplified form of its own. */
export function isTraditional(code: number): boolean {
  return IS_TRADITIONAL[code] === 1;
}

/** The one word of forms that differs as a word: taken character by character it would be 资料库. */
const DATABASE = { from: '資料庫', to: '数据库' } as const;

/** The text with traditional characters made simplified; the very same string where there are none. */
export function simplify(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (isTraditional(text.charCodeAt(i))) {
      return Array.from(
        text.replaceAll(DATABASE.from, DATABASE.to),
        (character) => SIMPLIFIED.get(character) ?? character,
      ).join('');
    }
  }
  return text;
}
