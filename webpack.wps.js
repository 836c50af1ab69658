import path from 'node:path';
import { EsbuildPlugin } from 'esbuild-loader';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { contentPolicy, HtmlPage } from './scripts/html-page.js';
import { LicenceNotice } from './scripts/licence-notice.js';
import { PANE_BUDGETS, webBuild } from './scripts/web-build.js';
import { WorkerPrograms } from './scripts/worker-programs.js';

/** Old builds of WPS have web views of which nobody says how old; the syntax is that of the reference's ES2018. */
const TARGET = 'es2018';

/** The page that installs runs in people's own browsers. */
const INSTALL_TARGET = 'es2015';

/** Private fields and the like take more words in ES2018. */
const WORKER_BUDGETS = [
  { name: 'check worker, code', files: ['check.worker.js'], limit: 135, codeOnly: true },
  { name: 'check worker, with the definitions', files: ['check.worker.js'], limit: 210 },
];
const PAGE_BUDGETS = [
  ...PANE_BUDGETS.filter(({ name }) => name !== 'pane'),
  { name: 'pane in WPS, code', files: ['taskpane.js', 'taskpane.css'], limit: 260, codeOnly: true },
  { name: 'installing page', files: ['install.js'], limit: 10 },
];

/** What a page does that talks to the service of WPS on the same machine, and starts it. */
const INSTALL_POLICY = contentPolicy().replace(
  "base-uri 'none'",
  "connect-src 'self' http://127.0.0.1:58890 https://127.0.0.1:58891 ws://127.0.0.1:58892 wss://127.0.0.1:58893; base-uri 'none'",
);

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
  const installRules = shared.module.rules.map((rule) =>
    rule.loader === 'esbuild-loader' ? { ...rule, options: { ...rule.options, target: INSTALL_TARGET } } : rule,
  );
  return [
    {
      ...shared,
      name: 'workers',
      target: ['webworker', 'es2018'],
      entry: { check: ['./src/wps/old-engines.ts', './src/pane/check-worker-start.ts'] },
      output: { path: output, filename: '[name].worker.js', iife: true, publicPath: '' },
      plugins: [
        new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
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
