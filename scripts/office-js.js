import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

const PACKAGE = path.join(import.meta.dirname, '..', 'node_modules', '@microsoft', 'office-js');

/** Where a page of the add-in loads office.js from; `local`: from beside itself. */
export const OFFICE_JS = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  'cdn-china': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  local: 'office-js/office.js',
};

/** The choice that `OFFICE_JS` makes; Microsoft's own server where it is not set. */
export function officeJsChoice(asked = process.env.OFFICE_JS) {
  const choice = asked === undefined || asked === '' ? 'cdn' : asked;
  if (!Object.hasOwn(OFFICE_JS, choice)) {
    throw new Error(`OFFICE_JS is ${choice}; it can be ${Object.keys(OFFICE_JS).join(', ')}`);
  }
  return choice;
}

/** The origins that the page's policy has to let scripts come from. */
export function officeJsOrigins(choice) {
  return choice === 'local' ? [] : [new URL(OFFICE_JS[choice]).origin];
}

/**
 * What Excel loads of the package: the loader, the script for each kind of Excel from 2021 on, its words in Chinese and
 * English, and what it asks for beside them. On Windows, Mac, the web and iPad; nothing of the other programs.
 */
const FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'excel-ios-16.00.js',
  'o15apptofilemappingtable.js',
  'custom-functions-runtime.js',
];
const FOLDERS = ['zh-cn', 'en-us', 'telemetry', 'ariatelemetry'];

const NOTICE = `The files in this folder are Microsoft's office.js library, copied unchanged from the npm package
@microsoft/office-js {version} by whoever built this folder. They are not part of Tianbao and not under its licence.

Copyright (c) Microsoft Corporation. All rights reserved. They may be used only as Microsoft's licence terms allow, which
stand in LICENSE.md: in apps that work with Microsoft 365 products. Do not publish this folder for others to copy.

Microsoft does not support this app, Tianbao, and does not support serving office.js from one's own server.

本文件夹是微软的 office.js 脚本库，由构建者从 npm 包 @microsoft/office-js {version} 原样复制，不属于填报助手，也不适用填报助手的许可。
版权归微软公司所有，只能按 LICENSE.md 里的微软许可条款使用（用于与 Microsoft 365 产品配合的应用），不得公开供他人复制。
微软不为填报助手提供支持，也不支持从自己的服务器提供 office.js。
`;

/** The files of the library, by their names in the folder that is served. */
export function officeJsFiles() {
  const names = [
    ...FILES,
    ...FOLDERS.flatMap((folder) =>
      readdirSync(path.join(PACKAGE, 'dist', folder))
        .filter((name) => name.endsWith('.js') && !name.includes('.debug.') && !name.startsWith('outlook'))
        .map((name) => `${folder}/${name}`),
    ),
  ];
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  return new Map([
    ...names.map((name) => [name, readFileSync(path.join(PACKAGE, 'dist', name))]),
    ['LICENSE.md', readFileSync(path.join(PACKAGE, 'LICENSE.md'))],
    ['NOTICE.txt', Buffer.from(NOTICE.replaceAll('{version}', version))],
  ]);
}

/** Puts office.js into the build of whoever serves it to a network without internet. It never gets into the repository. */
export class OfficeJsFiles {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('OfficeJsFiles', (compilation) => {
      // Behind minimizing: the licence allows no changes.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'OfficeJsFiles', stage }, () => {
        for (const [name, bytes] of officeJsFiles()) {
          compilation.emitAsset(`office-js/${name}`, new webpack.sources.RawSource(bytes), { minimized: true });
        }
      });
    });
  }
}
