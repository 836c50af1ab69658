#!/usr/bin/env node
// Starts the built command line. Plain JavaScript, committed: npx looks for this file before anything is built.
import { existsSync } from 'node:fs';

const bundle = new URL('../dist/tianbao.mjs', import.meta.url);

if (existsSync(bundle)) {
  await import(bundle.href);
} else {
  process.stderr.write(
    '填报助手尚未构建：请在项目目录运行 npm ci（或 npm run build）后再试。\n' +
      'Tianbao is not built yet: run `npm ci` (or `npm run build`) in its folder, then try again.\n',
  );
  process.exitCode = 2;
}
