import { nodeCodec } from '../files/codec-node.ts';
import procedures from '#procedures' with { type: 'json' };
import type { Form } from '../forms/form.ts';
import { messageOf } from '../rules/messages.ts';
import { UsageError, type CheckRequest } from './arguments.ts';
import { checkFile } from './check-file.ts';
import { openCopyFolder, type CopyFolders } from './copies.ts';
import { entryOf, exitCodeOf, type CheckedEntry } from './entry.ts';
import { findInputs, type Inputs } from './inputs.ts';
import { Output } from './output.ts';
import { Progress } from './progress.ts';
import { JsonReport } from './report-json.ts';
import { TextReport } from './report-text.ts';
import { SheetJsProcess } from './sheetjs-process.ts';
import { visible } from './terminal.ts';
import { isColoured, tellFault, type Console } from './console.ts';

/**
 * `tianbao check`: judges each file by itself and prints as it goes; nothing is kept but the exit code.
 * @returns the exit code.
 * @throws {UsageError} for a form that does not exist and for output folders that would harm the input.
 */
export async function check(request: CheckRequest, forms: readonly Form[], console: Console): Promise<0 | 1 | 2> {
  const { language, form, acceptIgnored } = request;
  if (form !== null && !forms.some(({ id }) => id === form)) {
    throw new UsageError(language, 'unknown-form', { id: visible(form) });
  }
  const inputs = await findInputs(request.inputs);
  const folders = await copyFolders(request, inputs);
  const report = reportOf(request, console);
  const progress = new Progress(console.stderr, inputs.files.length);
  const sheetJs = new SheetJsProcess(console.program);
  const platform = { codec: nodeCodec, readWithSheetJs: (bytes: Uint8Array) => sheetJs.read(bytes) };
  const onFault = (error: unknown): void => tellFault(error, console);
  const today = console.today();
  let code: 0 | 1 | 2 = 0;
  let done = 0;
  for (const input of inputs.files) {
    progress.show(done++, input.file);
    const options = { forms, procedures, only: form, language, platform, onFault, today, acceptIgnored };
    const checked = await checkFile(input, options);
    const entry =
      checked.status === 'checked'
        ? ({
            ...entryOf(input.file, checked, acceptIgnored),
            // Loaded only where copies are asked for: a plain check starts without the writers.
            ...(folders.annotate || folders.fix
              ? await (await import('./make-copies.ts')).makeCopies(input, checked, folders, options)
              : { copies: [], changes: [], left: null }),
          } satisfies CheckedEntry)
        : checked;
    code = Math.max(code, exitCodeOf([entry])) as typeof code;
    progress.clear();
    await report.entry(entry);
  }
  sheetJs.close();
  await report.end(inputs.skipped);
  return code;
}

async function copyFolders({ annotate, fix, language }: CheckRequest, inputs: Inputs): Promise<CopyFolders> {
  return {
    annotate: annotate === null ? null : await openCopyFolder('--annotate', annotate, inputs, language),
    fix: fix === null ? null : await openCopyFolder('--fix', fix, inputs, language),
  };
}

function reportOf({ format, language }: CheckRequest, { stdout, environment }: Console): TextReport | JsonReport {
  const out = new Output(stdout);
  const sentence = messageOf;
  if (format === 'json') return new JsonReport(out, { language, sentence });
  const coloured = isColoured({ stdout, environment });
  return new TextReport(out, { language, sentence, coloured, columns: stdout.isTTY ? (stdout.columns ?? null) : null });
}
