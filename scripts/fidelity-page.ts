import { nodeCodec } from '../src/files/codec-node.ts';
import { flagXlsx } from '../src/files/xlsx-flag.ts';
import { factOf } from '../test/fidelity/features/feature.ts';
import { FEATURES } from '../test/fidelity/features/index.ts';
import { PLAN } from '../test/fidelity/flagging.ts';
import { PackageView } from '../test/fidelity/package-view.ts';
import { fidelityWorkbook } from '../test/fidelity/workbook/fidelity-workbook.ts';

/** What other programs keep, as bench/fidelity.ts found it on a day. */
export interface Measured {
  readonly date: string;
  readonly programs: readonly {
    readonly name: string;
    readonly version: string;
    /** Whether it takes the file as Office itself would write it. */
    readonly readsAsWritten: boolean;
    /** Names of features. */
    readonly kept: readonly string[];
  }[];
}

/** The page, in Markdown. */
export function fidelityPage({ date, programs }: Measured): string {
  const original = fidelityWorkbook();
  const before = new PackageView(original);
  const after = new PackageView(flagXlsx(original, PLAN, nodeCodec).bytes);
  const ours = FEATURES.flatMap(([, features]) =>
    features.filter((feature) => factOf(feature, after) === factOf(feature, before)).map(([name]) => name),
  );
  const columns = [
    { name: 'Tianbao', kept: new Set(ours) },
    ...programs.map(({ name, kept }) => ({ name, kept: new Set(kept) })),
  ];
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [row(['', ...columns.map(({ name }) => name)]), row(['---', ...columns.map(() => ':-:')])];
  const sections = FEATURES.map(([heading, features]) => {
    const rows = features.map(([name]) => row([name, ...columns.map(({ kept }) => (kept.has(name) ? '✓' : '–'))]));
    return [`### ${heading}`, '', ...head, ...rows].join('\n');
  });
  const count = FEATURES.reduce((sum, [, features]) => sum + features.length, 0);
  const counts = columns.map(({ kept }) => `**${String(kept.size)}**`);
  const versions = programs.map(({ name, version }) => `${name} ${version}`).join(' and ');
  const gaveUp = programs.filter(({ readsAsWritten }) => !readsAsWritten).map(({ name }) => name);
  return `# What a flagged copy keeps

A workbook of our own making (\`test/fidelity/workbook\`) carries ${String(count)} features that an official form may have.
Each is looked for before and after: in the flagged copy, in one flagged twice, in one whose flags were taken away again,
and in a fixed one (\`test/fidelity/fidelity.test.ts\`). The others were asked to colour one cell and add one note to the
same file, with their own means and every option on that keeps something.

${[row(['of ' + String(count), ...columns.map(({ name }) => name)]), row(['---', ...columns.map(() => ':-:')]), row(['kept', ...counts])].join('\n')}

Our column is made anew with this page and checked on every run; ${versions} were measured on ${date}
(\`bench/fidelity.ts\`). ${gaveUp.length === 0 ? '' : `${gaveUp.join(' and ')} gives up on the file as Office writes it (a drawing with \`<br>\` in it) and was given one without. `}exceljs
cannot write a conditional format that refers to another sheet: such formats were taken out before it wrote.

**Real Microsoft Excel and WPS are no part of this.** The suite looks at the parts of the file, and LibreOffice opens every
copy (\`test/libreoffice\`); how to look at copies in Excel and WPS within fifteen minutes is in
[manual-check.md](manual-check.md).

## Taken away again

\`tianbao unflag\` gives back each part of the file byte for byte, in the old order, also of a file that names parts which it
does not have: blanks within our tags tell how what they are in was written. It can not where:

- another program has saved the flagged copy in between: then what that program changed stays changed, and ours goes;
- a part was in an encoding other than UTF-8 and UTF-16: the parts that had to change are UTF-8 from then on;
- the packed bytes: parts that had changed are packed anew, with their contents as before.

## What flagging changes

Conditional formats and notes of ours are put in; the priorities of the other conditional formats are raised by two. A
cell with a thread of comments is coloured and gets no note: Excel shows the thread, not the note behind it. A signed
workbook is not flagged at all: its report is written beside it.

\`--fix\` also leaves out stored results that may depend on what was changed, and has the workbook computed on opening.

## Feature by feature

${sections.join('\n\n')}
`;
}
