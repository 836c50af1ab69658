/**
 * The schema of add-in only manifests of task panes, as far as an add-in for Excel may use it: which elements stand in
 * which, in what order and how often (MS-OWEMXML, TaskPaneApp 1.1 and taskpaneappversionoverrides 1.0; learn.microsoft.com,
 * "How to find the proper order of manifest elements").
 */

/** A place for elements within another; those of one place may stand in any order among themselves. */
export interface Place {
  /** Types by the name with its prefix; names with `@` by the value of xsi:type behind it. */
  readonly types: Readonly<Record<string, string>>;
  readonly min: 0 | 1;
  /** 1, or as many as there are. */
  readonly max: number;
}

export interface ElementType {
  /** In the order of the schema; none: the element holds text or nothing. */
  readonly places: readonly Place[];
  /** Attributes that must be there. */
  readonly attributes: readonly string[];
}

const one = (types: Place['types']): Place => ({ types, min: 1, max: 1 });
const maybe = (types: Place['types']): Place => ({ types, min: 0, max: 1 });
const many = (types: Place['types']): Place => ({ types, min: 1, max: Infinity });
const any = (types: Place['types']): Place => ({ types, min: 0, max: Infinity });
const type = (attributes: readonly string[], ...places: readonly Place[]): ElementType => ({ attributes, places });

const TEXT = type([]);
const REFERENCE = type(['resid']);
const VALUE = type(['DefaultValue']);
const RESOURCE = type(['id', 'DefaultValue'], any({ 'bt:Override': 'override' }));

const CONTROLS = { 'Control@Button': 'button', 'Control@Menu': 'menu' };
const ACTIONS = { 'Action@ShowTaskpane': 'showTaskpane', 'Action@ExecuteFunction': 'executeFunction' };

/** Element types by name; the root is `app`. */
export const SCHEMA: Readonly<Record<string, ElementType>> = {
  app: type(
    ['xsi:type'],
    one({ Id: 'text' }),
    maybe({ AlternateId: 'text' }),
    one({ Version: 'text' }),
    one({ ProviderName: 'text' }),
    one({ DefaultLocale: 'text' }),
    one({ DisplayName: 'localised' }),
    one({ Description: 'localised' }),
    maybe({ IconUrl: 'localised' }),
    maybe({ HighResolutionIconUrl: 'localised' }),
    maybe({ SupportUrl: 'localised' }),
    maybe({ AppDomains: 'domains' }),
    one({ Hosts: 'baseHosts' }),
    maybe({ Requirements: 'baseRequirements' }),
    one({ DefaultSettings: 'defaultSettings' }),
    one({ Permissions: 'text' }),
    maybe({ VersionOverrides: 'versionOverrides' }),
    maybe({ ExtendedOverrides: 'extendedOverrides' }),
  ),
  text: TEXT,
  reference: REFERENCE,
  value: VALUE,
  localised: type(['DefaultValue'], any({ Override: 'override' })),
  override: type(['Locale', 'Value']),
  domains: type([], many({ AppDomain: 'text' })),
  baseHosts: type([], many({ Host: 'baseHost' })),
  baseHost: type(['Name']),
  baseRequirements: type([], maybe({ Sets: 'baseSets' }), maybe({ Methods: 'methods' })),
  baseSets: type([], many({ Set: 'set' })),
  set: type(['Name']),
  methods: type([], many({ Method: 'set' })),
  defaultSettings: type([], one({ SourceLocation: 'localised' })),
  extendedOverrides: type(['Url']),

  versionOverrides: type(
    ['xsi:type'],
    maybe({ Description: 'reference' }),
    maybe({ Requirements: 'requirements' }),
    one({ Hosts: 'hosts' }),
    one({ Resources: 'resources' }),
  ),
  requirements: type([], maybe({ 'bt:Sets': 'sets' })),
  sets: type([], many({ 'bt:Set': 'set' })),
  hosts: type([], many({ 'Host@Workbook': 'host' })),
  host: type(
    ['xsi:type'],
    maybe({ Runtimes: 'runtimes' }),
    maybe({ AllFormFactors: 'allFormFactors' }),
    maybe({ DesktopFormFactor: 'desktop' }),
  ),
  runtimes: type([], one({ Runtime: 'runtime' })),
  runtime: type(['resid', 'lifetime']),
  allFormFactors: type([], one({ 'ExtensionPoint@CustomFunctions': 'customFunctions' })),
  customFunctions: type(
    [],
    one({ Script: 'source' }),
    one({ Page: 'source' }),
    one({ Metadata: 'source' }),
    maybe({ Namespace: 'reference' }),
  ),
  source: type([], one({ SourceLocation: 'reference' })),
  desktop: type(
    [],
    maybe({ GetStarted: 'getStarted' }),
    maybe({ FunctionFile: 'reference' }),
    many({ 'ExtensionPoint@PrimaryCommandSurface': 'ribbon', 'ExtensionPoint@ContextMenu': 'contextMenu' }),
  ),
  getStarted: type(
    [],
    one({ Title: 'reference' }),
    one({ Description: 'reference' }),
    one({ LearnMoreUrl: 'reference' }),
  ),
  ribbon: type([], one({ CustomTab: 'customTab', OfficeTab: 'officeTab' })),
  customTab: type(['id'], many({ Group: 'group' }), one({ Label: 'reference' })),
  officeTab: type(['id'], many({ Group: 'group' })),
  contextMenu: type([], many({ OfficeMenu: 'officeMenu' })),
  officeMenu: type(['id'], many(CONTROLS)),
  group: type(
    ['id'],
    maybe({ OverriddenByRibbonApi: 'text' }),
    one({ Label: 'reference' }),
    one({ Icon: 'icon' }),
    many(CONTROLS),
  ),
  icon: type([], many({ 'bt:Image': 'iconImage' })),
  iconImage: type(['size', 'resid']),
  button: type(
    ['id'],
    maybe({ OverriddenByRibbonApi: 'text' }),
    one({ Label: 'reference' }),
    one({ Supertip: 'supertip' }),
    one({ Icon: 'icon' }),
    one(ACTIONS),
    maybe({ Enabled: 'text' }),
  ),
  menu: type(
    ['id'],
    maybe({ OverriddenByRibbonApi: 'text' }),
    one({ Label: 'reference' }),
    one({ Supertip: 'supertip' }),
    one({ Icon: 'icon' }),
    one({ Items: 'items' }),
  ),
  items: type([], many({ Item: 'item' })),
  item: type(
    ['id'],
    maybe({ OverriddenByRibbonApi: 'text' }),
    one({ Label: 'reference' }),
    one({ Supertip: 'supertip' }),
    maybe({ Icon: 'icon' }),
    one(ACTIONS),
    maybe({ Enabled: 'text' }),
  ),
  supertip: type([], one({ Title: 'reference' }), one({ Description: 'reference' })),
  showTaskpane: type(
    [],
    maybe({ TaskpaneId: 'text' }),
    one({ SourceLocation: 'reference' }),
    maybe({ Title: 'reference' }),
  ),
  executeFunction: type([], one({ FunctionName: 'text' })),
  resources: type(
    [],
    maybe({ 'bt:Images': 'images' }),
    maybe({ 'bt:Urls': 'urls' }),
    maybe({ 'bt:ShortStrings': 'strings' }),
    maybe({ 'bt:LongStrings': 'strings' }),
  ),
  images: type([], many({ 'bt:Image': 'resource' })),
  urls: type([], many({ 'bt:Url': 'resource' })),
  strings: type([], any({ 'bt:String': 'resource' })),
  resource: RESOURCE,
};
