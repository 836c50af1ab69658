import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import type { StandInWorkbook } from '../hosts/excel/stand-in/stand-in-workbook.ts';
import type { WireEvent, WireRequest } from '../hosts/excel/stand-in/wire.ts';

/*
 * Excel on the web, as the page of an add-in sees it: a page of Microsoft's with the add-in in a frame, which talks to it by
 * messages. The frame's side is Microsoft's own, from its package as it is: office.js, which finds out that it is in Excel on
 * the web, loads `excel-web-16.00.js` and the words of its language, asks for its context, and sends what a `context.sync()`
 * sends. This side answers those messages, and has a stand-in workbook answer what is asked of the workbook.
 */

/** office.js trusts pages of Microsoft's only; nothing is asked of that server, for its page is made here. */
const EXCEL = 'https://excel.officeapps.live.com';
const CONVERSATION = 'conversation';
const CONTROL = 'control';

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));

/** `OSF.AppName.ExcelWebApp` */
const EXCEL_ON_THE_WEB = 16;

/** `dispidExecuteRichApiRequestMethod` */
const EXECUTE = 93;

const MessageType = { request: 0, response: 1 } as const;
const ResponseType = { forCalling: 0, forEventing: 1 } as const;

/** What the frame asks: to do something, or to be told of something. */
interface Asked {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

interface ExecuteData {
  readonly DdaMethod?: { readonly DispatchId?: number };
  /** `buildRequestMessageSafeArray`: the request's body is the fifth, its flags the seventh. */
  readonly ArrayData?: readonly unknown[];
}

export interface FrameOptions {
  /** The page of the add-in. */
  readonly address: string;
  /** `1.14` */
  readonly excelApi: string;
  readonly language?: 'zh-CN' | 'en-US';
  /** The program around the frame says that it is this one. */
  readonly program?: 'Excel' | 'Word';
}

/** Opens a page in which Excel on the web has the add-in's pane at its side. */
export async function openInExcel(
  context: BrowserContext,
  workbook: StandInWorkbook,
  options: FrameOptions,
): Promise<Page> {
  const { language = 'zh-CN', program = 'Excel' } = options;
  const page = await context.newPage();
  const reply = async (message: object): Promise<void> => {
    if (page.isClosed()) return;
    await page.evaluate((text) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(text, '*');
    }, JSON.stringify(message));
  };
  await page.exposeFunction('toExcel', async (text: string) => {
    const asked = JSON.parse(text) as Asked;
    if (asked._messageType !== MessageType.request) return;
    const data = await answer(asked, workbook, { ...options, language });
    await reply({
      ...head(asked._actionName, asked._correlationId),
      _responseType: ResponseType.forCalling,
      _data: data,
    });
  });
  workbook.events.deliver = (entries) => void reply(eventMessage(entries));
  await page.route(`${EXCEL}/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: frameAround(options.address, program, language) }),
  );
  await page.goto(`${EXCEL}/`);
  return page;
}

function frameAround(address: string, program: string, language: string): string {
  const info = [program, 'Web', '16.01', language, 'correlation', '', '', '0'].join('$');
  const source = `${address}?_host_Info=${encodeURIComponent(info)}#&_xdm_Info=${CONVERSATION}|${CONTROL}|${EXCEL}`;
  return `<!doctype html><html lang="zh-CN"><title>Excel</title><style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>
<body><script>addEventListener('message', ({ data }) => { if (typeof data === 'string' && data.startsWith('{')) toExcel(data); });</script>
<iframe name="pane" allow="clipboard-read; clipboard-write" src="${source}"></iframe></body></html>`;
}

function head(action: string, correlation: number): object {
  return {
    _messageType: MessageType.response,
    _actionName: action,
    _conversationId: CONVERSATION,
    _correlationId: correlation,
    _origin: EXCEL,
    _errorCode: 0,
    _serializerVersion: 1,
  };
}

async function answer(
  { _actionName: action, _data: data }: Asked,
  workbook: StandInWorkbook,
  options: { readonly excelApi: string; readonly language: string },
): Promise<unknown> {
  if (action === 'ContextActivationManager_getAppContextAsync') return appContext(options);
  if (action !== 'executeMethod') return { Error: 0 };
  const { DdaMethod, ArrayData = [] } = data as ExecuteData;
  if (DdaMethod?.DispatchId !== EXECUTE) return { Version: 1, Error: 0 };
  const request = JSON.parse(String(ArrayData[4])) as WireRequest;
  // office.js tells Excel that it can be sent commands; that is no business of the workbook.
  const { ObjectPaths: paths, Actions: actions } = request;
  if (Object.values(paths).some(({ Name }) => Name.startsWith('Microsoft.InternalService.'))) {
    const results = actions.map(({ Id }) => ({ ActionId: Id, Value: null }));
    return { Version: 1, Error: 0, Data: [200, [], JSON.stringify({ Results: results })] };
  }
  const response = await workbook.execute(Number(ArrayData[6]), request);
  const code = OFFICE_ERRORS.get(response.ErrorCode);
  if (code !== undefined) return { Version: 1, Error: code };
  const body =
    response.ErrorCode === '' ? response.Body : { Error: { Code: response.ErrorCode, Message: response.ErrorMessage } };
  return { Version: 1, Error: 0, Data: [200, [], JSON.stringify(body)] };
}

/** What Excel tells by a number of Office's rather than by a code of its own (`OfficeJsErrorCode_…`). */
const OFFICE_ERRORS = new Map([
  ['ActivityLimitReached', 5102],
  ['RequestPayloadSizeLimitExceeded', 5103],
  ['ResponsePayloadSizeLimitExceeded', 5104],
]);

function appContext({ excelApi, language }: { readonly excelApi: string; readonly language: string }): object {
  return {
    _id: CONTROL,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: '16.0',
    _hostFullVersion: '16.0.19000.41000',
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: 'https://somewhere.invalid/秘密文件夹/张三的采购申报表.xlsx',
    _clientMode: 0,
    _settings: [],
    _reason: 1,
    _osfControlType: 2,
    _eToken: '',
    _appInstanceId: CONTROL,
    _requirementMatrix: JSON.stringify({ ExcelApi: excelApi, CustomXmlParts: '1.1', SharedRuntime: '1.1' }),
  };
}

/** Excel's message to the handlers of events (`RichApiMessageEventArgs`). */
function eventMessage(entries: readonly WireEvent[]): object {
  const rows = entries.map(({ messageCategory, messageType, targetId, message }, index) => [
    messageCategory,
    messageType,
    targetId,
    message,
    index,
    false,
  ]);
  return {
    ...head('richApiMessage', -1),
    _responseType: ResponseType.forEventing,
    _data: { ArrayData: rows },
  };
}

/** Files of office.js, wherever a page looks for them, from the package on this machine. */
export async function serveOfficeJs(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const name = pathname.replace(/^.*\/hosted\//, '');
  try {
    await route.fulfill({
      contentType: 'text/javascript; charset=utf-8',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: readFileSync(path.join(PACKAGE, name)),
    });
  } catch {
    await route.fulfill({ status: 404, body: '' });
  }
}

/** Where the add-in's page seems to come from: a page on the web may not open one of this machine's. */
export const ADDIN = 'https://tianbao.invalid/';

/** Answers what is asked of {@link ADDIN} with what a server on this machine answers, headers included. */
export async function serveAddin(
  route: Route,
  server: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { pathname, search } = new URL(route.request().url());
  const answered = await fetch(new URL(pathname.slice(1) + search, server));
  await route.fulfill({
    status: answered.status,
    headers: { ...Object.fromEntries(answered.headers), ...more },
    body: Buffer.from(await answered.arrayBuffer()),
  });
}
