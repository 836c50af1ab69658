import webpack from 'webpack';

/**
 * Wraps each bundle in a function that is kept by its name: a page that can fetch nothing, because it was opened from a
 * file, still has the source of its workers at hand, and can run them itself where no worker is to be had.
 */
export class WorkerPrograms {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('WorkerPrograms', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1;
      compilation.hooks.processAssets.tap({ name: 'WorkerPrograms', stage }, (assets) => {
        for (const file of Object.keys(assets)) {
          const name = /^(.+)\.worker\.js$/.exec(file)?.[1];
          if (name === undefined) continue;
          const before = `(globalThis.tianbaoWorkers=globalThis.tianbaoWorkers||{})[${JSON.stringify(name)}]=function(workerScope){`;
          compilation.updateAsset(file, (source) => new webpack.sources.ConcatSource(before, source, '\n};\n'));
        }
      });
    });
  }
}
