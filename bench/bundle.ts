import path from 'node:path';
import webpack from 'webpack';

const CONFIG = '../webpack.config.js';
const FOLDER = path.join(import.meta.dirname, '..', '.bench');

/** A program of the bench as one file, built as the command line is: loading TypeScript must not be measured. */
export async function bundleOf(entry: string): Promise<string> {
  const { default: config } = (await import(CONFIG)) as { readonly default: webpack.Configuration };
  const filename = `${path.basename(entry, '.ts')}.mjs`;
  await new Promise<void>((resolve, reject) => {
    webpack({ ...config, entry, output: { ...config.output, path: FOLDER, filename } }, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString()));
      else resolve();
    });
  });
  return path.join(FOLDER, filename);
}
