import path from 'node:path';
import { EsbuildPlugin } from 'esbuild-loader';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { WorkbenchPage } from './scripts/workbench-page.js';
import { WorkerPrograms } from './scripts/worker-programs.js';

/** WPS's web view is Chromium 103 or 104, in old builds 92; the workbench runs in what the pane runs in. */
const TARGET = 'chrome92';

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
      minimizer: [new EsbuildPlugin({ target: TARGET, css: true, legalComments: 'none' })],
    },
    cache: {
      type: 'filesystem',
      name: `workbench-${mode}`,
      buildDependencies: { config: [import.meta.filename] },
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
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
      plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 3 }), new WorkerPrograms()],
      cache: { ...shared.cache, name: `workers-${mode}` },
    },
    {
      ...shared,
      name: 'page',
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
