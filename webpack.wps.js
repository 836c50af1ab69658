import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EsbuildPlugin } from 'esbuild-loader';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { contentPolicy, HtmlPage } from './scripts/html-page.js';
import { LicenceNotice } from './scripts/licence-notice.js';
import { PANE_BUDGETS, webBuild } from './scripts/web-build.js';
import { WorkerPrograms } from './scripts/worker-programs.js';

/** Old builds of WPS have web views of which nobody says how old; the syntax is that of ES2018. */
const TARGET = 'es2018';

/**
 * The program that checks keeps its classes' private members as they are (Chromium 84): put into the words of ES2018 they
 * would be looked up in maps, and a check of 60,000 rows takes twice as long and more.
 */
const KEPT_IN_WORKER = {
  'class-field': true,
  'class-static-field': true,
  'class-private-field': true,
  'class-private-method': true,
  'class-private-accessor': true,
};

/** The page that installs runs in people's own browsers. */
const INSTALL_TARGET = 'es2015';

/** In older words a little more than elsewhere. */
const WORKER_BUDGETS = [
  { name: 'check worker, code', files: ['check.worker.js'], limit: 128, codeOnly: true },
  { name: 'check worker, with the definitions', files: ['check.worker.js'], limit: 198 },
];
const PAGE_BUDGETS = [
  ...PANE_BUDGETS.filter(({ name }) => name !== 'pane'),
  { name: 'pane in WPS, code', files: ['taskpane.js', 'taskpane.css'], limit: 260, codeOnly: true },
  { name: 'installing page', files: ['install.js'], limit: 10 },
];

const SERVICE_ADDRESSES = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'src/wps/install/service-addresses.json'), 'utf8'),
);

/** What a page does that talks to the service of WPS on the same machine, and starts it. */
const INSTALL_POLICY = contentPolicy({ connects: ["'self'", ...Object.values(SERVICE_ADDRESSES)] });

/**
 * The add-in's folder for WPS: classic scripts with relative paths, for any web server and path, and for the folder of
 * WPS where a package puts it. scripts/build-wps.ts adds what needs no bundling, and makes the packages.
 */
export default function wps(_environment, { mode = 'production' }) {
  const {
    output: root,
    shared: sharedByWebViews,
    cache,
    budgets,
    production,
  } = webBuild({ name: 'wps', mode, target: TARGET, config: import.meta.filename });
  // Libraries are newer than the web views: they are put into older words in the development build, too.
  const older = {
    minimize: true,
    minimizer: [new EsbuildPlugin({ target: TARGET, minify: false, charset: 'utf8', legalComments: 'none' })],
  };
  const shared = production ? sharedByWebViews : { ...sharedByWebViews, optimization: older };
  const output = path.join(root, 'online');
  const licences = new LicenceNotice('licences.txt');
  const workerRules = shared.module.rules.map((rule) =>
    rule.loader === 'esbuild-loader' ? { ...rule, options: { ...rule.options, supported: KEPT_IN_WORKER } } : rule,
  );
  const workerMinimizer = new EsbuildPlugin({
    target: TARGET,
    supported: KEPT_IN_WORKER,
    charset: 'utf8',
    legalComments: 'none',
    ...(production ? {} : { minify: false }),
  });
  const installRules = shared.module.rules.map((rule) =>
    rule.loader === 'esbuild-loader' ? { ...rule, options: { ...rule.options, target: INSTALL_TARGET } } : rule,
  );
  return [
    {
      ...shared,
      name: 'workers',
      target: ['webworker', 'es2018'],
      module: { ...shared.module, rules: workerRules },
      optimization: { minimize: true, minimizer: [workerMinimizer] },
      entry: { check: ['./src/wps/old-engines.ts', './src/pane/check-worker-start.ts'] },
      output: { path: output, filename: '[name].worker.js', iife: true, publicPath: '' },
      plugins: [
        new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
        new WorkerPrograms(),
        licences,
        ...budgets(WORKER_BUDGETS),
      ],
      cache: cache('check-worker'),
    },
    {
      ...shared,
      name: 'page',
      cache: cache('page'),
      // For the notice of licences, which tells of both.
      dependencies: ['workers'],
      target: ['web', 'es2018'],
      entry: {
        'form-pictures': './src/pane/gallery/form-pictures-start.ts',
        taskpane: ['./src/wps/old-engines.ts', './src/wps/taskpane.ts'],
      },
      output: {
        path: output,
        filename: '[name].js',
        publicPath: '',
        clean: { keep: /\.worker\.js/ },
        uniqueName: 'tianbao',
      },
      plugins: [
        licences,
        ...budgets(PAGE_BUDGETS.filter(({ name }) => name !== 'installing page')),
        new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
        new MiniCssExtractPlugin({ filename: '[name].css' }),
        new HtmlPage({
          page: 'src/wps/taskpane.html',
          output: 'taskpane.html',
          scripts: ['check.worker.js', 'form-pictures.js', 'taskpane.js'],
        }),
      ],
    },
    {
      ...shared,
      name: 'install',
      cache: cache('install'),
      // It comes last, for the page before it cleans the folder.
      dependencies: ['page'],
      target: ['web', 'es2015'],
      module: { ...shared.module, rules: installRules },
      entry: { install: './src/wps/install/start.ts' },
      output: { path: output, filename: '[name].js', publicPath: '' },
      plugins: [
        ...budgets(PAGE_BUDGETS.filter(({ name }) => name === 'installing page')),
        new HtmlPage({
          page: 'src/wps/install/install.html',
          output: 'install.html',
          scripts: ['install.js'],
          policy: INSTALL_POLICY,
        }),
      ],
    },
  ];
}
