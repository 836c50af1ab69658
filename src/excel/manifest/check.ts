import { FileError } from '../../files/file-error.ts';
import { readXml, type XmlElement } from '../../files/xml-element.ts';
import { ICON_SIZES } from './addin-files.ts';
import { manifestFault, type FaultParams, type ManifestFault, type ManifestFaultCode } from './faults.ts';
import { isKnownSet } from './requirement-sets.ts';
import { SCHEMA, type ElementType, type Place } from './schema.ts';

export type { ManifestFault, ManifestFaultCode } from './faults.ts';

export interface ManifestCheckOptions {
  /** The width of an icon in pixels, `null` where there is no such picture or it is not square; without this none is looked at. */
  readonly iconSize?: (url: string) => number | null;
}

const REQUIRED_SIZES = [16, 32, 80];
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const VERSION = /^\d{1,5}(?:\.\d{1,5}){0,3}$/;
const LOCALE = /^[a-z]{2,3}-[A-Z]{2}$/;
const MENUS = new Set(['ContextMenuCell', 'ContextMenuText']);

/** Most characters, by the element that holds the text. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['ProviderName', 125],
  ['DisplayName', 125],
  ['Description', 250],
  ['bt:ShortStrings', 125],
  ['bt:LongStrings', 250],
  ['bt:Urls', 2048],
  ['bt:Images', 2048],
]);
const LONGEST_RESOURCE_ID = 32;
const LONGEST_ID = 125;

/** In which list of resources an element's `resid` is looked up. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['Label', 'bt:ShortStrings'],
  ['Title', 'bt:ShortStrings'],
  ['Namespace', 'bt:ShortStrings'],
  ['Description', 'bt:LongStrings'],
  ['bt:Image', 'bt:Images'],
]);

/**
 * Looks a manifest over without a network: what Office and Microsoft's validator would refuse, and what would make the
 * add-in fail silently. An empty answer says that nothing was found, not that Microsoft accepts it.
 */
export function checkManifest(xml: string, options: ManifestCheckOptions = {}): readonly ManifestFault[] {
  try {
    const { root } = readXml(new TextEncoder().encode(xml));
    return new ManifestCheck(root, options).faults();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return [manifestFault('not-xml', '/')];
  }
}

/** An element with its name as written and the way to it. */
interface Node {
  readonly element: XmlElement;
  readonly name: string;
  readonly at: string;
  readonly parent: Node | null;
}

class ManifestCheck {
  readonly #root: Node;
  readonly #all: readonly Node[];
  readonly #options: ManifestCheckOptions;
  readonly #faults: ManifestFault[] = [];
  /** Ids of resources by their list. */
  readonly #resources = new Map<string, Map<string, Node>>();

  constructor(root: XmlElement, options: ManifestCheckOptions) {
    this.#options = options;
    const name = nameOf(root);
    this.#root = { element: root, name, at: name, parent: null };
    this.#all = [this.#root, ...descendants(this.#root)];
  }

  faults(): readonly ManifestFault[] {
    const { element, name, at } = this.#root;
    if (name !== 'OfficeApp' || element.attribute('xsi:type') !== 'TaskPaneApp')
      return [manifestFault('wrong-root', at)];
    this.#structure(this.#root, SCHEMA.app);
    this.#plainTexts();
    this.#addresses();
    this.#gatherResources();
    this.#references();
    this.#ids();
    this.#icons();
    this.#requirementSets();
    this.#wordings();
    this.#sharedPage();
    return this.#faults;
  }

