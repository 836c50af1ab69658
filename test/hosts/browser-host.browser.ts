import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Edit, Host } from '../../src/hosts/host.ts';
import { zipped } from '../files/rich-workbook.ts';
import { WorkbenchBrowser, type WorkbenchPage } from '../browser/workbench-page.ts';
import { personAt } from '../browser/person.ts';
import { contractWorkbook, hostContract, type HostUnderTest } from './contract.ts';

let browser: WorkbenchBrowser | undefined;
let folder = '';

before(async function () {
  this.timeout(60_000);
  browser = await WorkbenchBrowser.start();
  folder = await mkdtemp(path.join(os.tmpdir(), 'tianbao-'));
  await writeFile(path.join(folder, 'contract.xlsx'), zipped(contractWorkbook()));
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

// One page for all tests: starting the grid takes longer than any of them. Each opens the file anew.
let page: { readonly workbench: WorkbenchPage; readonly host: Host } | undefined;

hostContract('the workbench', async (): Promise<HostUnderTest | undefined> => {
  if (!browser) return undefined;
  page ??= await openPage(browser);
  const { workbench, host } = page;
  await workbench.openFile(path.join(folder, 'contract.xlsx'));
  return { host, person: personAt(workbench), programUndo: true, close: () => Promise.resolve() };
});

async function openPage(from: WorkbenchBrowser): Promise<NonNullable<typeof page>> {
  const workbench = await from.open({ permissions: ['clipboard-read', 'clipboard-write'] });
  // Changes that are not saved are discarded.
  workbench.page.on('dialog', (dialog) => void dialog.accept());
  return { workbench, host: await remoteHost(workbench.page) };
}

/** The host in the page, called from here. */
async function remoteHost(page: Page): Promise<Host> {
  let lastListener = 0;
  const listeners = new Map<number, (edit: Edit) => void>();
  await page.exposeFunction('tellEdit', (listener: number, edit: Edit) => listeners.get(listener)?.(edit));
  const call = async (method: string, parameters: readonly unknown[]): Promise<unknown> =>
    decode(
      await page.evaluate(
        async ([name, given]) => {
          const host: unknown = globalThis.tianbao?.host;
          const act: unknown = Reflect.get(host as object, name);
          if (typeof act !== 'function') throw new Error(`no method ${name}`);
          const answer: unknown = await Reflect.apply(act, host, JSON.parse(given) as unknown[]);
          return JSON.stringify(answer ?? null, (_, value: unknown) => {
            if (value instanceof Map) return { map: [...(value as Map<unknown, unknown>)] };
            if (ArrayBuffer.isView(value)) {
              return { array: value.constructor.name, values: Array.from(value as Uint8Array) };
            }
            return value;
          });
        },
        [method, JSON.stringify(parameters)] as const,
      ),
    );
  const onEdit = async (listener: (edit: Edit) => void): Promise<() => void> => {
    const number = ++lastListener;
    listeners.set(number, listener);
    await page.evaluate(async (own) => {
      const tell = Reflect.get(globalThis, 'tellEdit') as (listener: number, edit: unknown) => void;
      await globalThis.tianbao?.host.onEdit((edit) => tell(own, edit));
    }, number);
    return () => listeners.delete(number);
  };
  return new Proxy({} as Host, {
    get: (_, method) => {
      if (method === 'onEdit') return onEdit;
      // Awaited, a proxy must not look like a promise.
      return method === 'then' || typeof method === 'symbol'
        ? undefined
        : (...parameters: readonly unknown[]) => call(method, parameters);
    },
  });
}

const ARRAYS = { Uint8Array, Uint16Array, Uint32Array, Float64Array } as const;

function decode(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Object.hasOwn(value, 'map') && 'map' in value) return new Map(value.map as [unknown, unknown][]);
    if (Object.hasOwn(value, 'array') && 'array' in value && 'values' in value)
      return ARRAYS[value.array as keyof typeof ARRAYS].from(value.values as number[]);
    return value;
  });
}
