import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pngSize } from '../../scripts/png.ts';
import { readTemplates } from '../../scripts/read-templates.ts';
import { COMMANDS, formOfControl } from '../../src/excel/command-names.ts';
import { CUSTOM_FUNCTIONS, NAMESPACE } from '../../src/excel/functions/functions.ts';
import { ADDIN_FILES, ICON_SIZES, ICONS, iconFile } from '../../src/excel/manifest/addin-files.ts';
import { checkManifest } from '../../src/excel/manifest/check.ts';
import { BaseUrlError, DEVELOPMENT_URL, manifestXml } from '../../src/excel/manifest/manifest.ts';
import { shortcutsJson, shortcutWordsJson } from '../../src/excel/manifest/shortcuts.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const ASSETS = path.join(ROOT, 'assets', 'excel');
const { forms } = readTemplates();

const manifest = manifestXml({ baseUrl: DEVELOPMENT_URL, version: '0.1.0', forms });

function iconSize(url: string): number | null {
  const file = path.join(ASSETS, ...new URL(url).pathname.split('/').slice(1));
  const size = existsSync(file) ? pngSize(readFileSync(file)) : null;
  return size && size.width === size.height ? size.width : null;
}

/** The manifest with each passage replaced once; a passage that is not there is a mistake of the test. */
function broken(...changes: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return changes.reduce((xml, [from, to]) => {
    const changed = xml.replace(from, to);
    assert.notEqual(changed, xml, String(from));
    return changed;
  }, manifest);
}

