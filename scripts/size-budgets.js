import { gzipSync } from 'node:zlib';
import webpack from 'webpack';

/** Thousands of bytes that a text takes, gzipped as a web server would. */
export function gzippedKilobytes(text) {
  return gzipSync(text, { level: 9 }).length / 1000;
}

/** Large literals of data that webpack has put into a program: definitions of forms, the holidays. */
const DATA = /JSON\.parse\((?:'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*")\)/gs;

/** A program without the data inside it. */
export function codeOf(program) {
  return program.replaceAll(DATA, 'null');
}

/**
 * Fails the build where a part of the product has grown beyond its budget: `{ name, files, limit, codeOnly }`, limits in
 * thousands of bytes, gzipped.
 */
export class SizeBudgets {
  #budgets;

  constructor(budgets) {
    this.#budgets = budgets;
  }

  apply(compiler) {
    const logger = compiler.getInfrastructureLogger('SizeBudgets');
    compiler.hooks.thisCompilation.tap('SizeBudgets', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'SizeBudgets', stage }, (assets) => {
        for (const { name, files, limit, codeOnly = false } of this.#budgets) {
          const texts = files.filter((file) => file in assets).map((file) => assets[file].source().toString());
          const size = texts.reduce((sum, text) => sum + gzippedKilobytes(codeOnly ? codeOf(text) : text), 0);
          const told = `${name}: ${size.toFixed(1)} of ${String(limit)} KB gzipped`;
          if (texts.length === 0) compilation.errors.push(new webpack.WebpackError(`${name}: nothing was built`));
          else if (size > limit) compilation.errors.push(new webpack.WebpackError(`over its budget: ${told}`));
          else logger.info(told);
        }
      });
    });
  }
}
