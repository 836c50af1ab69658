import assert from 'node:assert/strict';
import { samplePath, WorkbenchBrowser } from './workbench-page.ts';

const SAMPLE = samplePath('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx');

/** In place of the worker that checks, from its second start on the real one again. */
const firstChecker = (worker: string): string => `
  let programs;
  let starts = 0;
  Object.defineProperty(globalThis, 'tianbaoWorkers', {
    configurable: true,
    get: () => programs,
    set(value) {
      programs = new Proxy(value, {
        get: (target, name) => (name === 'check' && starts++ === 0 ? ${worker} : target[name]),
      });
    },
  });
`;

describe('the workbench where something is in its way', function () {
  this.timeout(60_000);
  let browser: WorkbenchBrowser | undefined;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  it('says what to do where its scripts do not run', async () => {
    assert.ok(browser);
    const page = await browser.blank({ javaScriptEnabled: false });
    const text = (await page.locator('body').textContent()) ?? '';
    assert.match(text, /填报助手正在打开.*这个浏览器太旧了.*this browser is too old.*需要启用 JavaScript/su);
    await page.context().close();
  });

  it('ends a check that hangs when it is told to, and checks anew', async () => {
    assert.ok(browser);
    const workbench = await browser.open({
      before: firstChecker('function (scope) { scope.onmessage = () => { for (;;); }; }'),
    });
    const { page } = workbench;
    await workbench.openFile(SAMPLE);
    await page.getByRole('button', { name: '校验', exact: true }).click();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    await workbench.check();
    assert.notDeepEqual(await workbench.findings(), []);
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });

  it('says that the check broke off, and checks anew', async () => {
    assert.ok(browser);
    const workbench = await browser.open({
      before: firstChecker(
        `function (scope) { scope.onmessage = () => setTimeout(() => { throw new Error('out of memory'); }); }`,
      ),
    });
    const { page } = workbench;
    await workbench.openFile(SAMPLE);
    await page.getByRole('button', { name: '校验', exact: true }).click();
    // The first worker is asked for the forms at once, and breaks then: the check has another.
    await workbench.checked();
    assert.notDeepEqual(await workbench.findings(), []);
    await workbench.close();
  });

  it('checks in the page where workers are refused after their start', async () => {
    assert.ok(browser);
    const workbench = await browser.open({
      before: `
        globalThis.Worker = class {
          constructor() { setTimeout(() => this.onerror && this.onerror(new Event('error')), 50); }
          postMessage() {}
          terminate() {}
        };
      `,
    });
    await workbench.openFile(SAMPLE);
    await workbench.check();
    assert.notDeepEqual(await workbench.findings(), []);
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });
});
