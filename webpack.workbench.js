import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { HtmlPage } from './scripts/html-page.js';
import { LicenceNotice } from './scripts/licence-notice.js';
import { CHECK_WORKER_BUDGETS, PANE_BUDGETS, webBuild } from './scripts/web-build.js';
import { WorkerPrograms } from './scripts/worker-programs.js';

/** WPS's web view is Chromium 103 or 104, in old builds 92; the workbench runs in what the pane runs in. */
const TARGET = 'chrome92';

/** What the other parts may take, in thousands of bytes, gzipped (docs/decisions.md, Sizes). */
const WORKER_BUDGETS = [
  ...CHECK_WORKER_BUDGETS,
  { name: 'file worker', files: ['files.worker.js'], limit: 105 },
  { name: 'old file worker', files: ['old-files.worker.js'], limit: 175 },
];
const PAGE_BUDGETS = [
  ...PANE_BUDGETS,
  { name: 'workbench, code', files: ['workbench.js', 'workbench.css'], limit: 65, codeOnly: true },
  { name: 'grid', files: ['grid.js', 'grid.css'], limit: 1950 },
];

/**
 * The workbench: a folder of classic scripts with relative paths, for any web server and path, and for a double click on
 * its index.html. First the programs of the workers, then the page; the pane is an entry of its own.
 */
export default function workbench(_environment, { mode = 'production' }) {
  const { output, shared, cache, budgets } = webBuild({
    name: 'workbench',
    mode,
    target: TARGET,
    config: import.meta.filename,
  });
  const licences = new LicenceNotice('licences.txt');
  return [
    {
      ...shared,
      name: 'workers',
      target: ['webworker', 'es2020'],
      entry: {
        check: './src/pane/check-worker-start.ts',
        files: './src/workbench/file-worker-start.ts',
        'old-files': './src/workbench/old-file-worker-start.ts',
      },
      output: { path: output, filename: '[name].worker.js', iife: true, publicPath: '' },
      plugins: [
        new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 3 }),
        new WorkerPrograms(),
        licences,
        ...budgets(WORKER_BUDGETS),
      ],
      cache: cache('workers'),
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
        workbench: { import: './src/workbench/start.tsx', dependOn: 'pane' },
      },
      output: {
        path: output,
        filename: '[name].js',
        chunkFilename: '[name].js',
        publicPath: 'auto',
        clean: { keep: /\.worker\.js/ },
        uniqueName: 'tianbao',
      },
      optimization: {
        ...shared.optimization,
        chunkIds: 'named',
        splitChunks: {
          cacheGroups: {
            default: false,
            defaultVendors: false,
            grid: {
              test: /node_modules[\\/](?!react|scheduler|@fluentui|@griffel|@floating-ui|@tanstack|tabster|keyborg)/,
              chunks: (chunk) => chunk.name !== 'pane',
              name: 'grid',
              enforce: true,
            },
          },
        },
      },
      plugins: [
        licences,
        ...budgets(PAGE_BUDGETS),
        new MiniCssExtractPlugin({ filename: '[name].css' }),
        // Of Univer's dictionaries for breaking words at the end of a line the one that it asks for at its start.
        new webpack.IgnorePlugin({
          checkResource: (request, context) =>
            /engine-render[\\/]lib[\\/]es$/.test(context) &&
            /^\.\/[a-z]{2,3}(?:-[a-z0-9]+)*-[\w-]{8}\.js$/.test(request) &&
            !request.startsWith('./en-gb'),
        }),
        new HtmlPage({
          page: 'src/workbench/index.html',
          output: 'index.html',
          scripts: [
            'check.worker.js',
            'files.worker.js',
            'old-files.worker.js',
            'form-pictures.js',
            'pane.js',
            'grid.js',
            'workbench.js',
          ],
        }),
      ],
    },
  ];
}
