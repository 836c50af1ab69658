import assert from 'node:assert/strict';
import { Installation, type InstallAction, type InstallState } from '../../src/wps/install/installation.ts';
import { LocalService, type Transport } from '../../src/wps/install/local-service.ts';
import { actionText, stateText } from '../../src/wps/install/texts.ts';
import { ServiceStandIn } from './service-stand-in.ts';

const URL_HERE = 'https://表.example/wps/';
const OTHER = { name: '公文助手', addonType: 'wps', online: 'true', url: 'https://oa.example/', enable: 'true' };
const ROW = { name: 'tianbao', addonType: 'et', online: 'true', url: URL_HERE, enable: 'true' };

/** The page without a page: what it shows, and what it asked. */
class Page {
  readonly service = new ServiceStandIn();
  readonly asked: string[] = [];
  forbidden = false;
  socketOpens = false;
  /** What starting WPS does. */
  starting = (): void => undefined;
  state: InstallState = 'looking';
  actions: readonly InstallAction[] = [];
  readonly #installation: Installation;

  constructor({ https = true, serverId = null }: { https?: boolean; serverId?: string | null } = {}) {
    const transport: Transport = {
      post: (address, body) => {
        this.asked.push(address);
        const { code, text } = this.service.answer(new URL(address).pathname, body);
        return Promise.resolve(this.service.running ? { status: 'answered', code, text } : { status: 'unreachable' });
      },
      opens: (address) => {
        this.asked.push(address);
        return Promise.resolve(this.socketOpens);
      },
    };
    this.#installation = new Installation({
      service: new LocalService(transport, https, serverId),
      addin: { name: 'tianbao', url: URL_HERE },
      startWps: () => this.starting(),
      isForbidden: () => Promise.resolve(this.forbidden),
      wait: () => Promise.resolve(),
      show: (state, actions) => {
        this.state = state;
        this.actions = actions;
      },
    });
  }

  async look(): Promise<InstallState> {
    await this.#installation.look();
    return this.state;
  }

  async press(action: InstallAction): Promise<InstallState> {
    assert.ok(this.actions.includes(action), `${action} is offered in ${this.state}`);
    await this.#installation.act(action);
    return this.state;
  }
}

describe('the installing page', () => {
  it('installs, and says what comes next', async () => {
    const page = new Page();
    page.service.rows = [OTHER];
    assert.equal(await page.look(), 'ready');
    assert.equal(await page.press('install'), 'needs-restart');
    assert.deepEqual(page.service.changes, [
      { cmd: 'enable', name: 'tianbao', url: URL_HERE, addonType: 'et', online: 'true', version: '', customDomain: '' },
    ]);
    assert.deepEqual(page.service.rows, [OTHER, ROW]);
    assert.equal(await page.press('look-again'), 'installed');
  });

  it('asks the other port where it came by https', async () => {
    for (const [https, base] of [
      [true, 'https://127.0.0.1:58891/version'],
      [false, 'http://127.0.0.1:58890/version'],
    ] as const) {
      const page = new Page({ https });
      await page.look();
      assert.equal(page.asked[0], base);
    }
  });

  it('starts WPS where its service does not run', async () => {
    const page = new Page();
    page.service.running = false;
    assert.equal(await page.look(), 'not-running');
    page.starting = () => {
      page.service.running = true;
    };
    assert.equal(await page.press('start-wps'), 'ready');
  });

  it('says so where it still does not run', async () => {
    const page = new Page();
    page.service.running = false;
    await page.look();
    assert.equal(await page.press('start-wps'), 'still-not-running');
  });

  it('tells a browser that is in the way from a service that does not run', async () => {
    const page = new Page();
    page.service.running = false;
    page.forbidden = true;
    assert.equal(await page.look(), 'blocked-by-browser');
    page.forbidden = false;
    page.socketOpens = true;
    assert.equal(await page.press('look-again'), 'blocked-by-browser');
    assert.equal(page.asked.at(-1), 'wss://127.0.0.1:58893');
  });

  it('says so where WPS cannot fetch the ribbon', async () => {
    const page = new Page();
    page.service.ribbon = '<!doctype html><title>Login</title>';
    assert.equal(await page.look(), 'unreachable-for-wps');
  });

  it('takes the place of a package, or of another address', async () => {
    const page = new Page();
    page.service.rows = [{ ...ROW, online: 'false', url: 'tianbao_0.1.0' }];
    assert.equal(await page.look(), 'installed-elsewhere');
    assert.equal(await page.press('install'), 'needs-restart');
    assert.deepEqual(
      page.service.changes.map(({ cmd, online, url }) => [cmd, online, url]),
      [
        ['disable', 'false', 'tianbao_0.1.0'],
        ['enable', 'true', URL_HERE],
      ],
    );
  });

  it('says what to do where WPS does not trust it, and repairs it by taking it out and putting it in', async () => {
    const page = new Page();
    page.service.rows = [{ ...ROW, enable: 'false' }];
    assert.equal(await page.look(), 'blocked-by-trust');
    assert.equal(await page.press('repair'), 'needs-restart');
    assert.deepEqual(
      page.service.changes.map(({ cmd }) => cmd),
      ['disable', 'enable'],
    );
    assert.equal(await page.press('not-there'), 'blocked-by-trust');
  });

  it('removes', async () => {
    const page = new Page();
    page.service.rows = [OTHER, ROW];
    assert.equal(await page.look(), 'installed');
    assert.equal(await page.press('remove'), 'removed');
    assert.deepEqual(page.service.rows, [OTHER]);
  });

  it('says so where the service does not comply', async () => {
    for (const deploys of [
      { code: 500, text: '{"data":"Failed to send message to WPS."}' },
      { code: 200, text: '{"error": "Json parse failed."}' },
    ]) {
      const page = new Page();
      await page.look();
      page.service.deploys = deploys;
      assert.equal(await page.press('install'), 'failed');
    }
  });

  it('says who asks, from the version that several people can use', async () => {
    for (const [version, asks] of [
      ['1.0.1', []],
      ['1.0.2', ['me']],
      ['1.0.10', ['me']],
      ['2.0', ['me']],
    ] as const) {
      const page = new Page({ serverId: 'me' });
      page.service.version = version;
      assert.equal(await page.look(), 'ready', version);
      assert.deepEqual([...page.service.servers], asks, version);
    }
  });

  it('says all it shows in Chinese and in English', () => {
    const states: readonly InstallState[] = [
      ...(['looking', 'not-running', 'still-not-running', 'blocked-by-browser', 'unreachable-for-wps'] as const),
      ...([
        'ready',
        'installed-elsewhere',
        'installed',
        'needs-restart',
        'blocked-by-trust',
        'removed',
        'failed',
      ] as const),
    ];
    for (const state of states) {
      assert.match(stateText('zh', state).title, /[一-龥]/);
      assert.equal(stateText('zh', state).next.length, stateText('en', state).next.length, state);
    }
    const actions: readonly InstallAction[] = ['look-again', 'start-wps', 'install', 'remove', 'repair', 'not-there'];
    for (const action of actions) assert.notEqual(actionText('zh', action), actionText('en', action));
  });
});
