import forms from '#forms' with { type: 'json' };
import { parseArguments, UsageError } from './arguments.ts';
import { check } from './check-command.ts';
import type { Console } from './console.ts';
import { listForms } from './forms-command.ts';
import { Output } from './output.ts';
import { visible } from './terminal.ts';
import { say, usage } from './texts.ts';
import { VERSION } from './version.ts';

/**
 * Runs the command line.
 * @param args what stands behind `tianbao`
 * @returns the exit code: 0 no errors in the data, 1 some, 2 a file could not be judged, or wrong usage
 */
export async function run(args: readonly string[], console: Console): Promise<number> {
  try {
    const command = parseArguments(args);
    if (command.name === 'check') return await check(command, forms, console);
    const out = new Output(console.stdout);
    if (command.name === 'forms') await listForms(forms, command.language, out);
    else await out.write(command.name === 'help' ? usage(command.language) : `${VERSION}\n`);
    await out.flush();
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.stderr.write(`${visible(error.message)}\n\n${usage(error.language)}`);
    } else {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.stderr.write(`${say('zh', 'unexpected', { reason })}\n`);
    }
    return 2;
  }
}
