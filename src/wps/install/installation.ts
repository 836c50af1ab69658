import type { ListedAddin, LocalService, OnlineAddin } from './local-service.ts';

/** What the page shows. Each is a sentence on what is, and what to do next. */
export type InstallState =
  | 'looking'
  /** The service of WPS does not answer; it may not run, or the browser may be in the way. */
  | 'not-running'
  /** It was started and still does not answer. */
  | 'still-not-running'
  /** It runs, and the browser does not let the page ask it. */
  | 'blocked-by-browser'
  /** WPS cannot fetch the add-in from this address. */
  | 'unreachable-for-wps'
  | 'ready'
  /** Installed from another address, or from a package. */
  | 'installed-elsewhere'
  | 'installed'
  /** Written; WPS takes it up when it starts. */
  | 'needs-restart'
  /** Listed, and switched off: WPS was told not to trust it, or a setting of the machine blocks it. */
  | 'blocked-by-trust'
  | 'removed'
  /** The service said no. */
  | 'failed';

/** What a user can press. */
export type InstallAction = 'look-again' | 'start-wps' | 'install' | 'remove' | 'repair' | 'not-there';

const ACTIONS: Readonly<Record<InstallState, readonly InstallAction[]>> = {
  looking: [],
  'not-running': ['start-wps', 'look-again'],
  'still-not-running': ['start-wps', 'look-again'],
  'blocked-by-browser': ['look-again'],
  'unreachable-for-wps': ['look-again'],
  ready: ['install'],
  'installed-elsewhere': ['install', 'remove'],
  installed: ['not-there', 'remove'],
  'needs-restart': ['not-there', 'look-again'],
  'blocked-by-trust': ['repair', 'remove'],
  removed: ['install'],
  failed: ['look-again'],
};

export interface InstallationOptions {
  readonly service: LocalService;
  readonly addin: OnlineAddin;
  /** Asks the system to start the service of WPS. */
  readonly startWps: () => void;
  /** Whether the browser says of itself that it keeps the page from this machine. */
  readonly isForbidden: () => Promise<boolean>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly show: (state: InstallState, actions: readonly InstallAction[]) => void;
}

/** So often the service is looked for after it was started, a second apart. */
const TRIES = 8;

/** The steps of installing from a server, and where they have come to. */
export class Installation {
  readonly #options: InstallationOptions;

  constructor(options: InstallationOptions) {
    this.#options = options;
  }

  async act(action: InstallAction): Promise<void> {
    const { service, addin, startWps, wait } = this.#options;
    switch (action) {
      case 'look-again':
        await this.look();
        return;
      case 'start-wps':
        this.#show('looking');
        startWps();
        for (let tries = 0; tries < TRIES; tries++) {
          await wait(1000);
          if ((await service.version()) !== null) {
            await this.look();
            return;
          }
        }
        await this.#tellWhyNot('still-not-running');
        return;
      case 'install':
        this.#show('looking');
        this.#show((await this.#install()) ? 'needs-restart' : 'failed');
        return;
      case 'repair':
        // Out and in again: WPS then asks once more whether to trust it.
        this.#show('looking');
        await this.#remove();
        this.#show((await service.deploy('enable', addin)) ? 'needs-restart' : 'failed');
        return;
      case 'remove':
        this.#show('looking');
        this.#show((await this.#remove()) ? 'removed' : 'failed');
        return;
      case 'not-there':
        this.#show('blocked-by-trust');
    }
  }

  /** Finds out how things stand. */
  async look(): Promise<void> {
    const { service, addin } = this.#options;
    this.#show('looking');
    if ((await service.version()) === null) {
      await this.#tellWhyNot('not-running');
      return;
    }
    const listed = await this.#listed();
    if (listed) {
      if (!listed.enabled) this.#show('blocked-by-trust');
      else this.#show(listed.online && listed.url === addin.url ? 'installed' : 'installed-elsewhere');
      return;
    }
    this.#show((await service.reaches(addin.url)) ? 'ready' : 'unreachable-for-wps');
  }

  async #tellWhyNot(otherwise: 'not-running' | 'still-not-running'): Promise<void> {
    const { service, isForbidden } = this.#options;
    const isBlocked = (await isForbidden()) || (await service.runsBehindBrowser());
    this.#show(isBlocked ? 'blocked-by-browser' : otherwise);
  }

  async #listed(): Promise<ListedAddin | undefined> {
    const { service, addin } = this.#options;
    const list = await service.list();
    return list?.find(({ name, addonType }) => name === addin.name && addonType === 'et');
  }

  async #install(): Promise<boolean> {
    const listed = await this.#listed();
    // A row from elsewhere would stay beside ours.
    if (listed && (!listed.online || listed.url !== this.#options.addin.url)) await this.#remove();
    return await this.#options.service.deploy('enable', this.#options.addin);
  }

  async #remove(): Promise<boolean> {
    const { service, addin } = this.#options;
    const listed = await this.#listed();
    return await service.deploy('disable', { ...addin, url: listed?.url ?? addin.url }, listed?.online ?? true);
  }

  #show(state: InstallState): void {
    this.#options.show(state, ACTIONS[state]);
  }
}
