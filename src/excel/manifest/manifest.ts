import type { Wording } from '../../forms/form.ts';
import { ADDIN_FILES, ICON_SIZES, ICONS, iconFile } from './addin-files.ts';
import { ribbonOf } from './ribbon.ts';
import { RIBBON_TEXTS } from './texts.ts';
import { element, writeElement, type Element } from './xml.ts';

/** The add-in's own id; a manifest with another is another add-in to Office. */
const ADDIN_ID = '7298da08-482d-4942-bed5-737531bdb012';

export const DEFAULT_LOCALE = 'zh-CN';
export const OTHER_LOCALES = ['en-US'] as const;

/** Where the add-in is served while it is developed. */
export const DEVELOPMENT_URL = 'https://localhost:3000';

const NAMESPACES = {
  xmlns: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:bt': 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  'xsi:type': 'TaskPaneApp',
};

/** A form as the ribbon names it. */
export interface RibbonForm {
  readonly id: string;
  readonly county: string;
  readonly title: string;
  readonly englishTitle?: string;
  readonly purpose?: Wording;
}

export interface ManifestOptions {
  /** The address that the add-in is served from: https, with or without a path, without query and fragment. */
  readonly baseUrl: string;
  /** One to four numbers, as `0.1.0`; an installed add-in is updated when it grows. */
  readonly version: string;
  /** The forms for the menus, in their order; each county has one. */
  readonly forms: readonly RibbonForm[];
  /** Whose name Office shows as the provider. */
  readonly provider?: string;
  /** For a second installation beside the first. */
  readonly id?: string;
}

/** The address cannot be that of an add-in. */
export class BaseUrlError extends Error {
  readonly wording: Wording;

  constructor(given: string) {
    const wording = {
      zh: `“${given}”不能作加载项的地址。请写成 https://服务器/路径/ 的样子，不带 ? 和 #。`,
      en: `“${given}” cannot be the address of an add-in. Write it like https://server/path/, without ? and #.`,
    };
    super(wording.en);
    this.name = 'BaseUrlError';
    this.wording = wording;
  }
}

/**
 * The manifest of the add-in for Excel as XML (add-in only manifest, MS-OWEMXML; task pane 1.1 with version overrides 1.0).
 * Everything it names is at `baseUrl`, under the names of {@link ADDIN_FILES}.
 * @throws BaseUrlError
 */
