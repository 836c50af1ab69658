import type { Form } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import { greatestOf } from '../sheets/lists.ts';
import type { Output } from './output.ts';
import { padded, widthOf } from './terminal.ts';
import { say } from './texts.ts';

/** Lists the forms: id, edition, title (in English the name too), and the regulation each is annexed to. */
export async function listForms(forms: readonly Form[], language: Language, out: Output): Promise<void> {
  const rows = forms.map(({ id, version, title, englishTitle, source }) => [
    id,
    version,
    title,
    ...(language === 'en' ? [englishTitle ?? ''] : []),
    `${source.document} ${source.annex}`,
  ]);
  const widths = (language === 'en' ? [0, 1, 2, 3] : [0, 1, 2]).map((column) =>
    greatestOf(rows.map((row) => widthOf(row[column] ?? ''))),
  );
  for (const row of rows) {
    await out.write(
      row
        .map((text, column) => padded(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd() + '\n',
    );
  }
  await out.write(say(language, 'forms-summary', { count: forms.length }) + '\n');
  await out.flush();
}
