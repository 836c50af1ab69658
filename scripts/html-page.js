import { readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

/**
 * What a page of ours may do: run its own scripts, and workers made of their text. Nothing is sent or framed. Styles are
 * set by script (Fluent, the grid), which makes inline ones.
 * @param more `scripts`: origins of other scripts; `connects`: where it may fetch from
 */
export function contentPolicy({ scripts = [], connects = [] } = {}) {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    ...(connects.length === 0 ? [] : [['connect-src', ...connects].join(' ')]),
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Writes a page, with its policy, style sheets and scripts in place of `<!-- head -->`, all by relative paths.
 * `{ page, output, scripts, policy, head }`: the page's source below the project's folder, its name in the build, its
 * scripts in their order, its policy, and more lines for its head.
 */
export class HtmlPage {
  #options;

  constructor({ page, output, scripts, policy = contentPolicy(), head = [] }) {
    this.#options = { page, output, scripts, policy, head };
  }

  apply(compiler) {
    const { page, output, scripts, policy, head } = this.#options;
    const file = path.join(compiler.context, page);
    compiler.hooks.thisCompilation.tap('HtmlPage', (compilation) => {
      compilation.fileDependencies.add(file);
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'HtmlPage', stage }, (assets) => {
        const sheets = Object.keys(assets).filter((name) => name.endsWith('.css'));
        const lines = [
          `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
          ...head,
          ...sheets.map((name) => `<link rel="stylesheet" href="${name}">`),
          ...scripts.map((name) => `<script defer src="${name}"></script>`),
        ];
        const html = readFileSync(file, 'utf8').replace('<!-- head -->', lines.join('\n    '));
        compilation.emitAsset(output, new webpack.sources.RawSource(html));
      });
    });
  }
}
