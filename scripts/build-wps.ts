/**
 * Adds to dist/wps/online what needs no bundling (ribbon, manifest, icons, blank forms, help) and makes the offline
 * packages in dist/wps/offline. `npm run build:wps` bundles first. `--dev`: the folder of the development build, and no
 * packages.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BLANK_FORMS_FOLDER, BLANK_FORMS_SCRIPT } from '../src/wps/blank-forms.ts';
import { manifestXml, ribbonXml } from '../src/wps/ribbon-xml.ts';
import { ADDIN_NAME, filesOf, linuxDeb, linuxTarGz, offlinePackage, windowsZip } from './wps-packages.ts';

const ROOT = path.join(import.meta.dirname, '..');
const isDevelopment = process.argv.includes('--dev');
const OUTPUT = path.join(ROOT, 'dist', isDevelopment ? 'wps-dev' : 'wps');
const ONLINE = path.join(OUTPUT, 'online');
const BLANKS = path.join(ROOT, 'dist', 'templates');
const ICONS = ['app', 'pane', 'check', 'mark', 'clear', 'form', 'help'];

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
const forms = JSON.parse(readFileSync(path.join(ROOT, 'dist', 'forms.json'), 'utf8')) as readonly {
  readonly id: string;
  readonly county: string;
  readonly title: string;
}[];

function put(name: string, text: string): void {
  writeFileSync(path.join(ONLINE, name), text);
}

/** Only forms of which there is a blank are offered. */
const offered = forms.filter(({ id }) => existsSync(path.join(BLANKS, `${id}.xlsx`)));
if (offered.length === 0) throw new Error('dist/templates has no blank forms: run npm run forms && npm run blanks');

mkdirSync(ONLINE, { recursive: true });
put('ribbon.xml', ribbonXml(offered));
put('manifest.xml', manifestXml(ADDIN_NAME, '填报助手：校验政务信息化项目表单'));
const shell = path.join(ROOT, 'src', 'wps', 'shell');
for (const name of readdirSync(shell)) cpSync(path.join(shell, name), path.join(ONLINE, name));
cpSync(path.join(ROOT, 'src', 'wps', 'help.html'), path.join(ONLINE, 'help.html'));
for (const icon of ICONS) {
  const name = `${icon}.svg`;
  cpSync(path.join(ROOT, 'assets', 'excel', 'icons', name), path.join(ONLINE, 'icons', name));
}
const blanks = Object.fromEntries(
  offered.map(({ id, title }) => {
    const data = readFileSync(path.join(BLANKS, `${id}.xlsx`)).toString('base64');
    return [id, { name: `${title}.xlsx`, data }];
  }),
);
for (const { id } of offered) {
  cpSync(path.join(BLANKS, `${id}.xlsx`), path.join(ONLINE, BLANK_FORMS_FOLDER, `${id}.xlsx`));
}
put(BLANK_FORMS_SCRIPT, `globalThis.tianbaoBlankForms = ${JSON.stringify(blanks)};\n`);

if (!isDevelopment) {
  const offline = path.join(OUTPUT, 'offline');
  rmSync(offline, { recursive: true, force: true });
  // What installs from a server, and what WPS fetches from one, has no place in a package.
  const addin = filesOf(ONLINE).filter(({ path: name }) => !/^(?:install\.|forms\/)/.test(name));
  for (const { path: name, bytes, mode } of offlinePackage(addin, version)) {
    const file = path.join(offline, `${ADDIN_NAME}-wps_${version}`, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes, { mode });
  }
  const name = path.join(offline, `${ADDIN_NAME}-wps_${version}`);
  writeFileSync(`${name}.zip`, windowsZip(addin, version));
  writeFileSync(`${name}.tar.gz`, linuxTarGz(addin, version));
  writeFileSync(path.join(offline, `${ADDIN_NAME}-wps_${version}_all.deb`), linuxDeb(addin, version));
}
