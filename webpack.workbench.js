import path from 'node:path';
import { EsbuildPlugin } from 'esbuild-loader';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { LicenceNotice } from './scripts/licence-notice.js';
import { SizeBudgets } from './scripts/size-budgets.js';
import { WorkbenchPage } from './scripts/workbench-page.js';
import { WorkerPrograms } from './scripts/worker-programs.js';

/** WPS's web view is Chromium 103 or 104, in old builds 92; the workbench runs in what the pane runs in. */
const TARGET = 'chrome92';

/** What parts may take, in thousands of bytes, gzipped (docs/decisions.md, Sizes). */
const WORKER_BUDGETS = [
  { name: 'check worker, code', files: ['check.worker.js'], limit: 120, codeOnly: true },
  { name: 'check worker, with the definitions', files: ['check.worker.js'], limit: 190 },
  { name: 'file worker', files: ['files.worker.js'], limit: 105 },
  { name: 'old file worker', files: ['old-files.worker.js'], limit: 175 },
];
const PAGE_BUDGETS = [
  { name: 'pane', files: ['pane.js', 'pane.css'], limit: 230 },
  { name: 'pictures of forms', files: ['form-pictures.js'], limit: 25 },
  { name: 'workbench, code', files: ['workbench.js', 'workbench.css'], limit: 65, codeOnly: true },
  { name: 'grid', files: ['grid.js', 'grid.css'], limit: 1950 },
];

/**
 * The workbench: a folder of classic scripts with relative paths, for any web server and path, and for a double click on
 * its index.html. First the programs of the workers, then the page; the pane is an entry of its own.
 */
export default function workbench(_environment, { mode = 'production' }) {
  const production = mode === 'production';
  const output = path.join(import.meta.dirname, 'dist', production ? 'workbench' : 'workbench-dev');
  const shared = {
    mode,
    devtool: production ? 'source-map' : false,
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      parser: { javascript: { importMeta: false } },
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: TARGET, jsx: 'automatic' } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, { loader: 'css-loader', options: { url: false } }] },
      ],
    },
    optimization: {
      minimize: production,
      // Chinese as it is: escaped, it would take twice the bytes. The licences stand in a notice of their own.
      minimizer: [new EsbuildPlugin({ target: TARGET, css: true, charset: 'utf8', legalComments: 'none' })],
    },
    cache: {
      type: 'filesystem',
      name: `workbench-${mode}`,
      buildDependencies: { config: [import.meta.filename] },
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
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
        ...(production ? [new SizeBudgets(WORKER_BUDGETS)] : []),
      ],
      cache: { ...shared.cache, name: `workers-${mode}` },
    },
    {
      ...shared,
      name: 'page',
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
        ...(production ? [new SizeBudgets(PAGE_BUDGETS)] : []),
        new MiniCssExtractPlugin({ filename: '[name].css' }),
        // Of Univer's dictionaries for breaking words at the end of a line the one that it asks for at its start.
        new webpack.IgnorePlugin({
          checkResource: (request, context) =>
            /engine-render[\\/]lib[\\/]es$/.test(context) &&
            /^\.\/[a-z]{2,3}(?:-[a-z0-9]+)*-[\w-]{8}\.js$/.test(request) &&
            !request.startsWith('./en-gb'),
        }),
        new WorkbenchPage({
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
