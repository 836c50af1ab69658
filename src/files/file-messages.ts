import type { Wording } from '../forms/form.ts';
import type { FileError, FileErrorCode } from './file-error.ts';
import { sizeMessage } from './size-messages.ts';

/** What happened to a file, and what its reader can do about it. */
export interface FileMessage {
  readonly message: Wording;
  readonly next: Wording;
}

const PLAIN: Readonly<Record<FileErrorCode, FileMessage>> = {
  'not-found': {
    message: { zh: '找不到这个文件。', en: 'There is no such file.' },
    next: { zh: '请检查路径和文件名是否写对。', en: 'Check the path and the spelling of the name.' },
  },
  'no-permission': {
    message: {
      zh: '没有权限读取这个文件，或者它正被其他程序占用。',
      en: 'The file may not be read, or another program holds it.',
    },
    next: {
      zh: '请先在 Excel 或 WPS 中关闭它；仍不行，请复制到自己的文件夹后再试。',
      en: 'Close it in Excel or WPS first; if that does not help, copy it to a folder of your own and try again.',
    },
  },
  'empty-file': {
    message: { zh: '文件是空的（0 字节）。', en: 'The file is empty (0 bytes).' },
    next: {
      zh: '多半是没有保存好或没有传完，请让填报人重新发送。',
      en: 'It was probably not saved or not sent completely: ask for it again.',
    },
  },
  'not-a-workbook': {
    message: { zh: '这不是表格文件。', en: 'This is not a workbook.' },
    next: {
      zh: '请用 Excel 或 WPS 打开原表，另存为 .xlsx 再检查。',
      en: 'Open the original form in Excel or WPS, save it as .xlsx and check that.',
    },
  },
  encrypted: {
    message: { zh: '文件设有打开密码，无法读取。', en: 'The file is locked with a password and cannot be read.' },
    next: {
      zh: '请用密码打开，取消“打开权限密码”后另存一份再检查。',
      en: 'Open it with its password, remove the password to open, save a copy and check that.',
    },
  },
  damaged: {
    message: { zh: '文件已损坏或不完整。', en: 'The file is damaged or incomplete.' },
    next: {
      zh: '请用 Excel 或 WPS 打开试试：能打开就另存为新的 .xlsx；打不开，请让填报人重新发送。',
      en: 'Try to open it in Excel or WPS: if it opens, save it as a new .xlsx; if not, ask for it again.',
    },
  },
  'too-large': {
    message: { zh: '文件内容超出可处理的大小。', en: 'The file holds more than can be processed.' },
    next: {
      zh: '请删去与表格无关的工作表、空白行和图片，或者拆成几个文件；来历不明的文件不要打开。',
      en: 'Remove sheets, blank rows and pictures that are not part of the form, or split the file; do not open a file you do not trust.',
    },
  },
  dtd: {
    message: {
      zh: '文件里有工作簿不应有的声明（DTD），为安全起见不读取。',
      en: 'The file contains a declaration (DTD) that no workbook has; for safety it is not read.',
    },
    next: {
      zh: '请核实文件来历；确认可信后，用 Excel 或 WPS 另存为新的 .xlsx 再检查。',
      en: 'Make sure where it comes from; if you trust it, save it anew as .xlsx in Excel or WPS and check that.',
    },
  },
  timeout: {
    message: { zh: '读取时间过长，已停止。', en: 'Reading took too long and was stopped.' },
    next: {
      zh: '请用 Excel 或 WPS 另存为新的 .xlsx 再检查；还不行就拆成几个文件。',
      en: 'Save it anew as .xlsx in Excel or WPS and check that; if that does not help, split the file.',
    },
  },
  signed: {
    message: {
      zh: '文件有数字签名，任何改动都会使签名失效，所以不作改动。',
      en: 'The file is digitally signed; any change would void the signature, so it is left as it is.',
    },
    next: {
      zh: '请让签名人改好后重新签名；只想自己留用，请在 Excel 或 WPS 中另存为不带签名的 .xlsx 再处理。',
      en: 'Ask the signer to mend it and to sign again; for your own use, save it without the signature as .xlsx in Excel or WPS.',
    },
  },
};

