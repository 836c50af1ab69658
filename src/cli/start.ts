import { fileURLToPath } from 'node:url';
import { run } from './main.ts';
import { SERVE_SHEETJS, serveSheetJs } from './sheetjs-process.ts';

const args = process.argv.slice(2);

if (args[0] === SERVE_SHEETJS && process.connected) {
  await serveSheetJs();
} else {
  // Set, not called: what is still on its way to a pipe must get there.
  process.exitCode = await run(args, {
    stdout: process.stdout,
    stderr: process.stderr,
    program: fileURLToPath(import.meta.url),
    environment: process.env,
    today: () => localDay(new Date()),
  });
}

/** As a calendar on the wall of that machine shows it. */
function localDay(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
