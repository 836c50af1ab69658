/**
 * Writes docs/forms/<county>-<form>.png: each blank official form as LibreOffice prints its first page. Fonts differ from
 * machine to machine, so nothing compares the pictures. Needs `soffice` and `pdftoppm`. With names of forms: only these.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeBlankForm } from '../src/files/blank/write-blank.ts';
import { nodeCodec } from '../src/files/codec-node.ts';
import { RULES } from '../src/rules/index.ts';
import { PROCEDURE_FILE, readDefinition } from './read-definition.ts';

const ROOT = path.join(import.meta.dirname, '..');
const PICTURES = path.join(ROOT, 'docs', 'forms');
const wanted = process.argv.slice(2);

/** Faces like those that a Chinese office has, where these are not installed. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>宋体</family><prefer><family>SimSun</family><family>Noto Serif CJK SC</family></prefer></alias>
<alias binding="same"><family>黑体</family><prefer><family>SimHei</family><family>Noto Sans CJK SC</family></prefer></alias>
</fontconfig>`;

const folder = mkdtempSync(path.join(tmpdir(), 'tianbao-pictures-'));
try {
  const files = readdirSync(path.join(ROOT, 'templates'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml') && path.posix.basename(name) !== PROCEDURE_FILE)
    .filter((name) => wanted.length === 0 || wanted.includes(name.replace(/\.yaml$/, '')))
    .sort()
    .flatMap((name) => {
      const { value: form } = readDefinition(readFileSync(path.join(ROOT, 'templates', name), 'utf8'), name, RULES);
      const bytes = form && writeBlankForm(form, nodeCodec);
      if (!bytes) return [];
      const file = path.join(folder, `${form.id.replace('/', '-')}.xlsx`);
      writeFileSync(file, bytes);
      return [file];
    });
  const fonts = path.join(folder, 'fonts.conf');
  writeFileSync(fonts, FONTS);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...files], {
    stdio: 'ignore',
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  mkdirSync(PICTURES, { recursive: true });
  for (const file of files) {
    const stem = path.basename(file, '.xlsx');
    const picture = path.join(folder, stem);
    execFileSync('pdftoppm', ['-png', '-r', '80', '-singlefile', `${picture}.pdf`, picture]);
    if (existsSync(`${picture}.png`)) moveTo(`${picture}.png`, path.join(PICTURES, `${stem}.png`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Also where the temporary folder is on another disk. */
function moveTo(from: string, to: string): void {
  writeFileSync(to, readFileSync(from));
  rmSync(from);
}
