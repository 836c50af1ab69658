import type { Wording } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';

/** What the system's refusals mean to a person, by the code of `errno.h`. */
const REASONS: ReadonlyMap<string, Wording> = new Map([
  ['EACCES', { zh: '没有写入权限', en: 'no permission to write there' }],
  ['EPERM', { zh: '没有写入权限', en: 'no permission to write there' }],
  ['EROFS', { zh: '所在的磁盘是只读的', en: 'the disk is read-only' }],
  ['ENOSPC', { zh: '磁盘空间不足', en: 'no space left on the disk' }],
  ['EDQUOT', { zh: '磁盘配额已用完', en: 'the disk quota is used up' }],
  ['EFBIG', { zh: '文件大小超出限制', en: 'the file is larger than allowed' }],
  ['EBUSY', { zh: '文件正被其他程序占用', en: 'another program holds the file' }],
  ['ETXTBSY', { zh: '文件正被其他程序占用', en: 'another program holds the file' }],
  ['EMFILE', { zh: '打开的文件过多', en: 'too many files are open' }],
  ['ENFILE', { zh: '打开的文件过多', en: 'too many files are open' }],
  ['ENAMETOOLONG', { zh: '路径或文件名过长', en: 'the path or name is too long' }],
  ['EISDIR', { zh: '同名的文件夹已经存在', en: 'a folder of that name is in the way' }],
  ['ENOTDIR', { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' }],
  ['EEXIST', { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' }],
  ['ENOENT', { zh: '路径不存在', en: 'there is no such path' }],
  ['EIO', { zh: '磁盘读写出错', en: 'the disk failed' }],
]);

/** The code of a refusal of the system (`EACCES`); `undefined` for an error of another kind. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** Why the system refused, in words with the code; its own sentence is in English and may name a passing file. */
export function systemReason(code: string, language: Language): string {
  const words = REASONS.get(code) ?? { zh: '系统拒绝了操作', en: 'the system refused' };
  return language === 'zh' ? `${words.zh}（${code}）` : `${words.en} (${code})`;
}
