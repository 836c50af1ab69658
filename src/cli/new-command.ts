import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import { nodeCodec } from '../files/codec-node.ts';
import { writeBlankForm } from '../files/blank/write-blank.ts';
import type { Form } from '../forms/form.ts';
import { nearestName } from '../forms/nearest-name.ts';
import type { NewRequest } from './arguments.ts';
import { tellFault, type Console } from './console.ts';
import { writeWhole } from './copies.ts';
import { Output } from './output.ts';
import { systemCode, systemReason } from './system-reason.ts';
import { visible } from './terminal.ts';
import { say, type TextKey } from './texts.ts';

/** Why no blank form was written: a code for programs, `<code>` and `<code>.next` among the texts for people. */
type Refusal =
  'no-such-form' | 'not-xlsx' | 'is-folder' | 'no-such-folder' | 'file-exists' | 'no-blank' | 'form-not-written';

/**
 * `tianbao new`: writes the blank official workbook of a form. A file that is there is replaced only when asked for.
 * @returns the exit code: 2 where nothing was written.
 */
export async function writeNew(request: NewRequest, forms: readonly Form[], console: Console): Promise<0 | 2> {
  const { form: id, output, language } = request;
  const file = visible(path.sep === '\\' ? output.replaceAll('\\', '/') : output);
  const refuse = (
    code: Refusal,
    params: Readonly<Record<string, string>> = {},
    whatNext: TextKey = `${code}.next`,
  ): 2 => {
    const failure = say(language, 'failure', { message: say(language, code, { file, ...params }), code });
    const next = say(language, 'next', { next: say(language, whatNext, { file, ...params }) });
    console.stderr.write(`${failure}\n${next}\n`);
    return 2;
  };
  const form = forms.find((one) => one.id === id) ?? titled(forms, id);
  if (!form) {
    const near = nearestName(
      id,
      forms.map((one) => one.id),
    );
    return near === undefined
      ? refuse('no-such-form', { id: visible(id) })
      : refuse('no-such-form', { id: visible(id), near }, 'no-such-form.near');
  }
  const refusal = await refusalOf(request);
  if (refusal) return refuse(refusal.code, { folder: visible(path.dirname(output)) });
  const bytes = writeBlankForm(form, nodeCodec);
  if (!bytes) return refuse('no-blank', { title: form.title });
  try {
    await writeWhole(output, bytes);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) tellFault(error, console);
    const reason = code === undefined ? String(error) : systemReason(code, language);
    return refuse('form-not-written', { reason });
  }
  const out = new Output(console.stdout);
  await out.write(`${say(language, 'new-written', { file, title: form.title, version: form.version })}\n`);
  await out.finish();
  return 0;
}

/** The only form of this official title: some counties have the same. */
function titled(forms: readonly Form[], title: string): Form | undefined {
  const [form, ...others] = forms.filter((one) => one.title === title);
  return others.length === 0 ? form : undefined;
}

async function refusalOf({ output, force }: NewRequest): Promise<{ readonly code: Refusal } | undefined> {
  const there = await kindOf(output);
  if (there === 'folder' || /[/\\]$/.test(output)) return { code: 'is-folder' };
  if (path.extname(output).toLowerCase() !== '.xlsx') return { code: 'not-xlsx' };
  if ((await kindOf(path.dirname(output))) !== 'folder') return { code: 'no-such-folder' };
  return there !== undefined && !force ? { code: 'file-exists' } : undefined;
}

async function kindOf(place: string): Promise<'folder' | 'file' | undefined> {
  try {
    return (await stat(place)).isDirectory() ? 'folder' : 'file';
  } catch {
    return (await isThere(place)) ? 'file' : undefined;
  }
}

/** A link that leads nowhere is there, too, and would be replaced. */
async function isThere(place: string): Promise<boolean> {
  try {
    await lstat(place);
    return true;
  } catch {
    return false;
  }
}
