import path from 'node:path';
import webpack from 'webpack';

/**
 * The command line as one file that runs with nothing but Node: dist/tianbao.mjs. Definitions and texts are inside.
 * Parts loaded with import() stay in that file too, but are only evaluated when they are asked for.
 */
export default {
  mode: 'production',
  target: 'node20',
  devtool: false,
  entry: './src/cli/start.ts',
  experiments: { outputModule: true },
  output: {
    path: path.join(import.meta.dirname, 'dist'),
    filename: 'tianbao.mjs',
    module: true,
    chunkFormat: 'module',
  },
  resolve: { extensions: ['.ts', '.js'], conditionNames: ['node', 'import', 'default'] },
  module: {
    // The program's own place is asked for when it runs, not when it is built.
    parser: { javascript: { importMeta: false } },
    rules: [
      { test: /\.ts$/, loader: 'esbuild-loader', options: { target: 'node20' } },
      // A megabyte that most runs never need; shorter, it costs them less to pass over.
      { test: /xlsx\.mjs$/, loader: 'esbuild-loader', options: { target: 'node20', minify: true } },
    ],
  },
  plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  // Names stay readable, so that a report from a reviewer's machine says where something happened.
  optimization: { minimize: false, splitChunks: false },
  performance: { hints: false },
  stats: 'errors-warnings',
};
