import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

/** Puts the files of folders into the build as they are: `{ from, to }`, `to` below the build's folder. */
export class CopiedFiles {
  #folders;

  constructor(folders) {
    this.#folders = folders;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('CopiedFiles', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: 'CopiedFiles', stage }, () => {
        for (const { from, to = '' } of this.#folders) this.#copy(compilation, path.join(compiler.context, from), to);
      });
    });
  }

  #copy(compilation, folder, to) {
    compilation.contextDependencies.add(folder);
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.posix.join(to, path.relative(folder, file).replaceAll(path.sep, '/'));
      compilation.emitAsset(name, new webpack.sources.RawSource(readFileSync(file)), { minimized: true });
    }
  }
}
