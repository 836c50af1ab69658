import { run } from './main.ts';

// Set, not called: what is still on its way to a pipe must get there.
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});