  #tell(code: ManifestFaultCode, node: Node, params: FaultParams = {}): void {
    this.#faults.push(manifestFault(code, node.at, params));
  }

  #named(name: string): readonly Node[] {
    return this.#all.filter((node) => node.name === name);
  }

  /** Elements and attributes by the schema. */
  #structure(node: Node, type: ElementType | undefined): void {
    if (!type) return;
    for (const name of type.attributes) {
      if (node.element.attribute(name) === undefined) this.#tell('missing-attribute', node, { name });
    }
    const counts = type.places.map(() => 0);
    const late = new Set<number>();
    let reached = 0;
    for (const child of childrenOf(node)) {
      const found = type.places.findIndex((place) => typeIn(place, child) !== undefined);
      const place = type.places[found];
      if (!place) {
        this.#tell('unknown-element', child, { name: typedName(child) });
        continue;
      }
      const count = (counts[found] = (counts[found] ?? 0) + 1);
      const last = type.places[reached];
      if (found < reached && last) {
        // Of several that one element stands in front of the first is told.
        if (!late.has(found)) this.#tell('out-of-order', child, { name: child.name, before: namesOf(last) });
        late.add(found);
      }
      if (found >= reached && count > place.max) this.#tell('repeated', child, { name: child.name });
      reached = Math.max(reached, found);
      this.#structure(child, SCHEMA[typeIn(place, child) ?? '']);
    }
    type.places.forEach((place, at) => {
      if ((counts[at] ?? 0) < place.min) this.#tell('missing', node, { name: namesOf(place) });
    });
  }

  #plainTexts(): void {
    for (const node of childrenOf(this.#root)) {
      const text = node.element.text.trim();
      if (node.name === 'Id' && !GUID.test(text)) this.#tell('not-a-guid', node, { text });
      if (node.name === 'Version' && !VERSION.test(text)) this.#tell('not-a-version', node, { text });
      if (node.name === 'DefaultLocale' && !LOCALE.test(text)) this.#tell('not-a-locale', node, { text });
      if (node.name === 'Permissions' && text !== 'ReadWriteDocument')
        this.#tell('too-much-permission', node, { text });
      const most = LENGTHS.get(node.name);
      if (most !== undefined) this.#length(node, node.element.attribute('DefaultValue') ?? text, most);
    }
    for (const node of this.#named('OfficeMenu')) {
      const text = node.element.attribute('id') ?? '';
      if (!MENUS.has(text)) this.#tell('unknown-menu', node, { text });
    }
  }

  #length(node: Node, text: string, most: number): void {
    const { length } = text;
    if (length === 0) this.#tell('empty-text', node);
    if (length > most) this.#tell('long-text', node, { text: `${text.slice(0, 20)}…`, length, most });
  }

  #addresses(): void {
    const isAddress = ({ name }: Node): boolean => /Url$|^SourceLocation$|^AppDomain$/.test(name);
    const isImage = ({ name, parent }: Node): boolean => name === 'bt:Image' && parent?.name === 'bt:Images';
    for (const node of this.#all) {
      const { element, parent } = node;
      const concerns = (it: Node): boolean => isAddress(it) || isImage(it);
      const texts = [
        ...(concerns(node) ? [element.attribute('DefaultValue')] : []),
        ...(node.name.endsWith('Override') && parent && concerns(parent) ? [element.attribute('Value')] : []),
        ...(node.name === 'AppDomain' ? [element.text.trim()] : []),
        ...(node.name === 'ExtendedOverrides' ? [element.attribute('Url'), element.attribute('ResourcesUrl')] : []),
      ];
      for (const text of texts) {
        if (text !== undefined && !/^https:\/\/[^\s/]/.test(text)) this.#tell('not-https', node, { text });
      }
    }
  }

  #gatherResources(): void {
    for (const list of this.#all.filter(({ parent }) => parent?.name === 'Resources')) {
      const known = new Map<string, Node>();
      this.#resources.set(list.name, known);
      for (const node of childrenOf(list)) {
        const id = node.element.attribute('id') ?? '';
        known.set(id, node);
        const { length } = id;
        if (length > LONGEST_RESOURCE_ID) this.#tell('long-id', node, { text: id, length, most: LONGEST_RESOURCE_ID });
        this.#length(node, node.element.attribute('DefaultValue') ?? '', LENGTHS.get(list.name) ?? Infinity);
        for (const { element } of childrenOf(node)) {
          this.#length(node, element.attribute('Value') ?? '', LENGTHS.get(list.name) ?? Infinity);
        }
      }
    }
  }

  #references(): void {
    for (const node of this.#all) {
      const text = node.element.attribute('resid');
      if (text === undefined) continue;
      const list = LISTS.get(node.name) ?? 'bt:Urls';
      if (!this.#resources.get(list)?.has(text)) this.#tell('unknown-resource', node, { text, list });
    }
  }

  /** Ids are unique among resources, and among what stands in the ribbon and in menus. */
  #ids(): void {
    const known = { resource: new Set<string>(), control: new Set<string>() };
    for (const node of this.#all) {
      const text = node.element.attribute('id');
      if (text === undefined || node.name === 'OfficeMenu' || node.name === 'OfficeTab') continue;
      const isResource = node.parent?.parent?.name === 'Resources';
      const kind = isResource ? known.resource : known.control;
      if (kind.has(text)) this.#tell('repeated-id', node, { text });
      kind.add(text);
      const { length } = text;
      if (!isResource && length > LONGEST_ID) this.#tell('long-id', node, { text, length, most: LONGEST_ID });
    }
  }

  #icons(): void {
    const sizes: ReadonlySet<string> = new Set(ICON_SIZES.map(String));
    const images = this.#resources.get('bt:Images') ?? new Map<string, Node>();
    const measured = new Set<string>();
    for (const icon of this.#named('Icon')) {
      const own = childrenOf(icon).map((image) => ({ image, size: image.element.attribute('size') ?? '' }));
      const missing = REQUIRED_SIZES.filter((wanted) => own.every(({ size }) => size !== String(wanted)));
      if (missing.length > 0) this.#tell('missing-size', icon, { sizes: missing.join('、') });
      for (const { image, size } of own) {
        if (!sizes.has(size)) this.#tell('unknown-size', image, { text: size });
        const resource = images.get(image.element.attribute('resid') ?? '');
        const key = `${size} ${resource?.at ?? ''}`;
        if (resource && !measured.has(key)) this.#pixels(resource, Number(size));
        measured.add(key);
      }
    }
    for (const node of childrenOf(this.#root)) {
      if (node.name === 'IconUrl') this.#pixels(node, 32);
      if (node.name === 'HighResolutionIconUrl') this.#pixels(node, 64);
    }
  }

  #pixels(node: Node, wanted: number): void {
    const { iconSize } = this.#options;
    const text = node.element.attribute('DefaultValue') ?? '';
    if (!iconSize || !text.startsWith('https://')) return;
    const found = iconSize(text);
    if (found !== wanted)
      this.#tell('wrong-pixels', node, { text, wanted, found: found === null ? '—' : `${found}×${found}` });
  }

  #requirementSets(): void {
    for (const node of [...this.#named('Set'), ...this.#named('bt:Set')]) {
      const text = node.element.attribute('Name') ?? '';
      const least = node.parent?.element.attribute('DefaultMinVersion') ?? '1.1';
      const version = node.element.attribute('MinVersion') ?? least;
      if (!isKnownSet(text, version)) this.#tell('unknown-set', node, { text, version });
    }
  }

  /** A language that one text has, every text has; addresses and pictures may be the same in all. */
  #wordings(): void {
    const hasWords = ({ name, parent }: Node): boolean =>
      name === 'bt:String' || (parent === this.#root && (name === 'DisplayName' || name === 'Description'));
    const texts = this.#all.filter(hasWords).map((node) => ({ node, locales: childrenOf(node).map(localeOf) }));
    const wanted = new Set(texts.flatMap(({ locales }) => locales));
    for (const override of this.#all.filter(({ name }) => name.endsWith('Override'))) {
      const text = localeOf(override);
      if (!LOCALE.test(text)) this.#tell('not-a-locale', override, { text });
    }
    for (const { node, locales } of texts) {
      for (const locale of wanted) if (!locales.includes(locale)) this.#tell('no-wording', node, { locale });
    }
  }

  /** With a shared runtime the pane, the commands and the functions name one page. */
  #sharedPage(): void {
    const [runtime] = this.#named('Runtime');
    if (runtime?.element.attribute('lifetime') !== 'long') return;
    const wanted = runtime.element.attribute('resid') ?? '';
    const isPage = ({ name, parent }: Node): boolean =>
      name === 'FunctionFile' || (name === 'SourceLocation' && (parent?.name === 'Page' || parent?.name === 'Action'));
    for (const node of this.#all.filter(isPage)) {
      const text = node.element.attribute('resid') ?? '';
      if (text !== wanted) this.#tell('other-page', node, { text, wanted });
    }
  }
}

