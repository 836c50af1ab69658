import { readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

/**
 * What the page may do: run its own scripts, and workers made of their text. Nothing is fetched, sent or framed. Styles
 * are set by script (Fluent, the grid), which makes inline ones.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes index.html: the page with its policy, style sheets and scripts, all by relative paths. */
export class WorkbenchPage {
  #scripts;

  constructor({ scripts }) {
    this.#scripts = scripts;
  }

  apply(compiler) {
    const page = path.join(compiler.context, 'src/workbench/index.html');
    compiler.hooks.thisCompilation.tap('WorkbenchPage', (compilation) => {
      compilation.fileDependencies.add(page);
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'WorkbenchPage', stage }, (assets) => {
        const sheets = Object.keys(assets).filter((file) => file.endsWith('.css'));
        const head = [
          `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
          ...sheets.map((file) => `<link rel="stylesheet" href="${file}">`),
          ...this.#scripts.map((file) => `<script defer src="${file}"></script>`),
        ];
        const html = readFileSync(page, 'utf8').replace('<!-- head -->', head.join('\n    '));
        compilation.emitAsset('index.html', new webpack.sources.RawSource(html));
      });
    });
  }
}
