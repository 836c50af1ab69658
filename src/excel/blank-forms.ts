import { HostError } from '../hosts/host.ts';

/** Blank forms lie beside the page, in the folder `forms`. */
export const FORMS_FOLDER = 'forms';

/**
 * A blank form's .xlsx in base64, from beside the page.
 * @throws HostError `failed`, with the status as its message
 */
export async function fetchBlankForm(formId: string): Promise<string> {
  const response = await fetch(`${FORMS_FOLDER}/${formId}.xlsx`).catch((error: unknown) => {
    throw new HostError('failed', 'the blank form cannot be fetched', { cause: error });
  });
  if (!response.ok) throw new HostError('failed', `the blank form cannot be fetched: ${response.status}`);
  return toBase64(new Uint8Array(await response.arrayBuffer()));
}

/** A string argument may be so long. */
const AT_ONCE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return btoa(binary);
}
