import type { Wording } from '../../forms/form.ts';
import { COMMANDS, newFormControl, type Command } from '../command-names.ts';
import type { IconName } from './addin-files.ts';
import type { RibbonForm } from './manifest.ts';
import { RIBBON_TEXTS, type RibbonText } from './texts.ts';
import { element, type Element } from './xml.ts';

/** What the ribbon refers to: each gives back the reference. */
export interface RibbonParts {
  icons(icon: IconName): Element;
  short(id: string, wording: Wording): string;
  long(id: string, wording: Wording): string;
  readonly paneUrl: string;
}

/**
 * The tab of the ribbon and the entry in the menu of cells. Menus cannot hold menus, so blank forms have a group of their
 * own with one menu a county, in the order of the forms.
 */
export function ribbonOf(forms: readonly RibbonForm[], parts: RibbonParts): Element {
  return element('DesktopFormFactor', {}, [
    element('GetStarted', {}, [
      element('Title', { resid: shortText('started.title', parts) }),
      element('Description', { resid: longText('started.text', parts) }),
      element('LearnMoreUrl', { resid: 'Help.Url' }),
    ]),
    element('FunctionFile', { resid: parts.paneUrl }),
    element('ExtensionPoint', { 'xsi:type': 'PrimaryCommandSurface' }, [
      element('CustomTab', { id: 'Tianbao.Tab' }, [
        group('check', 'check', parts, [paneButton(parts), button('check', 'check', parts)]),
        group('marks', 'mark', parts, [button('mark', 'mark', parts), button('clear', 'clear', parts)]),
        ...(forms.length > 0 ? [group('new', 'form', parts, countyMenus(forms, parts))] : []),
        group('help', 'help', parts, [button('help', 'help', parts)]),
        element('Label', { resid: shortText('app', parts) }),
      ]),
    ]),
    element('ExtensionPoint', { 'xsi:type': 'ContextMenu' }, [
      element('OfficeMenu', { id: 'ContextMenuCell' }, [button('cell', 'app', parts, 'Tianbao.Menu')]),
    ]),
  ]);
}

function group(
  name: 'check' | 'marks' | 'new' | 'help',
  icon: IconName,
  parts: RibbonParts,
  controls: Element[],
): Element {
  return element('Group', { id: `Tianbao.Group.${name}` }, [
    element('Label', { resid: shortText(`group.${name}`, parts) }),
    parts.icons(icon),
    ...controls,
  ]);
}

function paneButton(parts: RibbonParts): Element {
  // The pane belongs to the shared page, so it has no id of its own: there is one only.
  const action = element('Action', { 'xsi:type': 'ShowTaskpane' }, [
    element('SourceLocation', { resid: parts.paneUrl }),
  ]);
  return control('Button', 'Tianbao.Ribbon.pane', described('pane', 'pane.tip', parts), 'pane', parts, action);
}

function button(
  command: Exclude<Command, 'pane' | 'form'>,
  icon: IconName,
  parts: RibbonParts,
  place = 'Tianbao.Ribbon',
): Element {
  const words = described(command, `${command}.tip`, parts);
  return control('Button', `${place}.${command}`, words, icon, parts, runs(COMMANDS[command]));
}

function countyMenus(forms: readonly RibbonForm[], parts: RibbonParts): Element[] {
  const counties = new Map<string, RibbonForm[]>();
  for (const form of forms) {
    const known = counties.get(form.county);
    if (known) known.push(form);
    else counties.set(form.county, [form]);
  }
  return [...counties].map(([county, own], at) => {
    const [first] = own;
    const name = { zh: county, en: first ? englishCounty(first.id) : county };
    const id = `county.${String(at + 1)}`;
    const words = supertip(parts.short(id, name), parts.long(`${id}.tip`, filled(RIBBON_TEXTS['county.tip'], name)));
    const items = own.map((form, index) => formItem(form, name, `${id}.${String(index + 1)}`, parts));
    return control('Menu', `Tianbao.Ribbon.county.${countyId(own)}`, words, 'form', parts, element('Items', {}, items));
  });
}

function formItem(form: RibbonForm, county: Wording, id: string, parts: RibbonParts): Element {
  const words = supertip(
    parts.short(id, shortTitle(form, county)),
    parts.long(`${id}.tip`, form.purpose ?? { zh: form.title, en: form.englishTitle ?? form.title }),
  );
  return element('Item', { id: newFormControl(form.id) }, [...words, runs(COMMANDS.form)]);
}

/** A form's title without the county, which the menu names. */
function shortTitle(form: RibbonForm, county: Wording): Wording {
  const { title, englishTitle = title } = form;
  const zh = title.startsWith(county.zh) && title.length > county.zh.length ? title.slice(county.zh.length) : title;
  const ending = `, ${county.en}`;
  return { zh, en: englishTitle.endsWith(ending) ? englishTitle.slice(0, -ending.length) : englishTitle };
}

/** The county's name in pinyin, which a form's id begins with. */
function englishCounty(formId: string): string {
  const [name = ''] = formId.split('/');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function countyId(forms: readonly RibbonForm[]): string {
  return forms[0]?.id.split('/')[0] ?? '';
}

function control(
  type: 'Button' | 'Menu',
  id: string,
  words: readonly Element[],
  icon: IconName,
  parts: RibbonParts,
  rest: Element,
): Element {
  return element('Control', { 'xsi:type': type, id }, [...words, parts.icons(icon), rest]);
}

function runs(name: string): Element {
  return element('Action', { 'xsi:type': 'ExecuteFunction' }, [element('FunctionName', {}, name)]);
}

function described(label: RibbonText, tip: RibbonText, parts: RibbonParts): readonly Element[] {
  return supertip(shortText(label, parts), longText(tip, parts));
}

function supertip(label: string, tip: string): readonly Element[] {
  return [
    element('Label', { resid: label }),
    element('Supertip', {}, [element('Title', { resid: label }), element('Description', { resid: tip })]),
  ];
}

function shortText(text: RibbonText, parts: RibbonParts): string {
  return parts.short(text, RIBBON_TEXTS[text]);
}

function longText(text: RibbonText, parts: RibbonParts): string {
  return parts.long(text, RIBBON_TEXTS[text]);
}

function filled({ zh, en }: Wording, county: Wording): Wording {
  return { zh: zh.replace('{county}', county.zh), en: en.replace('{county}', county.en) };
}
