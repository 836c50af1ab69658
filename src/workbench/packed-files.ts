/** A workbook inside the workbench. */
export interface PackedFile {
  readonly name: string;
  readonly formId: string;
  readonly base64: string;
}

/** What the workbench offers to open (`scripts/pack-files.ts`). */
export interface PackedFiles {
  readonly samples: readonly PackedFile[];
  readonly blanks: readonly PackedFile[];
}

export function unpack({ base64 }: PackedFile): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
