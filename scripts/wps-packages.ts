import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { debPackage, tarGz, type ArchiveEntry } from './archives.ts';

const INSTALLERS = path.join(import.meta.dirname, '..', 'src', 'wps', 'installers');

/** The name that WPS knows the add-in by: ASCII, for publish.xml may be in any encoding. */
export const ADDIN_NAME = 'tianbao';

/** What each system's people need beside the add-in's folder. */
const FOR_WINDOWS = ['install.cmd', 'uninstall.cmd', 'install.ps1'];
const FOR_LINUX = ['install.sh', 'uninstall.sh', 'publish-xml.awk'];

const README = `填报助手（WPS 表格加载项）离线安装包

Windows：把整个压缩包解压到一个文件夹，双击 install.cmd；卸载双击 uninstall.cmd。
麒麟、统信等 Linux：解压后在终端运行  sh install.sh ；卸载运行  sh uninstall.sh 。
装好后关闭所有 WPS 窗口，再打开 WPS 表格；第一次会问是否信任，点“允许”，然后再重启一次 WPS。
不需要管理员权限，不联网，不改动别的加载项。

Tianbao for WPS Spreadsheets, offline package

Windows: unpack all of it into a folder and double-click install.cmd; uninstall.cmd removes it.
Kylin, UOS and other Linux: unpack and run  sh install.sh  in a terminal;  sh uninstall.sh  removes it.
Then close all windows of WPS and open WPS Spreadsheets; the first time it asks whether to trust the add-in: allow it, and
restart WPS once more. No administrator and no network is needed, and no other add-in is touched.
`;

/** A script of the installers, for this version; with the line ends, and the mark, that its system wants. */
export function installer(name: string, version: string): ArchiveEntry {
  const text = readFileSync(path.join(INSTALLERS, name), 'utf8')
    .replaceAll('@NAME@', ADDIN_NAME)
    .replaceAll('@VERSION@', version);
  const isWindows = /\.(?:cmd|ps1)$/.test(name);
  // Windows PowerShell takes a file without a mark for one in the machine's code page.
  const mark = name.endsWith('.ps1') ? '\ufeff' : '';
  const bytes = Buffer.from(mark + (isWindows ? text.replaceAll('\n', '\r\n') : text));
  return { path: name, bytes, mode: name.endsWith('.sh') ? 0o755 : 0o644 };
}

/** The files of a folder, by their paths in it; without maps of sources, which are for developers. */
export function filesOf(folder: string): ArchiveEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { path: path.relative(folder, file).replaceAll('\\', '/'), bytes: readFileSync(file), mode: 0o644 };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function below(folder: string, files: readonly ArchiveEntry[]): ArchiveEntry[] {
  return files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
}

function readme(isWindows: boolean): ArchiveEntry {
  const text = isWindows ? `\ufeff${README.replaceAll('\n', '\r\n')}` : README;
  return { path: 'README.txt', bytes: Buffer.from(text), mode: 0o644 };
}

/** The packages' content: the add-in's folder, `tianbao_<version>`, and the installers beside it. */
export function offlinePackage(addin: readonly ArchiveEntry[], version: string): ArchiveEntry[] {
  const scripts = [...FOR_WINDOWS, ...FOR_LINUX].map((name) => installer(name, version));
  return [...scripts, readme(true), ...below(`${ADDIN_NAME}_${version}`, addin)];
}

export function windowsZip(addin: readonly ArchiveEntry[], version: string): Uint8Array {
  const scripts = FOR_WINDOWS.map((name) => installer(name, version));
  const files = [...scripts, readme(true), ...below(`${ADDIN_NAME}_${version}`, addin)];
  const mtime = new Date(2020, 0, 1);
  return zipSync(Object.fromEntries(files.map(({ path: name, bytes }) => [name, [bytes, { mtime }]])), { level: 9 });
}

export function linuxTarGz(addin: readonly ArchiveEntry[], version: string): Buffer {
  const scripts = FOR_LINUX.map((name) => installer(name, version));
  const folder = `${ADDIN_NAME}-wps_${version}`;
  return tarGz(below(folder, [...scripts, readme(false), ...below(`${ADDIN_NAME}_${version}`, addin)]));
}

/** Where the Debian package keeps the add-in and its installer. */
const HOME = 'opt/tianbao-wps';

const POSTINST = `#!/bin/sh
set -e
if [ "$1" = configure ]; then sh /${HOME}/all-users.sh install; fi
exit 0
`;

const PRERM = `#!/bin/sh
set -e
if [ "$1" = remove ]; then sh /${HOME}/all-users.sh remove; fi
exit 0
`;

export function linuxDeb(addin: readonly ArchiveEntry[], version: string): Buffer {
  const scripts = [...FOR_LINUX, 'all-users.sh'].map((name) => installer(name, version));
  const autostart = { ...installer('tianbao-wps.desktop', version), path: 'etc/xdg/autostart/tianbao-wps.desktop' };
  return debPackage({
    name: 'tianbao-wps',
    version,
    maintainer: 'Tianbao <tianbao@localhost>',
    description: [
      'Checks county IT-project forms in WPS Spreadsheets',
      '填报助手：在 WPS 表格里校验政务信息化项目表单。',
      'Put into the WPS of every person with a home on this machine.',
    ],
    files: [...below(HOME, [...scripts, ...below(`${ADDIN_NAME}_${version}`, addin)]), autostart],
    scripts: { postinst: POSTINST, prerm: PRERM },
  });
}
