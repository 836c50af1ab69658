/** A text to be saved as a file; in UTF-8, with a mark in front, as the plainest programs of office machines want it. */
export interface TextFile {
  readonly name: string;
  /** Its media type. */
  readonly type: 'text/plain' | 'text/csv';
  /** Lines end in CR LF. */
  readonly text: string;
}

/** Where the program around the pane saves no files, its text is copied instead. */
export type Saved = 'saved' | 'copied';

/** How the program around the pane saves a file. A failed promise: it was not saved. */
export type SaveFile = (file: TextFile) => Promise<Saved>;

const BYTE_ORDER_MARK = '\ufeff';

/** Milliseconds after which the browser has taken the file over. */
const TAKEN_OVER = 60_000;

/** Hands a file to the browser for downloading. */
export function downloadFile({ name, type, text }: TextFile): Promise<Saved> {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_OVER);
  return Promise.resolve('saved');
}
