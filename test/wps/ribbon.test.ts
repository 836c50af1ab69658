import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { manifestXml, ribbonXml, type OfferedForm } from '../../src/wps/ribbon-xml.ts';
import { PaneLink } from '../../src/wps/pane-link.ts';
import { UOS, WINDOWS_12, type Profile } from '../hosts/wps/stand-in/profile.ts';
import { BookModel } from '../hosts/wps/stand-in/model.ts';
import { StandInWps } from '../hosts/wps/stand-in/stand-in-wps.ts';

const SCRIPT = readFileSync(path.join(import.meta.dirname, '..', '..', 'src', 'wps', 'shell', 'ribbon.js'), 'utf8');

const FORMS: readonly OfferedForm[] = [
  { id: 'a/one', county: '甲县', title: '一表' },
  { id: 'a/two', county: '甲县', title: '二表 "&<' },
  { id: 'b/three', county: '乙区', title: '三表' },
];

interface Control {
  readonly Id: string;
  readonly Tag?: string;
}

/** The ribbon's page, as WPS runs it: a world of its own, with the program's objects. */
class RibbonPage {
  readonly wps: StandInWps;
  readonly #context: Record<string, unknown>;

  constructor(wps: StandInWps, address = 'http://10.0.0.8/wps/index.html', more: object = {}) {
    this.wps = wps;
    const window = { ...wps.globals, navigator: { language: 'zh-CN' }, devicePixelRatio: 2, ...more };
    this.#context = createContext({ window, document: { location: address } });
    runInContext(SCRIPT, this.#context);
  }

  call(name: string, control: Control | object): unknown {
    const found = this.#context[name];
    if (typeof found !== 'function') throw new Error(`${name} is no global function`);
    return Reflect.apply(found, undefined, [control]);
  }

  press(Id: string, Tag = ''): void {
    assert.equal(this.call('OnAction', { Id, Tag }), true);
  }

  get panes(): { url: string; visible: boolean }[] {
    return [...this.wps.panes.values()];
  }

  /** What the pane with this number finds. */
  pane(at: number): PaneLink {
    return new PaneLink(this.wps.globals, new URL(this.panes[at]?.url ?? '').hash);
  }
}

function standIn(profile: Profile): StandInWps {
  return new StandInWps(profile, new BookModel('目录.xlsx'));
}

describe("the ribbon's description", () => {
  const xml = ribbonXml(FORMS);

  it('begins as the installing page of WPS wants it', () => {
    assert.ok(
      xml.startsWith('<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="OnAddinLoad">'),
    );
    assert.ok(manifestXml('tianbao', '甲 & 乙').startsWith('<JsPlugin>'));
    assert.match(manifestXml('tianbao', '甲 & 乙'), /<Description>甲 &amp; 乙<\/Description>/);
  });

  it('has one menu for each county, with its forms', () => {
    const menus = [...xml.matchAll(/<menu [^>]*label="([^"]*)"[^>]*>(.*?)<\/menu>/gs)];
    assert.deepEqual(
      menus.map(([, county, items = '']) => [
        county,
        [...items.matchAll(/label="([^"]*)" tag="([^"]*)"/g)].map(([, ...of]) => of),
      ]),
      [
        [
          '甲县',
          [
            ['一表', 'a/one'],
            ['二表 &quot;&amp;&lt;', 'a/two'],
          ],
        ],
        ['乙区', [['三表', 'b/three']]],
      ],
    );
  });

  it('names no callback that is not there, gives every id once, and every control a label', () => {
    const page = new RibbonPage(standIn(WINDOWS_12));
    for (const [, name = ''] of xml.matchAll(/(?:onLoad|onAction|get\w+)="(\w+)"/g)) {
      assert.doesNotThrow(() => page.call(name, { Id: 'none', Tag: '' }), name);
    }
    const ids = [...xml.matchAll(/ id="(\w+)"/g)].map(([, id = '']) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id = ''] of xml.matchAll(/id="(\w+)"[^>]*getLabel=/g)) {
      assert.match(String(page.call('GetLabel', { Id: id })), /[一-龥]/, id);
      assert.match(String(page.call('GetImage', { Id: id })), /^icons\/[a-z]+\.svg$/);
    }
  });

  it('has callbacks that answer at once: with async ones some builds show no ribbon', () => {
    assert.equal(/\basync\b|\bPromise\b|=>/.test(SCRIPT.replace(/\/\*.*?\*\//gs, '')), false);
  });

  it('says its labels in English where WPS is in English', () => {
    const page = new RibbonPage(standIn(WINDOWS_12), undefined, { navigator: { language: 'en-US' } });
    assert.equal(page.call('GetLabel', { Id: 'tianbaoCheck' }), 'Check');
  });
});

for (const profile of [WINDOWS_12, UOS]) {
  describe(`the ribbon and its panes, ${profile.name} (a stand-in)`, () => {
    it('opens a pane beside the sheet, and puts it away', () => {
      const page = new RibbonPage(standIn(profile));
      page.press('tianbaoPane');
      assert.equal(page.panes.length, 1);
      assert.match(page.panes[0]?.url ?? '', /^http:\/\/10\.0\.0\.8\/wps\/taskpane\.html#pane=\d+$/);
      assert.equal(page.panes[0]?.visible, true);
      page.press('tianbaoPane');
      assert.deepEqual(
        page.panes.map(({ visible }) => visible),
        [false],
      );
    });

    it('leaves word for the pane, which takes it once', () => {
      const page = new RibbonPage(standIn(profile));
      page.press('tianbaoCheck');
      assert.equal(page.panes[0]?.visible, true);
      assert.equal(page.pane(0).takeCommand(), 'check');
      assert.equal(page.pane(0).takeCommand(), null);
      page.press('tianbaoForm0x1', 'a/two');
      assert.equal(page.panes.length, 1);
      assert.equal(page.pane(0).takeCommand(), 'form a/two');
    });

    it('makes a new pane where the one that it knows is no more', () => {
      const page = new RibbonPage(standIn(profile));
      page.press('tianbaoPane');
      page.wps.panes.clear();
      page.press('tianbaoMark');
      assert.equal(page.panes.length, 1);
      assert.equal(page.pane(0).takeCommand(), 'mark');
    });

    it('finds the pane again when the page of the ribbon was loaded anew', () => {
      const wps = standIn(profile);
      new RibbonPage(wps).press('tianbaoPane');
      const page = new RibbonPage(wps);
      page.press('tianbaoPane');
      assert.deepEqual(
        page.panes.map(({ visible }) => visible),
        [false],
      );
    });

    it('lets the pane put itself away', () => {
      const page = new RibbonPage(standIn(profile));
      page.press('tianbaoPane');
      assert.equal(page.pane(0).hide(), true);
      assert.equal(page.panes[0]?.visible, false);
    });

    it('shows a pane once more when its window is in front for the first time', () => {
      const page = new RibbonPage(standIn(profile));
      page.call('OnAddinLoad', {});
      page.press('tianbaoPane');
      const seen: boolean[] = [];
      const [pane] = page.panes;
      if (pane) {
        let visible = true;
        Object.defineProperty(pane, 'visible', {
          get: () => visible,
          set: (to: boolean) => seen.push((visible = to)),
        });
      }
      page.wps.newBook();
      page.wps.newBook();
      assert.deepEqual(seen, [false, true]);
    });
  });
}

describe('the ribbon in builds of other kinds', () => {
  /** The least that a WPS can be, with members where one likes. */
  function bare(
    members: { readonly on: 'Application' | 'wps'; readonly spelling: string },
    hwnd?: () => number,
  ): object {
    const made: { url: string; ID: number; Visible: boolean }[] = [];
    const stored = new Map<string, string>();
    const panes = {
      [`Create${members.spelling}`]: (url: string) => {
        const pane = { url, ID: made.length + 1, Visible: false };
        made.push(pane);
        return pane;
      },
      [`Get${members.spelling}`]: (id: number) => made[id - 1] ?? null,
      PluginStorage: {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => stored.set(key, value),
      },
      made,
    };
    const application = hwnd
      ? {
          ActiveWindow: {
            get Hwnd() {
              return hwnd();
            },
          },
        }
      : {};
    return members.on === 'wps'
      ? { Application: application, wps: panes }
      : { Application: Object.assign(application, panes), wps: {} };
  }

  for (const on of ['Application', 'wps'] as const) {
    for (const spelling of ['TaskPane', 'Taskpane']) {
      it(`knows Create${spelling} on ${on}`, () => {
        const more = bare({ on, spelling });
        const page = new RibbonPage(standIn(WINDOWS_12), undefined, more);
        page.press('tianbaoPane');
        page.press('tianbaoPane');
        page.press('tianbaoPane');
        const { made } = Reflect.get(more, on) as { made: { Visible: boolean }[] };
        assert.deepEqual(
          made.map(({ Visible }) => Visible),
          [true],
        );
      });
    }
  }

  it('keeps a pane for each window, where WPS tells of windows', () => {
    let hwnd = 17;
    const more = bare({ on: 'Application', spelling: 'TaskPane' }, () => hwnd);
    const page = new RibbonPage(standIn(WINDOWS_12), undefined, more);
    const { made } = Reflect.get(more, 'Application') as { made: { Visible: boolean }[] };
    page.press('tianbaoPane');
    hwnd = 18;
    page.press('tianbaoPane');
    hwnd = 17;
    page.press('tianbaoPane');
    assert.deepEqual(
      made.map(({ Visible }) => Visible),
      [false, true],
    );
  });

  it('does nothing, and breaks nothing, where WPS has no panes at all', () => {
    const page = new RibbonPage(standIn(WINDOWS_12), undefined, { Application: {}, wps: undefined });
    for (const id of ['tianbaoPane', 'tianbaoCheck', 'tianbaoHelp', 'tianbaoForm0x0']) page.press(id);
  });

  it('finds the pane beside itself in a folder with spaces, Chinese and other signs', () => {
    const address = 'file:///C:/Users/%E7%8E%8B%20%E4%BA%94/tianbao_0.1.0/index.html?a=/b#c/d';
    const page = new RibbonPage(standIn(WINDOWS_12), address);
    page.press('tianbaoPane');
    assert.match(page.panes[0]?.url ?? '', /^file:\/\/\/C:\/Users\/王 五\/tianbao_0\.1\.0\/taskpane\.html#pane=/);
    const broken = new RibbonPage(standIn(WINDOWS_12), 'file:///C:/100%/index.html');
    broken.press('tianbaoPane');
    assert.match(broken.panes[0]?.url ?? '', /^file:\/\/\/C:\/100%\/taskpane\.html#pane=/);
  });

  it('opens the help in a window of its own, in pixels of the screen', () => {
    const shown: unknown[][] = [];
    const application = { ShowDialog: (...given: unknown[]) => shown.push(given) };
    const page = new RibbonPage(standIn(WINDOWS_12), undefined, { Application: application, wps: {} });
    page.press('tianbaoHelp');
    assert.deepEqual(shown, [['http://10.0.0.8/wps/help.html', '填报助手 帮助', 1440, 1120, false]]);
  });
});
