/**
 * Writes the manifest of the add-in for Excel for the server it is offered from:
 *   npm run manifest -- --base-url https://server/path [-o FILE] [--provider NAME] [--id GUID]
 * Without arguments it writes manifest.xml for development, and the files in assets/excel/ that the manifest names. With
 * `--check` it writes nothing and fails where a committed file differs; with `--check FILE` it looks the given one over.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { helpPage } from '../src/excel/help-page.ts';
import { functionsJson } from '../src/excel/functions/metadata.ts';
import { ADDIN_FILES } from '../src/excel/manifest/addin-files.ts';
import { checkManifest, type ManifestFault } from '../src/excel/manifest/check.ts';
import { BaseUrlError, DEVELOPMENT_URL, manifestXml } from '../src/excel/manifest/manifest.ts';
import { shortcutsJson, shortcutWordsJson } from '../src/excel/manifest/shortcuts.ts';
import { pngSize } from './png.ts';
import { readTemplates } from './read-templates.ts';

const ROOT = path.join(import.meta.dirname, '..');
const ASSETS = path.join(ROOT, 'assets', 'excel');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'base-url': { type: 'string' },
    output: { type: 'string', short: 'o' },
    provider: { type: 'string' },
    id: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const baseUrl = values['base-url'];
const [given] = positionals;

if (values.check && given !== undefined) {
  const faults = checkManifest(readFileSync(given, 'utf8'));
  tell(given, faults);
  if (faults.length === 0) process.stdout.write(`${given}: 没有发现问题。 Nothing found.\n`);
} else if (baseUrl !== undefined) writeFor(baseUrl);
else await keepFresh();

/** The manifest for somebody's own server, to a file or to standard output. */
function writeFor(address: string): void {
  try {
    const xml = manifestFor(address);
    const faults = checkManifest(xml, { iconSize });
    tell(values.output ?? 'manifest.xml', faults);
    if (faults.length > 0) return;
    if (values.output === undefined) process.stdout.write(xml);
    else writeFileSync(values.output, xml);
  } catch (error) {
    if (!(error instanceof BaseUrlError)) throw error;
    process.stderr.write(`${error.wording.zh}\n${error.wording.en}\n`);
    process.exitCode = 2;
  }
}

/** What is committed: for development, and what does not depend on the address. */
async function keepFresh(): Promise<void> {
  const manifest = manifestFor(DEVELOPMENT_URL);
  const files: readonly (readonly [file: string, text: string])[] = [
    [path.join(ROOT, 'manifest.xml'), manifest],
    [
      path.join(ASSETS, ADDIN_FILES.help),
      await format(helpPage(), { ...(await resolveConfig(ASSETS)), parser: 'html' }),
    ],
    [path.join(ASSETS, ADDIN_FILES.shortcuts.zh), shortcutsJson()],
    [path.join(ASSETS, ADDIN_FILES.shortcuts.en), shortcutWordsJson()],
    [path.join(ASSETS, ADDIN_FILES.functions.zh), functionsJson('zh')],
    [path.join(ASSETS, ADDIN_FILES.functions.en), functionsJson('en')],
  ];
  for (const [file, text] of files) {
    if (!values.check) writeFileSync(file, text);
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      process.stderr.write(`${path.relative(ROOT, file)} is not as it would be made now; run \`npm run docs\`\n`);
      process.exitCode = 1;
    }
  }
  tell('manifest.xml', checkManifest(manifest, { iconSize }));
}

function manifestFor(address: string): string {
  const { forms, complaints } = readTemplates();
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const { provider, id } = values;
  return manifestXml({
    baseUrl: address,
    version,
    forms,
    ...(provider === undefined ? {} : { provider }),
    ...(id === undefined ? {} : { id }),
  });
}

/** An icon's size in pixels, from the file that is put beside the pane. */
function iconSize(url: string): number | null {
  const file = path.join(ASSETS, ADDIN_FILES.icons, path.posix.basename(new URL(url).pathname));
  const size = existsSync(file) ? pngSize(readFileSync(file)) : null;
  return size && size.width === size.height ? size.width : null;
}

function tell(file: string, faults: readonly ManifestFault[]): void {
  for (const { at, wording } of faults) process.stderr.write(`${file} ${at}\n  ${wording.zh}\n  ${wording.en}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
