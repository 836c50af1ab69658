import ADDRESSES from './service-addresses.json' with { type: 'json' };
/** What the service that WPS runs on each machine answered. */
export type Answer =
  | { readonly status: 'answered'; readonly code: number; readonly text: string }
  /** Nothing listens there, or the browser does not let a page ask. */
  | { readonly status: 'unreachable' };

/** How the page reaches the service; tests have their own. */
export interface Transport {
  readonly post: (address: string, body: string, milliseconds: number) => Promise<Answer>;
  /** Whether a WebSocket can be opened: some browsers forbid the one and not the other. */
  readonly opens: (address: string, milliseconds: number) => Promise<boolean>;
}

/** An add-in that is listed in publish.xml, as the service tells of it. */
export interface ListedAddin {
  readonly name: string;
  readonly addonType: string;
  readonly online: boolean;
  readonly url: string;
  readonly enabled: boolean;
}

/** What is to be installed: the folder of this page. */
export interface OnlineAddin {
  readonly name: string;
  /** Ends in `/`. */
  readonly url: string;
}

const PATIENCE = 3000;

/** The first version that several people at one machine can use at once (wpsjs, publish.html). */
const MULTI_USER_SINCE = [1, 0, 2];

/**
 * The service of WPS on this machine, which writes publish.xml for a page: wpsjs 2.2.3, publish.html, and
 * wpsjs-rpc-sdk 1.1.0.
 */
export class LocalService {
  readonly #transport: Transport;
  readonly #base: string;
  readonly #socket: string;
  readonly #serverId: string | null;
  #version = '';

  /** @param serverId for machines that several people use at once */
  constructor(transport: Transport, isHttps: boolean, serverId: string | null = null) {
    this.#transport = transport;
    this.#base = isHttps ? ADDRESSES.https : ADDRESSES.http;
    this.#socket = isHttps ? ADDRESSES.wss : ADDRESSES.ws;
    this.#serverId = serverId;
  }

  /** Its version: `1.0.2`; `null`: it is not to be reached. */
  async version(): Promise<string | null> {
    const body = this.#serverId === null ? '{}' : JSON.stringify({ serverId: this.#serverId });
    const answer = await this.#transport.post(`${this.#base}/version`, body, PATIENCE);
    if (answer.status === 'unreachable' || answer.code !== 200) return null;
    this.#version = answer.text.replace(/"/g, '').trim();
    return this.#version;
  }

  /** Whether it runs, and only this browser does not let the page ask it. */
  async runsBehindBrowser(): Promise<boolean> {
    return await this.#transport.opens(this.#socket, PATIENCE);
  }

  /** Installed add-ins; `null` where it does not tell. */
  async list(): Promise<readonly ListedAddin[] | null> {
    const body = this.#isMultiUser ? JSON.stringify({ serverId: this.#serverId }) : '';
    const answer = await this.#transport.post(`${this.#base}/publishlist`, body, PATIENCE);
    return answer.status === 'answered' && answer.code === 200 ? listOf(answer.text) : null;
  }

  /** Whether WPS itself, which has its own way through the network, finds a ribbon at the address. */
  async reaches(url: string): Promise<boolean> {
    const body = this.#wrapped({ method: 'get', url: `${url}ribbon.xml`, data: '' });
    const answer = await this.#transport.post(`${this.#base}/redirect/runParams`, body, 2 * PATIENCE);
    return answer.status === 'answered' && answer.text.startsWith('<customUI');
  }

  /** Writes the add-in's row, or takes it out; false: it was not done. */
  async deploy(command: 'enable' | 'disable', { name, url }: OnlineAddin, online = true): Promise<boolean> {
    const body = this.#wrapped({
      cmd: command,
      name,
      url,
      addonType: 'et',
      online: online ? 'true' : 'false',
      version: '',
      customDomain: '',
    });
    const answer = await this.#transport.post(`${this.#base}/deployaddons/runParams`, body, 2 * PATIENCE);
    return answer.status === 'answered' && answer.code === 200 && (answer.text === 'OK' || answer.text === '');
  }

  get #isMultiUser(): boolean {
    return this.#serverId !== null && !isOlder(this.#version, MULTI_USER_SINCE);
  }

  #wrapped(data: Readonly<Record<string, string>>): string {
    const base64 = toBase64(JSON.stringify(data));
    return this.#isMultiUser ? JSON.stringify({ serverId: this.#serverId, data: base64 }) : base64;
  }
}

function isOlder(version: string, than: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (let at = 0; at < than.length; at++) {
    const difference = (parts[at] ?? 0) - (than[at] ?? 0);
    if (difference !== 0) return !(difference > 0);
  }
  return false;
}

function listOf(text: string): ListedAddin[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(parsed)) return null;
  return parsed.map((one: unknown) => {
    const entry = new Map(Object.entries(typeof one === 'object' && one !== null ? one : {}));
    const word = (name: string): string => {
      const value: unknown = entry.get(name);
      return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
    };
    return {
      name: word('name'),
      addonType: word('addonType'),
      online: word('online') !== 'false',
      url: word('url'),
      enabled: word('enable') !== 'false',
    };
  });
}

/** Of the text's UTF-8 bytes. */
function toBase64(text: string): string {
  const bytes = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return btoa(bytes);
}
