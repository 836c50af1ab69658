import forms from '#forms' with { type: 'json' };
import type { Language } from '../forms/language.ts';
import { parseArguments, UsageError } from './arguments.ts';
import { check } from './check-command.ts';
import { tellFault, type Console } from './console.ts';
import { listForms } from './forms-command.ts';
import { Output, OutputError } from './output.ts';
import { tellProcedure } from './procedure-command.ts';
import { systemCode, systemReason } from './system-reason.ts';
import { visible } from './terminal.ts';
import { say, usage } from './texts.ts';
import { VERSION } from './version.ts';

/**
 * Runs the command line.
 * @param args what stands behind `tianbao`
 * @returns the exit code: 0 no errors in the data, 1 some, 2 a file could not be judged, or wrong usage
 */
export async function run(args: readonly string[], console: Console): Promise<number> {
  let language: Language = 'zh';
  try {
    const command = parseArguments(args);
    ({ language } = command);
    if (command.name === 'check') return await check(command, forms, console);
    if (command.name === 'unflag') return await (await import('./unflag-command.ts')).unflag(command, console);
    if (command.name === 'new') return await (await import('./new-command.ts')).writeNew(command, forms, console);
    if (command.name === 'procedure') {
      return await tellProcedure(command, console);
    }
    const out = new Output(console.stdout);
    if (command.name === 'forms') await listForms(forms, command.language, out);
    else await out.write(command.name === 'help' ? usage(command.language) : `${VERSION}\n`);
    await out.finish();
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      console.stderr.write(`${visible(error.message)}\n${say(error.language, 'usage-hint')}\n`);
    } else if (error instanceof OutputError) {
      const code = systemCode(error.cause);
      const reason = code === undefined ? String(error.cause) : systemReason(code, language);
      console.stderr.write(`${say(language, 'not-printed', { reason })}\n`);
    } else {
      console.stderr.write(`${say(language, 'unexpected')}\n`);
      tellFault(error, console);
    }
    return 2;
  }
}
