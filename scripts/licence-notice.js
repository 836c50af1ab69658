import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

/** Licences that ask for nothing but their own words beside the copy. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** Packages that do not say in package.json what their LICENSE file, or their family's, says. */
const SAID_ELSEWHERE = { '@univerjs/telemetry': 'Apache-2.0' };

/**
 * Whether a package may go into the product: an SPDX expression, of which one side of an OR is enough, and every side of
 * an AND is needed.
 */
export function isPermissive(expression) {
  const inner = expression.replaceAll(/[()]/g, ' ');
  return inner.split(/ OR /).some((choice) => choice.split(/ AND /).every((one) => PERMISSIVE.has(one.trim())));
}

/** The package that a file below node_modules belongs to; `undefined` for any other file. */
export function packageOf(file) {
  const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
  if (folder === undefined) return undefined;
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(folder)
    .filter(
      (entry) => /^(?:licen[cs]e|notice|copying)(?:[.-].*)?$/i.test(entry) && existsSync(path.join(folder, entry)),
    )
    .sort()
    .map((entry) => readFileSync(path.join(folder, entry), 'utf8').trim());
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (SAID_ELSEWHERE[name] ?? 'UNKNOWN'),
    author: typeof author === 'string' ? author : (author?.name ?? ''),
    address: typeof repository === 'string' ? repository : (repository?.url ?? ''),
    text: texts.join('\n\n'),
  };
}

/** The notice: every package with its licence, and each text once, for the packages that share it. */
export function noticeOf(packages) {
  const byText = new Map();
  for (const one of [...packages].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = one.text === '' ? `${one.licence} ${one.author}` : one.text;
    byText.set(key, [...(byText.get(key) ?? []), one]);
  }
  const parts = [...byText.values()].map((sharing) => {
    const names = sharing.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    const [{ text, licence, author, address }] = sharing;
    const words = text === '' ? [`${licence}.`, author && `By ${author}.`, address].filter(Boolean).join(' ') : text;
    return `${names.join('\n')}\n\n${words}`;
  });
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  return ['The product contains these packages, under the licences given with each.', ...parts].join(rule) + '\n';
}

/**
 * Gathers what packages the bundles contain and writes their licences beside them. One gatherer serves several
 * compilers: the last to run writes. A licence that is not permissive fails the build.
 */
export class LicenceNotice {
  #file;
  #packages = new Map();

  constructor(file) {
    this.#file = file;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('LicenceNotice', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'LicenceNotice', stage }, () => {
        for (const chunk of compilation.chunks) {
          for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) this.#gather(compilation, module);
        }
        const notice = noticeOf([...this.#packages.values()]);
        compilation.emitAsset(this.#file, new webpack.sources.RawSource(notice));
      });
    });
  }

  #gather(compilation, module) {
    // Modules that webpack has joined are inside the one that remains.
    for (const inner of module.modules ?? []) this.#gather(compilation, inner);
    const file = module.nameForCondition?.();
    const one = file ? packageOf(file) : undefined;
    if (!one || this.#packages.has(`${one.name} ${one.version}`)) return;
    this.#packages.set(`${one.name} ${one.version}`, one);
    if (!isPermissive(one.licence)) {
      compilation.errors.push(
        new webpack.WebpackError(`the licence of ${one.name} (${one.licence}) is not permissive`),
      );
    }
  }
}
