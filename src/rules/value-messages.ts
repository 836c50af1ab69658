import { VALUE_CASE_SEVERITY, type ValueCase } from '../forms/values/cases.ts';
import type { Wording } from '../forms/form.ts';
import type { Reading } from '../forms/reading.ts';
import { NO_PROBLEMS, type Messages, type Problem } from './rule.ts';

/** The sentences for what the readers of values report; each rule takes those of its kinds of value. */
const WORDINGS: Readonly<Record<ValueCase, Wording>> = {
  'not-calculated': {
    zh: '公式 ={formula} 还没有计算结果。请用 Excel 或 WPS 打开、重新计算并保存，或直接填写结果。',
    en: 'The formula ={formula} has no stored result. Open the file in Excel or WPS, recalculate and save it, or type the result.',
  },
  'left-open': {
    zh: '“{text}”没有写出确定的内容。请填写确定的内容。',
    en: '“{text}” leaves open what is meant. Enter something definite.',
  },
  'text-joined': {
    zh: '“{text}”中间有换行。已按“{normal}”读取，建议改为这个写法。',
    en: '“{text}” is broken by a line break. It was read as “{normal}”; better write it so.',
  },
  'text-in-lines': {
    zh: '“{text}”中间有换行。如果是一个名称，请写成“{normal}”；如果是几项，请用顿号分开。',
    en: '“{text}” is broken into lines. If it is one name, write “{normal}”; if it is several, separate them with 、.',
  },
  'text-half-width': {
    zh: '“{text}”含全角字母或数字。已按“{normal}”读取，建议改为这个写法。',
    en: '“{text}” has full-width letters or digits. It was read as “{normal}”; better write it so.',
  },
  'digits-lost': {
    zh: '“{text}”存成了数值，第 15 位以后的数字已经丢失，无法恢复。请把单元格设为文本后重新填写。',
    en: '“{text}” is stored as a number, and the digits after the 15th are lost for good. Format the cell as text and enter it again.',
  },
  'not-a-number': {
    zh: '“{text}”不是数字。{field}请填写一个数字。',
    en: '“{text}” is not a number. Enter a number.',
  },
  'not-whole': {
    zh: '“{text}”不是整数。{field}请填写整数。',
    en: '“{text}” is not a whole number. Enter a whole number.',
  },
  'number-tidied': {
    zh: '“{text}”已按 {normal} 读取，建议直接填写数字 {normal}。',
    en: '“{text}” was read as {normal}; better enter the number {normal}.',
  },
  'number-as-text': {
    zh: '“{text}”存成了文本，已按数字 {normal} 读取。建议改为数值，以免求和时漏掉。',
    en: '“{text}” is stored as text and was read as the number {normal}. Better store a number, or sums will leave it out.',
  },
  'numbers-added': {
    zh: '“{text}”写了几个数字，已按合计 {sum} 读取。建议本栏只填合计数。',
    en: '“{text}” gives several numbers and was read as their sum, {sum}. Better give the sum only.',
  },
  'unit-converted': {
    zh: '“{text}”已换算为 {normal}{unit}，请确认，并按本栏的单位填写。',
    en: '“{text}” was converted to {normal}{unit}. Please confirm, and write it in the unit of this column.',
  },
  'number-with-blanks': {
    zh: '“{text}”的数字中间有空格，无法确定是不是一个数。如果是，请去掉空格写作 {normal}。',
    en: 'There are blanks between the digits of “{text}”, so that it may not be one number. If it is, write {normal}.',
  },
  'ambiguous-number': {
    zh: '“{text}”可能是 {readings}，无法确定。请改写清楚。',
    en: '“{text}” may mean {readings}. Write it so that it means one thing only.',
  },
  'number-unclear': {
    zh: '“{text}”没有写明数字。请填写一个数字。',
    en: '“{text}” does not give a number. Enter a number.',
  },
  'unknown-unit': {
    zh: '“{text}”的单位“{unit}”不是本栏的单位（{units}）。请核对数字和单位。',
    en: 'The unit “{unit}” of “{text}” does not belong to this column ({units}). Check the number and its unit.',
  },
  'no-amount-in-text': {
    zh: '“{text}”没有写明金额。请写明总额和单位，例如“300万元”。',
    en: '“{text}” names no amount. Give the total with its unit, like “300万元”.',
  },
  'no-total-in-text': {
    zh: '“{text}”没有写明哪一个是总额。请写明总额和单位，例如“总投资300万元”。',
    en: '“{text}” does not say which amount is the total. Give the total with its unit, like “总投资300万元”.',
  },
  'number-shown-as-date': {
    zh: '单元格显示为日期“{shown}”，实际的值是 {value}。请把单元格格式改为数值并核对。',
    en: 'The cell shows the date “{shown}” but holds {value}. Set its format to number and check the value.',
  },
  'below-minimum': {
    zh: '“{text}”小于允许的最小值 {min}{unit}。请核对后改正。',
    en: '“{text}” is below the minimum of {min}{unit}. Check and correct it.',
  },
  'above-maximum': {
    zh: '“{text}”大于允许的最大值 {max}{unit}。请核对后改正。',
    en: '“{text}” is above the maximum of {max}{unit}. Check and correct it.',
  },
  'too-many-decimals': {
    zh: '“{text}”的小数位数过多，以{unit}计最多 {decimals} 位。请核对后改正。',
    en: '“{text}” has too many decimals: at most {decimals}, counted in {unit}. Check and correct it.',
  },
  'not-a-date': {
    zh: '“{text}”不是日期。请按“2024-01-15”的样子填写。',
    en: '“{text}” is not a date. Write it like “2024-01-15”.',
  },
  'not-a-month': {
    zh: '“{text}”不是一个月份。请按“2024年1月”的样子填写一个年月。',
    en: '“{text}” is not a month. Write one like “2024年1月”.',
  },
  'not-a-year': {
    zh: '“{text}”不是一个年份。请填写一个四位数的年份，如“2024”。',
    en: '“{text}” is not a year. Write one of four digits, as “2024”.',
  },
  'impossible-date': {
    zh: '没有“{text}”这一天。请核对日期。',
    en: 'There is no such day as “{text}”. Check the date.',
  },
  'zero-date': {
    zh: '“{text}”是空白日期被存成了 0。请填写真实的日期，没有就清空。',
    en: '“{text}” is an empty date stored as 0. Enter the date, or clear the cell.',
  },
  'date-tidied': {
    zh: '“{text}”已按 {normal} 读取，建议改为这个写法。',
    en: '“{text}” was read as {normal}; better write it so.',
  },
  'date-with-end': {
    zh: '“{text}”还写了起始日期以外的内容，已按 {normal} 读取。本栏只需要起始日期。',
    en: '“{text}” says more than the day it begins; it was read as {normal}. Only the beginning is asked for.',
  },
  'date-unformatted': {
    zh: '“{text}”是未设日期格式的日期，即 {normal}。请把单元格设为日期格式。',
    en: '“{text}” is the date {normal} in a cell without a date format. Format the cell as a date.',
  },
  'date-far-ahead': {
    zh: '“{text}”比现在晚两年以上，年份疑似写错。请核对。',
    en: '“{text}” is more than two years from now; its year seems wrong. Check it.',
  },
  'date-incomplete': {
    zh: '“{text}”不完整。请补全到{wanted}。',
    en: '“{text}” is incomplete. Complete it down to the {wanted}.',
  },
  'ambiguous-date': {
    zh: '“{text}”可能是 {readings}，无法确定。请写出四位年份，按“年-月-日”填写。',
    en: '“{text}” may mean {readings}. Write year (four digits), month and day.',
  },
  'placeholder-left': {
    zh: '“{text}”还是模板上印的占位符。请填写实际日期。',
    en: '“{text}” is still the placeholder of the template. Enter the actual date.',
  },
  'choice-tidied': {
    zh: '“{text}”已按“{normal}”读取，建议改为表中所列的写法。',
    en: '“{text}” was read as “{normal}”; better use the listed wording.',
  },
  'choice-with-remark': {
    zh: '“{text}”已按“{normal}”读取；括注“{remark}”请移到说明或条件栏。',
    en: '“{text}” was read as “{normal}”; move the remark “{remark}” to a column for conditions or notes.',
  },
  'choice-repeated': {
    zh: '“{text}”中有重复的选项。已按“{normal}”读取，建议删去重复的。',
    en: '“{text}” names an option twice. It was read as “{normal}”; better delete the repetition.',
  },
  'several-options': {
    zh: '“{text}”写了多个选项（{options}），这里只能填一个。请只保留一个。',
    en: '“{text}” names several options ({options}), but one is asked. Keep one.',
  },
  'option-contradiction': {
    zh: '“{text}”的名称和代码不一致，可能是 {options}。请改为其中一个。',
    en: 'The name and the code in “{text}” do not belong together; it may mean {options}. Use one of them.',
  },
  'doubtful-answer': {
    zh: '“{text}”没有说清是哪一个选项。请从 {expected} 中选填。',
    en: '“{text}” leaves open which option is meant. Choose from {expected}.',
  },
  'not-listed': {
    zh: '“{text}”不在规定的选项中。请从 {expected} 中选填。',
    en: '“{text}” is not one of the prescribed options. Choose from {expected}.',
  },
  'not-listed-near': {
    zh: '“{text}”不在规定的选项中，是否应为“{normal}”？请从 {expected} 中选填。',
    en: '“{text}” is not one of the prescribed options; is “{normal}” meant? Choose from {expected}.',
  },
  'not-listed-open': {
    zh: '“{text}”不在所列的选项中（{expected} 等）。请确认没有合适的选项，否则改用所列的写法。',
    en: '“{text}” is not among the listed options ({expected} and the like). Make sure that none of them fits, or else use it.',
  },
  'not-listed-open-near': {
    zh: '“{text}”不在所列的选项中，是否应为“{normal}”？如果是，请改用所列的写法。',
    en: '“{text}” is not among the listed options; is “{normal}” meant? If so, use the listed wording.',
  },
  'ticks-unreadable': {
    zh: '看不出“{text}”勾选了什么。请在选项前的□中打勾，例如“☑”。',
    en: 'It cannot be seen what is ticked in “{text}”. Tick the box before the option, like “☑”.',
  },
  'ticks-ambiguous': {
    zh: '“{text}”的勾属于哪个选项不明确。请把勾打在选项前的□中。',
    en: 'It is not clear which option the marks in “{text}” belong to. Tick the box before the option.',
  },
  'several-ticked': {
    zh: '勾选了多项（{options}），这里只能选一项。请只保留一个勾。',
    en: 'Several options are ticked ({options}), but one is asked. Keep one tick.',
  },
  'other-unexplained': {
    zh: '勾选了“{option}”，但没有写明是什么。请在其后注明。',
    en: '“{option}” is ticked, but nothing says what it is. Add a word on it.',
  },
  'not-a-phone': {
    zh: '“{text}”不是电话号码。请填写手机号码，或带区号的固定电话。',
    en: '“{text}” is not a phone number. Enter a mobile number, or a landline number with its area code.',
  },
  'phone-digit-count': {
    zh: '“{text}”有 {digits} 位数字，不是有效的电话号码。请核对是否多写或漏写。',
    en: '“{text}” has {digits} digits and is no phone number. Check for digits missing or too many.',
  },
  'phone-letters': {
    zh: '“{text}”中混有字母“{letters}”（可能是数字 0 或 1）。请改为数字。',
    en: '“{text}” has letters among its digits: “{letters}” (perhaps for 0 or 1). Write digits.',
  },
  'phone-beginning': {
    zh: '“{text}”的号段不存在，不是有效的电话号码。请核对号码。',
    en: 'No phone number begins like “{text}”. Check the number.',
  },
  'phone-tidied': {
    zh: '“{text}”已按 {normal} 读取，建议改为这个写法。',
    en: '“{text}” was read as {normal}; better write it so.',
  },
  'phone-no-area-code': {
    zh: '“{text}”没有区号。建议补上区号。',
    en: '“{text}” has no area code. Better add it.',
  },
  'phone-zero-lost': {
    zh: '“{text}”存成了数值，区号开头的 0 可能丢失。应为 {normal}，请把单元格设为文本后改正。',
    en: '“{text}” is stored as a number, so the leading 0 of the area code seems lost. It should be {normal}: format the cell as text and correct it.',
  },
  'phone-zero-missing': {
    zh: '“{text}”像是漏了区号开头的 0，应为 {normal}。请核对后改正。',
    en: '“{text}” seems to lack the leading 0 of its area code: {normal}. Check and correct it.',
  },
  'several-phones': {
    zh: '“{text}”中有多个号码（{phones}）。建议只留一个常用的。',
    en: '“{text}” has several numbers ({phones}). Better keep one.',
  },
  'phone-with-words': {
    zh: '“{text}”在号码（{phones}）之外还写了“{words}”。建议本栏只填号码。',
    en: '“{text}” has the words “{words}” beside the number ({phones}). Better give the number only.',
  },
  'not-an-email': {
    zh: '“{text}”不是电子邮箱地址。请按“name@example.cn”的样子填写。',
    en: '“{text}” is not an e-mail address. Write it like “name@example.cn”.',
  },
  'email-tidied': {
    zh: '“{text}”已按 {normal} 读取，建议改为这个写法。',
    en: '“{text}” was read as {normal}; better write it so.',
  },
  'several-emails': {
    zh: '“{text}”中有多个邮箱（{emails}）。建议只留一个。',
    en: '“{text}” has several addresses ({emails}). Better keep one.',
  },
  'not-a-port': {
    zh: '“{text}”不是端口。请填写 1 至 65535 的数字，多个用逗号加空格分开，例如“80, 443”，范围写作“8000-8010”。',
    en: '“{text}” is not a port. Enter numbers from 1 to 65535, separated by a comma and a space, like “80, 443”; a range as “8000-8010”.',
  },
  'port-out-of-range': {
    zh: '端口 {port} 超出 1 至 65535。请核对后改正。',
    en: 'Port {port} is outside 1 to 65535. Check and correct it.',
  },
  'port-range-reversed': {
    zh: '端口范围“{range}”的起止颠倒了。请把小的写在前面。',
    en: 'The port range “{range}” is the wrong way round. Write the smaller number first.',
  },
  'port-comma-lost': {
    zh: '“{text}”可能是两个端口，逗号被表格软件当成了千位分隔符。应为“{normal}”，请把单元格设为文本后改正。',
    en: '“{text}” seems to be two ports whose comma was taken for a thousands separator. It should be “{normal}”: format the cell as text and correct it.',
  },
  'ports-all': {
    zh: '“{text}”等于开放全部端口。请列出实际需要的端口。',
    en: '“{text}” would open every port. List the ports that are needed.',
  },
  'ports-tidied': {
    zh: '“{text}”已按“{normal}”读取，建议改为这个写法。',
    en: '“{text}” was read as “{normal}”; better write it so.',
  },
  'not-a-period': {
    zh: '“{text}”不是一段时间。请写明长短，例如“12个月”，或起止，例如“2024年1月至2024年12月”。',
    en: '“{text}” is not a stretch of time. Write how long, like “12个月”, or from when to when, like “2024年1月至2024年12月”.',
  },
  'period-tidied': {
    zh: '“{text}”已按“{normal}”读取，建议改为这个写法。',
    en: '“{text}” was read as “{normal}”; better write it so.',
  },
  'period-reversed': {
    zh: '“{text}”的结束早于开始。请核对后改正。',
    en: '“{text}” ends before it begins. Check and correct it.',
  },
  'period-without-dates': {
    zh: '“{text}”只写了多长，没有写明起止。请填写起止年月，例如“2024年1月至2024年12月”。',
    en: '“{text}” says how long, but not from when to when. Enter both months, like “2024年1月至2024年12月”.',
  },
  'not-a-range': {
    zh: '看不出“{text}”从何时到何时。请填写起止年月，例如“2024年1月至2024年12月”。',
    en: '“{text}” does not say from when to when. Enter both months, like “2024年1月至2024年12月”.',
  },
  'period-without-months': {
    zh: '“{text}”没有写明月份。请填写起止年月，例如“2024年1月至2024年12月”。',
    en: '“{text}” does not say the months. Enter both months, like “2024年1月至2024年12月”.',
  },
  'not-a-length': {
    zh: '“{text}”不是数据长度。请填写正整数，或“总位数,小数位数”，例如“10,2”。',
    en: '“{text}” is not a length. Enter a positive whole number, or precision and scale like “10,2”.',
  },
  'length-not-positive': {
    zh: '“{text}”不大于 0。数据长度请填写正整数。',
    en: '“{text}” is not above 0. A length is a positive whole number.',
  },
  'length-with-point': {
    zh: '“{text}”不是整数。如果指总位数和小数位数，应写作“{normal}”。',
    en: '“{text}” is not a whole number. If precision and scale are meant, write “{normal}”.',
  },
  'scale-above-precision': {
    zh: '“{text}”的小数位数 {scale} 大于总位数 {precision}。请核对后改正。',
    en: 'In “{text}” the scale {scale} is above the precision {precision}. Check and correct it.',
  },
  'length-tidied': {
    zh: '“{text}”已按“{normal}”读取，建议改为这个写法。',
    en: '“{text}” was read as “{normal}”; better write it so.',
  },
  'specification-unread': {
    zh: '从“{text}”中读不出处理器、内存和磁盘的大小，汇总时未计入。建议写成“4核 8GB 100GB”的样子。',
    en: 'Processors, memory and disk cannot be read from “{text}”; the totals leave it out. Better write it like “4核 8GB 100GB”.',
  },
  'pattern-mismatch': {
    zh: '“{text}”不符合要求的格式。请核对后改正。',
    en: '“{text}” does not have the form asked for. Check and correct it.',
  },
  'code-tidied': {
    zh: '“{text}”已按“{normal}”读取，建议改为这个写法。',
    en: '“{text}” was read as “{normal}”; better write it so.',
  },
  'code-letters': {
    zh: '“{text}”中的字母“{letters}”应是数字 0 或 1，可能是“{normal}”。请核对后改正。',
    en: 'The letters “{letters}” in “{text}” should be the digits 0 or 1, perhaps “{normal}”. Check and correct it.',
  },
  'check-character-wrong': {
    zh: '“{text}”的校验码不对，至少有一位填错。请对照证照核对。',
    en: 'The check character of “{text}” is wrong, so at least one character is. Compare it with the certificate.',
  },
  'code-zero-lost': {
    zh: '“{text}”存成了数值，开头的 0 可能丢失。应为“{normal}”，请把单元格设为文本后改正。',
    en: '“{text}” is stored as a number, so zeros at its beginning seem lost. It should be “{normal}”: format the cell as text and correct it.',
  },
  'code-shown-as-date': {
    zh: '代码被表格软件自动转换成了日期“{text}”。请把单元格设为文本后重新填写。',
    en: 'The code was turned into the date “{text}” by the spreadsheet program. Format the cell as text and enter it again.',
  },
};