export function manifestXml(options: ManifestOptions): string {
  const at = addressesAt(options.baseUrl);
  const strings = new Strings();
  const root = element('OfficeApp', NAMESPACES, [
    element('Id', {}, options.id ?? ADDIN_ID),
    element('Version', {}, options.version),
    element('ProviderName', {}, options.provider ?? RIBBON_TEXTS.app.zh),
    element('DefaultLocale', {}, DEFAULT_LOCALE),
    baseText('DisplayName', RIBBON_TEXTS.app),
    baseText('Description', RIBBON_TEXTS['app.about']),
    element('IconUrl', { DefaultValue: at(iconFile('app', 32)) }),
    element('HighResolutionIconUrl', { DefaultValue: at(iconFile('app', 64)) }),
    element('SupportUrl', { DefaultValue: at(ADDIN_FILES.help) }),
    element('Hosts', {}, [element('Host', { Name: 'Workbook' })]),
    // Below Excel 2021 the add-in is not offered at all; nothing that the pane can do without is asked for.
    element('Requirements', {}, [
      element('Sets', { DefaultMinVersion: '1.1' }, [element('Set', { Name: 'ExcelApi', MinVersion: '1.14' })]),
    ]),
    element('DefaultSettings', {}, [element('SourceLocation', { DefaultValue: at(ADDIN_FILES.pane) })]),
    element('Permissions', {}, 'ReadWriteDocument'),
    versionOverrides(options, at, strings),
    element('ExtendedOverrides', {
      Url: at(ADDIN_FILES.shortcuts.zh),
      ResourcesUrl: at(ADDIN_FILES.shortcuts.en),
    }),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root)}`;
}

type AddressOf = (file: string) => string;

function addressesAt(baseUrl: string): AddressOf {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new BaseUrlError(baseUrl);
  }
  const { protocol, search, hash, username, password } = url;
  if (protocol !== 'https:' || search + hash + username + password !== '' || /[?#]/.test(baseUrl)) {
    throw new BaseUrlError(baseUrl);
  }
  const folder = url.href.endsWith('/') ? url.href : `${url.href}/`;
  return (file) => folder + file;
}

/** Where commands in a shared page are not to be had (Excel for iPad), Office passes all this over and shows the pane alone. */
function versionOverrides(options: ManifestOptions, at: AddressOf, strings: Strings): Element {
  const icons = (icon: (typeof ICONS)[number]): Element =>
    element(
      'Icon',
      {},
      ICON_SIZES.map((size) => element('bt:Image', { size: String(size), resid: `${icon}.${String(size)}` })),
    );
  const overrides = element(
    'VersionOverrides',
    { xmlns: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides', 'xsi:type': 'VersionOverridesV1_0' },
    [
      element('Requirements', {}, [
        element('bt:Sets', { DefaultMinVersion: '1.1' }, [
          element('bt:Set', { Name: 'AddinCommands', MinVersion: '1.1' }),
          element('bt:Set', { Name: 'SharedRuntime', MinVersion: '1.1' }),
        ]),
      ]),
      element('Hosts', {}, [
        element('Host', { 'xsi:type': 'Workbook' }, [
          element('Runtimes', {}, [element('Runtime', { resid: PANE_URL, lifetime: 'long' })]),
          customFunctions(),
          ribbonOf(options.forms, { icons, short: strings.short, long: strings.long, paneUrl: PANE_URL }),
        ]),
      ]),
      // Last, when all strings are known.
    ],
  );
  return { ...overrides, content: [...(overrides.content as readonly Element[]), resources(at, strings)] };
}

const PANE_URL = 'Pane.Url';

function customFunctions(): Element {
  return element('AllFormFactors', {}, [
    element('ExtensionPoint', { 'xsi:type': 'CustomFunctions' }, [
      element('Script', {}, [element('SourceLocation', { resid: 'Functions.Script.Url' })]),
      element('Page', {}, [element('SourceLocation', { resid: PANE_URL })]),
      element('Metadata', {}, [element('SourceLocation', { resid: 'Functions.Metadata.Url' })]),
      element('Namespace', { resid: 'Functions.Namespace' }),
    ]),
  ]);
}

function resources(at: AddressOf, strings: Strings): Element {
  const images = ICONS.flatMap((icon) =>
    ICON_SIZES.map((size) =>
      element('bt:Image', { id: `${icon}.${String(size)}`, DefaultValue: at(iconFile(icon, size)) }),
    ),
  );
  const { functions } = ADDIN_FILES;
  return element('Resources', {}, [
    element('bt:Images', {}, images),
    element('bt:Urls', {}, [
      element('bt:Url', { id: PANE_URL, DefaultValue: at(ADDIN_FILES.pane) }),
      element('bt:Url', { id: 'Help.Url', DefaultValue: at(ADDIN_FILES.help) }),
      element('bt:Url', { id: 'Functions.Script.Url', DefaultValue: at(ADDIN_FILES.functionsScript) }),
      element('bt:Url', { id: 'Functions.Metadata.Url', DefaultValue: at(functions.zh) }, [
        element('bt:Override', { Locale: 'en-US', Value: at(functions.en) }),
      ]),
    ]),
    element('bt:ShortStrings', {}, [
      ...strings.shorts,
      // The same in every language: it is part of formulas.
      resourceString('Functions.Namespace', { zh: 'TIANBAO', en: 'TIANBAO' }),
    ]),
    element('bt:LongStrings', {}, strings.longs),
  ]);
}

/** Strings of the ribbon, gathered while it is made; each gives the id by which it is referred to. */
class Strings {
  readonly shorts: Element[] = [];
  readonly longs: Element[] = [];
  readonly #known = new Set<string>();

  readonly short = (id: string, wording: Wording): string => this.#add(this.shorts, id, wording);
  readonly long = (id: string, wording: Wording): string => this.#add(this.longs, id, wording);

  #add(list: Element[], id: string, wording: Wording): string {
    if (!this.#known.has(id)) list.push(resourceString(id, wording));
    this.#known.add(id);
    return id;
  }
}

function resourceString(id: string, { zh, en }: Wording): Element {
  return element('bt:String', { id, DefaultValue: zh }, [element('bt:Override', { Locale: 'en-US', Value: en })]);
}

function baseText(name: string, { zh, en }: Wording): Element {
  return element(name, { DefaultValue: zh }, [element('Override', { Locale: 'en-US', Value: en })]);
}
