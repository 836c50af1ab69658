import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ServiceStandIn } from './service-stand-in.ts';
import { WpsEngine } from './wps-page.ts';

const CORS = { 'Access-Control-Allow-Origin': '*' };

describe('the installing page in a browser (the service of WPS is a stand-in)', function () {
  this.timeout(60_000);
  let engine: WpsEngine | undefined;

  before(async function () {
    engine = await WpsEngine.start('installed');
    if (!engine) this.skip();
  });

  after(async () => {
    await engine?.close();
  });

  /** The page, with the service behind the ports that WPS has it at. */
  async function open(service: ServiceStandIn, locale = 'zh-CN'): Promise<Page> {
    const { browser, address } = engine ?? assert.fail();
    const context = await browser.newContext({ locale });
    await context.route('http://127.0.0.1:58890/**', async (route) => {
      const request = route.request();
      if (!service.running) {
        await route.abort('connectionrefused');
        return;
      }
      const { code, text } = service.answer(new URL(request.url()).pathname, request.postData() ?? '');
      await route.fulfill({ status: code, headers: CORS, body: text });
    });
    const page = await context.newPage();
    await page.goto(`${address}install.html`);
    return page;
  }

  const reaches = async (page: Page, state: string): Promise<void> =>
    await page.locator(`[data-state="${state}"]`).waitFor();

  it('installs and removes, with what to do at each step', async () => {
    const service = new ServiceStandIn();
    const page = await open(service);
    await reaches(page, 'ready');
    await page.getByRole('button', { name: '安装', exact: true }).click();
    await reaches(page, 'needs-restart');
    await page.getByText('点了允许的这一次还不会加载').waitFor();
    const [row] = service.rows;
    assert.equal(row?.url, engine?.address);
    await page.getByRole('button', { name: '再看一次' }).click();
    await reaches(page, 'installed');
    await page.getByRole('button', { name: '功能区里没有' }).click();
    await reaches(page, 'blocked-by-trust');
    await page.getByRole('button', { name: '修复' }).click();
    await reaches(page, 'needs-restart');
    await page.reload();
    await reaches(page, 'installed');
    await page.getByRole('button', { name: '卸载' }).click();
    await reaches(page, 'removed');
    assert.deepEqual(service.rows, []);
  });

  it('says that the service does not run, in English too, and looks again', async () => {
    const service = new ServiceStandIn();
    service.running = false;
    const page = await open(service, 'en-US');
    await reaches(page, 'not-running');
    await page.getByRole('heading', { name: 'The local service of WPS was not found' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { name: '没有找到 WPS 的本机服务' }).waitFor();
    service.running = true;
    await page.getByRole('button', { name: '再看一次' }).click();
    await reaches(page, 'ready');
  });
});
