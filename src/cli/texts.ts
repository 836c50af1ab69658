import type { Wording } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';

/** Every sentence the command line says by itself; `{name}` is filled in by {@link say}. */
export const texts = {
  // wrong usage
  'no-command': {
    zh: '请给出命令：forms、new、check、unflag 或 procedure。',
    en: 'A command is missing: forms, new, check, unflag or procedure.',
  },
  'unknown-command': { zh: '没有命令“{command}”。', en: 'There is no command "{command}".' },
  'unknown-option': { zh: '没有选项 {option}。', en: 'There is no option {option}.' },
  'missing-value': { zh: '选项 {option} 后面缺少内容。', en: 'Option {option} needs a value.' },
  'unwanted-value': { zh: '选项 {option} 不带内容。', en: 'Option {option} takes no value.' },
  'repeated-option': { zh: '选项 {option} 只能给一次。', en: 'Option {option} may be given only once.' },
  'wrong-value': {
    zh: '选项 {option} 只能是：{allowed}；给出的是“{value}”。',
    en: 'Option {option} must be one of: {allowed}; got "{value}".',
  },
  'no-inputs': { zh: '请给出文件或文件夹。', en: 'Name the files or folders.' },
  'no-output': { zh: '请用 -o 给出存放副本的文件夹。', en: 'Name the folder for the copies with -o.' },
  'unwanted-argument': { zh: '命令 {command} 不带“{argument}”。', en: 'The command {command} takes no "{argument}".' },
  'unknown-form': {
    zh: '没有编号为“{id}”的表单；运行 tianbao forms 查看全部表单。',
    en: 'There is no form "{id}"; run `tianbao forms` to see all forms.',
  },
  'output-is-file': {
    zh: '{option} {folder} 是一个文件，不是文件夹。请换一个文件夹。',
    en: '{option} {folder} is a file, not a folder. Choose another folder.',
  },
  'output-in-input': {
    zh: '{option} {folder} 在要检查的文件夹 {input} 之内，副本会被再次当作来件检查。请换到它的外面。',
    en: '{option} {folder} lies in {input}, which is being checked: the copies would be read again. Choose a folder outside it.',
  },
  'output-overwrites': {
    zh: '{option} {folder} 中的副本会覆盖来件 {input}，或与来件混在一起。请换一个文件夹。',
    en: 'A copy in {option} {folder} would overwrite {input}, or end up among what is checked. Choose another folder.',
  },

  // a blank form
  'no-form-named': {
    zh: '请给出表单编号，例如 tianbao new jinzhai/pc-purchase -o 空白表.xlsx。',
    en: 'Name the form, as in: tianbao new jinzhai/pc-purchase -o blank.xlsx',
  },
  'no-output-file': {
    zh: '请用 -o 给出要写的文件，例如 -o 空白表.xlsx。',
    en: 'Name the file to be written with -o, such as -o blank.xlsx.',
  },
  'new-written': {
    zh: '已写出 {file}：{title}（{version} 版）',
    en: 'Written: {file}, {title} (edition {version})',
  },
  'no-such-form': { zh: '没有编号为“{id}”的表单', en: 'There is no form "{id}"' },
  'no-such-form.next': { zh: '全部表单的编号见 tianbao forms。', en: '`tianbao forms` lists the ids of all forms.' },
  'no-such-form.near': {
    zh: '是否应为 {near}？全部表单见 tianbao forms。',
    en: 'Is {near} meant? `tianbao forms` lists them all.',
  },
  'not-xlsx': { zh: '{file} 不以 .xlsx 结尾', en: '{file} does not end in .xlsx' },
  'not-xlsx.next': {
    zh: '空白表只能写成 .xlsx，请改文件名。',
    en: 'Blank forms are written as .xlsx only; change the name.',
  },
  'is-folder': { zh: '{file} 是文件夹', en: '{file} is a folder' },
  'is-folder.next': { zh: '请在后面写上文件名，以 .xlsx 结尾。', en: 'Put a file name ending in .xlsx behind it.' },
  'no-such-folder': { zh: '没有文件夹 {folder}', en: 'There is no folder {folder}' },
  'no-such-folder.next': {
    zh: '请先建好文件夹，或换一个地方。',
    en: 'Make the folder first, or choose another place.',
  },
  'file-exists': { zh: '{file} 已经存在，没有改动', en: '{file} is there already; it was not changed' },
  'file-exists.next': {
    zh: '请换一个文件名；确要替换时加 --force。',
    en: 'Choose another name, or add --force to replace it.',
  },
  'no-blank': { zh: '《{title}》还没有空白表', en: 'There is no blank workbook of 《{title}》 yet' },
  'no-blank.next': { zh: '请向主管部门索取原表。', en: 'Ask the authority for the original form.' },
  'form-not-written': { zh: '{file} 没有写成：{reason}', en: '{file} could not be written: {reason}' },
  'form-not-written.next': {
    zh: '请检查文件夹是否可写、磁盘是否已满、文件是否正被打开。',
    en: 'Check that the folder can be written to, the disk is not full, and the file is not open.',
  },

  // the procedure asked for
  'no-county': {
    zh: '请用 --county 给出区县：{counties}。',
    en: 'Name the county with --county: {counties}.',
  },
  'unknown-county': {
    zh: '没有区县“{county}”；可选：{counties}。',
    en: 'There is no county "{county}"; there are: {counties}.',
  },
  'no-total': {
    zh: '请用 --total 给出总投资，例如 --total 480 --unit 万元。',
    en: 'Give the total with --total, for example --total 480 --unit 万元.',
  },
  'total-not-a-number': {
    zh: '--total 应是金额，例如 480 或 480.5；给出的是“{value}”。',
    en: '--total must be an amount, such as 480 or 480.5; got "{value}".',
  },
  'total-negative': { zh: '总投资不能是负数：{value}。', en: 'The total cannot be negative: {value}.' },
  'total-zero': { zh: '总投资应大于 0：{value}。', en: 'The total must be above 0: {value}.' },
  'total-too-fine': {
    zh: '总投资最多精确到分：{value}。',
    en: 'The total is stated to the fen (0.01 元) at most: {value}.',
  },
  'total-too-large': {
    zh: '总投资 {value} 超过 100 亿元，不像县级项目。请核对位数和单位（--unit 元 或 --unit 万元）。',
    en: 'A total of {value} is more than CNY 10,000,000,000, which no county project is. Check the digits and the unit (--unit 元 or --unit 万元).',
  },
  'total-units-differ': {
    zh: '--total {value} 里的单位与 --unit {unit} 不一致。请只写一个单位。',
    en: 'The unit in --total {value} is not that of --unit {unit}. State one unit only.',
  },
  'total-which-unit': {
    zh: '总投资 {value} 没有写单位，有两种读法：{value} 元（即 {yuan}）请加 --unit 元；{value} 万元（即 {wan}）请加 --unit 万元。',
    en: 'The total {value} has no unit and can be read in two ways: {value} 元 ({yuan}) with --unit 元; {value} 万元 ({wan}) with --unit 万元.',
  },
  'unknown-category': {
    zh: '{name}的规定里没有项目类别“{category}”；可选：{categories}。',
    en: 'The regulation of {name} knows no category "{category}"; it has: {categories}.',
  },
  'wrong-date': {
    zh: '--date 应是日期，例如 2026-09-28，或“事件=日期”，例如 {event}=2026-09-28；给出的是“{value}”。',
    en: '--date must be a day such as 2026-09-28, or event=day such as {event}=2026-09-28; got "{value}".',
  },
  'repeated-date': { zh: '--date 里“{value}”给了两次。', en: '--date has "{value}" twice.' },
  'unknown-event': {
    zh: '{name}的期限不从“{event}”算起；可选：{events}。',
    en: 'No deadline of {name} runs from "{event}"; they run from: {events}.',
  },
  'procedure-title': { zh: '{name}政务信息化项目办理程序', en: 'Procedure for an IT project in {name}' },
  'procedure-total': { zh: '总投资：{amount}', en: 'Total: {amount}' },
  'procedure-category': { zh: '项目类别：{category}', en: 'Category: {category}' },
  'procedure-any-category': {
    zh: '项目类别：未指定，各类别的步骤都列出，注明条件（--category {categories}）',
    en: 'Category: not stated; the steps of each are listed under its condition (--category {categories})',
  },
  'procedure-source': { zh: '依据：{document}《{title}》', en: 'Regulation: {document} 《{title}》' },
  'procedure-today': { zh: '日期：按 {date} 计算', en: 'Dates: as of {date}' },
  'procedure-condition': { zh: '条件：{condition}', en: 'If {condition}' },
  'procedure-because': { zh: '金额：{reason}', en: 'Amount: {reason}' },
  'procedure-by': { zh: '办理：{by}', en: 'By: {by}' },
  'procedure-to': { zh: '报送：{to}', en: 'To: {to}' },
  'procedure-decides': { zh: '决定：{decides}', en: 'Decided by: {decides}' },
  'procedure-documents': { zh: '材料：{documents}', en: 'Papers: {documents}' },
  'procedure-document': { zh: '{name}（{form}）', en: '{name} ({form})' },
  'procedure-deadline': { zh: '期限：{deadline}', en: 'When: {deadline}' },
  'procedure-note': { zh: '说明：{note}', en: 'Note: {note}' },
  'procedure-quote': { zh: '{place}：“{text}”', en: '{place}: “{text}”' },
  'procedure-overlap': { zh: '两条规定在此重叠', en: 'Two rules overlap here' },
  'procedure-others': { zh: '不适用的步骤', en: 'Steps that do not apply' },
  'procedure-other': { zh: '{step}（{basis}）', en: '{step} ({basis})' },
  'procedure-excluded': { zh: '不属于政务信息化项目', en: 'No such projects' },
  'procedure-calendar': {
    zh: '工作日按国务院办公厅 {from}—{to} 年的放假安排计算；以后的年份尚无安排，按周一至周五上班、固定日期的节日放假推算，并注明。',
    en: 'Working days follow the State Council’s holidays of {from} to {to}; for later years Monday to Friday are counted but for holidays of fixed date, which is said there.',
  },
  'form-procedure': { zh: '办理程序（{amount}{category}）：', en: 'Procedure ({amount}{category}):' },
  'form-procedure-step': { zh: '· {step}：{by}；{basis}', en: '· {step}: {by}; {basis}' },
  'form-procedure-condition': { zh: '（条件：{condition}）', en: ' (if {condition})' },
  'form-procedure-deadline': { zh: '；{deadline}', en: '; {deadline}' },
  'form-procedure-rest': {
    zh: '另有 {count} 步与金额无关；全部步骤和条文：tianbao procedure --county {county} --total {total} --unit 万元{category}',
    en: 'Steps that do not depend on the amount: {count}; all of them with their clauses: tianbao procedure --county {county} --total {total} --unit 万元{category}',
  },
  'form-procedure-all': {
    zh: '条文：tianbao procedure --county {county} --total {total} --unit 万元{category}',
    en: 'The clauses: tianbao procedure --county {county} --total {total} --unit 万元{category}',
  },

  // files that could not be judged
  'no-form': {
    zh: '文件中没有认出任何一张表单。',
    en: 'No form was recognised in this file.',
  },
  'no-form.next': {
    zh: '请确认发来的是哪张表；确定时可用 --form 指定（tianbao forms 列出全部表单）。',
    en: 'Make sure which form this is meant to be; if you know, name it with --form (`tianbao forms` lists them).',
  },
  'no-form-in-text': {
    zh: '文件名以 {ending} 结尾，内容却是纯文本，已按 csv 读取，没有认出任何一张表单。',
    en: 'The name ends in {ending}, but the file is plain text; read as csv, it has no form in it.',
  },
  'no-form-in-text.next': {
    zh: '请让填报人用 Excel 或 WPS 打开原表，另存为 .xlsx 后重新发送。',
    en: 'Ask for the original form again, opened in Excel or WPS and saved as .xlsx.',
  },
  'other-form': {
    zh: '这份文件不是《{title}》，看上去是《{other}》（{id}）。',
    en: 'This file is not 《{title}》; it looks like 《{other}》 ({id}).',
  },
  'other-form.next': {
    zh: '请去掉 --form，或改为 --form {id}。',
    en: 'Leave out --form, or use --form {id}.',
  },
  'ambiguous-form': {
    zh: '文件同样像几张表单：{forms}。',
    en: 'The file fits several forms equally well: {forms}.',
  },
  'ambiguous-form.next': { zh: '请用 --form 指定其中一张。', en: 'Name one of them with --form.' },
  'no-header': {
    zh: '像是《{title}》，但找不到表头行。',
    en: 'This looks like 《{title}》, but its header row is missing.',
  },
  'no-header.next': {
    zh: '请把原表的表头行补回去再检查。',
    en: 'Put the header row of the official form back, then check again.',
  },

  internal: {
    zh: '检查这份文件时程序自身出错，这不是文件的问题。',
    en: 'The program itself failed on this file; it is not the fault of the file.',
  },
  'internal.next': {
    zh: '请把这份文件和版本号（tianbao --version）交给维护者，这份文件先用人工检查。',
    en: 'Give the file and the version (tianbao --version) to the maintainers, and check this file by hand for now.',
  },

  // the report
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  'whole-sheet': { zh: '整张工作表', en: 'whole sheet' },
  basis: { zh: '依据：{basis}', en: 'Basis: {basis}' },
  fix: { zh: '改为：{value}', en: 'Change to: {value}' },
  'fix-elsewhere': { zh: '{cell} 改为：{value}', en: 'Change {cell} to: {value}' },
  'fix-empty': { zh: '（清空）', en: '(empty it)' },
  expected: { zh: '可填：{values}', en: 'Allowed: {values}' },
  more: { zh: '等 {count} 项', en: ' and others, {count} in all' },
  figures: { zh: '统计：{figures}', en: 'Figures: {figures}' },
  skipped: { zh: '（{count} 行填写有误，未计入）', en: ' (faulty rows left out: {count})' },
  'runner-up': { zh: '也有些像：{title}（{id}）', en: 'Also somewhat like: {title} ({id})' },
  clean: { zh: '没有发现问题', en: 'nothing found' },
  counts: {
    zh: '{error} 个错误，{warning} 个警告，{info} 个提示',
    en: 'errors: {error}, warnings: {warning}, infos: {info}',
  },
  ignored: {
    zh: '填报人忽略了 {count} 条（照样计入数目；采纳其理由请加 --accept-ignored）',
    en: 'Ignored by the sender: {count} (counted all the same; --accept-ignored accepts the reasons)',
  },
  'ignored-accepted': {
    zh: '填报人忽略了 {count} 条（理由已采纳，不计入数目）',
    en: 'Ignored by the sender: {count} (the reasons are accepted: not counted)',
  },
  'ignored-because': { zh: '忽略的理由：{reason}', en: 'Ignored because: {reason}' },
  before: { zh: '改动前：{counts}', en: 'Before the changes: {counts}' },
  after: { zh: '改动后：{counts}', en: 'After the changes: {counts}' },
  failure: { zh: '{message}（{code}）', en: '{message} ({code})' },
  next: { zh: '下一步：{next}', en: 'Next: {next}' },
  changes: { zh: '已改 {count} 处：', en: 'Cells changed: {count}' },
  'change-note': {
    zh: '已改动：原为“{from}”，现为“{to}”。\n原因：{reason}',
    en: 'Changed: it was “{from}”, and now is “{to}”.\nReason: {reason}',
  },
  change: { zh: '{sheet} {cell}：{from} → {to}', en: '{sheet} {cell}: {from} → {to}' },
  blank: { zh: '（空）', en: '(blank)' },
  annotated: { zh: '标注副本：{file}', en: 'Flagged copy: {file}' },
  fixed: { zh: '改好的副本：{file}', en: 'Fixed copy: {file}' },
  'new-workbook': {
    zh: '此格式不能原样标注，副本是新的 .xlsx，只带数值和标注。',
    en: 'This format cannot be flagged in place: the copy is a new .xlsx with the values and the flags.',
  },
  report: { zh: '检查报告：{file}', en: 'Report: {file}' },
  'signed-report': {
    zh: '原件有数字签名，任何改动都会使签名失效，所以不作标注副本，只写检查报告。',
    en: 'The file is digitally signed and any change would void the signature: instead of a flagged copy its report is written.',
  },
  'no-cell-to-flag': {
    zh: '问题都在整张表上，没有具体的单元格可标注，请看上面的清单。',
    en: 'All findings are on a sheet as a whole; there is no cell to flag. See the list above.',
  },
  'notes-left-out': {
    zh: '{count} 个单元格没有批注（已有会话批注，或批注过多）。',
    en: 'Cells without their note: {count} (they hold a thread of comments, or there would be too many notes).',
  },
  'not-copied': {
    zh: '副本 {file} 没有写成：{reason}。',
    en: 'The copy {file} could not be written: {reason}.',
  },
  'not-copied.next': {
    zh: '请检查目标文件夹是否可写、磁盘是否已满、文件是否正被打开。',
    en: 'Check that the folder can be written to, the disk is not full, and the file is not open.',
  },
  unflagged: { zh: '{file}：已去掉标注，存为 {copy}', en: '{file}: flags removed, saved as {copy}' },
  'not-flagged': { zh: '{file}：没有标注，原样存为 {copy}', en: '{file}: has no flags, copied to {copy}' },
  'unflag-summary': {
    zh: '共 {files} 个文件：{unflagged} 个去掉了标注，{notFlagged} 个原样复制，{failed} 个未能处理。',
    en: 'Files: {files} (flags removed: {unflagged}, copied as they are: {notFlagged}, failed: {failed}).',
  },
  summary: {
    zh: '共 {files} 个文件：{clean} 个没有错误，{faulty} 个有错误，{failed} 个未能检查。合计 {counts}。',
    en: 'Files: {files} (without errors: {clean}, with errors: {faulty}, not checked: {failed}). In all: {counts}.',
  },
  'no-workbooks': {
    zh: '文件夹中没有表格文件（xlsx、xlsm、xlsb、xls、et、ods、csv、tsv）。',
    en: 'There is no workbook in the folder (xlsx, xlsm, xlsb, xls, et, ods, csv, tsv).',
  },
  'no-workbooks.next': {
    zh: '请确认文件夹是否给对；Word、PDF 里的表请先转成 .xlsx，压缩包请先解压。',
    en: 'Make sure that it is the right folder; turn forms in Word or PDF into .xlsx, and unpack archives first.',
  },
  'skipped-files': {
    zh: '已跳过 {count} 个非表格文件（{kinds}）。',
    en: 'Skipped files that are no workbooks: {count} ({kinds}).',
  },
  'without-ending': { zh: '无扩展名', en: 'no extension' },
  'forms-summary': { zh: '共 {count} 张表单。', en: 'Forms: {count}.' },
  'usage-hint': {
    zh: '用法：tianbao forms；tianbao new 表单编号 -o 文件；tianbao check 文件|文件夹… [选项]；tianbao unflag 文件|文件夹… -o 文件夹；tianbao procedure --county 区县 --total 金额。全部说明：tianbao --help',
    en: 'Usage: tianbao forms; tianbao new FORM -o FILE; tianbao check FILE|FOLDER… [options]; tianbao unflag FILE|FOLDER… -o DIR; tianbao procedure --county COUNTY --total N. For all of it: tianbao --help --lang en',
  },
  'not-printed': {
    zh: '结果没有写完：{reason}。',
    en: 'The report could not be written: {reason}.',
  },
  unexpected: {
    zh: '程序自身出错，未能做完。请把所用的命令和版本号（tianbao --version）告诉维护者；设置环境变量 TIANBAO_DEBUG=1 再运行可看到出错位置。',
    en: 'The program itself has failed. Tell its maintainers the command and the version (tianbao --version); run it again with TIANBAO_DEBUG=1 in the environment to see where.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type TextKey = keyof typeof texts;

/** A sentence in the language asked for, its places filled in. */
export function say(language: Language, key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
  return texts[key][language].replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}

/** The help. */
export function usage(language: Language): string {
  return language === 'zh' ? USAGE_ZH : USAGE_EN;
}

const USAGE_ZH = `填报助手：对照规定逐格检查县级信息化项目表单。

用法：
  tianbao forms                      列出能检查的表单
  tianbao new 表单编号 -o 文件.xlsx  写出空白的正式表格，带下拉列表、公式和填写提示
  tianbao check 文件|文件夹…         检查填好的表格文件
  tianbao unflag 文件|文件夹… -o 文件夹
                                     去掉本工具的标注，另存到该文件夹，原件不动
  tianbao procedure --county 区县 --total 金额
                                     列出这样的项目要办哪些手续、由谁办、何时办、依据哪一条

new 的选项：
  --force            文件已经存在时替换它
  --lang zh|en       语言，默认 zh

check 的选项：
  --form 编号        只按这张表单检查（编号见 tianbao forms）
  --format text|json 输出格式，默认 text
  --annotate 文件夹  把有错误或警告的文件标注后另存到该文件夹，原件不动
  --fix 文件夹       把只有一种改法的地方改好后另存到该文件夹，并逐条列出
  --accept-ignored   采纳填报人忽略问题的理由：这些问题不计入数目和退出码，也不标注、不改动
  --lang zh|en       语言，默认 zh

procedure 的选项：
  --county 区县      fengdu、yunyang、yuzhong、jinzhai、gaoqing，或中文名称
  --total 金额       总投资，不写单位时为万元；六位数以上必须写明单位
  --unit 万元|元     金额的单位
  --category 类别    项目类别，如 新建；不给时各类别的步骤都列出，注明条件
  --date 日期        按这一天计算期限，默认今天；也可写“事件=日期”，如 建成=2026-03-01，多项用逗号隔开
  --all              也列出不适用的步骤，说明原因
  --format text|json 输出格式，默认 text
  --lang zh|en       语言，默认 zh

其他：
  --help             显示本说明
  --version          显示版本

退出码：0 数据没有错误；1 有错误；2 有文件读不出、认不出或副本没有写成，或用法不对。
`;

const USAGE_EN = `Tianbao checks the official forms of county IT projects, cell by cell, against the regulations.

Usage:
  tianbao forms                      list the forms that can be checked
  tianbao new FORM -o FILE.xlsx      write the blank official form, with drop-downs, formulas and hints
  tianbao check FILE|FOLDER…         check filled workbooks
  tianbao unflag FILE|FOLDER… -o DIR write the same files without our flags to DIR
  tianbao procedure --county COUNTY --total N
                                     tell what such a project has to go through: steps, authorities, deadlines, clauses

Options of new:
  --force             replace the file if it is there
  --lang zh|en        language, zh by default

Options of check:
  --form ID           check as this form only (see tianbao forms)
  --format text|json  output format, text by default
  --annotate DIR      write a flagged copy of each file with an error or a warning to DIR
  --fix DIR           write a copy with every fix that has one right answer to DIR, and list the changes
  --accept-ignored    accept the reasons for which the sender ignores findings: these count neither in the counts nor
                      for the exit code, and are neither flagged nor fixed
  --lang zh|en        language, zh by default

Options of procedure:
  --county COUNTY     fengdu, yunyang, yuzhong, jinzhai, gaoqing, or the Chinese name
  --total N           the total, in 万元 (10,000 CNY) where no unit is stated; from six digits on the unit must be
  --unit 万元|元      the unit of the total
  --category WORD     the kind of project, such as 新建; without it the steps of each are listed under its condition
  --date DAY          count deadlines from this day, today by default; or event=day, such as 建成=2026-03-01, several
                      of them separated by commas
  --all               also what does not apply, with the reason
  --format text|json  output format, text by default
  --lang zh|en        language, zh by default

Others:
  --help              show this help
  --version           show the version

Exit codes: 0 no errors in the data; 1 some errors; 2 a file could not be read, recognised or written, or wrong usage.
`;