const UNREADABLE_FOLDER: FileMessage = {
  message: {
    zh: '没有权限读取这个文件夹，里面的文件没有检查。',
    en: 'The folder may not be read; the files in it were not checked.',
  },
  next: {
    zh: '请联系管理员取得权限，或把里面的表复制到自己的文件夹后再试。',
    en: 'Ask for permission to read it, or copy the forms in it to a folder of your own and try again.',
  },
};

/** What a file that is no workbook looks like, by the parameter `looksLike`. */
const LOOKS: ReadonlyMap<string, Wording> = new Map([
  ['doc', { zh: 'Word 文档', en: 'a Word document' }],
  ['docx', { zh: 'Word 文档', en: 'a Word document' }],
  ['ppt', { zh: '演示文稿', en: 'a presentation' }],
  ['pptx', { zh: '演示文稿', en: 'a presentation' }],
  ['ofd', { zh: 'OFD 版式文件', en: 'an OFD document' }],
  ['pdf', { zh: 'PDF 文件', en: 'a PDF' }],
  ['rtf', { zh: 'RTF 文档', en: 'an RTF document' }],
  ['html', { zh: '网页', en: 'a web page' }],
  ['mail', { zh: '网页或邮件存档', en: 'a saved web page or mail' }],
  ['xml-spreadsheet', { zh: 'XML 表格（Excel 2003 等的格式）', en: 'an XML spreadsheet (as of Excel 2003)' }],
  ['xml', { zh: 'XML 文件', en: 'an XML file' }],
  ['json', { zh: 'JSON 数据', en: 'JSON data' }],
  ['image', { zh: '图片', en: 'a picture' }],
  ['media', { zh: '音频或视频', en: 'sound or video' }],
  ['archive', { zh: '压缩包', en: 'an archive' }],
  ['zip', { zh: '压缩包', en: 'an archive' }],
  ['program', { zh: '程序', en: 'a program' }],
  ['ole2', { zh: '其他 Office 文件', en: 'some other Office file' }],
]);

const UNPACK: Wording = {
  zh: '请先解压，再检查里面的表格。',
  en: 'Unpack it and check the forms in it.',
};

/** A blank stands between Chinese characters and Latin letters. */
function spaced(words: string): string {
  return /^[A-Za-z]/.test(words) ? ` ${words}` : words;
}

/** Documents that hold forms as tables of their own. */
const DOCUMENTS = new Set(['doc', 'docx', 'ofd', 'pdf', 'rtf']);

const COPY_TABLE: Wording = {
  zh: '请让填报人改用表格文件填写，或把表里的内容复制到 Excel 或 WPS 表格中，另存为 .xlsx 再检查。',
  en: 'Ask for the form as a workbook, or copy its tables into Excel or WPS, save them as .xlsx and check that.',
};

/** The words for a file that could not be read: what happened, and what to do next. */
export function fileMessage(error: Pick<FileError, 'code' | 'params'>): FileMessage {
  const { code, params } = error;
  const plain = PLAIN[code];
  if (code === 'not-a-workbook') {
    const looks = LOOKS.get(String(params.looksLike));
    if (!looks) return plain;
    const packed = params.looksLike === 'zip' || params.looksLike === 'archive';
    return {
      message: { zh: `这不是表格文件，而是${spaced(looks.zh)}。`, en: `This is not a workbook but ${looks.en}.` },
      next: packed ? UNPACK : DOCUMENTS.has(String(params.looksLike)) ? COPY_TABLE : plain.next,
    };
  }
  if (code === 'no-permission' && params.what === 'folder') return UNREADABLE_FOLDER;
  if (code === 'too-large' && params.what !== undefined) {
    const message = sizeMessage(String(params.what), Number(params.limit));
    if (message) return message;
  }
  if (code === 'damaged' && params.detail === 'quote not closed') {
    const row = String(params.row);
    return {
      message: {
        zh: `第 ${row} 行有一个引号没有成对，后面的内容无法分清。`,
        en: `A quotation mark in row ${row} is never closed.`,
      },
      next: {
        zh: '请用 Excel 或 WPS 打开并另存为 .xlsx，或者补上引号再检查。',
        en: 'Open it in Excel or WPS and save it as .xlsx, or add the missing mark, and check again.',
      },
    };
  }
  return plain;
}