/** All of them, with their usual severity. */
export const VALUE_MESSAGES: Messages = Object.fromEntries(
  Object.entries(VALUE_CASE_SEVERITY).map(([name, severity]) => [name, { ...WORDINGS[name as ValueCase], severity }]),
);

/** What may be said of each value where options are listed, one or several of them. */
export const OPTION_CASES = [
  'option-contradiction',
  'doubtful-answer',
  'not-listed',
  'not-listed-near',
  'not-listed-open',
  'not-listed-open-near',
  'text-half-width',
  'digits-lost',
] as const satisfies readonly ValueCase[];

/** The messages for some of the readers' cases. */
export function valueMessages<C extends ValueCase>(...cases: readonly C[]): Messages<C> {
  const messages = cases.map((name) => [name, { ...WORDINGS[name], severity: VALUE_CASE_SEVERITY[name] }] as const);
  return Object.fromEntries(messages) as Messages<C>;
}

/** What the reader had to say of a cell, as problems; errors and results of formulas are the rule `formula-error`'s. */
export function readerProblems(reading: Reading): readonly Problem<never>[] {
  if (reading.remarks.length === 0 || isCellError(reading.raw)) return NO_PROBLEMS;
  return reading.remarks
    .filter((remark) => remark.case !== 'not-calculated')
    .map(({ normal, ...problem }) => (normal === undefined ? problem : { ...problem, fix: normal }));
}

function isCellError(value: Reading['raw']): value is { readonly error: string } {
  return typeof value === 'object' && value !== null;
}
