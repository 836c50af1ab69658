/** Why a file could not be read; the codes are part of the command line's contract. */
export type FileErrorCode =
  | 'not-found'
  | 'no-permission'
  | 'empty-file'
  | 'not-a-workbook'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'dtd'
  | 'timeout'
  | 'signed';

/** What a message's `{name}` places are filled with. */
export type FileErrorParams = Readonly<Record<string, string | number>>;

/**
 * A file that cannot be read, with the reason as a code. Its words for people come from `fileErrorMessage`;
 * `message` here is for developers only.
 */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly code: FileErrorCode;
  readonly params: FileErrorParams;

  constructor(code: FileErrorCode, params: FileErrorParams = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
  }
}

/** A file whose contents contradict themselves or break off; `detail` says where, for those who mend files. */
export function damaged(detail: string, part?: string): FileError {
  return new FileError('damaged', part === undefined ? { detail } : { detail, part });
}

/** Names the part in a refusal that does not name one yet. */
export function inPart<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileError) || 'part' in error.params) throw error;
    throw new FileError(error.code, { ...error.params, part }, { cause: error });
  }
}
