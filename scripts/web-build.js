import path from 'node:path';
import { EsbuildPlugin } from 'esbuild-loader';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import { SizeBudgets } from './size-budgets.js';

const ROOT = path.join(import.meta.dirname, '..');

/** What the pane and the program that checks may take, in thousands of bytes, gzipped (docs/decisions.md, Sizes). */
export const PANE_BUDGETS = [
  { name: 'pane', files: ['pane.js', 'pane.css'], limit: 230 },
  { name: 'pictures of forms', files: ['form-pictures.js'], limit: 25 },
];
export const CHECK_WORKER_BUDGETS = [
  { name: 'check worker, code', files: ['check.worker.js'], limit: 120, codeOnly: true },
  { name: 'check worker, with the definitions', files: ['check.worker.js'], limit: 190 },
];

/**
 * What the builds for web views have in common: TypeScript and styles for old and new Chromium, Chinese as it is.
 * @param name of the product's part: `workbench`, `excel`; the development build stands beside, in `<name>-dev`
 * @param target what esbuild is to make it run in
 * @param config the configuration's own file name, for the cache
 */
export function webBuild({ name, mode, target, config }) {
  const production = mode === 'production';
  const output = path.join(ROOT, 'dist', production ? name : `${name}-dev`);
  const shared = {
    mode,
    context: ROOT,
    devtool: production ? 'source-map' : false,
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      parser: { javascript: { importMeta: false } },
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target, jsx: 'automatic' } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, { loader: 'css-loader', options: { url: false } }] },
      ],
    },
    optimization: {
      minimize: production,
      // Chinese as it is: escaped, it would take twice the bytes. The licences stand in a notice of their own.
      minimizer: [new EsbuildPlugin({ target, css: true, charset: 'utf8', legalComments: 'none' })],
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
  /** Kept between builds, for each compiler of the configuration its own. */
  const cache = (part) => ({
    type: 'filesystem',
    name: `${name}-${part}-${mode}`,
    buildDependencies: { config: [config, import.meta.filename] },
  });
  /** Sizes are watched over where they are those that people load. */
  const budgets = (limits) => (production ? [new SizeBudgets(limits)] : []);
  return { production, output, shared, cache, budgets };
}
