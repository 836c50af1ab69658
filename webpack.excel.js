import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { CopiedFiles } from './scripts/copied-files.js';
import { contentPolicy, HtmlPage } from './scripts/html-page.js';
import { LicenceNotice } from './scripts/licence-notice.js';
import { OFFICE_JS, officeJsChoice, OfficeJsFiles, officeJsOrigins } from './scripts/office-js.js';
import { CHECK_WORKER_BUDGETS, PANE_BUDGETS, webBuild } from './scripts/web-build.js';
import { WorkerPrograms } from './scripts/worker-programs.js';

/** Excel's web view is WebView2 on Windows and WKWebView on the Mac; the oldest Mac with Excel 2021 has Safari 15. */
const TARGET = ['chrome92', 'safari15'];

/** What Excel's shell may take, in thousands of bytes, gzipped (docs/decisions.md, Sizes). */
const PAGE_BUDGETS = [...PANE_BUDGETS, { name: "Excel's shell", files: ['taskpane.js'], limit: 55 }];

/**
 * The add-in for Excel: a folder of static files for a web server. One page is the pane, and in it run the commands of
 * the ribbon and the functions for formulas. `OFFICE_JS` says where its office.js comes from.
 */
export default function excel(_environment, { mode = 'production' }) {
  const { output, shared, cache, budgets } = webBuild({
    name: 'excel',
    mode,
    target: TARGET,
    config: import.meta.filename,
  });
  const officeJs = officeJsChoice();
  const licences = new LicenceNotice('licences.txt');
  return [
    {
      ...shared,
      name: 'workers',
      cache: cache('workers'),
      target: ['webworker', 'es2020'],
      entry: { check: './src/pane/check-worker-start.ts' },
      output: { path: output, filename: '[name].worker.js', iife: true, publicPath: '' },
      plugins: [
        new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
        new WorkerPrograms(),
        licences,
        ...budgets(CHECK_WORKER_BUDGETS),
      ],
    },
    {
      ...shared,
      name: 'page',
      cache: cache('page'),
      // For the notice of licences, which tells of both.
      dependencies: ['workers'],
      target: ['web', 'es2020'],
      entry: {
        'form-pictures': './src/pane/gallery/form-pictures-start.ts',
        pane: './src/pane/mount.tsx',
        taskpane: { import: './src/excel/taskpane.tsx', dependOn: 'pane' },
      },
      output: {
        path: output,
        filename: '[name].js',
        publicPath: 'auto',
        clean: { keep: /\.worker\.js/ },
        uniqueName: 'tianbao',
      },
      optimization: { ...shared.optimization, splitChunks: false },
      plugins: [
        licences,
        ...budgets(PAGE_BUDGETS),
        new MiniCssExtractPlugin({ filename: '[name].css' }),
        new HtmlPage({
          page: 'src/excel/taskpane.html',
          output: 'taskpane.html',
          scripts: ['check.worker.js', 'form-pictures.js', 'pane.js', 'taskpane.js'],
          // Blank forms are fetched; nothing is sent anywhere, neither by us nor by office.js.
          policy: contentPolicy({ scripts: officeJsOrigins(officeJs), connects: ["'self'"] }),
          head: [`<meta name="office-js" content="${OFFICE_JS[officeJs]}">`],
        }),
        new CopiedFiles([{ from: 'assets/excel' }, { from: 'dist/templates', to: 'forms' }]),
        ...(officeJs === 'local' ? [new OfficeJsFiles()] : []),
      ],
    },
  ];
}