function descendants(node: Node): readonly Node[] {
  return childrenOf(node).flatMap((child) => [child, ...descendants(child)]);
}

const children = new WeakMap<XmlElement, readonly Node[]>();

function childrenOf(node: Node): readonly Node[] {
  let known = children.get(node.element);
  if (!known) {
    const { elements } = node.element;
    const names = elements.map(nameOf);
    known = elements.map((element, index) => {
      const name = names[index] ?? '';
      const isOne = names.filter((other) => other === name).length === 1;
      const number = names.slice(0, index + 1).filter((other) => other === name).length;
      const id = element.attribute('id');
      const which = id !== undefined ? `[${id}]` : isOne ? '' : `[${String(number)}]`;
      return { element, name, at: `${node.at}/${name}${which}`, parent: node };
    });
    children.set(node.element, known);
  }
  return known;
}

/** The name with its prefix, as it is written. */
function nameOf(element: XmlElement): string {
  return /^<([^\s/>]+)/.exec(element.toString())?.[1] ?? element.name;
}

function typedName({ name, element }: Node): string {
  const type = element.attribute('xsi:type');
  return type === undefined ? name : `${name} (${type})`;
}

function typeIn({ types }: Place, { name, element }: Node): string | undefined {
  const typed = `${name}@${element.attribute('xsi:type') ?? ''}`;
  if (Object.hasOwn(types, name)) return types[name];
  return Object.hasOwn(types, typed) ? types[typed] : undefined;
}

function namesOf({ types }: Place): string {
  return Object.keys(types)
    .map((name) => name.replace(/@(.*)$/, ' ($1)'))
    .join(' / ');
}

function localeOf({ element }: Node): string {
  return element.attribute('Locale') ?? '';
}