/** The whole element with its opening tag on a line of its own. */
const block = (opening: string): RegExp => {
  const [name = ''] = opening.split(' ');
  return new RegExp(`^( *)<${opening.replace(/[.[\]]/g, '\\$&')}>\\n[^]*?^\\1</${name}>\\n`, 'm');
};
const long = (length: number): string => '字'.repeat(length);
const FAULTS: readonly (readonly [what: string, xml: string, faults: readonly string[]])[] = [
  ['is cut off', manifest.slice(0, 5000), ['not-xml']],
  ['is no XML at all', 'manifest', ['not-xml']],
  ['is for a mail add-in', broken(['xsi:type="TaskPaneApp"', 'xsi:type="MailApp"']), ['wrong-root']],
  ['has the id of an editor’s example', broken([/<Id>.*<\/Id>/, '<Id>tianbao</Id>']), ['not-a-guid']],
  ['has no id', broken([/ *<Id>.*\n/, '']), ['missing']],
  ['has a version of words', broken([/<Version>.*<\/Version>/, '<Version>1.0-beta</Version>']), ['not-a-version']],
  ['has its version before its id', broken([/( *<Id>.*\n)( *<Version>.*\n)/, '$2$1']), ['out-of-order']],
  [
    'has the label of its tab before the groups, as an old example has it',
    broken(
      [/ *<Label resid="app" \/>\n/, ''],
      ['<CustomTab id="Tianbao.Tab">', '<CustomTab id="Tianbao.Tab"><Label resid="app" />'],
    ),
    ['out-of-order'],
  ],
  [
    'has the icon of a button behind its action',
    broken([
      /(<Control xsi:type="Button" id="Tianbao.Ribbon.check">[^]*?)( *<Icon>[^]*?<\/Icon>\n)([^]*?<\/Action>\n)/,
      '$1$3$2',
    ]),
    ['out-of-order'],
  ],
  ['has an element nobody knows', broken(['<Hosts>', '<Colour>blue</Colour><Hosts>']), ['unknown-element']],
  [
    'has an element in the wrong namespace',
    broken([/<bt:Sets /, '<Sets '], [/<\/bt:Sets>/, '</Sets>']),
    ['unknown-element'],
  ],
  [
    'has a menu in a menu',
    broken([/(<Item id="Tianbao.Ribbon.new.fengdu.acceptance">[^]*?)<Action[^]*?<\/Action>/, '$1<Items></Items>']),
    ['unknown-element', 'missing'],
  ],
  ['is for Word', broken([/<Host xsi:type="Workbook">/, '<Host xsi:type="Document">']), ['unknown-element', 'missing']],
  ['has two permissions', broken([/( *<Permissions>.*\n)/, '$1$1']), ['repeated']],
  ['wants to read all mail', broken(['ReadWriteDocument', 'ReadWriteMailbox']), ['too-much-permission']],
  [
    'is served without encryption',
    broken([/<SourceLocation DefaultValue="https:/, '<SourceLocation DefaultValue="http:']),
    ['not-https'],
  ],
  [
    'has its keys at no address',
    broken([/ExtendedOverrides Url="https:\/\/localhost:3000/, 'ExtendedOverrides Url="']),
    ['not-https'],
  ],
  [
    'has a picture on a disk',
    broken([/<bt:Image id="app.16" DefaultValue="[^"]*"/, '<bt:Image id="app.16" DefaultValue="C:\\app-16.png"']),
    ['not-https'],
  ],
  [
    'has a button without words',
    broken([/<bt:String id="check" [^]*?<\/bt:String>/, '']),
    ['unknown-resource', 'unknown-resource'],
  ],
  [
    'takes a label from the long texts',
    broken([/<Label resid="check"/, '<Label resid="check.tip"']),
    ['unknown-resource'],
  ],
  ['has two buttons of one id', broken(['id="Tianbao.Ribbon.clear"', 'id="Tianbao.Ribbon.mark"']), ['repeated-id']],
  [
    'has two texts of one id',
    broken([/<bt:String id="clear.tip"/, '<bt:String id="mark.tip"'], [/resid="clear.tip"/, 'resid="mark.tip"']),
    ['repeated-id'],
  ],
  [
    'has an id of a resource with 33 characters',
    broken([/resid="Help.Url"/, `resid="${'h'.repeat(33)}"`], [/id="Help.Url"/, `id="${'h'.repeat(33)}"`]),
    ['long-id'],
  ],
  [
    'has a label of 126 characters',
    broken([/(<bt:String id="check" DefaultValue=")[^"]*/, `$1${long(126)}`]),
    ['long-text'],
  ],
  [
    'has a description of 251 characters',
    broken([/(<bt:String id="check.tip" DefaultValue=")[^"]*/, `$1${long(251)}`]),
    ['long-text'],
  ],
  [
    'has an English label that is too long',
    broken([/(<bt:String id="check"[^>]*>\s*<bt:Override Locale="en-US" Value=")[^"]*/, `$1${long(126)}`]),
    ['long-text'],
  ],
  ['has an empty label', broken([/(<bt:String id="check" DefaultValue=")[^"]*/, '$1']), ['empty-text']],
  ['lacks an icon of 80 pixels', broken([/ *<bt:Image size="80" resid="help.80" \/>\n/, '']), ['missing-size']],
  [
    'has an icon of 17 pixels',
    broken([/<bt:Image size="20" resid="help.20"/, '<bt:Image size="17" resid="help.20"']),
    ['unknown-size', 'wrong-pixels'],
  ],
  [
    'has a small picture in the place of a large one',
    broken([/icons\/help-80.png/, 'icons/help-16.png']),
    ['wrong-pixels'],
  ],
  ['has a picture that is not there', broken([/icons\/help-80.png/, 'icons/hilfe-80.png']), ['wrong-pixels']],
  ['has an app icon of another size', broken([/(<IconUrl DefaultValue="[^"]*)app-32/, '$1app-80']), ['wrong-pixels']],
  ['asks for a requirement set that is none', broken(['Name="ExcelApi"', 'Name="ExcelAPI"']), ['unknown-set']],
  ['asks for a version that there is not yet', broken(['MinVersion="1.14"', 'MinVersion="1.140"']), ['unknown-set']],
  [
    'has one English text too few',
    broken([/(<bt:String id="clear" DefaultValue="[^"]*")>\s*<bt:Override[^>]*>\s*<\/bt:String>/, '$1 />']),
    ['no-wording'],
  ],
  [
    'has no English name',
    broken([/(<DisplayName DefaultValue="[^"]*")>\s*<Override[^>]*>\s*<\/DisplayName>/, '$1 />']),
    ['no-wording'],
  ],
  ['calls a language 中文', broken(['<DefaultLocale>zh-CN', '<DefaultLocale>中文']), ['not-a-locale']],
  [
    'runs its commands in another page',
    broken(['<FunctionFile resid="Pane.Url"', '<FunctionFile resid="Help.Url"']),
    ['other-page'],
  ],
  [
    'has its functions in another page',
    broken([/(<Page>\s*<SourceLocation resid=")Pane.Url/, '$1Help.Url']),
    ['other-page'],
  ],
  ['opens a menu that Excel has not', broken(['ContextMenuCell', 'ContextMenuCells']), ['unknown-menu']],
  [
    'has a button that does nothing',
    broken([/(<Control xsi:type="Button" id="Tianbao.Ribbon.check">[^]*?) *<Action[^]*?<\/Action>\n/, '$1']),
    ['missing'],
  ],
  ['has a reference without its id', broken([/<Label resid="check"/, '<Label']), ['missing-attribute']],
  [
    'has no strings',
    broken([block('bt:LongStrings'), '']),
    manifest.match(/<Description resid=/g)?.map(() => 'unknown-resource') ?? [],
  ],
];

describe('the manifest', () => {
  it('has nothing that the offline check finds', () => assert.deepEqual(checkManifest(manifest, { iconSize }), []));

  it('asks for no more than it needs', () => {
    assert.equal(manifest.match(/<Set Name/g)?.length, 1);
    assert.ok(manifest.includes('<Set Name="ExcelApi" MinVersion="1.14" />'));
    assert.ok(manifest.includes('<Permissions>ReadWriteDocument</Permissions>'));
    assert.ok(!manifest.includes('AppDomain'));
  });

  it('offers each form in the menu of its county, in the order of the forms', () => {
    const menus = [...manifest.matchAll(/<Control xsi:type="Menu"[^]*?<\/Control>/g)].map(([menu]) => menu);
    const items = menus.map((menu) =>
      [...menu.matchAll(/<Item id="([^"]*)"/g)].map(([, id = '']) => formOfControl(id)),
    );
    const counties = [...new Set(forms.map(({ county }) => county))];
    assert.deepEqual(
      items,
      counties.map((county) => forms.filter((form) => form.county === county).map(({ id }) => id)),
    );
    for (const county of counties) assert.ok(manifest.includes(`DefaultValue="${county}"`), county);
  });

  it('names a form in its county’s menu without the county', () => {
    const [form] = forms.filter(({ title, county }) => title.startsWith(county));
    assert.ok(form);
    const short = form.title.slice(form.county.length);
    assert.ok(manifest.includes(`DefaultValue="${short}"`));
    assert.match(manifest, /Value="Information resource catalogue of IT projects"/);
  });

  it('calls only functions that are there, and all that have a button', () => {
    const called = new Set([...manifest.matchAll(/<FunctionName>(.*?)</g)].map(([, name = '']) => name));
    const { pane, ...others } = COMMANDS;
    assert.deepEqual([...called].sort(), Object.values(others).sort(), pane);
  });

  it('has the namespace of the functions', () => {
    assert.match(manifest, new RegExp(`id="Functions.Namespace" DefaultValue="${NAMESPACE}"`));
    assert.ok(CUSTOM_FUNCTIONS.length > 0);
  });

  it('names only files that are known', () => {
    const named = new Set([...manifest.matchAll(/"https:\/\/localhost:3000\/([^"]*)"/g)].map(([, file = '']) => file));
    const icons = ICONS.flatMap((icon) => ICON_SIZES.map((size) => iconFile(icon, size)));
    const { pane, help, functionsScript, functions, shortcuts } = ADDIN_FILES;
    const others = [pane, help, functionsScript, functions.zh, functions.en, shortcuts.zh, shortcuts.en];
    assert.deepEqual([...named].sort(), [...icons, ...others].sort());
  });

  for (const [baseUrl, pane] of [
    ['https://fgw.example.gov.cn', 'https://fgw.example.gov.cn/taskpane.html'],
    ['https://fgw.example.gov.cn/', 'https://fgw.example.gov.cn/taskpane.html'],
    ['https://10.1.2.3:8443/tools/tianbao', 'https://10.1.2.3:8443/tools/tianbao/taskpane.html'],
    ['https://内网.example/填报/', 'https://xn--v6q792i.example/%E5%A1%AB%E6%8A%A5/taskpane.html'],
  ] as const) {
    it(`for ${baseUrl} has its pane at ${pane}`, () => {
      const xml = manifestXml({ baseUrl, version: '1.2.3', forms });
      assert.ok(xml.includes(`<SourceLocation DefaultValue="${pane}" />`));
      assert.deepEqual(checkManifest(xml), []);
    });
  }

  for (const baseUrl of [
    ...['', 'localhost:3000', 'http://server/', 'file:///C:/tianbao', '/tianbao', 'https://'],
    ...['https://server/?a=1', 'https://server/#top', 'https://server/a?', 'https://name:word@server/'],
  ]) {
    it(`refuses ${baseUrl === '' ? 'no address' : baseUrl}`, () => {
      assert.throws(() => manifestXml({ baseUrl, version: '1.0', forms }), BaseUrlError);
    });
  }

  it('writes names with signs of XML so that they stay names', () => {
    const xml = manifestXml({ baseUrl: DEVELOPMENT_URL, version: '1.0', forms, provider: '甲 & 乙 <"丙">' });
    assert.deepEqual(checkManifest(xml), []);
    assert.ok(xml.includes('<ProviderName>甲 &amp; 乙 &lt;&quot;丙&quot;&gt;</ProviderName>'));
  });

  it('without forms has no menus', () => {
    const xml = manifestXml({ baseUrl: DEVELOPMENT_URL, version: '1.0', forms: [] });
    assert.deepEqual(checkManifest(xml), []);
    assert.ok(!xml.includes('xsi:type="Menu"'));
  });
});

describe('the offline check of a manifest finds one that', () => {
  for (const [what, xml, faults] of FAULTS) {
    it(`${what}: ${[...new Set(faults)].join(', ')}`, () => {
      const found = checkManifest(xml, { iconSize });
      assert.deepEqual(
        found.map(({ code }) => code),
        faults,
      );
      for (const { wording } of found) {
        assert.match(wording.zh, /\p{Script=Han}/u);
        assert.doesNotMatch(wording.zh + wording.en, /\{\w+\}/);
      }
    });
  }

  it('and says where', () => {
    const [, xml = ''] = FAULTS.find(([what]) => what === 'lacks an icon of 80 pixels') ?? [];
    assert.deepEqual(
      checkManifest(xml).map(({ at, wording }) => [at.replace(/.*\/Group/, 'Group'), wording.zh]),
      [['Group[Tianbao.Group.help]/Icon', '图标缺少 80 像素的图片（16、32、80 必须有）。']],
    );
  });
});

describe('keys', () => {
  interface Keys {
    readonly actions: readonly { readonly id: string; readonly name: string }[];
    readonly shortcuts: readonly { readonly action: string; readonly key: Readonly<Record<string, string>> }[];
    readonly resources: { readonly default: Readonly<Record<string, { readonly value: string }>> };
  }
  const keys = JSON.parse(shortcutsJson()) as Keys;

  it('call commands', () => {
    const commands: readonly string[] = Object.values(COMMANDS);
    for (const { id } of keys.actions) assert.ok(commands.includes(id), id);
    assert.deepEqual(
      keys.shortcuts.map(({ action }) => action),
      keys.actions.map(({ id }) => id),
    );
  });

  it('are combinations that Office leaves to add-ins, each once', () => {
    const all = keys.shortcuts.map(({ key }) => key.default ?? '');
    for (const key of all) assert.match(key, /^Ctrl\+Alt\+Shift\+[A-Z]$/);
    assert.equal(new Set(all).size, all.length);
  });

  it('have words in both languages', () => {
    const english = JSON.parse(shortcutWordsJson()) as Record<string, unknown>;
    const named = keys.actions.map(({ name }) => /^\$\{resource\.(\w+)\}$/.exec(name)?.[1]);
    assert.deepEqual(Object.keys(keys.resources.default), named);
    assert.deepEqual(Object.keys(english), named);
  });
});
