/** What the service of WPS answers, as wpsjs's own page has it; no WPS. */
export class ServiceStandIn {
  running = true;
  version = '1.0.1';
  /** What WPS gets from the address that it is asked to look at. */
  ribbon = '<customUI xmlns="a"/>';
  /** What it answers to a change. */
  deploys = { code: 200, text: 'OK' };
  /** Rows as publishlist has them. */
  rows: Record<string, string>[] = [];
  /** Every change that was asked for. */
  readonly changes: Record<string, string>[] = [];
  /** The people who asked, where several use the machine. */
  readonly servers = new Set<string>();

  answer(path: string, body: string): { readonly code: number; readonly text: string } {
    switch (path) {
      case '/version':
        return { code: 200, text: this.version };
      case '/publishlist':
        return { code: 200, text: JSON.stringify(this.rows) };
      case '/redirect/runParams':
        return { code: 200, text: this.#data(body).url?.endsWith('/ribbon.xml') ? this.ribbon : '' };
      case '/deployaddons/runParams':
        return this.#deploy(this.#data(body));
      default:
        return { code: 404, text: '{"data":"Subserver not available."}' };
    }
  }

  #data(body: string): Record<string, string> {
    const wrapped = body.startsWith('{') ? (JSON.parse(body) as { serverId: string; data: string }) : null;
    if (wrapped) this.servers.add(wrapped.serverId);
    return JSON.parse(Buffer.from(wrapped?.data ?? body, 'base64').toString('utf8')) as Record<string, string>;
  }

  #deploy(asked: Record<string, string>): { readonly code: number; readonly text: string } {
    this.changes.push(asked);
    if (this.deploys.code !== 200 || this.deploys.text !== 'OK') return this.deploys;
    this.rows = this.rows.filter(({ name, addonType }) => name !== asked.name || addonType !== asked.addonType);
    if (asked.cmd === 'enable') {
      const { name = '', addonType = '', online = '', url = '' } = asked;
      this.rows.push({ name, addonType, online, url, enable: 'true' });
    }
    return this.deploys;
  }
}
