import type { Wording } from '../../forms/form.ts';

/** What can be wrong with a manifest; `{name}` is filled in. */
const TEXTS = {
  'not-xml': { zh: '不是完整的 XML。', en: 'This is not whole XML.' },
  'wrong-root': {
    zh: '根元素应是 OfficeApp，xsi:type 应是 TaskPaneApp。',
    en: 'The root must be OfficeApp with xsi:type TaskPaneApp.',
  },
  'unknown-element': { zh: '这里不能有 {name}。', en: '{name} does not belong here.' },
  'out-of-order': { zh: '{name} 应在 {before} 之前。', en: '{name} must stand before {before}.' },
  repeated: { zh: '{name} 只能有一个。', en: 'There can be only one {name}.' },
  missing: { zh: '缺少 {name}。', en: '{name} is missing.' },
  'missing-attribute': { zh: '缺少属性 {name}。', en: 'The attribute {name} is missing.' },
  'not-a-guid': {
    zh: 'Id“{text}”不是 GUID，应像 01234567-89ab-cdef-0123-456789abcdef。',
    en: 'The Id “{text}” is no GUID like 01234567-89ab-cdef-0123-456789abcdef.',
  },
  'not-a-version': {
    zh: '版本“{text}”应是用点分开的一至四个数，每个不超过五位。',
    en: 'The version “{text}” must be one to four numbers with points between them, of five digits at most.',
  },
  'not-https': { zh: '地址“{text}”不是 https 地址。', en: 'The address “{text}” is not an https address.' },
  'unknown-resource': {
    zh: 'resid“{text}”在 {list} 里没有定义。',
    en: 'The resid “{text}” is not defined in {list}.',
  },
  'repeated-id': { zh: 'id“{text}”用了不止一次。', en: 'The id “{text}” is used more than once.' },
  'long-id': {
    zh: 'id“{text}”有 {length} 个字符，最多 {most} 个。',
    en: 'The id “{text}” has {length} characters; {most} are the most.',
  },
  'long-text': {
    zh: '“{text}”有 {length} 个字符，最多 {most} 个。',
    en: '“{text}” has {length} characters; {most} are the most.',
  },
  'empty-text': { zh: '文字是空的。', en: 'The text is empty.' },
  'missing-size': {
    zh: '图标缺少 {sizes} 像素的图片（16、32、80 必须有）。',
    en: 'The icon lacks pictures of {sizes} pixels (16, 32 and 80 are required).',
  },
  'unknown-size': {
    zh: '图标没有 {text} 像素这种尺寸，只有 16、20、24、32、40、48、64、80。',
    en: 'Icons have no size of {text} pixels, only 16, 20, 24, 32, 40, 48, 64 and 80.',
  },
  'wrong-pixels': {
    zh: '图片“{text}”应是 {wanted}×{wanted} 像素，实际是 {found}。',
    en: 'The picture “{text}” must have {wanted} by {wanted} pixels and has {found}.',
  },
  'unknown-set': {
    zh: '没有“{text}”这个要求集，或没有 {version} 版。',
    en: 'There is no requirement set “{text}”, or not of version {version}.',
  },
  'no-wording': {
    zh: '没有 {locale} 的译文。',
    en: 'The wording for {locale} is missing.',
  },
  'not-a-locale': { zh: '“{text}”不是 zh-CN 这样的语言代码。', en: '“{text}” is no locale like zh-CN.' },
  'other-page': {
    zh: '共享运行时的页面是“{wanted}”，这里却是“{text}”：加载项会起不来。',
    en: 'The shared runtime has the page “{wanted}”, this is “{text}”: the add-in would not start.',
  },
  'too-much-permission': {
    zh: '权限“{text}”不对：只需要 ReadWriteDocument。',
    en: 'The permission “{text}” is wrong: ReadWriteDocument is all that is needed.',
  },
  'unknown-menu': {
    zh: '没有“{text}”这个菜单，Excel 只有 ContextMenuCell 和 ContextMenuText。',
    en: 'There is no menu “{text}”; Excel has ContextMenuCell and ContextMenuText.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type ManifestFaultCode = keyof typeof TEXTS;

export interface ManifestFault {
  readonly code: ManifestFaultCode;
  /** The element, as `OfficeApp/Hosts/Host`; behind one of several of its name its number, from 1. */
  readonly at: string;
  readonly wording: Wording;
}

export type FaultParams = Readonly<Record<string, string | number>>;

export function manifestFault(code: ManifestFaultCode, at: string, params: FaultParams = {}): ManifestFault {
  const { zh, en } = TEXTS[code];
  return { code, at, wording: { zh: filled(zh, params), en: filled(en, params) } };
}

function filled(text: string, params: FaultParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}
