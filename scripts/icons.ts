/**
 * Renders assets/excel/icons/*.svg to PNG in every size that Office asks for, in Chromium; each PNG carries the sum of the
 * SVG that it was made from. The pictures are committed, for a build needs nothing but Node. `--check`, which needs no
 * browser, fails where one is missing, has another size, or was made from another drawing.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ICON_SIZES, ICONS } from '../src/excel/manifest/addin-files.ts';
import { engine } from '../test/browser/engines.ts';
import { pngSize, pngText, withPngText } from './png.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'assets', 'excel', 'icons');
const KEYWORD = 'Source';

const pictures = ICONS.flatMap((icon) => {
  const svg = readFileSync(path.join(FOLDER, `${icon}.svg`), 'utf8');
  const source = createHash('sha256').update(svg).digest('hex');
  return ICON_SIZES.map((size) => ({ svg, source, size, file: path.join(FOLDER, `${icon}-${String(size)}.png`) }));
});
const stale = pictures.filter(({ file, source, size }) => {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const measured = pngSize(bytes);
  return measured?.width !== size || measured.height !== size || pngText(bytes, KEYWORD) !== source;
});

if (!process.argv.includes('--check')) await render();
else if (stale.length > 0) {
  const names = stale.map(({ file }) => path.basename(file)).join(', ');
  process.stderr.write(`assets/excel/icons: not made from the drawings as they are: ${names}. Run: npm run icons\n`);
  process.exitCode = 1;
}

async function render(): Promise<void> {
  if (stale.length === 0) return;
  const browser = await engine('installed');
  if (!browser) throw new Error('no Chromium was found');
  const page = await browser.newPage();
  for (const { svg, source, size, file } of stale) {
    const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await page.setContent(
      `<style>body{margin:0}img{display:block}</style><img width="${String(size)}" height="${String(size)}" src="${address}">`,
    );
    const picture = await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
    writeFileSync(file, withPngText(picture, KEYWORD, source));
  }
  await browser.close();
}
