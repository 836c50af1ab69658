import procedures from '#procedures' with { type: 'json' };
import calendar from '#work-calendar' with { type: 'json' };
import { procedureFor } from '../procedure/procedure-for.ts';
import { WorkingDays } from '../procedure/work-calendar.ts';
import type { ProcedureRequest } from './arguments.ts';
import { isColoured, type Console } from './console.ts';
import { Output } from './output.ts';
import { projectOf } from './procedure-request.ts';
import { procedureJson, ProcedureText } from './report-procedure.ts';
import { painter } from './terminal.ts';

/**
 * `tianbao procedure`: what a project has to go through.
 * @throws {UsageError} for a question that cannot be answered without guessing.
 */
export async function tellProcedure(request: ProcedureRequest, console: Console): Promise<0> {
  const { language, format, all } = request;
  const { procedure, project } = projectOf(request, procedures, console.today());
  const answer = procedureFor(procedure, project, new WorkingDays(calendar));
  const report = { procedure, project, answer, calendar, all };
  const out = new Output(console.stdout);
  if (format === 'json') {
    await out.write(`${procedureJson(report, language)}\n`);
    await out.finish();
    return 0;
  }
  const { stdout } = console;
  const columns = stdout.isTTY === true ? (stdout.columns ?? null) : null;
  await new ProcedureText(out, language, painter(isColoured(console)), columns).print(report);
  return 0;
}
