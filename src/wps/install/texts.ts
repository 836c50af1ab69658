import type { Language } from '../../forms/language.ts';
import type { InstallAction, InstallState } from './installation.ts';

interface Said {
  /** What is. */
  readonly title: string;
  /** What to do, step by step. */
  readonly next: readonly string[];
}

const RESTART_ZH = [
  '关闭所有 WPS 窗口（包括文字、演示），再打开 WPS 表格。麒麟、统信系统还要退出任务栏里的 WPS，或者注销后重新登录。',
  'WPS 会问是否信任“tianbao”加载项，请点“允许”。点了允许的这一次还不会加载。',
  '再关闭并打开一次 WPS 表格，功能区里就有“填报助手”。',
];
const RESTART_EN = [
  'Close all windows of WPS (Writer and Presentation too) and open WPS Spreadsheets. On Kylin and UOS also quit WPS in the task bar, or log out and in.',
  'WPS asks whether to trust the add-in “tianbao”: allow it. In that session it is not loaded yet.',
  'Close and open WPS Spreadsheets once more: the ribbon has the tab 填报助手.',
];
const OFFLINE_ZH = '都不行时，请向管理员要离线安装包，它不经过浏览器。';
const OFFLINE_EN = 'If nothing helps, ask your administrator for the offline package, which needs no browser.';

const STATES: Readonly<Record<InstallState, Readonly<Record<Language, Said>>>> = {
  looking: {
    zh: { title: '正在查看本机的 WPS…', next: [] },
    en: { title: 'Looking for WPS on this machine…', next: [] },
  },
  'not-running': {
    zh: {
      title: '没有找到 WPS 的本机服务',
      next: ['点“启动 WPS 服务”；浏览器问是否打开 WPS 时，请点“允许”或“打开”。', '如果本机没有安装 WPS，请先安装。'],
    },
    en: {
      title: 'The local service of WPS was not found',
      next: [
        'Press “Start the WPS service”; when the browser asks whether to open WPS, allow it.',
        'If WPS is not installed on this machine, install it first.',
      ],
    },
  },
  'still-not-running': {
    zh: {
      title: 'WPS 的本机服务还是没有应答',
      next: [
        '先打开 WPS 表格，再点“再看一次”。',
        '也可能是浏览器不让网页访问本机：请换一个浏览器（如旧版内核的浏览器）再试，或在浏览器的网站设置里允许“本地网络访问”。',
        OFFLINE_ZH,
      ],
    },
    en: {
      title: 'The local service of WPS still does not answer',
      next: [
        'Open WPS Spreadsheets, then press “Look again”.',
        'The browser may keep pages from this machine: try another browser, or allow “local network access” in its settings for this site.',
        OFFLINE_EN,
      ],
    },
  },
  'blocked-by-browser': {
    zh: {
      title: '浏览器不让这一页访问本机的 WPS',
      next: [
        '在浏览器的网站设置里，把“本地网络访问”改为允许，再点“再看一次”。',
        '或者换一个浏览器打开这一页。',
        OFFLINE_ZH,
      ],
    },
    en: {
      title: 'The browser keeps this page from WPS on this machine',
      next: [
        'Allow “local network access” in the browser’s settings for this site, then press “Look again”.',
        'Or open this page in another browser.',
        OFFLINE_EN,
      ],
    },
  },
  'unreachable-for-wps': {
    zh: {
      title: 'WPS 打不开这个地址',
      next: [
        '浏览器能打开，WPS 却取不到这里的 ribbon.xml：多半是需要登录，或者要经过代理。',
        '请把这句话告诉管理员：这个文件夹要放在不用登录的地方，ribbon.xml 原样返回。',
        OFFLINE_ZH,
      ],
    },
    en: {
      title: 'WPS cannot open this address',
      next: [
        'The browser can, but WPS does not get ribbon.xml from here: most likely a login or a proxy is in between.',
        'Tell your administrator: this folder must be served without a login, and ribbon.xml as it is.',
        OFFLINE_EN,
      ],
    },
  },
  ready: {
    zh: { title: '可以安装', next: ['点“安装”。不会改动别的加载项。'] },
    en: { title: 'Ready to install', next: ['Press “Install”. No other add-in is touched.'] },
  },
  'installed-elsewhere': {
    zh: {
      title: '已经安装了，但不是从这个地址',
      next: ['点“安装”改用这个地址；旧的那一份会被换掉。'],
    },
    en: {
      title: 'Installed already, from another place',
      next: ['Press “Install” to use this address; it takes the place of the other.'],
    },
  },
  installed: {
    zh: {
      title: '已安装',
      next: [
        '更新不用重新安装：管理员更新服务器上的文件，重新启动 WPS 就是新版本。',
        '如果功能区里没有“填报助手”，点“功能区里没有”。',
      ],
    },
    en: {
      title: 'Installed',
      next: [
        'Updates need no installing: the files on the server change, and WPS has them after a restart.',
        'If the ribbon has no tab 填报助手, press “It is not in the ribbon”.',
      ],
    },
  },
  'needs-restart': {
    zh: { title: '已写入，需要重新启动 WPS', next: RESTART_ZH },
    en: { title: 'Written; WPS needs a restart', next: RESTART_EN },
  },
  'blocked-by-trust': {
    zh: {
      title: 'WPS 没有加载它：没有得到信任，或被禁用',
      next: [
        '刚装好、只重启过一次的，请再重启一次 WPS。',
        '以前点过“不允许”的，点“修复”（卸载后重新安装），然后：',
        ...RESTART_ZH,
        '仍然没有：64 位和 ARM 版的个人版 WPS 有不加载第三方加载项的，请改用离线安装包，或者换用 32 位版、企业版。',
      ],
    },
    en: {
      title: 'WPS did not load it: it is not trusted, or switched off',
      next: [
        'Just installed and restarted only once: restart WPS once more.',
        'If somebody did not allow it before, press “Repair” (it is removed and installed again), then:',
        ...RESTART_EN,
        'Still nothing: some personal builds for 64 bit and ARM load no add-ins of others; use the offline package, or the 32-bit or enterprise build.',
      ],
    },
  },
  removed: {
    zh: { title: '已卸载', next: ['重新启动 WPS 后，功能区里就没有“填报助手”了。'] },
    en: { title: 'Removed', next: ['After a restart of WPS the tab 填报助手 is gone.'] },
  },
  failed: {
    zh: {
      title: 'WPS 的本机服务没有照办',
      next: ['请关闭 WPS，再点“再看一次”重来。别的加载项没有被改动。', OFFLINE_ZH],
    },
    en: {
      title: 'The local service of WPS did not comply',
      next: ['Close WPS and press “Look again”. No other add-in was changed.', OFFLINE_EN],
    },
  },
};

const ACTIONS: Readonly<Record<InstallAction, Readonly<Record<Language, string>>>> = {
  'look-again': { zh: '再看一次', en: 'Look again' },
  'start-wps': { zh: '启动 WPS 服务', en: 'Start the WPS service' },
  install: { zh: '安装', en: 'Install' },
  remove: { zh: '卸载', en: 'Remove' },
  repair: { zh: '修复', en: 'Repair' },
  'not-there': { zh: '功能区里没有', en: 'It is not in the ribbon' },
};

export function stateText(language: Language, state: InstallState): Said {
  return STATES[state][language];
}

export function actionText(language: Language, action: InstallAction): string {
  return ACTIONS[action][language];
}
